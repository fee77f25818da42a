"""Nothing is said to be held before they have looked who alone can look in a register."""

import pytest
from core.roads import asked, sent
from core.worlds import Story

from bot.core import facts as f
from bot.core.commands import Verb
from bot.core.effects import Kind
from bot.core.events import Event
from bot.core.identity import Sighting
from bot.core.vocabulary import Mail, Right

RIGHTS = (Right.ACCESS, Right.ERASURE, Right.RECTIFICATION)


def unknown(right: Right, **seen: object) -> Story:
    """The code is back, no register holds the address; Mora's binders have not been opened."""
    story = asked(right)
    story.code_back()
    first = Sighting(register_name="gavle", **seen)  # type: ignore[arg-type]
    rest = (Sighting(register_name="borlange"), Sighting(register_name="mora", by_people=True))
    story.happen(Event.LOOKED_UP, f.LookedUp(sightings=(first, *rest)))
    turn = story.matter.round
    story.happen(Event.NEEDS_SEARCHER, case=1, ordinal=turn, argument="mora")
    return story


def hands_in(story: Story, *counts: tuple[str, int]) -> None:
    """INGET, or KLAR with files."""
    step = sent(story, Mail.REGISTER_SEARCH)[-1].step
    word = Verb.DONE if counts else Verb.NOTHING
    said = f.Commanded(case=1, step=step, word=word.value, person="eva")
    found = f.RegisterCollected(
        register_name="mora", round=story.matter.round, counts=counts, digest="d"
    )
    story.happen(Event.COLLECTED, said, found, person="eva")


@pytest.mark.law("L26")
@pytest.mark.parametrize("right", RIGHTS)
def test_people_look_before_nothing_is_said(right: Right) -> None:
    """They alone are asked, nothing is copied; after INGET a human approves that answer."""
    story = unknown(right)
    collected = [one for one in story.effects.values() if one.kind is Kind.COLLECT]
    assert [one.register for one in collected] == ["mora"]
    assert story.prompts("anna") == []
    hands_in(story)
    assert [(one.to, one.reason) for one in sent(story, Mail.APPROVE)][:1] == [
        ("staff:anna", "nothing")
    ]


@pytest.mark.people("P01", "P11")
def test_what_a_mail_names_is_still_told_to_staff_alone() -> None:
    """Somebody else's record, and nothing in the binders: as without any."""
    story = unknown(Right.ACCESS, others=1)
    hands_in(story)
    assert sent(story, Mail.APPROVE)[-1].reason == "elsewhere"


@pytest.mark.law("L36")
@pytest.mark.parametrize("right", RIGHTS)
def test_what_people_find_is_a_humans_to_give(right: Right) -> None:
    """No register knows the address, so nothing has proved whose it is."""
    story = unknown(right)
    hands_in(story, ("correspondence", 1))
    assert sent(story, Mail.BY_HAND)[-1].reason == "found_by_people"
    assert sent(story, Mail.ANSWER) == []
