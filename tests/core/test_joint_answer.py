import pytest
from core.roads import (
    accepted,
    acted,
    acts,
    approve,
    asked,
    by_letter,
    correct,
    klart,
    looked_once_more,
    planned,
    proved,
    refuse,
    say,
    sent,
    to_erased,
    verified,
    what_holds,
)
from core.worlds import Story

from bot.core.commands import Verb
from bot.core.effects import Kind
from bot.core.events import Event, Finding
from bot.core.identity import BlockOutcome
from bot.core.milestones import milestones
from bot.core.vocabulary import Mail, Refusal, Right


@pytest.fixture
def both() -> Story:
    """She wants to see everything, and then have it erased; both lie before staff."""
    story = proved(Right.ACCESS, Right.ERASURE)
    by_letter(story)
    story.collected()
    planned(story, case=2)
    return story


def erase(story: Story) -> None:
    """Two people approve the erasure, and its days of grace go by."""
    approve(story, "bo", case=2)
    approve(story, "anna", case=2)
    looked_once_more(story, case=2)


def to_red_alarm(story: Story) -> None:
    """Two working days before the promise."""
    story.ring(story.dates(Event.RED_ALARM)[-1])


@pytest.mark.law("L03")
def test_every_right_in_one_mail_is_a_case_of_one_matter() -> None:
    """One acknowledgement, one code, one clock."""
    story = asked(Right.ACCESS, Right.ERASURE, Right.OBJECTION_MARKETING, Right.RECTIFICATION)
    story.blocked(*[BlockOutcome.FOUND] * 3)
    assert [case.right for case in story.matter.cases] == [
        Right.ACCESS,
        Right.ERASURE,
        Right.OBJECTION_MARKETING,
        Right.RECTIFICATION,
    ]
    assert story.mails == [(Mail.ACKNOWLEDGEMENT, "requester")]
    assert len(story.dates(Event.OVERDUE)) == story.matter.codes == 1


@pytest.mark.law("L37")
def test_nothing_is_erased_before_the_extract_is_ready(both: Story) -> None:
    """The snapshot was taken of unchanged data, and a human has approved it."""
    erase(both)
    assert both.stages == ["approval", "access comes first"]
    assert acts(both) == []
    approve(both)
    assert both.stages[1] == "last look"
    what_holds(both, case=2)
    assert acts(both) == ["erase"]
    order = [one.kind for one in both.effects.values() if one.kind in {Kind.COLLECT, Kind.ACT}]
    assert order == [Kind.COLLECT] * 3 + [Kind.ACT] * 3


@pytest.mark.law("L37")
@pytest.mark.parametrize("right", [Right.ACCESS, Right.PORTABILITY])
def test_nothing_is_corrected_before_the_copy_is_ready(right: Right) -> None:
    """However early staff know what is right."""
    story = proved(right, Right.RECTIFICATION)
    correct(story, contact=False, case=2)
    assert acts(story) == ["restrict"]
    by_letter(story)
    story.collected()
    approve(story)
    assert acts(story) == ["restrict", "rectify"]


@pytest.mark.law("L37")
@pytest.mark.law("L79")
def test_one_answer_says_what_was_seen_and_what_was_erased(both: Story) -> None:
    """The extract waits for the erasure, and one mail carries both."""
    approve(both)
    assert sent(both, Mail.ANSWER) == []
    erase(both)
    acted(both, case=2)
    verified(both, case=2)
    (answer,) = sent(both, Mail.ANSWER)
    assert (answer.to, answer.reason, answer.case) == ("proved", "access+erasure", 0)
    accepted(both)
    assert both.stages == ["resting", "resting"]


def test_what_a_human_has_taken_over_holds_no_answer_back() -> None:
    """Her extract does not wait for what staff answer by hand."""
    story = proved(Right.ACCESS, Right.ERASURE)
    by_letter(story)
    story.collected()
    story.happen(Event.REGISTER_SILENT, case=2)
    assert story.stages == ["approval", "with a person"]
    approve(story)
    assert [one.reason for one in sent(story, Mail.ANSWER)] == ["access"]


