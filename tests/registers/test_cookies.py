"""The number of a cookie is a key too: it finds visits that nobody signed (P30)."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from register_shop import SHOP, column, table

from bot.registers.candidates import Match, candidates_in
from bot.registers.erasures.known import known_of
from bot.registers.mapped import MappedRegister
from bot.registers.maps.datamap import RegisterMap
from bot.registers.records import Key, search_keys

EVA = "eva@x.example"
COOKIE = "7f3a-91bc-20d4"
SCHEMA = """
CREATE TABLE kund (nr INTEGER PRIMARY KEY, mejl TEXT);
CREATE TABLE besok (id INTEGER PRIMARY KEY, nr INTEGER, kaka TEXT);
CREATE TABLE besokare (id INTEGER PRIMARY KEY, kaka TEXT, sida TEXT);
"""


@pytest.fixture
def register(tmp_path: Path) -> MappedRegister:
    """Eva's account with a visit, and visitors whom nobody knows but by their browser."""
    path = tmp_path / "shop.sqlite"
    with closing(sqlite3.connect(path)) as database, database:
        database.executescript(SCHEMA)
        database.execute("INSERT INTO kund VALUES (1, ?)", (EVA,))
        database.execute("INSERT INTO besok VALUES (10, 1, ?)", (COOKIE,))
        visitors = [(20, COOKIE, "/skrivare"), (21, "annan-5", "/pall")]
        database.executemany("INSERT INTO besokare VALUES (?, ?, ?)", visitors)
    visit = {"id": column(category="behaviour"), "kaka": column("cookie_id", "behaviour")}
    tables = {
        "kund": table("nr", {"nr": column("customer_number"), "mejl": column("email", "contact")}),
        "besok": table("id", visit | {"nr": column(category="behaviour")}, link={"nr": "kund.nr"}),
        "besokare": table("id", visit | {"sida": column(category="behaviour")}),
    }
    told = {"url": f"sqlite:///{path}", "tables": tables, "marketing": None}
    return MappedRegister("shop", RegisterMap.model_validate(SHOP | told))


@pytest.mark.people("P30")
def test_a_cookie_s_number_finds_every_visit_from_that_browser(register: MappedRegister) -> None:
    """Written in any letters; another browser's visits are not found."""
    found = register.look_up(search_keys(cookies=[f" {COOKIE.upper()} ".lower()]))
    assert {record.key: set(record.hit_by) for record in found} == {
        "kund/1": {Key.COOKIE},
        "besokare/20": {Key.COOKIE},
    }


@pytest.mark.people("P01", "P30")
def test_visits_from_her_browser_are_hers_when_a_human_says_so(register: MappedRegister) -> None:
    """Others at home use it too: her proof opens her account, and the rest is a candidate."""
    (hers,) = register.look_up(search_keys(addresses=[EVA]), whole=True)
    known = known_of(EVA, {"corner": (hers,)})
    (candidate,) = candidates_in(register, known, EVA)
    assert (candidate.key, candidate.by) == ("besokare/20", (Match.COOKIE,))
    assert not candidate.strong
