"""Art. 19: those who got the data are told, reminded, and chased by people."""

import pytest
from core.roads import (
    accepted,
    acted,
    approve,
    by_letter,
    correct,
    home,
    klart,
    proved,
    rested,
    say,
    sent,
    to_erased,
    to_grace,
)
from core.worlds import Story

from bot.core import facts as f
from bot.core.commands import Verb
from bot.core.deadlines import STOCKHOLM
from bot.core.effects import Kind
from bot.core.events import Event
from bot.core.identity import Sighting
from bot.core.vocabulary import Mail, Right


def told(story: Story, reason: str = "") -> list[str]:
    """Which recipients were written to, for the first time or with a reminder."""
    written = [one for one in sent(story, Mail.CARRY_ON) if one.reason == reason]
    return [one.to.removeprefix("recipient:") for one in written]


def erased() -> Story:
    """An erasure that was carried out in every register."""
    story = proved(Right.ERASURE)
    to_grace(story)
    to_erased(story)
    return story


def remind(story: Story) -> None:
    """The next date for the recipients comes."""
    story.ring(story.dates(Event.RECIPIENT_DUE)[-1])


@pytest.mark.law("L62")
@pytest.mark.people("P25")
def test_only_those_who_got_this_persons_data_are_told() -> None:
    """Gävle holds purchases of hers: not its credit bureau, and nobody of Mora's."""
    assert told(erased()) == ["ekonomi", "moln"]


@pytest.mark.law("L62")
@pytest.mark.people("P25")
def test_each_company_tells_its_own() -> None:
    """What Mora holds went elsewhere; one that serves two hears it once."""
    shared = {"gavle": {"purchases": ("moln",)}, "mora": {"purchases": ("moln", "lager")}}
    story = Story(home(recipients=shared))
    story.begin(Right.RESTRICTION)
    story.code_back()
    both = [
        Sighting(register_name=name, holding=1, postal=("p",), categories=("purchases",))
        for name in ("gavle", "mora")
    ]
    story.happen(Event.LOOKED_UP, f.LookedUp(sightings=(*both, Sighting(register_name="borlange"))))
    acted(story)
    approve(story)
    assert told(story) == ["lager", "moln"]


@pytest.mark.law("L62")
@pytest.mark.parametrize(
    ("right", "word"),
    [
        (Right.ERASURE, "erase"),
        (Right.RECTIFICATION, "rectify"),
        (Right.RESTRICTION, "restrict"),
        (Right.OBJECTION_LI, "stop"),
    ],
)
def test_each_hears_what_to_do_also_when_it_is_reminded(right: Right, word: str) -> None:
    """Of a correction, an erasure, a restriction, and of nothing that came after."""
    story = erased() if right is Right.ERASURE else proved(right)
    if right is Right.RECTIFICATION:
        correct(story, contact=False)
    elif right is Right.RESTRICTION:
        acted(story)
    if right in {Right.RESTRICTION, Right.OBJECTION_LI}:
        approve(story)
    if right in {Right.RECTIFICATION, Right.OBJECTION_LI}:
        acted(story)
    rested(story)
    remind(story)
    assert told(story) == told(story, "reminder") == ["ekonomi", "moln"]
    assert {one.word for one in sent(story, Mail.CARRY_ON)} == {word}


@pytest.mark.law("L62")
@pytest.mark.people("P25")
def test_her_answer_does_not_wait_for_them() -> None:
    """The matter stays open until each has said KLART."""
    story = erased()
    assert sent(story, Mail.ANSWER)
    rested(story)
    assert not story.matter.closed
    klart(story, "moln")
    assert not story.matter.closed
    klart(story, "ekonomi")
    assert story.stages == ["answered"]
    assert story.matter.closed


@pytest.mark.people("P25")
def test_whoever_was_quick_is_not_asked_again() -> None:
    """KLART came before the answer was even taken."""
    story = erased()
    klart(story, "moln")
    rested(story)
    remind(story)
    assert told(story, "reminder") == ["ekonomi"]


@pytest.mark.people("P25")
def test_where_all_were_quick_the_matter_ends_with_the_answer() -> None:
    """No date is left that could remind anybody."""
    story = erased()
    klart(story)
    rested(story)
    assert story.matter.closed
    remind(story)
    assert told(story, "reminder") == []


@pytest.mark.law("L62")
@pytest.mark.people("P25")
def test_the_silent_are_reminded_twice_and_then_given_to_staff() -> None:
    """Five working days apart, and staff may end it by KLAR."""
    story = erased()
    rested(story)
    days = []
    for _ in range(3):
        remind(story)
        days.append(f"{story.now.astimezone(STOCKHOLM):%m-%d %H:%M}")
    assert days == ["03-19 09:00", "03-26 09:00", "04-02 09:00"]
    assert told(story, "reminder") == ["ekonomi", "moln"] * 2
    assert story.prompts()[-1] is Mail.CHASE_RECIPIENT
    say(story, Event.DONE, Verb.DONE)
    assert story.matter.closed


@pytest.mark.people("P25")
def test_klart_counts_also_after_staff_were_asked() -> None:
    """The prompt is then answered by itself."""
    story = erased()
    rested(story)
    for _ in range(3):
        remind(story)
    klart(story)
    assert story.matter.closed


@pytest.mark.people("P25")
def test_every_mail_to_a_recipient_can_be_told_apart() -> None:
    """A key for each recipient and each time, and it is a prompt with a token of its own."""
    story = erased()
    rested(story)
    for _ in range(2):
        remind(story)
    mails = sent(story, Mail.CARRY_ON)
    assert len({one.key for one in mails}) == len(mails) == 6
    assert {one.kind for one in mails} == {Kind.PROMPT}


def test_where_nobody_got_anything_nobody_is_told() -> None:
    """And the matter ends when what was restricted meanwhile is in use again."""
    story = proved(Right.RECTIFICATION, at=home(recipients={}))
    correct(story, contact=False)
    acted(story)
    accepted(story)
    story.ring(story.dates(Event.QUIET_OVER)[0])
    assert told(story) == []
    assert not story.matter.closed
    acted(story)
    assert story.matter.closed


@pytest.mark.law("L62")
def test_what_was_collected_says_better_than_the_search_who_got_it() -> None:
    """The access request beside it has shown that there are credit data too."""
    story = proved(Right.ACCESS, Right.RESTRICTION)
    by_letter(story)
    for name in story.home.registers:
        counts = (("purchases", 1), ("credit", 1)) if name == "gavle" else (("purchases", 0),)
        fact = f.RegisterCollected(register_name=name, round=1, counts=counts, digest="d")
        story.happen(Event.COLLECTED, fact)
    acted(story, case=2)
    approve(story, case=2)
    assert told(story) == ["ekonomi", "moln", "upplysning"]
