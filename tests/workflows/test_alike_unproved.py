"""Whoever has proved nothing hears the same, whatever the registers know of the names in the mail.

Two matters are led side by side: in one the registers know another address of somebody whom the
mail names, in the other they know nobody. What happens besides is the same in both, move for move.
"""

import os
from collections.abc import Iterator
from itertools import combinations

import pytest
from conversations.houses import Setup, a_house
from conversations.moves import Move
from conversations.shapes import shape
from conversations.state import State
from conversations.walker import begin, follow, ways_on

from bot.core.effects import Decision, Kind
from bot.core.events import Event
from bot.core.vocabulary import Right

#: rights that begin with a code, or may come to one
CODED = (
    *(Right.ACCESS, Right.PORTABILITY, Right.RECTIFICATION, Right.ERASURE),
    *(Right.RESTRICTION, Right.OBJECTION_LI, Right.CONSENT_WITHDRAWAL),
)
#: two of them share the acknowledgement; all pairs where the walks are full ones
PAIRS = (
    tuple(combinations(CODED, 2))
    if os.environ.get("RIGHTSBOT_WALK") == "full"
    else (
        (Right.ACCESS, Right.ERASURE),
        (Right.RECTIFICATION, Right.CONSENT_WITHDRAWAL),
        (Right.RESTRICTION, Right.OBJECTION_LI),
    )
)
MAILS = (*((right,) for right in CODED), *PAIRS)

Pair = tuple[State, State]


def _heard(decision: Decision) -> list[object]:
    """What she would see of a decision, and by when: mails to the address that wrote."""
    mails = [
        (one.kind, one.mail, one.to, one.reason, one.code)
        for one in decision.effects
        if one.kind in {Kind.SEND, Kind.NOTIFY} and one.to == "requester"
    ]
    closes = [one.at for one in decision.wakes if one.event is Event.UNPROVED_CLOSES]
    return [*mails, *closes]


def _moves(state: State) -> dict[str, Move]:
    """Each move by what it says; a code that went to another address is known to nobody but it."""
    found = {move.said: move for move in ways_on(state)}
    return {said: move for said, move in found.items() if not said.endswith(" other")}


def _side_by_side(pair: Pair) -> Iterator[tuple[str, Pair]]:
    """What can happen next in both; in the known one besides, silently, what a search finds."""
    known, unknown = pair
    here, there = _moves(known), _moves(unknown)
    found = here.pop(Event.OTHER_ADDRESS, None)
    there.pop(Event.OTHER_ADDRESS, None)
    assert here.keys() == there.keys(), known.way()
    if found is not None:
        then, decision = follow(known, found)
        assert _heard(decision) == [], then.way()
        yield Event.OTHER_ADDRESS, (then, unknown)
    for said in here:
        (one, first), (two, second) = follow(known, here[said]), follow(unknown, there[said])
        assert _heard(first) == _heard(second), one.way()
        yield said, (one, two)


@pytest.mark.law("L24")
@pytest.mark.people("P11")
@pytest.mark.parametrize("rights", MAILS, ids="+".join)
def test_before_a_proof_known_and_unknown_hear_the_same(rights: tuple[Right, ...]) -> None:
    """Every way that two unproved matters can go: the same mails, at the same moves."""
    house = a_house()
    start, _ = begin(Setup(rights, house))
    twin, _ = begin(Setup(rights, house))
    ahead: list[Pair] = [(start, twin)]
    found = {(shape(start), shape(twin))}
    moves = 0
    while ahead:
        for _, pair in _side_by_side(ahead.pop()):
            moves += 1
            forms = (shape(pair[0]), shape(pair[1]))
            if forms not in found and not any(state.matter.proved for state in pair):
                found.add(forms)
                ahead.append(pair)
    print(f"{' + '.join(rights)}: {len(found)} pairs of states, {moves} moves")
    assert moves
