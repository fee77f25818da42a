"""decide(matter, happening, now, house) → what follows. Pure: the one place where cases move.

A happening brings its own facts. A finding that several registers must agree on is joined here;
until all have answered, only the facts are kept. Then every open case that has a rule takes its
step, and the tasks become effects (core.tasks); what cases wait for of each other is settled after
(core.joint). Decisions are over the matter, so that one acknowledgement and one answer can speak
for all its cases.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from bot.core import facts as f
from bot.core.alarms import outside_the_tables, set_the_clock
from bot.core.effects import Decision
from bot.core.events import Event, Finding
from bot.core.findings import PENDING, joined
from bot.core.fold import fold
from bot.core.happening import OF_A_CASE, OF_ONE_RIGHT, Happening
from bot.core.house import House
from bot.core.joint import settle
from bot.core.law import acknowledges
from bot.core.machine import NEW, Step
from bot.core.mandate import NoMandateError, lacks
from bot.core.matter import Case, Matter
from bot.core.orders import Orders
from bot.core.tasks import carry_out
from bot.core.vocabulary import Right

__all__ = ["Happening", "allows", "decide", "open_matter"]


#: what proves who writes is the matter's, whichever case it was said of
PROOFS = frozenset({Event.IDENTIFIED, Event.ADDRESS_CHECKED})


def open_matter(
    opened: f.MatterOpened, rights: tuple[Right, ...], now: datetime, house: House
) -> Decision:
    """A new matter with a case a right; no right means that staff must say what it is."""
    # a mail to her could be read by him, an authority is answered by people (P05, P18)
    if not all(map(acknowledges, opened.concerns)):
        opened = opened.model_copy(update={"may_answer": False})
    # an agent's, a collector's or a protected person's mail never triggers a code (P05, P18)
    codes_may_go = opened.may_answer and not opened.concerns and Right.HUMAN_ONLY not in rights
    cases = tuple(
        f.CaseOpened(
            case=number,
            right=right,
            workflow=house.table_for(right, codes_may_go=codes_may_go).name,
        )
        for number, right in enumerate(rights or (None,), start=1)
    )
    start = Matter(**opened.model_dump(exclude={"kind"}))
    decision = decide(start, Happening(Event.OPENED, facts=cases), now, house)
    return replace(decision, facts=(opened, *decision.facts))


def decide(matter: Matter, happening: Happening, now: datetime, house: House) -> Decision:
    """What the happening does to the matter: facts to record, effects, dates to wake on.

    Raises NoMandateError for a word of a named human's, from somebody without the mandate.
    """
    lack = lacks(matter, happening.event, happening.case, happening.person, house)
    if lack:
        raise NoMandateError(f"{happening.event} in matter {matter.number}: {lack}")
    if happening.event is Event.E_IDENTIFIED and happening.ordinal != matter.starts:
        # somebody said INTE JAG meanwhile: what the provider says proves nothing now
        return Decision()
    if _outdated(matter, happening):
        return Decision(happening.facts)
    orders = Orders(fold(happening.facts, matter), happening, now, house)
    taken = list(_steps(orders, happening))
    steps = [(case, step) for case, step in taken if step is not None]
    for case, step in steps:
        orders.move(case.number, happening.event, step)
    if steps:
        steps += _reopened(orders, happening.rights)
    for case, step in steps:
        carry_out(orders, step.tasks, case.number, step.reason)
    asked = not house.is_own(case.workflow for case in orders.matter.cases)
    if happening.event in {Event.OPENED, Event.REOPENED} and asked:
        set_the_clock(orders)
    # who waits for a code is asked again; the rest is late all the same
    if not taken or happening.event is Event.ALARM_DUE:
        outside_the_tables(orders, happening.event, happening.case, happening.ordinal)
    settle(orders)
    orders.close_if_ended()
    facts = (*happening.facts, *orders.facts)
    return Decision(facts, tuple(orders.effects), tuple(orders.wakes))


def allows(matter: Matter, happening: Happening, house: House, now: datetime) -> bool:
    """Whether any case would take a step on the happening, where it stands now."""
    orders = Orders(fold(happening.facts, matter), happening, now, house)
    return any(step is not None for _, step in _steps(orders, happening))


def _steps(orders: Orders, happening: Happening) -> Iterator[tuple[Case, Step | None]]:
    """Each case that has a rule for the event, with its step; None while it is not yet whole."""
    for case in orders.matter.cases:
        if not (happening.event in PROOFS or _aimed_at(orders, happening, case)):
            continue
        finding = happening.finding
        if finding is None:
            found = joined(orders.matter, happening.event, orders.house, case)
            if found is PENDING:
                yield case, None
                continue
            finding = found
        table = orders.house.tables[case.workflow]
        step = table.step(case.stage, happening.event, finding)
        # where no code may go, nothing begins again with one
        hushed = any(one.concerned for one in orders.matter.cases if one is not case)
        codes_go = orders.matter.may_answer and not (orders.matter.is_for_people or hushed)
        if step is not None and (codes_go or not table.by_name[step.stage].needs_code):
            yield case, step


def _aimed_at(orders: Orders, happening: Happening, case: Case) -> bool:
    if happening.case in {0, case.number}:
        return True
    if happening.event in OF_ONE_RIGHT:
        return False
    meant = orders.matter.case(happening.case)
    return meant.stage == case.stage and orders.stage(case).together


def _reopened(orders: Orders, rights: tuple[Right, ...]) -> Iterator[tuple[Case, Step]]:
    """Staff said what the mail is: each right that is not under way begins in its own table."""
    house = orders.house
    under_way = {case.right for case in orders.open_cases()}
    by_hand = orders.matter.is_for_people or Right.HUMAN_ONLY in rights
    codes_may_go = orders.matter.may_answer and not by_hand
    for right in dict.fromkeys(rights):
        if right in under_way:
            continue
        number = len(orders.matter.cases) + 1
        table = house.table_for(right, codes_may_go=codes_may_go)
        orders.know(f.CaseOpened(case=number, right=right, workflow=table.name))
        found = joined(orders.matter, Event.OPENED, house, orders.matter.case(number))
        step = table.step(NEW, Event.OPENED, found if isinstance(found, Finding) else None)
        if step is None:
            raise ValueError(f"workflow {table.name} has no rule that opens a case")
        orders.move(number, Event.OPENED, step)
        yield orders.matter.case(number), step


def _outdated(matter: Matter, happening: Happening) -> bool:
    """A date that was set for an earlier code, or before the case moved on, says nothing now."""
    if happening.event is Event.CODE_LAPSED:
        return happening.ordinal != matter.mail_code
    if happening.event is Event.LETTER_CODE_LAPSED:
        return happening.ordinal != matter.letter_code
    if happening.event in OF_A_CASE:
        return happening.ordinal != matter.case(happening.case).moves
    return False
