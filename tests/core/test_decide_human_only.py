import pytest
from core.roads import asked, home, kinds, sent

from bot.core.commands import Verb
from bot.core.effects import Kind
from bot.core.events import Event, Finding
from bot.core.identity import BlockOutcome
from bot.core.vocabulary import Concern, Mail, Right

#: nobody hears anything from us by itself
SILENT = (Concern.AUTHORITY, Concern.PROTECTED)
TOLD = tuple(one for one in Concern if one not in SILENT)
#: what would reach the person whom the mail is about
TIPS_OFF = {Kind.PRINT, Kind.NOTIFY, Kind.FIND_OTHER_ADDRESS, Kind.LOOK_UP, Kind.E_IDENTIFY}
#: rights that an address is proved for
CODED = (Right.ACCESS, Right.ERASURE, Right.RECTIFICATION, Right.PORTABILITY)


@pytest.mark.law("L77")
@pytest.mark.people("P18")
@pytest.mark.parametrize("concern", Concern)
def test_nobody_whom_such_a_mail_is_about_hears_of_it(concern: Concern) -> None:
    """No code, no letter, no notice; people are asked the same minute."""
    story = asked(Right.HUMAN_ONLY, concerns=(concern,))
    assert story.matter.codes == 0
    assert not kinds(story) & TIPS_OFF
    assert story.prompts() == [Mail.BY_HAND]
    assert story.matter.concerns == (concern,)


@pytest.mark.law("L77")
@pytest.mark.people("P18")
@pytest.mark.parametrize("concern", Concern)
@pytest.mark.parametrize("right", CODED)
def test_a_right_in_such_a_mail_triggers_no_code_either(right: Right, concern: Concern) -> None:
    """An agent's access, a collector's, the son's of a dead man."""
    story = asked(right, concerns=(concern,))
    assert (story.matter.codes, story.stages) == (0, ["with a person"])
    assert not kinds(story) & TIPS_OFF


@pytest.mark.people("P05")
@pytest.mark.people("P18")
@pytest.mark.parametrize("concern", SILENT)
def test_authorities_and_the_protected_get_no_mail_by_itself(concern: Concern) -> None:
    """Not when it comes, not the next day, not when the month is over; the officer hears that."""
    story = asked(Right.HUMAN_ONLY, concerns=(concern,))
    for event in (Event.THANKS_DUE, Event.DRAFT_DUE, Event.ALARM_DUE, Event.OVERDUE):
        for date in story.dates(event):
            story.ring(date)
    assert not [to for _, to in story.mails if to in {"requester", "proved", "other"}]
    assert (Mail.DPO_BREACH, "dpo") in story.mails


@pytest.mark.law("L24")
@pytest.mark.people("P18")
@pytest.mark.parametrize("concern", TOLD)
def test_the_others_get_the_neutral_acknowledgement_once(concern: Concern) -> None:
    """It says nothing of what was asked or of whom."""
    story = asked(Right.HUMAN_ONLY, concerns=(concern,))
    for date in story.dates(Event.THANKS_DUE):
        story.ring(date)
    assert story.mails == [(Mail.NEUTRAL_ACKNOWLEDGEMENT, "requester")]


@pytest.mark.people("P18")
@pytest.mark.parametrize("concern", Concern)
def test_marketing_is_blocked_whoever_asks(concern: Concern) -> None:
    """For the dead at once, in every company."""
    story = asked(Right.OBJECTION_MARKETING, Right.HUMAN_ONLY, concerns=(concern,))
    told = [one.register for one in story.effects.values() if one.kind is Kind.BLOCK]
    assert told == list(story.home.registers)
    story.blocked(BlockOutcome.FOUND, BlockOutcome.FOUND, BlockOutcome.FOUND)
    expected = [] if concern in SILENT else ["requester"]
    assert [one.to for one in sent(story, Mail.ACKNOWLEDGEMENT)] == expected


@pytest.mark.people("P18")
def test_what_staff_call_a_request_stays_with_people_where_a_concern_stands() -> None:
    """KLASSA TILLGÅNG of a collector's mail sends no code to the debtor."""
    story = asked(Right.HUMAN_ONLY, concerns=(Concern.THIRD_PARTY,))
    story.command(Event.CLASSIFIED, Verb.CLASSIFY, finding=Finding.REQUEST, rights=(Right.ACCESS,))
    assert story.stages == ["reclassified", "with a person"]
    assert story.matter.codes == 0
    assert len([mail for mail, _ in story.mails]) == 1


@pytest.mark.law("L77")
def test_the_clock_runs_and_a_human_ends_it() -> None:
    """KLAR closes the matter; until then every date of the month is set."""
    story = asked(Right.HUMAN_ONLY, concerns=(Concern.CHILD,), at=home())
    assert all(story.dates(event) for event in (Event.DRAFT_DUE, Event.OVERDUE))
    story.command(Event.DONE, Verb.DONE)
    assert story.matter.closed


@pytest.mark.people("P05")
def test_inte_jag_in_such_a_matter_is_told_to_people_alone() -> None:
    """Staff and the officer; the protected hear nothing."""
    story = asked(Right.HUMAN_ONLY, concerns=(Concern.PROTECTED,))
    story.happen(Event.NOT_ME)
    assert {mail for mail, _ in story.mails} == {Mail.STAFF_NOT_ME, Mail.DPO_NOT_ME}
