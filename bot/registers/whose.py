"""Whose data one row is, where its table says so row by row (P19)."""

from collections.abc import Iterable, Iterator

from bot.registers.maps.tablemap import TableMap, Whose, WhoseBy
from bot.registers.sources import Row, as_text


def whose_of(table: TableMap, row: Row) -> Whose | None:
    """Whose data a row of a table is; None for a value that the map gives to nobody."""
    if not isinstance(table.whose, WhoseBy):
        return table.whose
    said = as_text(row[table.whose.column]).strip()
    named = {
        Whose.PERSON: table.whose.person,
        Whose.CONTACT: table.whose.contact,
        Whose.SOLE_TRADER: table.whose.sole_trader,
        Whose.FIRM: table.whose.firm,
    }
    return next((whose for whose, values in named.items() if said in values), None)


def each_person(table: TableMap, rows: Iterable[Row]) -> Iterator[Row]:
    """The rows that may be a person's, as they come: a legal person's are not (recital 14)."""
    return (row for row in rows if whose_of(table, row) is not Whose.FIRM)


def persons(table: TableMap, rows: Iterable[Row]) -> list[Row]:
    """The same rows, all at hand."""
    return list(each_person(table, rows))
