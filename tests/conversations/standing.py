"""Where the cases of a matter stand, and what the tables have a rule for there."""

from functools import cache

from bot.core.events import Event
from bot.core.machine import Stage
from bot.core.matter import Case, Matter
from workflows import ALL


@cache
def rules_of(workflow: str, stage: str) -> frozenset[Event]:
    """Every event that a table has a rule for at a stage."""
    return frozenset(rule.event for rule in ALL[workflow].rules if rule.stage == stage)


@cache
def asks_twice(workflow: str) -> bool:
    """Whether a table asks for a second pair of eyes."""
    return any(stage.second for stage in ALL[workflow].stages)


def stage_of(case: Case) -> Stage:
    """Where a case stands, with its marks."""
    return ALL[case.workflow].by_name[case.stage]


def minds(matter: Matter, event: Event, case: int = 0) -> bool:
    """Whether a case (0: any case) has a rule for the event where it stands."""
    return any(
        event in rules_of(one.workflow, one.stage)
        for one in matter.cases
        if case in {0, one.number}
    )


def of_step(matter: Matter, step: int) -> Case | None:
    """The case that a prompt asks about now: where several share it, whoever still stands there."""
    return next((case for case in matter.cases if step and case.step == step), None)


def is_unsaid(case: Case) -> bool:
    """Whether it is not yet decided what the customer will hear of a case."""
    stage = stage_of(case)
    return not (stage.final or stage.settled or stage.part)
