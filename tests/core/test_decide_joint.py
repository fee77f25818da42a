import pytest
from core.worlds import Story

from bot.core import facts as f
from bot.core.commands import Verb
from bot.core.events import Event, Finding
from bot.core.identity import BlockOutcome
from bot.core.vocabulary import Mail, Refusal, Right

FOUND = BlockOutcome.FOUND


def coded(story: Story) -> list[Mail]:
    """The mails that hold a code."""
    return [one.mail for one in story.effects.values() if one.code and one.mail]


def test_access_and_objection_share_one_acknowledgement_with_the_code() -> None:
    """It goes when all three blocks stand, and says both."""
    story = Story()
    story.begin(Right.ACCESS, Right.OBJECTION_MARKETING)
    story.blocked(FOUND, FOUND)
    assert story.mails == []
    story.blocked(FOUND, FOUND, FOUND)
    assert story.mails == [(Mail.ACKNOWLEDGEMENT, "requester")]
    assert coded(story) == [Mail.ACKNOWLEDGEMENT]


def test_access_beside_a_right_by_hand_has_one_mail_with_one_code() -> None:
    """The second case's thanks are in the first's."""
    story = Story()
    story.begin(Right.ACCESS, Right.ERASURE)
    assert story.mails == [(Mail.ACKNOWLEDGEMENT, "requester")]
    assert story.matter.codes == 1


def test_the_matter_is_open_until_its_last_case_ends() -> None:
    """One that ends early closes nothing."""
    story = Story()
    story.begin(Right.ACCESS, Right.OBJECTION_MARKETING)
    story.blocked(FOUND, FOUND, FOUND)
    story.happen(Event.ACKNOWLEDGED)
    assert story.stages == ["address code", "blocked"]
    assert not story.matter.closed
    story.happen(Event.TRIES_SPENT)
    story.command(Event.DONE, Verb.DONE)
    assert story.matter.closed


def test_each_answer_moves_its_own_case() -> None:
    """A refusal of one right that was accepted does not end another's sending."""
    story = Story()
    story.begin(Right.ACCESS, Right.ERASURE)
    story.to_approval()
    story.command(Event.APPROVED, Verb.APPROVE)
    story.command(Event.REFUSED, Verb.REFUSE, case=2, argument=Refusal.UNFOUNDED.value)
    story.happen(Event.ANSWER_ACCEPTED, f.MailAccepted(mail=Mail.REFUSAL), case=2)
    assert story.stages == ["sending", "refused"]


def test_two_refusals_are_two_mails() -> None:
    """Each right has its own answer with its own reason."""
    story = Story()
    story.begin(Right.ACCESS, Right.ERASURE)
    story.to_approval()
    story.command(Event.REFUSED, Verb.REFUSE, case=1, argument=Refusal.EXCESSIVE.value)
    story.command(Event.REFUSED, Verb.REFUSE, case=2, argument=Refusal.UNFOUNDED.value)
    sent = [one for one in story.effects.values() if one.mail is Mail.REFUSAL]
    assert [(one.case, one.reason) for one in sent] == [(1, "ORIMLIG"), (2, "OGRUNDAD")]


def test_one_not_me_is_one_alarm_for_all_cases() -> None:
    """Staff and officer are told once; each case has its prompt."""
    story = Story()
    story.begin(Right.ACCESS, Right.ERASURE)
    story.happen(Event.NOT_ME)
    assert story.mails.count((Mail.DPO_NOT_ME, "dpo")) == 1
    assert story.mails.count((Mail.STAFF_NOT_ME, "staff:anna")) == 1
    assert story.prompts() == [Mail.BY_HAND] * 3
    assert all(case.step for case in story.matter.cases)


def test_a_right_under_way_is_not_opened_again() -> None:
    """KLASSA names what is there already: the one case goes on alone."""
    story = Story()
    story.begin(Right.ACCESS, Right.ERASURE)
    story.command(
        Event.CLASSIFIED, Verb.CLASSIFY, case=2, finding=Finding.REQUEST, rights=(Right.ACCESS,)
    )
    assert story.stages == ["address code", "reclassified"]
    assert story.matter.codes == 1


def test_a_block_that_staff_found_in_the_mail_is_confirmed_although_thanks_went() -> None:
    """The full acknowledgement of the other right said nothing of it."""
    story = Story()
    story.begin(Right.ERASURE)
    rights = (Right.OBJECTION_MARKETING, Right.ERASURE)
    story.command(Event.CLASSIFIED, Verb.CLASSIFY, finding=Finding.REQUEST, rights=rights)
    story.blocked(FOUND, FOUND, FOUND)
    assert story.mails == [(Mail.ACKNOWLEDGEMENT, "requester")] * 2
    story.happen(Event.ACKNOWLEDGED)
    assert story.stages == ["reclassified", "blocked", "with a person"]


@pytest.mark.people("P18")
def test_what_only_a_human_may_touch_triggers_no_code() -> None:
    """Neither when the mail comes nor when staff name it."""
    story = Story()
    story.begin(Right.HUMAN_ONLY, Right.ACCESS)
    assert story.matter.codes == 0
    named = Story()
    named.begin()
    rights = (Right.HUMAN_ONLY, Right.ACCESS)
    named.command(Event.CLASSIFIED, Verb.CLASSIFY, finding=Finding.REQUEST, rights=rights)
    assert named.matter.codes == 0
    assert named.stages == ["classified", "with a person", "with a person"]
