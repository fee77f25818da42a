from dataclasses import replace
from datetime import UTC, datetime

import pytest
from core.roads import (
    acted,
    acts,
    approve,
    by_letter,
    home,
    kinds,
    looked_once_more,
    planned,
    proved,
    refuse,
    rested,
    say,
    sent,
    to_erased,
    to_grace,
    to_plan,
    verified,
)
from core.worlds import REGISTERS, STAFF, Story

from bot.core.commands import Verb
from bot.core.effects import Kind
from bot.core.events import Event, Finding
from bot.core.house import Colleague
from bot.core.mandate import NoMandateError
from bot.core.vocabulary import Mail, Refusal, Right, Role


@pytest.fixture
def story() -> Story:
    """Somebody who proved her address wants everything erased."""
    return proved(Right.ERASURE)


@pytest.mark.law("L59")
@pytest.mark.people("P02")
def test_nothing_is_planned_before_the_second_channel(story: Story) -> None:
    """Who has the mailbox alone erases nobody."""
    assert not kinds(story) & {Kind.PLAN, Kind.ACT}
    by_letter(story)
    assert Kind.PLAN in kinds(story)
    assert Kind.ACT not in kinds(story)


@pytest.mark.law("L59")
@pytest.mark.people("P09")
def test_two_people_approve_and_one_of_them_is_a_decider(story: Story) -> None:
    """The second pair of eyes is asked anew, and never the first."""
    to_plan(story)
    approve(story, "bo")
    assert [one.to for one in sent(story, Mail.SECOND)] == ["staff:anna"]
    with pytest.raises(NoMandateError, match="needs_other_person"):
        approve(story, "bo")
    with pytest.raises(NoMandateError, match="needs_other_person"):
        story.happen(Event.APPROVED, person="bo")
    approve(story, "anna")
    assert story.stages == ["grace"]


@pytest.mark.law("L59")
@pytest.mark.people("P22")
def test_two_handlers_are_not_enough() -> None:
    """Also where a decider said something else before."""
    carl = Colleague("carl", "gavle", frozenset({Role.HANDLER}))
    story = proved(Right.ERASURE, at=home(staff=(*STAFF, carl)))
    to_plan(story)
    approve(story, "bo")
    with pytest.raises(NoMandateError, match="needs_decider"):
        approve(story, "carl")


@pytest.mark.law("L59")
def test_a_decider_who_knew_the_address_has_not_approved_the_plan() -> None:
    """An earlier GODKÄNN answered another question."""
    carl = Colleague("carl", "gavle", frozenset({Role.HANDLER}))
    story = Story(home(staff=(*STAFF, carl)))
    story.begin(Right.ERASURE)
    story.code_back()
    story.looked_up(Finding.CONTACT_UNKNOWN)
    approve(story, "anna")
    to_plan(story)
    approve(story, "bo")
    with pytest.raises(NoMandateError, match="needs_decider"):
        approve(story, "carl")
    approve(story, "anna")
    assert story.stages == ["grace"]


@pytest.mark.law("L59")
def test_a_plan_that_is_done_over_is_approved_by_two_again(story: Story) -> None:
    """Whoever approved the earlier one approved another plan."""
    to_plan(story)
    approve(story, "bo")
    say(story, Event.REDO, Verb.REDO)
    planned(story)
    approve(story, "bo")
    assert story.stages == ["second approval"]


@pytest.mark.law("L59")
@pytest.mark.people("P02")
def test_every_address_on_file_hears_of_it_three_working_days_before(story: Story) -> None:
    """Approved on a Thursday, begun on Tuesday morning."""
    to_grace(story)
    (told,) = sent(story, Mail.ERASURE_COMING)
    assert told.kind is Kind.NOTIFY
    assert acts(story) == []
    (over,) = story.dates(Event.GRACE_OVER)
    assert over.at.isoformat() == "2026-03-10T09:00:00+01:00"
    looked_once_more(story)
    assert acts(story) == ["erase"]


