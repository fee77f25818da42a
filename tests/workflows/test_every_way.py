"""Every state that a matter can come to, and every move from it, held against what must be true."""

from collections import Counter, deque
from functools import cache
from itertools import product

import pytest
from core.worlds import NOW, STAFF, house
from hypothesis import given, settings
from hypothesis import strategies as st
from truths import check_codes, check_move, check_state
from walker import State, begin, follow, moves

from bot.core.decide import Happening, decide
from bot.core.events import Event
from bot.core.matter import fold
from bot.core.vocabulary import Right
from workflows import ALL

MAILS = {
    "unsure": (),
    "access": (Right.ACCESS,),
    "marketing": (Right.OBJECTION_MARKETING,),
    "erasure": (Right.ERASURE,),
    "access and marketing": (Right.ACCESS, Right.OBJECTION_MARKETING),
    "access and erasure": (Right.ACCESS, Right.ERASURE),
    "marketing and erasure": (Right.OBJECTION_MARKETING, Right.ERASURE),
}
#: two registers show all that joining can do; beside another case one is enough
TWO = house(registers=("gavle", "mora"), staff=STAFF[:1])
ONE = house(registers=("gavle",), staff=STAFF[:1])
#: the longest matter that is walked through whole; longer ones are sampled
MOST_CASES = 2


@cache
def walk(name: str, *, may_answer: bool) -> tuple[list[State], int]:
    """Every state that a mail's matter can come to, and how many moves were taken."""
    home = ONE if len(MAILS[name]) > 1 else TWO
    start, opening = begin(home, MAILS[name], may_answer=may_answer)
    check_codes(frozenset(), opening)
    found = {start.shape: start}
    ahead, taken = deque([start]), 0
    while ahead:
        state = ahead.popleft()
        check_state(state, home)
        for move in moves(state, home, MOST_CASES):
            there, decision = follow(state, move, home)
            taken += 1
            check_move(state, move, decision, there)
            if there.shape not in found:
                found[there.shape] = there
                ahead.append(there)
    return list(found.values()), taken


@pytest.mark.parametrize("may_answer", [True, False], ids=["answerable", "unanswerable"])
@pytest.mark.parametrize("name", MAILS)
def test_no_way_leads_astray(name: str, *, may_answer: bool) -> None:
    """Something always moves a matter on; nothing is told unproved, unapproved or twice."""
    states, taken = walk(name, may_answer=may_answer)
    print(f"\n{name}: {len(states)} states, {taken} moves")
    assert any(state.matter.closed for state in states)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(MAILS)), st.lists(st.integers(0, 10_000), max_size=60))
def test_long_ways_never_use_a_key_twice(name: str, choices: list[int]) -> None:
    """However often a case starts over, each deed has a key of its own and is done."""
    home = house(staff=STAFF[:2])
    state, _ = begin(home, MAILS[name])
    for choice in choices:
        ways = list(moves(state, home, most_cases=5))
        if not ways:
            return
        move = ways[choice % len(ways)]
        there, decision = follow(state, move, home)
        check_move(state, move, decision, there)
        check_state(there, home)
        state = there


def test_whatever_is_aimed_at_a_case_leaves_it_whole() -> None:
    """Every event and finding, at each case and at all: only the case that is meant moves."""
    asked = {(rule.event, rule.when) for table in ALL.values() for rule in table.rules}
    asked |= {(event, None) for event in Event}
    walked: Counter[str] = Counter()
    for state, (event, finding) in product(standings(), asked):
        for target in range(len(state.matter.cases) + 1):
            happening = Happening(event, finding=finding, case=target, ordinal=state.matter.codes)
            decision = decide(state.matter, happening, NOW, TWO)
            matter = fold(decision.facts, state.matter)
            walked["moved" if decision.moved else "stayed"] += 1
            ends = [ALL[case.workflow].by_name[case.stage].final for case in matter.cases]
            assert matter.closed == all(ends)
            for before, now in zip(state.matter.cases, matter.cases, strict=False):
                assert before.stage == now.stage or target in {0, before.number}
    print(f"\n{dict(walked)}")
    assert walked["moved"]
    assert walked["stayed"]


def standings() -> list[State]:
    """One state for each way in which the cases of a matter can stand beside each other."""
    found: dict[object, State] = {}
    for name in ("unsure", "access", "marketing", "erasure"):
        for state in walk(name, may_answer=True)[0]:
            found.setdefault(tuple((c.workflow, c.stage) for c in state.matter.cases), state)
    return list(found.values())
