"""Every way that a matter can take, walked by a program through the decisions themselves.

From each state that is reached, everything that can happen next is tried: every event, every
finding, every word of staff, every date. What must be true is in `conversations.truths` and
`conversations.lasting`. One right is walked whole, and so are two where that is quick; the rest of
the pairs, and three together, as far as MOST says. `RIGHTSBOT_WALK=full` walks all of them whole.
"""

import os
from collections.abc import Mapping
from itertools import combinations

import pytest
from conversations.houses import ALONE, WAYS_ON, Setup, a_house
from conversations.walker import NO_LIMIT, Walk, Walker

from bot.core.vocabulary import Concern, Right, Topic

FULL = os.environ.get("RIGHTSBOT_WALK") == "full"
#: states looked at of each pair and each triple where the walk is not a full one
MOST = NO_LIMIT if FULL else 25
MOST_OF_THREE = 1000 if FULL else 60
PAIRS = tuple(combinations(Right, 2))
#: three that meet each other everywhere: proof, letter, answer, restriction, reading before erasing
THREES = (
    tuple(combinations(Right, 3))
    if FULL
    else (
        (Right.ACCESS, Right.ERASURE, Right.OBJECTION_MARKETING),
        (Right.ACCESS, Right.RECTIFICATION, Right.ERASURE),
        (Right.RESTRICTION, Right.OBJECTION_LI, Right.PORTABILITY),
        (Right.CONSENT_WITHDRAWAL, Right.ERASURE, Right.COMPLAINT),
    )
)
#: what an installation may be like
HOUSES: Mapping[str, dict[str, object]] = {
    "plain": {},
    "three registers": {"registers": ("gavle", "borlange", "mora")},
    "one person": {"staff": ALONE},
    "nothing leaves": {"releases": False},
    "answers by mail": {"answers_by_mail": True},
    "e-identification": {"e_identification": True},
    "marketing alone rests on consent": {"other_consents": False},
}
TOPICS = (Topic.RETENTION,)


def _walked(setup: Setup, most: int = NO_LIMIT) -> Walk:
    found = Walker(setup, most).walk()
    rights = " + ".join(setup.rights) or "nothing that the reader knows"
    whole = "" if found.whole else " (not to the end)"
    print(f"{rights}: {found.states} states, {found.moves} moves{whole}")
    assert found.moves, "nothing can happen"
    assert found.faults == {}, found.told
    return found


@pytest.mark.law("L18")
@pytest.mark.law("L22")
@pytest.mark.law("L59")
@pytest.mark.law("L61")
@pytest.mark.law("L75")
@pytest.mark.law("L86")
@pytest.mark.parametrize("right", Right)
@pytest.mark.parametrize("house", HOUSES)
def test_one_right_is_walked_whole(right: Right, house: str) -> None:
    """In each kind of house: every state, every move, and from every state a way to the end."""
    how = HOUSES[house]
    found = _walked(Setup((right,), a_house(**how), topics=TOPICS))  # type: ignore[arg-type]
    assert found.whole


@pytest.mark.people("P05")
@pytest.mark.people("P18")
@pytest.mark.parametrize("concern", Concern)
@pytest.mark.parametrize("right", [Right.HUMAN_ONLY, Right.OBJECTION_MARKETING, Right.ACCESS])
def test_what_only_people_may_take_is_walked_whole(right: Right, concern: Concern) -> None:
    """Whatever the reason, and whatever else is asked."""
    rights = tuple(dict.fromkeys((right, Right.HUMAN_ONLY)))
    assert _walked(Setup(rights, a_house(), concerns=(concern,), most_cases=2)).whole


@pytest.mark.parametrize("right", Right)
def test_what_may_not_be_answered_is_walked_whole(right: Right) -> None:
    """A sender whom no mail of ours may reach."""
    assert _walked(Setup((right,), a_house(), may_answer=False, topics=TOPICS)).whole


@pytest.mark.law("L36")
@pytest.mark.parametrize("right", [Right.ACCESS, Right.PORTABILITY, Right.RESTRICTION])
def test_what_people_do_by_hand_is_walked_whole(right: Right) -> None:
    """Registers without an interface: what their people hand in is a receipt like another."""
    assert _walked(Setup((right,), a_house(), errands=True)).whole


@pytest.mark.law("L04")
@pytest.mark.parametrize("right", Right)
def test_what_staff_say_that_a_mail_is_is_walked_whole(right: Right) -> None:
    """Unsure, then named; or no request at all."""
    classes: tuple[tuple[Right, ...], ...] = ((), (right,))
    assert _walked(Setup((), a_house(), most_cases=2, classes=classes)).whole


@pytest.mark.law("L03")
@pytest.mark.law("L37")
@pytest.mark.parametrize("rights", PAIRS, ids="+".join)
def test_two_rights_of_one_mail_are_walked(rights: tuple[Right, Right]) -> None:
    """They share a proof, a letter, an acknowledgement and an answer."""
    setup = Setup(rights, a_house(), seen=WAYS_ON, most_cases=2, topics=TOPICS)
    _walked(setup, MOST)


@pytest.mark.law("L03")
@pytest.mark.parametrize("rights", THREES, ids="+".join)
def test_three_rights_of_one_mail_are_walked(rights: tuple[Right, ...]) -> None:
    """As the two, with one more."""
    setup = Setup(rights, a_house(), seen=WAYS_ON, most_cases=3, topics=TOPICS, coarse=True)
    _walked(setup, MOST_OF_THREE)
