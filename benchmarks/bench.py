# ruff: noqa: INP001 - a program that is run by its path, in no package
"""How fast one person is found, copied and erased among many, and in how much memory.

    PYTHONPATH=. python benchmarks/bench.py [CUSTOMERS]

Prints a line a figure: NAME VALUE GOAL met|missed. Times are those of processors, this program's
and the database server's together, so that a busy machine says the same. A ratio is the time of
this program over that of the bare statements (`bare_statements`) that find as much, on the same
data with the same indexes, several persons in all three registers. Nothing here passes or fails.
"""

import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from bare_statements import Bare
from big_registers import SCHEMAS, address, build, mapped
from cpu_clock import postmaster, worked
from sqlalchemy import NullPool, create_engine, make_url, text

sys.path.append(str(Path(__file__).parents[1] / "tests" / "registers"))
from pg_server import server

from bot.answers import extract
from bot.answers.facts import CategoryFacts
from bot.answers.letter import CompanyBlock
from bot.config import load, shipped_config
from bot.core.vocabulary import Act, Category, Language
from bot.registers.erasures.rowplan import Rules
from bot.registers.keys import search_keys
from bot.registers.mapped import MappedRegister
from bot.registers.maps.datamap import RegisterMap
from bot.registers.orders import Order
from bot.registers.sightings import search_all
from bot.registers.sql import SqlDatabase

CUSTOMERS = 100_000
RATIO, MEGABYTES = 2.0, 300
ASKED, ERASED, ANSWERED = 9, 5, 10
BIG = 200
"""Megabytes of rows of one person."""
NOW = datetime(2026, 3, 5, 9, tzinfo=UTC)
Urls = dict[str, str]
Registers = Mapping[str, MappedRegister]


def main(words: Sequence[str]) -> int:
    """Prints the figures; always 0."""
    customers = int(words[0]) if words else CUSTOMERS
    with tempfile.TemporaryDirectory() as folder:
        _measure("sqlite", _sqlite(Path(folder), customers), customers)
    _memory()
    with server() as url:
        if url is None:
            sys.stdout.write("postgresql: not on this machine, nothing measured\n")
        else:
            with _schemas(url, customers) as urls:
                _measure("postgresql", urls, customers)
    return 0


def _measure(kind: str, urls: Urls, customers: int) -> None:
    registers = {name: MappedRegister(name, mapped(name, url)) for name, url in urls.items()}
    bare = {name: Bare(name, url) for name, url in urls.items()}
    step = customers // (ASKED + ERASED + 2)
    asked = [step * at + 17 for at in range(1, ASKED + 1)]
    gone = [step * (ASKED + at) + 17 for at in range(1, ERASED + 1)]
    ours, like, equal = _each(
        asked,
        lambda n: _find_and_collect(registers, n),
        lambda n: [one.find_and_collect(n) for one in bare.values()],
        lambda n: [one.find_and_collect(n, "equals") for one in bare.values()],
        servers=_servers(urls),
    )
    _line(f"find_and_collect_{kind}_ms", ours * 1000)
    _line(f"find_and_collect_{kind}_ratio", ours / like, RATIO)
    _line(f"find_and_collect_{kind}_ratio_to_equality_that_misses_spellings", ours / equal)
    _erasing(kind, registers, bare, gone)
    answered = range(1, ANSWERED + 1)
    (spent,) = _each(answered, lambda n: _answer(registers, n), servers=_servers(urls))
    _line(f"access_requests_a_second_on_one_core_{kind}", 1 / spent)


def _erasing(kind: str, registers: Registers, bare: dict[str, Bare], gone: list[int]) -> None:
    """What is erased is other people each time. Both find her, delete, commit, and look again.

    SQLite's file is then written anew (VACUUM), or the erased values stay in it: once with that on
    both sides, once without on either.
    """
    databases = [SqlDatabase(name, mapped(name, one.url)) for name, one in bare.items()]
    quick = {name: _WithoutVacuum(name, mapped(name, one.url)) for name, one in bare.items()}
    ours, fast, theirs, forget = _each(
        gone,
        lambda n: _erase(registers, n),
        lambda n: _erase(quick, n + 1),
        lambda n: [one.erase(n + 2) for one in bare.values()],
        lambda _: [one.forget() for one in databases],
        servers=_servers({name: one.url for name, one in bare.items()}),
    )
    _line(f"erase_{kind}_ms", ours * 1000)
    _line(f"erase_{kind}_ratio", ours / (theirs + forget), RATIO)
    if kind == "sqlite":
        _line(f"erase_{kind}_without_vacuum_ms", fast * 1000)
        _line(f"erase_{kind}_without_vacuum_ratio", fast / theirs, RATIO)


