"""What is told beside the copied cells: codes in words, and where the data came from."""

from dataclasses import replace

import pytest
from answers_world import extract, page_text, snapshot

from bot.answers.extract import FactsMissingError, build
from bot.answers.glossary import unexplained
from bot.answers.portable import portable
from bot.core.vocabulary import Category, Language
from bot.registers.maps.datamap import Origin
from bot.registers.records import Code, Column, Snapshot, TableRows

STATUS = Column(
    "status",
    "Läge",
    "State",
    codes=(Code("L", "levererad", "delivered"), Code("R", "reklamerad", "complained of")),
    origin=Origin.OBSERVED,
)
NUMBER = Column("nr", "Ordernummer", "Order number", origin=Origin.GIVEN)
RATING = Column(
    "betyg", "Betyg", "Rating", origin=Origin.OBTAINED, source="Hittepå Kreditupplysning AB"
)
GUESS = Column("grupp", "Kundgrupp", "Customer group", origin=Origin.INFERRED)
PLACE = "registers.gavle.tables.orders"


def orders(*rows: tuple[str, ...]) -> Snapshot:
    """Orders with all four columns."""
    columns = (NUMBER, STATUS, RATING, GUESS)
    made = TableRows(Category.PURCHASES, "Ordrar", columns, rows, "Orders", PLACE)
    return snapshot("gavle", made)


def told(held: Snapshot, language: Language = Language.SV) -> str:
    """The text of the answer."""
    return page_text(build(extract({"gavle": held}, language)))


@pytest.mark.law("L38")
@pytest.mark.parametrize(
    ("language", "words"),
    [(Language.SV, "Läge: L = levererad"), (Language.EN, "State: L = delivered")],
)
def test_a_code_stands_as_it_is_and_is_explained(language: Language, words: str) -> None:
    """The cell is the register's own, letter by letter; only codes that occur are explained."""
    text = told(orders(("A-1", "L", "4", ""), ("A-2", "", "", "")), language)
    assert words in text
    assert "reklamerad" not in text
    assert "complained" not in text


@pytest.mark.law("L38")
def test_a_code_without_words_makes_no_answer() -> None:
    """The key of the map is named, and never the value; access and portability alike."""
    held = orders(("A-1", "L", "", ""), ("A-2", "HEMLIG", "", ""))
    assert unexplained([held]) == [f"{PLACE}.fields.status.codes"]
    for make in (told, lambda held: portable({"gavle": held}, extract().facts[PURCHASES].data_map)):
        with pytest.raises(FactsMissingError) as caught:
            make(held)
        assert caught.value.missing == (f"{PLACE}.fields.status.codes",)
        assert "HEMLIG" not in str(caught.value)


@pytest.mark.law("L38")
def test_what_a_copy_knows_of_its_columns_survives_the_vault() -> None:
    """Codes, origins and places are sealed with the rows."""
    held = orders(("A-1", "L", "4", "B"))
    assert Snapshot.from_json(held.to_json()) == held


@pytest.mark.law("L33")
@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            Language.SV,
            (
                "Det här har du lämnat till oss: Ordernummer.",
                "Det här kommer av hur du använder våra tjänster: Läge.",
                "Det här har vi fått från Hittepå Kreditupplysning AB: Betyg.",
                "Det här har vi själva räknat eller tänkt ut om dig: Kundgrupp.",
            ),
        ),
        (
            Language.EN,
            ("You gave us this: Order number.", "from Hittepå Kreditupplysning AB: Rating."),
        ),
    ],
)
def test_where_each_field_came_from_is_told(language: Language, lines: tuple[str, ...]) -> None:
    """By name of the source, below what is said of the category as a whole."""
    text = told(orders(("A-1", "L", "4", "B")), language)
    for line in lines:
        assert line in text
    assert extract().facts[PURCHASES].told("source", language).split("\n")[0] in text


@pytest.mark.law("L33")
def test_a_source_is_not_told_of_a_field_that_is_empty() -> None:
    """Who gave nothing of this person's is not named, and an unknown origin is not guessed."""
    text = told(orders(("A-1", "L", "", "")))
    assert "Hittepå" not in text
    assert "tänkt ut" not in text
    plain = replace(NUMBER, origin="")
    held = snapshot("gavle", TableRows(PURCHASES, "Ordrar", (plain,), (("A-1",),)))
    assert "Det här har du lämnat" not in told(held)


PURCHASES = Category.PURCHASES
