"""Whatever the map and whatever the rows: hers go unless a law keeps them, and nobody else's do."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from register_shop import SHOP, column, table

from bot.core.vocabulary import Act
from bot.registers.erasures.known import known_of
from bot.registers.erasures.rowplan import Fate, RowPlan, Rules
from bot.registers.mapped import MappedRegister
from bot.registers.maps.datamap import Kind, Period, RegisterMap
from bot.registers.orders import Order
from bot.registers.records import search_keys

NOW = datetime(2026, 3, 5, 9, tzinfo=UTC)
RULES = Rules({"law": Period(kind=Kind.BOOKKEEPING)}, "12-31")
HER = "p1@x.example"
PEOPLE = (1, 2, 3)
DAYS = ("2018-12-31", "2019-01-01", "2024-02-29", "", "i fjol")
Rows = dict[str, list[tuple[Any, ...]]]


@dataclass(frozen=True)
class Part:
    """One table below the person's own: what it hangs on, and what the map says of it."""

    name: str
    above: str
    erase: str
    kept: bool
    link: str
    value: str

    def mapped(self) -> dict[str, object]:
        """Its place in the map."""
        fields = {
            "id": column(category="purchases"),
            "up": column(category="purchases", erase=self.link),
            "day": column("booked", "purchases", erase="keep"),
            "value": column(category="behaviour", erase=self.value)
            | ({"replacement": "-"} if self.value == "replace" else {}),
        }
        more = {"kept_by": "law"} if self.kept else {}
        return table("id", fields, link={"up": f"{self.above}.id"}, erase=self.erase, **more)


@dataclass(frozen=True)
class World:
    """Some tables and their rows: (id, up, day, value); `owner` says whose each row is."""

    parts: tuple[Part, ...]
    rows: Rows
    own: str

    def register(self, path: Path) -> MappedRegister:
        """The database, and the register over it."""
        with closing(sqlite3.connect(path)) as database, database:
            database.execute("CREATE TABLE person (id INTEGER, mail TEXT, note TEXT)")
            database.execute("CREATE TABLE stop (address, day)")
            people = [(one, f"p{one}@x.example", f"note {one}") for one in PEOPLE]
            database.executemany("INSERT INTO person VALUES (?, ?, ?)", people)
            for part in self.parts:
                database.execute(f"CREATE TABLE {part.name} (id INTEGER, up INTEGER, day, value)")
                database.executemany(
                    f"INSERT INTO {part.name} VALUES (?, ?, ?, ?)",  # noqa: S608 - its own names
                    self.rows[part.name],
                )
        fields = {
            "id": column(),
            "mail": column("email", "contact", erase="clear"),
            "note": column(erase="keep"),
        }
        tables = {"person": table("id", fields, erase=self.own)}
        tables |= {part.name: part.mapped() for part in self.parts}
        raw = SHOP | {"url": f"sqlite:///{path}", "tables": tables}
        return MappedRegister("any", RegisterMap.model_validate(raw))

    def hers(self) -> dict[str, set[int]]:
        """The places of her rows in each table, worked out from the links."""
        ids = {"person": {1}}
        found: dict[str, set[int]] = {}
        for part in self.parts:
            rows = self.rows[part.name]
            found[part.name] = {at for at, row in enumerate(rows) if row[1] in ids[part.above]}
            ids[part.name] = {rows[at][0] for at in found[part.name]}
        return found


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """Two to four tables in a tree; keys of leaves repeat within a person and between people."""
    parts: list[Part] = []
    rows: Rows = {}
    ids = {"person": list(PEOPLE)}
    for place in range(draw(st.integers(2, 4))):
        above = draw(st.sampled_from(list(ids)))
        part = Part(
            f"t{place}",
            above,
            draw(st.sampled_from(["rows", "rows", "rows", "cells"])),
            draw(st.booleans()),
            draw(st.sampled_from(["clear", "keep"])),
            draw(st.sampled_from(["clear", "replace", "keep"])),
        )
        count = draw(st.integers(0, 6))
        leaf = draw(st.booleans())
        keys = [draw(st.integers(1, 3)) if leaf else 100 * place + at for at in range(count)]
        ups = [draw(st.sampled_from(ids[above])) for _ in range(count)] if ids[above] else []
        days = [draw(st.sampled_from(DAYS[:3] * 6 + DAYS)) for _ in range(count)]
        rows[part.name] = [
            (key, up, day, f"{part.name} value {at}")
            for at, (key, up, day) in enumerate(zip(keys, ups, days, strict=False))
        ]
        if not leaf:
            ids[part.name] = [row[0] for row in rows[part.name]]
        parts.append(part)
    return World(tuple(parts), rows, draw(st.sampled_from(["rows", "rows", "cells"])))