def _servers(urls: Urls) -> list[int]:
    """The database servers behind the URLs, whose work is ours to count."""
    folders = {str(make_url(url).query.get("host", "")) for url in urls.values()}
    return [postmaster(folder) for folder in folders - {""}]


class _WithoutVacuum(MappedRegister):
    """A register whose file is not written anew after an erasure."""

    def __init__(self, name: str, register_map: RegisterMap) -> None:
        super().__init__(name, register_map)
        self._database.forget = lambda: None  # type: ignore[method-assign]


def _find_and_collect(registers: Registers, n: int) -> None:
    search_all(registers, address(n), search_keys())
    for one in registers.values():
        one.collect(address(n), NOW)


def _erase(registers: Registers, n: int) -> None:
    keys = search_keys([address(n)])
    for one in registers.values():
        plan = one.plan(address(n), Rules(), NOW)
        done = plan and one.carry_out(Order(Act.ERASE, address(n), NOW, plan=plan))
        if not plan or not done or one.residue(plan, keys):
            raise RuntimeError(f"the erasure in {one.name} was not whole")


@cache
def _facts() -> Mapping[Category, CategoryFacts]:
    return load(shipped_config()).facts


def _answer(registers: Registers, n: int) -> None:
    """Find, copy, and set the PDF."""
    search_all(registers, address(n), search_keys())
    copies = {name: one.collect(address(n), NOW) for name, one in registers.items()}
    place = ("556000-0000", ("Gatan 1",), "0", "x@x.example")
    extract.build(
        extract.Extract(
            number="R-2026-00001",
            received=NOW.date(),
            taken=NOW,
            searched_address=address(n),
            language=Language.SV,
            companies=tuple(CompanyBlock(name, name, *place) for name in copies),
            snapshots=copies,
            facts=_facts(),
        )
    )


def _memory() -> None:
    """A person with 200 MB of rows, answered by a process of its own (`whole_answer`)."""
    words = [sys.executable, str(Path(__file__).with_name("whole_answer.py")), str(BIG)]
    seen = subprocess.run(words, check=False, capture_output=True, text=True)  # noqa: S603 - our own file
    ours, together = map(float, seen.stdout.split() or ("nan", "nan"))
    _line("peak_memory_of_the_answer_with_200_MB_of_rows_MB", ours, MEGABYTES)
    _line("peak_memory_together_with_the_typesetter_MB", together)


def _sqlite(folder: Path, customers: int) -> Urls:
    urls = {name: f"sqlite:///{folder / name}.sqlite" for name in SCHEMAS}
    for name, url in urls.items():
        build(name, url, customers)
    return urls


@contextmanager
def _schemas(url: str, customers: int) -> Iterator[Urls]:
    """A database each."""
    engine = create_engine(url, poolclass=NullPool, isolation_level="AUTOCOMMIT")
    with engine.connect() as database:
        for name in SCHEMAS:
            database.execute(text(f"CREATE DATABASE {name}"))
    whole = engine.url
    urls = {
        name: whole.set(database=name).render_as_string(hide_password=False) for name in SCHEMAS
    }
    for name, one in urls.items():
        build(name, one, customers)
    yield urls


def _each(
    people: Sequence[int], *deeds: Callable[[int], object], servers: Sequence[int] = ()
) -> list[float]:
    """Seconds a person of each deed; they take turns, and the first person warms them."""
    spent = [0.0 for _ in deeds]
    for n in people:
        for place, deed in enumerate(deeds):
            began = worked(*servers)
            deed(n)
            spent[place] += (worked(*servers) - began) * (n != people[0])
    return [seconds / (len(people) - 1) for seconds in spent]


def _line(name: str, value: float, goal: float | None = None) -> None:
    if goal is None:
        sys.stdout.write(f"{name} {value:.2f} - -\n")
    else:
        sys.stdout.write(f"{name} {value:.2f} {goal:g} {'met' if value <= goal else 'missed'}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
