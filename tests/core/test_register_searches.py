"""A register without an interface is looked in by people, and what they hand in is its receipt."""

import pytest
from core.roads import approve, by_letter, home, proved, sent
from core.worlds import Story

from bot.core import facts as f
from bot.core.commands import Verb
from bot.core.effects import Effect
from bot.core.events import Event
from bot.core.vocabulary import Mail, Right


@pytest.fixture
def collecting() -> Story:
    """An access request, proved; two registers have answered, Mora's binders have not."""
    told = frozenset({"purchases", "correspondence"})
    story = proved(Right.ACCESS, at=home(complete=told))
    by_letter(story)
    turn = story.matter.round
    for name in ("gavle", "borlange"):
        story.one_collected(name, "purchases", 2, turn)
    story.happen(Event.NEEDS_SEARCHER, case=1, ordinal=turn, argument="mora")
    return story


def search_of(story: Story) -> Effect:
    """The last question to somebody to look."""
    return sent(story, Mail.REGISTER_SEARCH)[-1]


def hands_in(story: Story, *counts: tuple[str, int], person: str = "eva") -> None:
    """KLAR with files, or INGET."""
    asked = search_of(story)
    word = Verb.DONE if counts else Verb.NOTHING
    said = f.Commanded(case=1, step=asked.step, word=word.value, person=person)
    found = f.RegisterCollected(
        register_name="mora", round=story.matter.round, counts=counts, digest="d"
    )
    story.happen(Event.COLLECTED, said, found, person=person)


@pytest.mark.law("L36")
def test_the_people_of_that_company_are_asked_and_the_answer_waits(collecting: Story) -> None:
    """Nothing is approved before the binders have been looked through."""
    assert (search_of(collecting).to, search_of(collecting).register) == ("staff:eva", "mora")
    assert collecting.stages == ["collecting"]


@pytest.mark.law("L36")
@pytest.mark.parametrize("found", [(), (("correspondence", 2),)])
def test_what_is_handed_in_is_a_receipt(
    collecting: Story, found: tuple[tuple[str, int], ...]
) -> None:
    """Files, or that nothing was there; both are on record with the person's name."""
    hands_in(collecting, *found)
    assert collecting.stages == ["approval"]
    assert collecting.matter.errands == {}


def test_it_is_asked_once_a_round_and_anew_in_the_next(collecting: Story) -> None:
    """A repeated deed asks nobody twice; GÖR OM asks again, and the old question is void."""
    turn = collecting.matter.round
    collecting.happen(Event.NEEDS_SEARCHER, case=1, ordinal=turn, argument="mora")
    assert len(sent(collecting, Mail.REGISTER_SEARCH)) == 1
    hands_in(collecting)
    collecting.command(Event.REDO, Verb.REDO)
    collecting.happen(Event.NEEDS_SEARCHER, case=1, ordinal=turn, argument="mora")
    assert len(sent(collecting, Mail.REGISTER_SEARCH)) == 1
    again = collecting.matter.round
    collecting.happen(Event.NEEDS_SEARCHER, case=1, ordinal=again, argument="mora")
    assert len(sent(collecting, Mail.REGISTER_SEARCH)) == 2


@pytest.mark.people("P13")
def test_who_does_not_answer_is_reminded_and_others_are_asked(collecting: Story) -> None:
    """After two working days again, after four another company."""
    step = search_of(collecting).step
    for date in collecting.dates(Event.PROMPT_UNANSWERED):
        if date.ordinal == step:
            collecting.ring(date)
    asked = [one.to for one in sent(collecting, Mail.REGISTER_SEARCH)]
    assert asked[:2] == ["staff:eva", "staff:eva"]
    assert len(asked) > 2


def test_the_answer_goes_on_after_it(collecting: Story) -> None:
    """Approved as any other."""
    hands_in(collecting, ("correspondence", 1))
    approve(collecting)
    assert sent(collecting, Mail.ANSWER)
