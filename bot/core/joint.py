"""What the cases of one matter wait for of each other: one answer, and access before erasure.

EDPB 01/2022, 36 and 39: where access is asked together with erasure or rectification, access is
given on the unchanged data first.
"""

from collections.abc import Callable, Mapping

from bot.core.events import Event
from bot.core.machine import Step
from bot.core.matter import Case
from bot.core.milestones import milestones
from bot.core.orders import Orders
from bot.core.receipts import all_told, still_read
from bot.core.tasks import carry_out


def settle(orders: Orders) -> None:
    """Let the cases go on that waited for another one, until none does any more."""
    moved = True
    while moved:
        moved = False
        for event, may in MAY.items():
            moved = _go_on(orders, event, may) or moved


def _go_on(orders: Orders, event: Event, may: Callable[[Orders, Case], bool]) -> bool:
    waiting: list[tuple[Case, Step]] = []
    for case in orders.matter.cases:
        step = orders.house.tables[case.workflow].step(case.stage, event)
        if step is not None and may(orders, case):
            waiting.append((case, step))
    if event is Event.OTHERS_READY and waiting:
        orders.parts = tuple(dict.fromkeys(orders.stage(case).part for case, _ in waiting))
    for case, step in waiting:
        orders.move(case.number, event, step)
    for case, step in waiting:
        carry_out(orders, step.tasks, case.number, step.reason)
    return bool(waiting)


def _nobody_reads(orders: Orders, _case: Case) -> bool:
    return not still_read(orders.matter, orders.house)


def _nothing_is_missing(orders: Orders, _case: Case) -> bool:
    """Every part is ready; or the last day is so near that the ready ones go without the rest.

    One answer at a time: an accepted one must not be taken for another that is on its way.
    """
    if any(orders.stage(case).sends_answer for case in orders.open_cases()):
        return False
    if orders.today >= milestones(orders.matter.due).red_alarm:
        return True
    return all(_is_not_awaited(orders, case) for case in orders.unsaid())


def _is_not_awaited(orders: Orders, case: Case) -> bool:
    """A human has it; or it waits itself for the copy, of which a part is still to be sent."""
    waits = orders.house.tables[case.workflow].step(case.stage, Event.DATA_READ) is not None
    return orders.stage(case).aside or (waits and bool(orders.matter.silent))


def _copies_are_missing(orders: Orders, _case: Case) -> bool:
    """What was approved is collected anew for a sibling: it must be approved anew."""
    return not all_told(orders.matter, orders.house.registers)


def _the_letter_is_there(orders: Orders, _case: Case) -> bool:
    """One letter a matter: a case that comes later is posted with the others (P17)."""
    matter = orders.matter
    return matter.letter_out and matter.letter_printed and matter.posted_on is None


def _the_letter_is_away(orders: Orders, _case: Case) -> bool:
    return orders.matter.letter_out and orders.matter.posted_on is not None


def _all_recipients_have_answered(_orders: Orders, case: Case) -> bool:
    return case.told <= case.done


MAY: Mapping[Event, Callable[[Orders, Case], bool]] = {
    Event.COLLECTED_ANEW: _copies_are_missing,
    Event.LETTER_THERE: _the_letter_is_there,
    Event.LETTER_AWAY: _the_letter_is_away,
    Event.DATA_READ: _nobody_reads,
    Event.OTHERS_READY: _nothing_is_missing,
    Event.RECIPIENTS_DONE: _all_recipients_have_answered,
}
