"""A register that stays silent while a copy is collected: the rest goes, and is owed no less."""

import pytest
from core.roads import accepted, approve, asked, by_letter, home, planned, proved, refuse, say, sent
from core.worlds import REGISTERS, Story

from bot.core import facts as f
from bot.core.commands import Verb
from bot.core.effects import Kind
from bot.core.events import Event
from bot.core.identity import Sighting
from bot.core.vocabulary import Mail, Refusal, Right

COPIES = [(Right.ACCESS,), (Right.PORTABILITY,), (Right.ACCESS, Right.PORTABILITY)]
copies = pytest.mark.parametrize("rights", COPIES, ids="+".join)


def collecting(*rights: Right) -> Story:
    """The second channel is proved, and every register is asked for its copy."""
    story = proved(*rights)
    by_letter(story)
    return story


def two_of_three(*rights: Right, rows: int = 3, category: str = "purchases") -> Story:
    """Two registers gave their copy; Mora's gave none."""
    story = collecting(*rights)
    for name in ("gavle", "borlange"):
        story.one_collected(name, category, rows, story.matter.round)
    story.silent("mora")
    return story


def rested(story: Story) -> None:
    """The answer was taken, and no bounce came for any of its cases."""
    accepted(story)
    for date in story.dates(Event.QUIET_OVER):
        story.ring(date)


@pytest.mark.law("L36")
@copies
def test_a_human_releases_the_rest_and_then_sends_what_is_missing(
    rights: tuple[Right, ...],
) -> None:
    """Asked for a yes as for any answer; after it, for what the silent register holds."""
    story = two_of_three(*rights)
    assert story.stages == ["approval"] * len(rights)
    for case in story.matter.cases:
        approve(story, case=case.number)
    assert [one.reason for one in sent(story, Mail.ANSWER)] == ["+".join(rights)]
    rested(story)
    assert story.stages == ["with a person"] * len(rights)
    assert [case.owed for case in story.matter.cases] == [frozenset({"mora"})] * len(rights)
    assert {one.reason for one in sent(story, Mail.BY_HAND)} == {"register_silent"}
    for case in story.matter.cases:
        say(story, Event.DONE, Verb.DONE, case=case.number)
    assert story.matter.closed


@copies
def test_gor_om_asks_every_register_again(rights: tuple[Right, ...]) -> None:
    """A round in which all of them answer leaves nothing to send."""
    story = two_of_three(*rights)
    say(story, Event.REDO, Verb.REDO)
    assert story.stages == ["collecting"] * len(rights)
    assert (story.matter.silent, dict(story.matter.snapshots)) == (frozenset(), {})
    of_round = [one for one in story.effects.values() if one.kind is Kind.COLLECT]
    assert [one.register for one in of_round] == [*REGISTERS, *REGISTERS]
    story.collected()
    for case in story.matter.cases:
        approve(story, case=case.number)
    rested(story)
    assert story.matter.closed


@pytest.mark.law("L36")
@pytest.mark.parametrize("rows", [0, 3])
def test_where_nothing_has_come_a_human_has_the_whole_case(rows: int) -> None:
    """All silent, or the others hold nothing: there is nothing to release, and she hears of it."""
    story = two_of_three(Right.ACCESS, rows=0) if rows == 0 else collecting(Right.ACCESS)
    if rows:
        story.silent(*REGISTERS)
    assert story.stages == ["with a person"]
    assert story.matter.cases[0].reason == "register_silent"
    assert story.mails[-1] == (Mail.WITH_A_PERSON, "proved")


def test_what_lacks_its_facts_is_not_released_for_another_registers_silence() -> None:
    """The graver reason is the one that is said."""
    story = two_of_three(Right.ACCESS, category="credit")
    assert (story.stages, story.matter.cases[0].reason) == (["with a person"], "facts_missing")
    story = collecting(Right.ACCESS)
    story.silent("mora")
    assert story.stages == ["collecting"]
    story.collected(packed=story.home.most_bytes)
    assert story.matter.cases[0].reason == "too_big"


