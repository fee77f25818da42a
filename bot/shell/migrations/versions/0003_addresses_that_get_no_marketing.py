"""Addresses that get no marketing."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """To this shape; `rightsbot blocked --import` takes over whom the registers have blocked."""
    op.create_table(
        "block",
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_block")),
    )
