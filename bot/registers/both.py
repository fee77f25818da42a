"""The rows of a register that is a database and files besides, each table from where it is."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from bot.registers.erasures.rowplan import Within
from bot.registers.maps.datamap import RegisterMap
from bot.registers.sources import Row, Rows, Sought, Writes


class BothKinds:
    """See `sources.Rows`. The block list is in the database."""

    def __init__(self, register_map: RegisterMap, sql: Rows, files: Rows) -> None:
        self._sources: dict[str, Rows] = {
            name: sql if table.source == "sql" else files
            for name, table in register_map.tables.items()
        }
        self._sql = sql

    def resembling(
        self, table: str, columns: Sequence[str], wanted: Collection[Sequence[str]]
    ) -> Iterable[Row]:
        """As `Rows` says."""
        return self._sources.get(table, self._sql).resembling(table, columns, wanted)

    def reached(self, table: str, sought: Sequence[Sought]) -> Iterable[Row]:
        """As `Rows` says."""
        return self._sources.get(table, self._sql).reached(table, sought)

    def having(self, table: str, column: str, values: Iterable[object]) -> Iterable[Row]:
        """As `Rows` says."""
        return self._sources.get(table, self._sql).having(table, column, values)


class BothWritten(BothKinds):
    """See `sources.Writes`."""

    def __init__(self, register_map: RegisterMap, sql: Writes, files: Writes) -> None:
        super().__init__(register_map, sql, files)
        self._writes: dict[str, Writes] = {
            name: sql if table.source == "sql" else files
            for name, table in register_map.tables.items()
        }
        self._written = sql

    def insert(self, table: str, values: Mapping[str, object]) -> None:
        """As `Writes` says."""
        self._writes.get(table, self._written).insert(table, values)

    def update(
        self,
        table: str,
        column: str,
        values: Collection[object],
        new: Mapping[str, object],
        within: Within | None = None,
    ) -> int:
        """As `Writes` says."""
        source = self._writes.get(table, self._written)
        return source.update(table, column, values, new, within)

    def delete(
        self, table: str, column: str, values: Collection[object], within: Within | None = None
    ) -> int:
        """As `Writes` says."""
        return self._writes.get(table, self._written).delete(table, column, values, within)
