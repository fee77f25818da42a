"""What makes a workflow table bad: a case could get lost in it, or a guarded task be reached.

Read by `machine` when a table is made; a bad one is refused.
"""

from collections.abc import Iterator
from enum import StrEnum

from bot.core.events import Event, Finding, Task
from bot.core.rules import NEW, Rule, Table
from bot.core.vocabulary import Waits

#: events and findings of which one must have come first
Guard = frozenset[StrEnum]

#: words that only a named member of staff can say
STAFF_EVENTS = frozenset(
    {
        Event.APPROVED,
        Event.REDO,
        Event.REFUSED,
        Event.CORRECTED,
        Event.LIFTED,
        Event.MASKED,
        Event.LEFT_OUT,
        Event.INCLUDED,
        Event.CLASSIFIED,
        Event.DONE,
        Event.POSTED,
        Event.IDENTIFIED,
        Event.ADDRESS_CHECKED,
    }
)

#: a mail that says so was taken. Art. 18(3): "A data subject who has obtained restriction [...]
#: shall be informed by the controller before the restriction of processing is lifted."
TOLD = frozenset(
    {
        *(Event.ANSWER_ACCEPTED, Event.NOTICE_ACCEPTED, Event.REFUSAL_ACCEPTED),
        # thirty days after the notice of the withdrawal
        Event.WITHDRAWAL_FINAL,
    }
)

_ADDRESS: Guard = frozenset({Event.CODE_RETURNED})
# a second channel; or nothing is held but the address itself, which has been proved (P02, P10)
_SECOND_CHANNEL: Guard = frozenset(
    {Event.LETTER_CODE_RETURNED, Event.IDENTIFIED, Event.E_IDENTIFIED, Finding.MAIL_ONLY}
)
_NAMED_HUMAN: Guard = frozenset({Event.APPROVED})

#: what must have happened on every way to a task, one of each set: GDPR Art. 12(6), 32 and 5(2)
GUARDS: dict[Task, tuple[Guard, ...]] = {
    Task.PRINT_LETTER: (_ADDRESS,),
    Task.COLLECT: (_ADDRESS, _SECOND_CHANNEL),
    Task.ASK_PEOPLE: (_ADDRESS,),
    Task.PLAN: (_ADDRESS, _SECOND_CHANNEL),
    Task.TELL_ERASURE_COMING: (_ADDRESS, _SECOND_CHANNEL, _NAMED_HUMAN),
    Task.ERASE: (_ADDRESS, _SECOND_CHANNEL, _NAMED_HUMAN, frozenset({Event.GRACE_OVER})),
    # what the companies erase by age (P03): nobody wrote, so nobody is proved
    Task.RETIRE: (_NAMED_HUMAN, frozenset({Event.GRACE_OVER})),
    Task.RECTIFY: (_ADDRESS, frozenset({Event.CORRECTED})),
    Task.RESTRICT: (_ADDRESS,),
    Task.STOP: (_ADDRESS, _NAMED_HUMAN),
    Task.SEND_REFUSAL: (frozenset({Event.REFUSED}),),
    Task.SEND_LIFTING: (frozenset({Event.LIFTED}),),
    Task.THAW: (frozenset({Event.LIFTED}),),
}


def faults(table: Table) -> Iterator[str]:
    """Everything that is wrong with a table, one sentence each."""
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


def _lost(table: Table) -> Iterator[str]:
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


def _unguarded(table: Table) -> Iterator[str]:
    for task, guards in GUARDS.items():
        for guard in guards:
            around = reachable(table, without=guard)
            if any(
                rule.stage in around and task in rule.tasks and not _is_one_of(rule, guard)
                for rule in table.rules
            ):
                yield f"{task} can be reached without {' or '.join(sorted(guard))}"
    for rule in table.rules:
        if Task.LIFT in rule.tasks and rule.event not in TOLD:
            yield f"the restriction is lifted on {rule.event} without the notice of Art. 18(3)"


def _is_one_of(rule: Rule, guard: Guard) -> bool:
    return rule.event in guard or rule.when in guard


def reachable(table: Table, without: Guard = frozenset()) -> frozenset[str]:
    """Every stage that a case can come to from `NEW`, with some events and findings left out."""
    found, fresh = {NEW}, {NEW}
    while fresh:
        fresh = {
            rule.to for rule in table.rules if rule.stage in fresh and not _is_one_of(rule, without)
        } - found
        found |= fresh
    return frozenset(found)


def _ending(table: Table) -> frozenset[str]:
    """Every stage from which a case can come to a final one."""
    found = {stage.name for stage in table.stages if stage.final}
    fresh = set(found)
    while fresh:
        fresh = {rule.stage for rule in table.rules if rule.to in fresh} - found
        found |= fresh
    return frozenset(found)
