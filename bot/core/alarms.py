"""The matter's own clock, and whatever else happens outside every table.

Art. 12(3) counts for the request as a whole, so its dates are the matter's and not a case's.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta

from bot.core import facts as f
from bot.core.calendar_se import working_days_before
from bot.core.deadlines import STOCKHOLM
from bot.core.effects import Effect, Kind
from bot.core.events import Event, Task
from bot.core.house import Colleague
from bot.core.machine import NEW
from bot.core.milestones import CLOSE, RED_ALARM, milestones, morning
from bot.core.orders import Orders
from bot.core.speaking import alarm_not_me, thank_neutrally
from bot.core.tasks import TASKS
from bot.core.vocabulary import Mail, Waits

#: of the 72 hours in which IMY is to be told of an incident, when the officer is told again
A_DAY_LEFT = timedelta(hours=48)


def set_the_clock(orders: Orders) -> None:
    """Every date of the matter that lies ahead; where the last has passed, the breach is known."""
    dates = milestones(orders.matter.due)
    ahead = (
        (Event.DRAFT_DUE, morning(dates.draft)),
        (Event.ALARM_DUE, morning(dates.human_alarm)),
        (Event.RED_ALARM, morning(dates.red_alarm)),
        (Event.OVERDUE, dates.overdue),
    )
    for event, at in ahead:
        if at > orders.now:
            orders.wake(event, at)
    if _close_of(orders.matter.promised) <= orders.now and orders.unsaid():
        _breach(orders)


def outside_the_tables(orders: Orders, event: Event, case: int, ordinal: int) -> None:
    """What happens to a matter although no case of it has a rule."""
    happens = HAPPENS.get(event)
    if happens is not None:
        happens(orders, case, ordinal)


def _joined(orders: Orders, _case: int, _ordinal: int) -> None:
    """An earlier receipt brings every date forward, that of the unproved too."""
    set_the_clock(orders)
    due = orders.matter.promised
    if orders.matter.is_extended:
        _watch_promise(orders, due)
    if _close_of(due) <= orders.now and orders.unsaid():
        _own_up(orders)
    tables = orders.house.tables
    for case in orders.open_cases():
        if tables[case.workflow].step(case.stage, Event.UNPROVED_CLOSES) is not None:
            TASKS[Task.WATCH_CLOSING](orders, case.number, "")


def _not_me(orders: Orders, _case: int, _ordinal: int) -> None:
    orders.know(f.Noted(event=Event.NOT_ME))
    alarm_not_me(orders, 0, "not_me")


def _undeliverable(orders: Orders, _case: int, _ordinal: int) -> None:
    """What came back after the end reached nobody: the matter is open until a human says KLAR."""
    if not orders.matter.closed:
        return
    orders.know(f.Noted(event=Event.UNDELIVERABLE))
    right = next((case.right for case in orders.matter.cases if case.right), None)
    table = orders.house.tables["by_hand"]
    step = table.step(NEW, Event.OPENED)
    if right is None or step is None:
        return
    number = len(orders.matter.cases) + 1
    orders.know(f.CaseOpened(case=number, right=right, workflow=table.name))
    orders.know(
        f.CaseMoved(case=number, event=Event.OPENED, stage=step.stage, reason="undeliverable")
    )
    orders.prompt(Mail.BY_HAND, number, "undeliverable")


def _needs_person(orders: Orders, _case: int, turn: int) -> None:
    """A register that cannot do it, or stays silent, named by the argument: people do it."""
    wanted = orders.matter.of_turn(turn)
    if orders.argument and wanted is not None:
        orders.prompt_for_register(wanted.number, turn, orders.argument)


def _needs_searcher(orders: Orders, case: int, turn: int) -> None:
    """A register of paper, or without an interface: its people look, once a round."""
    asked = {one.register for one in orders.matter.errands.values() if one.round == turn}
    if orders.argument and turn == orders.matter.round and orders.argument not in asked:
        orders.prompt_for_search(case, turn, orders.argument)


def _pass_on(orders: Orders, _case: int, step: int) -> None:
    """Unless a named human has taken the time that the law gives (FÖRLÄNG)."""
    if not orders.matter.is_extended:
        orders.pass_on(step)


def _away(orders: Orders, _case: int, step: int) -> None:
    orders.pass_on(step)


def _draft_late(event: Event) -> Callable[[Orders, int, int], None]:
    def tell(orders: Orders, _case: int, _ordinal: int) -> None:
        ours = {Waits.STAFF, Waits.SYSTEMS}
        stages = map(orders.stage, orders.unsaid())
        if any(stage.waits in ours and not stage.unproved for stage in stages):
            people = orders.house.staff_of(orders.matter.company)
            orders.tell_staff(Mail.DRAFT_LATE, people, event.value)

    return tell


def _red_alarm(orders: Orders, _case: int, _ordinal: int) -> None:
    """All three companies, for each of them answers for the whole (Art. 26(3))."""
    if orders.unsaid():
        orders.tell_staff(Mail.RED_ALARM, _everybody(orders), str(orders.matter.promised))


def _overdue(orders: Orders, _case: int, _ordinal: int) -> None:
    """15:00 on the promised day. An extension moves the answer, never a refusal (Art. 12(4))."""
    matter = orders.matter
    if not orders.unsaid():
        return
    if orders.today < matter.promised:
        orders.tell_staff(Mail.RED_ALARM, _everybody(orders), "refusal_ends")
        return
    _own_up(orders)


def _own_up(orders: Orders) -> None:
    """An honest notice, once a promised day (P13)."""
    matter = orders.matter
    _breach(orders)
    if matter.may_write:
        key = f"{Mail.LATENESS}:{matter.promised}"
        orders.effects.append(Effect(Kind.SEND, key, mail=Mail.LATENESS, to=orders.customer))


def _breach(orders: Orders) -> None:
    if not orders.matter.breached:
        orders.know(f.Breached(on=orders.today))
        orders.send(Mail.DPO_BREACH, "dpo")


def _missent(orders: Orders, case: int, _ordinal: int) -> None:
    """Art. 33(1): "not later than 72 hours after having become aware of it"; the officer hears now.

    And once more when a day is left. A second word about the same matter moves nothing.
    """
    if orders.matter.incident_at == orders.now:
        orders.send(Mail.DPO_INCIDENT, "dpo", case)
        orders.wake(Event.INCIDENT_DUE, orders.now + A_DAY_LEFT)


def _incident_due(orders: Orders, case: int, _ordinal: int) -> None:
    if orders.matter.incident_at is not None:
        orders.send(Mail.DPO_INCIDENT, "dpo", case, Event.INCIDENT_DUE.value)


def _extended(orders: Orders, case: int, _ordinal: int) -> None:
    orders.send(Mail.EXTENDED, orders.customer, case, orders.argument)


def _extension_accepted(orders: Orders, _case: int, _ordinal: int) -> None:
    """In time: the later date is worked towards. Late: void, the first date stands (L11)."""
    if not orders.matter.is_extended:
        _breach(orders)
        return
    _watch_promise(orders, orders.matter.promised)


def _watch_promise(orders: Orders, due: date) -> None:
    orders.wake(Event.RED_ALARM, morning(working_days_before(due, RED_ALARM)))
    orders.wake(Event.OVERDUE, _close_of(due))


def _close_of(day: date) -> datetime:
    return datetime.combine(day, CLOSE, tzinfo=STOCKHOLM)


def _everybody(orders: Orders) -> tuple[Colleague, ...]:
    return tuple(one for one in orders.house.staff if not one.deputy)


def _invited(orders: Orders, case: int, starts: int) -> None:
    """The provider has begun: the customer is told how, and the provider asked what came of it."""
    if not orders.matter.proved or orders.matter.starts != starts:
        return
    orders.send(Mail.E_IDENTIFY, "proved", case)
    key = f"{Kind.E_IDENTIFY}:{starts}:result"
    orders.effects.append(Effect(Kind.E_IDENTIFY, key, case, word="result", ordinal=starts))


HAPPENS: Mapping[Event, Callable[[Orders, int, int], None]] = {
    Event.THANKS_DUE: lambda orders, *_: thank_neutrally(orders),
    Event.JOINED: _joined,
    Event.NOT_ME: _not_me,
    Event.UNDELIVERABLE: _undeliverable,
    Event.NEEDS_PERSON: _needs_person,
    Event.NEEDS_SEARCHER: _needs_searcher,
    Event.INVITED: _invited,
    Event.PROMPT_UNANSWERED: _pass_on,
    Event.STAFF_AWAY: _away,
    Event.DRAFT_DUE: _draft_late(Event.DRAFT_DUE),
    Event.ALARM_DUE: _draft_late(Event.ALARM_DUE),
    Event.RED_ALARM: _red_alarm,
    Event.OVERDUE: _overdue,
    Event.MISSENT: _missent,
    Event.INCIDENT_DUE: _incident_due,
    Event.EXTENDED: _extended,
    Event.EXTENSION_ACCEPTED: _extension_accepted,
}
