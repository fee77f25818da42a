"""What staff and customer read of an erasure, from the plans of the registers, row by row.

A law keeps what the rows say that it keeps, and nothing else of the category: the exception of
Art. 17(3)(b) is tried for each datum.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from bot.answers.plan import (
    ErasurePlan,
    PlanLine,
    PlanVerdict,
    grounds_of,
    law_of,
    missing_of,
)
from bot.core.vocabulary import Category
from bot.mail.words import Both
from bot.registers.erasures.rowplan import Fate, RowPlan, RowsPlanned
from bot.registers.maps.datamap import CategoryWords, DataMap, Purpose

_NOBODY_KNOWS: Final = Both("", "")
_End = tuple[str, date | None, str]
"""The law that keeps, its last day, or the event that it ends with."""


def joined(parts: Iterable[ErasurePlan]) -> ErasurePlan:
    """Several plans as one: what is said twice of a category at a company is said once."""
    found: dict[tuple[object, ...], PlanLine] = {}
    for line in (line for part in parts for line in part.lines):
        place = (line.company, line.category, line.verdict, line.law, line.until)
        known = found.get(place)
        found[place] = _added(known, line) if known else line
    companies = list(dict.fromkeys(line.company for line in found.values()))
    order = list(Category)
    return ErasurePlan(
        tuple(
            sorted(
                found.values(),
                key=lambda line: (companies.index(line.company), order.index(line.category)),
            )
        )
    )


def lines_of(plan: RowPlan, data_map: DataMap) -> ErasurePlan:
    """The plan of one register, counted by category: what goes, and what stays by which law."""
    tally = _Tally()
    for one in plan.rows:
        tally.add(one, _both(plan, one))
    held = tally.categories()
    touching = data_map.purposes_of(held)
    lines = (
        line
        for category in Category
        if category in held
        for line in _Told(plan, data_map, tally, category, touching).lines()
    )
    return ErasurePlan(tuple(lines))


def _added(known: PlanLine, more: PlanLine) -> PlanLine:
    return replace(
        known,
        count=known.count + more.count,
        grounds=tuple(dict.fromkeys((*known.grounds, *more.grounds))),
        missing=tuple(dict.fromkeys((*known.missing, *more.missing))),
    )


def _both(plan: RowPlan, cleared: RowsPlanned) -> frozenset[Category]:
    """Of rows that stay without some cells: the categories of which something stays."""
    if cleared.fate is not Fate.CLEAR:
        return frozenset()
    keeps = (
        one
        for one in plan.rows
        if one.table == cleared.table
        and one.fate is Fate.KEEP
        and set(one.keys) & set(cleared.keys)
    )
    return frozenset(category for one in keeps for category, _ in one.counts)


@dataclass
class _Tally:
    """Rows by category: that go, that stay by a law, and of which nobody has said."""

    gone: dict[Category, int] = field(default_factory=dict)
    kept: dict[tuple[Category, _End], int] = field(default_factory=dict)
    asked: dict[Category, tuple[int, tuple[str, ...]]] = field(default_factory=dict)
    in_part: set[Category] = field(default_factory=set)

    def add(self, one: RowsPlanned, both: frozenset[Category]) -> None:
        """Count some rows; `both` are the categories of which something stays in them."""
        for category, count in one.counts:
            if one.fate is Fate.KEEP:
                place = (category, (one.law, one.until, one.event))
                self.kept[place] = self.kept.get(place, 0) + count
            elif one.fate is Fate.ASK:
                known, missing = self.asked.get(category, (0, ()))
                self.asked[category] = known + count, tuple(dict.fromkeys(missing + one.missing))
            elif category in both:
                self.in_part.add(category)
            else:
                self.gone[category] = self.gone.get(category, 0) + count

    def categories(self) -> frozenset[Category]:
        """All of which something is held."""
        return frozenset((*self.gone, *self.asked, *(category for category, _ in self.kept)))


@dataclass(frozen=True)
class _Told:
    """One category in one register."""

    plan: RowPlan
    data_map: DataMap
    tally: _Tally
    category: Category
    touching: Iterable[Purpose]

    def lines(self) -> Iterator[PlanLine]:
        words = self.data_map.categories.get(self.category, CategoryWords())
        used = [one for one in self.touching if self.category in one.categories]
        ends = {end: n for (one, end), n in self.tally.kept.items() if one is self.category}
        going, (asked, unsaid) = self._going(), self.tally.asked.get(self.category, (0, ()))
        missing = (*missing_of(self.category, words, used), *unsaid, *self._unworded(ends))
        blank = PlanLine(
            self.plan.company,
            self.category,
            Both(words.title_sv, words.title_en),
            0,
            PlanVerdict.ASK,
        )
        if missing:
            count = going + asked + sum(ends.values())
            yield replace(blank, count=count, missing=tuple(dict.fromkeys(missing)))
            return
        grounds = grounds_of(one for one in used if one.id not in {law for law, _, _ in ends})
        if going:
            yield replace(blank, count=going, verdict=PlanVerdict.ERASE, grounds=grounds)
        part = self.category in self.tally.in_part
        verdict = PlanVerdict.PART if part else PlanVerdict.KEEP
        for (key, until, _), count in ends.items():
            law, length = law_of(self.data_map.purposes[key])
            kept = replace(blank, count=count, verdict=verdict, law=law, until=until or length)
            yield replace(kept, grounds=grounds if part else ())

    def _going(self) -> int:
        return self.tally.gone.get(self.category, 0)

    def _unworded(self, ends: Mapping[_End, int]) -> Iterator[str]:
        """A law that keeps is named to the customer in approved words, and so is its length."""
        for key, _, _ in ends:
            purpose = self.data_map.purposes.get(key)
            if purpose is None or _NOBODY_KNOWS in law_of(purpose):
                yield f"purposes.{key}"
