"""What makes two states the same: nothing that the core reads, and no truth, tells them apart.

Counters are left out: they only keep keys and dates apart. So is what nothing can ask for any more:
how a case ended, which address it was that was proved, a code that proves no more than is proved.

Coarse, for the matters of three cases: where the cases stand, what is proved and what may yet be,
and whether the last days have come; what is under way there is not told apart further.
"""

from conversations.houses import NOW
from conversations.past import Past
from conversations.standing import asks_twice, minds, rules_of, stage_of
from conversations.state import SHARED, TURNS, State

from bot.core.effects import Effect, Kind
from bot.core.events import Event
from bot.core.machine import Stage
from bot.core.matter import Case
from bot.core.receipts import READING
from bot.core.vocabulary import Mail

#: the level of an identity document, above which there is none, and that of a letter
DOCUMENT = 3
LETTER = 2
ENDED = "ended"
SOMEBODY = frozenset({"somebody"})
ACTING = frozenset({Event.ACTED, Event.VERIFIED})


def shape(state: State) -> object:
    """The same for states that are the same; hashable."""
    stages = [stage_of(case) for case in state.matter.cases]
    unsaid = sum(not (stage.final or stage.settled) for stage in stages)
    proof = _of_proof(state) if unsaid else bool(state.matter.proved)
    time = _of_time(state, unsaid)
    if state.setup.coarse:
        return (tuple(ENDED if one.final else one.name for one in stages), proof, time)
    matter = state.matter
    dates = frozenset((one.event, one.case) for one in state.wakes if one.event not in TURNS)
    return (
        tuple(_of_case(state, case) for case in matter.cases),
        proof,
        (matter.thanked, matter.thanked_neutrally, matter.closed, matter.frozen),
        _of_copies(state),
        frozenset(matter.blocks.items()) if minds(matter, Event.BLOCKED) else (),
        frozenset(matter.errands.values()) if state.setup.errands else (),
        frozenset(filter(None, (_of_effect(state, one) for one in state.pending))),
        (dates, state.hushed),
        time,
    )


def _of_copies(state: State) -> object:
    """Which registers have told, and whether any gave a copy, or is missing in what is released."""
    matter = state.matter
    if minds(matter, Event.COLLECTED):
        told = frozenset(matter.snapshots) | matter.silent
        return (told, bool(matter.snapshots), bool(matter.silent))
    reading = any(
        case.right in READING and not (stage_of(case).final or stage_of(case).settled)
        for case in matter.cases
    )
    return reading and bool(matter.silent)


def _of_proof(state: State) -> object:
    matter = state.matter
    open_cases = [case for case in matter.cases if not stage_of(case).final]
    unsaid = [case for case in open_cases if not stage_of(case).settled]
    if all(state.past(case.number).need <= matter.level for case in unsaid):
        return (min(matter.level, LETTER), frozenset(matter.seen_by))
    checked = matter.address_checked and matter.level < DOCUMENT
    letter = (matter.letter_out, matter.letter_out and matter.posted_on is None)
    seen_by = frozenset(matter.seen_by)
    return (matter.level, checked, matter.code_out, letter, seen_by, _codes_that_count(state))


def _codes_that_count(state: State) -> frozenset[str]:
    """Those that may open something; which address was proved makes no difference."""
    if not state.matter.proved:
        return state.codes
    return state.codes & {"letter"} if state.matter.letter_out else frozenset()


def _of_time(state: State, unsaid: int) -> object:
    if not state.setup.clocked:
        # the last day tells people more than the alarm before it, and moves no case; alone in its
        # matter, a case is not moved by the alarm either
        return state.now > NOW and unsaid > 1
    matter = state.matter
    clock = frozenset((one.event, one.at) for one in state.clock)
    extended = (matter.extended, matter.is_extended, matter.breached, state.late)
    return (clock, state.now, matter.received_at, extended)


def _of_case(state: State, case: Case) -> object:
    stage = stage_of(case)
    if stage.final:
        # a matter stays open while an act is under way in a register
        acting = case.act is not None and not set(state.setup.house.registers) <= case.acted
        return ENDED, case.acted if acting else None
    acting = rules_of(case.workflow, case.stage) & ACTING
    return (
        (case.workflow, case.right, case.stage, case.asked),
        (case.acted, bool(case.residue)) if acting else (),
        bool(case.told - case.done) if stage.settled or stage.part else (),
        case.approvers if stage.second else (),
        case.right in READING and bool(case.owed),
        _of_past(state.past(case.number), state.matter.level, stage, case.workflow),
    )


def _of_past(past: Past, level: int, stage: Stage, workflow: str) -> object:
    """What of it a truth may still ask for.

    That a level which a case rests on stays is a truth of its own, so needs that are met are alike.
    """
    if stage.aside and not stage.settled:
        return ()
    approvers = past.approvers
    if approvers and (stage.settled or len(approvers) > 1 or not asks_twice(workflow)):
        approvers = SOMEBODY
    told = (past.owed, past.unheard, past.taken_back)
    if stage.settled:
        return (approvers, past.decided, told)
    need = 0 if past.need <= level else past.need
    way = (past.told, past.waited, past.contact, past.read)
    return (need, approvers, past.decided, way, told)


def _of_effect(state: State, effect: Effect) -> object:
    """Where errands are not told apart, a deed is as good as whoever does it by hand."""
    if effect.kind is Kind.ACT and not state.setup.errands:
        return None
    if effect.mail is Mail.EXTENDED and not state.setup.clocked:
        return None
    parts = effect.reason if effect.mail is Mail.ANSWER else ""
    case = 0 if effect.kind in SHARED else effect.case
    return (effect.kind, case, effect.mail, effect.register, effect.word, parts)
