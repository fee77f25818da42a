from collections.abc import Callable
from datetime import timedelta

import pytest
from corner_shop import ASTA, BENGT, NOW, Corner, tables
from register_shop import column

from bot.core.vocabulary import Act
from bot.registers.records import search_keys

NEW = "asta.ros@post.example"
LATER = NOW + timedelta(days=3)


@pytest.mark.law("L45")
def test_a_changed_address_keeps_the_history(shop_with: Callable[..., Corner]) -> None:
    """In every table that holds it, however it is written; found by the new, not by the old."""
    shop = shop_with(
        "UPDATE ways SET mail = 'Asta <ASTA@Ros.example>, a@work.example' WHERE nr = 7"
    )
    assert shop.does(Act.RECTIFY, (ASTA, NEW))
    assert shop.ask("SELECT mail FROM ways WHERE nr = 7") == [(f"Asta <{NEW}>, a@work.example",)]
    assert shop.ask("SELECT mail FROM readers WHERE no = 'L-1'") == [(NEW,)]
    assert shop.register.look_up(search_keys([ASTA])) == ()
    copy = shop.register.collect(NEW, NOW)
    assert any("700" in row for one in copy.tables for row in one.rows)


@pytest.mark.law("L45")
def test_a_changed_number_takes_everything_with_it(shop_with: Callable[..., Corner]) -> None:
    """What hangs on the old number hangs on the new one, and it stays a whole number."""
    shop = shop_with(orders={"rectify": "overwrite"})
    assert shop.does(Act.RECTIFY, ("7", "70"))
    assert shop.ask("SELECT typeof(nr), nr FROM people") == [("integer", 8), ("integer", 70)]
    for name in ("ways", "orders"):
        assert shop.ask(f"SELECT nr FROM {name} ORDER BY nr") == [(8,), (70,)]  # noqa: S608
    assert [one.key for one in shop.register.look_up(search_keys([ASTA]))] == [
        "people/70",
        "readers/L-1",
    ]


@pytest.mark.law("L44")
def test_a_number_that_stands_in_the_books_is_for_people(shop: Corner) -> None:
    """The order says whose it is, and is never written over."""
    assert shop.leaves_to_people("7", "70")


def test_a_key_of_somebody_elses_is_never_taken(shop_with: Callable[..., Corner]) -> None:
    """Number or address: two people would become one."""
    shop = shop_with(orders={"rectify": "overwrite"})
    assert shop.leaves_to_people("7", "8")
    assert shop.leaves_to_people(ASTA, BENGT)


@pytest.mark.law("L61")
def test_a_restriction_is_lifted_though_the_address_is_another_by_now(shop: Corner) -> None:
    """The lifting follows her to the address that was put right between."""
    assert shop.does(Act.RESTRICT)
    assert shop.does(Act.RECTIFY, (ASTA, NEW))
    assert shop.does(Act.LIFT, (ASTA, NEW))
    assert shop.ask("SELECT sum(held) FROM people") == [(0,)]
    assert shop.ask("SELECT * FROM pauses") == []


@pytest.mark.law("L45")
def test_the_mark_of_a_restriction_goes_with_the_number(shop_with: Callable[..., Corner]) -> None:
    """A table beside is the bot's own to keep."""
    fields = tables()["readers"]["fields"] | {"no": column("customer_number")}
    shop = shop_with(readers={"fields": fields})
    assert shop.does(Act.RESTRICT)
    assert shop.does(Act.RECTIFY, ("L-1", "L-9"))
    assert shop.ask("SELECT no FROM pauses") == [("L-9",)]
    assert shop.does(Act.LIFT, ("L-1", "L-9"))
    assert shop.ask("SELECT no FROM pauses") == []


@pytest.mark.law("L51")
def test_a_block_holds_for_the_new_address_too(shop: Corner) -> None:
    """Her no to marketing is not lost by a new address; nobody else gets one by theirs."""
    shop.register.block_marketing(ASTA, NOW)
    assert shop.does(Act.RECTIFY, (ASTA, NEW), on=LATER)
    assert shop.ask("SELECT address FROM stop ORDER BY day") == [(ASTA,), (NEW,)]
    assert shop.does(Act.RECTIFY, (BENGT, "b@post.example"), address=BENGT)
    assert len(shop.ask("SELECT * FROM stop")) == 2
