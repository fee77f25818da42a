from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from core.roads import acted, approve, asked, by_letter, home, proved, rested, say, sent
from core.worlds import NOW, STAFF, Story

from bot.core import facts as f
from bot.core.commands import Verb
from bot.core.deadlines import STOCKHOLM
from bot.core.events import Event, Finding
from bot.core.vocabulary import Mail, Right

CLOCK = (Event.DRAFT_DUE, Event.ALARM_DUE, Event.RED_ALARM, Event.OVERDUE)


def when(story: Story, event: Event) -> list[str]:
    """The dates set for an event, in Swedish time."""
    return [f"{one.at.astimezone(STOCKHOLM):%m-%d %H:%M}" for one in story.dates(event)]


def joined(story: Story, received: datetime) -> None:
    """An earlier or later mail of hers belongs to the matter."""
    story.happen(Event.JOINED, f.Joined(received_at=received, why="reminder"))


@pytest.mark.law("L15")
@pytest.mark.law("L23")
@pytest.mark.parametrize("right", [Right.ACCESS, Right.ERASURE, Right.COMPLAINT, Right.HUMAN_ONLY])
def test_every_matter_has_the_dates_of_its_month(right: Right) -> None:
    """Received on Thursday 5 March, promised for Thursday 2 April; a Sunday is told on Friday."""
    story = asked(right)
    assert [when(story, event) for event in CLOCK] == [
        ["03-13 09:00"],
        ["03-25 09:00"],
        ["03-31 09:00"],
        ["04-02 15:00"],
    ]


@pytest.mark.law("L15")
@pytest.mark.law("L23")
def test_the_acknowledgement_and_the_question_who_asks_go_in_the_same_minute() -> None:
    """And where they could not, the neutral one is due at three on the next working day."""
    story = asked(Right.ACCESS)
    assert story.mails == [(Mail.ACKNOWLEDGEMENT, "requester")]
    assert story.matter.asked_on == NOW.date()
    assert when(story, Event.THANKS_DUE) == ["03-06 15:00"]


@pytest.mark.law("L14")
def test_waiting_for_her_is_recorded_and_moves_no_date() -> None:
    """Asked on the 5th and answered on the 12th: the promise is the same, and so are the alarms."""
    story = asked(Right.ACCESS)
    promised, dates = story.matter.promised, dict(story.wakes)
    story.wait(days=7)
    on = story.now.date()
    story.happen(Event.CODE_RETURNED, f.Proved(level=1, address="requester", on=on))
    assert story.matter.suspensions == ((date(2026, 3, 5), date(2026, 3, 12)),)
    assert story.matter.asked_on is None
    assert story.matter.promised == promised
    assert story.wakes == dates


@pytest.mark.law("L14")
def test_the_letter_is_a_second_round_of_its_own() -> None:
    """The days in which we looked her up do not count."""
    story = asked(Right.ACCESS)
    story.happen(Event.CODE_RETURNED, f.Proved(level=1, address="requester", on=date(2026, 3, 6)))
    story.now = datetime(2026, 3, 10, 9, tzinfo=UTC)
    story.looked_up(Finding.ORDINARY)
    story.happen(Event.LETTER_PRINTED, f.LetterPrinted())
    say(story, Event.POSTED, Verb.POSTED)
    proof = f.Proved(level=2, address="requester", on=date(2026, 3, 16))
    story.happen(Event.LETTER_CODE_RETURNED, proof)
    assert story.matter.suspensions == (
        (date(2026, 3, 5), date(2026, 3, 6)),
        (date(2026, 3, 10), date(2026, 3, 16)),
    )


@pytest.mark.people("P13")
def test_staff_hear_after_ten_and_twenty_days_of_what_is_theirs() -> None:
    """Not of what waits for her, and of each date once."""
    hers, ours = proved(Right.ACCESS), asked(Right.COMPLAINT)
    hers.happen(Event.LETTER_PRINTED, f.LetterPrinted())
    say(hers, Event.POSTED, Verb.POSTED)
    for story in (hers, ours):
        for event in (Event.DRAFT_DUE, Event.ALARM_DUE):
            story.ring(story.dates(event)[0])
            story.ring(story.dates(event)[0])
    assert sent(hers, Mail.DRAFT_LATE) == []
    assert [(one.to, one.reason) for one in sent(ours, Mail.DRAFT_LATE)] == [
        ("staff:anna", "draft_due"),
        ("staff:bo", "draft_due"),
        ("staff:anna", "alarm_due"),
        ("staff:bo", "alarm_due"),
    ]


