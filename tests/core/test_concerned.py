"""She moved away from him: whatever was under way stands still until a human decides."""

import pytest
from core.roads import (
    acted,
    acts,
    approve,
    asked,
    by_letter,
    correct,
    held,
    kinds,
    looked_once_more,
    proved,
    say,
    sent,
    to_grace,
    to_plan,
)
from core.worlds import Story

from bot.core.commands import Verb
from bot.core.effects import Kind
from bot.core.events import Event
from bot.core.vocabulary import Mail, Right

#: mails that a person may still be sent by herself, or by people of ours
OURS = {"staff", "dpo"}


def announced() -> Story:
    """A change of contact data in its days of grace."""
    story = proved(Right.RECTIFICATION)
    correct(story, contact=True)
    held(story, "purchases")
    by_letter(story)
    return story


def in_grace() -> Story:
    """An approved erasure in its days of grace."""
    story = proved(Right.ERASURE)
    to_grace(story)
    return story


def planned_erasure() -> Story:
    """An erasure whose plan lies before staff."""
    story = proved(Right.ERASURE)
    to_plan(story)
    return story


def erasing() -> Story:
    """An erasure that one register has carried out."""
    story = in_grace()
    looked_once_more(story)
    acted(story, "gavle")
    return story


def weighed() -> Story:
    """A restriction before staff."""
    story = proved(Right.RESTRICTION)
    acted(story)
    return story


def printed() -> Story:
    """A letter that lies ready to be posted."""
    story = proved(Right.ACCESS)
    story.happen(Event.LETTER_PRINTED)
    return story


def ready() -> Story:
    """An answer that waits for the other case's."""
    story = proved(Right.ACCESS, Right.ERASURE)
    by_letter(story)
    story.collected()
    approve(story)
    return story


STANDS = (announced, in_grace, planned_erasure, erasing, weighed, printed, ready)


def late(story: Story) -> None:
    """Every date that was set comes, in the order of time."""
    for date in sorted(story.wakes.values(), key=lambda one: one.at):
        story.ring(date)


@pytest.mark.people("P05")
@pytest.mark.parametrize("begin", STANDS)
def test_everything_stands_still_wherever_it_was(begin: object) -> None:
    """A person has every case; whatever date comes, no address hears and no register is told."""
    story = begin()  # type: ignore[operator]
    story.happen(Event.CONCERNED)
    assert set(story.stages) == {"with a person"}
    before = set(story.effects)
    late(story)
    after = [one for key, one in story.effects.items() if key not in before]
    assert {one.kind for one in after} <= {Kind.SEND, Kind.PROMPT}
    assert {one.to.partition(":")[0] for one in after} <= OURS
    assert set(story.stages) == {"with a person"}


@pytest.mark.people("P05")
def test_she_is_told_of_no_standstill_and_of_no_lateness() -> None:
    """Neither at once nor on the last afternoon; the officer hears of the breach."""
    story = proved(Right.ACCESS)
    told = len(story.mails)
    story.happen(Event.CONCERNED)
    story.ring(story.dates(Event.OVERDUE)[0])
    assert story.mails[told:] == [(Mail.DPO_BREACH, "dpo")]


@pytest.mark.people("P05")
def test_a_letter_that_lies_ready_is_taken_away() -> None:
    """It would go to an address that somebody else may open."""
    story = printed()
    story.happen(Event.CONCERNED)
    shredded = [one.reason for one in story.effects.values() if one.kind is Kind.SHRED]
    assert "letter" in shredded


@pytest.mark.people("P05")
def test_no_person_goes_on_with_what_a_register_could_not_do() -> None:
    """The errand of staff is over with the case's standstill."""
    story = in_grace()
    looked_once_more(story)
    turn = story.matter.case(1).turn
    story.happen(Event.NEEDS_PERSON, case=1, ordinal=turn, argument="mora")
    assert story.matter.errands
    story.happen(Event.CONCERNED)
    assert not story.matter.errands
    assert story.matter.case(1).act is None


@pytest.mark.people("P05")
def test_the_human_has_the_last_word() -> None:
    """GÖR OM lets it begin again with a code to the address that wrote."""
    story = in_grace()
    story.happen(Event.CONCERNED)
    say(story, Event.REDO, Verb.REDO)
    assert story.stages == ["address code"]
    assert story.mails[-1] == (Mail.CODE, "requester")
    assert story.matter.may_write
    assert acts(story) == []


@pytest.mark.people("P05")
def test_staff_are_asked_anew_where_they_had_it_already() -> None:
    """What they knew before it was not that."""
    story = asked(Right.HUMAN_ONLY)
    story.happen(Event.CONCERNED)
    assert story.prompts() == [Mail.BY_HAND] * 2
    assert {one.reason for one in sent(story, Mail.BY_HAND)} == {"", "concerned"}
    assert not kinds(story) & {Kind.NOTIFY}


@pytest.mark.people("P05")
def test_a_word_on_another_case_decides_nothing_here() -> None:
    """Staff ended the complaint; of the request nobody has said anything yet."""
    story = proved(Right.ACCESS, Right.COMPLAINT)
    story.happen(Event.CONCERNED)
    say(story, Event.DONE, Verb.DONE, case=2)
    story.ring(story.dates(Event.OVERDUE)[0])
    assert sent(story, Mail.LATENESS) == []
