"""The portable copy: what is in it, that a program can read it, and that Windows opens it."""

import csv
import io
import json
from typing import Any

import pytest
from answers_world import (
    BORLANGE,
    GAVLE,
    HELD,
    extract,
    page_text,
    shipped_map,
    snapshot,
    table,
    told_otherwise,
)
from hypothesis import given
from hypothesis import strategies as st

from bot.answers import portable_page
from bot.answers.extract import FactsMissingError, held
from bot.answers.portable import DATA, SCHEMA, PortableCopy, portable
from bot.answers.provided import Left, Outside, Sifted
from bot.core.vocabulary import Category, Language
from bot.mail.templates import SHIPPED
from bot.mail.words import words_of
from bot.registers.maps.datamap import Basis
from bot.registers.records import TableRows

NAMES = {"gavle": GAVLE.name, "borlange": BORLANGE.name}
VISITS = table(Category.BEHAVIOUR, "Besök i webbshoppen", ("/toner", 'å; ä\n"ö"'))


def copied(*tables: TableRows, language: Language = Language.SV) -> PortableCopy:
    """A copy of what one company holds."""
    return portable({"gavle": snapshot("gavle", *tables)}, shipped_map(), language, NAMES)


def document(copy: PortableCopy) -> dict[str, Any]:
    """What a program reads in data.json."""
    read: dict[str, Any] = json.loads(copy.files[DATA])
    return read


def faults(value: object, schema: dict[str, Any], root: dict[str, Any]) -> list[str]:
    """Where a value is not as a JSON Schema says, for the keywords that ours uses."""
    if "$ref" in schema:
        return faults(value, root["$defs"][schema["$ref"].rpartition("/")[2]], root)
    match schema["type"], value:
        case "string", str():
            return []
        case "array", list():
            return [fault for one in value for fault in faults(one, schema["items"], root)]
        case "object", dict():
            known = schema.get("properties", {})
            lacking = [name for name in schema.get("required", ()) if name not in value]
            rest = schema.get("additionalProperties", {"type": "nothing"})
            return lacking + [
                fault
                for name, one in value.items()
                for fault in faults(one, known.get(name, rest), root)
            ]
    return [f"{value!r} is not {schema['type']}"]


@pytest.mark.law("L64")
def test_the_copy_is_as_its_schema_says() -> None:
    """A program that knows JSON Schema needs nothing else to read it."""
    copy = portable(HELD, shipped_map())
    schema = json.loads(copy.files[SCHEMA])
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert faults(document(copy), schema, schema) == []
    assert faults({"tables": [{"rows": [1]}]}, schema, schema) != []


@pytest.mark.law("L64")
def test_every_field_is_described_in_both_languages() -> None:
    """Name, label, title and ground stand beside the data, whoever reads them."""
    read = document(portable(HELD, shipped_map(), names=NAMES))
    first = next(one for one in read["tables"] if one["category"] == "purchases")
    assert first["controller"] == GAVLE.name
    assert [one["name"] for one in first["fields"]] == ["a", "b"]
    assert all(one["title"]["sv"] and one["title"]["en"] for one in first["fields"])
    about = next(one for one in read["categories"] if one["category"] == "purchases")
    assert about["title"] == {"sv": "Genomförda köp", "en": "Purchases"}
    assert "contract" in [one["basis"] for one in about["purposes"]]
    assert all(one["basis_text"]["en"] for one in about["purposes"])


@pytest.mark.law("L65")
def test_it_holds_what_was_given_or_observed_under_consent_or_contract() -> None:
    """Purchases, visits and names are in it; a credit report and our own records are not."""
    copy = portable(
        {
            "gavle": snapshot("gavle", *HELD["gavle"].tables, VISITS),
            "borlange": snapshot(
                "borlange",
                *HELD["borlange"].tables,
                table(Category.CONSENTS, "Samtycken", ("J",)),
            ),
        },
        shipped_map(),
    )
    within = {one["category"] for one in document(copy)["tables"]}
    assert within == {"identity", "purchases", "behaviour"}
    assert copy.parted.left == (
        Left(Category.CONSENTS, Outside.LEGAL_DUTY),
        Left(Category.CREDIT, Outside.NOT_PROVIDED),
    )
    everything = b"".join(copy.files.values())
    assert b"10000" not in everything


@pytest.mark.law("L65")
def test_an_interest_or_a_duty_alone_gives_no_copy() -> None:
    """Without the contract, purchases rest on both of them, and both are told."""
    held_here = {"gavle": snapshot("gavle", *HELD["gavle"].tables)}
    map_ = told_otherwise("customer", categories=(Category.IDENTITY, Category.CONTACT))
    copy = portable(held_here, map_)
    assert copy.parted.left == (
        Left(Category.PURCHASES, Outside.LEGAL_DUTY),
        Left(Category.PURCHASES, Outside.LEGITIMATE_INTEREST),
    )
    assert {one["category"] for one in document(copy)["tables"]} == {"identity"}


