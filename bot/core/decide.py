"""decide(matter, happening, now, house) → what follows. Pure: the one place where cases move.

A happening brings its own facts. A finding that several registers must agree on is joined here;
until all have answered, only the facts are kept. Then every open case that has a rule takes its
step, and the tasks become effects (core.tasks). Decisions are over the matter, so that one
acknowledgement can speak for all its cases.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from bot.core import facts as f
from bot.core.effects import Decision
from bot.core.events import Event, Finding
from bot.core.facts import Fact
from bot.core.findings import PENDING, joined
from bot.core.house import House
from bot.core.machine import NEW, Step
from bot.core.matter import Case, Matter, fold
from bot.core.orders import Orders
from bot.core.tasks import carry_out, outside_the_tables
from bot.core.vocabulary import Right


@dataclass(frozen=True)
class Happening:
    """Something that came in: an event with the facts it brings, aimed at one case or at all.

    `rights` are opened as cases of their own when the step is taken. `argument` is a closed word
    that an effect will need, such as the ground of a refusal.
    """

    event: Event
    facts: tuple[Fact, ...] = ()
    case: int = 0
    finding: Finding | None = None
    rights: tuple[Right, ...] = ()
    argument: str = ""
    ordinal: int = 0


def open_matter(
    opened: f.MatterOpened, rights: tuple[Right, ...], now: datetime, house: House
) -> Decision:
    """A new matter with a case a right; no right means that staff must say what it is."""
    asked: tuple[Right | None, ...] = rights or (None,)
    # an agent's, a collector's or a protected person's mail never triggers a code (P05, P18)
    codes_may_go = opened.may_answer and Right.HUMAN_ONLY not in rights
    cases = tuple(
        f.CaseOpened(
            case=number,
            right=right,
            workflow=house.table_for(right, codes_may_go=codes_may_go).name,
        )
        for number, right in enumerate(asked, start=1)
    )
    start = Matter(**opened.model_dump(exclude={"kind"}))
    decision = decide(start, Happening(Event.OPENED, facts=cases), now, house)
    return replace(decision, facts=(opened, *decision.facts))


def decide(matter: Matter, happening: Happening, now: datetime, house: House) -> Decision:
    """What the happening does to the matter: facts to record, effects, dates to wake on."""
    if _outdated(matter, happening):
        return Decision(happening.facts)
    facts: list[Fact] = list(happening.facts)
    matter = fold(facts, matter)
    finding = happening.finding or joined(matter, happening.event, house)
    if finding is PENDING:
        return Decision(tuple(facts))
    orders = Orders(matter, happening.argument, now, house)
    steps = list(_steps(matter, happening, finding, house))
    for case, step in steps:
        orders.know(
            f.CaseMoved(
                case=case.number, event=happening.event, stage=step.stage, reason=step.reason
            )
        )
    if steps:
        steps += _reopened(orders, happening.rights, house)
    for case, step in steps:
        carry_out(orders, step.tasks, case.number, step.reason)
    if not steps:
        outside_the_tables(orders, happening.event)
    orders.close_if_ended()
    return Decision((*facts, *orders.facts), tuple(orders.effects), tuple(orders.wakes))


def allows(matter: Matter, case: int, event: Event, finding: Finding | None, house: House) -> bool:
    """Whether the case has a rule for the event where it stands now."""
    standing = matter.case(case)
    return house.tables[standing.workflow].step(standing.stage, event, finding) is not None


def _steps(
    matter: Matter, happening: Happening, finding: Finding | None, house: House
) -> Iterator[tuple[Case, Step]]:
    for case in matter.cases:
        if happening.case in {0, case.number}:
            step = house.tables[case.workflow].step(case.stage, happening.event, finding)
            if step is not None:
                yield case, step


def _reopened(
    orders: Orders, rights: tuple[Right, ...], house: House
) -> Iterator[tuple[Case, Step]]:
    """Staff said what the mail is: each right that is not under way begins in its own table."""
    under_way = {case.right for case in orders.matter.cases if not _ended(case, house)}
    codes_may_go = orders.matter.may_answer and Right.HUMAN_ONLY not in {*rights, *under_way}
    for right in dict.fromkeys(rights):
        if right in under_way:
            continue
        number = len(orders.matter.cases) + 1
        table = house.table_for(right, codes_may_go=codes_may_go)
        orders.know(f.CaseOpened(case=number, right=right, workflow=table.name))
        step = table.step(NEW, Event.OPENED)
        if step is None:
            raise ValueError(f"workflow {table.name} has no rule that opens a case")
        orders.know(
            f.CaseMoved(case=number, event=Event.OPENED, stage=step.stage, reason=step.reason)
        )
        yield orders.matter.case(number), step


def _ended(case: Case, house: House) -> bool:
    return house.tables[case.workflow].by_name[case.stage].final


def _outdated(matter: Matter, happening: Happening) -> bool:
    """A date that was set for an earlier code says nothing of a later one."""
    lapses = {Event.CODE_LAPSED, Event.LETTER_CODE_LAPSED, Event.QUIET_OVER}
    return happening.event in lapses and happening.ordinal != matter.codes
