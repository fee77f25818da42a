"""Everybody in the demo registers, one after another: what is left of her is what a law keeps."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from erasing_shop import NOW, RULES
from register_shop import Maps

from bot.core.vocabulary import Act
from bot.demo.people import BO, DESIGNED, EVA
from bot.demo.planted import marks
from bot.demo.population import population
from bot.registers.erasures.known import Known, known_of
from bot.registers.erasures.rowplan import Fate, RowPlan
from bot.registers.maps.datamap import RegisterMap
from bot.registers.orders import Order
from bot.registers.records import Register, search_keys

Registers = dict[str, Register]
ALONE = [one for one in DESIGNED if one not in (BO, EVA)]
"""Everybody whose mailbox is one person's."""


def kept_cells(folder: Path, register_map: RegisterMap, name: str, plan: RowPlan) -> str:
    """All that stands in the rows that a plan keeps, case folded; files are read line by line."""
    cells: list[str] = []
    with closing(sqlite3.connect(folder / f"{name}.sqlite")) as database:
        for one in (one for one in plan.rows if one.fate is Fate.KEEP):
            table = register_map.tables[one.table]
            for key in one.keys:
                if table.source == "sql":
                    wanted = f'SELECT * FROM "{one.table}" WHERE "{table.key}" = ?'  # noqa: S608 - names of the map
                    cells += (str(cell) for row in database.execute(wanted, [key]) for cell in row)
                else:
                    lines = (line for file in folder.glob(f"{name}/*") for line in _lines(file))
                    cells += (line for line in lines if str(key) in line)
    return "|".join(cells).casefold()


def _lines(file: Path) -> list[str]:
    raw = file.read_bytes()
    try:
        return raw.decode().splitlines()
    except UnicodeDecodeError:
        return raw.decode("windows-1252").splitlines()


def raw_text(folder: Path, name: str) -> str:
    """Every byte of a register's files, as text in both encodings that it may be in."""
    files = [*folder.glob(f"{name}.sqlite*"), *folder.glob(f"{name}/*")]
    raw = b"".join(file.read_bytes() for file in files)
    return (raw.decode("utf-8", "ignore") + raw.decode("windows-1252", "ignore")).casefold()


@pytest.mark.law("L55", "L57", "L59")
def test_of_each_person_only_what_a_law_keeps_is_left(
    registers: Registers, maps: Maps, folder: Path
) -> None:
    """Each value that only she has is looked for in every byte of every file."""
    everybody = [(one, marks(one)) for one in population()]
    for person in ALONE:
        others = "|".join(value for one, some in everybody if one != person for value in some)
        hers = [value for value in marks(person) if value not in others]
        plans, known = planned(registers, person.address)
        for name, plan in plans.items():
            assert not [one for one in plan.rows if one.fate is Fate.ASK]
            assert registers[name].carry_out(Order(Act.ERASE, person.address, NOW, plan=plan))
            assert registers[name].residue(plan, known.keys(plan.company)) == ()
            kept, raw = kept_cells(folder, maps[name], name, plan), raw_text(folder, name)
            assert [one for one in telling(hers) if one in raw and one not in kept] == []


def telling(values: list[str]) -> list[str]:
    """Those that no sum of money can hold by chance."""
    return [one for one in values if len(one) > len("123456") or not one.isdigit()]


def planned(registers: Registers, address: str) -> tuple[dict[str, RowPlan], Known]:
    """Her plans where she is held, and what she was known by; nobody else's record is in them."""
    keys = search_keys([address])
    held = {one.company: one.look_up(keys, whole=True) for one in registers.values()}
    plans = {name: one.plan(address, RULES, NOW) for name, one in registers.items()}
    known = known_of(address, held)
    found: dict[str, RowPlan] = {}
    for name, plan in plans.items():
        reached = registers[name].look_up(known.keys(registers[name].company))
        own = {record.key for record in held[registers[name].company]}
        if plan is not None and plan.rows:
            others = tuple(one.key for one in reached if one.key not in own)
            found[name] = RowPlan(
                plan.register, plan.company, plan.taken, plan.rows, plan.rules, others
            )
    return found, known
