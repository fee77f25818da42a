"""The ledger's database: opened with the settings it must have, asserted, and migrated."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect
from sqlalchemy.engine import make_url
from sqlmodel import Session

BUSY_MS = 15000
MIGRATIONS = Path(__file__).parent / "migrations"
#: synchronous 2 is FULL: a commit is on the disk when it returns
PRAGMAS = {
    "journal_mode": "wal",
    "synchronous": 2,
    "busy_timeout": BUSY_MS,
    "foreign_keys": 1,
    "secure_delete": 1,
}


class LedgerFault(Exception):  # noqa: N818 - the fault lies in the database
    """The database cannot hold the ledger; says what is wrong and what to do."""


def open_engine(url: str) -> Engine:
    """An engine for the ledger; every transaction begins IMMEDIATE on SQLite.

    Without it two workers may read one state and both write: the later write would silently win.
    """
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite" and parsed.database:
        Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _set_pragmas)
        event.listen(engine, "begin", _begin_immediate)
    return engine


def _set_pragmas(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's own type
    connection.isolation_level = None
    for name, value in PRAGMAS.items():
        connection.execute(f"PRAGMA {name}={value}")


def _begin_immediate(connection: Any) -> None:  # noqa: ANN401 - the library's own type
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def assert_durable(engine: Engine) -> None:
    """Raise LedgerFault unless a commit survives a power cut and two writers cannot overlap."""
    if engine.dialect.name != "sqlite":
        return
    with engine.connect() as connection:
        for name, wanted in PRAGMAS.items():
            found = connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            if found != wanted:
                raise LedgerFault(
                    f"the ledger runs with {name}={found} where {wanted} is needed; "
                    f"keep the file on a local disk, not on a network share"
                )
        _assert_one_writer(connection)


def _assert_one_writer(connection: Connection) -> None:
    """While our transaction is open nobody else may begin one that writes."""
    other = sqlite3.connect(str(connection.engine.url.database), timeout=0, isolation_level=None)
    try:
        other.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError:
        return
    finally:
        other.close()
    raise LedgerFault(
        "two writers could overlap in the ledger: its transactions do not begin IMMEDIATE, "
        "or its disk has no working locks; keep the file on a local disk"
    )


def migrate(engine: Engine) -> None:
    """Bring the tables to the newest shape; at once when they have it."""
    if _shape_of(engine) == _newest_shape():
        return
    from alembic import command  # noqa: PLC0415 - half a second that no other command should pay
    from alembic.config import Config  # noqa: PLC0415 - the same

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _shape_of(engine: Engine) -> str | None:
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()


def _newest_shape() -> str:
    """A migration's file begins with its number, which is its revision."""
    return max(path.name[:4] for path in MIGRATIONS.glob("versions/[0-9]*.py"))


@contextmanager
def transaction(engine: Engine) -> Iterator[Session]:
    """One session, one transaction: committed on the way out, rolled back on an error."""
    with Session(engine, expire_on_commit=False) as session, session.begin():
        yield session
