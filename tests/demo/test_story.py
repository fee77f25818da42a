"""`rightsbot demo`: the whole story plays, is shown as it goes, and hangs in the gallery."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from bot.core.vocabulary import Mail, Right
from bot.demo.cast import GRETA, LINA
from bot.demo.people import BORLANGE, GAVLE, MORA, UNDATED
from bot.demo.story import CHAPTERS, tell

SCENES = [tale.title for _, chapter in CHAPTERS for tale in chapter]


@dataclass(frozen=True)
class Played:
    """The story after its end: its folder, its page, and what the console showed."""

    folder: Path
    page: Path
    shown: str

    def rows(self, statement: str, file: str = "house/ledger.sqlite") -> list[tuple[Any, ...]]:
        """What a statement finds in one of the databases."""
        with closing(sqlite3.connect(self.folder / file)) as database:
            return database.execute(statement).fetchall()

    def facts(self, kind: str) -> Iterator[dict[str, Any]]:
        """Every fact of a kind, with the number of its matter."""
        for number, fact in self.rows("SELECT matter, fact FROM event ORDER BY matter, seq"):
            held = json.loads(fact)
            if held["kind"] == kind:
                yield held | {"matter": number}

    @property
    def gallery(self) -> html.HtmlElement:
        """The page as a browser reads it."""
        return html.fromstring(self.page.read_text("utf-8"))


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Played:
    """Told once; nobody changes anything."""
    folder = tmp_path_factory.mktemp("demo")
    with redirect_stdout(StringIO()) as shown:
        page = tell(folder)
    return Played(folder, page, shown.getvalue())


def test_every_mail_that_we_send_is_sent(story: Played) -> None:
    """Each kind at least once, and none of all that was ordered went wrong."""
    rows = story.rows("SELECT body, state FROM effect")
    sent = {json.loads(body)["mail"] for body, _ in rows} - {None}
    # no register of paper and no answer gone astray in the demo: both are told in stories
    assert sent == set(Mail) - {Mail.REGISTER_SEARCH, Mail.DPO_INCIDENT}
    assert {state for _, state in rows} <= {"done", "asked"}


def test_every_kind_of_letter_is_answered(story: Played) -> None:
    """All eleven rights are played, and in the end every matter is closed."""
    assert {right for (right,) in story.rows('SELECT "right" FROM "case"')} - {None} == set(Right)
    assert story.rows("SELECT number FROM matter WHERE closed_at IS NULL") == []


@pytest.mark.people("P26")
def test_swedish_english_and_both(story: Played) -> None:
    """Every right in Swedish, some in English; a third language is answered in the two of ours."""
    opened = list(story.facts("matter_opened"))
    spoken = {one["matter"]: one["language"] for one in opened}
    cases = story.rows('SELECT matter, "right" FROM "case" WHERE "right" IS NOT NULL')
    assert {right for number, right in cases if spoken[number] == "sv"} == set(Right)
    assert len({right for number, right in cases if spoken[number] == "en"}) >= 3
    assert any(one["both_languages"] for one in opened)
    assert "IN ENGLISH" in story.gallery.text_content()


def test_every_scene_hangs_in_the_gallery(story: Played) -> None:
    """In its chapter, with its mails, and told on the console week by week."""
    titles = [each.text_content() for each in story.gallery.xpath("//section/h3")]
    assert titles == SCENES
    assert all(section.xpath(".//article") for section in story.gallery.xpath("//section"))
    assert story.page == story.folder / "gallery" / "index.html"
    assert story.shown.count("Vecka") >= 7
    assert "Ditt registerutdrag (ärende 2026-0001)" in story.shown


def test_every_paper_is_shown_page_by_page(story: Played) -> None:
    """Letters, extracts and the portable copy, opened with their passphrases."""
    handles = story.gallery.xpath("//*[@class='handle']/a/text()")
    assert handles.count("brev.pdf") >= 6
    assert {name.split("-")[0] for name in handles} >= {"registerutdrag", "uppgifter", "brev.pdf"}
    assert not story.gallery.xpath("//object")


@pytest.mark.people("P10")
def test_who_only_reads_the_newsletter_gets_her_extract_without_letter(story: Played) -> None:
    """Everything hangs on the mail address: one code, and a file that needs no passphrase."""
    number = SCENES.index("Siri läser bara nyhetsbrevet") + 1
    (scene,) = story.gallery.xpath(f"//section[@id='scen-{number}']")
    assert len(scene.xpath(".//img")) > 1
    assert "brev.pdf" not in scene.text_content()
    assert "Lösenfras" not in scene.text_content()


def test_whoever_says_klar_is_not_believed(story: Played) -> None:
    """One register still held what should have been gone; asked again, it did not."""
    left = [one["residue"] for one in story.facts("register_verified") if one["residue"]]
    assert len(left) == 1
    last = {(one["matter"], one["register_name"]): one for one in story.facts("register_verified")}
    assert all(one["residue"] == 0 for one in last.values())


def test_two_people_approve_each_erasure(story: Played) -> None:
    """And the second is not the first."""
    erased = {one["matter"] for one in story.facts("act_began") if one["act"] == "erase"}
    assert len(erased) == 2
    for number in erased:
        said = [
            one["person"]
            for one in story.facts("commanded")
            if one["matter"] == number and one["word"] == "approve" and one["case"]
        ]
        assert len(set(said)) >= 2


def test_what_was_done_stands_in_the_registers(story: Played) -> None:
    """Greta cannot be reached and her books are kept; Lena and Ivar are put right."""
    registers = "house/registers/{}.sqlite"
    number = GRETA.customer_number(BORLANGE)
    kept = f'SELECT namn, "e-post", gata FROM kund WHERE kundnr = {number}'  # noqa: S608 - ours
    assert story.rows(kept, registers.format(BORLANGE)) == [("Lundmark, Greta", None, None)]
    booked = f"SELECT 1 FROM verifikat WHERE kundnr = {number}"  # noqa: S608 - a number of the demo
    assert story.rows(booked, registers.format(BORLANGE))
    name = f"SELECT first_name FROM customers WHERE customer_no = '{LINA.customer_number(GAVLE)}'"  # noqa: S608 - the same
    assert story.rows(name, registers.format(GAVLE)) == [("Lena",)]
    mail = f"SELECT e_mail FROM contacts WHERE member_no = '{UNDATED.customer_number(MORA)}'"  # noqa: S608 - the same
    assert story.rows(mail, registers.format(MORA)) == [("ivar.bjorkvret@post.example",)]
    marked = "SELECT (SELECT count(*) FROM customers WHERE restricted)"
    assert story.rows(marked, registers.format(GAVLE)) == [(0,)]


def test_a_question_that_nobody_answers_goes_to_others(story: Played) -> None:
    """To deputies, then to another company; late at last, and owned up to."""
    assert {one["times"] for one in story.facts("passed_on")} >= {1, 2}
    assert len(list(story.facts("breached"))) == 1
    assert len(list(story.facts("extended"))) == 1


def test_a_folder_that_holds_something_else_is_left_alone(tmp_path: Path) -> None:
    """Only an earlier demo is replaced."""
    (tmp_path / "house").mkdir()
    keepsake = tmp_path / "house" / "photo.txt"
    keepsake.write_text("mormor")
    with pytest.raises(OSError, match="is not of an earlier demo"):
        tell(tmp_path)
    assert keepsake.read_text() == "mormor"
