import pytest
from core.roads import (
    accepted,
    acted,
    acts,
    approve,
    by_letter,
    correct,
    held,
    kinds,
    proved,
    refuse,
    rested,
    sent,
)
from core.worlds import NOW, REGISTERS, Story

from bot.core.effects import Kind
from bot.core.events import Event
from bot.core.milestones import grace
from bot.core.vocabulary import Mail, Refusal, Right


@pytest.fixture
def story() -> Story:
    """Somebody who proved her address calls something wrong."""
    return proved(Right.RECTIFICATION)


def announced(story: Story) -> None:
    """A change of contact data, told to every address on file."""
    correct(story, contact=True)
    held(story, "purchases")
    by_letter(story)


@pytest.mark.law("L43")
def test_what_is_called_wrong_is_restricted_while_it_is_checked(story: Story) -> None:
    """In every register at once, and nobody has said a word yet."""
    assert acts(story) == ["restrict"]
    told = [one.register for one in story.effects.values() if one.kind is Kind.ACT]
    assert told == list(REGISTERS)
    assert story.prompts() == [Mail.CORRECT]


@pytest.mark.law("L42")
def test_a_correction_is_made_in_all_three_companies_before_it_is_told(story: Story) -> None:
    """Three receipts, then the answer; what was restricted is in use again when it was taken."""
    correct(story, contact=False)
    assert acts(story) == ["restrict", "rectify"]
    acted(story, "gavle", "mora")
    assert sent(story, Mail.ANSWER) == []
    acted(story, "borlange")
    assert [one.reason for one in sent(story, Mail.ANSWER)] == ["rectification"]
    assert "lift" not in acts(story)
    accepted(story)
    assert acts(story)[-1] == "lift"


@pytest.mark.law("L43")
def test_a_late_receipt_of_the_restriction_is_none_of_the_correction(story: Story) -> None:
    """Each act has its own three receipts."""
    before = story.matter.case(1).turn
    correct(story, contact=False)
    assert story.matter.case(1).turn > before
    acted(story, "gavle", "mora")
    story.happen(Event.ACTED, case=1)
    assert story.stages == ["correcting"]


def test_the_case_ends_when_the_answer_rests(story: Story) -> None:
    """And no recipient is silent, since none had the data."""
    story = proved(Right.RECTIFICATION, at=Story().home)
    correct(story, contact=False)
    acted(story)
    rested(story)
    assert story.stages == ["answered"]


@pytest.mark.law("L46")
@pytest.mark.people("P02")
def test_a_way_to_reach_her_is_changed_only_after_a_second_channel(story: Story) -> None:
    """A whole mailbox in a thief's hands changes nothing: the letter is elsewhere."""
    correct(story, contact=True)
    assert "rectify" not in acts(story)
    held(story, "purchases")
    assert Kind.PRINT in kinds(story)
    assert sent(story, Mail.CONTACT_CHANGING) == []
    by_letter(story)
    assert story.matter.level == 2
    assert story.stages == ["announced"]


@pytest.mark.law("L71")
@pytest.mark.people("P02")
@pytest.mark.parametrize("seen", ["contact_fresh", "contact_unknown"])
def test_fresh_contact_data_ask_for_more_than_a_letter(story: Story, seen: str) -> None:
    """Staff are asked, and nothing is printed."""
    correct(story, contact=True)
    held(story, "purchases", **{seen: True})
    assert Kind.PRINT not in kinds(story)
    assert story.prompts()[-1] is Mail.IDENTIFY


@pytest.mark.law("L46")
@pytest.mark.people("P02")
def test_every_address_on_file_hears_of_it_before_it_is_done(story: Story) -> None:
    """Three working days in which somebody can say stop."""
    announced(story)
    (told,) = sent(story, Mail.CONTACT_CHANGING)
    assert told.kind is Kind.NOTIFY
    assert "rectify" not in acts(story)
    (over,) = story.dates(Event.GRACE_OVER)
    assert over.at == grace(NOW.date(), story.matter.due.safe_due).over
    story.ring(over)
    assert acts(story)[-1] == "rectify"


@pytest.mark.law("L46")
@pytest.mark.people("P02")
@pytest.mark.people("P12")
def test_not_me_from_an_old_address_stops_the_takeover(story: Story) -> None:
    """The date that was set says nothing any more, and a person looks."""
    announced(story)
    story.happen(Event.NOT_ME)
    story.ring(story.dates(Event.GRACE_OVER)[0])
    assert story.stages == ["with a person"]
    assert "rectify" not in acts(story)
    assert (Mail.DPO_NOT_ME, "dpo") in story.mails


@pytest.mark.law("L46")
def test_whoever_has_proved_a_second_channel_is_asked_for_none_again() -> None:
    """The letter of the access request counts for the new address too."""
    story = proved(Right.ACCESS, Right.RECTIFICATION)
    by_letter(story)
    correct(story, contact=True, case=2)
    assert story.stages == ["collecting", "announced"]


@pytest.mark.law("L42")
@pytest.mark.law("L61")
@pytest.mark.law("L86")
def test_a_refusal_lifts_the_restriction_only_when_it_was_taken(story: Story) -> None:
    """The refusal is the notice of Art. 18(3); until it is there the data rest."""
    refuse(story, Refusal.ACCURATE.value)
    assert [one.reason for one in sent(story, Mail.REFUSAL)] == ["STAMMER"]
    assert "lift" not in acts(story)
    accepted(story, Event.REFUSAL_ACCEPTED, case=1)
    assert acts(story)[-1] == "lift"
    acted(story)
    assert story.stages == ["refused"]
    assert story.matter.closed


@pytest.mark.law("L61")
def test_a_refusal_that_reaches_nobody_lifts_nothing(story: Story) -> None:
    """It came back, so a person must find another way to say it."""
    refuse(story, Refusal.ACCURATE.value)
    story.happen(Event.UNDELIVERABLE)
    assert story.stages == ["with a person"]
    assert "lift" not in acts(story)


def test_nothing_held_is_nothing_to_correct() -> None:
    """A human says so, and it is told of the proved address."""
    story = Story()
    story.begin(Right.RECTIFICATION)
    story.code_back()
    held(story, holding=0)
    approve(story)
    assert [one.reason for one in sent(story, Mail.ANSWER)] == ["nothing_held"]
