"""Small houses and matters for tests of the core, and a story that keeps what a ledger would."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from bot.core import facts as f
from bot.core.commands import Verb
from bot.core.decide import Happening, decide, open_matter
from bot.core.effects import Decision, Effect, Kind, Wake
from bot.core.events import Event, Finding
from bot.core.facts import Fact
from bot.core.fold import fold
from bot.core.house import Colleague, House
from bot.core.identity import BlockOutcome, Sighting
from bot.core.matter import Matter
from bot.core.vocabulary import Concern, Language, Mail, Right, Role, Topic
from workflows import ALL, WHOLE

#: a Thursday, 10:00 in Sweden
NOW = datetime(2026, 3, 5, 9, tzinfo=UTC)
REGISTERS = ("gavle", "borlange", "mora")

BOTH_ROLES = frozenset({Role.HANDLER, Role.DECIDER})

#: what all registers say together, as sightings of the first one
SEEN: dict[Finding, Sighting] = {
    Finding.NOTHING: Sighting(register_name="gavle"),
    Finding.ORDINARY: Sighting(register_name="gavle", holding=1, postal=("p",)),
    Finding.PROTECTED: Sighting(register_name="gavle", holding=1, protected=True, postal=("p",)),
    Finding.SHARED: Sighting(register_name="gavle", holding=2, shared=True, postal=("p",)),
    Finding.SENSITIVE: Sighting(register_name="gavle", holding=1, sensitive=True, postal=("p",)),
    Finding.NO_POSTAL: Sighting(register_name="gavle", holding=1),
    Finding.SEVERAL_POSTAL: Sighting(register_name="gavle", holding=1, postal=("p", "q")),
    Finding.CONTACT_FRESH: Sighting(
        register_name="gavle", holding=1, contact_fresh=True, postal=("p",)
    ),
    Finding.OTHER_RECORDS: Sighting(register_name="gavle", holding=1, others=1, postal=("p",)),
    Finding.ELSEWHERE: Sighting(register_name="gavle", others=1),
    Finding.CONTACT_UNKNOWN: Sighting(
        register_name="gavle", holding=1, contact_unknown=True, postal=("p",)
    ),
    Finding.MAIL_ONLY: Sighting(register_name="gavle", holding=1, mail_only=True),
}

STAFF = (
    Colleague("anna", "gavle", BOTH_ROLES),
    Colleague("bo", "gavle", frozenset({Role.HANDLER})),
    Colleague("eva", "mora", BOTH_ROLES),
)


def house(
    *,
    releases: bool = True,
    registers: Sequence[str] = REGISTERS,
    staff: tuple[Colleague, ...] = STAFF,
) -> House:
    """A house whose matters Gävle owns, with purchases as the one category that is complete."""
    return House(
        staff=staff,
        registers={name: name for name in registers},
        tables=ALL,
        whole=WHOLE,
        complete=frozenset({"purchases"}),
        releases=releases,
    )


def opened(  # noqa: PLR0913 - each says one thing of a mail, and has its usual value
    *,
    may_answer: bool = True,
    addresses: int = 1,
    readable: bool = True,
    received_at: datetime = NOW,
    concerns: tuple[Concern, ...] = (),
    topics: tuple[Topic, ...] = (),
    decided_before: tuple[str, ...] = (),
) -> f.MatterOpened:
    """The fact that opens a matter of Gävle."""
    return f.MatterOpened(
        number="2026-0001",
        company="gavle",
        mailbox="gavle",
        language=Language.SV,
        received_at=received_at,
        may_answer=may_answer,
        addresses=addresses,
        readable=readable,
        concerns=concerns,
        topics=topics,
        decided_before=decided_before,
    )


def sightings(finding: Finding, registers: Sequence[str] = REGISTERS) -> f.LookedUp:
    """What the registers say when they together come to a finding."""
    rest = [Sighting(register_name=name) for name in registers[1:]]
    return f.LookedUp(sightings=(SEEN[finding], *rest))


@dataclass
class Story:
    """One matter on its way; effects and wakes are kept once a key, as the ledger keeps them."""

    home: House = field(default_factory=house)
    now: datetime = NOW
    facts: list[Fact] = field(default_factory=list)
    effects: dict[str, Effect] = field(default_factory=dict)
    wakes: dict[str, Wake] = field(default_factory=dict)

    @property
    def matter(self) -> Matter:
        """What the facts add up to."""
        return fold(self.facts)

    @property
    def stages(self) -> list[str]:
        """Where each case stands."""
        return [case.stage for case in self.matter.cases]

    @property
    def mails(self) -> list[tuple[Mail, str]]:
        """Every mail ordered so far that is no prompt: which, and to whom."""
        sent = [one for one in self.effects.values() if one.kind is Kind.SEND]
        return [(one.mail, one.to) for one in sent if one.mail]

    def prompts(self, person: str = "anna") -> list[Mail]:
        """What one member of staff has been asked so far."""
        asked = [one for one in self.effects.values() if one.to == f"staff:{person}"]
        return [one.mail for one in asked if one.kind is Kind.PROMPT and one.mail]

    def begin(self, *rights: Right, **how: object) -> Decision:
        """The matter opens with a case a right."""
        fact = opened(**how)  # type: ignore[arg-type]
        return self._keep(open_matter(fact, rights, self.now, self.home))

    def happen(self, event: Event, *facts: Fact, **how: object) -> Decision:
        """Something happens to the matter."""
        happening = Happening(event, facts=facts, **how)  # type: ignore[arg-type]
        return self._keep(decide(self.matter, happening, self.now, self.home))

    def command(
        self, event: Event, word: Verb, *, case: int = 1, person: str = "anna", **how: object
    ) -> Decision:
        """A member of staff answers the case's prompt."""
        step = self.matter.case(case).step
        said = f.Commanded(case=case, step=step, word=word.value, person=person)
        return self.happen(event, said, case=case, person=person, **how)

    def code_back(self, label: str = "requester") -> Decision:
        """The code that went to an address comes back."""
        return self.happen(Event.CODE_RETURNED, f.Proved(level=1, address=label))

    def looked_up(self, finding: Finding) -> Decision:
        """The registers have been asked for the proved address."""
        return self.happen(Event.LOOKED_UP, sightings(finding, tuple(self.home.registers)))

    def letter_back(self) -> Decision:
        """The code in the letter comes back."""
        proof = f.Proved(level=2, address=self.matter.proved)
        return self.happen(Event.LETTER_CODE_RETURNED, proof)

    def collected(self, category: str = "purchases", rows: int = 3, packed: int = 0) -> None:
        """Each register gives its snapshot of the round."""
        for name in self.home.registers:
            self.happen(
                Event.COLLECTED,
                f.RegisterCollected(
                    register_name=name,
                    round=self.matter.round,
                    counts=((category, rows),),
                    digest="d",
                    packed=packed,
                ),
            )

    def one_collected(self, name: str, category: str, rows: int, turn: int) -> Decision:
        """One register gives its snapshot of a round."""
        counts = ((category, rows),)
        fact = f.RegisterCollected(register_name=name, round=turn, counts=counts, digest="d")
        return self.happen(Event.COLLECTED, fact)

    def silent(self, *names: str) -> None:
        """These registers were asked for their copy of the round for days, and gave none."""
        for name in names:
            fact = f.RegisterSilent(register_name=name, round=self.matter.round)
            self.happen(Event.COLLECTED, fact)

    def blocked(self, *outcomes: BlockOutcome) -> None:
        """The registers in turn set the marketing block."""
        for name, outcome in zip(self.home.registers, outcomes, strict=False):
            self.happen(Event.BLOCKED, f.RegisterBlocked(register_name=name, outcome=outcome))

    def to_approval(self) -> None:
        """The access road from the first code to the prompt that asks for approval."""
        self.code_back()
        self.looked_up(Finding.ORDINARY)
        self.happen(Event.LETTER_PRINTED, f.LetterPrinted())
        self.command(Event.POSTED, Verb.POSTED)
        self.letter_back()
        self.collected()

    def ring(self, wake: Wake) -> Decision:
        """A date comes."""
        self.now = max(self.now, wake.at.astimezone(UTC))
        return self.happen(wake.event, ordinal=wake.ordinal, case=wake.case)

    def wait(self, **time: float) -> None:
        """The clock goes on."""
        self.now += timedelta(**time)

    def dates(self, event: Event) -> list[Wake]:
        """The dates that were set for an event, in the order they were set."""
        return [wake for wake in self.wakes.values() if wake.event is event]

    def _keep(self, decision: Decision) -> Decision:
        self.facts += decision.facts
        for effect in decision.effects:
            self.effects.setdefault(effect.key, effect)
        for wake in decision.wakes:
            self.wakes.setdefault(wake.key, wake)
        return decision
