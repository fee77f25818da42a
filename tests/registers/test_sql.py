import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread

import pytest
from register_shop import Maps, Query

from bot.demo.people import KARIN, PER
from bot.registers.opening import open_register
from bot.registers.records import Register, RegisterUnavailable, search_keys
from bot.registers.sql import SqlDatabase

NOW = datetime(2026, 3, 5, 9, tzinfo=UTC)
Registers = dict[str, Register]


def test_a_missing_file_is_not_an_empty_register(registers: Registers, folder: Path) -> None:
    """SQLite would make one; then everybody would be told that nothing is held."""
    (folder / "gavle.sqlite").unlink()
    with pytest.raises(RegisterUnavailable, match="gavle"):
        registers["gavle"].collect(KARIN.address, NOW)
    assert not (folder / "gavle.sqlite").exists()


def test_a_lost_column_stops_the_read(registers: Registers, query: Query) -> None:
    """A copy without it would look whole. SQLite reads an unknown quoted name as a text."""
    query("borlange", 'ALTER TABLE kund RENAME COLUMN "e-post" TO mejl')
    with pytest.raises(RegisterUnavailable, match="check"):
        registers["borlange"].look_up(search_keys([KARIN.address]))


def test_the_error_of_a_register_holds_nobodys_data(registers: Registers, query: Query) -> None:
    """Neither the sentence nor what a log would print behind it."""
    query("gavle", "DROP TABLE visits")
    with pytest.raises(RegisterUnavailable) as caught:
        registers["gavle"].collect(KARIN.address, NOW)
    assert "karin" not in str(caught.value).lower()
    assert caught.value.__suppress_context__


def test_a_block_stands_whole_or_not_at_all(registers: Registers, query: Query) -> None:
    """The flags cannot be written: then the block list has no row either."""
    query("gavle", "CREATE TRIGGER no BEFORE UPDATE ON consents BEGIN SELECT RAISE(FAIL, ''); END")
    with pytest.raises(RegisterUnavailable):
        registers["gavle"].block_marketing(PER.address, NOW)
    assert query("gavle", "SELECT * FROM marketing_blocks") == []


def test_a_view_is_one_moment(maps: Maps, query: Query) -> None:
    """What another program writes meanwhile is in all tables of a copy or in none."""
    query("mora", "PRAGMA journal_mode = WAL")
    database, number = SqlDatabase("mora", maps["mora"]), KARIN.customer_number("mora")
    with database.reading() as rows:
        before = list(rows.having("members", "member_no", [number]))
        query("mora", "UPDATE members SET full_name = 'Other' WHERE member_no = ?", number)
        assert list(rows.having("members", "member_no", [number])) == before
    with database.reading() as rows:
        assert next(iter(rows.having("members", "member_no", [number])))["full_name"] == "Other"


def test_values_with_every_sign_are_values(registers: Registers) -> None:
    """Nothing from a mail becomes SQL."""
    for text in ("'; DROP TABLE kund; --@x.example", 'a"b@x.example', "a\\b%_@x.example"):
        assert registers["borlange"].look_up(search_keys([text], [text], [], [text])) == ()
        registers["borlange"].block_marketing(text, NOW)
    assert registers["borlange"].look_up(search_keys([KARIN.address]))


def test_a_file_that_is_no_database_is_unavailable(maps: Maps, folder: Path) -> None:
    """Garbage is a register that is down, not an empty one."""
    (folder / "mora.sqlite").write_bytes(b"not a database, but long enough to be read as one" * 50)
    with pytest.raises(RegisterUnavailable, match="mora"):
        open_register("mora", maps["mora"]).look_up(search_keys([KARIN.address]))


def test_two_writers_wait_for_each_other(registers: Registers, folder: Path) -> None:
    """A short lock of another program delays the block and does not fail it."""
    with closing(sqlite3.connect(folder / "gavle.sqlite", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        ours = Thread(target=registers["gavle"].block_marketing, args=(PER.address, NOW))
        ours.start()
        ours.join(0.1)
        assert ours.is_alive()
        other.execute("COMMIT")
        ours.join()
        assert other.execute("SELECT count(*) FROM marketing_blocks").fetchone() == (1,)
