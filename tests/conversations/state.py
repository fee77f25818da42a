"""A state: a matter, what is under way for it, and what its past must be able to show."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

from conversations.houses import Setup
from conversations.past import NO_PAST, Past, later
from conversations.standing import minds

from bot.core import facts as f
from bot.core.effects import Decision, Effect, Kind, Wake
from bot.core.events import Event, Finding
from bot.core.fold import fold
from bot.core.matter import Matter
from bot.core.vocabulary import Mail

#: the event that a deed is there for; deeds that nothing waits for are not under way
DEEDS = {
    Kind.LOOK_UP: Event.LOOKED_UP,
    Kind.COLLECT: Event.COLLECTED,
    Kind.PLAN: Event.PLANNED,
    Kind.HOLDS: Event.HOLDS_ASKED,
    Kind.BLOCK: Event.BLOCKED,
    Kind.ACT: Event.ACTED,
    Kind.VERIFY: Event.VERIFIED,
    Kind.PRINT: Event.LETTER_PRINTED,
    Kind.FIND_OTHER_ADDRESS: Event.OTHER_ADDRESS,
    Kind.E_IDENTIFY: Event.E_IDENTIFIED,
}
#: the event that a mail is there for, once its server took it
MAILS = {
    Mail.ACKNOWLEDGEMENT: Event.ACKNOWLEDGED,
    Mail.ANSWER: Event.ANSWER_ACCEPTED,
    Mail.QUESTION_ANSWER: Event.ANSWER_ACCEPTED,
    Mail.REFUSAL: Event.REFUSAL_ACCEPTED,
    Mail.LIFTING: Event.NOTICE_ACCEPTED,
    Mail.EXTENDED: Event.EXTENSION_ACCEPTED,
}
#: the matter's own clock: these change what the core does with the same state
TURNS = frozenset({Event.RED_ALARM, Event.OVERDUE})
ACTS = frozenset({Kind.ACT, Kind.VERIFY})
#: one deed for several cases: when it fails it fails for all of them
SHARED = frozenset({Kind.LOOK_UP, Kind.COLLECT, Kind.BLOCK, Kind.PRINT})
#: the codes of each channel, by the label that they were sent to
CHANNELS = {"mail": frozenset({"requester", "other"}), "letter": frozenset({"letter"})}


@dataclass(frozen=True, eq=False, slots=True)
class Asked:
    """An open prompt: the case that it was put for, and whom it was put to."""

    step: int
    case: int
    mail: Mail
    people: frozenset[str]


@dataclass(eq=False, slots=True)
class State:
    """One state; `parent` and `ordered` lead back to everything that was ordered on the way.

    `codes` are those that are out, by label; `hushed`: she must be protected, and no human has said
    a word since; `late`: the promises whose breach she was told of; `said`: what led here.
    """

    setup: Setup
    matter: Matter
    now: datetime
    pending: frozenset[Effect] = frozenset()
    wakes: frozenset[Wake] = frozenset()
    codes: frozenset[str] = frozenset()
    asked: tuple[Asked, ...] = ()
    pasts: tuple[Past, ...] = ()
    hushed: bool = False
    late: tuple[date, ...] = ()
    parent: "State | None" = None
    ordered: tuple[Effect, ...] = ()
    said: str = ""
    used: dict[str, Effect] = field(default_factory=dict)

    def past(self, case: int) -> Past:
        """What happened to a case since it began or began again."""
        return self.pasts[case - 1] if case <= len(self.pasts) else NO_PAST

    def recall(self) -> dict[str, Effect]:
        """Every effect that was ordered on the way here, by its key."""
        if not self.used:
            one: State | None = self
            while one is not None:
                for effect in one.ordered:
                    self.used.setdefault(effect.key, effect)
                one = one.parent
        return self.used

    def way(self) -> list[str]:
        """What happened, from the opening on."""
        said: list[str] = []
        one: State | None = self
        while one is not None:
            said.append(one.said)
            one = one.parent
        return said[::-1]

    @property
    def clock(self) -> list[Wake]:
        """The dates of the matter's own clock that lie ahead, the next one first."""
        return sorted((one for one in self.wakes if one.event in TURNS), key=lambda one: one.at)


def under_way(effect: Effect, matter: Matter) -> bool:
    """Whether something still waits for the effect, and it may still be carried out."""
    if effect.mail is not None:
        return _mail_under_way(effect, effect.mail, matter)
    if effect.kind in ACTS:
        return matter.of_turn(effect.round) is not None
    if _is_of_before(effect, matter):
        return False
    event = DEEDS.get(effect.kind)
    case = effect.case if effect.kind in {Kind.PLAN, Kind.HOLDS} else 0
    return event is not None and minds(matter, event, case)


