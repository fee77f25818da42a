"""docs/law.md as text: each row with the tests that prove it, and what is still owed."""

from collections.abc import Iterable, Iterator, Mapping

from house.law_rows import Row, tally

HEAD = """\
# What is proven

Printed by `make docs` from `tests/house/rows.toml` and from the marks of the tests; change those,
not this page. Each test stands under its name, and the link leads to its file. The build fails when
a row has no passing test and is not listed as open, and when an open row has one.
"""
LAW = """\
## The law

Articles are those of the GDPR where nothing else is said.

| No | Article | What is required | Tests |
|---|---|---|---|
"""
PEOPLE = """\
## What people do

| No | Rule | Tests |
|---|---|---|
"""
OPEN = """\
## What is still owed

| No | Owed by | Why |
|---|---|---|
"""


def law_page(rows: Mapping[str, Row], marked: Mapping[str, Iterable[str]]) -> str:
    """The whole page; `marked` has, for a number, the ids of the tests that carry it.

    An id is `tests/core/test_deadlines.py::test_name`, as pytest gives it.
    """
    law = [row for row in rows.values() if row.kind == "law"]
    people = [row for row in rows.values() if row.kind == "people"]
    parts = [
        f"{HEAD}\n{tally(rows, marked)}.\n",
        LAW + "".join(_line(row, row.article, row.says, _tests(row, marked)) for row in law),
        PEOPLE + "".join(_line(row, row.says, _tests(row, marked)) for row in people),
        OPEN + "".join(_owed(rows.values())),
    ]
    return "\n".join(parts)


def _line(row: Row, *cells: str) -> str:
    return f"| {' | '.join([row.number, *(cell.replace('|', '¦') for cell in cells)])} |\n"


def _tests(row: Row, marked: Mapping[str, Iterable[str]]) -> str:
    links = [_link(test) for test in sorted(set(marked.get(row.number, ())))]
    owed = [f"*open: {row.open.owed_by}*"] if row.open else []
    part = [f"*in part; the rest: {row.rest.owed_by}*"] if row.rest else []
    return "<br>".join([*links, *owed, *part]) or "*none*"


def _link(test: str) -> str:
    place, _, name = test.partition("::")
    title = name.rpartition("::")[2].removeprefix("test_").replace("_", " ")
    return f"[{title}](../{place})"


def _owed(rows: Iterable[Row]) -> Iterator[str]:
    for row in rows:
        if row.open:
            yield _line(row, row.open.owed_by, row.open.why)
        elif row.rest:
            yield _line(row, row.rest.owed_by, f"in part: {row.rest.why}")
