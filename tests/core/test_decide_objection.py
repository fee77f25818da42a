import pytest
from core.roads import (
    accepted,
    acted,
    acts,
    approve,
    asked,
    finds,
    kinds,
    proved,
    refuse,
    rested,
    sent,
)
from core.worlds import Story

from bot.core.effects import Kind
from bot.core.events import Event, Finding
from bot.core.mandate import NoMandateError
from bot.core.vocabulary import Mail, Refusal, Right


@pytest.fixture
def story() -> Story:
    """Somebody who proved her address objects to what rests on our interest."""
    return proved(Right.OBJECTION_LI)


@pytest.mark.law("L54")
def test_an_objection_restricts_at_once_and_a_human_weighs(story: Story) -> None:
    """The burden is ours: nothing is in use while somebody thinks."""
    assert acts(story) == ["restrict"]
    assert story.prompts() == [Mail.WEIGH]
    assert story.stages == ["weighing"]


@pytest.mark.law("L67")
def test_the_proof_of_the_address_is_enough(story: Story) -> None:
    """Stopping can be undone, so nobody is sent a letter."""
    assert story.matter.level == 1
    assert Kind.PRINT not in kinds(story)


@pytest.mark.law("L54")
def test_an_objection_that_holds_stops_the_processing_in_every_register(story: Story) -> None:
    """Told when all three have stopped; the restriction ends with the answer."""
    approve(story)
    assert acts(story) == ["restrict", "stop"]
    acted(story, "gavle", "borlange")
    assert sent(story, Mail.ANSWER) == []
    acted(story, "mora")
    assert [one.reason for one in sent(story, Mail.ANSWER)] == ["objection_li"]
    accepted(story)
    assert acts(story) == ["restrict", "stop", "lift"]


@pytest.mark.law("L62")
def test_who_got_the_data_hears_that_the_processing_stopped(story: Story) -> None:
    """And of nothing else, also when reminded after the restriction was lifted."""
    approve(story)
    acted(story)
    rested(story)
    story.ring(story.dates(Event.RECIPIENT_DUE)[-1])
    assert {one.word for one in sent(story, Mail.CARRY_ON)} == {"stop"}


@pytest.mark.law("L54")
@pytest.mark.law("L86")
def test_only_a_decider_refuses_an_objection(story: Story) -> None:
    """Compelling grounds are demonstrated by a human with the mandate, by name."""
    with pytest.raises(NoMandateError, match="needs_decider"):
        refuse(story, Refusal.COMPELLING.value, person="bo")
    refuse(story, Refusal.COMPELLING.value, person="anna")
    assert [one.reason for one in sent(story, Mail.REFUSAL)] == ["TVINGANDE_SKAL"]


@pytest.mark.law("L54")
@pytest.mark.law("L61")
def test_a_refused_objection_lifts_the_restriction_after_she_was_told(story: Story) -> None:
    """Not when it was decided, and not when it was sent."""
    refuse(story, Refusal.COMPELLING.value)
    assert acts(story) == ["restrict"]
    accepted(story, Event.REFUSAL_ACCEPTED, case=1)
    assert acts(story) == ["restrict", "lift"]
    assert not story.matter.closed
    acted(story)
    assert story.stages == ["refused"]


def test_nothing_is_stopped_before_an_access_request_is_ready() -> None:
    """Who asks for both sees the data as they are."""
    story = proved(Right.ACCESS, Right.OBJECTION_LI)
    approve(story, case=2)
    assert story.stages == ["printing", "access comes first"]
    assert "stop" not in acts(story)


@pytest.mark.people("P01")
def test_several_people_behind_one_address_are_left_to_a_human() -> None:
    """It proves none of them, so nobody is restricted."""
    story = asked(Right.OBJECTION_LI)
    finds(story, Finding.SHARED)
    assert story.stages == ["with a person"]
    assert acts(story) == []
