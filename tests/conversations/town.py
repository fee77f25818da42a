"""A small world around one matter: servers, registers, post, staff and she, under a moving clock.

Nothing is drawn here: whoever plays says what becomes of each deed (`luck`) and when time goes on.
Each decision is held against the truths, and each date against the day on which it was set.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from conversations.houses import Setup
from conversations.lasting import lacking
from conversations.moves import SILENT, Move, ends
from conversations.promises import Promises, unwatched
from conversations.standing import minds
from conversations.state import State, after
from conversations.truths import breaches

from bot.core.decide import Happening, decide, open_matter
from bot.core.effects import Decision, Effect, Kind, Wake
from bot.core.events import Event
from bot.core.facts import Fact
from bot.core.fold import fold
from bot.core.matter import Matter

#: how soon a deed is tried, how soon again, and how often before it is given up
TRIED_AFTER = timedelta(minutes=5)
AGAIN_AFTER = timedelta(hours=2)
MOST_TRIES = 8
OF_REGISTERS = frozenset(
    {
        *(Kind.LOOK_UP, Kind.COLLECT, Kind.PLAN, Kind.HOLDS, Kind.BLOCK),
        *(Kind.ACT, Kind.VERIFY, Kind.PRINT),
    }
)
GIVEN_UP = frozenset({Event.REGISTER_SILENT, Event.NEEDS_PERSON})

Luck = Callable[[Sequence[Move]], Move]


@dataclass
class Town:
    """The world; `now` is aware, UTC. What is awry is an AssertionError with the way to it."""

    setup: Setup
    now: datetime
    luck: Luck
    registers_answer: bool = True
    state: State = field(init=False)
    promises: Promises = field(init=False)
    dates: dict[str, Wake] = field(default_factory=dict)
    rung: set[str] = field(default_factory=set)
    facts: list[tuple[datetime, Fact]] = field(default_factory=list)
    tries: dict[str, tuple[datetime, int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        opened = self.setup.opened.model_copy(update={"received_at": self.now})
        decision = open_matter(opened, self.setup.rights, self.now, self.setup.house)
        start = State(self.setup, fold(decision.facts[:1]), self.now)
        self.promises = Promises(self.now)
        self._keep(after(start, decision, said="opened"), decision)

    @property
    def matter(self) -> Matter:
        """The matter as it stands."""
        return self.state.matter

    def happen(self, move: Move) -> None:
        """One thing happens now."""
        self.state.now = self.now
        decision = decide(self.matter, move.happening, self.now, self.setup.house)
        there = after(
            self.state, decision, over=move.over, said=f"{self.now:%d/%m %H:%M} {move.said}"
        )
        there.now = self.now
        wrong = list(breaches(self.state, move, decision, there))
        assert not wrong, self._told([*wrong, move.said])
        self._keep(there, decision)

    def try_event(self, event: Event, *facts: Fact, case: int = 0, ordinal: int = 0) -> None:
        """Something that may move nothing."""
        self.happen(Move(Happening(event, facts, case, ordinal=ordinal)))

    def know(self, fact: Fact) -> None:
        """A fact that decides nothing."""
        decision = Decision(facts=(fact,))
        self._keep(after(self.state, decision, said=fact.kind), decision)

    def wait(self, time: timedelta) -> None:
        """The clock goes on; every date rings and every deed is tried when it is due."""
        until = self.now + time
        while (due := self.next_due()) is not None and due[0] <= until:
            self.now = max(self.now, due[0])
            self.take(due[1])
        self.now = max(self.now, until)
        self.promises.look(self.now, self.state)

    def next_due(self) -> tuple[datetime, Wake | Effect] | None:
        """What comes next, and when."""
        things: list[tuple[datetime, str, Wake | Effect]] = [
            (wake.at, wake.key, wake) for wake in self.dates.values()
        ]
        things += [(self.tries[one.key][0], one.key, one) for one in self.state.pending]
        if not things:
            return None
        at, _, thing = min(things, key=lambda one: one[:2])
        return at, thing

    def take(self, thing: Wake | Effect) -> None:
        """A date rings, or a deed is tried."""
        self.promises.look(self.now, self.state)
        if isinstance(thing, Effect):
            self._carry_out(thing)
            return
        del self.dates[thing.key]
        self.rung.add(thing.key)
        happening = Happening(thing.event, ordinal=thing.ordinal, case=thing.case)
        self.happen(Move(happening, thing))

    def _carry_out(self, effect: Effect) -> None:
        options = list(ends(self.state, effect))
        at, times = self.tries[effect.key]
        if effect.kind in OF_REGISTERS and not self.registers_answer:
            if times < MOST_TRIES:
                self.tries[effect.key] = (at + AGAIN_AFTER, times + 1)
                return
            options = [one for one in options if _is_given_up(one)]
        else:
            options = [
                one
                for one in options
                if one.what != SILENT and one.happening.event is not Event.REGISTER_SILENT
            ]
        self.happen(self.luck(options))

    def _keep(self, there: State, decision: Decision) -> None:
        self.state = there
        self.facts += [(self.now, fact) for fact in decision.facts]
        for wake in decision.wakes:
            assert wake.at >= self.now, self._told([f"{wake.event} is set for a day that is past"])
            if wake.key not in self.rung:
                self.dates.setdefault(wake.key, wake)
        for effect in there.pending:
            self.tries.setdefault(effect.key, (self.now + TRIED_AFTER, 1))
        wrong = [*self.promises.hear(self.now, there, decision), *lacking(there)]
        wrong += unwatched(self.now, self.matter, self.dates.values())
        assert not wrong, self._told(wrong)

    def _told(self, wrong: Sequence[str]) -> str:
        return f"{'; '.join(wrong)}\n" + " | ".join(self.state.way())

    def minds(self, event: Event) -> bool:
        """Whether the event would move any case."""
        return minds(self.matter, event)


def _is_given_up(move: Move) -> bool:
    return move.what == SILENT or move.happening.event in GIVEN_UP
