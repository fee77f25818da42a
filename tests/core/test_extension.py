from datetime import UTC, date, datetime, timedelta

import pytest
from core.roads import approve, asked, by_letter, planned, proved, sent
from core.worlds import Story

from bot.core import facts as f
from bot.core.commands import Verb
from bot.core.events import Event
from bot.core.mandate import NoMandateError
from bot.core.vocabulary import Extension, Mail, Right

#: received on 5 March 2026
SAFE_DUE, SAFE_EXT = date(2026, 4, 2), date(2026, 6, 5)


@pytest.fixture
def story() -> Story:
    """A request that lies before staff."""
    told = proved(Right.ERASURE)
    by_letter(told)
    planned(told)
    return told


def extend(story: Story, person: str = "anna") -> None:
    """A member of staff says FÖRLÄNG KOMPLICERAT."""
    extended = f.Extended(reason=Extension.COMPLEX, person=person)
    step = story.matter.case(1).step
    said = f.Commanded(case=1, step=step, word=Verb.EXTEND.value, person=person)
    argument = Extension.COMPLEX.value
    story.happen(Event.EXTENDED, said, extended, case=1, person=person, argument=argument)


def accepted(story: Story, on: date) -> None:
    """The customer's server took the notice on this day."""
    story.now = datetime(on.year, on.month, on.day, 9, tzinfo=UTC)
    story.happen(Event.EXTENSION_ACCEPTED, f.ExtensionSent(on=on))


def overdue(story: Story, day: date) -> None:
    """The afternoon of a promised day comes."""
    (date_set,) = [one for one in story.dates(Event.OVERDUE) if one.at.date() == day]
    story.ring(date_set)


@pytest.mark.law("L11")
@pytest.mark.people("P22")
def test_only_a_decider_extends(story: Story) -> None:
    """A handler's word is refused by the core, and nothing is told."""
    with pytest.raises(NoMandateError, match="needs_decider"):
        extend(story, "bo")
    with pytest.raises(NoMandateError, match="nobody"):
        extend(story, "")
    assert sent(story, Mail.EXTENDED) == []


@pytest.mark.law("L11")
def test_the_notice_goes_at_once_with_its_reason(story: Story) -> None:
    """And the prompt to approve is still open: extending decides nothing."""
    extend(story)
    (notice,) = sent(story, Mail.EXTENDED)
    assert (notice.to, notice.reason) == ("proved", "KOMPLICERAT")
    assert story.matter.promised == SAFE_DUE
    approve(story)
    assert story.stages == ["second approval"]


@pytest.mark.law("L11")
@pytest.mark.law("L12")
@pytest.mark.parametrize("on", [date(2026, 3, 20), SAFE_DUE])
def test_a_notice_that_was_taken_by_the_promised_day_extends(story: Story, on: date) -> None:
    """The later day has its own red alarm and its own afternoon."""
    extend(story)
    accepted(story, on)
    assert story.matter.promised == SAFE_EXT
    assert [one.at.date() for one in story.dates(Event.OVERDUE)] == [SAFE_DUE, SAFE_EXT]
    assert [one.at.date() for one in story.dates(Event.RED_ALARM)][-1] == date(2026, 6, 3)
    assert not story.matter.breached


@pytest.mark.law("L11")
def test_a_notice_one_day_late_is_void_and_the_matter_is_breached(story: Story) -> None:
    """The first date stands."""
    extend(story)
    accepted(story, SAFE_DUE + timedelta(days=1))
    assert story.matter.promised == SAFE_DUE
    assert story.matter.breached
    assert (Mail.DPO_BREACH, "dpo") in story.mails
    assert len(story.dates(Event.OVERDUE)) == 1


@pytest.mark.law("L11")
def test_an_extension_whose_notice_was_never_taken_is_none(story: Story) -> None:
    """She hears of the lateness on the first day."""
    extend(story)
    overdue(story, SAFE_DUE)
    assert story.matter.breached
    assert sent(story, Mail.LATENESS)


@pytest.mark.law("L16")
def test_the_first_promised_day_still_ends_the_time_for_a_refusal(story: Story) -> None:
    """Extended: all companies hear that, the customer hears nothing, and nobody is late yet."""
    extend(story)
    accepted(story, date(2026, 3, 20))
    overdue(story, SAFE_DUE)
    alarm = sent(story, Mail.RED_ALARM)
    assert {(one.to, one.reason) for one in alarm} == {
        ("staff:anna", "refusal_ends"),
        ("staff:bo", "refusal_ends"),
        ("staff:eva", "refusal_ends"),
    }
    assert not story.matter.breached
    assert sent(story, Mail.LATENESS) == []


@pytest.mark.people("P13")
def test_the_second_promise_is_owned_up_to_like_the_first(story: Story) -> None:
    """Three in the afternoon of the longer day."""
    extend(story)
    accepted(story, date(2026, 3, 20))
    overdue(story, SAFE_DUE)
    overdue(story, SAFE_EXT)
    assert story.matter.breached
    assert [one.to for one in sent(story, Mail.LATENESS)] == ["proved"]


def test_whoever_writes_in_the_longer_time_finds_no_breach(story: Story) -> None:
    """A reminder after the first promise belongs to an extended matter."""
    extend(story)
    accepted(story, date(2026, 3, 20))
    story.now = datetime(2026, 4, 10, 9, tzinfo=UTC)
    story.happen(Event.JOINED, f.Joined(received_at=story.now, why="reminder"))
    assert not story.matter.breached


@pytest.mark.law("L11")
def test_an_earlier_receipt_may_undo_an_extension(story: Story) -> None:
    """The notice must have been in time for the month that really ran."""
    extend(story)
    accepted(story, date(2026, 3, 20))
    first = datetime(2026, 2, 10, 9, tzinfo=UTC)
    story.happen(Event.JOINED, f.Joined(received_at=first, why="reminder"))
    assert story.matter.promised == date(2026, 3, 10)
    assert story.matter.breached


def test_a_request_that_nobody_proved_may_be_extended_too() -> None:
    """The notice goes to the address that wrote."""
    story = asked(Right.HUMAN_ONLY)
    extend(story)
    assert [one.to for one in sent(story, Mail.EXTENDED)] == ["requester"]
