"""All rows of some persons, table by table and row by row: a copy needs none of them twice."""

from collections.abc import Iterable, Iterator, Mapping

from bot.registers.maps.datamap import RegisterMap
from bot.registers.search import Root
from bot.registers.sources import Row, Rows
from bot.registers.whose import each_person

_Keys = dict[str, dict[object, None]]
"""By column: the values that rows of other tables hang on, each once."""


def poured(
    register_map: RegisterMap, rows: Rows, roots: Iterable[Root]
) -> Iterator[tuple[str, Iterator[Row]]]:
    """Each table with its rows, the same as `search.family` but not held.

    The rows of one table are to be read to their end before the next table is asked for.
    """
    roots = list(roots)
    for top in register_map.roots:
        values = [root.value for root in roots if root.table == top]
        if not values:
            continue
        hung = _hung(register_map, top)
        for name in register_map.below(top):
            upward = register_map.tables[name].upward
            if upward is None or name == top:
                found = rows.having(name, register_map.tables[name].key, values)
            else:
                column, parent, there = upward
                found = rows.having(name, column, hung[parent][there])
            theirs = each_person(register_map.tables[name], found)
            yield name, _noting(theirs, hung[name])


def _hung(register_map: RegisterMap, top: str) -> Mapping[str, _Keys]:
    """For each table, room for the values of the columns that other tables point to."""
    hung: dict[str, _Keys] = {name: {} for name in register_map.below(top)}
    for name in hung:
        upward = register_map.tables[name].upward
        if upward is not None and name != top:
            hung[upward[1]][upward[2]] = {}
    return hung


def _noting(rows: Iterable[Row], keys: _Keys) -> Iterator[Row]:
    for row in rows:
        for column, values in keys.items():
            values[row[column]] = None
        yield row
