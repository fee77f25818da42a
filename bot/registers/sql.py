"""Registers in a SQL database: SQLAlchemy Core, bound parameters, one transaction a gesture."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    NullPool,
    String,
    TableClause,
    and_,
    cast,
    column,
    create_engine,
    event,
    func,
    inspect,
    or_,
    table,
)
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError

from bot.registers.datamap import RegisterMap
from bot.registers.records import RegisterUnavailable
from bot.registers.sources import Row

_BUSY_SECONDS = 10
_AT_ONCE = 500
"""Values in one IN list: SQLite takes at most 999 in its older builds."""


class SqlDatabase:
    """The database of one register. Nothing stays open between two gestures."""

    def __init__(self, register: str, register_map: RegisterMap) -> None:
        self.register = register
        self.map = register_map
        self._file = _sqlite_file(register_map.url)
        self._engine = _engine(register_map.url)

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

    def layout(self) -> tuple[dict[str, tuple[str, ...]], frozenset[str]]:
        """Tables and views with their columns as the database has them, and which are views."""
        with self._guarded(), self._engine.connect() as connection:
            seen = inspect(connection)
            views = frozenset(seen.get_view_names())
            names = (*seen.get_table_names(), *views)
            columns = {n: tuple(str(c["name"]) for c in seen.get_columns(n)) for n in names}
        return columns, views

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        if self._file is not None and not self._file.is_file():
            # SQLite would quietly make an empty database here and find nobody in it
            raise RegisterUnavailable(self.register, f"there is no file {self._file.name}")
        try:
            yield
        except SQLAlchemyError as error:
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
        joined: ColumnElement[str] = _text(source, columns[0])
        for more in columns[1:]:
            joined = joined + _text(source, more)
        joined = func.replace(joined, " ", "")
        alike = [
            and_(*(joined.icontains(piece, autoescape=True) for piece in pieces))
            for pieces in wanted
            if pieces
        ]
        anything = len(alike) < len(wanted)
        query = source.select() if anything else source.select().where(or_(*alike))
        return map(dict, self._connection.execute(query).mappings())

    def having(self, name: str, column_name: str, values: Collection[object]) -> Iterator[Row]:
        """The rows whose column has one of the values; neither None nor a blank equals any."""
        source = self._table(name)
        for some in _chunks(values):
            query = source.select().where(source.c[column_name].in_(some))
            yield from map(dict, self._connection.execute(query).mappings())

    def insert(self, name: str, values: Mapping[str, object]) -> None:
        """Add one row."""
        self._connection.execute(self._table(name).insert().values(dict(values)))

    def update(
        self, name: str, column_name: str, values: Collection[object], new: Mapping[str, object]
    ) -> None:
        """Write the new cells in every row whose column has one of the values."""
        target = self._table(name)
        for some in _chunks(values):
            where = target.c[column_name].in_(some)
            self._connection.execute(target.update().where(where).values(dict(new)))

    def _table(self, name: str) -> TableClause:
        marketing = self._map.marketing
        part = marketing if name == marketing.table else self._map.tables[name]
        return table(name, *(column(field) for field in part.fields))


def _text(source: TableClause, name: str) -> ColumnElement[str]:
    return func.coalesce(cast(source.c[name], String), "")


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
    waits = {"timeout": _BUSY_SECONDS}
    engine = create_engine(url, hide_parameters=True, poolclass=NullPool, connect_args=waits)

    @event.listens_for(engine, "connect")
    def _begin_is_ours(dbapi_connection: object, _: object) -> None:
        dbapi_connection.isolation_level = None  # type: ignore[attr-defined] # sqlite3's own

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writing = connection.get_execution_options().get("writing")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine
