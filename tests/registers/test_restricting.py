from collections.abc import Callable

import pytest
from corner_shop import ASTA, BENGT, FLAG, Corner, corner, tables
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.vocabulary import Act

REPORT = "SELECT count(*) FROM orders JOIN people USING (nr) WHERE held <> 1"
MAILING = (
    "SELECT mail FROM readers WHERE news = 1 AND NOT EXISTS"
    " (SELECT 1 FROM pauses WHERE pauses.no = readers.no) ORDER BY mail"
)


@pytest.mark.law("L60")
def test_what_is_restricted_is_skipped_by_report_and_mailing(shop: Corner) -> None:
    """A job that asks the mark misses her, and nobody else; after the lifting she is back."""
    assert (shop.ask(REPORT), shop.ask(MAILING)) == (
        [(2,)],
        [(ASTA,), ("cia@ros.example",)],
    )
    assert shop.does(Act.RESTRICT)
    assert (shop.ask(REPORT), shop.ask(MAILING)) == ([(1,)], [("cia@ros.example",)])
    assert shop.ask("SELECT * FROM pauses") == [("L-1", "2026-03-10")]
    assert shop.does(Act.LIFT)
    assert shop.ask(REPORT) == [(2,)]
    assert len(shop.ask(MAILING)) == 2


@pytest.mark.law("L43")
@pytest.mark.people("P07")
def test_a_restriction_marks_and_touches_nothing_else(shop: Corner) -> None:
    """Consents, statistics, orders on their way and claims stand as they stood."""
    before = set(shop.dump())
    assert shop.does(Act.RESTRICT)
    new = set(shop.dump()) - before
    assert new == {
        "INSERT INTO \"people\" VALUES(7,'Asta','Ros',1,'J');",
        "INSERT INTO \"pauses\" VALUES('L-1','2026-03-10');",
    }


def test_a_restriction_repeated_is_one(shop: Corner) -> None:
    """The day it began stays the first."""
    assert shop.does(Act.RESTRICT)
    once = shop.dump()
    assert shop.does(Act.RESTRICT)
    assert shop.dump() == once
    assert shop.does(Act.LIFT)
    assert shop.does(Act.LIFT)


@pytest.mark.parametrize("said", ["person", None])
def test_where_people_restrict_a_table_nothing_is_done_anywhere(
    said: str | None, shop_with: Callable[..., Corner]
) -> None:
    """Half a restriction would be told as a whole one."""
    shop = shop_with(readers={"restrict": said})
    before = shop.dump()
    assert not shop.does(Act.RESTRICT)
    assert not shop.does(Act.LIFT)
    assert shop.dump() == before


def test_a_table_without_a_row_of_hers_asks_nobody(shop_with: Callable[..., Corner]) -> None:
    """People are asked for what is there."""
    shop = shop_with(readers={"restrict": "person"})
    assert shop.does(Act.RESTRICT, address=BENGT)
    assert shop.ask("SELECT nr FROM people WHERE held = 1") == [(8,)]


def test_who_holds_nothing_needs_no_deed(shop: Corner) -> None:
    """An address that nobody has leaves everything as it is."""
    before = shop.dump()
    for act in (Act.RESTRICT, Act.LIFT, Act.RECTIFY, Act.STOP):
        assert shop.does(act, ("a", "b"), address="nobody@ros.example")
    assert shop.dump() == before


@pytest.mark.people("P01")
def test_what_two_people_share_restricts_neither(shop_with: Callable[..., Corner]) -> None:
    """A couple's mailbox proves neither of them."""
    shop = shop_with("UPDATE ways SET mail = 'asta@ros.example'")
    before = shop.dump()
    assert not shop.does(Act.RESTRICT)
    assert shop.dump() == before


def test_a_flag_that_says_something_else_is_for_people(shop_with: Callable[..., Corner]) -> None:
    """2 is neither yes nor no; who wrote it knows what it means."""
    shop = shop_with("UPDATE people SET held = 2 WHERE nr = 7")
    assert not shop.does(Act.RESTRICT)
    assert shop.ask("SELECT held FROM people") == [(2,), (0,)]


