"""When somebody is told, on the way to the promise and after it."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.core.calendar_se import is_working_day
from bot.core.deadlines import STOCKHOLM, deadlines
from bot.core.milestones import (
    Milestones,
    extension_stands,
    grace,
    marketing_block_due,
    milestones,
    morning,
    pass_on,
    recipient_reminders,
    refusal_due,
    restriction_due,
    working_due,
)

FIRST = date(2018, 5, 25)
EVERY_RECEIPT = [FIRST + timedelta(days=n) for n in range((date(2044, 12, 31) - FIRST).days + 1)]
#: received in another month the cut-off for letters never comes before the alarm of D+20
TIGHT_MONTHS = {1, 2, 4, 11, 12}


def _of(received: date) -> Milestones:
    return milestones(deadlines(received))


@pytest.mark.law("L15")
@pytest.mark.law("L23")
def test_the_milestones_of_an_easter() -> None:
    """Received Thursday 5 March 2026, promised Thursday 2 April."""
    marks = _of(date(2026, 3, 5))
    assert marks.ack_due == marks.identity_question_due == date(2026, 3, 6)
    assert (marks.draft, marks.human_alarm) == (date(2026, 3, 15), date(2026, 3, 25))
    assert (marks.post_cutoff, marks.red_alarm) == (date(2026, 3, 26), date(2026, 3, 31))
    assert marks.overdue == datetime(2026, 4, 2, 13, tzinfo=UTC)
    assert marks.unproved_closes == datetime(2026, 3, 31, 15, tzinfo=STOCKHOLM)


@pytest.mark.law("L15")
@pytest.mark.law("L23")
def test_every_day_of_receipt_has_its_milestones_in_order() -> None:
    """9 718 days, holidays and leap days among them; a working day wherever people must act."""
    for received in EVERY_RECEIPT:
        dates, marks = deadlines(received), _of(received)
        assert received < marks.ack_due == marks.identity_question_due < marks.draft
        assert marks.draft < marks.human_alarm <= marks.red_alarm < dates.safe_due
        assert marks.draft < marks.post_cutoff < marks.red_alarm
        assert marks.unproved_closes < marks.overdue
        days = (marks.ack_due, marks.post_cutoff, marks.red_alarm, marks.overdue.date())
        assert all(map(is_working_day, days))


def test_the_cut_off_for_letters_overtakes_the_alarm_only_in_short_or_festive_months() -> None:
    """Five working days before the promise is earlier than D+20 on 278 days, no others."""
    early = [day for day in EVERY_RECEIPT if _of(day).post_cutoff < _of(day).human_alarm]
    assert len(early) == 278
    assert {day.month for day in early} == TIGHT_MONTHS
    assert min((_of(day).post_cutoff - day).days for day in early) == 14


@pytest.mark.law("L15")
def test_a_friday_evening_before_a_long_weekend_waits_for_the_first_day_of_work() -> None:
    """Received on 23 December 2026: the eve, two holidays and a Sunday pass."""
    assert _of(date(2026, 12, 23)).ack_due == date(2026, 12, 28)


@pytest.mark.people("P13")
@pytest.mark.parametrize(("received", "hour"), [(date(2026, 9, 14), 13), (date(2026, 10, 26), 14)])
def test_three_in_the_afternoon_is_swedish_summer_and_winter_time(
    received: date, hour: int
) -> None:
    """13:00 UTC before the last Sunday of October, 14:00 after it."""
    assert _of(received).overdue.astimezone(UTC).hour == hour


@pytest.mark.people("P02")
@pytest.mark.parametrize(
    ("today", "promised", "ends", "shortened"),
    [
        (date(2026, 3, 9), date(2026, 4, 2), date(2026, 3, 12), False),
        (date(2026, 3, 5), date(2026, 3, 10), date(2026, 3, 10), False),
        (date(2026, 3, 6), date(2026, 3, 10), date(2026, 3, 10), True),
        (date(2026, 3, 10), date(2026, 3, 10), date(2026, 3, 10), True),
        (date(2026, 3, 11), date(2026, 3, 10), date(2026, 3, 16), False),
        (date(2026, 4, 1), date(2026, 4, 30), date(2026, 4, 8), False),
    ],
)
def test_the_grace_is_three_working_days_and_never_past_the_promise(
    today: date, promised: date, ends: date, *, shortened: bool
) -> None:
    """In time, exactly in time, too late for three, on the day, after it, and over Easter."""
    found = grace(today, promised)
    assert (found.ends, found.shortened) == (ends, shortened)
    assert found.over.astimezone(STOCKHOLM).date() == ends


@pytest.mark.law("L59")
def test_every_grace_ends_before_the_answer_is_overdue() -> None:
    """Whenever it was approved: the erasure begins before 15:00 on the day that is promised."""
    dates = deadlines(date(2026, 11, 24))
    for number in range((dates.safe_due - dates.received).days + 1):
        today = dates.received + timedelta(days=number)
        found = grace(today, dates.safe_due)
        assert today <= found.ends <= dates.safe_due
        assert found.over < milestones(dates).overdue


@pytest.mark.law("L11")
def test_a_notice_one_day_late_extends_nothing() -> None:
    """Accepted on the promised day it stands; the day after, or never, it is void."""
    dates = deadlines(date(2026, 1, 31))
    assert extension_stands(date(2026, 2, 27), dates)
    assert working_due(dates, date(2026, 2, 27)) == date(2026, 4, 28)
    for accepted in (date(2026, 2, 28), None):
        assert not extension_stands(accepted, dates)
        assert working_due(dates, accepted) == dates.safe_due


@pytest.mark.law("L16")
def test_a_refusal_is_due_in_the_first_month_whatever_was_extended() -> None:
    """Art. 12(4) knows no extension: the date and the alarms stay."""
    dates = deadlines(date(2026, 1, 31))
    assert refusal_due(dates) == dates.safe_due < working_due(dates, dates.safe_due)
    assert milestones(dates).overdue.date() == dates.safe_due


@pytest.mark.people("P13")
def test_a_prompt_without_an_answer_is_passed_on_in_the_morning() -> None:
    """Asked on Wednesday 1 April 2026: Maundy Thursday and Tuesday, then two days more."""
    assert pass_on(date(2026, 4, 1)) == (
        datetime(2026, 4, 7, 7, tzinfo=UTC),
        datetime(2026, 4, 9, 7, tzinfo=UTC),
    )


@pytest.mark.law("L62")
@pytest.mark.people("P25")
def test_a_silent_recipient_is_reminded_twice_and_then_staff_are_told() -> None:
    """After five, ten and fifteen working days."""
    days = [one.date() for one in recipient_reminders(date(2026, 3, 2))]
    assert days == [date(2026, 3, 9), date(2026, 3, 16), date(2026, 3, 23)]


def test_an_alarm_on_a_closed_day_is_heard_before_it() -> None:
    """D+10 on Sunday 15 March 2026 is told on Friday; an open day keeps its own morning."""
    assert morning(date(2026, 3, 15)) == datetime(2026, 3, 13, 9, tzinfo=STOCKHOLM)
    assert morning(date(2026, 3, 16)) == datetime(2026, 3, 16, 9, tzinfo=STOCKHOLM)


def test_a_marketing_block_takes_a_day_of_hours_also_when_the_clock_changes() -> None:
    """Art. 21(3) knows no Sunday and no summer time."""
    saturday = datetime(2026, 3, 28, 12, tzinfo=STOCKHOLM)
    assert marketing_block_due(saturday) == datetime(2026, 3, 29, 11, tzinfo=UTC)


def test_a_restriction_takes_one_working_day() -> None:
    """From the day on which the writer was known: Friday to Monday."""
    assert restriction_due(date(2026, 3, 13)) == date(2026, 3, 16)