def test_only_silence_of_this_round_counts() -> None:
    """Neither that of an earlier one, nor of who has answered meanwhile."""
    story = two_of_three(Right.ACCESS)
    say(story, Event.REDO, Verb.REDO)
    story.happen(Event.COLLECTED, f.RegisterSilent(register_name="mora", round=1))
    assert story.matter.silent == frozenset()
    story.silent("gavle")
    story.one_collected("gavle", "purchases", 3, turn=2)
    story.silent("gavle")
    assert (story.matter.silent, set(story.matter.snapshots)) == (frozenset(), {"gavle"})


@pytest.mark.law("L37")
def test_nothing_is_erased_before_she_has_what_was_missing() -> None:
    """Her copy does not wait for the erasure; the erasure waits for who sends the rest."""
    story = two_of_three(Right.ACCESS, Right.ERASURE)
    planned(story, case=2)
    approve(story, "bo", case=2)
    approve(story, "anna", case=2)
    story.ring(story.dates(Event.GRACE_OVER)[-1])
    approve(story)
    assert story.stages == ["sending", "access comes first"]
    rested(story)
    assert story.stages == ["with a person", "access comes first"]
    say(story, Event.DONE, Verb.DONE)
    assert story.stages == ["done by hand", "last look"]


def test_a_refused_copy_holds_no_erasure_back() -> None:
    """What she does not get need not be kept for her."""
    story = two_of_three(Right.ACCESS, Right.ERASURE)
    planned(story, case=2)
    approve(story, "bo", case=2)
    approve(story, "anna", case=2)
    story.ring(story.dates(Event.GRACE_OVER)[-1])
    refuse(story, Refusal.UNFOUNDED.value)
    assert story.stages == ["refusing", "last look"]


def test_a_new_round_for_another_right_forgets_nothing_that_is_owed() -> None:
    """The answer that went still lacks it."""
    story = two_of_three(Right.ACCESS, Right.PORTABILITY)
    story.ring(story.dates(Event.RED_ALARM)[-1])
    approve(story, case=1)
    accepted(story)
    say(story, Event.REDO, Verb.REDO, case=2)
    story.collected()
    story.ring(story.dates(Event.QUIET_OVER)[0])
    assert story.stages == ["with a person", "approval"]


@pytest.mark.law("L62")
def test_who_got_data_from_a_silent_register_is_told_all_the_same() -> None:
    """What it was seen to hold counts where its copy is missing."""
    seen = [
        Sighting(register_name=name, holding=1, categories=("purchases",)) for name in REGISTERS
    ]
    story = two_of_three(Right.ACCESS)
    story.happen(Event.LOOKED_UP, f.LookedUp(sightings=tuple(seen)))
    assert story.matter.held["mora"] == {"purchases"}
    assert home().recipients_of(story.matter.held) == ("ekonomi", "lager", "moln")


@pytest.mark.law("L36")
def test_nothing_held_is_never_said_while_a_register_of_paper_is_silent() -> None:
    """A human takes over, as before the answer that nothing is held."""
    story = asked(Right.ACCESS)
    story.code_back()
    rest = [Sighting(register_name=name) for name in REGISTERS[:2]]
    paper = Sighting(register_name="mora", by_people=True)
    story.happen(Event.LOOKED_UP, f.LookedUp(sightings=(*rest, paper)))
    assert story.stages == ["people are looking"]
    story.silent("mora")
    assert (story.stages, story.matter.cases[0].reason) == (["with a person"], "register_silent")


@pytest.mark.law("L59")
def test_a_silent_register_stops_an_erasure() -> None:
    """What cannot be asked is not planned, and nothing is erased in part."""
    story = proved(Right.ERASURE)
    by_letter(story)
    story.happen(Event.REGISTER_SILENT, case=1)
    assert (story.stages, story.matter.cases[0].reason) == (["with a person"], "register_silent")
