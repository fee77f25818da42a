"""From a key to a person's own row, and from that row to everything that hangs on it."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from bot.registers.keys import (
    SearchKeys,
    addresses_in,
    fold_name,
    normalise_customer_number,
    normalise_phone,
    twelve_digits,
    written_name,
)
from bot.registers.maps.datamap import Means, RegisterMap, TableMap
from bot.registers.records import Key
from bot.registers.sources import Row, Rows, Sought, as_text
from bot.registers.whose import each_person, persons

_ASCII_WORDS = re.compile(r"[!-~]+")


@dataclass(frozen=True)
class Root:
    """A person's own row: its table and the value of its key, as the source gives it."""

    table: str
    value: object

    def __str__(self) -> str:
        return f"{self.table}/{as_text(self.value)}"


Family = Mapping[str, list[Row]]
"""A person's own row and all that hangs on it, by table."""


@dataclass(frozen=True)
class _Way:
    """How one kind of key is sought: its columns, what a row says, its pieces for the source."""

    key: Key
    means: Means
    says: Callable[[str], Iterable[str]]
    pieces: Callable[[str], tuple[str, ...]]


def pieces_of(text: str) -> tuple[str, ...]:
    """The parts of a key that every source can compare: ASCII, no spaces."""
    return tuple(_ASCII_WORDS.findall(text))


def _number_pieces(text: str) -> tuple[str, ...]:
    """Birth date without century, and the last four: they stand so however it is written."""
    return (text[2:8], text[8:])


def _phone_pieces(text: str) -> tuple[str, ...]:
    """Its last seven digits: they stand so with and without the country."""
    return (text[-7:],)


_WAYS = (
    _Way(Key.ADDRESS, Means.EMAIL, addresses_in, pieces_of),
    _Way(
        Key.CUSTOMER_NUMBER,
        Means.CUSTOMER_NUMBER,
        lambda cell: (normalise_customer_number(cell),),
        pieces_of,
    ),
    _Way(Key.PERSONAL_NUMBER, Means.PERSONAL_NUMBER, twelve_digits, _number_pieces),
    _Way(Key.PHONE, Means.PHONE, lambda cell: (normalise_phone(cell),), _phone_pieces),
    _Way(Key.COOKIE, Means.COOKIE_ID, lambda cell: (cell.strip(),), pieces_of),
    _Way(Key.NAME, Means.NAME, lambda cell: (fold_name(cell),), pieces_of),
)


def hits(register_map: RegisterMap, rows: Rows, keys: SearchKeys) -> dict[Root, set[Key]]:
    """Every person's own row that a key reaches, by whatever table the key stands in.

    One pass a table, whatever the keys; no row that is met is held.
    """
    found: dict[Root, set[Key]] = {}
    for name, table in register_map.tables.items():
        asked = [one for one in _asked(table, keys) if one.columns]
        if not asked or register_map.root_of(name) not in register_map.roots:
            continue
        near = rows.reached(name, [one.sought for one in asked])
        step = _step(register_map, name)
        met: dict[Key, dict[object, None]] = {}
        is_own = register_map.root_of(name) == name
        for row in each_person(table, near) if is_own else near:
            for one in asked:
                if one.meets(row):
                    met.setdefault(one.way.key, {})[row[step]] = None
        for key, values in met.items():
            for root in _climb(register_map, rows, name, values):
                found.setdefault(root, set()).add(key)
    return found


def roots_named(register_map: RegisterMap, rows: Rows, keys: Iterable[str]) -> list[Root]:
    """The persons' own rows with these names (`table/primary key`), as far as they are there."""
    found: dict[Root, None] = {}
    for table, _, value in (one.partition("/") for one in keys):
        if table in register_map.roots:
            key = register_map.tables[table].key
            own = persons(register_map.tables[table], rows.having(table, key, [value]))
            found |= {Root(table, row[key]): None for row in own}
    return list(found)


def family(
    register_map: RegisterMap, rows: Rows, roots: Iterable[Root], tables: Collection[str]
) -> Family:
    """The own rows of these persons and what hangs on them, in these tables and those between."""
    roots, walked = list(roots), {step for name in tables for step in register_map.path(name)}
    members: dict[str, list[Row]] = {}
    for table in register_map.roots:
        values = [root.value for root in roots if root.table == table]
        if not values:
            continue
        for name in filter(walked.__contains__, register_map.below(table)):
            upward = register_map.tables[name].upward
            if upward is None or name == table:
                own = rows.having(name, register_map.tables[name].key, values)
                members[name] = persons(register_map.tables[name], own)
                continue
            column, parent, there = upward
            up = dict.fromkeys(row[there] for row in members[parent])
            members[name] = persons(register_map.tables[name], rows.having(name, column, up))
    return members


def whole_names(table: TableMap, row: Row) -> str:
    """The name in a row as on an envelope; several columns are one name."""
    return written_name(" ".join(as_text(row[column]) for column in table.meaning(Means.NAME)))


@dataclass(frozen=True)
class _Asked:
    """What one table is asked: for which keys, in which of its columns."""

    way: _Way
    wanted: frozenset[str]
    columns: tuple[str, ...]

    @property
    def sought(self) -> Sought:
        """The same for a source."""
        return self.columns, [self.way.pieces(key) for key in self.wanted]

    def meets(self, row: Row) -> bool:
        """Whether a row says one of the keys, to the letter."""
        cells = [as_text(row[column]) for column in self.columns]
        if self.way.key is Key.NAME:
            cells = [" ".join(cells)]
        return any(said in self.wanted for cell in cells for said in self.way.says(cell))


def _asked(table: TableMap, keys: SearchKeys) -> Iterator[_Asked]:
    for way in _WAYS:
        if wanted := _wanted(keys, way.key):
            yield _Asked(way, wanted, table.meaning(way.means))


def _wanted(keys: SearchKeys, key: Key) -> frozenset[str]:
    return {
        Key.ADDRESS: keys.addresses,
        Key.CUSTOMER_NUMBER: keys.customer_numbers,
        Key.PERSONAL_NUMBER: keys.personal_numbers,
        Key.NAME: keys.names,
        Key.PHONE: keys.phones,
        Key.COOKIE: keys.cookies,
    }[key]


def _step(register_map: RegisterMap, table: str) -> str:
    """The column by which a row leads to the person's own row; in that table itself its key."""
    part = register_map.tables[table]
    if part.upward is None or register_map.root_of(table) == table:
        return part.key
    return part.upward[0]


def _climb(
    register_map: RegisterMap, rows: Rows, table: str, values: Collection[object]
) -> list[Root]:
    """The own rows that rows of a table lead to, from the values of their `_step`."""
    root = register_map.root_of(table)
    while values and table != root and (upward := register_map.tables[table].upward):
        _, table, there = upward
        step, part = _step(register_map, table), register_map.tables[table]
        found = rows.having(table, there, values)
        found = each_person(part, found) if table == root else found
        values = dict.fromkeys(row[step] for row in found)
    return [Root(table, value) for value in values]