@pytest.mark.law("L59")
@pytest.mark.parametrize(
    ("approved", "over"),
    [
        (datetime(2026, 4, 1, 9, tzinfo=UTC), "2026-04-02T09:00:00+02:00"),
        (datetime(2026, 4, 2, 9, tzinfo=UTC), "2026-04-02T14:00:00+02:00"),
        (datetime(2026, 4, 2, 12, 30, tzinfo=UTC), "2026-04-02T12:30:00+00:00"),
    ],
)
def test_the_days_of_grace_never_go_past_the_promise(
    story: Story, approved: datetime, over: str
) -> None:
    """Promised for 2 April: fewer days, then the same afternoon, then at once."""
    to_plan(story)
    story.now = approved
    approve(story, "bo")
    approve(story, "anna")
    (date_set,) = story.dates(Event.GRACE_OVER)
    assert date_set.at.isoformat() == over


@pytest.mark.law("L59")
@pytest.mark.people("P02")
@pytest.mark.people("P12")
def test_not_me_in_the_days_of_grace_stops_the_erasure(story: Story) -> None:
    """The date still comes, and finds nothing to do."""
    to_grace(story)
    story.happen(Event.NOT_ME)
    story.ring(story.dates(Event.GRACE_OVER)[0])
    assert acts(story) == []
    assert story.stages == ["with a person"]
    assert story.matter.case(1).approvers == ()


@pytest.mark.people("P07")
def test_what_is_still_running_holds_the_erasure_for_a_human(story: Story) -> None:
    """An open order or dispute is said; two people may let it go on, or it is done over."""
    by_letter(story)
    planned(story, "order", "dispute")
    assert (story.stages, story.matter.case(1).reason) == (["held"], "held")
    assert story.matter.case(1).holds == ("order", "dispute")
    approve(story, "bo")
    assert story.stages == ["second approval"]
    say(story, Event.REDO, Verb.REDO)
    planned(story)
    assert story.stages == ["first approval"]


@pytest.mark.people("P07")
def test_a_held_erasure_may_be_carried_out_by_hand_or_refused(story: Story) -> None:
    """Each is a named human's word."""
    by_letter(story)
    planned(story, "order")
    other = replace(story, facts=[*story.facts], effects={**story.effects})
    say(story, Event.DONE, Verb.DONE)
    refuse(other, Refusal.LEGAL_CLAIMS.value)
    assert (story.stages, other.stages) == (["done by hand"], ["refusing"])


@pytest.mark.law("L59")
def test_every_register_is_asked_again_before_it_is_told(story: Story) -> None:
    """Three receipts of the erasure, then three that nothing is left."""
    to_grace(story)
    looked_once_more(story)
    acted(story, *REGISTERS[:2])
    assert Kind.VERIFY not in kinds(story)
    acted(story, REGISTERS[2])
    assert [one.register for one in story.effects.values() if one.kind is Kind.VERIFY] == [
        *REGISTERS
    ]
    assert sent(story, Mail.ANSWER) == []
    verified(story)
    assert [one.reason for one in sent(story, Mail.ANSWER)] == ["erasure"]


@pytest.mark.law("L59")
def test_what_is_left_in_a_register_is_no_erasure(story: Story) -> None:
    """Staff are asked, and their KLAR is not believed: the registers are asked once more."""
    to_grace(story)
    looked_once_more(story)
    acted(story)
    verified(story, residue=2)
    assert (story.stages, story.matter.case(1).reason) == (["residue"], "residue")
    assert sent(story, Mail.ANSWER) == sent(story, Mail.CARRY_ON) == []
    say(story, Event.DONE, Verb.DONE)
    verified(story, residue=1)
    assert story.stages == ["residue"]
    say(story, Event.DONE, Verb.DONE)
    verified(story)
    assert story.stages == ["sending"]


@pytest.mark.people("P29")
def test_a_sure_erasure_asks_nobody_more_than_three_times(story: Story) -> None:
    """The letter, the plan, and the second look for whoever did not take the first."""
    to_grace(story)
    to_erased(story)
    rested(story)
    assert story.prompts("anna") == [Mail.POST_LETTER, Mail.PLAN, Mail.SECOND]
    assert story.prompts("bo") == [Mail.POST_LETTER, Mail.PLAN]
    assert story.prompts("eva") == []


@pytest.mark.people("P07")
@pytest.mark.people("P24")
def test_a_complaint_beside_it_holds_the_erasure() -> None:
    """What is in dispute is not erased without a human who knows that."""
    story = proved(Right.ERASURE, Right.COMPLAINT)
    to_plan(story)
    assert story.stages[0] == "held"
