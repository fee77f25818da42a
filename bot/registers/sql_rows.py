"""The mapped tables and the block list over one open connection of a SQL database."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, Final

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Select,
    TableClause,
    and_,
    bindparam,
    column,
    func,
    select,
    table,
)
from sqlalchemy import Row as SqlRow
from sqlalchemy.types import NullType

from bot.registers.erasures.rowplan import Within
from bot.registers.maps.datamap import MarketingMap, RegisterMap, TableMap
from bot.registers.sources import Row, Sought, as_text
from bot.registers.sql_search import near

_FEW: Final = 50
"""Rows that are fetched together where a table may be longer than the memory."""
_AT_ONCE: Final = 500
"""Values in one IN list: SQLite takes at most 999 in its older builds."""
_VALUES: Final = "wanted"


class Asked:
    """The statements that one register is asked again and again, each written once."""

    def __init__(self, register_map: RegisterMap) -> None:
        self._map = register_map
        self._tables: dict[str, TableClause] = {}
        self._having: dict[tuple[str, str], Select[Any]] = {}

    def table(self, name: str) -> TableClause:
        """A table with the columns that the map gives it."""
        if name not in self._tables:
            self._tables[name] = table(name, *map(column, self.part(name).fields))
        return self._tables[name]

    def having(self, name: str, column_name: str) -> Select[Any]:
        """The rows whose column has one of the values, which are bound as `wanted`."""
        if (name, column_name) not in self._having:
            given = bindparam(_VALUES, expanding=True, type_=NullType())
            cell = self.table(name).c[column_name]
            self._having[name, column_name] = self.table(name).select().where(cell.in_(given))
        return self._having[name, column_name]

    def part(self, name: str) -> TableMap | MarketingMap:
        """What the map says of a table or of the block list."""
        marketing = self._map.marketing
        if marketing is not None and name == marketing.table:
            return marketing
        return self._map.tables[name]


class SqlRows:
    """See `sources.Writes`; open for one gesture."""

    def __init__(self, connection: Connection, asked: Asked) -> None:
        self._connection = connection
        self._asked = asked
        self._dialect = connection.dialect.name

    def resembling(
        self, name: str, columns: Sequence[str], wanted: Collection[Sequence[str]]
    ) -> Iterator[Row]:
        """At least the rows where these columns, joined, hold every piece of one wanted key."""
        return self.reached(name, [(columns, wanted)])

    def reached(self, name: str, sought: Sequence[Sought]) -> Iterator[Row]:
        """The rows that `resembling` gives for any of these, in one pass."""
        source = self._asked.table(name)
        means = {each: field.means for each, field in self._asked.part(name).fields.items()}
        alike = near(self._dialect, source, means, sought)
        return self._rows(source.select() if alike is None else source.select().where(alike))

    def having(self, name: str, column_name: str, values: Iterable[object]) -> Iterator[Row]:
        """The rows whose column has one of the values; neither None nor a blank equals any."""
        for some in _chunks(values):
            given = {_VALUES: self._comparable(some)}
            yield from self._rows(self._asked.having(name, column_name), given)

    def _rows(self, query: Select[Any], given: Mapping[str, object] | None = None) -> Iterator[Row]:
        """What a query finds, some rows at a time: it may be more than the memory holds.

        SQLite gives them so. PostgreSQL does by a cursor, which is asked for where a first look
        found many rows: for few, one answer is quicker than four.
        """
        if self._dialect == "postgresql":
            few = self._connection.execute(query.limit(_FEW + 1), given).all()
            if len(few) <= _FEW:
                return _named(query, few)
            query = query.execution_options(yield_per=_FEW)
        return _named(query, self._connection.execute(query, given))

    def tally(self, name: str, column_name: str) -> Iterator[tuple[object, int]]:
        """Each value of a column, and in how many rows it stands."""
        cell = self._asked.table(name).c[column_name]
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
        target = self._asked.table(name)
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
        target = self._asked.table(name)
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
        """That a column has one of the values."""
        some = self._comparable(values)
        given = bindparam(None, some, expanding=True, unique=True, type_=NullType())
        return source.c[name].in_(given)

    def _comparable(self, values: list[object]) -> list[object]:
        """Values for comparing: a key may come from a plan or a file as a text.

        SQLite compares it by the affinity of the column; every other engine reads an untyped
        text as what the column holds.
        """
        return values if self._dialect == "sqlite" else [as_text(value) for value in values]


def _named(query: Select[Any], found: Iterable[SqlRow[Any]]) -> Iterator[Row]:
    names = tuple(one.name for one in query.selected_columns)
    return (dict(zip(names, row, strict=True)) for row in found)


def _untyped(values: Mapping[str, object]) -> dict[str, BindParameter[object]]:
    """Cells to write; the database itself gives a text the type of its column."""
    return {
        name: bindparam(None, value, unique=True, type_=NullType())
        for name, value in values.items()
    }


def _chunks(values: Iterable[object]) -> Iterator[list[object]]:
    # a blank names nobody: a cash sale without number is not the customer without one
    rest = (value for value in values if value not in (None, ""))
    while some := list(islice(rest, _AT_ONCE)):
        yield some
