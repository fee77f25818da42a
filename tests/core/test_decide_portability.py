import pytest
from core.roads import approve, asked, by_letter, finds, kinds, proved, rested, say, sent

from bot.core.commands import Verb
from bot.core.effects import Kind
from bot.core.events import Event, Finding
from bot.core.vocabulary import Concern, Mail, Right


def test_a_portable_copy_takes_the_same_proofs_as_access() -> None:
    """A letter, a snapshot of every register, a human's yes."""
    story = proved(Right.PORTABILITY)
    assert Kind.COLLECT not in kinds(story)
    by_letter(story)
    story.collected()
    assert sent(story, Mail.ANSWER) == []
    approve(story)
    assert [one.reason for one in sent(story, Mail.ANSWER)] == ["portability"]


def test_a_portable_copy_erases_nothing() -> None:
    """Art. 20(3): the registers are read, and told nothing."""
    story = proved(Right.PORTABILITY)
    by_letter(story)
    story.collected()
    approve(story)
    rested(story)
    assert story.stages == ["answered"]
    assert not kinds(story) & {Kind.ACT, Kind.BLOCK}


def test_access_and_portability_are_one_snapshot_and_one_answer() -> None:
    """The registers are asked once, and each case is approved for itself."""
    story = proved(Right.ACCESS, Right.PORTABILITY)
    by_letter(story)
    story.collected()
    assert len([one for one in story.effects.values() if one.kind is Kind.COLLECT]) == 3
    approve(story, case=1)
    assert sent(story, Mail.ANSWER) == []
    approve(story, case=2)
    assert [one.reason for one in sent(story, Mail.ANSWER)] == ["access+portability"]


@pytest.mark.law("L36")
def test_what_no_mail_holds_goes_to_a_human() -> None:
    """A part of a copy is no copy; many rows alone are no reason."""
    story = proved(Right.PORTABILITY)
    by_letter(story)
    story.collected(rows=1001, packed=10**9)
    assert (story.stages, story.matter.case(1).reason) == (["with a person"], "too_big")
    several = proved(Right.PORTABILITY)
    by_letter(several)
    several.collected(rows=1001)
    assert several.stages == ["approval"]


@pytest.mark.law("L66")
def test_sending_the_data_to_another_controller_is_a_humans_work() -> None:
    """Prompted with the concern; no code goes, and nothing is collected."""
    story = asked(Right.PORTABILITY, concerns=(Concern.TRANSFER,))
    assert story.prompts() == [Mail.BY_HAND]
    assert story.matter.codes == 0
    assert Kind.COLLECT not in kinds(story)


def test_nothing_held_is_said_of_a_portable_copy_too() -> None:
    """By a human, of the proved address."""
    story = asked(Right.PORTABILITY)
    finds(story, Finding.NOTHING)
    approve(story)
    assert [one.reason for one in sent(story, Mail.ANSWER)] == ["nothing_held"]
    story.happen(Event.ANSWER_ACCEPTED)
    assert story.matter.closed


@pytest.mark.law("L36")
def test_what_is_collected_anew_is_approved_anew() -> None:
    """GÖR OM of one copy changes what the other would show, so its earlier yes says nothing."""
    story = proved(Right.ACCESS, Right.PORTABILITY)
    by_letter(story)
    story.collected()
    approve(story, case=1)
    say(story, Event.REDO, Verb.REDO, case=2)
    story.collected(rows=4)
    assert sent(story, Mail.ANSWER) == []
    assert story.stages == ["approval", "approval"]
    approve(story, case=1)
    approve(story, case=2)
    assert [one.reason for one in sent(story, Mail.ANSWER)] == ["access+portability"]
