from dataclasses import replace

import pytest
from core.roads import approve, asked, home, proved, say, sent, to_plan
from core.worlds import STAFF, Story

from bot.core import facts as f
from bot.core.commands import Verb
from bot.core.deadlines import STOCKHOLM
from bot.core.effects import Kind
from bot.core.events import Event
from bot.core.vocabulary import Mail, Right

#: Gävle has a deputy, Borlänge has one person
DAN = replace(STAFF[1], id="dan", deputy=True)
CARL = replace(STAFF[1], id="carl", company="borlange")
AT = home(staff=(*STAFF[:2], DAN, CARL, STAFF[2]))


def people(story: Story, mail: Mail) -> list[str]:
    """Who was asked, in order."""
    return [one.to.removeprefix("staff:") for one in sent(story, mail)]


def silent(story: Story) -> None:
    """Nobody answers what was asked, until its last date has come."""
    for date in story.dates(Event.PROMPT_UNANSWERED):
        story.ring(date)


@pytest.mark.people("P13")
def test_a_prompt_goes_to_a_deputy_after_two_days_and_to_another_company_after_four() -> None:
    """Working days: asked on Thursday, passed on on Monday and on Wednesday morning."""
    story = asked(Right.HUMAN_ONLY, at=AT)
    when = [one.at.astimezone(STOCKHOLM) for one in story.dates(Event.PROMPT_UNANSWERED)]
    assert [f"{at:%m-%d %H:%M}" for at in when] == ["03-09 09:00", "03-11 09:00"]
    assert people(story, Mail.BY_HAND) == ["anna", "bo"]
    first, second = story.dates(Event.PROMPT_UNANSWERED)
    story.ring(first)
    assert people(story, Mail.BY_HAND)[2:] == ["dan"]
    story.ring(second)
    assert people(story, Mail.BY_HAND)[3:] == ["carl"]


@pytest.mark.people("P13")
def test_a_company_without_deputies_is_asked_once_more_itself() -> None:
    """Each time a mail of its own."""
    story = asked(Right.HUMAN_ONLY)
    silent(story)
    assert people(story, Mail.BY_HAND) == ["anna", "bo", "anna", "bo", "eva"]
    assert len({one.key for one in sent(story, Mail.BY_HAND)}) == 5


@pytest.mark.people("P13")
def test_a_prompt_that_was_answered_is_passed_on_to_nobody() -> None:
    """The dates come and find nothing to do."""
    story = proved(Right.ERASURE, at=AT)
    to_plan(story)
    approve(story)
    asked_before = people(story, Mail.PLAN)
    step = sent(story, Mail.PLAN)[0].step
    for date in story.dates(Event.PROMPT_UNANSWERED):
        if date.ordinal == step:
            story.ring(date)
    assert people(story, Mail.PLAN) == asked_before


def test_the_word_of_whoever_was_asked_later_counts_as_much() -> None:
    """The same step of the same case: the first to answer has answered."""
    story = asked(Right.HUMAN_ONLY, at=AT)
    silent(story)
    assert len({one.step for one in sent(story, Mail.BY_HAND)}) == 1
    say(story, Event.DONE, Verb.DONE, "carl")
    assert story.matter.closed


@pytest.mark.people("P09")
@pytest.mark.people("P13")
def test_the_second_look_is_passed_on_to_anybody_but_the_first() -> None:
    """Also when the first one's company is asked once more."""
    story = proved(Right.ERASURE)
    to_plan(story)
    approve(story, "anna")
    silent(story)
    assert "anna" not in people(story, Mail.SECOND)
    assert people(story, Mail.SECOND) == ["bo", "bo", "eva"]


@pytest.mark.people("P13")
def test_who_is_away_is_stood_in_for_the_same_day() -> None:
    """A bounce or an automatic reply passes it on at once, and the dates go on from there."""
    story = asked(Right.HUMAN_ONLY, at=AT)
    step = story.matter.case(1).step
    story.happen(Event.STAFF_AWAY, f.StaffAway(person="anna", step=step), ordinal=step)
    assert people(story, Mail.BY_HAND)[2:] == ["dan"]
    story.ring(story.dates(Event.PROMPT_UNANSWERED)[0])
    assert people(story, Mail.BY_HAND)[3:] == ["carl"]


@pytest.mark.people("P13")
def test_nothing_is_passed_on_in_a_matter_that_has_ended() -> None:
    """Whoever answered later would be told that it is over."""
    story = asked(Right.HUMAN_ONLY, at=AT)
    say(story, Event.DONE, Verb.DONE)
    effects = dict(story.effects)
    silent(story)
    step = sent(story, Mail.BY_HAND)[0].step
    story.happen(Event.STAFF_AWAY, f.StaffAway(person="bo", step=step), ordinal=step)
    assert story.effects == effects


def test_a_prompt_names_no_address() -> None:
    """Staff are labels here; who they are is said when the mail is written."""
    story = asked(Right.HUMAN_ONLY, at=AT)
    silent(story)
    asked_of = [one.to for one in story.effects.values() if one.kind is Kind.PROMPT]
    assert all(one.startswith("staff:") and "@" not in one for one in asked_of)
