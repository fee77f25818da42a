"""All rows of some persons, table by table and row by row: none of them is held."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Final

from bot.registers.maps.datamap import RegisterMap
from bot.registers.search import Root
from bot.registers.sources import Row, Rows
from bot.registers.whose import each_person

_MOST: Final = 50_000
"""Values that are held; where rows hang on more than these, the values are read once more."""


class _Values:
    """What rows of other tables hang on, in the order of the rows that have it."""

    def __init__(self, again: Callable[[], Iterator[object]]) -> None:
        self._again = again
        self._held: dict[object, None] = {}
        self._all_held = True

    def note(self, value: object) -> None:
        """One value more."""
        if len(self._held) < _MOST:
            self._held[value] = None
        else:
            self._all_held = self._all_held and value in self._held

    def __iter__(self) -> Iterator[object]:
        return iter(self._held) if self._all_held else self._again()


_Hung = Mapping[str, dict[str, _Values]]
"""By table and column: the values that rows of other tables hang on."""


def poured(
    register_map: RegisterMap,
    rows: Rows,
    roots: Iterable[Root],
    tables: Collection[str] | None = None,
) -> Iterator[tuple[str, Iterator[Row]]]:
    """Each table with its rows, the same as `search.family` but not held.

    Only these tables and those between, or all of them. The rows of one table are to be read to
    their end before the next table is asked for.
    """
    roots = list(roots)
    wanted = register_map.tables if tables is None else tables
    walked = {step for name in wanted for step in register_map.path(name)}
    for top in register_map.roots:
        values = [root.value for root in roots if root.table == top]
        if values:
            yield from _Pouring(register_map, rows, top, values).tables(walked)


class _Pouring:
    """The rows of persons whose own rows stand in one table."""

    def __init__(
        self, register_map: RegisterMap, rows: Rows, top: str, values: list[object]
    ) -> None:
        self._map, self._rows, self._top, self._values = register_map, rows, top, values
        self._hung: _Hung = {name: {} for name in register_map.below(top)}

    def tables(self, walked: Collection[str]) -> Iterator[tuple[str, Iterator[Row]]]:
        """The tables among these, each after the one it points to."""
        names = [name for name in self._map.below(self._top) if name in walked]
        for name in names:
            upward = self._upward(name)
            if upward is not None:
                self._hung[upward[1]].setdefault(upward[2], self._values_of(*upward[1:]))
        for name in names:
            yield name, _noting(self._rows_of(name), self._hung[name])

    def _rows_of(self, name: str) -> Iterator[Row]:
        upward, table = self._upward(name), self._map.tables[name]
        if upward is None:
            found = self._rows.having(name, table.key, self._values)
        else:
            column, parent, there = upward
            found = self._rows.having(name, column, self._hung[parent][there])
        return each_person(table, found)

    def _values_of(self, table: str, column: str) -> _Values:
        return _Values(lambda: (row[column] for row in self._rows_of(table)))

    def _upward(self, name: str) -> tuple[str, str, str] | None:
        return None if name == self._top else self._map.tables[name].upward


def _noting(rows: Iterable[Row], values: Mapping[str, _Values]) -> Iterator[Row]:
    for row in rows:
        for column, some in values.items():
            some.note(row[column])
        yield row
