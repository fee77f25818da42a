"""What is told beside the copied cells: what a code stands for, and where the data came from.

EDPB 01/2022, example 27: codes are explained. Art. 15(1)(g): "any available information as to
their source". Both for what this person's own cells hold, and for nothing else.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bot.core.vocabulary import Category, Language
from bot.registers.maps.datamap import Origin
from bot.registers.records import Column, Snapshot, TableRows


@dataclass(frozen=True)
class Contents:
    """What stands in one table: the columns that hold something, and by column the codes in it."""

    table: TableRows
    filled: frozenset[int]
    codes: Mapping[int, tuple[str, ...]]


def contents(table: TableRows) -> Contents:
    """What stands in a table; its rows are read once."""
    filled: set[int] = set()
    coded: dict[int, dict[str, None]] = {
        place: {} for place, column in enumerate(table.columns) if column.codes
    }
    for row in table.rows:
        if len(filled) < len(row):
            filled.update(place for place, cell in enumerate(row) if cell)
        elif not coded:
            break
        for place, values in coded.items():
            values[row[place].strip()] = None
    codes = {place: tuple(filter(None, values)) for place, values in coded.items()}
    return Contents(table, frozenset(filled), codes)


def unexplained(snapshots: Iterable[Snapshot]) -> list[str]:
    """The keys of the map whose glossary lacks a code that is held; never the code itself.

    [] when every code can be explained. A copy with one that cannot is a human's (L38).
    """
    found = {
        f"{table.place}.fields.{column.name}.codes".lstrip(".")
        for snapshot in snapshots
        for table in snapshot.tables
        if any(column.codes for column in table.columns)
        for column in _short_of_words(contents(table))
    }
    return sorted(found)


def used_for(held: Iterable[Contents]) -> dict[Category, frozenset[str] | None]:
    """By category: the purposes (keys) that the columns in which something stands name (L27).

    None where one of them names none, and so is used for all of its category's.
    """
    found: dict[Category, frozenset[str] | None] = {}
    for one in held:
        category = one.table.category
        for place in one.filled:
            keys, known = one.table.columns[place].purposes, found.get(category, frozenset())
            found[category] = known.union(keys) if keys and known is not None else None
    return found


def glossary(held: Contents, language: Language) -> list[dict[str, Any]]:
    """By column: each code that stands in it with its explanation, in the order of the map."""
    told = []
    for place, values in held.codes.items():
        column = held.table.columns[place]
        known = [(code.value, code.told(language)) for code in column.codes if code.value in values]
        if known:
            told.append({"label": column.called(language), "codes": known})
    return told


def origins(held: Iterable[Contents], language: Language) -> list[dict[str, Any]]:
    """By origin and source: the labels of the columns that hold something from there.

    [] where the map says of no such column where it came from.
    """
    found: dict[tuple[str, str], dict[str, None]] = {}
    for column in _filled(held):
        if column.origin:
            labels = found.setdefault((column.origin, column.source), {})
            labels[column.called(language)] = None
    order = list(Origin)
    return [
        {"origin": origin, "source": source, "labels": list(labels)}
        for (origin, source), labels in sorted(
            found.items(), key=lambda each: (order.index(Origin(each[0][0])), each[0][1])
        )
    ]


def _filled(held: Iterable[Contents]) -> Iterator[Column]:
    for one in held:
        yield from (column for place, column in enumerate(one.table.columns) if place in one.filled)


def _short_of_words(held: Contents) -> Iterator[Column]:
    for place, values in held.codes.items():
        column = held.table.columns[place]
        if not {code.value for code in column.codes}.issuperset(values):
            yield column
