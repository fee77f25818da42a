"""What may be hers too: numbered, and hers by a named human's word, as far as her proof reaches."""

from dataclasses import replace

import pytest
from core.roads import by_letter, home, planned, proved
from core.worlds import Story

from bot.core import facts as f
from bot.core.candidates import against, numbered
from bot.core.commands import Command, Misread, Verb, parse
from bot.core.effects import Kind
from bot.core.events import Event
from bot.core.vocabulary import Mail, Right


def collected(story: Story, candidates: tuple[int, ...], strong: tuple[int, ...] = ()) -> None:
    """Each register gives its snapshot; the first found these besides."""
    for name in story.home.registers:
        fact = f.RegisterCollected(
            register_name=name,
            round=story.matter.round,
            counts=(("purchases", 3),),
            digest="d",
            candidates=candidates if name == "gavle" else (),
            strong=strong if name == "gavle" else (),
        )
        story.happen(Event.COLLECTED, fact)


def include(story: Story, *numbers: int, case: int = 1) -> None:
    """A member of staff says TA MED; it counts in every case of the matter."""
    step = story.matter.case(case).step
    said = f.Commanded(case=case, step=step, word=Verb.INCLUDE.value, person="anna")
    fact = f.Included(case=case, numbers=numbers)
    story.happen(Event.INCLUDED, said, fact, person="anna")


@pytest.fixture
def story() -> Story:
    """An access case before staff, at level 2: 1 has no contact data of its own, 2 has."""
    told = proved(Right.ACCESS)
    by_letter(told)
    collected(told, (1, 2), (2,))
    return told


@pytest.mark.people("P01")
@pytest.mark.parametrize(
    "text", ["TA MED 1,3-4", "ta med 1, 3 och 4", "INCLUDE 1 3-4", "Ta med 1,3,4."]
)
def test_candidates_are_named_by_their_numbers(text: str) -> None:
    """One, several, or from one to another."""
    assert parse(text) == Command(Verb.INCLUDE, numbers=(1, 3, 4))


@pytest.mark.parametrize("text", ["TA MED", "TA MED alla", "TA MED 1 kanske", "TA MED 0"])
def test_whatever_is_no_number_includes_nothing(text: str) -> None:
    """Nothing is hers by half a word."""
    assert isinstance(parse(text), Misread)


@pytest.mark.people("P01")
def test_what_has_contact_data_of_its_own_needs_level_3(story: Story) -> None:
    """A proof opens a record, not a person: at level 2 the other Eva's record stays closed."""
    matter = story.matter
    assert dict(numbered(matter)) == {1: False, 2: True}
    assert against(matter, Verb.INCLUDE, (1,)) == ""
    assert against(matter, Verb.INCLUDE, (1, 2)) == "needs_level_3"
    assert against(matter, Verb.INCLUDE, (3,)) == "no_such_candidate"
    assert against(replace(matter, level=3), Verb.INCLUDE, (1, 2)) == ""


@pytest.mark.people("P01", "P20")
def test_the_copy_is_collected_anew_with_what_staff_said_is_hers(story: Story) -> None:
    """A new round and a new question; GÖR OM begins again without it, and so does a new proof."""
    include(story, 1)
    assert story.matter.included == {1}
    assert (story.stages, story.matter.round) == (["collecting"], 2)
    assert [one.round for one in story.effects.values() if one.kind is Kind.COLLECT][-1] == 2
    collected(story, (1, 2), (2,))
    assert story.prompts()[-1] is Mail.APPROVE
    story.command(Event.REDO, Verb.REDO)
    assert story.matter.included == frozenset()
    collected(story, (1, 2), (2,))
    include(story, 1)
    story.happen(Event.NOT_ME)
    assert story.matter.included == frozenset()


@pytest.mark.people("P01", "P25")
def test_a_plan_with_more_in_it_is_approved_anew_by_both() -> None:
    """Who said yes to less has not said yes to this; who got the included data is told too."""
    story = proved(Right.ERASURE, at=home())
    by_letter(story)
    planned(story)
    story.command(Event.APPROVED, Verb.APPROVE, person="bo")
    include(story, 1)
    assert story.stages == ["planning"]
    fact = f.Planned(case=1, candidates=(1,), also=(("mora", ("purchases",)),))
    story.happen(Event.PLANNED, fact, case=1)
    assert (story.stages, story.matter.case(1).approvers) == (["first approval"], ())
    assert "lager" not in story.home.recipients_of({"gavle": frozenset({"purchases"})})
    assert "lager" in story.home.recipients_of(story.matter.held)


def test_what_is_hers_is_hers_in_every_case() -> None:
    """TA MED in the question about the copy plans the erasure of the same matter anew."""
    story = proved(Right.ACCESS, Right.ERASURE)
    by_letter(story)
    collected(story, (1,))
    planned(story, case=2)
    include(story, 1)
    assert story.stages == ["collecting", "planning"]