@pytest.mark.law("L61")
def test_a_flag_without_a_value_for_no_is_lifted_by_people(
    shop_with: Callable[..., Corner],
) -> None:
    """Restricted by the bot, lifted by whoever knows what stood there."""
    shop = shop_with(people={"restrict": {"column": "held", "on": 1}})
    assert shop.does(Act.RESTRICT)
    held = shop.dump()
    assert not shop.does(Act.LIFT)
    assert shop.dump() == held


@pytest.mark.law("L61")
def test_a_mark_that_people_had_set_before_stays(shop: Corner) -> None:
    """The bot lifts its own; where all of it may be theirs they say themselves."""
    shop.ask("UPDATE people SET held = 1 WHERE nr = 7")
    assert shop.does(Act.RESTRICT)
    assert shop.does(Act.LIFT)
    assert shop.ask("SELECT held FROM people WHERE nr = 7") == [(1,)]
    assert shop.ask("SELECT * FROM pauses") == []
    before = shop.dump()
    assert not shop.does(Act.LIFT, marked=frozenset())
    assert shop.dump() == before


@pytest.mark.people("P19")
def test_a_firms_record_is_not_restricted_for_a_person(shop_with: Callable[..., Corner]) -> None:
    """Her own rows are; the firm's stays in use."""
    whose = {"column": "family", "person": ["Berg"], "firm": ["Ros"]}
    shop = shop_with(people={"whose": whose})
    assert shop.does(Act.RESTRICT)
    assert shop.ask("SELECT sum(held) FROM people") == [(0,)]
    assert shop.ask("SELECT no FROM pauses") == [("L-1",)]


@pytest.mark.people("P19")
def test_whose_record_nobody_knows_is_for_people(shop_with: Callable[..., Corner]) -> None:
    """A value that the map gives to nobody."""
    shop = shop_with(people={"whose": {"column": "family", "person": ["Berg"]}})
    assert not shop.does(Act.RESTRICT)
    assert shop.ask("SELECT no FROM pauses") == []


def test_a_flag_lower_down_is_set_in_her_rows_alone(shop_with: Callable[..., Corner]) -> None:
    """Two people may have a row of the same key there."""
    city = FLAG | {"column": "city", "on": "paused", "off": "Gefle"}
    shop = shop_with(
        "UPDATE ways SET id = 9 WHERE nr = 7", ways={"key": "postcode", "restrict": city}
    )
    assert shop.does(Act.RESTRICT)
    assert shop.ask("SELECT nr, city FROM ways ORDER BY nr") == [(7, "paused"), (8, "Gefle")]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from([0, 1]), st.sampled_from(["J", "N"]), st.booleans()),
        min_size=1,
        max_size=5,
    ),
    st.sampled_from([0, 1, 3]),
)
def test_restrict_then_lift_leaves_every_cell_as_it_was(
    tmp_path_factory: pytest.TempPathFactory,
    others: list[tuple[int, str, bool]],
    orders: int,
) -> None:
    """Whatever the others have, restricted or not, none of their cells ever changes."""
    shop = corner(tmp_path_factory.mktemp("shop") / "corner.sqlite", tables())
    for number, (held, counted, reads) in enumerate(others, start=100):
        shop.ask("INSERT INTO people VALUES (?, 'D', 'Ek', ?, ?)", number, held, counted)
        shop.ask("INSERT INTO ways (nr, mail) VALUES (?, ?)", number, f"d{number}@ek.example")
        if reads:
            shop.ask("INSERT INTO readers (no, mail) VALUES (?, 'd@ek.example')", f"L-{number}")
            shop.ask("INSERT INTO pauses VALUES (?, '2025-01-01')", f"L-{number}")
    for amount in range(orders):
        shop.ask("INSERT INTO orders (nr, amount) VALUES (7, ?)", amount)
    before = shop.dump()
    assert shop.does(Act.RESTRICT)
    assert len(set(shop.dump()) - set(before)) == 2
    assert shop.does(Act.LIFT)
    assert shop.dump() == before
