"""Matter and Case: what the facts add up to. A matter is a fold of its facts and nothing else."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import reduce

from bot.core import facts as f
from bot.core.deadlines import Deadlines, deadlines, receipt_day
from bot.core.facts import Fact
from bot.core.identity import BlockOutcome, Sighting
from bot.core.vocabulary import Language, Right


@dataclass(frozen=True)
class Case:
    """One right, one workflow table, one stage. `step` is the prompt staff may still answer."""

    number: int
    right: Right | None
    workflow: str
    stage: str
    reason: str = ""
    step: int = 0


@dataclass(frozen=True)
class Matter:
    """One person, one receipt, one thread, one language, one set of proofs, one owner company.

    `code_out`: the sender has been sent a code that is neither returned nor void. `round` counts
    the times that the registers were asked for snapshots, which are those of the last round.
    """

    number: str
    company: str
    mailbox: str
    language: Language
    received_at: datetime
    may_answer: bool
    addresses: int = 1
    readable: bool = True
    cases: tuple[Case, ...] = ()
    thanked: bool = False
    thanked_neutrally: bool = False
    level: int = 0
    proved: str = ""
    codes: int = 0
    code_out: bool = False
    wrong_codes: int = 0
    steps: int = 0
    round: int = 0
    sightings: tuple[Sighting, ...] = ()
    snapshots: Mapping[str, f.RegisterCollected] = field(default_factory=dict)
    blocks: Mapping[str, BlockOutcome] = field(default_factory=dict)
    posted_on: date | None = None
    closed: bool = False

    @property
    def due(self) -> Deadlines:
        """Every date that follows from the receipt."""
        return deadlines(receipt_day(self.received_at))

    def case(self, number: int) -> Case:
        """The case with this number; a KeyError when the matter has none."""
        for case in self.cases:
            if case.number == number:
                return case
        raise KeyError(f"matter {self.number} has no case {number}")

    @property
    def categories(self) -> frozenset[str]:
        """The data categories that were collected with at least one row."""
        return frozenset(
            category
            for snapshot in self.snapshots.values()
            for category, rows in snapshot.counts
            if rows
        )


def fold(facts: Iterable[Fact], matter: Matter | None = None) -> Matter:
    """The matter that these facts add up to, from nothing or from an earlier fold."""
    folded = reduce(_after, facts, matter)
    if folded is None:
        raise ValueError("a matter begins with the fact that opens it")
    return folded


def _after(matter: Matter | None, fact: Fact) -> Matter:
    if isinstance(fact, f.MatterOpened):
        return Matter(**fact.model_dump(exclude={"kind"}))
    if matter is None:
        raise ValueError(f"a matter begins with the fact that opens it, not with {fact.kind}")
    match fact:
        case f.CaseOpened():
            opened = Case(fact.case, fact.right, fact.workflow, "new")
            return replace(matter, cases=(*matter.cases, opened), closed=False)
        case f.CaseMoved():
            return _with_case(matter, fact.case, stage=fact.stage, reason=fact.reason, step=0)
        case f.Prompted():
            asked = _with_case(matter, fact.case, step=fact.step)
            return replace(asked, steps=max(matter.steps, fact.step))
        case f.Joined():
            return replace(matter, received_at=min(matter.received_at, fact.received_at))
        case f.Thanked():
            return replace(
                matter,
                thanked=matter.thanked or not fact.neutral,
                thanked_neutrally=matter.thanked_neutrally or fact.neutral,
            )
        case f.MatterClosed():
            return replace(matter, closed=True)
        case _:
            return _learnt(matter, fact)


def _learnt(matter: Matter, fact: Fact) -> Matter:
    match fact:
        case f.CodeIssued():
            return _issued(matter, fact)
        case f.CodesVoided():
            return _voided(matter, start_over=fact.start_over)
        case f.WrongCode():
            return replace(matter, wrong_codes=matter.wrong_codes + 1)
        case f.Proved():
            level = max(matter.level, fact.level)
            return replace(matter, level=level, proved=fact.address, code_out=False)
        case f.LookedUp():
            return replace(matter, sightings=fact.sightings)
        case f.LetterPosted():
            return replace(matter, posted_on=fact.on)
        case f.CollectingBegan():
            return replace(matter, round=fact.round, snapshots={})
        case f.RegisterCollected() if fact.round == matter.round:
            return replace(matter, snapshots={**matter.snapshots, fact.register_name: fact})
        case f.RegisterBlocked():
            return replace(matter, blocks={**matter.blocks, fact.register_name: fact.outcome})
        case _:
            return matter


def _issued(matter: Matter, fact: f.CodeIssued) -> Matter:
    if fact.channel == "letter":
        return replace(matter, codes=fact.ordinal, posted_on=None)
    out = matter.code_out or fact.to == "requester"
    return replace(matter, codes=fact.ordinal, code_out=out)


def _voided(matter: Matter, *, start_over: bool) -> Matter:
    fresh = replace(matter, wrong_codes=0, code_out=False)
    if not start_over:
        return fresh
    return replace(fresh, level=0, proved="", sightings=(), snapshots={})


def _with_case(matter: Matter, number: int, **changes: object) -> Matter:
    cases = tuple(
        replace(case, **changes) if case.number == number else case  # type: ignore[arg-type]
        for case in matter.cases
    )
    return replace(matter, cases=cases)
