from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from corner_shop import ASTA, NOW, SCHEMA, Corner, corner, tables
from hypothesis import given, settings
from hypothesis import strategies as st
from register_shop import column

from bot.core.vocabulary import Act

LATER = NOW + timedelta(days=3)


@pytest.mark.law("L42")
def test_a_name_is_put_right_in_her_rows_alone(shop: Corner) -> None:
    """By whole words, in whichever column it stands; a namesake's stays."""
    shop.ask("DELETE FROM orders")
    assert shop.does(Act.RECTIFY, ("Ros", "Roos"))
    assert shop.ask("SELECT given, family FROM people") == [("Asta", "Roos"), ("Bengt", "Ros")]


@pytest.mark.law("L44")
def test_the_books_get_a_note_and_are_not_written_over(shop: Corner) -> None:
    """What stands on the order stays; beside it stands what is right, since when, and by which."""
    before = shop.ask("SELECT * FROM orders")
    assert shop.does(Act.RECTIFY, ("Ros", "Roos"), reference="2026-0007")
    assert shop.ask("SELECT * FROM orders") == before
    noted = [(1, "Ros → Roos (2026-0007)", "2026-03-10")]
    assert shop.ask("SELECT order_id, text, day FROM notes") == noted
    assert shop.does(Act.RECTIFY, ("Ros", "Roos"), reference="2026-0007", on=LATER)
    assert shop.ask("SELECT order_id, text, day FROM notes") == noted


@pytest.mark.law("L44", "L61")
@pytest.mark.people("P01")
def test_a_name_that_was_put_right_is_the_same_persons(shop_with: Callable[..., Corner]) -> None:
    """The books keep the old one: in this matter she is one; in a later one a human looks."""
    orders = tables()["orders"]
    shop = shop_with(orders={"fields": orders["fields"] | {"buyer": column("name", "purchases")}})
    assert shop.does(Act.RESTRICT)
    for _ in range(2):
        assert shop.does(Act.RECTIFY, ("Ros", "Roos"))
    assert shop.ask("SELECT buyer FROM orders WHERE nr = 7") == [("Asta Ros",)]
    assert shop.register.collect(ASTA, NOW).tables == ()
    assert shop.does(Act.LIFT, ("Ros", "Roos"))
    assert shop.ask("SELECT sum(held) FROM people") == [(0,)]


@pytest.mark.law("L44")
def test_without_a_table_for_notes_the_books_are_for_people(
    shop_with: Callable[..., Corner],
) -> None:
    """And then nothing else is corrected either."""
    shop = shop_with("UPDATE orders SET buyer = 'Ros'", orders={"rectify": "person"})
    assert shop.leaves_to_people("Ros", "Roos")
    unmapped = {"table": "jotter", "key": "order_id", "text": "text", "on": "day"}
    Path(shop.path).unlink()
    assert shop_with(orders={"rectify": unmapped}).leaves_to_people("Ros", "Roos")


@pytest.mark.people("P02")
def test_a_new_way_to_reach_her_is_dated(shop: Corner) -> None:
    """So that whoever writes from it soon after has to prove more."""
    assert shop.does(Act.RECTIFY, ("070-174 06 05", "070-174 06 99"))
    assert shop.ask("SELECT phone, changed FROM ways") == [
        ("070-174 06 99", "2026-03-10"),
        ("070-174 06 06", "2020-01-01"),
    ]


@pytest.mark.people("P02")
def test_the_day_counts_by_the_swedish_calendar_wherever_it_stands(
    shop_with: Callable[..., Corner],
) -> None:
    """Half past midnight in Sweden; the address stands in one table, the day in another."""
    fields = tables()["ways"]["fields"] | {"changed": tables()["people"]["fields"]["held"]}
    day = {"held": fields["city"] | {"means": "contact_changed"}}
    people = tables()["people"]
    shop = shop_with(
        ways={"fields": fields},
        people={"fields": people["fields"] | day, "restrict": "person"},
    )
    shop.ask("UPDATE people SET held = '2020-01-01'")
    night = datetime.fromisoformat("2026-03-10T23:30:00+00:00")
    assert shop.does(Act.RECTIFY, ("Låtsasgatan 1", "Låtsasgatan 3"), on=night)
    assert shop.ask("SELECT held FROM people ORDER BY nr") == [("2026-03-11",), ("2020-01-01",)]


@pytest.mark.parametrize(
    ("old", "new", "column", "held"),
    [
        ("telefon 0701740605", "070-1", "phone", "070-1"),
        ("+46 70 174 06 05", "+46 70 1", "phone", "+46 70 1"),
        ("80255", "80256", "postcode", "802 56"),
        ("Gefle", "Gävle", "city", "Gävle"),
        ("La\u030atsasgatan 1", "Låtsasgatan 1 B", "street", "Låtsasgatan 1 B"),
    ],
)
def test_a_value_is_found_however_it_is_written(
    old: str, new: str, column: str, held: str, shop: Corner
) -> None:
    """And written in the shape that the register has."""
    assert shop.does(Act.RECTIFY, (old, new))
    assert shop.ask(f"SELECT {column} FROM ways ORDER BY nr")[0] == (held,)  # noqa: S608