def test_who_waits_for_a_code_is_asked_again_and_the_rest_is_late_all_the_same() -> None:
    """On day twenty: one prompt about her who never came back, one notice about the complaint."""
    story = asked(Right.ACCESS, Right.COMPLAINT)
    story.ring(story.dates(Event.ALARM_DUE)[0])
    assert story.stages == ["unproved", "with another person"]
    assert story.prompts()[-1] is Mail.UNPROVED
    assert sent(story, Mail.DRAFT_LATE)


@pytest.mark.people("P13")
def test_the_red_alarm_rings_in_all_three_companies() -> None:
    """Each answers for the whole; deputies are asked otherwise, and an answered matter is quiet."""
    deputy = replace(STAFF[1], id="dan", deputy=True)
    story = asked(Right.HUMAN_ONLY, at=home(staff=(*STAFF, deputy)))
    story.ring(story.dates(Event.RED_ALARM)[0])
    assert [one.to for one in sent(story, Mail.RED_ALARM)] == [
        "staff:anna",
        "staff:bo",
        "staff:eva",
    ]
    done = proved(Right.RESTRICTION)
    acted(done)
    approve(done)
    rested(done)
    done.ring(done.dates(Event.RED_ALARM)[0])
    assert sent(done, Mail.RED_ALARM) == []


@pytest.mark.people("P13")
def test_a_promise_that_is_not_kept_is_owned_up_to_the_same_afternoon() -> None:
    """At three on the day: she hears it, the officer hears it, and the matter says so, once."""
    story = proved(Right.ACCESS)
    (overdue,) = story.dates(Event.OVERDUE)
    told = len(story.mails)
    story.ring(overdue)
    story.ring(overdue)
    assert story.mails[told:] == [(Mail.DPO_BREACH, "dpo"), (Mail.LATENESS, "proved")]
    assert story.matter.breached
    assert [fact.on for fact in story.facts if isinstance(fact, f.Breached)] == [overdue.at.date()]


@pytest.mark.people("P13")
def test_who_has_been_answered_is_told_of_no_lateness() -> None:
    """A silent recipient or a restriction that stands is no broken promise."""
    story = proved(Right.RESTRICTION)
    acted(story)
    approve(story)
    story.ring(story.dates(Event.OVERDUE)[0])
    assert sent(story, Mail.LATENESS) == []
    assert not story.matter.breached


@pytest.mark.law("L07")
@pytest.mark.people("P08")
def test_an_earlier_mail_brings_every_date_forward() -> None:
    """The reminder of 5 March belongs to a mail of 25 February that nobody saw."""
    story = asked(Right.ACCESS)
    joined(story, NOW - timedelta(days=8))
    assert story.matter.due.safe_due == date(2026, 3, 25)
    assert when(story, Event.OVERDUE) == ["04-02 15:00", "03-25 15:00"]
    assert when(story, Event.RED_ALARM)[-1] == "03-23 09:00"


@pytest.mark.law("L07")
def test_a_later_mail_moves_nothing() -> None:
    """Who reminds us begins no new month."""
    story = asked(Right.ACCESS)
    dates = dict(story.wakes)
    story.wait(days=5)
    joined(story, story.now)
    assert story.matter.received_at == NOW
    assert story.wakes == dates


@pytest.mark.people("P08")
def test_a_reminder_after_sixty_days_is_a_breach_that_is_known_at_once() -> None:
    """The first mail was missed: the officer hears it, and no date that has passed is set."""
    story = asked(Right.ACCESS, received_at=NOW - timedelta(days=60))
    assert story.matter.breached
    assert (Mail.DPO_BREACH, "dpo") in story.mails
    assert not any(story.dates(event) for event in CLOCK)
    assert all(one.at > story.now for one in story.wakes.values())


def test_whoever_writes_after_her_answer_finds_no_breach() -> None:
    """The answer came in time; a word of thanks sixty days later changes nothing."""
    story = proved(Right.ACCESS)
    by_letter(story)
    story.collected()
    approve(story)
    story.happen(Event.ANSWER_ACCEPTED)
    story.wait(days=60)
    joined(story, story.now)
    assert not story.matter.breached
    late = asked(Right.ACCESS)
    late.wait(days=60)
    joined(late, late.now)
    assert late.matter.breached
