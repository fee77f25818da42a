"""Answers that are longer than a page prints or a mail holds, and one that is not hers."""

import csv
import io
import json
import sqlite3
from contextlib import closing
from datetime import date
from random import Random

import pikepdf
import pytest
from correspondence import Correspondence, Tell, flat, pdf_text
from pyzipper import AESZipFile
from ways import to_the_answer, to_the_approval

from bot.answers import parcel
from bot.config import Settings
from bot.core.vocabulary import Category
from bot.deeds.premises import snapshot_name
from bot.demo.people import DESIGNED, KARIN
from bot.registers.records import Code
from bot.shell.engine import transaction

MANY = 1500


def shops_a_lot(story: Correspondence, count: int = MANY, page: str = "/toner") -> None:
    """Visits of Karin's to the web shop of Gävle, whose words nobody can guess."""
    chance = Random("visits")
    path = story.stage.folder / "registers" / "gavle.sqlite"
    with closing(sqlite3.connect(path)) as register, register:
        register.executemany(
            "INSERT INTO visits (customer_id, visited_at, page, search) VALUES (1, ?, ?, ?)",
            [
                (f"2026-01-02 10:{n % 60:02}:00", page, f"sökning {n} {chance.randbytes(12).hex()}")
                for n in range(count)
            ],
        )


def attached(data: bytes, passphrase: str) -> dict[str, bytes]:
    """The files inside a PDF."""
    with pikepdf.open(io.BytesIO(data), password=passphrase) as document:
        return {name: one.get_file().read_bytes() for name, one in document.attachments.items()}


def unzipped(data: bytes, passphrase: str) -> dict[str, bytes]:
    """The files inside a zip."""
    with AESZipFile(io.BytesIO(data)) as opened:
        opened.setpassword(passphrase.encode())
        return {one.filename: opened.read(one) for one in opened.infolist()}


def searches(files: dict[str, bytes]) -> tuple[list[str], list[str]]:
    """Karin's searches in the JSON, and in the CSV that it names."""
    tables = json.loads(files["export.json"])["tables"]
    [visits] = [one for one in tables if one["title"]["en"] == "Visits to the web shop"]
    text = files[visits["file"]].decode("utf-8-sig")
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=";")
    return [row["search"] for row in visits["rows"]], [row["search"] for row in rows]


@pytest.mark.law("L36")
@pytest.mark.people("P30")
def test_what_the_pages_do_not_print_lies_inside_the_locked_pdf(story: Correspondence) -> None:
    """The bot answers, with one approval; every row is there, and the mail says how to open it."""
    shops_a_lot(story)
    letter = to_the_answer(story)
    karin = story.customer(KARIN)
    [(name, data)] = karin.last.attachments()
    assert name == "registerutdrag-2026-0001.pdf"
    in_json, in_csv = searches(attached(data, letter.passphrase))
    assert len(in_json) >= MANY
    assert in_json == in_csv
    for said in ("de 1 000 första raderna", "Adobe Acrobat Reader", "under gemet"):
        assert said in karin.heard
    assert "Här står de 1000 första" in pdf_text(data, letter.passphrase)


@pytest.mark.law("L36")
@pytest.mark.people("P30")
def test_longer_ones_come_in_a_locked_zip_and_the_mail_says_that_windows_needs_help(
    story: Correspondence, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two files in one mail, one passphrase for both."""
    monkeypatch.setattr(parcel, "INSIDE", 1000)
    shops_a_lot(story)
    letter = to_the_answer(story)
    karin = story.customer(KARIN)
    files = dict(karin.last.attachments())
    assert set(files) == {"registerutdrag-2026-0001.pdf", "registerutdrag-2026-0001.zip"}
    found = unzipped(files["registerutdrag-2026-0001.zip"], letter.passphrase)
    assert len(searches(found)[0]) >= MANY
    for said in ("registerutdrag-2026-0001.zip", "7-Zip", "samma lösenfras"):
        assert said in karin.heard


@pytest.mark.people("P04")
@pytest.mark.law("L36")
def test_what_no_mail_holds_is_laid_out_locked_for_a_human_to_post(tell: Tell) -> None:
    """Beside the letters and never among them; gone when staff have said that it is done."""
    story = tell(adjust=_with_small_mails)
    shops_a_lot(story, 8000)
    letter = to_the_approval(story)
    assert (story.case().stage, story.case().reason) == ("with a person", "too_big")
    assert "Svaret är för stort för ett mejl" in story.anna.heard
    [place] = (story.stage.folder / "print-media").iterdir()
    files = {file.name: file.read_bytes() for file in place.iterdir()}
    assert set(files) == {"registerutdrag-2026-0001.pdf"}
    inside = attached(files["registerutdrag-2026-0001.pdf"], letter.passphrase)
    assert len(searches(inside)[0]) >= 8000
    assert not list((story.stage.folder / "print").glob("registerutdrag*"))
    assert not any(list(mail.attachments()) for mail in story.mail)
    story.anna.answers(story.anna.last, "KLAR usb-minnet är postat")
    assert story.matter().closed
    assert not list((story.stage.folder / "print-media").iterdir())


@pytest.mark.law("L72")
@pytest.mark.law("L70")
def test_another_persons_data_in_her_answer_are_stopped_and_everybody_is_told(
    story: Correspondence,
) -> None:
    """The copy in the vault is not the one that the register gave: nothing is sent."""
    to_the_approval(story)
    works = story.stage.play.works
    register = works.premises.registers["gavle"]
    now = works.office.clock.now()
    copies = (register.collect(one.address, now) for one in DESIGNED if one is not KARIN)
    others = next(copy for copy in copies if Category.IDENTITY in copy.counts())
    with transaction(works.office.engine) as session:
        vault = works.office.ledger(session).vault
        vault.put("2026-0001", snapshot_name(1, "gavle"), others.pieces())
    sent = story.anna.answers(story.anna.last, "GODKÄNN")
    assert not [mail for mail in sent if mail.to == KARIN.address]
    assert (story.case().stage, story.case().reason) == ("with a person", "undeliverable")
    alarms = [mail for mail in sent if "svaret är stoppat" in mail.subject]
    assert {mail.to.partition("@")[2].partition(".")[0] for mail in alarms} == {
        *("gavle", "borlange", "mora")
    }
    assert "En fil stämde inte med ärendet" in flat(alarms[0])


@pytest.mark.law("L38")
def test_a_code_that_no_glossary_explains_goes_to_a_human(tell: Tell) -> None:
    """Found when the data are collected; nobody approves what could not be sent, the clock runs."""
    story = tell(adjust=_with_codes)
    shops_a_lot(story, 3, page="X9")
    to_the_approval(story)
    assert (story.case().stage, story.case().reason) == ("with a person", "facts_missing")
    assert "Svaret är inte komplett" in story.anna.heard
    assert story.matter().promised == date(2026, 4, 10)
    assert not any("X9" in mail.text for mail in story.mail)


def _with_small_mails(settings: Settings) -> Settings:
    smtp = settings.smtp.model_copy(update={"most_bytes": 200_000})
    return settings.model_copy(update={"smtp": smtp})


def _with_codes(settings: Settings) -> Settings:
    gavle = settings.registers["gavle"]
    visits = gavle.tables["visits"]
    coded = visits.fields["page"].model_copy(update={"codes": {"X1": Code("X1", "a", "b")}})
    fields = {**visits.fields, "page": coded}
    tables = {**gavle.tables, "visits": visits.model_copy(update={"fields": fields})}
    registers = {**settings.registers, "gavle": gavle.model_copy(update={"tables": tables})}
    return settings.model_copy(update={"registers": registers})
