from dataclasses import replace

import pytest
from core.roads import acted, approve, asked, home, proved, to_plan
from core.worlds import STAFF, Story

from bot.core.decide import Happening, decide
from bot.core.events import Event
from bot.core.mandate import OF_A_DECIDER, Lack, NoMandateError, lacks
from bot.core.table_faults import STAFF_EVENTS
from bot.core.vocabulary import Refusal, Right

EVERY_WORD = sorted(STAFF_EVENTS | OF_A_DECIDER)


@pytest.fixture
def story() -> Story:
    """A restriction that lies before staff."""
    told = proved(Right.RESTRICTION)
    acted(told)
    return told


@pytest.mark.law("L18")
@pytest.mark.law("L86")
@pytest.mark.parametrize("person", ["", "bot", "clockwork", "dpo"])
@pytest.mark.parametrize("event", EVERY_WORD)
def test_no_word_of_a_humans_is_said_by_the_bot_or_by_a_stranger(
    story: Story, event: Event, person: str
) -> None:
    """The core refuses it, so that no door can be opened around it."""
    happening = Happening(event, case=1, person=person)
    with pytest.raises(NoMandateError, match="nobody"):
        decide(story.matter, happening, story.now, story.home)


@pytest.mark.law("L18")
@pytest.mark.law("L22")
@pytest.mark.law("L86")
@pytest.mark.people("P22")
@pytest.mark.parametrize("ground", Refusal)
@pytest.mark.parametrize("right", [Right.HUMAN_ONLY, Right.RESTRICTION])
def test_a_refusal_takes_a_decider_whatever_its_ground(right: Right, ground: Refusal) -> None:
    """Unfounded and excessive too: a handler's word is refused, and nothing has moved."""
    story = proved(right)
    happening = Happening(Event.REFUSED, case=1, person="bo", argument=ground.value)
    before = story.matter
    with pytest.raises(NoMandateError, match="needs_decider"):
        decide(before, happening, story.now, story.home)
    assert story.matter == before


@pytest.mark.law("L11")
@pytest.mark.law("L61")
@pytest.mark.people("P22")
@pytest.mark.parametrize("event", sorted(OF_A_DECIDER))
def test_refusing_extending_and_lifting_are_a_deciders(story: Story, event: Event) -> None:
    """Nothing else is, and nobody else may."""
    partly = {Event.REFUSED, Event.LEFT_OUT}
    assert {*partly, Event.EXTENDED, Event.LIFTED} == OF_A_DECIDER
    assert lacks(story.matter, event, 1, "bo", story.home) is Lack.NEEDS_DECIDER
    assert lacks(story.matter, event, 1, "anna", story.home) is Lack.NOTHING
    assert lacks(story.matter, event, 1, "eva", story.home) is Lack.NOTHING


@pytest.mark.people("P13")
def test_who_has_left_says_nothing_any_more(story: Story) -> None:
    """A name that is no longer in the settings is nobody's."""
    gone = replace(story.home, staff=STAFF[1:])
    assert lacks(story.matter, Event.APPROVED, 1, "anna", gone) is Lack.NOBODY


@pytest.mark.law("L86")
def test_what_the_world_does_needs_no_mandate(story: Story) -> None:
    """Codes, registers, dates and servers are nobody's word."""
    for event in set(Event) - STAFF_EVENTS - OF_A_DECIDER:
        assert not lacks(story.matter, event, 1, "", story.home)


@pytest.mark.law("L22")
def test_no_date_and_no_finding_refuses_anybody() -> None:
    """Rude, late or silent: whatever comes but a human's word, no refusal is sent."""
    story = asked(Right.HUMAN_ONLY, Right.ACCESS)
    for date in sorted(story.wakes.values(), key=lambda one: one.at):
        story.ring(date)
    for event in set(Event) - STAFF_EVENTS - OF_A_DECIDER - {Event.NEEDS_PERSON}:
        if event not in {Event.OPENED, Event.REOPENED}:
            story.happen(event, case=1)
    assert not [one for one in story.effects.values() if one.mail and "refusal" in one.mail]


@pytest.mark.law("L59")
@pytest.mark.people("P09")
def test_the_second_approval_is_weighed_by_those_before_it() -> None:
    """Nobody twice, and a decider among the two; a redone plan forgets them all."""
    story = proved(Right.ERASURE, at=home())
    to_plan(story)
    approve(story, "bo")
    say = {one: lacks(story.matter, Event.APPROVED, 1, one, story.home) for one in ("bo", "eva")}
    assert say == {"bo": Lack.NEEDS_OTHER_PERSON, "eva": Lack.NOTHING}
    assert lacks(story.matter, Event.APPROVED, 0, "bo", story.home) is Lack.NEEDS_OTHER_PERSON
