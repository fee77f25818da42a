"""What an erasure takes away and what it must leave, company by company (Art. 17(1), (3), (4)).

A plan is laid out before anything is erased, read by two people, and kept sealed: the answer tells
from it what went, and each register is asked against it whether that is true.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

from bot.answers.dealings import latest_dealing
from bot.core.deadlines import receipt_day
from bot.core.kept_json import KeptJson
from bot.core.vocabulary import Category, Language
from bot.mail.words import Both, inside
from bot.registers.maps.datamap import (
    Basis,
    CategoryWords,
    DataMap,
    Kind,
    Purpose,
    RegisterMap,
    fiscal_year_end,
)
from bot.registers.records import Snapshot

_NOTHING: Final = Both("", "")
#: what must be known of a purpose before a category that it uses is erased or kept
_NEEDED: Final = ("title", "basis", "retention")


class PlanVerdict(StrEnum):
    """What becomes of one category; the words of the table [verdicts].

    PART: a law keeps what it needs of it, the rest goes. ASK: a ground or a period is unknown.
    """

    ERASE = "erase"
    KEEP = "keep"
    PART = "part"
    ASK = "ask"


class Ground(StrEnum):
    """Why data must go: Art. 17(1)(a), (b) and (c); a request to erase is taken as all three."""

    NOT_NEEDED = "not_needed"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    OBJECTED = "objected"


_GROUNDS: Final = {
    Basis.CONSENT: Ground.CONSENT_WITHDRAWN,
    Basis.CONTRACT: Ground.NOT_NEEDED,
    Basis.LEGAL_OBLIGATION: Ground.NOT_NEEDED,
    Basis.LEGITIMATE_INTEREST: Ground.OBJECTED,
}


@dataclass(frozen=True)
class PlanLine:
    """One category of one company; two lines where two laws keep it, each to its own end.

    `count` are the rows of the category. `law` is the ground that keeps, in approved words as they
    stand inside a sentence, `until` its last day or else the approved length; both empty where all
    goes. `grounds` are those by which something goes, `missing` the keys of the config file
    without which nobody can say.
    """

    company: str
    category: Category
    title: Both
    count: int
    verdict: PlanVerdict
    law: Both = _NOTHING
    until: date | Both = _NOTHING
    grounds: tuple[Ground, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class ErasurePlan(KeptJson):
    """What was planned at the aware instants of the snapshots; counts and words, nobody's data."""

    lines: tuple[PlanLine, ...] = ()

    @property
    def asks(self) -> tuple[PlanLine, ...]:
        """What a human must settle first: nothing of it is erased, and no answer tells of it."""
        return tuple(line for line in self.lines if line.verdict is PlanVerdict.ASK)

    def to_json(self) -> str:
        """Canonical JSON: sorted keys, no spaces."""
        plain = json.loads(super().to_json())
        return json.dumps(plain, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def plan_of(
    snapshots: Mapping[str, Snapshot],
    data_map: DataMap,
    closings: Mapping[str, str | None] | None = None,
) -> ErasurePlan:
    """The plan for what the companies (keys) hold, categories in the order of the vocabulary.

    `closings` says by company when its fiscal years close ("12-31"); where that, or the day of a
    purchase, is unknown, what bookkeeping keeps is kept for the approved words instead of to a
    date. A legal obligation whose last day passed before the snapshot keeps nothing.
    """
    known = closings or {}
    return ErasurePlan(
        tuple(
            line
            for company, snapshot in snapshots.items()
            for line in _Holding(company, snapshot, data_map, known.get(company)).lines()
        )
    )


def residue_of(after: Snapshot, plan: ErasurePlan, company: str) -> int:
    """How many rows are still there in what the plan erases wholly at a company (key)."""
    counts = after.counts()
    gone = {
        line.category
        for line in plan.lines
        if line.company == company and line.verdict is PlanVerdict.ERASE
    }
    return sum(counts.get(category, 0) for category in gone)


def erased_lines(plan: ErasurePlan, names: Mapping[str, str]) -> list[dict[str, Any]]:
    """The variable `erased`: what went wholly; `names` are those of the companies by key."""
    return [
        {"company": names[line.company], "title": line.title}
        for line in plan.lines
        if line.verdict is PlanVerdict.ERASE
    ]


def kept_lines(plan: ErasurePlan, names: Mapping[str, str]) -> list[dict[str, Any]]:
    """The variable `kept`: what stays, by which law and how long (Art. 12(4), 17(3)).

    `part` is true where only what the law needs of the category stayed.
    """
    return [
        {
            "company": names[line.company],
            "title": line.title,
            "law": line.law,
            "until": line.until,
            "part": line.verdict is PlanVerdict.PART,
        }
        for line in plan.lines
        if line.verdict in {PlanVerdict.KEEP, PlanVerdict.PART}
    ]


@dataclass(frozen=True)
class _Holding:
    """What one company holds. Purposes count by what is held there: per company and per datum."""

    company: str
    snapshot: Snapshot
    data_map: DataMap
    closing: str | None

    def lines(self) -> Iterator[PlanLine]:
        counts = {category: count for category, count in self.snapshot.counts().items() if count}
        touching = self.data_map.purposes_of(counts)
        for category in Category:
            if category in counts:
                used = [purpose for purpose in touching if category in purpose.categories]
                yield from self._lines(category, counts[category], used)

    def _lines(self, category: Category, count: int, used: list[Purpose]) -> Iterator[PlanLine]:
        words = self.data_map.categories.get(category, CategoryWords())
        title = Both(words.title_sv, words.title_en)
        missing = tuple(missing_of(category, words, used))
        if missing:
            yield PlanLine(self.company, category, title, count, PlanVerdict.ASK, missing=missing)
            return
        kept = {purpose.id: self._kept(purpose) for purpose in used if self._keeps(purpose)}
        going = [purpose for purpose in used if purpose.id not in kept]
        grounds = grounds_of(going)
        if not kept:
            yield PlanLine(self.company, category, title, count, PlanVerdict.ERASE, grounds=grounds)
        verdict = PlanVerdict.PART if going else PlanVerdict.KEEP
        for law, until in dict.fromkeys(kept.values()):
            yield PlanLine(self.company, category, title, count, verdict, law, until, grounds)

    def _keeps(self, purpose: Purpose) -> bool:
        """Art. 17(3)(b): "for compliance with a legal obligation", as long as that obliges."""
        if purpose.basis is not Basis.LEGAL_OBLIGATION:
            return False
        last = self._last_day(purpose)
        return last is None or receipt_day(self.snapshot.taken) <= last

    def _kept(self, purpose: Purpose) -> tuple[Both, date | Both]:
        law, length = law_of(purpose)
        return law, self._last_day(purpose) or length

    def _last_day(self, purpose: Purpose) -> date | None:
        """The last day of the latest fiscal year's accounts; None where a day is not known."""
        rule = purpose.retention
        if rule is None or rule.kind is not Kind.BOOKKEEPING or not self.closing:
            return None
        concerned = purpose.needs or purpose.categories
        latest = latest_dealing(self.snapshot.tables, concerned, self._registers())
        return rule.last_day(fiscal_year_end(latest, self.closing)) if latest else None

    def _registers(self) -> list[RegisterMap]:
        return [one for one in self.data_map.registers.values() if one.company == self.company]


def missing_of(category: Category, words: CategoryWords, used: Iterable[Purpose]) -> Iterator[str]:
    """What nobody knows of a category and its purposes, as keys of the config file."""
    titles = (f"title_{language}" for language in Language)
    yield from (f"categories.{category}.{name}" for name in titles if not getattr(words, name))
    used = tuple(used)
    if not used:
        yield f"purposes: none with {category} among its categories"
    for purpose in used:
        unknown = (name for name in purpose.missing() if name.startswith(_NEEDED))
        yield from (f"purposes.{purpose.id}.{name}" for name in unknown)


def grounds_of(going: Iterable[Purpose]) -> tuple[Ground, ...]:
    """By which of Art. 17(1) something goes, when these purposes have used it."""
    found = {_GROUNDS[purpose.basis] for purpose in going}
    return tuple(ground for ground in Ground if ground in found)


def law_of(purpose: Purpose) -> tuple[Both, Both]:
    """The ground and the length of a purpose, as they stand inside a sentence."""
    law = Both(inside(purpose.basis_sv), inside(purpose.basis_en))
    return law, Both(inside(purpose.retention_sv), inside(purpose.retention_en))