@pytest.mark.parametrize(
    ("held", "old", "new", "left"),
    [
        ("190001019801", "19000101-9801", "19900101-2385", "199001012385"),
        ("000101-9801", "19000101-9801", "19900101-2385", "900101-2385"),
        ("19000101-9801", "000101-9801", "199001012385", "19900101-2385"),
    ],
)
def test_a_personal_number_keeps_the_shape_of_the_register(
    held: str, old: str, new: str, left: str, shop_with: Callable[..., Corner]
) -> None:
    """Ten digits or twelve, with the sign between or without it."""
    fields = tables()["people"]["fields"]
    pnr = fields["held"] | {"means": "personal_number"}
    people = {"fields": fields | {"held": pnr}, "restrict": "person"}
    shop = shop_with(people=people)
    shop.ask("UPDATE people SET held = ? WHERE nr = 7", held)
    # the column holds whole numbers where it can
    shop.ask("UPDATE people SET held = CAST(held AS TEXT)")
    assert shop.does(Act.RECTIFY, (old, new))
    assert [str(one) for (one,) in shop.ask("SELECT held FROM people WHERE nr = 7")] == [left]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", "Kista"),  # added: nobody said where
        ("Asta Rosén", "Asta Ros"),  # neither stands there letter by letter
        ("070-999 99 99", "070-174 06 99"),  # a number that she does not have
        ("0", "1"),  # a switch is no fact of hers
        ("7", "seven"),  # a number stays a number
        ("802 55", "Gävle"),  # no postcode
        (ASTA, "no address"),
    ],
)
def test_what_cannot_be_placed_is_for_people(old: str, new: str, shop: Corner) -> None:
    """To say that it is corrected would be untrue."""
    assert shop.leaves_to_people(old, new)


def test_a_correction_of_nothing_is_for_people(shop: Corner) -> None:
    """What was to be put right is not known any longer."""
    assert not shop.does(Act.RECTIFY)


def test_one_value_of_two_meanings_is_for_people(shop_with: Callable[..., Corner]) -> None:
    """A town that is called as she is; a town at two homes."""
    shop = shop_with("UPDATE ways SET city = 'Asta' WHERE nr = 7")
    assert shop.leaves_to_people("Asta", "Åsta")
    shop.ask("INSERT INTO ways (nr, street, city) VALUES (7, 'Sommarvägen 1', 'Asta')")
    shop.ask("UPDATE people SET given = 'Eva' WHERE nr = 7")
    assert shop.leaves_to_people("Asta", "Åsta")


def test_what_is_right_already_needs_no_deed(shop: Corner) -> None:
    """The company that had it right all the time is not asked."""
    before = shop.dump()
    assert shop.does(Act.RECTIFY, ("Rooz", "Ros"))
    assert shop.dump() == before


def test_of_several_changes_all_are_done_or_none(shop: Corner) -> None:
    """She is not left half corrected."""
    assert shop.leaves_to_people("Ros", "Roos") is False
    before = shop.dump()
    assert not shop.does(Act.RECTIFY, ("Asta", "Åsta"), ("Nowhere 5", "Somewhere 5"))
    assert shop.dump() == before
    assert shop.does(Act.RECTIFY, ("Låtsasgatan 1", "Nygatan 2"), ("802 55", "80333"))
    assert shop.ask("SELECT street, postcode FROM ways WHERE nr = 7") == [("Nygatan 2", "803 33")]


WORDS = st.sampled_from(["Ros", "Roos", "Asta", "Gefle", "Gävle", "802 55", "700", "7", "Ek-Ros"])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=3))
def test_done_twice_is_done_once_and_others_keep_theirs(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[str, str]]
) -> None:
    """Whatever is corrected: nobody else's row changes, and no row of the books."""
    shop = corner(tmp_path_factory.mktemp("shop") / "corner.sqlite", tables())
    watched = (
        "SELECT * FROM people WHERE nr <> 7",
        "SELECT * FROM ways WHERE nr <> 7",
        "SELECT * FROM orders",
        "SELECT * FROM readers WHERE no <> 'L-1'",
    )
    before = [shop.ask(one) for one in watched]
    whole = shop.dump()
    done = shop.does(Act.RECTIFY, *changes)
    assert [shop.ask(one) for one in watched] == before
    assert done or shop.dump() == whole
    if done and len({word for change in changes for word in change}) == 2 * len(changes):
        once = shop.dump()
        assert shop.does(Act.RECTIFY, *changes)
        assert shop.dump() == once


def test_the_schema_knows_no_more_than_the_map() -> None:
    """Every table of the small register is mapped, so that nothing hides from these tests."""
    named = {line.split()[2] for line in SCHEMA.split(";") if "CREATE TABLE" in line}
    assert named - {"stop"} == tables().keys()
