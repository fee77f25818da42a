"""Fifty persons of the demo: all of each is found and erased, and nothing of anybody else."""

import csv
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from itertools import islice
from pathlib import Path
from random import Random

import pytest
from raw_reading import Row, everything, on_disk
from register_shop import Maps

from bot.config import load, shipped_config
from bot.core.vocabulary import Act
from bot.demo.people import BORLANGE, GAVLE, MORA, DemoPerson
from bot.demo.population import population
from bot.registers.erasures.rowplan import Fate, RowPlan, Rules
from bot.registers.keys import search_keys
from bot.registers.maps.datamap import RegisterMap
from bot.registers.orders import Order
from bot.registers.records import Register

NOW = datetime(2026, 3, 5, 9, tzinfo=UTC)
EACH = 17
Registers = dict[str, Register]


@pytest.fixture(scope="module")
def rules() -> dict[str, Rules]:
    """What the shipped purposes say of keeping, by company."""
    shipped = load(shipped_config())
    periods = {key: one.retention for key, one in shipped.purposes.items() if one.retention}
    return {key: Rules(periods, one.fiscal_year_end) for key, one in shipped.companies.items()}


@cache
def living_in(name: str) -> list[DemoPerson]:
    """Everybody who stands in a register; nobody changes the list."""
    return [one for one in population() if name in one.homes]


def asked(name: str, register: Register) -> list[DemoPerson]:
    """Some who stand in a register, each alone behind her address."""
    theirs = living_in(name)
    shared = Counter(one.address for one in theirs)
    alone = [one for one in theirs if shared[one.address] == 1]
    chosen = Random(name).sample(alone, len(alone))
    return list(islice((one for one in chosen if register.collect(one.address, NOW).tables), EACH))


def all_rows(register_map: RegisterMap) -> dict[str, list[Row]]:
    """The rows of every mapped table, read beside everything of ours."""
    database, found = everything(register_map.url), dict[str, list[Row]]()
    for name, table in register_map.tables.items():
        found[name] = database.get(name, [])
        for path in sorted((register_map.folder or Path()).glob(table.file or "nothing")):
            found[name] += _rows_in(path)
    return found


def _rows_in(path: Path) -> list[Row]:
    if path.suffix == ".json":
        return list(json.loads(path.read_text("utf-8")))
    with path.open(encoding="windows-1252", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def cells_of(rows: dict[str, list[Row]]) -> Counter[str]:
    """How often each value stands there."""
    every = (cell for some in rows.values() for row in some for cell in row.values())
    return Counter(str(cell) for cell in every if cell is not None)


def copied(register: Register, one: DemoPerson) -> Counter[str]:
    """The values of one person's copy, each as often as it stands there."""
    tables = register.collect(one.address, NOW).tables
    return Counter(cell for table in tables for row in table.rows for cell in row)


def by_key(register_map: RegisterMap, rows: dict[str, list[Row]]) -> dict[tuple[str, str], Row]:
    """Rows by table and key; of those that share one, their cells together."""
    found: dict[tuple[str, str], Row] = defaultdict(lambda: defaultdict(set))
    for name, some in rows.items():
        key = register_map.tables[name].key
        for row in some:
            for column, cell in row.items():
                found[name, str(row[key])][column].add(str(cell))
    return found


def kept_cells(rows: dict[tuple[str, str], Row], plan: RowPlan) -> Iterator[str]:
    """The values of the cells that a plan leaves."""
    kept = (one for one in plan.rows if one.fate is Fate.KEEP)
    for one in kept:
        for key in one.keys:
            row = rows[one.table, str(key)]
            yield from (cell for column in one.columns for cell in row[column])


@pytest.mark.law("L36")
@pytest.mark.people("P01")
@pytest.mark.parametrize("name", [GAVLE, BORLANGE, MORA])
def test_what_a_person_of_the_demo_has_is_in_her_copy(name: str, standing: Registers) -> None:
    """Her number, address, telephone and name; and nobody else's number or address."""
    everybody = living_in(name)
    chosen = asked(name, standing[name])
    assert len(chosen) == EACH
    for one in chosen:
        cells = copied(standing[name], one)
        text = "\n".join(cells).lower()
        assert one.address.lower() in text
        number = one.customer_number(name)
        assert number in cells or one.homes[name] is None
        others = {each.customer_number(name) for each in everybody} - {number}
        others |= {each.address for each in everybody} - {one.address}
        assert others.isdisjoint(cells)


@pytest.mark.law("L57")
@pytest.mark.parametrize("name", [GAVLE, BORLANGE, MORA])
def test_what_only_a_person_of_the_demo_has_is_gone(
    name: str, registers: Registers, maps: Maps, rules: dict[str, Rules]
) -> None:
    """Every value of her copy alone is gone from tables, files and bytes, but for what is kept."""
    register, register_map = registers[name], maps[name]
    start = all_rows(register_map)
    before, keyed = cells_of(start), by_key(register_map, start)
    gone: set[str] = set()
    erased = 0
    for one in asked(name, register):
        cells = copied(register, one)
        plan = register.plan(one.address, rules[name], NOW)
        assert plan is not None
        if any(each.fate is Fate.ASK for each in plan.rows):
            continue
        kept = set(kept_cells(keyed, plan))
        assert register.carry_out(Order(Act.ERASE, one.address, NOW, plan=plan))
        keys = search_keys([one.address], [one.customer_number(name)])
        assert register.residue(plan, keys) == ()
        erased += 1
        gone |= {each for each, count in cells.items() if each and count == before[each]} - kept
    rest = all_rows(register_map)
    after = cells_of(rest)
    assert {each for each in gone if after[each]} == set()
    raw = on_disk(Path(register_map.url.removeprefix("sqlite:///")))
    there = {each for each in gone if len(each) > 8 and each.encode() in raw}
    # a value may be the beginning of somebody else's, or of two cells that lie side by side
    left = "\n".join("".join(map(str, row.values())) for some in rest.values() for row in some)
    assert {each for each in there if each not in left} == set()
    assert erased
    print(f"{name}: {erased} erased, {len(gone)} values gone")
