"""Before the first act it is asked once more what must end before anything is erased."""

import pytest
from core.roads import (
    acts,
    approve,
    by_letter,
    held,
    looked_once_more,
    planned,
    proved,
    say,
    sent,
    to_grace,
    what_holds,
)
from core.worlds import Story

from bot.core import facts as f
from bot.core.commands import Verb
from bot.core.effects import Kind
from bot.core.events import Event
from bot.core.vocabulary import Mail, Right


@pytest.fixture
def story() -> Story:
    """Somebody who proved her address wants everything erased."""
    return proved(Right.ERASURE)


@pytest.mark.people("P07")
def test_what_has_begun_in_the_days_of_grace_stops_the_first_act(story: Story) -> None:
    """She ordered something: no register is told anything, she hears of a person, staff are asked.

    Their GÖR OM makes another plan, which two people approve again.
    """
    to_grace(story)
    looked_once_more(story, "open_order")
    assert acts(story) == []
    assert (story.stages, story.matter.case(1).reason) == (["held after all"], "held")
    assert story.matter.case(1).holds == ("open_order",)
    assert [one.reason for one in sent(story, Mail.WITH_A_PERSON)] == ["held"]
    assert story.prompts("anna")[-1] is Mail.PLAN
    say(story, Event.REDO, Verb.REDO)
    planned(story)
    approve(story, "bo")
    approve(story, "anna")
    assert story.stages == ["grace"]
    looked_once_more(story)
    assert acts(story) == ["erase"]


@pytest.mark.people("P07")
def test_an_answer_on_what_holds_counts_where_it_was_asked_alone(story: Story) -> None:
    """Somebody said INTE JAG and it began anew: no old answer stands for the new plan."""
    to_grace(story)
    story.ring(story.dates(Event.GRACE_OVER)[-1])
    (late,) = [one for one in story.effects.values() if one.kind is Kind.HOLDS]
    story.happen(Event.NOT_ME)
    say(story, Event.REDO, Verb.REDO)
    story.code_back()
    held(story, "purchases")
    by_letter(story)
    assert story.stages == ["planning"]
    said = f.HoldsAsked(case=1, holds=())
    story.happen(Event.HOLDS_ASKED, said, case=1, ordinal=late.ordinal)
    assert story.stages == ["planning"]


@pytest.mark.people("P07")
def test_a_copy_that_she_takes_up_again_comes_first() -> None:
    """She took her other request back, and up again while it was asked what holds: nothing goes."""
    story = proved(Right.ERASURE, Right.ACCESS)
    story.happen(Event.WITHDRAWN, case=2)
    to_grace(story)
    story.ring(story.dates(Event.GRACE_OVER)[-1])
    story.happen(Event.REOPENED, case=2)
    what_holds(story)
    assert (acts(story), story.stages[0]) == ([], "access comes first")
