import pytest
from core.roads import accepted, asked, home, sent

from bot.core.events import Event
from bot.core.vocabulary import Concern, Mail, Right, Topic

APPROVED = frozenset(Topic)


@pytest.mark.law("L80")
@pytest.mark.law("L88")
@pytest.mark.law("L89")
@pytest.mark.parametrize("topic", Topic)
def test_what_approved_facts_say_is_answered_at_once(topic: Topic) -> None:
    """To whoever asks: no proof, no human, no second mail."""
    story = asked(Right.PRIVACY_QUESTION, at=home(topics=APPROVED), topics=(topic,))
    assert story.mails == [(Mail.QUESTION_ANSWER, "requester")]
    assert story.prompts() == []
    accepted(story, case=1)
    assert story.matter.closed


@pytest.mark.law("L90")
@pytest.mark.parametrize("topics", [(), (Topic.COOKIES, Topic.RETENTION), (Topic.RETENTION,)])
def test_what_nobody_approved_is_a_humans_to_say(topics: tuple[Topic, ...]) -> None:
    """Acknowledged and prompted; one unknown part makes the whole unknown."""
    at = home(topics=frozenset({Topic.COOKIES}))
    story = asked(Right.PRIVACY_QUESTION, at=at, topics=topics)
    assert story.mails == [(Mail.ACKNOWLEDGEMENT, "requester")]
    assert story.prompts() == [Mail.BY_HAND]
    assert story.dates(Event.OVERDUE)


def test_an_answer_that_came_back_is_a_humans() -> None:
    """She has heard nothing."""
    story = asked(Right.PRIVACY_QUESTION, at=home(topics=APPROVED), topics=(Topic.COOKIES,))
    story.happen(Event.UNDELIVERABLE)
    assert story.prompts() == [Mail.BY_HAND]


@pytest.mark.people("P05")
@pytest.mark.people("P18")
def test_a_question_that_may_not_be_answered_waits_for_a_human() -> None:
    """Not even general facts go where only people may write."""
    at, topics = home(topics=APPROVED), (Topic.RESPONSIBLE,)
    story = asked(Right.PRIVACY_QUESTION, at=at, topics=topics, concerns=(Concern.PROTECTED,))
    assert story.mails == []
    assert story.prompts() == [Mail.BY_HAND]


def test_a_question_beside_a_request_is_answered_by_itself() -> None:
    """The request is acknowledged, and its answer waits for nothing that is known."""
    at = home(topics=APPROVED)
    story = asked(Right.PRIVACY_QUESTION, Right.ACCESS, at=at, topics=(Topic.RETENTION,))
    assert {mail for mail, _ in story.mails} == {Mail.QUESTION_ANSWER, Mail.ACKNOWLEDGEMENT}
    accepted(story, case=1)
    assert story.stages == ["answered", "address code"]
    assert len(sent(story, Mail.QUESTION_ANSWER)) == 1
