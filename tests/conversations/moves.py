"""Everything that the world can do next with a matter: registers, servers, post, she and time."""

from collections.abc import Iterator
from dataclasses import dataclass

from conversations.houses import EARLIER, GIVEN_ON, KEPT, NOW, SEEN, looked_up
from conversations.standing import minds
from conversations.state import DEEDS, MAILS, SHARED, State

from bot.core import facts as f
from bot.core.deadlines import receipt_day
from bot.core.decide import Happening
from bot.core.effects import Effect, Kind, Wake
from bot.core.events import Event
from bot.core.facts import Fact
from bot.core.identity import BlockOutcome
from bot.core.matter import Matter

#: what she does or a server reports, of the whole matter
FROM_OUTSIDE = (
    *(Event.NOT_ME, Event.TRIES_SPENT, Event.CONCERNED),
    *(Event.UNDELIVERABLE, Event.CODE_LATE),
)
#: what she takes back or takes up again, all or one
OF_ONE_RIGHT = (Event.WITHDRAWN, Event.REOPENED)
#: deeds that can fail for good; an act that fails is given to a person instead
FRAIL = frozenset({*SHARED, Kind.PLAN, Kind.HOLDS, Kind.VERIFY}) - {Kind.COLLECT}
OF_ONE_CASE = frozenset({Kind.PLAN, Kind.HOLDS, Kind.VERIFY})
#: what a register may hold: all of it told, something of which no facts are given, too much
COPIES = {"whole": (KEPT, 1), "no facts": ("credit", 1), "too big": (KEPT, 10**9)}
ASKED_TWICE = 2
#: what a register's copy comes to where it never answers: the others' are released without it
SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Move:
    """One thing that can happen; `over` is the deed, date or code that is used up by it."""

    happening: Happening
    over: Effect | Wake | str | None = None
    what: str = ""

    @property
    def said(self) -> str:
        """The move in a line, for the way to a fault."""
        one = self.happening
        words = (one.event, one.case or "", one.person, one.argument, self.what)
        return " ".join(str(word) for word in words if word)


def moves(state: State) -> Iterator[Move]:
    """Each thing that can happen next, but for what staff say."""
    for effect in state.pending:
        yield from ends(state, effect)
    yield from _dates(state)
    for label in state.codes:
        yield from returned(state.matter, label)
    for event in FROM_OUTSIDE:
        reopens = event is Event.UNDELIVERABLE and state.matter.closed
        if minds(state.matter, event) or (reopens and has_room(state)):
            yield Move(Happening(event))
    for case in state.matter.cases:
        for event in OF_ONE_RIGHT:
            if minds(state.matter, event, case.number):
                yield Move(Happening(event, case=case.number))
        for one in case.told - case.done:
            fact = f.RecipientDone(case=case.number, recipient=one)
            yield Move(Happening(Event.RECIPIENT_DONE, (fact,), case.number))
    if state.setup.clocked and state.matter.received_at == NOW and not state.matter.closed:
        joined = f.Joined(received_at=NOW - EARLIER, why="earlier")
        yield Move(Happening(Event.JOINED, (joined,)))


def has_room(state: State) -> bool:
    """Whether another case may be opened."""
    return len(state.matter.cases) < state.setup.most_cases


def _dates(state: State) -> Iterator[Move]:
    """Every date that can come: the matter's own in their order, the others in any."""
    for wake in state.wakes:
        if wake not in state.clock[1:]:
            happening = Happening(wake.event, ordinal=wake.ordinal, case=wake.case)
            yield Move(happening, wake)
    if state.now == NOW and not state.matter.closed:
        # these two only tell and hurry; that they ring more than once proves more than is needed
        yield Move(Happening(Event.DRAFT_DUE))
        yield Move(Happening(Event.ALARM_DUE))
    for asked in state.asked:
        if state.matter.passed.get(asked.step, 0) < ASKED_TWICE:
            yield Move(Happening(Event.PROMPT_UNANSWERED, ordinal=asked.step))


def returned(matter: Matter, label: str) -> Iterator[Move]:
    """A code comes back; one to another address than the proved one is only noted."""
    if label == "letter":
        level = 3 if matter.address_checked else 2
        proof = f.Proved(level=level, address=matter.proved)
        yield Move(Happening(Event.LETTER_CODE_RETURNED, (proof,)), label)
    elif matter.proved in {"", label}:
        proof = f.Proved(level=1, address=label)
        yield Move(Happening(Event.CODE_RETURNED, (proof,)), label, label)


