"""She takes her request back, and may take it up again for thirty days (P12)."""

from datetime import timedelta

import pytest
from core.roads import acted, acts, asked, by_letter, kinds, proved, sent, to_grace
from core.worlds import NOW, Story

from bot.core.effects import Kind
from bot.core.events import Event
from bot.core.vocabulary import Mail, Right

#: every right that can be taken back, once its address is proved
TAKEN_BACK = (
    Right.ACCESS,
    Right.ERASURE,
    Right.PORTABILITY,
    Right.RECTIFICATION,
    Right.OBJECTION_LI,
    Right.RESTRICTION,
)


def taken_back(story: Story) -> Story:
    """She writes that she takes it back."""
    story.happen(Event.WITHDRAWN)
    return story


@pytest.mark.people("P12")
@pytest.mark.parametrize("right", TAKEN_BACK)
def test_every_address_on_file_hears_that_it_was_taken_back(right: Right) -> None:
    """So that nobody else can do it unseen."""
    story = taken_back(proved(right))
    assert story.stages == ["withdrawn"]
    assert [one.kind for one in sent(story, Mail.WITHDRAWN)] == [Kind.NOTIFY]


@pytest.mark.people("P11")
@pytest.mark.people("P12")
def test_before_a_proof_only_the_sender_hears_it() -> None:
    """No register was asked, so no other address is known."""
    story = taken_back(asked(Right.ACCESS))
    assert (Mail.WITHDRAWN, "requester") in story.mails
    assert Kind.NOTIFY not in kinds(story)
    assert not story.matter.code_out


@pytest.mark.people("P12")
def test_several_rights_are_taken_back_in_one_mail() -> None:
    """Once, before a proof and after it."""
    early = taken_back(asked(Right.ACCESS, Right.ERASURE))
    late = taken_back(proved(Right.ACCESS, Right.ERASURE))
    assert len(sent(early, Mail.WITHDRAWN)) == len(sent(late, Mail.WITHDRAWN)) == 1
    assert early.stages == late.stages == ["withdrawn", "withdrawn"]


@pytest.mark.people("P12")
def test_one_of_two_rights_is_taken_back_and_the_other_stands() -> None:
    """Also where both wait at the same question to staff, who then answer for the other alone."""
    story = asked(Right.ACCESS, Right.ERASURE)
    story.ring(story.dates(Event.CODE_LAPSED)[-1])
    assert story.stages == ["unproved", "unproved"]
    question = story.matter.case(1).step
    story.happen(Event.WITHDRAWN, case=1)
    assert story.stages == ["withdrawn", "unproved"]
    assert story.matter.asked_at(question, 1) == 2


@pytest.mark.people("P12")
def test_it_can_be_taken_up_again_for_thirty_days_with_its_old_date() -> None:
    """With a new code, since whoever writes now is to be proved anew."""
    story = taken_back(proved(Right.ACCESS))
    (final,) = story.dates(Event.WITHDRAWAL_FINAL)
    assert final.at == NOW + timedelta(days=30)
    story.wait(days=10)
    story.happen(Event.REOPENED)
    assert story.stages == ["address code"]
    assert story.mails[-1] == (Mail.CODE, "requester")
    assert (story.matter.received_at, story.matter.level) == (NOW, 0)
    story.ring(final)
    assert story.stages == ["address code"]


@pytest.mark.people("P12")
def test_taken_up_after_its_last_day_it_is_late_at_once() -> None:
    """The old date stands, and the officer hears what that means."""
    story = taken_back(proved(Right.ACCESS))
    story.wait(days=29)
    story.happen(Event.REOPENED)
    assert story.matter.breached
    assert (Mail.DPO_BREACH, "dpo") in story.mails


@pytest.mark.people("P12")
def test_after_thirty_days_it_is_over() -> None:
    """And says nothing more."""
    story = taken_back(proved(Right.ACCESS))
    story.ring(story.dates(Event.WITHDRAWAL_FINAL)[0])
    assert story.stages == ["withdrawn for good"]
    assert story.matter.closed
    story.happen(Event.REOPENED)
    assert story.stages == ["withdrawn for good"]


def test_what_was_taken_back_is_late_for_nobody() -> None:
    """The promised day goes by without a word."""
    story = taken_back(proved(Right.ACCESS))
    story.ring(story.dates(Event.OVERDUE)[0])
    assert sent(story, Mail.LATENESS) == []
    assert not story.matter.breached


@pytest.mark.people("P12")
def test_an_erasure_can_be_taken_back_until_the_last_day_of_grace() -> None:
    """The date that was set for it finds nothing to do."""
    story = proved(Right.ERASURE)
    to_grace(story)
    taken_back(story)
    story.ring(story.dates(Event.GRACE_OVER)[0])
    assert acts(story) == []


def test_a_letter_that_lies_ready_is_taken_away() -> None:
    """Nobody posts what was taken back."""
    story = proved(Right.ACCESS)
    story.happen(Event.LETTER_PRINTED)
    taken_back(story)
    shredded = [one.reason for one in story.effects.values() if one.kind is Kind.SHRED]
    assert "letter" in shredded


@pytest.mark.people("P12")
def test_not_me_after_a_withdrawal_wakes_people() -> None:
    """Somebody else may have taken it back."""
    story = taken_back(proved(Right.ACCESS))
    story.happen(Event.NOT_ME)
    assert story.stages == ["with a person"]
    assert (Mail.DPO_NOT_ME, "dpo") in story.mails


@pytest.mark.law("L61")
@pytest.mark.parametrize("right", [Right.RECTIFICATION, Right.OBJECTION_LI, Right.RESTRICTION])
def test_what_the_bot_restricted_meanwhile_is_in_use_again_in_the_end(right: Right) -> None:
    """After the thirty days, and the notice of the withdrawal has said so."""
    story = taken_back(proved(right))
    assert acts(story) == ["restrict"]
    story.ring(story.dates(Event.WITHDRAWAL_FINAL)[0])
    assert acts(story) == ["restrict", "lift"]
    acted(story)
    assert story.matter.closed


def test_what_was_never_restricted_is_not_lifted() -> None:
    """She took it back before anybody looked her up."""
    story = taken_back(asked(Right.RECTIFICATION))
    story.ring(story.dates(Event.WITHDRAWAL_FINAL)[0])
    assert acts(story) == []
    assert story.matter.closed


def test_one_right_that_is_answered_already_stays_answered() -> None:
    """Only what is still under way is taken back."""
    story = proved(Right.ACCESS, Right.OBJECTION_MARKETING)
    by_letter(story)
    taken_back(story)
    assert story.stages == ["withdrawn", "blocking"]
