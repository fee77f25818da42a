"""Fifty persons of a shop that is not ours: all of each is found and erased, and nothing else."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest
from pg_server import server
from raw_reading import everything, on_disk
from sample_shop import COUPLE, PEOPLE, RULES, Person, fill, shop_map

from bot.core.vocabulary import Act
from bot.registers.erasures.rowplan import Fate, RowPlan
from bot.registers.keys import search_keys
from bot.registers.opening import open_register
from bot.registers.orders import Order
from bot.registers.records import Register

NOW = datetime(2026, 3, 5, 9, tzinfo=UTC)
ASKED = sorted(Random(50).sample([n for n in range(PEOPLE) if n not in COUPLE], 50))
KINDS = ("sqlite", "postgresql")


class Shop:
    """One made shop: its people, its register, and what stands in it."""

    def __init__(self, url: str, path: Path | None = None) -> None:
        self.url, self.path = url, path
        self.people = fill(url)
        self.register: Register = open_register("sample", shop_map(url))

    def words(self) -> str:
        """Every cell of every table as one text."""
        cells = (
            cell for rows in everything(self.url).values() for row in rows for cell in row.values()
        )
        return "\n".join(str(cell) for cell in cells)


@pytest.fixture(scope="module", params=KINDS)
def shop(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Shop]:
    """Made once a kind of database."""
    if request.param == "sqlite":
        path = tmp_path_factory.mktemp("sample") / "shop.sqlite"
        with closing(sqlite3.connect(path)) as database:
            database.execute("PRAGMA journal_mode = WAL")
        yield Shop(f"sqlite:///{path}", path)
        return
    with server() as url:
        if url is None:
            pytest.skip("no PostgreSQL on this machine")
        yield Shop(url)


@pytest.fixture
def fresh(tmp_path: Path) -> Shop:
    """A shop of one's own."""
    path = tmp_path / "shop.sqlite"
    path.touch()
    return Shop(f"sqlite:///{path}", path)


@pytest.mark.law("L36")
@pytest.mark.people("P01")
def test_everything_planted_is_found_and_nothing_of_anybody_else(shop: Shop) -> None:
    """However the address is spelt, by whatever table it stands in, over one or two links."""
    for n in ASKED:
        one = shop.people[n]
        copy = shop.register.collect(one.address, NOW).to_json()
        assert [word for word in one.planted if word not in copy] == [], one.number
        strangers = (each for each in shop.people.values() if each is not one)
        assert [w for each in strangers for w in each.planted if w in copy] == [], one.number


@pytest.mark.people("P01")
def test_two_who_share_an_address_get_nothing_by_it(shop: Shop) -> None:
    """An address that a couple shares proves neither: a human looks, and nothing can be erased."""
    address = shop.people[COUPLE[0]].address
    assert shop.register.collect(address, NOW).tables == ()
    plan = shop.register.plan(address, RULES, NOW)
    assert plan is not None
    assert plan.rows == ()


@pytest.mark.law("L57")
def test_what_only_she_has_is_gone_but_for_what_the_plan_keeps(shop: Shop) -> None:
    """In every table, and in every byte of the files; everybody else's stands untouched."""
    kept: set[str] = set()
    for n in ASKED:
        one = shop.people[n]
        plan = shop.register.plan(one.address, RULES, NOW)
        assert plan is not None
        assert Fate.ASK not in {each.fate for each in plan.rows}
        numbers = [str(value) for value in _codes(one)]
        assert shop.register.carry_out(Order(Act.ERASE, one.address, NOW, plan=plan))
        assert shop.register.residue(plan, search_keys([one.address], numbers)) == ()
        kept |= _kept(one, plan)
    gone = {word for n in ASKED for word in shop.people[n].planted} - kept
    gone |= {shop.people[n].address for n in ASKED}
    others = {w for n, one in shop.people.items() if n not in ASKED for w in one.planted}
    words = shop.words()
    assert {word for word in gone if word in words.lower()} == set()
    assert {word for word in others | kept if word not in words} == set()
    assert kept
    if shop.path is not None:
        raw = on_disk(shop.path).lower()
        assert {word for word in gone if word.encode() in raw} == set()


@pytest.mark.law("L57")
def test_a_plan_is_carried_out_twice_with_the_same_end(fresh: Shop) -> None:
    """The second time finds nothing to do and touches nobody."""
    one = next(each for each in fresh.people.values() if each.number % 3 == 2)
    plan = fresh.register.plan(one.address, RULES, NOW)
    order = Order(Act.ERASE, one.address, NOW, plan=plan)
    assert fresh.register.carry_out(order)
    after = everything(fresh.url)
    assert fresh.register.carry_out(order)
    assert everything(fresh.url) == after


@pytest.mark.law("L36")
def test_a_column_that_the_map_forgot_is_named(fresh: Shop) -> None:
    """Her address in a column nobody mapped is found by nobody; so the column is called out."""
    before = fresh.register.problems()
    assert not [each for each in before if "does not mention" in each]
    assert fresh.path is not None
    with closing(sqlite3.connect(fresh.path)) as database, database:
        database.execute("ALTER TABLE newsletter ADD COLUMN spare_mail TEXT")
        database.execute("CREATE TABLE imported_2019 (mail TEXT)")
        database.execute("UPDATE newsletter SET spare_mail = 'kund001@post.example'")
    problems = fresh.register.problems()
    assert [each for each in problems if "spare_mail" in each]
    assert [each for each in problems if "imported_2019 (mail)" in each]


def _codes(one: Person) -> Iterator[str]:
    """Her customer number."""
    for word, (_, column, _) in one.planted.items():
        if column == "customer_code":
            yield f"C-{word}"


def _kept(one: Person, plan: RowPlan) -> set[str]:
    """Her words in the cells that a plan says are kept."""
    cells = {
        (each.table, column, key)
        for each in plan.rows
        if each.fate is Fate.KEEP
        for column in each.columns
        for key in each.keys
    }
    return {word for word, place in one.planted.items() if place in cells}
