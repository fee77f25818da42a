from datetime import timedelta

import pytest
from core.roads import accepted, acted, acts, approve, klart, proved, refuse, rested, say, sent
from core.worlds import Story

from bot.core.commands import Verb
from bot.core.effects import Kind
from bot.core.events import Event
from bot.core.mandate import NoMandateError
from bot.core.vocabulary import Mail, Refusal, Right


@pytest.fixture
def story() -> Story:
    """Somebody who proved her address wants her data left as they are."""
    return proved(Right.RESTRICTION)


def standing(story: Story) -> None:
    """A human said that the restriction stands, and every recipient has answered."""
    acted(story)
    approve(story)
    rested(story)
    klart(story)


def lift(story: Story, person: str = "anna") -> None:
    """A member of staff says HÄV."""
    say(story, Event.LIFTED, Verb.LIFT, person)


def test_the_bot_restricts_alone_and_says_so_at_once(story: Story) -> None:
    """In every register before anybody weighs it; she hears of it when it stands."""
    assert acts(story) == ["restrict"]
    assert story.prompts() == []
    acted(story)
    assert (Mail.RESTRICTED, "proved") in story.mails
    assert story.prompts() == [Mail.WEIGH]


@pytest.mark.law("L62")
def test_a_restriction_that_stands_is_told_to_her_and_to_who_got_the_data(story: Story) -> None:
    """The answer does not wait for the recipients."""
    acted(story)
    approve(story)
    assert [one.reason for one in sent(story, Mail.ANSWER)] == ["restriction"]
    assert {(one.to, one.word) for one in sent(story, Mail.CARRY_ON)} == {
        ("recipient:ekonomi", "restrict"),
        ("recipient:moln", "restrict"),
    }


@pytest.mark.law("L61")
def test_it_is_looked_at_again_every_ninety_days_and_lifted_by_no_date(story: Story) -> None:
    """A year goes by, and the data still rest."""
    standing(story)
    assert story.stages == ["restricted"]
    for _ in range(4):
        before = story.now
        story.ring(story.dates(Event.REVIEW_DUE)[-1])
        assert story.now - before == timedelta(days=90)
    assert story.prompts().count(Mail.REVIEW) == 5
    assert acts(story) == ["restrict"]


def test_a_review_that_nobody_answers_is_not_late(story: Story) -> None:
    """Nothing is owed to anybody, so it is passed on to nobody."""
    standing(story)
    asked = [one for one in story.effects.values() if one.mail is Mail.REVIEW]
    dates = [one for one in story.dates(Event.PROMPT_UNANSWERED) if one.ordinal == asked[0].step]
    assert dates == []


@pytest.mark.law("L61")
@pytest.mark.people("P22")
def test_only_a_decider_lifts_and_only_after_she_was_told(story: Story) -> None:
    """HÄV sends the notice; the server that took it opens the registers."""
    standing(story)
    with pytest.raises(NoMandateError, match="needs_decider"):
        lift(story, "bo")
    lift(story)
    assert (Mail.LIFTING, "proved") in story.mails
    assert "lift" not in acts(story)
    accepted(story, Event.NOTICE_ACCEPTED, case=1)
    assert acts(story)[-1] == "lift"
    acted(story)
    assert story.stages == ["lifted"]
    assert story.matter.closed


@pytest.mark.law("L61")
def test_a_notice_that_came_back_lifts_nothing(story: Story) -> None:
    """Staff are asked, and the next try is a mail of its own."""
    standing(story)
    lift(story)
    story.happen(Event.UNDELIVERABLE)
    assert story.stages == ["announcement lost"]
    assert "lift" not in acts(story)
    assert story.prompts()[-1] is Mail.REVIEW
    lift(story)
    assert len(sent(story, Mail.LIFTING)) == 2


@pytest.mark.law("L61")
@pytest.mark.law("L86")
def test_a_refusal_lifts_the_restriction_when_it_was_taken(story: Story) -> None:
    """By a decider, with a ground; the refusal is the notice."""
    acted(story)
    refuse(story, Refusal.NO_GROUND.value)
    assert acts(story) == ["restrict"]
    accepted(story, Event.REFUSAL_ACCEPTED, case=1)
    assert acts(story) == ["restrict", "lift"]
    acted(story)
    assert story.stages == ["refused"]


@pytest.mark.people("P05")
def test_who_is_in_danger_is_told_of_no_lifting_before_a_human_looked(story: Story) -> None:
    """Staff are asked anew."""
    standing(story)
    story.happen(Event.CONCERNED)
    assert story.stages == ["restricted"]
    assert story.prompts()[-1] is Mail.REVIEW
    assert not [one for one in story.effects.values() if one.kind is Kind.NOTIFY]
