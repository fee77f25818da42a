"""A person's rows are read one by one, however many there are, and the same rows as ever."""

import sqlite3
import tracemalloc
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from register_shop import KUND, SHOP, column, table

from bot.registers import pouring
from bot.registers.maps.datamap import RegisterMap
from bot.registers.opening import open_register
from bot.registers.pouring import poured
from bot.registers.records import search_keys
from bot.registers.search import Root, family
from bot.registers.sql import SqlDatabase

ASA = "asa@x.example"
NOW = datetime(2026, 3, 5, 9, tzinfo=UTC)
LONG = "x" * 2000
BUY = {"id": column(), "nr": column(), "day": column("relation", "purchases"), "note": column()}
LINE = {"id": column(), "buy": column(), "code": column(category="purchases")}


def shop(folder: Path, buys: int) -> RegisterMap:
    """Åsa, her purchases with long notes, and two lines of each; Bo has as many."""
    path = folder / f"{buys}.sqlite"
    with closing(sqlite3.connect(path)) as made, made:
        made.execute("CREATE TABLE kund (nr TEXT, namn TEXT, pnr TEXT, mejl TEXT, andrad TEXT)")
        made.execute("CREATE TABLE buy (id INTEGER PRIMARY KEY, nr TEXT, day TEXT, note TEXT)")
        made.execute("CREATE TABLE line (id INTEGER PRIMARY KEY, buy INTEGER, code TEXT)")
        made.execute("CREATE TABLE stop (address TEXT, day TEXT)")
        people = [("7", "Öberg, Åsa", "", ASA, ""), ("8", "Ek, Bo", "", "bo@x.example", "")]
        made.executemany("INSERT INTO kund VALUES (?, ?, ?, ?, ?)", people)
        some = (
            (str(7 + n % 2), f"2024-01-{1 + n % 28:02}", f"{n} {LONG}") for n in range(2 * buys)
        )
        made.executemany("INSERT INTO buy (nr, day, note) VALUES (?, ?, ?)", some)
        lines = ((1 + n // 2, f"L{n}") for n in range(4 * buys))
        made.executemany("INSERT INTO line (buy, code) VALUES (?, ?)", lines)
    tables = {
        "kund": table("nr", KUND),
        "buy": table("id", BUY, link={"nr": "kund.nr"}),
        "line": table("id", LINE, link={"buy": "buy.id"}),
    }
    return RegisterMap.model_validate(SHOP | {"url": f"sqlite:///{path}", "tables": tables})


@pytest.mark.law("L36")
@pytest.mark.parametrize("most", [1, 700, 50_000])
def test_what_is_poured_is_what_is_hers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    """Row by row the same, also where what rows hang on is too much to hold and is read again."""
    monkeypatch.setattr(pouring, "_MOST", most)
    of_shop, root = shop(tmp_path, 1300), Root("kund", "7")
    with SqlDatabase("corner", of_shop).reading() as rows:
        whole = family(of_shop, rows, [root], of_shop.tables)
        assert {name: list(some) for name, some in poured(of_shop, rows, [root])} == whole
        some = poured(of_shop, rows, [root], {"buy"})
        assert {name: len(list(one)) for name, one in some} == {"kund": 1, "buy": 1300}
    assert len(whole["line"]) == 2600


def test_a_look_at_the_whole_of_her_takes_no_more_memory_than_a_glance(tmp_path: Path) -> None:
    """Four megabytes of notes, and neither they nor their rows are held."""
    register = open_register("corner", shop(tmp_path, 2000))
    register.look_up(search_keys([ASA]))
    tracemalloc.start()
    [record] = register.look_up(search_keys([ASA]), whole=True)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert str(record.related) == "2024-01-27"
    assert most < 1_500_000
