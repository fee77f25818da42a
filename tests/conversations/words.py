"""What staff may say next: each word that the table takes, by somebody with the mandate for it."""

from collections.abc import Iterator
from dataclasses import replace

from conversations.houses import ANNA, GIVEN_ON, KEPT
from conversations.moves import Move
from conversations.standing import asks_twice, minds, of_step, stage_of
from conversations.state import Asked, State

from bot.core import facts as f
from bot.core.commands import Verb
from bot.core.deadlines import receipt_day
from bot.core.decide import Happening
from bot.core.events import Event, Finding
from bot.core.facts import Fact
from bot.core.law import may_refuse
from bot.core.vocabulary import Extension, Refusal

#: the event that each word is
WORDS = {
    Verb.APPROVE: Event.APPROVED,
    Verb.REDO: Event.REDO,
    Verb.REFUSE: Event.REFUSED,
    Verb.CORRECT: Event.CORRECTED,
    Verb.MASK: Event.MASKED,
    Verb.LEAVE_OUT: Event.LEFT_OUT,
    Verb.INCLUDE: Event.INCLUDED,
    Verb.LIFT: Event.LIFTED,
    Verb.CHECKED: Event.ADDRESS_CHECKED,
    Verb.ID_SHOWN: Event.IDENTIFIED,
    Verb.DONE: Event.DONE,
    Verb.POSTED: Event.POSTED,
}
REASONS = "Kunden har skrivit elva likadana brev sedan i mars."
TWO = 2


def staff_moves(state: State) -> Iterator[Move]:
    """Each word for each open prompt; and a visit with a passport in hand."""
    if state.matter.closed and not state.matter.errands:
        return
    for asked in state.asked:
        case = of_step(state.matter, asked.step)
        if asked.step in state.matter.errands:
            yield _by_hand(state, asked)
        elif case is not None:
            yield from _words(state, replace(asked, case=case.number))
    if minds(state.matter, Event.IDENTIFIED) and state.matter.proved:
        proof = f.Proved(level=3, address=state.matter.proved, by=ANNA.id)
        yield Move(Happening(Event.IDENTIFIED, (proof,), person=ANNA.id), None, "visit")


def _by_hand(state: State, asked: Asked) -> Move:
    """KLAR is the receipt of a register that cannot do it itself."""
    errand = state.matter.errands[asked.step]
    person = min(asked.people)
    if errand.round:
        found = f.RegisterCollected(
            register_name=errand.register,
            round=errand.round,
            counts=((GIVEN_ON, 1), (KEPT, 1)),
            digest="",
        )
        done = _said(asked, Verb.DONE, person)
        return Move(Happening(Event.COLLECTED, (done, found), person=person), None, "by hand")
    acted = f.RegisterActed(
        case=errand.case, turn=errand.turn, register_name=errand.register, by=person
    )
    said = _said(asked, Verb.DONE, person)
    return Move(Happening(Event.ACTED, (said, acted), person=person), None, "by hand")


def _said(asked: Asked, verb: Verb, person: str) -> f.Commanded:
    return f.Commanded(case=asked.case, step=asked.step, word=verb.value, person=person)


def _words(state: State, asked: Asked) -> Iterator[Move]:
    matter, number = state.matter, asked.case
    for verb, event in WORDS.items():
        if not minds(matter, event, number):
            continue
        for person in _people(state, event, number):
            said = _said(asked, verb, person)
            for what, argument, facts in _arguments(state, event, number):
                # what is hers is hers in every case
                aimed = 0 if event is Event.INCLUDED else number
                happening = Happening(
                    event, (said, *facts), aimed, argument=argument, person=person
                )
                yield Move(happening, None, what)
    in_time = receipt_day(state.now) <= matter.due.safe_due
    if state.setup.clocked and in_time and not matter.extended:
        yield _extension(asked)
    if minds(matter, Event.CLASSIFIED, number):
        yield from _classes(state, asked)


def _people(state: State, event: Event, number: int) -> tuple[str, ...]:
    """Whose word it is: where it matters who said it first, a decider's or another's."""
    case = state.matter.case(number)
    house = state.setup.house
    # whoever identified her approves nothing (P09)
    barred = state.matter.seen_by if event is Event.APPROVED else ()
    if event is not Event.APPROVED or not asks_twice(case.workflow):
        return tuple(one.id for one in house.staff if one.id not in barred)[:1]
    staff = [one.id for one in house.staff if one.id not in barred]
    if not stage_of(case).second:
        return tuple(staff[:TWO])
    before = case.approvers
    able = [one for one in staff if one not in before and house.has_decider((*before, one))]
    return tuple(able[:1])


def _arguments(
    state: State, event: Event, number: int
) -> Iterator[tuple[str, str, tuple[Fact, ...]]]:
    """What stands beside a word: how it is told apart, a closed word, and facts."""
    matter = state.matter
    match event:
        case Event.REFUSED:
            yield from (("", one.value, ()) for one in _grounds(state, number)[:1])
        case Event.CORRECTED:
            for contact in (True, False):
                yield f"{contact=}", "", (f.Corrected(case=number, contact=contact),)
        case Event.IDENTIFIED:
            proof = f.Proved(level=3, address=matter.proved or "requester", by=ANNA.id)
            yield "", "", (proof,)
        case Event.INCLUDED:
            yield "", "", (f.Included(case=number, numbers=(1,)),)
        case Event.ADDRESS_CHECKED:
            yield "", "", (f.AddressChecked(),)
        case _:
            yield "", "", ()


def _grounds(state: State, number: int) -> list[Refusal]:
    """On what a case may be refused; whoever is unproved hears one and the same (P11)."""
    case = state.matter.case(number)
    listed = [Refusal.UNIDENTIFIED] if stage_of(case).unproved else list(Refusal)
    level = state.matter.level
    return [one for one in listed if case.right and not may_refuse(case.right, one, level, REASONS)]


def _extension(asked: Asked) -> Move:
    reason = Extension.COMPLEX
    fact = f.Extended(reason=reason, person=ANNA.id)
    return Move(
        Happening(Event.EXTENDED, (fact,), asked.case, argument=reason.value, person=ANNA.id)
    )


def _classes(state: State, asked: Asked) -> Iterator[Move]:
    for rights in state.setup.classes:
        if len(state.matter.cases) + len(rights) > state.setup.most_cases:
            continue
        happening = Happening(
            Event.CLASSIFIED,
            (_said(asked, Verb.CLASSIFY, ANNA.id),),
            asked.case,
            finding=Finding.REQUEST if rights else Finding.NO_REQUEST,
            rights=rights,
            person=ANNA.id,
        )
        yield Move(happening, None, "+".join(rights))
