"""What must be true of every state: somebody or some date moves it on, and no word is anybody's."""

from collections.abc import Iterator

from conversations.standing import rules_of, stage_of
from conversations.state import ACTS, DEEDS, MAILS, State

from bot.core.decide import Happening, decide
from bot.core.effects import Effect, Kind
from bot.core.events import Event
from bot.core.mandate import OF_A_DECIDER, NoMandateError, lacks
from bot.core.matter import Case
from bot.core.table_faults import STAFF_EVENTS
from bot.core.vocabulary import Mail, Waits

ACTED = frozenset({Event.ACTED, Event.VERIFIED})
LAPSES = frozenset({Event.CODE_LAPSED, Event.LETTER_CODE_LAPSED})
#: deeds of one case alone
OWN = frozenset({*ACTS, Kind.PLAN, Kind.HOLDS})
#: deeds that are done with the data of whoever proved the address
OF_HER = frozenset({*OWN, Kind.COLLECT, Kind.LOOK_UP})
#: what a case may wait for until another one of its matter has come further
OF_OTHERS = frozenset({Event.OTHERS_READY, Event.DATA_READ, Event.RECIPIENTS_DONE})
#: what a case that has answered is woken by, before a human sends what its answer left out
ENDING = frozenset({Event.ANSWER_ACCEPTED, Event.QUIET_OVER})


def lacking(state: State) -> Iterator[str]:
    """Everything that a state lacks to go on."""
    matter = state.matter
    ended = all(stage_of(case).final for case in matter.cases)
    if matter.closed and not ended:
        yield "closed with an open case"
    if ended and not matter.closed and not (matter.errands or _acts_under_way(state)):
        yield "open, and no case is"
    if matter.closed and (matter.errands or _acts_under_way(state)):
        yield "closed while something is to be done in a register"
    for case in matter.cases:
        if not stage_of(case).final and not awaits(state, case):
            yield f"«{case.stage}» of {case.workflow} waits for ever"
    for effect in state.pending:
        if effect.kind in OF_HER and not (effect.to or matter.proved):
            yield f"{effect.kind} {effect.word} is under way for an address that nobody proved"
    yield from dead_prompts(state)


def _acts_under_way(state: State) -> bool:
    return any(effect.kind in ACTS for effect in state.pending)


def awaits(state: State, case: Case) -> bool:
    """Whether what a case waits for is under way."""
    waits = stage_of(case).waits
    events = rules_of(case.workflow, case.stage)
    if waits is Waits.STAFF:
        return case.step > 0
    if waits is Waits.REQUESTER:
        held = any(stage_of(one).holds_thanks for one in state.matter.cases)
        lapses = any(wake.event in LAPSES & events for wake in state.wakes)
        return (bool(state.codes) and lapses) or (held and not state.matter.code_out)
    if waits is Waits.NOBODY:
        own = {wake.event for wake in state.wakes if wake.case == case.number}
        return bool(own & events) or _others_move(state, case)
    return _is_served(state, case, events) or _rides_along(state, case, events)


def _is_served(state: State, case: Case, events: frozenset[Event]) -> bool:
    turn = case.turn
    errands = state.matter.errands.values()
    searched = any(one.round for one in errands) and Event.COLLECTED in events
    errand = searched or any(turn and one.turn == turn for one in errands)
    shared = any(one.kind in ACTS and one.round == turn for one in state.pending)
    return (
        errand
        or (shared and bool(events & ACTED))
        or any(_serves(effect, case, events) for effect in state.pending)
    )


def _serves(effect: Effect, case: Case, events: frozenset[Event]) -> bool:
    if effect.kind in OWN and effect.case != case.number:
        return False
    event = MAILS.get(effect.mail) if effect.mail else DEEDS.get(effect.kind)
    mine = effect.mail in {None, Mail.ACKNOWLEDGEMENT, Mail.ANSWER} or stage_of(case).together
    return event in events and (mine or effect.case == case.number)


def _rides_along(state: State, case: Case, events: frozenset[Event]) -> bool:
    """One letter a matter: another case sees to it that it is posted, or that it lapses."""
    letter = Event.LETTER_CODE_RETURNED
    return letter in events and any(
        letter in rules_of(one.workflow, one.stage) and stage_of(one).waits is not Waits.SYSTEMS
        for one in state.matter.cases
        if one.number != case.number
    )


def _others_move(state: State, case: Case) -> bool:
    """A case that waits for others: one of them is not yet said, or its answer is on its way."""
    if not rules_of(case.workflow, case.stage) & OF_OTHERS:
        return False
    others = [(one, stage_of(one)) for one in state.matter.cases if one.number != case.number]
    return any(
        not (stage.final or stage.settled or stage.part)
        or rules_of(one.workflow, one.stage) & (ENDING if one.owed else {Event.ANSWER_ACCEPTED})
        for one, stage in others
    )


def dead_prompts(state: State) -> Iterator[str]:
    """Every prompt that is open can be answered by a word, by somebody who was asked."""
    asked = {one.step: one for one in state.asked}
    for case in state.matter.cases:
        if not case.step:
            continue
        where = f"«{case.stage}» of {case.workflow}"
        prompt = asked.get(case.step)
        if prompt is None:
            yield f"a prompt at {where} that nobody got"
        elif not any(
            not lacks(state.matter, word, case.number, person, state.setup.house)
            for word in rules_of(case.workflow, case.stage) & STAFF_EVENTS
            for person in prompt.people
        ):
            yield f"a prompt at {where} that none who got it may answer"


def unmandated(state: State) -> Iterator[str]:
    """Every word of a named human's, tried by the machine, a stranger, and without the mandate."""
    for case in state.matter.cases:
        stage = stage_of(case)
        here = rules_of(case.workflow, case.stage) & STAFF_EVENTS
        for event in here | {Event.EXTENDED}:
            barred = ["", "rightsbot", "mallory"]
            barred += ["bo"] if event in OF_A_DECIDER else []
            barred += case.approvers if stage.second and event is Event.APPROVED else []
            for person in barred:
                if not _is_refused(state, Happening(event, case=case.number, person=person)):
                    yield f"{event} in {case.workflow} by «{person}»"


def _is_refused(state: State, happening: Happening) -> bool:
    try:
        decide(state.matter, happening, state.now, state.setup.house)
    except NoMandateError:
        return True
    return False
