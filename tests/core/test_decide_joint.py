import pytest
from core.roads import planned
from core.worlds import Story, house

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


def test_two_rights_have_one_mail_with_one_code() -> None:
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


def test_a_refusal_that_was_taken_ends_its_own_case() -> None:
    """The answer to the other right waits for nothing any more, and is on its way."""
    story = Story()
    story.begin(Right.ACCESS, Right.ERASURE)
    story.to_approval()
    planned(story, case=2)
    story.command(Event.APPROVED, Verb.APPROVE)
    assert story.stages == ["ready", "first approval"]
    story.command(Event.REFUSED, Verb.REFUSE, case=2, argument=Refusal.UNFOUNDED.value)
    story.happen(Event.REFUSAL_ACCEPTED, f.MailAccepted(mail=Mail.REFUSAL), case=2)
    assert story.stages == ["sending", "refused"]


def test_two_refusals_are_two_mails() -> None:
    """Each right has its own answer with its own reason."""
    story = Story()
    story.begin(Right.ACCESS, Right.ERASURE)
    story.to_approval()
    planned(story, case=2)
    story.command(Event.REFUSED, Verb.REFUSE, case=1, argument=Refusal.EXCESSIVE.value)
    story.command(Event.REFUSED, Verb.REFUSE, case=2, argument=Refusal.UNFOUNDED.value)
    sent = [one for one in story.effects.values() if one.mail is Mail.REFUSAL]
    assert [(one.case, one.reason) for one in sent] == [(1, "ORIMLIG"), (2, "OGRUNDAD")]


@pytest.mark.parametrize("found", [Finding.CONTACT_FRESH, Finding.CONTACT_UNKNOWN])
def test_what_is_refused_together_ends_together(found: Finding) -> None:
    """No case is left in the middle when the other one's refusal was taken."""
    story = Story()
    story.begin(Right.ACCESS, Right.ERASURE)
    story.code_back()
    story.looked_up(found)
    story.command(Event.REFUSED, Verb.REFUSE, argument=Refusal.UNFOUNDED.value)
    sent = [one for one in story.effects.values() if one.mail is Mail.REFUSAL]
    for case in {one.case for one in sent}:
        story.happen(Event.REFUSAL_ACCEPTED, case=case)
    assert story.stages == ["refused", "refused"]
    assert story.matter.closed


def test_one_not_me_is_one_alarm_for_all_cases() -> None:
    """Staff and officer are told once; each case has its prompt."""
    story = Story()
    story.begin(Right.ACCESS, Right.ERASURE)
    story.happen(Event.NOT_ME)
    assert story.mails.count((Mail.DPO_NOT_ME, "dpo")) == 1
    assert story.mails.count((Mail.STAFF_NOT_ME, "staff:anna")) == 1
    assert story.mails.count((Mail.STOPPED, "writer")) == 1
    assert story.prompts() == [Mail.BY_HAND] * 2
    assert all(case.step for case in story.matter.cases)


def test_what_a_person_takes_over_is_told_once_however_many_cases_it_is() -> None:
    """One mail to the customer, one prompt a case."""
    story = Story()
    story.begin(Right.ACCESS, Right.ERASURE)
    story.code_back()
    story.looked_up(Finding.SHARED)
    assert story.mails.count((Mail.WITH_A_PERSON, "proved")) == 1
    assert story.prompts() == [Mail.BY_HAND] * 2


def test_a_right_under_way_is_not_opened_again() -> None:
    """KLASSA names what is there already: the one case goes on alone."""
    story = Story()
    story.begin(Right.HUMAN_ONLY, Right.OBJECTION_MARKETING)
    rights = (Right.OBJECTION_MARKETING,)
    story.command(Event.CLASSIFIED, Verb.CLASSIFY, finding=Finding.REQUEST, rights=rights)
    assert story.stages == ["reclassified", "blocking"]


def test_a_block_that_staff_found_in_the_mail_is_confirmed_although_thanks_went() -> None:
    """The full acknowledgement of the other right said nothing of it."""
    story = Story(house(releases=False))
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
