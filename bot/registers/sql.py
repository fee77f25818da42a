"""Registers in a SQL database: SQLAlchemy Core, bound parameters, one transaction a gesture."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import (
    Connection,
    Engine,
    NullPool,
    create_engine,
    event,
    inspect,
)
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError

from bot.registers.layout import layout_of
from bot.registers.maps.datamap import RegisterMap
from bot.registers.records import RegisterUnavailable
from bot.registers.sql_rows import Asked, SqlRows

_NO_DATABASE = "sqlite://"
"""For a register of files alone: an empty one in memory, which has no table and no file."""
_BUSY_SECONDS = 10
_TRUNCATE = "PRAGMA wal_checkpoint(TRUNCATE)"


class SqlDatabase:
    """The database of one register. Nothing stays open between two gestures."""

    def __init__(self, register: str, register_map: RegisterMap) -> None:
        self.register = register
        self.map = register_map
        url = register_map.url or _NO_DATABASE
        self._file = _sqlite_file(url)
        self._engine = _engine(url)
        self._asked = Asked(register_map)

    @contextmanager
    def reading(self) -> Iterator[SqlRows]:
        """One consistent view of all tables."""
        with self._guarded(), _one_moment(self._engine).connect() as connection, connection.begin():
            yield SqlRows(connection, self._asked)

    @contextmanager
    def writing(self) -> Iterator[SqlRows]:
        """One transaction that writes: all of it stands afterwards, or none."""
        with self._guarded(), self._engine.connect() as plain:
            connection = plain.execution_options(writing=True)
            with connection.begin():
                yield SqlRows(connection, self._asked)

    def forget(self) -> None:
        """Leave no erased value on the disk: SQLite keeps what was deleted in its free pages.

        For every other engine that is its own and its backups' business. RegisterUnavailable when
        somebody else is reading just now; to be repeated.
        """
        if self._file is None:
            return
        with self._guarded(), self._engine.connect() as connection:
            for statement in (_TRUNCATE, "VACUUM", _TRUNCATE):
                # neither begins a transaction: VACUUM refuses to run in one
                found = connection.connection.cursor().execute(statement).fetchone()
                if statement == _TRUNCATE and found[0]:
                    raise RegisterUnavailable(
                        self.register, "another program is reading it; its log cannot be cut yet"
                    )

    def layout(self) -> tuple[dict[str, tuple[str, ...]], frozenset[str]]:
        """Tables and views with their columns as the database has them, and which are views."""
        with self._guarded(), self._engine.connect() as connection:
            return layout_of(inspect(connection))

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        if self._file is not None and not self._file.is_file():
            # SQLite would quietly make an empty database here and find nobody in it
            raise RegisterUnavailable(self.register, f"there is no file {self._file.name}")
        try:
            yield
        except (SQLAlchemyError, sqlite3.Error) as error:
            kind = type(getattr(error, "orig", None) or error).__name__
            raise RegisterUnavailable(
                self.register, f"the database refused ({kind}); run `rightsbot check`"
            ) from None  # the cause may quote a row


def _sqlite_file(url: str) -> Path | None:
    parts = make_url(url)
    if parts.get_backend_name() != "sqlite" or parts.database in (None, "", ":memory:"):
        return None
    return Path(str(parts.database))


def _one_moment(engine: Engine) -> Engine:
    """The engine for reading; SQLite shows one moment as it is, the others know the level."""
    is_postgresql = engine.dialect.name == "postgresql"
    return engine.execution_options(isolation_level="REPEATABLE READ") if is_postgresql else engine


def _engine(url: str) -> Engine:
    """Values untyped and parameters out of every log; SQLite begins and waits as we say."""
    if make_url(url).get_backend_name() != "sqlite":
        return create_engine(url, hide_parameters=True, poolclass=NullPool)
    # the URL may say how long: sqlite:///…?timeout=30
    waits = {} if "timeout" in make_url(url).query else {"timeout": _BUSY_SECONDS}
    engine = create_engine(url, hide_parameters=True, poolclass=NullPool, connect_args=waits)

    @event.listens_for(engine, "connect")
    def _begin_is_ours(dbapi_connection: object, _: object) -> None:
        dbapi_connection.isolation_level = None  # type: ignore[attr-defined] # sqlite3's own
        dbapi_connection.execute("PRAGMA secure_delete = ON")  # type: ignore[attr-defined] # the same

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writing = connection.get_execution_options().get("writing")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine
