"""Dates of a case, and matters whose evidence is kept in dispute."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """To this shape; what is there already is of the whole matter, and not in dispute."""
    with op.batch_alter_table("wake", schema=None) as batch_op:
        batch_op.add_column(sa.Column("case", sa.Integer(), nullable=False, server_default="0"))
    with op.batch_alter_table("matter", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("frozen", sa.Boolean(), nullable=False, server_default=sa.false())
        )
