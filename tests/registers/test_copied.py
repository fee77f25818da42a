"""Copies of any length: sealed in pieces, read in pieces, and never whole in memory."""

import tracemalloc
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.vocabulary import Category
from bot.registers.copied import Snapshot, TableRows, Weighed
from bot.registers.records import Column
from bot.registers.spill import Spilled, gathered

TAKEN = datetime(2026, 3, 5, 9, tzinfo=UTC)
LONG = 60_000


def rows(count: int, words: int = 2) -> Iterator[tuple[str, str]]:
    """Rows of some thirty signs, or of more words."""
    return ((f"rad {n}", f'"rows":[ {n} ]' * words) for n in range(count))


def snapshot(count: int, words: int = 2) -> Snapshot:
    """Two tables, one of them with so many rows."""
    columns = (Column("a", "A"), Column("b", "B"))
    first = TableRows(Category.PURCHASES, '"rows":[', columns, gathered(rows(count, words)))
    return Snapshot("gavle", "gavle", TAKEN, (first, TableRows(Category.CONTACT, "x", (), ())))


@given(st.lists(st.lists(st.text(max_size=4), max_size=2).map(tuple)), st.integers(1, 90))
def test_whatever_the_cells_hold_comes_back_from_pieces_of_any_size(
    some: list[tuple[str, ...]], size: int
) -> None:
    """Cut anywhere, in the middle of a sign too."""
    table = TableRows(Category.PURCHASES, "x", (), tuple(some))
    held = Snapshot("gavle", "gavle", TAKEN, (table, table))
    whole = held.to_json().encode("utf-8", "surrogatepass")
    places = [*range(0, len(whole), size), len(whole)]
    assert Snapshot.from_pieces(whole[a:b] for a, b in pairwise(places)) == held


@pytest.mark.law("L37")
def test_the_hash_of_what_went_by_is_the_hash_of_the_copy() -> None:
    """Weighed on its way into the vault and out of it; any other row is another hash."""
    held = snapshot(10)
    read = Weighed(held.pieces())
    assert Snapshot.from_pieces(read) == held
    assert read.digest == held.digest() != snapshot(11).digest()
    assert 0 < read.packed < len(held.to_json())


@pytest.mark.parametrize("wrong", ["", "{}", "[]", '{"company": 1}'])
def test_what_is_no_copy_is_refused(wrong: str) -> None:
    """Broken off, of another shape, or with a cell that is no text."""
    whole = snapshot(2).to_json()
    for text in (wrong, whole[:-30], whole.replace('"rad 1"', "1")):
        with pytest.raises(ValueError, match=r".+"):
            Snapshot.from_json(text)


def test_long_tables_lie_on_the_disk_and_read_as_if_they_did_not() -> None:
    """Length, order, slices and single rows; as often as is wanted."""
    held = gathered(rows(LONG))
    assert isinstance(held, Spilled)
    assert len(held) == LONG
    assert held[:2] == tuple(rows(2))
    assert held[LONG - 1] == held[-1] == list(rows(LONG))[-1]
    assert list(held) == list(held) == list(rows(LONG))
    assert gathered(rows(3)) == tuple(rows(3))


def test_no_value_can_be_read_on_the_disk() -> None:
    """What lies there is sealed under a key that is nowhere."""
    held = gathered(rows(LONG))
    assert isinstance(held, Spilled)
    held.file.seek(0)
    assert b"rad 1" not in held.file.read()


def test_a_copy_that_is_long_takes_no_more_memory_than_a_short_one() -> None:
    """Gathered, written and read again, nineteen million bytes: some blocks at a time."""
    tracemalloc.start()
    held = Snapshot.from_pieces(snapshot(24_000, words=40).pieces())
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(held.tables[0].rows) == 24_000
    assert most < 5_000_000
