"""The morning mail to the data protection officer."""

from datetime import UTC, date, datetime, timedelta

import pytest
from correspondence import ACCESS, DPO, ERASE, ORDER, PERHAPS, Correspondence, Tell
from secrecy import holds

from bot.core.calendar_se import is_working_day
from bot.core.deadlines import STOCKHOLM
from bot.demo.people import KARIN, PER

DAWN = datetime(2026, 3, 10, 5, tzinfo=UTC)
"""Six in the morning in Sweden, on a Tuesday."""


def mornings(story: Correspondence) -> list[datetime]:
    """When the officer got mail, in Swedish time."""
    return [mail.at.astimezone(STOCKHOLM) for mail in story.dpo.mail]


def test_with_nothing_to_say_there_is_no_mail(story: Correspondence) -> None:
    """A fortnight with an order and a matter that waits for its customer."""
    story.customer("kund@kontor.example").writes(ORDER)
    story.customer(KARIN).writes(ACCESS)
    story.winds(days=5)
    assert story.dpo.mail == []


@pytest.mark.people("P13")
def test_on_working_days_at_half_past_seven_and_not_twice(tell: Tell) -> None:
    """Over Easter 2026: one mail a working day, none on holidays and weekends."""
    story = tell(start=datetime(2026, 3, 31, 4, tzinfo=UTC))
    story.customer(PER).writes(PERHAPS)
    story.winds_to(datetime(2026, 4, 11, 8, tzinfo=UTC))
    assert [at.strftime("%H:%M") for at in mornings(story)] == ["07:30"] * len(story.dpo.mail)
    days = [at.date() for at in mornings(story)]
    april = [date(2026, 3, 31) + timedelta(days=one) for one in range(11)]
    assert days == [day for day in april if is_working_day(day)]
    assert date(2026, 4, 3) not in days
    assert date(2026, 4, 6) not in days


def test_a_second_look_in_the_same_morning_sends_nothing(tell: Tell) -> None:
    """The rows are the truth: neither a second tick nor a restart makes a second mail."""
    story = tell(start=DAWN)
    story.customer(PER).writes(PERHAPS)
    story.winds_to(datetime(2026, 3, 10, 6, 30, tzinfo=UTC))
    assert len(story.dpo.mail) == 1
    story.winds(minutes=5)
    story.stage.rebuild()
    story.settle()
    assert len(story.dpo.mail) == 1


def test_it_says_what_is_late_what_is_near_and_who_is_waited_for(story: Correspondence) -> None:
    """Numbers, dates and for whom; nothing of the person (P04)."""
    story.customer(PER).writes(ERASE)
    story.winds_to(datetime(2026, 3, 31, 5, 30, tzinfo=UTC))
    assert "ÖVRIGA" in story.dpo.last.text
    story.winds_to(datetime(2026, 4, 9, 5, 30, tzinfo=UTC))
    assert "NÄRA SISTA DAG" in story.dpo.last.text
    assert "1 dag kvar" in story.dpo.heard
    story.winds_to(datetime(2026, 4, 13, 5, 30, tzinfo=UTC))
    assert "FÖRSENADE" in story.dpo.last.text
    assert "3 dagar för sent" in story.dpo.heard
    assert "väntar på en medarbetare" in story.dpo.heard
    assert story.dpo.last.to == DPO
    assert not holds(story.dpo.heard, PER.family)


def test_a_late_start_sends_the_morning_mail_late_and_once(tell: Tell) -> None:
    """The bot was off for three days: one mail when it comes back, not one a missed day."""
    story = tell(start=DAWN)
    story.customer(PER).writes(PERHAPS)
    story.stage.play.clock.wind(timedelta(days=3))
    story.settle()
    assert len(story.dpo.mail) == 1
