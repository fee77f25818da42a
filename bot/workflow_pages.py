"""The workflow tables for people: `rightsbot workflow`, and the pages of docs/workflows/.

`python -m bot.workflow_pages FOLDER` writes the pages; `make docs` calls it.
"""

import sys
from collections.abc import Mapping
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path

from bot.core.command_words import RIGHT_WORDS, plain, spellings, spelt
from bot.core.machine import Workflow
from bot.core.machine_print import mermaid, rules_table, stages_table
from workflows import ALL

INDEX = "README.md"
#: the table of a right that has none of its own
_BY_HAND = "by_hand"

_INDEX_HEAD = """\
# The workflows

Each right is a table: the stages that a case passes, whom it waits for in each, and what moves it
on. These pages are printed by `make docs` from `workflows/`; change the tables, not the pages.
`rightsbot workflow NAME` prints the same in a terminal.

"""
_SOURCE = """\
Source: {source}. Printed from `workflows/{name}.py` and the stretches that it shares with others
in that folder."""
_MARKS = """\
A mark is what the house reads off a stage; `bot/core/machine.py` tells what each means."""
_KEY = """\
Blue waits for the requester, yellow for staff, grey for systems, green for nobody but the calendar.
Where four stages or more share a move to one place, it is drawn once, from the box "many stages",
with their number; which they are, the rules above say."""


class UnknownWorkflowError(Exception):
    """A word that names no workflow; the sentence names the nearest that does."""


def find(word: str) -> Workflow:
    """The workflow of a right's or a table's name, or of a word of staff for it, in any case.

    Raises UnknownWorkflowError.
    """
    known = _known()
    meant = plain(word.replace("-", " "))
    if meant in known:
        return ALL[known[meant]]
    near = get_close_matches(meant, known, n=1, cutoff=0.0)
    raise UnknownWorkflowError(
        f"{word!r} names no workflow; the nearest is {known[near[0]]}. There are: {', '.join(ALL)}"
    )


def _known() -> Mapping[str, str]:
    """Each spelling of a right, of a word of staff for it, or of a table: the table's name."""
    rights = {right: (right.value, *words) for right, words in RIGHT_WORDS.items()}
    meant = {word: right.value for word, right in spelt(rights).items()}
    served = {word: name if name in ALL else _BY_HAND for word, name in meant.items()}
    return served | {spelling: name for name in ALL for spelling in spellings((name,))}


def tables_text(table: Workflow) -> str:
    """The stages and the rules of a workflow, as `rightsbot workflow NAME --table` prints them."""
    return f"{table.name}: {table.source}\n\n{stages_table(table)}\n{rules_table(table)}"


def page(table: Workflow) -> str:
    """docs/workflows/<name>.md: what the workflow is, its tables, its diagram."""
    parts = [
        f"# {table.name}",
        told(table),
        _SOURCE.format(source=table.source, name=table.name),
        f"## Stages\n\n{_MARKS}\n\n{stages_table(table)}",
        f"## Rules\n\n{rules_table(table)}",
        f"## Diagram\n\n{_KEY}\n\n```mermaid\n{mermaid(table)}```",
    ]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def index() -> str:
    """docs/workflows/README.md: every workflow with its law and its first sentence."""
    rows = [f"| [{t.name}]({t.name}.md) | {t.source} | {told(t)} |" for t in ALL.values()]
    return "\n".join([f"{_INDEX_HEAD}| Workflow | Source | What it is |\n|---|---|---|", *rows, ""])


def told(table: Workflow) -> str:
    """The first paragraph of the module that a workflow stands in, on one line."""
    doc = import_module(f"workflows.{table.name}").__doc__ or ""
    return " ".join(doc.strip().split("\n\n")[0].split())


def pages() -> dict[str, str]:
    """Every page by its file name."""
    return {INDEX: index()} | {f"{table.name}.md": page(table) for table in ALL.values()}


def write(folder: Path) -> None:
    """Writes the pages, and removes those of workflows that are no more."""
    folder.mkdir(parents=True, exist_ok=True)
    printed = pages()
    for path in folder.glob("*.md"):
        if path.name not in printed:
            path.unlink()
    for name, text in printed.items():
        (folder / name).write_text(text, "utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
