"""Walks a matter through everything that can happen to it, one state after another."""

import random
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from conversations.houses import NOW, Setup
from conversations.lasting import lacking, unmandated
from conversations.moves import Move, moves
from conversations.shapes import shape
from conversations.state import TURNS, State, after
from conversations.truths import breaches
from conversations.words import staff_moves

from bot.core.decide import decide, open_matter
from bot.core.effects import Decision, Wake
from bot.core.events import Event
from bot.core.fold import fold

#: what she, or somebody who got her data, says or does
OF_OTHERS = frozenset(
    {
        *(Event.CODE_RETURNED, Event.LETTER_CODE_RETURNED, Event.CODE_LATE, Event.IDENTIFIED),
        *(Event.E_IDENTIFIED, Event.NOT_ME, Event.CONCERNED, Event.TRIES_SPENT),
        *(Event.WITHDRAWN, Event.REOPENED, Event.RECIPIENT_DONE),
    }
)
NO_LIMIT = 10**9


@dataclass
class Walk:
    """What a walk found: its states, its moves, and each fault with a way that leads to it."""

    states: int = 0
    moves: int = 0
    whole: bool = False
    faults: Counter[str] = field(default_factory=Counter)
    ways: dict[str, list[str]] = field(default_factory=dict)

    def note(self, faults: Iterable[str], state: State, said: str = "") -> None:
        """Keep each fault, with the first way that led to it."""
        for fault in faults:
            self.faults[fault] += 1
            self.ways.setdefault(fault, [*state.way(), said])

    @property
    def told(self) -> str:
        """Each fault in a few lines, for whoever reads the failing test."""
        lines = (f"{fault}: {' | '.join(self.ways[fault])}" for fault in self.faults)
        return "\n".join(lines)


def begin(setup: Setup) -> tuple[State, Decision]:
    """The state right after a mail has opened a matter."""
    decision = open_matter(setup.opened, setup.rights, NOW, setup.house)
    start = State(setup, fold(decision.facts[:1]), NOW)
    return after(start, decision, said="opened"), decision


def ways_on(state: State) -> Iterator[Move]:
    """Everything that can happen next."""
    yield from moves(state)
    yield from staff_moves(state)


def follow(state: State, move: Move) -> tuple[State, Decision]:
    """What one move leads to."""
    over, now = move.over, state.now
    if isinstance(over, Wake) and over.event in TURNS:
        now = max(now, over.at)
    decision = decide(state.matter, move.happening, now, state.setup.house)
    there = after(state, decision, over=over, said=move.said)
    there.now = now
    return there, decision


class Walker:
    """One walk: what is found is numbered, and each move is kept as a way back.

    At most so many states are looked at; then chance, seeded, says which of those found is next.
    """

    def __init__(self, setup: Setup, most: int = NO_LIMIT) -> None:
        self.found = Walk()
        self.states: list[State] = []
        self._setup = setup
        self._most = most
        self._numbers: dict[object, int] = {}
        self._back: list[list[int]] = []
        self._alone: list[list[int]] = []

    def walk(self) -> Walk:
        """Every state and every move; then, from every state, whether it can end."""
        chance = random.Random(17)
        ahead = deque([self._number(begin(self._setup)[0])])
        while ahead and self.found.states < self._most:
            if self._most < NO_LIMIT:
                ahead.rotate(chance.randrange(len(ahead)))
            known = len(self.states)
            self._expand(ahead.popleft())
            self.found.states += 1
            ahead += range(known, len(self.states))
        self.found.whole = not ahead
        if self.found.whole:
            self._note_endless("cannot end", self._back)
            self._note_endless("cannot end while she is silent", self._alone)
        return self.found

    def _expand(self, place: int) -> None:
        state = self.states[place]
        self.found.note(lacking(state), state)
        self.found.note(unmandated(state), state)
        for move in ways_on(state):
            there, decision = follow(state, move)
            self.found.moves += 1
            self.found.note(breaches(state, move, decision, there), state, move.said)
            number = self._number(there)
            self._back[number].append(place)
            if move.happening.event not in OF_OTHERS:
                self._alone[number].append(place)
        state.used = {}

    def _number(self, state: State) -> int:
        form = shape(state)
        number = self._numbers.get(form)
        if number is None:
            number = self._numbers[form] = len(self.states)
            self.states.append(state)
            self._back.append([])
            self._alone.append([])
        return number

    def _note_endless(self, fault: str, back: list[list[int]]) -> None:
        ahead = [place for place, one in enumerate(self.states) if one.matter.closed]
        reach = set(ahead)
        while ahead:
            more = set(back[ahead.pop()]) - reach
            reach |= more
            ahead += more
        for place, state in enumerate(self.states):
            if place not in reach:
                stages = ", ".join(case.stage for case in state.matter.cases)
                self.found.note([f"{fault}: {stages}"], state)
