"""What an erasure leaves in the files of SQLite, and what it does in PostgreSQL."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from erasing_shop import ONLY_HERS, ROWS, RULES, Shop
from servers.postgres import WHY_NOT, Postgres

from bot.registers.erasures.rowplan import Fate
from bot.registers.records import RegisterUnavailable


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    """In a database that keeps a write-ahead log, with values that were written over long ago."""
    path = tmp_path / "corner.sqlite"
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("PRAGMA journal_mode = WAL")
    shop = Shop(f"sqlite:///{path}").fill()
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("PRAGMA secure_delete = OFF")
        many = [(place, 2, "2020-01-01", f"annan sak {place}") for place in range(200, 2200)]
        database.executemany("INSERT INTO kop VALUES (?, ?, ?, ?)", many)
        database.execute("INSERT INTO besok SELECT 'g' || id, 1, '/hemlig-sida-ett' FROM kop")
        database.execute("DELETE FROM besok WHERE id LIKE 'g%'")
    return shop


def on_disk(folder: Path) -> dict[str, list[str]]:
    """By file beside the database, the values that only she had and that stand there raw."""
    return {
        file.name: [value for value in ONLY_HERS if value.encode() in file.read_bytes()]
        for file in sorted(folder.glob("corner.sqlite*"))
    }


@pytest.mark.law("L57")
def test_no_erased_value_stays_in_the_files(shop: Shop, tmp_path: Path) -> None:
    """Neither in free pages nor in the log, whether another program has the database open or not.

    What SQLite had left of earlier deletions goes as well.
    """
    with closing(sqlite3.connect(tmp_path / "corner.sqlite")) as other:
        other.execute("SELECT count(*) FROM kund").fetchall()
        assert sum(len(found) for found in on_disk(tmp_path).values()) >= len(ONLY_HERS)
        assert shop.erase(shop.plan())
        assert set(on_disk(tmp_path)) >= {"corner.sqlite", "corner.sqlite-wal"}
        assert [one for one in on_disk(tmp_path).values() if one] == []
        assert (tmp_path / "corner.sqlite-wal").stat().st_size == 0
    raw = (tmp_path / "corner.sqlite").read_bytes()
    assert b"lampa Bergen" in raw
    assert b"annan sak 2199" in raw


@pytest.mark.law("L57")
def test_while_another_program_reads_the_erasure_is_tried_again(shop: Shop, tmp_path: Path) -> None:
    """Its view holds the old pages: the register says that it is busy, and later all is gone."""
    shop = Shop(f"{shop.url}?timeout=0.1")
    plan = shop.plan()
    with closing(sqlite3.connect(tmp_path / "corner.sqlite", isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM kund").fetchall()
        with pytest.raises(RegisterUnavailable, match="corner") as busy:
            shop.erase(plan)
        assert "Öberg" not in str(busy.value)
        other.execute("COMMIT")
    assert shop.erase(plan)
    assert [one for one in on_disk(tmp_path).values() if one] == []


@pytest.mark.law("L57")
def test_nothing_that_was_worked_out_from_a_value_takes_its_place(shop: Shop) -> None:
    """An emptied cell is empty, or holds a constant of the map that is the same for everybody."""
    before, plan = shop.all_rows(), shop.plan()
    assert shop.erase(plan)
    there = {cell for rows in before.values() for row in rows for cell in row}
    cells = {cell for rows in shop.all_rows().values() for row in rows for cell in row}
    assert cells - there == {None, "(raderat)"}


@pytest.fixture(scope="module")
def postgres() -> Iterator[Postgres]:
    """One server for these tests."""
    if WHY_NOT:
        pytest.skip(WHY_NOT)
    with Postgres() as server:
        yield server


@pytest.fixture
def pg_shop(postgres: Postgres) -> Iterator[Shop]:
    """The same shop there."""
    shop = Shop(postgres.url).fill()
    yield shop
    shop.run("DROP TABLE omdome, besok, rader, kop, kund, stop")


@pytest.mark.law("L55", "L57")
def test_the_same_erasure_in_postgresql(pg_shop: Shop) -> None:
    """Types are strict there, and what hangs on a row must go before it."""
    plan, known = pg_shop.plan(), pg_shop.known()
    assert pg_shop.register.residue(plan, known.keys("corner"))
    assert pg_shop.erase(plan)
    rows = pg_shop.all_rows()
    assert [row for row in rows["kund"] if row[0] == 1] == [(1, "Åsa Öberg", *[None] * 4)]
    assert rows["besok"] == [("b", 2, "/start")]
    assert [row[0] for row in rows["kop"]] == [11, 12]
    assert (1, None, 4, "(raderat)") in rows["omdome"]
    assert pg_shop.register.residue(plan, known.keys("corner")) == ()
    assert pg_shop.erase(plan)
    assert pg_shop.all_rows() == rows


@pytest.mark.law("L57")
def test_keys_of_every_type_lead_back_to_their_row(pg_shop: Shop) -> None:
    """A plan holds texts and whole numbers; a uuid, a date and a decimal are found by theirs."""
    pg_shop.run("ALTER TABLE kop ALTER datum TYPE date USING datum::date")
    pg_shop.run("ALTER TABLE rader ALTER id TYPE numeric(9,2)")
    pg_shop.run("ALTER TABLE besok ALTER id TYPE uuid USING gen_random_uuid()")
    plan = pg_shop.plan()
    assert {each.table for each in plan.rows if each.fate is Fate.DELETE} == {
        *("besok", "kop", "rader")
    }
    assert pg_shop.erase(type(plan).from_json(plan.to_json()))
    rows = pg_shop.all_rows()
    assert [len(rows[name]) for name in ("besok", "kop", "rader")] == [1, 2, 2]


@pytest.mark.people("P07")
def test_where_the_database_refuses_all_of_it_stands(pg_shop: Shop) -> None:
    """A table that the map forgot hangs on hers: no row of hers has gone."""
    pg_shop.run("CREATE TABLE glomd (visit integer REFERENCES rader)")
    pg_shop.run("INSERT INTO glomd VALUES (100)")
    before = pg_shop.all_rows()
    with pytest.raises(RegisterUnavailable):
        pg_shop.erase(pg_shop.plan(RULES))
    assert pg_shop.all_rows() == before
    assert len(before["kund"]) == len(ROWS["kund"])
    pg_shop.run("DROP TABLE glomd")
