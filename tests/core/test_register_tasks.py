"""What a register cannot do itself, a person of its company does by hand."""

import pytest
from core.roads import (
    accepted,
    acted,
    acts,
    approve,
    asked,
    correct,
    finds,
    looked_once_more,
    proved,
    sent,
    to_grace,
)
from core.worlds import Story

from bot.core import facts as f
from bot.core.commands import Verb
from bot.core.effects import Effect
from bot.core.events import Event, Finding
from bot.core.vocabulary import Mail, Right


@pytest.fixture
def erasing() -> Story:
    """The registers were told to erase."""
    story = proved(Right.ERASURE)
    to_grace(story)
    looked_once_more(story)
    return story


def cannot(story: Story, register: str, case: int = 1) -> Effect:
    """A register needs a person; what its company's staff were asked last."""
    turn = story.matter.case(case).turn
    story.happen(Event.NEEDS_PERSON, case=case, ordinal=turn, argument=register)
    return sent(story, Mail.REGISTER_TASK)[-1]


def silent(story: Story, register: str, case: int = 1) -> None:
    """A register was asked for days and never answered."""
    turn = story.matter.case(case).turn
    story.happen(Event.NEEDS_PERSON, case=case, ordinal=turn, argument=register)


def by_hand(story: Story, prompt: Effect, person: str = "eva") -> None:
    """A member of staff has done it and says KLAR."""
    errand = story.matter.errands[prompt.step]
    said = f.Commanded(case=prompt.case, step=prompt.step, word=Verb.DONE.value, person=person)
    done = f.RegisterActed(
        case=prompt.case, turn=errand.turn, register_name=errand.register, by=person
    )
    story.happen(Event.ACTED, said, done, case=prompt.case)


@pytest.mark.law("L42")
def test_the_people_of_that_registers_company_are_asked(erasing: Story) -> None:
    """Mora's register, Mora's people; the owner's staff hear nothing."""
    prompt = cannot(erasing, "mora")
    assert (prompt.to, prompt.register, prompt.reason) == ("staff:eva", "mora", "erase")
    assert len(sent(erasing, Mail.REGISTER_TASK)) == 1


@pytest.mark.law("L42")
@pytest.mark.law("L59")
def test_two_receipts_and_a_prompt_are_no_three_receipts(erasing: Story) -> None:
    """KLAR is the third, and the log says by whom."""
    prompt = cannot(erasing, "mora")
    acted(erasing, "gavle", "borlange")
    assert erasing.stages == ["erasing"]
    by_hand(erasing, prompt)
    assert erasing.stages == ["verifying"]
    receipts = [fact for fact in erasing.facts if isinstance(fact, f.RegisterActed)]
    assert [(one.register_name, one.by) for one in receipts] == [
        ("gavle", ""),
        ("borlange", ""),
        ("mora", "eva"),
    ]
    assert erasing.matter.errands == {}


def test_two_registers_by_hand_are_two_prompts(erasing: Story) -> None:
    """Each with its own step, and the case's own question is another."""
    first, second = cannot(erasing, "mora"), cannot(erasing, "gavle")
    assert first.step != second.step
    assert {one.register for one in erasing.matter.errands.values()} == {"mora", "gavle"}
    by_hand(erasing, first)
    assert [one.register for one in erasing.matter.errands.values()] == ["gavle"]


def test_an_answer_for_an_earlier_act_asks_nobody(erasing: Story) -> None:
    """A register that was slow to say so is spoken of no more."""
    erasing.happen(Event.NEEDS_PERSON, case=1, ordinal=99, argument="mora")
    assert sent(erasing, Mail.REGISTER_TASK) == []


def test_a_prompt_of_the_case_stays_open_beside_it() -> None:
    """Staff may decide while somebody else restricts by hand."""
    story = proved(Right.RECTIFICATION)
    step = story.matter.case(1).step
    cannot(story, "mora")
    assert story.matter.case(1).step == step
    correct(story, contact=False)
    assert story.stages == ["correcting"]
    assert story.matter.errands == {}


@pytest.mark.people("P13")
def test_what_nobody_does_by_hand_is_passed_on_from_that_company(erasing: Story) -> None:
    """Mora's people again, then the next company's."""
    prompt = cannot(erasing, "mora")
    for date in erasing.dates(Event.PROMPT_UNANSWERED):
        if date.ordinal == prompt.step:
            erasing.ring(date)
    assert [one.to for one in sent(erasing, Mail.REGISTER_TASK)] == [
        "staff:eva",
        "staff:eva",
        "staff:anna",
        "staff:bo",
    ]


@pytest.mark.law("L59")
def test_inte_jag_takes_the_errand_back(erasing: Story) -> None:
    """Whoever has not done it yet must not do it any more."""
    cannot(erasing, "mora")
    erasing.happen(Event.NOT_ME)
    assert erasing.matter.errands == {}
    assert erasing.matter.case(1).act is None


def test_the_matter_stays_open_until_the_last_errand_is_done() -> None:
    """The restriction of a corrected datum is lifted by hand after the answer."""
    story = proved(Right.RECTIFICATION, at=Story().home)
    correct(story, contact=False)
    acted(story)
    accepted(story)
    acted(story, "gavle", "borlange")
    prompt = cannot(story, "mora")
    story.ring(story.dates(Event.QUIET_OVER)[0])
    assert story.stages == ["answered"]
    assert not story.matter.closed
    by_hand(story, prompt)
    assert story.matter.closed


@pytest.mark.law("L43")
@pytest.mark.law("L54")
@pytest.mark.parametrize("right", [Right.RECTIFICATION, Right.OBJECTION_LI])
def test_a_restriction_that_a_register_never_sets_is_set_by_hand(right: Right) -> None:
    """Silence of a register is nobody's restriction; the question to staff stays open."""
    story = proved(right)
    acted(story, "gavle", "borlange")
    step = story.matter.case(1).step
    silent(story, "mora")
    assert [one.register for one in story.matter.errands.values()] == ["mora"]
    assert story.matter.case(1).step == step


@pytest.mark.law("L61")
def test_a_restriction_that_a_register_never_lifts_is_lifted_by_hand() -> None:
    """After the answer as after a withdrawal: nothing stays restricted unseen."""
    story = proved(Right.OBJECTION_LI)
    story.happen(Event.WITHDRAWN)
    story.ring(story.dates(Event.WITHDRAWAL_FINAL)[0])
    assert acts(story)[-1] == "lift"
    acted(story, "gavle", "borlange")
    silent(story, "mora")
    assert not story.matter.closed
    by_hand(story, sent(story, Mail.REGISTER_TASK)[-1])
    assert story.matter.closed


def test_nothing_is_told_to_registers_before_the_address_is_proved() -> None:
    """And none that would act on somebody else's records."""
    story = asked(Right.RESTRICTION)
    assert acts(story) == []
    finds(story, Finding.SHARED)
    assert acts(story) == []
    waiting = proved(Right.OBJECTION_LI)
    approve(waiting)
    assert acts(waiting) == ["restrict", "stop"]
