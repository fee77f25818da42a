"""What free text may say of other people: found, then masked or left out by a human's word.

Art. 15(4) GDPR: "The right to obtain a copy [...] shall not adversely affect the rights and
freedoms of others." EDPB 01/2022, 168-174: what concerns others is taken out, the rest is given.
More is found than needs to be: a row that names nobody costs a glance, a missed name a colleague.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from bot.answers.openers import OPENERS
from bot.answers.samples import mask
from bot.core.vocabulary import Category
from bot.mail.words import Both
from bot.registers.records import Snapshot, TableRows

MASKED: Final = "[…]"
"""Stands in the copy where others were named; the same in every language."""

_MOST_HINTS: Final = 4
_LONGEST: Final = 100_000
_MOST_ROWS: Final = 2_000
_ADDRESS: Final = r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}"
_NUMBER: Final = r"(?<![\w-])\+?\d(?:[ /()-]{0,2}\d){6,13}(?![\w-])"
_CAPITAL: Final = r"[A-ZÅÄÖÉÜÆØ][a-zåäöéüæø]{1,30}(?:-[A-ZÅÄÖÉÜÆØ][a-zåäöéüæø]{1,30})?"
_NAME: Final = rf"(?<!\w){_CAPITAL}(?:\s{_CAPITAL}){{0,3}}(?!\w)"
_OTHERS: Final = re.compile(rf"{_ADDRESS}|{_NUMBER}|{_NAME}")
_WORD: Final = re.compile(r"[^\W_]+")
_SHORT: Final = 3
"""Letters of a word that may belong to the name that follows it: `De Geer`, `Han Li`."""
_BETWEEN: Final = " \t\r\"'”»([*•"
_ENDS: Final = ".!?:;\n-–—"


@dataclass(frozen=True)
class Flag:
    """One row that may name others. `number` counts from 1 over all companies, as staff say it.

    `table` and `row` are its places in the company's snapshot; `hints` what was found, masked.
    """

    number: int
    company: str
    table: int
    row: int
    title: Both
    hints: tuple[str, ...]


def flags_of(snapshots: Mapping[str, Snapshot]) -> tuple[Flag, ...]:
    """Every row of the companies (keys) whose free text holds a name or number not hers."""
    return tuple(each_flag(snapshots))


def each_flag(snapshots: Mapping[str, Snapshot]) -> Iterator[Flag]:
    """The same one by one, as often as it is asked for: there may be more than the memory holds."""
    places = (
        (company, place, number, table, found)
        for company, snapshot in snapshots.items()
        for known in (_known(snapshot),)
        for place, table in enumerate(snapshot.tables)
        for number, found in _found(table, known)
    )
    for number, (company, place, row, table, found) in enumerate(places, start=1):
        yield Flag(number, company, place, row, Both(table.title, table.title_en), _hints(found))


def redacted(snapshots: Mapping[str, Snapshot], said: Mapping[int, str]) -> dict[str, Snapshot]:
    """The snapshots as they are given: `said` is by number of row, "" to mask, else a ground."""
    at: dict[tuple[str, int], dict[int, str]] = {}
    for flag in each_flag(snapshots) if said else ():
        if flag.number in said:
            at.setdefault((flag.company, flag.table), {})[flag.row] = said[flag.number]
    return {
        company: replace(
            snapshot,
            tables=tuple(
                _given(table, at[company, place], _known(snapshot))
                if (company, place) in at
                else table
                for place, table in enumerate(snapshot.tables)
            ),
        )
        for company, snapshot in snapshots.items()
    }


def left_out(said: Mapping[int, str]) -> dict[str, int]:
    """How many rows are left out, by ground; the person is told (Art. 12(4))."""
    grounds = [ground for ground in said.values() if ground]
    return {ground: grounds.count(ground) for ground in dict.fromkeys(grounds)}


def _given(table: TableRows, said: Mapping[int, str], known: frozenset[str]) -> TableRows:
    free = {place for place, column in enumerate(table.columns) if column.free_text}
    shown = (
        tuple(_hide(cell, known) if place in free else cell for place, cell in enumerate(row))
        if number in said
        else row
        for number, row in enumerate(table.rows)
        if not said.get(number)
    )
    return table.holding(shown)


def _found(table: TableRows, known: frozenset[str]) -> Iterator[tuple[int, list[str]]]:
    """Each row that may name others, with what was found in it."""
    free = [place for place, column in enumerate(table.columns) if column.free_text]
    for number, row in enumerate(table.rows) if free else ():
        found = [text for place in free for text in _others(row[place], known)]
        if found:
            yield number, found


def _others(cell: str, known: frozenset[str]) -> Iterator[str]:
    for hit in _OTHERS.finditer(cell[:_LONGEST]):
        found = _without_opener(hit)
        if not _is_hers(found, known):
            yield found


def _hide(cell: str, known: frozenset[str]) -> str:
    shown = _OTHERS.sub(lambda hit: _hidden(hit, known), cell[:_LONGEST])
    # what is too long to be read is not given
    return shown if len(cell) <= _LONGEST else f"{shown} {MASKED}"


def _hidden(hit: re.Match[str], known: frozenset[str]) -> str:
    found = _without_opener(hit)
    return hit[0] if _is_hers(found, known) else hit[0].removesuffix(found) + MASKED


def _without_opener(hit: re.Match[str]) -> str:
    """What was found, without a first word that only begins the sentence; "" where that is all."""
    first, *rest = hit[0].split(maxsplit=1)
    if first not in OPENERS or (rest and len(first) <= _SHORT):
        return hit[0]
    # a few signs are enough to see where a sentence begins
    before = hit.string[max(hit.start() - 8, 0) : hit.start()].rstrip(_BETWEEN)
    begins = not before or before[-1] in _ENDS or before[-1].isdigit()
    return "".join(rest) if begins else hit[0]


def _is_hers(text: str, known: frozenset[str]) -> bool:
    """Whether each word of it, or its digits, stand in the columns that are no free text.

    Nothing at all is nobody else's.
    """
    digits = "".join(filter(str.isdigit, text))
    if digits and not any(map(str.isalpha, text)):
        return digits.replace("46", "0", 1) in known or digits in known
    return all(word.casefold() in known for word in _WORD.findall(text))


def _known(snapshot: Snapshot) -> frozenset[str]:
    """The words and runs of digits of her own data, casefolded; long histories tell no more.

    What she wrote to us is given back as she wrote it, and vouches for nobody whom she named.
    """
    known: set[str] = set()
    for table in (one for one in snapshot.tables if one.category is not Category.REQUESTS):
        for row in islice(table.rows, _MOST_ROWS):
            for column, cell in zip(table.columns, row, strict=True):
                if not column.free_text:
                    known.update(word.casefold() for word in _WORD.findall(cell))
                    known.add("".join(filter(str.isdigit, cell)))
    return frozenset(known - {""})


def _hints(found: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(mask, found)))[:_MOST_HINTS]
