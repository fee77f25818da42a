"""Many persons' rows read together, and told apart again."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from bot.registers.maps.datamap import RegisterMap
from bot.registers.search import Family, Root, family
from bot.registers.sources import Row, Rows, as_text


@dataclass(frozen=True)
class Persons:
    """Persons' own rows, by the keys of one table."""

    table: str
    values: Collection[object]


def families(
    register_map: RegisterMap, rows: Rows, persons: Persons, tables: Collection[str] = ()
) -> Iterator[tuple[Root, Family]]:
    """The own rows of these persons, each with all that hangs on it, in the order of the keys.

    With `tables`, what stands in these and those between, and nothing else.
    Left out is whoever shares a row with another, or a key: nobody can tell whose that is.
    """
    table, values = persons.table, persons.values
    wanted = tables or register_map.below(table)
    together = family(register_map, rows, [Root(table, one) for one in values], wanted)
    below = [name for name in register_map.below(table) if name in together]
    key = register_map.tables[table].key
    owners: dict[str, dict[int, set[str]]] = {
        table: {id(row): {_text(row[key])} for row in together.get(table, ())}
    }
    for name in below:
        upward = register_map.tables[name].upward
        if name == table or upward is None:
            continue
        column, parent, there = upward
        above: dict[str, set[str]] = {}
        for row in together.get(parent, ()):
            above.setdefault(_text(row[there]), set()).update(owners[parent][id(row)])
        owners[name] = {
            id(row): above.get(_text(row[column]), set()) for row in together.get(name, ())
        }
    shared = {
        one for of in owners.values() for some in of.values() if len(some) > 1 for one in some
    }
    apart: dict[str, dict[str, list[Row]]] = {}
    for name in below:
        for row in together.get(name, ()):
            for one in owners[name][id(row)] - shared:
                apart.setdefault(one, {}).setdefault(name, []).append(row)
    for value in values:
        theirs = apart.get(_text(value), {})
        if len(theirs.get(table, ())) == 1:
            yield Root(table, value), {name: theirs.get(name, []) for name in below}


def _text(value: object) -> str:
    return as_text(value).strip()
