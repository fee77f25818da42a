"""Walks a matter through everything that can happen to it, one state after another.

A state is a folded matter with what is still under way (effects, dates, codes), its counters left
out. Every way that the world can take from a state is followed until nothing new is found.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from core.worlds import NOW, SEEN, opened, sightings

from bot.core import facts as f
from bot.core.commands import Verb
from bot.core.decide import Happening, allows, decide, open_matter
from bot.core.effects import Decision, Effect, Kind
from bot.core.events import Event, Finding
from bot.core.facts import Fact
from bot.core.house import House
from bot.core.identity import BlockOutcome
from bot.core.matter import Matter, fold
from bot.core.vocabulary import Mail, Right
from workflows import ALL

NO_RIGHTS: tuple[Right, ...] = ()
CLASSES = (
    NO_RIGHTS,
    (Right.ACCESS,),
    (Right.OBJECTION_MARKETING,),
    (Right.ERASURE,),
    (Right.ACCESS, Right.OBJECTION_MARKETING),
)
WORDS = {
    Verb.APPROVE: Event.APPROVED,
    Verb.REDO: Event.REDO,
    Verb.REFUSE: Event.REFUSED,
    Verb.DONE: Event.DONE,
    Verb.POSTED: Event.POSTED,
}
ANSWERS = {
    Mail.ACKNOWLEDGEMENT: Event.ACKNOWLEDGED,
    Mail.ACCESS_ANSWER: Event.ANSWER_ACCEPTED,
    Mail.NOTHING_HELD: Event.ANSWER_ACCEPTED,
    Mail.REFUSAL: Event.ANSWER_ACCEPTED,
}
RESTS_ON_CODE = {Mail.ACCESS_ANSWER, Mail.NOTHING_HELD}
WORK = {
    Kind.LOOK_UP: Event.LOOKED_UP,
    Kind.COLLECT: Event.COLLECTED,
    Kind.BLOCK: Event.BLOCKED,
    Kind.PRINT: Event.LETTER_PRINTED,
    Kind.FIND_OTHER_ADDRESS: Event.OTHER_ADDRESS,
}
RULES = {(t.name, rule.stage, rule.event) for t in ALL.values() for rule in t.rules}


@dataclass(frozen=True)
class State:
    """A matter, what is under way for it, and every effect that its path has ordered."""

    matter: Matter
    pending: frozenset[Effect]
    codes: frozenset[str]
    wakes: frozenset[tuple[Event, int]]
    ordered: frozenset[Effect]
    thanks: int = 0

    @property
    def shape(self) -> object:
        """What makes two states the same: all but the counters."""
        m = self.matter
        cases = tuple((c.workflow, c.right, c.stage, c.step > 0) for c in m.cases)
        known = (m.level, m.proved, m.thanked, m.thanked_neutrally, m.code_out, m.closed)
        pending = frozenset((e.kind, e.case, e.mail, e.to, e.register) for e in self.pending)
        dates = frozenset(event for event, _ in self.wakes)
        gathered = (
            frozenset(m.snapshots) if self.minds(Event.COLLECTED) else None,
            frozenset(m.blocks.items()) if self.minds(Event.BLOCKED) else None,
        )
        return cases, known, pending, self.codes, dates, gathered

    def minds(self, event: Event) -> bool:
        """Whether any case has a rule for the event where it stands."""
        return any((c.workflow, c.stage, event) in RULES for c in self.matter.cases)

    def without_the_idle(self) -> "State":
        """The state without effects and dates that can no longer move anything."""
        pending = {e for e in self.pending if not self.is_stale(e) and self.minds(ends_in(e))}
        wakes = {(event, n) for event, n in self.wakes if fresh(self.matter, event, n)}
        return replace(self, pending=frozenset(pending), wakes=frozenset(wakes))

    def is_stale(self, effect: Effect) -> bool:
        """Whether an effect was ordered before the case started over."""
        if effect.kind is Kind.COLLECT:
            return effect.round != self.matter.round
        return effect.mail in RESTS_ON_CODE and effect.ordinal != self.matter.codes


@dataclass(frozen=True)
class Move:
    """One thing that can happen; `does` is the effect that is thereby over, `code` is used."""

    happening: Happening
    does: Effect | None = None
    code: str = ""
    wake: tuple[Event, int] | None = None


def ends_in(effect: Effect) -> Event:
    """The event that an effect is there for."""
    return ANSWERS[effect.mail] if effect.mail else WORK[effect.kind]


def fresh(matter: Matter, event: Event, ordinal: int) -> bool:
    """Whether a date still says something of the matter."""
    if event is Event.THANKS_DUE:
        return not (matter.thanked or matter.thanked_neutrally or matter.closed)
    return ordinal == matter.codes


def begin(home: House, rights: tuple[Right, ...], **how: bool) -> tuple[State, Decision]:
    """The state right after a mail has opened a matter."""
    decision = open_matter(opened(**how), rights, NOW, home)
    start = State(
        matter=fold(decision.facts),
        pending=frozenset(),
        codes=frozenset(),
        wakes=frozenset(),
        ordered=frozenset(),
    )
    return after(start, None, decision), decision


def after(state: State, move: Move | None, decision: Decision) -> State:
    """The state that a decision leads to; a key that was used before orders nothing."""
    matter = fold(decision.facts, state.matter if move else None)
    used = {effect.key for effect in state.ordered}
    begun = {
        e for e in decision.effects if e.key not in used and (e.kind in WORK or e.mail in ANSWERS)
    }
    codes = set(state.codes) - {move.code if move else ""}
    for fact in decision.facts:
        if isinstance(fact, f.CodesVoided):
            codes.clear()
        elif isinstance(fact, f.CodeIssued) and fact.channel == "mail":
            codes.add(fact.to)
        elif isinstance(fact, f.LetterPrinted):
            codes.add("letter")
    there = State(
        matter,
        (state.pending - {move and move.does}) | begun,
        frozenset(codes),
        (state.wakes - {move and move.wake})
        | {(wake.event, wake.ordinal) for wake in decision.wakes},
        state.ordered | set(decision.effects),
        state.thanks + sum(isinstance(x, f.Thanked) and not x.neutral for x in decision.facts),
    )
    return there.without_the_idle()


def moves(state: State, home: House, most_cases: int) -> Iterator[Move]:
    """Everything that the world can do next, short of opening more cases than that."""
    for effect in state.pending:
        yield from (replace(move, does=effect) for move in _ends(state, effect, home))
    for event, ordinal in state.wakes:
        yield Move(Happening(event, ordinal=ordinal), wake=(event, ordinal))
    for label in state.codes:
        yield from _proof(state.matter, label)
    yield Move(Happening(Event.NOT_ME))
    yield Move(Happening(Event.TRIES_SPENT))
    if not state.matter.closed or len(state.matter.cases) < most_cases:
        yield Move(Happening(Event.UNDELIVERABLE))
    yield from _staff(state.matter, home, most_cases)


def _proof(matter: Matter, label: str) -> Iterator[Move]:
    if label == "letter":
        proof = f.Proved(level=2, address=matter.proved)
        yield Move(Happening(Event.LETTER_CODE_RETURNED, facts=(proof,)), code=label)
    elif matter.proved in {"", label}:
        proof = f.Proved(level=1, address=label)
        yield Move(Happening(Event.CODE_RETURNED, facts=(proof,)), code=label)


def _ends(state: State, effect: Effect, home: House) -> Iterator[Move]:
    """Each way in which one effect can be over."""
    if effect.mail is not None:
        yield from _mail_ends(state, effect, effect.mail)
        return
    if effect.kind is not Kind.FIND_OTHER_ADDRESS:
        yield Move(Happening(Event.REGISTER_SILENT, case=effect.case))
    for fact in _found(effect, home):
        yield Move(Happening(WORK[effect.kind], facts=(fact,) if fact else ()))


def _found(effect: Effect, home: House) -> Iterator[Fact | None]:
    """Each thing that may come of an effect which is no mail."""
    name = effect.register
    if effect.kind is Kind.LOOK_UP:
        yield from (sightings(finding, home.registers) for finding in SEEN)
    elif effect.kind is Kind.COLLECT:
        for category in ("purchases", "credit"):
            counts = ((category, 1),)
            turn = effect.round
            yield f.RegisterCollected(register_name=name, round=turn, counts=counts, digest="")
    elif effect.kind is Kind.BLOCK:
        yield from (f.RegisterBlocked(register_name=name, outcome=one) for one in BlockOutcome)
    else:
        yield f.LetterPrinted() if effect.kind is Kind.PRINT else None


def _mail_ends(state: State, effect: Effect, mail: Mail) -> Iterator[Move]:
    case = 0 if mail is Mail.ACKNOWLEDGEMENT else effect.case
    yield Move(Happening(Event.UNDELIVERABLE))
    if not state.is_stale(effect) and (effect.to != "proved" or state.matter.proved):
        yield Move(Happening(ANSWERS[mail], case=case))


def _staff(matter: Matter, home: House, most_cases: int) -> Iterator[Move]:
    """What the owner's staff may say: only where a prompt is open and the table has a rule."""
    for case in matter.cases:
        if not case.step or matter.closed:
            continue
        for verb, event in WORDS.items():
            if (case.workflow, case.stage, event) not in RULES:
                continue
            said = f.Commanded(case=case.number, step=case.step, word=verb.value)
            allowed = verb is not Verb.REFUSE or matter.level
            if allowed:
                yield Move(Happening(event, facts=(said,), case=case.number))
        for rights in CLASSES:
            finding = Finding.REQUEST if rights else Finding.NO_REQUEST
            room = len(matter.cases) + len(rights) <= most_cases
            if room and allows(matter, case.number, Event.CLASSIFIED, finding, home):
                said = f.Commanded(case=case.number, step=case.step, word=Verb.CLASSIFY.value)
                yield Move(
                    Happening(
                        Event.CLASSIFIED,
                        facts=(said,),
                        case=case.number,
                        finding=finding,
                        rights=rights,
                    )
                )


def follow(state: State, move: Move, home: House) -> tuple[State, Decision]:
    """What one move leads to."""
    decision = decide(state.matter, move.happening, NOW, home)
    return after(state, move, decision), decision
