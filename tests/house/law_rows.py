"""What must be proven, row by row, and what is said of the rows that are not."""

import tomllib
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

KINDS = ("law", "people")
OWERS = ("registers", "porter", "reader", "never lost", "people")

#: the tests that carry a row's number, each with whether it passed
Tests = Mapping[str, Mapping[str, bool]]


class BadRowError(Exception):
    """A row that could not be meant; says which, and what may stand there."""


@dataclass(frozen=True)
class Debt:
    """What is still owed on a row: `owed_by` is one of OWERS, `why` is for a reader."""

    owed_by: str
    why: str


@dataclass(frozen=True)
class Row:
    """One number; `article` is empty for what people do.

    `open`: nothing proves it yet. `rest`: tests prove a part, and this much is still owed.
    """

    number: str
    kind: str
    says: str
    article: str = ""
    open: Debt | None = None
    rest: Debt | None = None


def read_rows(path: Path) -> dict[str, Row]:
    """The rows of the file in its order, each under its number; raises BadRowError."""
    file = tomllib.loads(path.read_text("utf-8"))
    rows = {
        number: _row(kind, number, dict(said))
        for kind, table in file.items()
        for number, said in table.items()
    }
    if strange := file.keys() - set(KINDS):
        raise BadRowError(f"{path.name}: tables are called {KINDS}, not {sorted(strange)}")
    return rows


def _row(kind: str, number: str, said: dict[str, object]) -> Row:
    debts = {name: _debt(number, said.pop(name)) for name in ("open", "rest") if name in said}
    if len(debts) > 1:
        raise BadRowError(f"{number}: nothing is proven, or a part is: open or rest, not both")
    needed = {"says", "article"} if kind == "law" else {"says"}
    if said.keys() != needed or not all(isinstance(v, str) and v.strip() for v in said.values()):
        raise BadRowError(f"{number}: a row of {kind} holds {sorted(needed)}, each a sentence")
    return Row(number, kind, **{k: str(v) for k, v in said.items()}, **debts)


def _debt(number: str, said: object) -> Debt:
    if not isinstance(said, dict) or said.keys() != {"owed_by", "why"} or not said["why"]:
        raise BadRowError(f'{number}: write {{ owed_by = "…", why = "…" }}')
    if said["owed_by"] not in OWERS:
        raise BadRowError(f"{number}: owed_by is one of {', '.join(OWERS)}, not {said['owed_by']}")
    return Debt(said["owed_by"], said["why"])


def complaints(rows: Mapping[str, Row], tests: Tests) -> list[str]:
    """One line for each number of which the rows and the tests do not say the same."""
    return [*_of_rows(rows.values(), tests), *_of_strangers(rows, tests)]


def _of_rows(rows: Iterable[Row], tests: Tests) -> Iterator[str]:
    for row in rows:
        marked = tests.get(row.number, {})
        passing = sorted(name for name, passed in marked.items() if passed)
        if row.open and passing:
            yield (
                f"{row.number} is listed as open (owed by {row.open.owed_by}), and {passing[0]} "
                "proves it: take it off the list"
            )
        elif not row.open and not passing:
            what = "none is marked with it"
            if marked:
                what = f"marked, and failed or skipped: {', '.join(sorted(marked))}"
            yield f"{row.number} has no passing test ({what}): {row.says}"


def _of_strangers(rows: Mapping[str, Row], tests: Tests) -> Iterator[str]:
    for number in sorted(tests.keys() - rows.keys()):
        yield f"{number} is no row, and marks {', '.join(sorted(tests[number]))}"


def tally(rows: Mapping[str, Row], proven: Container[str]) -> str:
    """How many rows of each kind are proven, in part, open, and without a test."""
    parts = []
    for kind in KINDS:
        of_kind = [row for row in rows.values() if row.kind == kind]
        done = [row for row in of_kind if row.number in proven and not row.open]
        partly = sum(row.rest is not None for row in done)
        still_open = sum(row.open is not None for row in of_kind)
        parts.append(
            f"{kind}: {len(of_kind)} rows, {len(done)} proven ({partly} of them in part), "
            f"{still_open} open, {len(of_kind) - len(done) - still_open} without a test"
        )
    return "; ".join(parts)