def test_nothing_portable_makes_no_file() -> None:
    """An empty file would say less than a refusal with its reason."""
    copy = copied(table(Category.CONSENTS, "Samtycken", ("1",)))
    assert copy.files == {}
    assert copy.parted.left == (Left(Category.CONSENTS, Outside.LEGAL_DUTY),)
    assert portable({}, shipped_map()) == PortableCopy({}, Sifted((), ()))


@pytest.mark.law("L90")
def test_an_unknown_ground_stops_the_copy() -> None:
    """Nobody guesses whether data rest on a contract."""
    with pytest.raises(FactsMissingError) as caught:
        portable(HELD, told_otherwise("customer", basis=Basis.UNKNOWN))
    assert "purposes.customer.basis" in caught.value.missing


def test_a_person_with_no_more_than_a_newsletter_gets_it_too() -> None:
    """What hangs on consent alone is portable; what she has not is not spoken of."""
    copy = copied(
        table(Category.CONTACT, "Prenumeranter", ("siri@post.example",)),
        table(Category.CONSENTS, "Prenumeranter", ("yes",)),
    )
    assert [one["category"] for one in document(copy)["tables"]] == ["contact"]
    assert [one["category"] for one in document(copy)["categories"]] == ["contact"]


@pytest.mark.law("L64")
@pytest.mark.people("P30")
def test_a_table_opens_in_the_spreadsheet_of_a_swedish_windows() -> None:
    """UTF-8 with its mark, semicolons, CRLF; the cells come back as they were."""
    copy = copied(VISITS)
    written = copy.files["gavle-besok-i-webbshoppen.csv"]
    assert written.startswith(b"\xef\xbb\xbfa;b\r\n")
    rows = list(csv.reader(io.StringIO(written.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert rows == [["a", "b"], ["/toner", 'å; ä\n"ö"']]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("@SUM(1)", "'@SUM(1)"),
        ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
        ("-2+3+A1", "'-2+3+A1"),
        ("\t=1", "'\t=1"),
        ("+46 (0)70-174 06 42", "+46 (0)70-174 06 42"),
        ("-125,50", "-125,50"),
        ("0250", "0250"),
        ("", ""),
    ],
)
def test_a_spreadsheet_runs_nothing_that_somebody_wrote(value: str, shown: str) -> None:
    """A formula is text in the CSV; data.json has it letter by letter."""
    copy = copied(table(Category.PURCHASES, "Köp", (value, "x")))
    text = copy.files["gavle-kop.csv"].decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
    assert rows[1] == [shown, "x"]
    assert document(copy)["tables"][0]["rows"] == [{"a": value, "b": "x"}]


@given(st.lists(st.tuples(*[st.text(st.characters(codec="utf-8"))] * 2), min_size=1))
def test_every_sign_survives(rows: list[tuple[str, str]]) -> None:
    """Whatever a register holds, data.json holds it too, and the CSV as many rows."""
    copy = copied(table(Category.PURCHASES, "Köp", *rows))
    assert [tuple(row.values()) for row in document(copy)["tables"][0]["rows"]] == rows
    text = copy.files["gavle-kop.csv"].decode("utf-8-sig")
    read = csv.reader(io.StringIO(text, newline=""), delimiter=";")
    assert len(list(read)) == len(rows) + 1


def test_two_tables_never_share_a_name() -> None:
    """One title in several categories, and the same twice, are files of their own."""
    copy = copied(
        table(Category.IDENTITY, "Kundkort å/ä ö", ("Kerstin",)),
        table(Category.CONTACT, "Kundkort å/ä ö", ("026-1",)),
        table(Category.CONTACT, "Kundkort å/ä ö", ("026-2",)),
        table(Category.PURCHASES, "Köp", ("1",)),
    )
    assert list(copy.files) == [
        DATA,
        SCHEMA,
        "gavle-kundkort-a-a-o.csv",
        "gavle-kundkort-a-a-o-contact.csv",
        "gavle-kundkort-a-a-o-2.csv",
        "gavle-kop.csv",
    ]


def test_the_same_data_give_the_same_bytes() -> None:
    """A deed that is done again sends the same files."""
    assert portable(HELD, shipped_map()) == portable(HELD, shipped_map())


@pytest.mark.people("P30")
@pytest.mark.parametrize("language", Language)
def test_a_page_says_what_each_field_is(language: Language) -> None:
    """Company, table, file and every field in the reader's language, and no value."""
    copy = portable(HELD, shipped_map(), language, NAMES)
    text = page_text(portable_page.build(extract(language=language), copy))
    for file, source in copy.sheets:
        assert file in text
        assert all(column.name in text for column in source.columns)
    assert GAVLE.name in text
    assert DATA in text
    assert "Låtsasson" not in text
    assert "’" not in text


@pytest.mark.parametrize("language", Language)
def test_each_reason_has_its_words(language: Language) -> None:
    """The answer can say why each category is outside."""
    assert set(Outside) - set(words_of(SHIPPED, language).tables["outside"]) == set()


def test_all_that_is_held_is_inside_or_told_to_be_outside() -> None:
    """No category is passed over in silence."""
    copy = portable(HELD, shipped_map())
    told = {Category(one["category"]) for one in document(copy)["tables"]}
    assert told | {one.category for one in copy.parted.left} == set(held(HELD))
