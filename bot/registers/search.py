"""From a key to a person's own row, and from that row to everything that hangs on it."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from bot.registers.keys import (
    SearchKeys,
    addresses_in,
    fold_name,
    normalise_customer_number,
    twelve_digits,
    written_name,
)
from bot.registers.maps.datamap import Means, RegisterMap, TableMap
from bot.registers.records import Key
from bot.registers.sources import Row, Rows, as_text
from bot.registers.whose import persons

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


_WAYS = (
    _Way(Key.ADDRESS, Means.EMAIL, addresses_in, pieces_of),
    _Way(
        Key.CUSTOMER_NUMBER,
        Means.CUSTOMER_NUMBER,
        lambda cell: (normalise_customer_number(cell),),
        pieces_of,
    ),
    _Way(Key.PERSONAL_NUMBER, Means.PERSONAL_NUMBER, twelve_digits, _number_pieces),
    _Way(Key.NAME, Means.NAME, lambda cell: (fold_name(cell),), pieces_of),
)


def hits(register_map: RegisterMap, rows: Rows, keys: SearchKeys) -> dict[Root, set[Key]]:
    """Every person's own row that a key reaches, by whatever table the key stands in."""
    found: dict[Root, set[Key]] = {}
    for way in _WAYS:
        wanted = _wanted(keys, way.key)
        for name, table in register_map.tables.items():
            columns = table.meaning(way.means)
            if not columns or not wanted or register_map.root_of(name) not in register_map.roots:
                continue
            near = rows.resembling(name, columns, [way.pieces(key) for key in wanted])
            right = [row for row in near if wanted.intersection(_said(row, columns, way))]
            for root in _climb(register_map, rows, name, right):
                found.setdefault(root, set()).add(way.key)
    return found


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


def _wanted(keys: SearchKeys, key: Key) -> frozenset[str]:
    return {
        Key.ADDRESS: keys.addresses,
        Key.CUSTOMER_NUMBER: keys.customer_numbers,
        Key.PERSONAL_NUMBER: keys.personal_numbers,
        Key.NAME: keys.names,
    }[key]


def _said(row: Row, columns: tuple[str, ...], way: _Way) -> set[str]:
    cells = [as_text(row[column]) for column in columns]
    if way.key is Key.NAME:
        cells = [" ".join(cells)]
    return {said for cell in cells for said in way.says(cell)}


def _climb(register_map: RegisterMap, rows: Rows, table: str, near: list[Row]) -> list[Root]:
    root = register_map.root_of(table)
    while near and table != root and (upward := register_map.tables[table].upward):
        column, table, there = upward
        near = list(rows.having(table, there, dict.fromkeys(row[column] for row in near)))
    key = register_map.tables[table].key
    return [Root(table, row[key]) for row in persons(register_map.tables[table], near)]
