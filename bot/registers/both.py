"""The rows of a register that is a database and files besides, each table from where it is."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Generic, TypeVar

from bot.registers.erasures.rowplan import Within
from bot.registers.maps.datamap import RegisterMap
from bot.registers.sources import Row, Rows, Sought, Writes

_Source = TypeVar("_Source", bound=Rows)


class BothKinds(Generic[_Source]):
    """See `sources.Rows`. The block list is in the database."""

    def __init__(self, register_map: RegisterMap, sql: _Source, files: _Source) -> None:
        self._sources = {
            name: sql if table.source == "sql" else files
            for name, table in register_map.tables.items()
        }
        self._sql = sql

    def _of(self, table: str) -> _Source:
        return self._sources.get(table, self._sql)

    def resembling(
        self, table: str, columns: Sequence[str], wanted: Collection[Sequence[str]]
    ) -> Iterable[Row]:
        """As `Rows` says."""
        return self._of(table).resembling(table, columns, wanted)

    def reached(self, table: str, sought: Sequence[Sought]) -> Iterable[Row]:
        """As `Rows` says."""
        return self._of(table).reached(table, sought)

    def having(self, table: str, column: str, values: Iterable[object]) -> Iterable[Row]:
        """As `Rows` says."""
        return self._of(table).having(table, column, values)


class BothWritten(BothKinds[Writes]):
    """See `sources.Writes`."""

    def insert(self, table: str, values: Mapping[str, object]) -> None:
        """As `Writes` says."""
        self._of(table).insert(table, values)

    def update(
        self,
        table: str,
        column: str,
        values: Collection[object],
        new: Mapping[str, object],
        within: Within | None = None,
    ) -> int:
        """As `Writes` says."""
        return self._of(table).update(table, column, values, new, within)

    def delete(
        self, table: str, column: str, values: Collection[object], within: Within | None = None
    ) -> int:
        """As `Writes` says."""
        return self._of(table).delete(table, column, values, within)
