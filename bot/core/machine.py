"""A workflow is a table; here it becomes a `transitions` machine, or is refused.

The machine is synchronous and throw-away: a light model is set to a case's stage, the event is
triggered, the new stage and the tasks are read off. A trigger's return value is never used.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any

from transitions import Machine

from bot.core.events import Event, Finding, Task
from bot.core.vocabulary import Waits

#: where every case is before it is opened
NEW = "new"


class BadTable(Exception):  # noqa: N818 - the table is bad, and the sentence names it
    """A workflow table in which a case could get lost; says which table, stage and rule."""


@dataclass(frozen=True)
class Stage:
    """A place where a case stands. `final` ends the case.

    `holds_thanks`: the matter is not acknowledged while a case stands here, since what the
    acknowledgement will say is not yet true. `needs_code`: a code goes with the next mail.
    """

    name: str
    waits: Waits
    final: bool = False
    holds_thanks: bool = False
    needs_code: bool = False


@dataclass(frozen=True)
class Rule:
    """From a stage, on an event (with a finding, where it has one), to a stage, with tasks."""

    stage: str
    event: Event
    to: str
    when: Finding | None = None
    tasks: tuple[Task, ...] = ()
    reason: str = ""


@dataclass(frozen=True)
class Step:
    """What one event does to one case: where it stands now and what is to be done."""

    stage: str
    tasks: tuple[Task, ...]
    reason: str


@dataclass(eq=False)
class _Case:
    """The throw-away model: `transitions` writes its stage here, the rule writes itself."""

    state: str
    taken: Rule | None = field(default=None)


@dataclass(frozen=True)
class Workflow:
    """One right as a table: its name, the paragraph it rests on, its stages and its rules."""

    name: str
    source: str
    stages: tuple[Stage, ...]
    rules: tuple[Rule, ...]

    def __post_init__(self) -> None:
        for fault in _faults(self):
            raise BadTable(f"workflow {self.name}: {fault}")

    @cached_property
    def by_name(self) -> dict[str, Stage]:
        """The stages, each under its name; `NEW` waits for nobody."""
        return {NEW: Stage(NEW, Waits.NOBODY)} | {stage.name: stage for stage in self.stages}

    @cached_property
    def machine(self) -> Machine:
        """The compiled table; one trigger an event, one condition a rule."""
        machine = Machine(
            model=None,
            states=list(self.by_name),
            initial=NEW,
            auto_transitions=False,
            send_event=True,
        )
        for rule in self.rules:
            machine.add_transition(
                trigger=rule.event.value,
                source=rule.stage,
                dest=rule.to,
                conditions=_finding_is(rule),
                before=_takes(rule),
            )
        return machine

    def step(self, stage: str, event: Event, finding: Finding | None = None) -> Step | None:
        """What the event does to a case at the stage; None where the table has no rule for it.

        Raises BadTable for a stage that the table lacks: a case must never stand still unseen.
        """
        if stage not in self.by_name:
            raise BadTable(f"workflow {self.name}: a case stands at «{stage}», an unknown stage")
        if not any(rule.stage == stage and rule.event == event for rule in self.rules):
            return None
        case = _Case(stage)
        self.machine.events[event.value].trigger(case, finding=finding)
        if case.taken is None:
            return None
        return Step(case.state, case.taken.tasks, case.taken.reason)


def _finding_is(rule: Rule) -> Any:  # noqa: ANN401 - the library gives its events no type
    return lambda data: data.kwargs["finding"] == rule.when


def _takes(rule: Rule) -> Any:  # noqa: ANN401 - the same
    def take(data: Any) -> None:  # noqa: ANN401 - the same
        data.model.taken = rule

    return take


def _faults(table: Workflow) -> Iterator[str]:
    names = [stage.name for stage in table.stages]
    moves = [(rule.stage, rule.event, rule.when) for rule in table.rules]
    known = {NEW, *names}
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield f"the stage «{name}» stands twice"
    for move in dict.fromkeys(move for move in moves if moves.count(move) > 1):
        yield f"two rules claim one move: {move[0]} on {move[1]} {move[2] or ''}".rstrip()
    for stage, event, when in moves:
        if when is None and any(m[:2] == (stage, event) and m[2] is not None for m in moves):
            yield f"two rules claim one move: {stage} on {event}, with and without a finding"
    for rule in table.rules:
        for end in (rule.stage, rule.to):
            if end not in known:
                yield f"a rule names the stage «{end}», which the table lacks"
    yield from _lost(table)
    yield from _unguarded(table)


def _lost(table: Workflow) -> Iterator[str]:
    reached = reachable(table)
    ending = _ending(table)
    for stage in table.stages:
        ways_out = [rule for rule in table.rules if rule.stage == stage.name]
        if stage.name not in reached:
            yield f"no way in: «{stage.name}»"
        if not stage.final and not any(rule.to != stage.name for rule in ways_out):
            yield f"no way out: «{stage.name}»"
        elif stage.name not in ending:
            yield f"no way to an end: «{stage.name}»"
        if stage.final and ways_out:
            yield f"«{stage.name}» is final and has a way out"
        if stage.waits is Waits.STAFF and not any(rule.event in STAFF_EVENTS for rule in ways_out):
            yield f"«{stage.name}» waits for staff and obeys no word of theirs"


def _unguarded(table: Workflow) -> Iterator[str]:
    for task, guards in GUARDS.items():
        for guard in guards:
            around = reachable(table, without=guard)
            if any(
                rule.stage in around and task in rule.tasks and rule.event != guard
                for rule in table.rules
            ):
                yield f"{task} can be reached without {guard}"


def reachable(table: Workflow, without: Event | None = None) -> frozenset[str]:
    """Every stage that a case can come to from `NEW`, with one event left out if named."""
    found, fresh = {NEW}, {NEW}
    while fresh:
        fresh = {
            rule.to for rule in table.rules if rule.stage in fresh and rule.event != without
        } - found
        found |= fresh
    return frozenset(found)


def _ending(table: Workflow) -> frozenset[str]:
    """Every stage from which a case can come to a final one."""
    found = {stage.name for stage in table.stages if stage.final}
    fresh = set(found)
    while fresh:
        fresh = {rule.stage for rule in table.rules if rule.to in fresh} - found
        found |= fresh
    return frozenset(found)


#: words that only a named member of staff can say
STAFF_EVENTS = frozenset(
    {Event.APPROVED, Event.REDO, Event.REFUSED, Event.CLASSIFIED, Event.DONE, Event.POSTED}
)

#: what must have happened on every way to a task: GDPR Art. 12(6), 32 and 5(2)
GUARDS: dict[StrEnum, tuple[Event, ...]] = {
    Task.SEND_EXTRACT: (Event.CODE_RETURNED, Event.LETTER_CODE_RETURNED, Event.APPROVED),
    Task.SEND_NOTHING_HELD: (Event.CODE_RETURNED, Event.APPROVED),
    Task.SEND_REFUSAL: (Event.REFUSED,),
    Task.COLLECT: (Event.CODE_RETURNED, Event.LETTER_CODE_RETURNED),
    Task.PRINT_LETTER: (Event.CODE_RETURNED,),
}