def ends(state: State, effect: Effect) -> Iterator[Move]:
    """Each way in which one effect can be over."""
    if effect.mail is not None:
        yield _accepted(state, effect)
        return
    if effect.kind is Kind.E_IDENTIFY:
        yield _identified(state, effect)
        return
    yield from _by_people(state, effect)
    for what, fact in _found(state, effect):
        case = effect.case if effect.kind in OF_ONE_CASE else 0
        meant = effect.ordinal if effect.kind is Kind.HOLDS else 0
        facts = (fact,) if fact else ()
        yield Move(Happening(DEEDS[effect.kind], facts, case, ordinal=meant), effect, what)


def _by_people(state: State, effect: Effect) -> Iterator[Move]:
    """What a register cannot do, or does not do, is given to people."""
    if effect.kind in FRAIL:
        case = 0 if effect.kind in SHARED else effect.case
        yield Move(Happening(Event.REGISTER_SILENT, case=case), effect)
    handed = {Kind.ACT: Event.NEEDS_PERSON}
    if state.setup.errands:
        handed[Kind.COLLECT] = Event.NEEDS_SEARCHER
    if effect.kind in handed:
        event = handed[effect.kind]
        needs = Happening(event, case=effect.case, ordinal=effect.round, argument=effect.register)
        yield Move(needs, effect)


def _accepted(state: State, effect: Effect) -> Move:
    """The server took a mail of ours; one acknowledgement speaks for all cases."""
    if effect.mail is None:
        raise ValueError("no mail")
    event = MAILS[effect.mail]
    facts: tuple[Fact, ...] = (f.MailAccepted(mail=effect.mail),)
    if event is Event.EXTENSION_ACCEPTED:
        facts = (*facts, f.ExtensionSent(on=receipt_day(state.now)))
    case = 0 if event is Event.ACKNOWLEDGED else effect.case
    return Move(Happening(event, facts, case), effect, effect.mail)


def _identified(state: State, effect: Effect) -> Move:
    """A provider begins, and then says who she is."""
    if not effect.word:
        begun = Happening(Event.INVITED, case=effect.case, ordinal=effect.ordinal)
        return Move(begun, effect)
    proof = f.Proved(level=3, address=state.matter.proved)
    return Move(Happening(Event.E_IDENTIFIED, (proof,), ordinal=effect.ordinal), effect)


def _found(  # noqa: C901, PLR0912 - one line a kind of deed
    state: State, effect: Effect
) -> Iterator[tuple[str, Fact | None]]:
    """Each thing that may come of an effect which is no mail."""
    name, turn, number = effect.register, effect.round, effect.case
    match effect.kind:
        case Kind.LOOK_UP:
            yield from ((one, looked_up(one, state.setup.house)) for one in _seen(state))
        case Kind.COLLECT:
            for what, (category, size) in COPIES.items():
                counts = ((GIVEN_ON, 1), (category, 1))
                yield (
                    what,
                    f.RegisterCollected(
                        register_name=name, round=turn, counts=counts, digest="", packed=size
                    ),
                )
            yield SILENT, f.RegisterSilent(register_name=name, round=turn)
        case Kind.PLAN:
            for holds in ((), ("order",), ("unknown_ground",)):
                yield "".join(holds), f.Planned(case=number, holds=holds)
        case Kind.HOLDS:
            for holds in ((), ("order",)):
                yield "".join(holds), f.HoldsAsked(case=number, holds=holds)
        case Kind.BLOCK:
            for one in BlockOutcome:
                yield one.value, f.RegisterBlocked(register_name=name, outcome=one)
        case Kind.ACT:
            yield effect.word, f.RegisterActed(case=number, turn=turn, register_name=name)
        case Kind.VERIFY:
            for left in (0, 1):
                yield (
                    f"{left} left",
                    f.RegisterVerified(case=number, turn=turn, register_name=name, residue=left),
                )
        case _:
            yield "", f.LetterPrinted() if effect.kind is Kind.PRINT else None


def _seen(state: State) -> Iterator[str]:
    """What the registers may say; what somebody got from them is not gone before it is erased."""
    owed = any(past.owed for past in state.pasts)
    for name in state.setup.seen or SEEN:
        if SEEN[name].categories or not owed:
            yield name