def test_a_refusal_of_one_right_lets_the_answer_to_the_other_go(both: Story) -> None:
    """Each is a mail of its own."""
    approve(both)
    refuse(both, Refusal.LEGAL_CLAIMS.value, case=2)
    assert [one.reason for one in sent(both, Mail.ANSWER)] == ["access"]
    assert [one.case for one in sent(both, Mail.REFUSAL)] == [2]


@pytest.mark.law("L79")
def test_on_the_red_alarm_the_ready_parts_go_without_the_rest(both: Story) -> None:
    """And the rest follows in an answer of its own, however little lies between."""
    approve(both)
    to_red_alarm(both)
    assert both.now.date() == milestones(both.matter.due).red_alarm
    assert [one.reason for one in sent(both, Mail.ANSWER)] == ["access"]
    assert both.stages == ["sending", "first approval"]
    accepted(both)
    erase(both)
    acted(both, case=2)
    verified(both, case=2)
    assert [one.reason for one in sent(both, Mail.ANSWER)] == ["access", "erasure"]


def test_two_answers_of_one_matter_are_two_mails() -> None:
    """Also where nothing was asked, printed or told between them."""
    story = proved(Right.ACCESS, Right.PORTABILITY)
    by_letter(story)
    story.collected()
    to_red_alarm(story)
    approve(story, case=1)
    accepted(story)
    approve(story, case=2)
    assert [one.reason for one in sent(story, Mail.ANSWER)] == ["access", "portability"]


def test_nothing_held_is_said_in_the_same_answer() -> None:
    """Once, although two rights asked."""
    story = asked(Right.ACCESS, Right.ERASURE)
    story.code_back()
    story.looked_up(Finding.NOTHING)
    approve(story, case=1)
    assert sent(story, Mail.ANSWER) == []
    approve(story, case=2)
    assert [one.reason for one in sent(story, Mail.ANSWER)] == ["nothing_held"]
    accepted(story)
    assert story.matter.closed


@pytest.mark.law("L59")
def test_doing_one_case_over_takes_no_proof_from_the_other() -> None:
    """The erasure still rests on the letter and on whoever approved it first."""
    story = proved(Right.ACCESS, Right.ERASURE)
    by_letter(story)
    story.collected("credit")
    planned(story, case=2)
    approve(story, "bo", case=2)
    assert story.stages == ["with a person", "second approval"]
    say(story, Event.REDO, Verb.REDO)
    assert (story.matter.level, story.matter.case(2).approvers) == (2, ("bo",))
    assert story.stages == ["address code", "second approval"]


def test_an_answer_that_came_back_is_a_persons(both: Story) -> None:
    """Of every case that it spoke for."""
    approve(both)
    erase(both)
    acted(both, case=2)
    verified(both, case=2)
    accepted(both)
    both.wait(hours=1)
    both.happen(Event.UNDELIVERABLE)
    assert both.stages == ["with a person", "with a person"]


def test_the_matter_ends_with_its_last_case(both: Story) -> None:
    """The extract's case ends first; the recipients keep the other open."""
    approve(both)
    approve(both, "bo", case=2)
    approve(both, "anna", case=2)
    to_erased(both, case=2)
    accepted(both)
    for date in both.dates(Event.QUIET_OVER):
        both.ring(date)
    assert both.stages == ["answered", "recipients told"]
    assert not both.matter.closed
    klart(both, case=2)
    assert both.matter.closed


@pytest.mark.parametrize(
    "rights",
    [
        (Right.ACCESS, Right.ERASURE),
        (Right.CONSENT_WITHDRAWAL, Right.OBJECTION_MARKETING),
        (Right.ACCESS, Right.PORTABILITY),
    ],
)
def test_what_fails_for_all_is_a_persons_for_all(rights: tuple[Right, ...]) -> None:
    """One search, one block, one collecting serves several cases; none waits on when it failed."""
    story = asked(*rights)
    if Right.OBJECTION_MARKETING not in rights:
        story.code_back()
    if Right.PORTABILITY in rights:
        story.looked_up(Finding.ORDINARY)
        by_letter(story)
    before = story.stages
    if Right.PORTABILITY in rights:
        story.silent(*story.home.registers)
    else:
        story.happen(Event.REGISTER_SILENT, case=1)
    assert not set(before) & set(story.stages)
