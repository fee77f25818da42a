from datetime import UTC, date, datetime

import pytest
from core.roads import accepted, asked, proved, refuse, say, sent
from core.worlds import Story

from bot.core import facts as f
from bot.core.commands import Verb
from bot.core.deadlines import STOCKHOLM
from bot.core.effects import Kind
from bot.core.events import Event
from bot.core.vocabulary import Mail, Refusal, Right

UNIDENTIFIED = Refusal.UNIDENTIFIED.value


def lapsed(*rights: Right, **how: object) -> Story:
    """Nobody came back with the code."""
    story = asked(*rights, **how)
    story.ring(story.dates(Event.CODE_LAPSED)[-1])
    return story


def to_the_customer(story: Story) -> list[tuple[Mail | None, str, str]]:
    """Every mail that the sender is sent, with its day and minute left out."""
    return [(one.mail, one.to, one.reason) for one in story.effects.values()
            if one.to in {"requester", "proved"}]  # fmt: skip


@pytest.mark.law("L75")
def test_a_code_that_nobody_brought_back_brings_a_human() -> None:
    """Not silence: staff are asked, and the code counts no longer."""
    story = lapsed(Right.ACCESS)
    assert story.stages == ["unproved"]
    assert story.prompts() == [Mail.UNPROVED]
    assert not story.matter.code_out


@pytest.mark.law("L75")
def test_at_the_latest_on_day_twenty_whatever_codes_are_still_out() -> None:
    """A code that was sent anew on day eighteen would lapse after the alarm."""
    story = lapsed(Right.ACCESS)
    story.wait(days=11)
    say(story, Event.REDO, Verb.REDO)
    story.ring(story.dates(Event.ALARM_DUE)[0])
    assert (story.stages, story.matter.case(1).reason) == (["unproved"], "alarm_due")


@pytest.mark.law("L75")
@pytest.mark.people("P11")
def test_known_and_unknown_hear_the_same_words_in_the_same_minute() -> None:
    """One named an address that we know; one was found out early, one late; one wants more."""
    known, unknown, late = lapsed(Right.ACCESS), asked(Right.ACCESS), lapsed(Right.ACCESS)
    unknown.happen(Event.OTHER_ADDRESS)
    unknown.ring(unknown.dates(Event.CODE_LAPSED)[-1])
    late.wait(days=9)
    closing = []
    for story in (known, unknown, late):
        refuse(story, UNIDENTIFIED)
        assert not sent(story, Mail.REFUSAL)
        (date_set,) = story.dates(Event.UNPROVED_CLOSES)
        story.ring(date_set)
        closing.append((story.now, to_the_customer(story)))
    assert closing[0] == closing[1] == closing[2]
    assert closing[0][1][-1] == (Mail.REFUSAL, "requester", UNIDENTIFIED)


@pytest.mark.people("P11")
def test_that_minute_is_three_in_the_afternoon_two_working_days_before_the_promise() -> None:
    """Promised for Thursday 2 April: Tuesday 31 March, whenever staff decided."""
    story = lapsed(Right.ACCESS)
    refuse(story, UNIDENTIFIED)
    (date_set,) = story.dates(Event.UNPROVED_CLOSES)
    assert date_set.at == datetime(2026, 3, 31, 15, tzinfo=STOCKHOLM)


@pytest.mark.law("L75")
def test_whoever_decides_later_than_that_is_held_to_the_next_afternoon() -> None:
    """Still on the promised day where that is left."""
    story = lapsed(Right.ACCESS)
    story.now = datetime(2026, 4, 1, 9, tzinfo=UTC)
    refuse(story, UNIDENTIFIED)
    (date_set,) = story.dates(Event.UNPROVED_CLOSES)
    assert date_set.at == datetime(2026, 4, 2, 15, tzinfo=STOCKHOLM)


@pytest.mark.people("P11")
def test_no_own_ground_is_told_to_somebody_unproved() -> None:
    """Whatever a decider wrote, the words are everybody's."""
    story = lapsed(Right.ACCESS)
    refuse(story, Refusal.EXCESSIVE.value)
    story.ring(story.dates(Event.UNPROVED_CLOSES)[0])
    assert [one.reason for one in sent(story, Mail.REFUSAL)] == [UNIDENTIFIED]


@pytest.mark.people("P11")
def test_several_rights_are_refused_in_one_mail() -> None:
    """One word of staff for all of them, and all end when it was taken."""
    story = lapsed(Right.ACCESS, Right.ERASURE)
    assert story.prompts() == [Mail.UNPROVED]
    refuse(story, UNIDENTIFIED)
    story.ring(story.dates(Event.UNPROVED_CLOSES)[0])
    (mail,) = sent(story, Mail.REFUSAL)
    accepted(story, Event.REFUSAL_ACCEPTED, case=mail.case)
    assert story.stages == ["refused", "refused"]
    assert story.matter.closed


@pytest.mark.law("L75")
@pytest.mark.parametrize("decided", [False, True])
def test_a_code_that_comes_late_starts_over(*, decided: bool) -> None:
    """With a new code; the refusal that was set for that afternoon is not sent."""
    story = lapsed(Right.ACCESS)
    if decided:
        refuse(story, UNIDENTIFIED)
    story.happen(Event.CODE_LATE)
    assert story.stages == ["address code"]
    assert story.mails[-1] == (Mail.CODE, "requester")
    assert story.matter.codes == 2
    for date_set in story.dates(Event.UNPROVED_CLOSES):
        story.ring(date_set)
    assert sent(story, Mail.REFUSAL) == []


@pytest.mark.law("L75")
def test_a_letter_that_nobody_answered_ends_the_same_way() -> None:
    """Twenty-one days after posting; then the address that was proved hears it."""
    story = proved(Right.ERASURE)
    story.happen(Event.LETTER_PRINTED, f.LetterPrinted())
    say(story, Event.POSTED, Verb.POSTED)
    story.ring(story.dates(Event.LETTER_CODE_LAPSED)[0])
    assert story.stages == ["unproved"]
    refuse(story, UNIDENTIFIED)
    story.ring(story.dates(Event.UNPROVED_CLOSES)[0])
    assert [(one.to, one.reason) for one in sent(story, Mail.REFUSAL)] == [("proved", UNIDENTIFIED)]


@pytest.mark.people("P11")
def test_no_register_is_asked_about_somebody_unproved() -> None:
    """So that nothing can differ by what they hold."""
    story = lapsed(Right.ACCESS, Right.ERASURE, Right.RESTRICTION)
    asked_of = {Kind.LOOK_UP, Kind.COLLECT, Kind.ACT, Kind.PLAN}
    assert not {one.kind for one in story.effects.values()} & asked_of


@pytest.mark.law("L07")
def test_an_earlier_receipt_brings_that_afternoon_forward() -> None:
    """Else the refusal would come after the month that really ran."""
    story = lapsed(Right.ACCESS)
    refuse(story, UNIDENTIFIED)
    first = datetime(2026, 2, 25, 9, tzinfo=UTC)
    story.happen(Event.JOINED, f.Joined(received_at=first, why="reminder"))
    days = [one.at.astimezone(STOCKHOLM).date() for one in story.dates(Event.UNPROVED_CLOSES)]
    assert min(days) == date(2026, 3, 23)
