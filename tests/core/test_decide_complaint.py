from dataclasses import replace
from datetime import timedelta

import pytest
from core.roads import asked, home, say, sent
from core.worlds import STAFF, Story

from bot.core import facts as f
from bot.core.commands import Verb
from bot.core.events import Event
from bot.core.mandate import NoMandateError
from bot.core.vocabulary import Mail, Right


def asked_about(story: Story, mail: Mail = Mail.COMPLAINT) -> list[str]:
    """Who of staff was asked."""
    return [one.to for one in sent(story, mail)]


@pytest.mark.law("L87")
def test_a_complaint_is_acknowledged_and_given_to_people_in_the_same_minute() -> None:
    """The customer hears the way to IMY, the officer that it came; nothing is asked of her."""
    story = asked(Right.COMPLAINT)
    assert story.mails == [(Mail.ACKNOWLEDGEMENT, "requester"), (Mail.DPO_COMPLAINT, "dpo")]
    assert asked_about(story) == ["staff:anna", "staff:bo"]
    assert story.matter.codes == 0


@pytest.mark.law("L87")
@pytest.mark.people("P24")
def test_whoever_decided_before_is_not_asked() -> None:
    """Another pair of eyes of the same company, or else of another one."""
    one = asked(Right.COMPLAINT, decided_before=("anna",))
    assert asked_about(one) == ["staff:bo"]
    both = asked(Right.COMPLAINT, decided_before=("anna", "bo"))
    assert asked_about(both) == ["staff:eva"]


@pytest.mark.people("P13")
@pytest.mark.people("P24")
def test_a_complaint_that_nobody_takes_is_passed_on_past_who_decided_before() -> None:
    """After two working days, and after four."""
    deputy = replace(STAFF[1], id="dan", deputy=True)
    at = home(staff=(*STAFF, deputy))
    story = asked(Right.COMPLAINT, at=at, decided_before=("anna", "dan"))
    for date in story.dates(Event.PROMPT_UNANSWERED):
        story.ring(date)
    assert asked_about(story) == ["staff:bo", "staff:eva"]


@pytest.mark.people("P24")
def test_the_evidence_is_frozen_until_it_is_let_go_by_name() -> None:
    """KLAR ends the work and not the freeze; HÄV is a decider's, and the log names him."""
    story = asked(Right.COMPLAINT)
    assert story.matter.frozen
    say(story, Event.DONE, Verb.DONE, "bo")
    assert story.matter.frozen
    with pytest.raises(NoMandateError, match="needs_decider"):
        say(story, Event.LIFTED, Verb.LIFT, "bo")
    say(story, Event.LIFTED, Verb.LIFT, "anna")
    assert not story.matter.frozen
    assert f.Frozen(thawed_by="anna") in story.facts
    assert story.matter.closed


@pytest.mark.people("P24")
@pytest.mark.parametrize("day", [29, 89])
def test_no_date_lets_the_evidence_go(day: int) -> None:
    """On day 29, on day 89, and when it is looked at again."""
    story = asked(Right.COMPLAINT)
    say(story, Event.DONE, Verb.DONE)
    story.wait(days=day)
    assert story.matter.frozen
    (review,) = story.dates(Event.REVIEW_DUE)
    story.ring(review)
    assert story.matter.frozen
    assert story.prompts().count(Mail.REVIEW) == 2


def test_evidence_is_looked_at_every_ninety_days() -> None:
    """So that nothing is kept because it was forgotten."""
    story = asked(Right.COMPLAINT)
    say(story, Event.DONE, Verb.DONE)
    (review,) = story.dates(Event.REVIEW_DUE)
    assert review.at - story.now == timedelta(days=90)


def test_a_complaint_holds_no_other_answer_back() -> None:
    """And the other right does not end the complaint."""
    story = asked(Right.COMPLAINT, Right.OBJECTION_MARKETING)
    assert story.stages == ["with another person", "blocking"]
    say(story, Event.DONE, Verb.DONE)
    assert not story.matter.closed
