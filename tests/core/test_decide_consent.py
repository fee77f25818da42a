import pytest
from core.roads import accepted, acted, acts, approve, asked, held, home, kinds, refuse, sent
from core.worlds import Story

from bot.core.effects import Kind
from bot.core.events import Event
from bot.core.identity import BlockOutcome
from bot.core.vocabulary import Concern, Mail, Refusal, Right

FOUND = BlockOutcome.FOUND


def withdrawn(**how: object) -> Story:
    """A consent is withdrawn where something beside marketing rests on consent."""
    return blocked(asked(Right.CONSENT_WITHDRAWAL, at=home(other_consents=True), **how))


def blocked(story: Story) -> Story:
    """Every register has set the marketing block."""
    story.blocked(FOUND, FOUND, FOUND)
    return story


@pytest.mark.law("L47")
@pytest.mark.law("L49")
def test_where_marketing_alone_rests_on_consent_one_mail_is_enough() -> None:
    """No proof, no reason, no human: blocked, thanked and answered."""
    story = blocked(asked(Right.CONSENT_WITHDRAWAL))
    assert story.matter.level == story.matter.codes == 0
    assert story.prompts() == []
    assert [one.to for one in sent(story, Mail.ANSWER)] == ["requester"]
    accepted(story)
    story.ring(story.dates(Event.QUIET_OVER)[0])
    assert story.matter.closed


@pytest.mark.law("L47")
def test_nobody_is_thanked_before_the_block_stands() -> None:
    """What the acknowledgement says must be true when it goes."""
    story = asked(Right.CONSENT_WITHDRAWAL)
    story.blocked(FOUND, FOUND)
    assert story.mails == []


@pytest.mark.people("P16")
@pytest.mark.law("L48")
def test_what_else_rests_on_consent_is_weighed_by_a_human() -> None:
    """Marketing has stopped already; the rest needs the address, and a person's word."""
    story = withdrawn()
    assert story.mails == [(Mail.ACKNOWLEDGEMENT, "requester")]
    assert story.matter.code_out
    story.code_back()
    held(story, "purchases")
    assert story.prompts() == [Mail.WEIGH]
    assert acts(story) == []
    approve(story)
    assert acts(story) == ["stop"]
    acted(story)
    assert [one.reason for one in sent(story, Mail.ANSWER)] == ["consent_withdrawal"]


@pytest.mark.law("L67")
def test_the_second_channel_is_never_asked_for() -> None:
    """Level 1 is enough to stop, whatever else is held."""
    story = withdrawn()
    story.code_back()
    held(story, "credit", sensitive=True, contact_fresh=True)
    assert story.stages == ["weighing"]
    assert Kind.PRINT not in kinds(story)


@pytest.mark.law("L86")
def test_a_withdrawal_is_refused_by_a_decider_alone() -> None:
    """Where nobody could be identified; the case ends when she has heard it."""
    story = withdrawn()
    story.code_back()
    held(story, "purchases")
    refuse(story, Refusal.UNIDENTIFIED.value)
    accepted(story, Event.REFUSAL_ACCEPTED, case=1)
    assert story.stages == ["refused"]
    assert acts(story) == []


@pytest.mark.people("P18")
@pytest.mark.parametrize("concern", [Concern.ESTATE, Concern.AGENT, Concern.PROTECTED])
def test_marketing_stops_also_where_only_a_human_may_go_on(concern: Concern) -> None:
    """The dead hear no advertising from the first hour; nobody is sent a code."""
    story = withdrawn(concerns=(concern,))
    assert len([one for one in story.effects.values() if one.kind is Kind.BLOCK]) == 3
    assert story.matter.codes == 0
    assert story.stages == ["with a person"]
    assert sent(story, Mail.ANSWER) == []


def test_marketing_stops_also_where_nothing_personal_may_leave() -> None:
    """People look for what else rests on consent."""
    story = blocked(asked(Right.CONSENT_WITHDRAWAL, at=home(other_consents=True, releases=False)))
    assert Kind.BLOCK in kinds(story)
    assert story.matter.codes == 0
    assert story.prompts() == [Mail.BY_HAND]


def test_a_register_that_fails_leaves_the_rest_to_a_human() -> None:
    """She is thanked all the same, and nothing is said to be done."""
    story = asked(Right.CONSENT_WITHDRAWAL)
    story.blocked(FOUND, FOUND)
    story.happen(Event.REGISTER_SILENT, case=1)
    assert story.stages == ["with a person"]
    assert story.mails == [(Mail.ACKNOWLEDGEMENT, "requester")]
    assert story.prompts() == [Mail.BY_HAND]


def test_withdrawing_and_objecting_in_one_mail_sets_one_block() -> None:
    """Every register is told once, and both are confirmed."""
    story = asked(Right.CONSENT_WITHDRAWAL, Right.OBJECTION_MARKETING)
    told = [one for one in story.effects.values() if one.kind is Kind.BLOCK]
    assert len(told) == 3
    blocked(story)
    assert story.stages == ["sending", "confirming"]
