"""A workflow table as text: its stages and rules as Markdown, and as a Mermaid state diagram.

Words of the code lose their underscores here; each stands with its own spelling in `workflows/`.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import fields

from bot.core.machine import NEW, Rule, Stage, Workflow
from bot.core.vocabulary import Waits

#: what a stage says of itself in columns of their own; all else that is set is a mark
_OWN_COLUMNS = frozenset({"name", "waits", "final"})

#: the box for the stages that share a move, and how many must share one to be drawn so
MANY = "many stages"
FEW = 4

#: fill and text of a stage by whom it waits for, readable on light and on dark
_COLOURS = {
    Waits.REQUESTER: "fill:#cfe3f7,color:#111",
    Waits.STAFF: "fill:#fbe3b5,color:#111",
    Waits.SYSTEMS: "fill:#dcdcdc,color:#111",
    Waits.NOBODY: "fill:#d3ecd3,color:#111",
}


def stages_table(table: Workflow) -> str:
    """A Markdown table of the stages in their order: name, whom a case waits for, marks."""
    rows = [(stage.name, _waits(stage), _marks(stage)) for stage in table.stages]
    return _grid(("stage", "waits for", "marks"), rows)


def rules_table(table: Workflow) -> str:
    """A Markdown table of the rules, stage by stage: event, stage to come, tasks, reason.

    An event with a finding is written `looked up: nothing`.
    """
    place = {name: number for number, name in enumerate(table.by_name)}
    rows = [
        (
            rule.stage,
            _happening(rule, ": "),
            f"→ {rule.to}",
            ", ".join(map(_words, rule.tasks)),
            _words(rule.reason),
        )
        for rule in sorted(table.rules, key=lambda rule: place[rule.stage])
    ]
    return _grid(("stage", "event: finding", "→ stage", "tasks", "reason"), rows)


def mermaid(table: Workflow) -> str:
    """The Mermaid `stateDiagram-v2`: one arrow for each pair of stages, naming its events.

    A move that leads to one place from FEW stages or more is drawn once, from a box for all of
    them, with their number: else nobody would see the road for the emergency exits.
    """
    arrows = _arrows(table)
    boxed = any(start == MANY for start, _ in arrows)
    lines = [
        "stateDiagram-v2",
        *(f'    state "{stage.name}" as {_id(stage.name)}' for stage in table.stages),
        *([f'    state "{MANY}" as {_id(MANY)}'] if boxed else []),
        *(
            f"    {_end(start)} --> {_end(to)} : {'<br/>'.join(events)}"
            for (start, to), events in arrows.items()
        ),
        *(f"    {_id(stage.name)} --> [*]" for stage in table.stages if stage.final),
        *_colours(table.stages),
    ]
    return "\n".join(lines) + "\n"


def _arrows(table: Workflow) -> dict[tuple[str, str], list[str]]:
    """The labels of each arrow by its two ends; `MANY` is the beginning of the shared ones."""
    moves = [(_happening(rule, " / "), rule.to) for rule in table.rules]
    starts = Counter(moves)
    arrows: dict[tuple[str, str], list[str]] = {}
    for rule, move in zip(table.rules, moves, strict=True):
        if starts[move] < FEW:
            arrows.setdefault((rule.stage, rule.to), []).append(move[0])
    for (happening, to), count in starts.items():
        if count >= FEW:
            arrows.setdefault((MANY, to), []).append(f"{happening} (from {count})")
    return arrows


def _waits(stage: Stage) -> str:
    return "– (the end)" if stage.final else str(stage.waits)


def _marks(stage: Stage) -> str:
    named = [(field.name, getattr(stage, field.name)) for field in fields(stage)]
    return ", ".join(
        _words(name) if value is True else f"{_words(name)}: {_words(str(value))}"
        for name, value in named
        if name not in _OWN_COLUMNS and value
    )


def _happening(rule: Rule, between: str) -> str:
    event = _words(rule.event)
    return f"{event}{between}{_words(rule.when)}" if rule.when else event


def _words(text: str) -> str:
    return text.replace("_", " ")


def _grid(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table whose columns, but for the last, stand below each other as plain text."""
    lines = [list(head), *(list(row) for row in rows)]
    widths = [max(len(line[place]) for line in lines) for place in range(len(head) - 1)]
    drawn = [["-" * width for width in widths] + ["-" * len(head[-1])], *lines[1:]]
    return "".join(_row(cells, widths) for cells in [lines[0], *drawn])


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = [cell.ljust(width) for cell, width in zip(cells, widths, strict=False)]
    return f"| {' | '.join([*padded, cells[-1]])} |\n"


def _id(stage: str) -> str:
    return stage.replace(" ", "_")


def _end(stage: str) -> str:
    """The place where a case is before it is opened is the diagram's own beginning."""
    return "[*]" if stage == NEW else _id(stage)


def _colours(stages: Iterable[Stage]) -> list[str]:
    kept = list(stages)
    lines = []
    for waits, colour in _COLOURS.items():
        ids = [_id(stage.name) for stage in kept if stage.waits is waits]
        if ids:
            lines += [f"    classDef {waits} {colour}", f"    class {', '.join(ids)} {waits}"]
    return lines
