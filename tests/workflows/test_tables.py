"""The tables by themselves: nobody gets lost in one, and no guard can be walked around."""

import pytest

from bot.core.events import Event, Task
from bot.core.machine import NEW, Workflow
from bot.core.rules import Rule
from bot.core.table_faults import GUARDS, STAFF_EVENTS, TOLD, reachable
from bot.core.vocabulary import Right, Waits
from workflows import ALL, WHOLE

#: what the clock brings when a requester never answers
CLOCK = {Event.CODE_LAPSED, Event.LETTER_CODE_LAPSED, Event.ALARM_DUE}

tables = pytest.mark.parametrize("table", ALL.values(), ids=ALL)


def _from(table: Workflow, stage: str) -> list[Rule]:
    return [rule for rule in table.rules if rule.stage == stage]


@tables
def test_a_table_opens_and_knows_every_rule(table: Workflow) -> None:
    """A mail always leads somewhere, and each rule is taken as it is written."""
    assert {rule.event for rule in _from(table, NEW)} == {Event.OPENED}
    for rule in table.rules:
        taken = table.step(rule.stage, rule.event, rule.when)
        assert taken is not None
        assert (taken.stage, taken.tasks, taken.reason) == (rule.to, rule.tasks, rule.reason)


@tables
def test_who_waits_is_woken(table: Workflow) -> None:
    """Staff by a word of theirs, a silent requester by the clock, the rest by an event."""
    for stage in table.stages:
        events = {rule.event for rule in _from(table, stage.name)}
        if stage.final:
            assert not events
        elif stage.waits is Waits.STAFF:
            assert events & STAFF_EVENTS
        elif stage.waits is Waits.REQUESTER:
            assert events & CLOCK
        else:
            assert events - STAFF_EVENTS


def test_every_right_has_its_table() -> None:
    """Of the notice, and beside it complaint, question, and what only people may take."""
    assert set(WHOLE) == set(Right)
    assert {table.name for table in WHOLE.values()} < set(ALL)


@pytest.mark.parametrize("task", GUARDS)
def test_no_guard_can_be_walked_around(task: Task) -> None:
    """Without one of the events that a task rests on, no case comes to it in any table."""
    holding = [table for table in ALL.values() if any(task in rule.tasks for rule in table.rules)]
    assert holding
    for table in holding:
        for guard in GUARDS[task]:
            around = reachable(table, without=guard)
            assert not [
                rule
                for rule in table.rules
                if task in rule.tasks
                and rule.stage in around
                and not {rule.event, rule.when} & set(guard)
            ]


@pytest.mark.law("L61")
def test_nothing_is_lifted_that_was_not_told() -> None:
    """Art. 18(3): each rule that lifts a restriction follows a mail that was taken."""
    lifting = [rule for table in ALL.values() for rule in table.rules if Task.LIFT in rule.tasks]
    assert lifting
    assert {rule.event for rule in lifting} <= TOLD


@pytest.mark.law("L49")
@pytest.mark.law("L47")
def test_marketing_stops_before_anything_is_asked() -> None:
    """An objection to it, and a withdrawn consent, begin with the block; no code comes first."""
    for right in (Right.OBJECTION_MARKETING, Right.CONSENT_WITHDRAWAL):
        (opening,) = _from(WHOLE[right], NEW)
        assert opening.tasks[0] is Task.BLOCK


@tables
def test_inte_jag_is_heard_wherever_something_may_still_go_out(table: Workflow) -> None:
    """From every stage that waits for a proof, an approval or a date before an act.

    In what the companies do of their own accord nobody wrote who could say it.
    """
    if table.own:
        return
    deaf = [
        stage.name
        for stage in table.stages
        if not (stage.final or stage.settled)
        and not any(rule.event is Event.NOT_ME for rule in _from(table, stage.name))
    ]
    # a block takes nothing from anybody, and a mail that nobody has named yet is with staff
    assert set(deaf) <= {"blocking", "asking staff"}