def _is_of_before(effect: Effect, matter: Matter) -> bool:
    """Whether it was ordered for copies, or a stage, that have been left."""
    if effect.kind is Kind.COLLECT:
        return effect.round != matter.round
    return effect.kind is Kind.HOLDS and effect.ordinal != matter.case(effect.case).moves


def _mail_under_way(effect: Effect, mail: Mail, matter: Matter) -> bool:
    if mail is Mail.EXTENDED:
        return True
    # an answer of before a case started over goes no more
    outdated = mail is Mail.ANSWER and effect.ordinal != matter.starts
    event = MAILS.get(mail)
    case = 0 if mail is Mail.ACKNOWLEDGEMENT else effect.case
    return not outdated and event is not None and minds(matter, event, case)


def fresh(wake: Wake, matter: Matter) -> bool:
    """Whether a date still says something of the matter."""
    if matter.closed:
        return False
    if wake.case:
        return wake.ordinal == matter.case(wake.case).moves
    if wake.event is Event.THANKS_DUE:
        return matter.may_answer and not (matter.thanked or matter.thanked_neutrally)
    if wake.event is Event.CODE_LAPSED:
        return wake.ordinal == matter.mail_code and minds(matter, wake.event)
    if wake.event is Event.LETTER_CODE_LAPSED:
        return wake.ordinal == matter.letter_code and minds(matter, wake.event)
    return wake.event in TURNS


def after(
    state: State, decision: Decision, *, over: Effect | Wake | str | None = None, said: str = ""
) -> State:
    """The state that a decision leads to; a key that was used before orders nothing.

    `over` is the deed, date or code that is thereby used up.
    """
    matter = fold(decision.facts, state.matter if state.said else None)
    used = state.recall()
    begun = [one for one in decision.effects if one.key not in used]
    pending = {*_still(state, decision), *begun} - {over}
    wakes = {*state.wakes, *decision.wakes} - {over}
    steps = {case.step for case in matter.cases} | set(matter.errands)
    late = tuple(matter.promised for one in begun if one.mail is Mail.LATENESS)
    return State(
        setup=state.setup,
        matter=matter,
        now=state.now,
        pending=frozenset(one for one in pending if under_way(one, matter)),
        wakes=frozenset(one for one in wakes if fresh(one, matter)),
        codes=_codes(state.codes - {over}, decision),
        asked=tuple(one for one in (*state.asked, *_prompts(decision)) if one.step in steps),
        pasts=later(state.matter, state.pasts, decision, matter),
        hushed=_hushed(state, decision) and not matter.closed,
        late=state.late + late,
        parent=state,
        ordered=decision.effects,
        said=said,
    )


def _still(state: State, decision: Decision) -> frozenset[Effect]:
    """What was under way, without a letter whose code is void."""
    void = [one for one in decision.facts if isinstance(one, f.CodesVoided)]
    if not any(one.channel != "mail" for one in void):
        return state.pending
    letter = {one for one in state.pending if one.kind is Kind.PRINT and one.code}
    return state.pending - letter


def _hushed(state: State, decision: Decision) -> bool:
    for fact in decision.facts:
        if isinstance(fact, f.CaseMoved) and (
            fact.event is Event.CONCERNED or fact.reason == Finding.PROTECTED
        ):
            return True
        # who has done something in a register has not decided what may be written to her
        if isinstance(fact, f.Commanded) and fact.step not in state.matter.errands:
            return False
    return state.hushed


def _codes(codes: frozenset[str], decision: Decision) -> frozenset[str]:
    out = codes
    for fact in decision.facts:
        if isinstance(fact, f.CodesVoided):
            out -= CHANNELS.get(fact.channel, out)
        elif isinstance(fact, f.CodeIssued) and fact.channel == "mail":
            out |= {fact.to}
        elif isinstance(fact, f.LetterPrinted):
            out |= {"letter"}
    return out


def _prompts(decision: Decision) -> Iterator[Asked]:
    asked: dict[int, Asked] = {}
    for one in decision.effects:
        if one.kind is Kind.PROMPT and one.step and one.mail is not None:
            people = asked[one.step].people if one.step in asked else frozenset()
            person = one.to.removeprefix("staff:")
            asked[one.step] = Asked(one.step, one.case, one.mail, people | {person})
    return iter(asked.values())