def dump(path: Path, world: World) -> Rows:
    """Every row of every table, in the order in which they lie there."""
    with closing(sqlite3.connect(path)) as database:
        names = ("person", *(part.name for part in world.parts))
        return {
            name: database.execute(f"SELECT * FROM {name} ORDER BY rowid").fetchall()  # noqa: S608 - its own names
            for name in names
        }


def obliged(day: str) -> bool:
    """Whether the law still keeps a row of that day; one that nobody can read is asked about."""
    return date.fromisoformat(day).year + 7 >= NOW.year


def outcome(world: World, path: Path) -> tuple[bool, RowPlan, Rows, Rows]:
    """Whether it was erased, by which plan, and all rows before and after."""
    register = world.register(path)
    before = dump(path, world)
    known = known_of(HER, {"corner": register.look_up(search_keys([HER]), whole=True)})
    plan = register.plan(HER, RULES, NOW)
    assert plan is not None
    order = Order(Act.ERASE, HER, NOW, plan=RowPlan.from_json(plan.to_json()))
    done = register.carry_out(order)
    after = dump(path, world)
    if done:
        assert register.residue(plan, known.keys("corner")) == ()
        assert register.carry_out(order)
    assert dump(path, world) == after
    return done, plan, before, after


def still_there(world: World, before: Rows, after: Rows) -> Iterator[tuple[Part, tuple[Any, ...]]]:
    """Her rows that have not gone; fails where a row of anybody else's is not as it was."""
    for part in world.parts:
        hers = world.hers()[part.name]
        others = [row for at, row in enumerate(before[part.name]) if at not in hers]
        left = list(after[part.name])
        for row in others:
            assert row in left
            left.remove(row)
        yield from ((part, row) for row in left)


@pytest.mark.law("L55", "L57")
@settings(max_examples=80, deadline=None)
@given(worlds())
def test_hers_go_unless_a_law_keeps_them_and_nobody_else_s_do(world: World) -> None:
    """Compared row by row; an open question of the map leaves all as it was."""
    with TemporaryDirectory() as folder:
        done, plan, before, after = outcome(world, Path(folder) / "any.sqlite")
    if any(one.fate is Fate.ASK for one in plan.rows):
        assert not done
        assert after == before
        return
    assert done
    kept = {(one.table, key) for one in plan.rows if one.fate is Fate.KEEP for key in one.keys}
    for part, row in still_there(world, before, after):
        assert (part.name, row[0]) in kept or part.erase == "cells"
        if part.value != "keep":
            assert row[3] == {"clear": None, "replace": "-"}[part.value]
        if part.link == "clear":
            assert row[1] is None
    for part in world.parts:
        for at in world.hers()[part.name]:
            row = before[part.name][at]
            if part.kept and obliged(row[2]):
                assert (part.name, row[0]) in kept
    assert after["person"][-2:] == before["person"][-2:]
    stays = ("person", 1) in kept or world.own == "cells"
    assert after["person"][:-2] == ([(1, None, "note 1")] if stays else [])
    _each_is_kept_for_something(world, before, kept)


def _each_is_kept_for_something(world: World, before: Rows, kept: set[tuple[str, Any]]) -> None:
    """A row stays for its own law, for one of the same key, or for what hangs on it and stays."""
    hers = world.hers()
    lawful = {
        (part.name, before[part.name][at][0])
        for part in world.parts
        if part.kept
        for at in hers[part.name]
        if obliged(before[part.name][at][2])
    }
    holding = {
        (part.above, before[part.name][at][1])
        for part in world.parts
        for at in hers[part.name]
        if (part.name, before[part.name][at][0]) in kept
    }
    assert kept <= lawful | holding
