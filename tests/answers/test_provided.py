"""Which fields the portable copy holds where the map says of each where it came from."""

import json

import pytest
from answers_world import extract, page_text, shipped_map, snapshot

from bot.answers import portable_page
from bot.answers.portable import DATA, PortableCopy, portable
from bot.answers.provided import Left, Outside
from bot.answers.sheets import Words
from bot.core.vocabulary import Category
from bot.registers.maps.datamap import Basis, Origin
from bot.registers.records import Code, Column, TableRows

GIVEN = Column("namn", "Namn", "Name", origin=Origin.GIVEN)
SEEN = Column("besok", "Besök", "Visit", origin=Origin.OBSERVED)
BOUGHT = Column("betyg", "Betyg", "Rating", origin=Origin.OBTAINED, source="Hittepå AB")
GUESSED = Column("grupp", "Grupp", "Group", origin=Origin.INFERRED)
UNSAID = Column("nr", "Nummer", "Number")


def copied(category: Category, *columns: Column) -> PortableCopy:
    """The copy of one row, each cell the name of its column in capitals."""
    row = tuple(column.name.upper() for column in columns)
    held = snapshot("gavle", TableRows(category, "Tabell", columns, (row,)))
    return portable({"gavle": held}, shipped_map())


def fields(copy: PortableCopy) -> list[str]:
    """The names of the fields that are in the copy."""
    [table] = json.loads(copy.files[DATA])["tables"]
    assert [[*row] for row in table["rows"]] == [[one["name"] for one in table["fields"]]]
    return [one["name"] for one in table["fields"]]


@pytest.mark.law("L65")
def test_a_field_that_others_gave_or_we_concluded_is_left_out_and_told() -> None:
    """Given and observed are in; neither value nor name of the others stands in any file."""
    copy = copied(Category.PURCHASES, GIVEN, SEEN, BOUGHT, GUESSED, UNSAID)
    assert fields(copy) == ["namn", "besok", "nr"]
    left = [
        Left(Category.PURCHASES, Outside.NOT_PROVIDED, Words("Betyg", "Rating")),
        Left(Category.PURCHASES, Outside.NOT_PROVIDED, Words("Grupp", "Group")),
    ]
    assert list(copy.parted.left) == left
    assert b"BETYG" not in b"".join(copy.files.values())
    said = json.loads(copy.files[DATA])["outside"]
    assert [one["fields"] for one in said] == [
        [{"sv": "Betyg", "en": "Rating"}],
        [{"sv": "Grupp", "en": "Group"}],
    ]


@pytest.mark.law("L65")
def test_what_nobody_said_of_a_field_is_said_of_its_category() -> None:
    """An unknown origin falls back to the category; a known one goes before it."""
    assert fields(copied(Category.PURCHASES, UNSAID)) == ["nr"]
    credit = copied(Category.CREDIT, UNSAID)
    assert credit.files == {}
    assert credit.parted.left == (Left(Category.CREDIT, Outside.NOT_PROVIDED),)
    assert copied(Category.PURCHASES, BOUGHT, GUESSED).files == {}


@pytest.mark.law("L65")
def test_the_purposes_of_a_field_narrow_its_ground() -> None:
    """A field that only a legal duty uses is outside, though its category rests on a contract."""
    purposes = shipped_map().purposes
    duty = next(key for key, one in purposes.items() if one.basis is Basis.LEGAL_OBLIGATION
                and Category.PURCHASES in one.categories)  # fmt: skip
    booked = Column("ver", "Verifikation", "Voucher", origin=Origin.GIVEN, purposes=(duty,))
    copy = copied(Category.PURCHASES, GIVEN, booked)
    assert fields(copy) == ["namn"]
    voucher = Words("Verifikation", "Voucher")
    assert copy.parted.left == (Left(Category.PURCHASES, Outside.LEGAL_DUTY, voucher),)


@pytest.mark.law("L38")
def test_codes_are_explained_in_the_copy_too() -> None:
    """In the JSON for a program, on the page for a reader."""
    coded = Column("s", "Läge", "State", codes=(Code("S", "sänd", "sent"),), origin=Origin.OBSERVED)
    copy = copied(Category.PURCHASES, coded)
    [table] = json.loads(copy.files[DATA])["tables"]
    assert table["fields"][0]["codes"] == {"S": {"sv": "sänd", "en": "sent"}}
    assert "Läge: S = sänd" in page_text(portable_page.build(extract(), copy))
