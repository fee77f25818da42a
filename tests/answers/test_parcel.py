"""Which files an answer has, by how much there is to hand out."""

import csv
import io
import json

import pikepdf
import pytest
from answers_world import HELD, extract, page_text, shipped_map, snapshot, table
from pyzipper import AESZipFile

from bot.answers import parcel
from bot.answers.extract import MOST_ROWS
from bot.answers.manifest import Stamp
from bot.answers.parcel import Names, TooBig, Wrapper, for_mail
from bot.core.vocabulary import Category
from bot.registers.records import Snapshot

PHRASE = "TALL-7K2M-9QXW-4HRD"
MOST = 10_000_000
WRAPPER = Wrapper(Stamp("2026-0001", "hash"), Names("registerutdrag-1", "uppgifter-1"), PHRASE)
ROWS = tuple((f"post {number}", "=1+1") for number in range(MOST_ROWS + 234))
MANY = {"mora": snapshot("mora", table(Category.PURCHASES, "Köp", *ROWS))}


def files(held: dict[str, Snapshot], most: int = MOST) -> dict[str, bytes]:
    """The files of an answer to both rights to a copy."""
    asked = extract(held)
    both = [WRAPPER.access(asked), WRAPPER.portability(asked, shipped_map())]
    return {name: content for name, content, _ in for_mail(both, WRAPPER, most)}


def attached(data: bytes) -> dict[str, bytes]:
    """The files inside a PDF."""
    with pikepdf.open(io.BytesIO(data), password=PHRASE) as document:
        return {name: one.get_file().read_bytes() for name, one in document.attachments.items()}


def unzipped(data: bytes) -> dict[str, bytes]:
    """The files inside a zip."""
    with AESZipFile(io.BytesIO(data)) as opened:
        opened.setpassword(PHRASE.encode())
        return {one.filename: opened.read(one) for one in opened.infolist()}


def is_whole(found: dict[str, bytes], data: str, table_file: str) -> bool:
    """Whether every row stands in the JSON letter by letter, and in the CSV as text."""
    [held] = json.loads(found[data])["tables"]
    read = csv.reader(io.StringIO(found[table_file].decode("utf-8-sig"), newline=""), delimiter=";")
    shown = [("a", "b"), *((one, "'=1+1") for one, _ in ROWS)]
    return [tuple(row.values()) for row in held["rows"]] == [*ROWS] and [*map(tuple, read)] == shown


def test_what_is_printed_whole_needs_no_file_beside_it() -> None:
    """Two PDFs, and only the portable one carries files."""
    found = files(HELD)
    assert set(found) == {"registerutdrag-1.pdf", "uppgifter-1.pdf"}
    assert attached(found["registerutdrag-1.pdf"]) == {}
    assert "data.json" in attached(found["uppgifter-1.pdf"])


@pytest.mark.law("L36")
@pytest.mark.people("P30")
def test_rows_that_are_not_printed_lie_inside_the_locked_pdf() -> None:
    """No program is needed for it but a reader of PDFs; the page says where they are."""
    found = files(MANY)
    inside = attached(found["registerutdrag-1.pdf"])
    assert set(inside) == {"export.json", "schema.json", "export-1.csv"}
    assert is_whole(inside, "export.json", "export-1.csv")
    text = page_text(found["registerutdrag-1.pdf"], "-raw", "-upw", PHRASE)
    assert "Det finns 1234 rader. Här står de 1000 första. Alla rader står i de filer" in text


@pytest.mark.law("L36")
@pytest.mark.law("L70")
def test_what_is_too_long_for_a_pdf_is_in_a_zip_with_names_that_say_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Under the same passphrase, and the page names the file."""
    monkeypatch.setattr(parcel, "INSIDE", 1000)
    found = files(MANY)
    assert set(found) == {"registerutdrag-1.pdf", "registerutdrag-1.zip", "uppgifter-1.zip"}
    export = unzipped(found["registerutdrag-1.zip"])
    assert set(export) == {"export.json", "schema.json", "export-1.csv", "about.txt"}
    assert is_whole(export, "export.json", "export-1.csv")
    copy = unzipped(found["uppgifter-1.zip"])
    assert is_whole(copy, "data.json", "data-1.csv")
    assert "uppgifter-1.pdf" in copy
    text = page_text(found["registerutdrag-1.pdf"], "-raw", "-upw", PHRASE)
    assert "Alla rader står i filen registerutdrag-1.zip" in text
    assert "mora" not in " ".join([*export, *copy])


@pytest.mark.parametrize("inside", [1000, 8_000_000])
def test_what_no_mail_holds_is_said_to_be_too_big(
    monkeypatch: pytest.MonkeyPatch, inside: int
) -> None:
    """Whether it would be a zip or a PDF."""
    monkeypatch.setattr(parcel, "INSIDE", inside)
    with pytest.raises(TooBig):
        files(MANY, most=9000)


@pytest.mark.law("L36")
def test_signs_that_the_page_cannot_draw_stand_in_a_file_beside_it() -> None:
    """The page says so; names of our neighbours need no file."""
    cells = ("Åsa Łukasz Жанна Ωμέγα", "漢字 😀")
    for cell, needs in zip(cells, (False, True), strict=True):
        held = {"mora": snapshot("mora", table(Category.PURCHASES, "Köp", (cell,)))}
        made = files(held)["registerutdrag-1.pdf"]
        assert ("export.json" in attached(made)) is needs
        text = page_text(made, "-raw", "-upw", PHRASE)
        assert ("går inte att visa här" in text) is needs
        assert not needs or cell.encode() in attached(made)["export.json"]
