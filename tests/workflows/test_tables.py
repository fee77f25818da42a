import pytest

from bot.core.events import Event, Task
from bot.core.machine import GUARDS, NEW, STAFF_EVENTS, Workflow, reachable
from bot.core.vocabulary import Right, Waits
from workflows import ALL, WHOLE

#: what the clock brings when a requester never answers
CLOCK = {Event.CODE_LAPSED, Event.LETTER_CODE_LAPSED, Event.QUIET_OVER}
#: what comes when a system fails
FAILURES = {Event.REGISTER_SILENT, Event.UNDELIVERABLE}

tables = pytest.mark.parametrize("table", ALL.values(), ids=ALL)


@tables
def test_a_table_compiles_and_takes_its_first_step(table: Workflow) -> None:
    """Every table opens by one event from nowhere, and its machine knows every rule."""
    opening = table.step(NEW, Event.OPENED)
    assert opening is not None
    for rule in table.rules:
        taken = table.step(rule.stage, rule.event, rule.when)
        assert taken is not None
        assert (taken.stage, taken.tasks, taken.reason) == (rule.to, rule.tasks, rule.reason)


@tables
def test_whatever_a_stage_waits_for_has_a_way_out(table: Workflow) -> None:
    """Staff by a word, a requester by the clock when she is silent, a system also by failing."""
    for stage in table.stages:
        events = {rule.event for rule in table.rules if rule.stage == stage.name}
        if stage.final:
            assert not events
        elif stage.waits is Waits.STAFF:
            assert events & STAFF_EVENTS
        elif stage.waits is Waits.SYSTEMS:
            assert events & FAILURES, stage.name
        else:
            assert events & CLOCK, stage.name


@tables
def test_a_case_that_waits_for_staff_has_asked_them(table: Workflow) -> None:
    """Each rule that leads to such a stage from elsewhere sends a prompt."""
    asks = {task for task in Task if task.value.startswith("ask_")}
    waiting = {stage.name for stage in table.stages if stage.waits is Waits.STAFF}
    for rule in table.rules:
        if rule.to in waiting:
            assert asks & set(rule.tasks), f"{rule.stage} on {rule.event}"


@tables
def test_a_table_names_itself_and_its_paragraph(table: Workflow) -> None:
    """The name under which cases are stored, and the law that it rests on."""
    assert ALL[table.name] is table
    assert table.source.startswith("Art. ")


def test_only_a_person_leads_to_an_answer_or_a_refusal() -> None:
    """An objection to marketing and an acknowledgement need none."""
    answers = {Task.SEND_EXTRACT, Task.SEND_NOTHING_HELD, Task.SEND_REFUSAL}
    for table in ALL.values():
        for rule in table.rules:
            if answers & set(rule.tasks):
                assert rule.event in STAFF_EVENTS


def test_no_extract_without_two_codes() -> None:
    """Leave out either code, and approval of an extract cannot be come to."""
    for code in (Event.CODE_RETURNED, Event.LETTER_CODE_RETURNED):
        assert code in GUARDS[Task.SEND_EXTRACT]
        assert "approval" not in reachable(ALL["access"], without=code)


def test_a_refusal_of_marketing_does_not_exist() -> None:
    """Art. 21(2) is absolute."""
    assert all(rule.event is not Event.REFUSED for rule in ALL["objection_marketing"].rules)


def test_the_two_whole_rights_have_tables() -> None:
    """Every other right is carried out by hand."""
    assert {right: table.name for right, table in WHOLE.items()} == {
        Right.ACCESS: "access",
        Right.OBJECTION_MARKETING: "objection_marketing",
    }
