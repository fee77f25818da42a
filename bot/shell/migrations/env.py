"""alembic's own entry: the tables of the ledger against the connection it is handed."""

from alembic import context
from sqlmodel import SQLModel

from bot.shell import tables as _tables  # noqa: F401 - registers the tables

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    render_as_batch=True,
)
context.run_migrations()
