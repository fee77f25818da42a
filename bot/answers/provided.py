"""What of a copy Art. 20(1) speaks of, field by field, and why the rest is outside.

What the person gave or what was observed of her use, on consent or a contract. Where the map says
of a field where it came from, that decides; where it does not, what it says of the category does.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from bot.answers.glossary import contents
from bot.answers.sheets import Words
from bot.core.vocabulary import Category, Language
from bot.registers.maps.datamap import Basis, CategoryWords, DataMap, Origin, Purpose
from bot.registers.records import Column, Snapshot, TableRows


class Outside(StrEnum):
    """Why something that is held is not in the copy; the words of the table [outside]."""

    NOT_PROVIDED = "not_provided"
    LEGAL_DUTY = "legal_duty"
    LEGITIMATE_INTEREST = "legitimate_interest"


_REASONS: Final = {
    Basis.LEGAL_OBLIGATION: Outside.LEGAL_DUTY,
    Basis.LEGITIMATE_INTEREST: Outside.LEGITIMATE_INTEREST,
}
_GROUNDS: Final = frozenset({Basis.CONSENT, Basis.CONTRACT})
_PROVIDED: Final = frozenset({Origin.GIVEN, Origin.OBSERVED})


@dataclass(frozen=True)
class Left:
    """What is outside: a whole category, or one field (`label`) of a category that is inside."""

    category: Category
    reason: Outside
    label: Words | None = None


@dataclass(frozen=True)
class Given:
    """A table of one company and the places of its columns that are in the copy, at least one."""

    company: str
    table: TableRows
    places: tuple[int, ...]


@dataclass(frozen=True)
class Sifted:
    """What is in the copy, and what is not: whole categories first, once for each reason."""

    given: tuple[Given, ...]
    left: tuple[Left, ...]


def sifted(snapshots: Mapping[str, Snapshot], data_map: DataMap) -> Sifted:
    """What the companies (keys) hold, parted.

    A ground or an origin that nobody knows gives no reason, and nothing into the copy.
    """
    held = {table.category for _, table in _tables(snapshots)}
    given: list[Given] = []
    reasons_of: dict[Category, set[Outside]] = {one: set() for one in held}
    fields: dict[Left, None] = {}
    for company, table in _tables(snapshots):
        sieve = _Sieve(table.category, data_map, held)
        reasons = {place: sieve.against(column) for place, column in enumerate(table.columns)}
        places = tuple(place for place, why in reasons.items() if why is None)
        if places:
            given.append(Given(company, table, places))
        filled = contents(table).filled
        for place, why in reasons.items():
            reasons_of[table.category].update(why or ())
            for reason in why or () if place in filled else ():
                label = Words(*map(table.columns[place].called, Language))
                fields[Left(table.category, reason, label)] = None
    within = {one.table.category for one in given}
    whole = (
        Left(category, reason)
        for category in Category
        if category in held - within
        for reason in Outside
        if reason in reasons_of[category]
    )
    return Sifted(tuple(given), (*whole, *(field for field in fields if field.category in within)))


@dataclass(frozen=True)
class _Sieve:
    """Whether columns of one category belong into the copy."""

    category: Category
    data_map: DataMap
    held: Collection[Category]

    def against(self, column: Column) -> tuple[Outside, ...] | None:
        """Why a column is outside, () where nobody knows why; None where it is in the copy."""
        words = self.data_map.categories.get(self.category, CategoryWords())
        provided = Origin(column.origin) in _PROVIDED if column.origin else words.provided
        if provided is None:
            return ()
        if not provided:
            return (Outside.NOT_PROVIDED,)
        bases = {purpose.basis for purpose in self._purposes(column)}
        if bases & _GROUNDS:
            return None
        return tuple(reason for basis, reason in _REASONS.items() if basis in bases)

    def _purposes(self, column: Column) -> Iterator[Purpose]:
        for purpose in self.data_map.purposes_of(self.held):
            of_column = not column.purposes or purpose.id in column.purposes
            if of_column and self.category in purpose.categories:
                yield purpose


def _tables(snapshots: Mapping[str, Snapshot]) -> Iterator[tuple[str, TableRows]]:
    for company, snapshot in snapshots.items():
        yield from ((company, table) for table in snapshot.tables if table.rows)
