"""Matter and Case: what the facts of a matter add up to (`fold`)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from bot.core import facts as f
from bot.core.deadlines import Deadlines, deadlines, receipt_day
from bot.core.identity import BlockOutcome, Sighting
from bot.core.vocabulary import Act, Concern, Extension, Language, Mail, Right, Topic


@dataclass(frozen=True)
class Case:
    """One right, one workflow table, one stage.

    `concerned`: she must be protected, and staff have not said a word of it since. `moves` counts
    its steps so far. `step` is the prompt that staff may still answer, `asked` its mail. `act`,
    `turn`: what the registers were last told to do, and which have (`acted`), with those where
    something is left (`residue`). `address` labels whose data that is, `recipients` got them; of
    these some were `told` (`told_of` what), and `done` said KLART. `candidates`, `strong` and
    `also` are those of the last plan (`facts.Planned`). `approvers` said GODKÄNN since the case
    began or was done over. `owed` are the registers whose part is missing in the answer that went.
    """

    number: int
    right: Right | None
    workflow: str
    stage: str
    reason: str = ""
    concerned: bool = False
    moves: int = 0
    step: int = 0
    asked: Mail | None = None
    act: Act | None = None
    turn: int = 0
    acted: frozenset[str] = frozenset()
    residue: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()
    candidates: tuple[int, ...] = ()
    strong: tuple[int, ...] = ()
    also: tuple[tuple[str, tuple[str, ...]], ...] = ()
    approvers: tuple[str, ...] = ()
    owed: frozenset[str] = frozenset()
    address: str = ""
    recipients: tuple[str, ...] = ()
    told: frozenset[str] = frozenset()
    told_of: Act | None = None
    done: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Errand:
    """What one person is asked to do by hand in a register that cannot do it itself.

    An act of a `turn`, or, with a `round`, to look for what it holds and send it.
    """

    case: int
    turn: int
    register: str
    round: int = 0


@dataclass(frozen=True)
class Matter:
    """One person, one receipt, one thread, one language, one set of proofs, one owner company.

    `codes` counts the codes, `mail_code` and `letter_code` are the last to the sender and
    in a letter. `code_out`: the sender has been sent a code that is neither returned nor void;
    `letter_out`: a letter with one has been ordered, and lies ready (`letter_printed`). `seen_by`
    of staff took her document or code. `starts` counts how often it started over, `round` how often
    the registers were asked for snapshots, which are those of the last round; those of it that
    never answered are `silent`. `turns` counts the acts.
    `asked_on` is the day of the question that is open, `suspensions` are the answered ones.
    `errands` are prompts to act in a register, by their step; `passed` says how often a prompt was
    passed on. `redacted` are the numbered rows of the copy in which others are masked, or that are
    left out on a ground, `included` the numbered candidates that staff said are hers.
    `incident_at` is when we first knew that data of it went astray.
    """

    number: str
    company: str
    mailbox: str
    language: Language
    received_at: datetime
    may_answer: bool
    addresses: int = 1
    readable: bool = True
    concerns: tuple[Concern, ...] = ()
    topics: tuple[Topic, ...] = ()
    both_languages: bool = False
    decided_before: tuple[str, ...] = ()
    cases: tuple[Case, ...] = ()
    thanked: bool = False
    thanked_neutrally: bool = False
    level: int = 0
    proved: str = ""
    address_checked: bool = False
    seen_by: tuple[str, ...] = ()
    starts: int = 0
    codes: int = 0
    mail_code: int = 0
    letter_code: int = 0
    code_out: bool = False
    letter_out: bool = False
    letter_printed: bool = False
    wrong_codes: int = 0
    asked_on: date | None = None
    suspensions: tuple[tuple[date, date], ...] = ()
    steps: int = 0
    round: int = 0
    turns: int = 0
    sightings: tuple[Sighting, ...] = ()
    snapshots: Mapping[str, f.RegisterCollected] = field(default_factory=dict)
    silent: frozenset[str] = frozenset()
    blocks: Mapping[str, BlockOutcome] = field(default_factory=dict)
    errands: Mapping[int, Errand] = field(default_factory=dict)
    passed: Mapping[int, int] = field(default_factory=dict)
    redacted: Mapping[int, str] = field(default_factory=dict)
    included: frozenset[int] = frozenset()
    corrects_contact: bool = False
    extended: Extension | None = None
    extension_sent: date | None = None
    breached: bool = False
    frozen: bool = False
    incident_at: datetime | None = None
    posted_on: date | None = None
    closed: bool = False

    @property
    def is_for_people(self) -> bool:
        """Whether only people may write to her or to whom it concerns (P05, P18)."""
        return bool(self.concerns) or any(c.right is Right.HUMAN_ONLY for c in self.cases)

    @property
    def hushed(self) -> bool:
        """Whether she must be protected, and nobody has said yet what may be written to her."""
        return any(case.concerned for case in self.cases)

    @property
    def may_write(self) -> bool:
        """Whether a mail of ours may go by itself: not while a human has to decide that (P05)."""
        return self.may_answer and not self.hushed

    @property
    def due(self) -> Deadlines:
        """Every date that follows from the receipt."""
        return deadlines(receipt_day(self.received_at))

    @property
    def is_extended(self) -> bool:
        """Whether an extension stands: its notice was sent before the first promise ran out.

        Art. 12(3): "The controller shall inform the data subject of any such extension within one
        month of receipt of the request, together with the reasons for the delay."
        """
        sent = self.extension_sent
        return self.extended is not None and sent is not None and sent <= self.due.safe_due

    @property
    def promised(self) -> date:
        """The day by which we promise the answer."""
        return self.due.safe_ext if self.is_extended else self.due.safe_due

    def case(self, number: int) -> Case:
        """The case with this number; a KeyError when the matter has none."""
        for case in self.cases:
            if case.number == number:
                return case
        raise KeyError(f"matter {self.number} has no case {number}")

    def asked_at(self, step: int, case: int) -> int:
        """The number of the case that a prompt of this step asks about now.

        It was put for `case`; where others share it and that one has left, for the first of them.
        """
        there = [one.number for one in self.cases if step and one.step == step]
        return case if case in there or not there else there[0]

    def of_turn(self, turn: int) -> Case | None:
        """A case whose latest act has this turn: one act may serve several."""
        return next((case for case in self.cases if turn and case.turn == turn), None)

    @property
    def flags(self) -> int:
        """How many rows of the copy may name other people; they are numbered from 1."""
        return sum(snapshot.flags for snapshot in self.snapshots.values())

    @property
    def held(self) -> Mapping[str, frozenset[str]]:
        """The categories that each register holds: as collected, else as sighted.

        With those of what staff said is hers, as it was planned to be erased.
        """
        held = {
            one.register_name: frozenset(one.categories)
            for one in self.sightings
            if not self.snapshots or one.register_name in self.silent
        }
        for name, snapshot in self.snapshots.items():
            held[name] = frozenset(category for category, rows in snapshot.counts if rows)
        for name, categories in (one for case in self.cases for one in case.also):
            held[name] = held.get(name, frozenset()).union(categories)
        return held

    @property
    def categories(self) -> frozenset[str]:
        """The data categories that any register holds."""
        return frozenset(category for some in self.held.values() for category in some)
