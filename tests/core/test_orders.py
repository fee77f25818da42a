from datetime import UTC, datetime

import pytest
from core.worlds import NOW, Story

from bot.core.deadlines import STOCKHOLM
from bot.core.effects import Kind
from bot.core.events import Event, Task
from bot.core.happening import Happening
from bot.core.orders import LETTER_CODE_LIVES, MAIL_CODE_LIVES, Orders
from bot.core.speaking import thanks_due
from bot.core.tasks import TASKS
from bot.core.vocabulary import Mail, Right
from workflows import ALL


def orders_of(story: Story) -> Orders:
    """A decision over the matter that has ordered nothing yet."""
    return Orders(story.matter, Happening(Event.DONE), NOW, story.home)


@pytest.mark.people("P27")
@pytest.mark.parametrize(
    ("decided", "due"),
    [
        (datetime(2026, 3, 5, 9, tzinfo=UTC), "2026-03-06T15:00:00+01:00"),
        (datetime(2026, 3, 6, 22, 59, tzinfo=UTC), "2026-03-09T15:00:00+01:00"),
        (datetime(2026, 3, 28, 12, tzinfo=UTC), "2026-03-30T15:00:00+02:00"),
        (datetime(2026, 4, 2, 9, tzinfo=UTC), "2026-04-07T15:00:00+02:00"),
        (datetime(2026, 4, 2, 22, 30, tzinfo=UTC), "2026-04-07T15:00:00+02:00"),
    ],
)
def test_thanks_are_due_at_three_on_the_next_swedish_working_day(
    decided: datetime, due: str
) -> None:
    """Over weekends, Easter and the change to summer time; the day is Sweden's."""
    assert thanks_due(decided).isoformat() == due


def test_every_task_that_a_table_asks_for_is_known() -> None:
    """And none is there that no table asks for."""
    asked = {task for table in ALL.values() for rule in table.rules for task in rule.tasks}
    assert asked == set(TASKS) == set(Task)


def test_a_prompt_goes_to_each_of_the_owners_staff_with_one_step() -> None:
    """One question, a key of its own for each person."""
    story = Story()
    story.begin(Right.HUMAN_ONLY)
    asked = [one for one in story.effects.values() if one.kind is Kind.PROMPT]
    assert [(one.key, one.to, one.step) for one in asked] == [
        ("prompt:1:anna:0", "staff:anna", 1),
        ("prompt:1:bo:0", "staff:bo", 1),
    ]


def test_codes_are_counted_and_lapse_by_their_own_number() -> None:
    """Seven days for a mailed code, 21 after posting for a letter's.

    A second address that was found in silence moves no date (P11).
    """
    story = Story()
    story.begin(Right.ACCESS)
    story.happen(Event.OTHER_ADDRESS)
    assert [(wake.ordinal, wake.at) for wake in story.dates(Event.CODE_LAPSED)] == [
        (1, NOW + MAIL_CODE_LIVES),
    ]
    story.to_approval()
    assert [(wake.ordinal, wake.at) for wake in story.dates(Event.LETTER_CODE_LAPSED)] == [
        (3, NOW + LETTER_CODE_LIVES)
    ]


@pytest.mark.parametrize("change", ["case", "step", "code", "round", "turn"])
def test_the_same_mail_in_another_place_has_another_key(change: str) -> None:
    """Another case, or a later prompt, code or round, is another mail; else it is the same."""
    story = Story()
    story.begin(Right.ERASURE)
    orders = orders_of(story)
    orders.send(Mail.REFUSAL, "proved", 1)
    if change == "step":
        orders.prompt(Mail.BY_HAND, 1)
    elif change == "code":
        orders.issue_code(Mail.CODE, "requester", 1)
    elif change == "round":
        TASKS[Task.COLLECT](orders, 1, "")
    elif change == "turn":
        TASKS[Task.RESTRICT](orders, 1, "")
    orders.send(Mail.REFUSAL, "proved", 2 if change == "case" else 1)
    keys = [one.key for one in orders.effects if one.mail is Mail.REFUSAL]
    assert len(set(keys)) == 2


def test_the_same_mail_in_the_same_place_has_the_same_key() -> None:
    """So that a decision which is taken again sends nothing again."""
    story = Story()
    story.begin(Right.ERASURE)
    orders = orders_of(story)
    orders.send(Mail.REFUSAL, "proved", 1)
    orders.send(Mail.REFUSAL, "proved", 1)
    assert orders.effects[0] == orders.effects[1]


def test_an_answer_knows_whether_the_matter_has_started_over() -> None:
    """What was approved before INTE JAG is then not sent."""
    story = Story()
    story.begin(Right.ACCESS)
    story.code_back()
    orders = orders_of(story)
    TASKS[Task.ANSWER](orders, 1, "")
    assert orders.effects[0].ordinal == story.matter.starts == 0
    story.happen(Event.NOT_ME)
    assert story.matter.starts == 1


def test_when_a_matter_ends_nothing_secret_of_it_stays() -> None:
    """Once, and with no mail."""
    story = Story()
    story.begin()
    story.happen(Event.NOT_ME)
    orders = orders_of(story)
    orders.close_if_ended()
    assert not orders.effects
    assert not orders.facts


def test_dates_are_set_in_swedish_time_and_compare_with_any_other() -> None:
    """An aware instant, whatever its zone."""
    assert thanks_due(NOW).tzinfo is STOCKHOLM
    assert thanks_due(NOW) == datetime(2026, 3, 6, 14, tzinfo=UTC)
