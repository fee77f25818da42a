"""A workflow is a table; here it becomes a `transitions` machine, or is refused.

The machine is synchronous and throw-away: a light model is set to a case's stage, the event is
triggered, the new stage and the tasks are read off. A trigger's return value is never used.
"""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from transitions import Machine

from bot.core.events import Event, Finding, Task
from bot.core.rules import NEW, Rule, Stage
from bot.core.table_faults import faults
from bot.core.vocabulary import Waits

__all__ = ["NEW", "BadTable", "Rule", "Stage", "Step", "Workflow"]


class BadTable(Exception):  # noqa: N818 - the table is bad, and the sentence names it
    """A workflow table in which a case could get lost; says which table, stage and rule."""


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
    """One right as a table: its name, the paragraph it rests on, its stages and its rules.

    `own`: it is the companies' own work; nobody asked, so no legal month runs and none is answered.
    """

    name: str
    source: str
    stages: tuple[Stage, ...]
    rules: tuple[Rule, ...]
    own: bool = False

    def __post_init__(self) -> None:
        for fault in faults(self):
            raise BadTable(f"workflow {self.name}: {fault}")

    @cached_property
    def by_name(self) -> dict[str, Stage]:
        """The stages, each under its name; `NEW` waits for nobody."""
        return {NEW: Stage(NEW, Waits.NOBODY)} | {stage.name: stage for stage in self.stages}

    @cached_property
    def proves(self) -> bool:
        """Whether a case of it may come to rest on a proof of who writes."""
        return any(stage.needs_code for stage in self.stages)

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
        move = (stage, event, finding)
        if move not in self._taken:
            self._taken[move] = self._step(*move)
        return self._taken[move]

    @cached_property
    def _taken(self) -> dict[tuple[str, Event, Finding | None], Step | None]:
        """Each move that was tried, with what it led to: the table never changes."""
        return {}

    def _step(self, stage: str, event: Event, finding: Finding | None) -> Step | None:
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
    return lambda data: rule.when is None or data.kwargs["finding"] == rule.when


def _takes(rule: Rule) -> Any:  # noqa: ANN401 - the same
    def take(data: Any) -> None:  # noqa: ANN401 - the same
        data.model.taken = rule

    return take
