"""Registers in a SQL database: SQLAlchemy Core, bound parameters, one transaction a gesture."""

import sqlite3
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Engine,
    NullPool,
    TableClause,
    and_,
    bindparam,
    column,
    create_engine,
    event,
    func,
    inspect,
    select,
    table,
)
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.types import NullType

from bot.registers.erasures.rowplan import Within
from bot.registers.layout import layout_of
from bot.registers.maps.datamap import MarketingMap, RegisterMap, TableMap
from bot.registers.records import RegisterUnavailable
from bot.registers.sources import Row, as_text
from bot.registers.sql_search import near

_NO_DATABASE = "sqlite://"
"""For a register of files alone: an empty one in memory, which has no table and no file."""
_BUSY_SECONDS = 10
_TRUNCATE = "PRAGMA wal_checkpoint(TRUNCATE)"
_AT_ONCE = 500
"""Values in one IN list: SQLite takes at most 999 in its older builds."""


class SqlDatabase:
    """The database of one register. Nothing stays open between two gestures."""

    def __init__(self, register: str, register_map: RegisterMap) -> None:
        self.register = register
        self.map = register_map
        url = register_map.url or _NO_DATABASE
        self._file = _sqlite_file(url)
        self._engine = _engine(url)

    @contextmanager
    def reading(self) -> Iterator["SqlRows"]:
        """One consistent view of all tables."""
        with self._guarded(), self._engine.connect() as connection, connection.begin():
            yield SqlRows(connection, self.map)

    @contextmanager
    def writing(self) -> Iterator["SqlRows"]:
        """One transaction that writes: all of it stands afterwards, or none."""
        with self._guarded(), self._engine.connect() as plain:
            connection = plain.execution_options(writing=True)
            with connection.begin():
                yield SqlRows(connection, self.map)

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


class SqlRows:
    """The mapped tables and the block list over one open connection."""

    def __init__(self, connection: Connection, register_map: RegisterMap) -> None:
        self._connection = connection
        self._map = register_map

    def resembling(
        self, name: str, columns: Sequence[str], wanted: Collection[Sequence[str]]
    ) -> Iterator[Row]:
        """At least the rows where these columns, joined, hold every piece of one wanted key."""
        source = self._table(name)
        meanings = self._part(name).fields
        here = [(each, meanings[each].means) for each in columns]
        alike = near(self._connection.dialect.name, source, here, wanted)
        query = source.select() if alike is None else source.select().where(alike)
        return map(dict, self._connection.execute(query).mappings())

    def having(self, name: str, column_name: str, values: Collection[object]) -> Iterator[Row]:
        """The rows whose column has one of the values; neither None nor a blank equals any."""
        source = self._table(name)
        for some in _chunks(values):
            query = source.select().where(self._is_one(source, column_name, some))
            yield from map(dict, self._connection.execute(query).mappings())

    def tally(self, name: str, column_name: str) -> Iterator[tuple[object, int]]:
        """Each value of a column, and in how many rows it stands."""
        cell = self._table(name).c[column_name]
        counted = self._connection.execute(select(cell, func.count()).group_by(cell))
        return ((value, count) for value, count in counted)

    def insert(self, name: str, values: Mapping[str, object]) -> None:
        """As `sources.Writes` says."""
        target = table(name, *(column(each) for each in values))
        self._connection.execute(target.insert().values(_untyped(values)))

    def update(
        self,
        name: str,
        column_name: str,
        values: Collection[object],
        new: Mapping[str, object],
        within: Within | None = None,
    ) -> int:
        """As `sources.Writes` says."""
        target = self._table(name)
        return sum(
            self._connection.execute(target.update().where(where).values(_untyped(new))).rowcount
            for where in self._where(target, column_name, values, within)
        )

    def delete(
        self,
        name: str,
        column_name: str,
        values: Collection[object],
        within: Within | None = None,
    ) -> int:
        """As `sources.Writes` says."""
        target = self._table(name)
        return sum(
            self._connection.execute(target.delete().where(where)).rowcount
            for where in self._where(target, column_name, values, within)
        )

    def _where(
        self, target: TableClause, name: str, values: Collection[object], within: Within | None
    ) -> Iterator[ColumnElement[bool]]:
        """One condition a statement: some of the values, and some of what rows must hang on."""
        for some in _chunks(values):
            here = self._is_one(target, name, some)
            if within is None:
                yield here
                continue
            for hanging in _chunks(within.values):
                yield and_(here, self._is_one(target, within.column, hanging))

    def _is_one(self, source: TableClause, name: str, values: list[object]) -> ColumnElement[bool]:
        """That a column has one of the values. A key may come from a plan or a file as a text.

        SQLite compares it by the affinity of the column; every other engine reads an untyped
        text as what the column holds.
        """
        if self._connection.dialect.name != "sqlite":
            values = [as_text(value) for value in values]
        given = bindparam(None, values, expanding=True, unique=True, type_=NullType())
        return source.c[name].in_(given)

    def _table(self, name: str) -> TableClause:
        return table(name, *(column(field) for field in self._part(name).fields))

    def _part(self, name: str) -> TableMap | MarketingMap:
        marketing = self._map.marketing
        if marketing is not None and name == marketing.table:
            return marketing
        return self._map.tables[name]


def _untyped(values: Mapping[str, object]) -> dict[str, BindParameter[object]]:
    """Cells to write; the database itself gives a text the type of its column."""
    return {
        name: bindparam(None, value, unique=True, type_=NullType())
        for name, value in values.items()
    }


def _chunks(values: Collection[object]) -> Iterator[list[object]]:
    # a blank names nobody: a cash sale without number is not the customer without one
    rest = iter([value for value in values if value not in (None, "")])
    while some := list(islice(rest, _AT_ONCE)):
        yield some


def _sqlite_file(url: str) -> Path | None:
    parts = make_url(url)
    if parts.get_backend_name() != "sqlite" or parts.database in (None, "", ":memory:"):
        return None
    return Path(str(parts.database))


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
