"""Several women of one name on one street: staff say which is she, and nobody else is touched."""

import sqlite3
from contextlib import closing

import pytest
from correspondence import Correspondence, Letter, Writer, flat, pdf_text
from ways import rows

from bot.demo.people import KARIN
from bot.demo.play import Post

LETTER = """Hej!

Jag vill ha ett registerutdrag enligt artikel 15. Radera sedan alla mina personuppgifter enligt
artikel 17.

Med vänlig hälsning"""
OTHERS = (
    ("G-90001", "Påhittsgatan 14", None, "/butikskortet"),
    ("G-90002", "Påhittsgatan 14", "yngre.karin@post.example", "/dotterns-sida"),
    ("G-90003", "Fabelgränd 60", "helt.annan@post.example", "/namnens-sida"),
)
"""Her own card of the shop; a younger woman of her name in her house; a namesake elsewhere."""
COPIED = "INSERT INTO customers SELECT NULL, ?, kind, first_name, last_name, NULL, NULL,"
COPIED += " '2019-04-02', NULL, 0, 0 FROM customers WHERE customer_no = ?"


def lay_in(story: Correspondence) -> None:
    """Three more customers of her name in the register of Gävle."""
    path = story.stage.folder / "registers" / "gavle.sqlite"
    with closing(sqlite3.connect(path)) as database, database:
        for number, street, address, page in OTHERS:
            hers = KARIN.customer_number("gavle")
            key = database.execute(COPIED, (number, hers)).lastrowid
            for table, cells in (
                ("contacts", (key, address, None, "2019-04-02")),
                ("addresses", (key, "home", street, "802 55", "Gävle")),
                ("visits", (key, "2026-01-05 10:00:00", page, None, None)),
            ):
                marks = ", ".join("?" * len(cells))
                database.execute(f"INSERT INTO {table} VALUES (NULL, {marks})", cells)  # noqa: S608 - its own names


def asked(person: Writer, words: str) -> Post:
    """The last mail to a member of staff with these words in its subject."""
    return next(mail for mail in reversed(person.mail) if words in mail.subject)


def to_the_approval(story: Correspondence) -> Letter:
    """A letter to the address that SPAR knows is answered; staff hold the draft and the plan."""
    karin, anna = story.customer(KARIN), story.anna
    karin.writes(LETTER)
    karin.returns_code()
    assert {case.stage for case in story.matter().cases} == {"stronger proof"}
    anna.answers(asked(anna, "ta reda på vem"), "SPAR")
    letter = story.letter()
    anna.answers(asked(anna, "posta ett brev"), "POSTAT")
    story.winds(days=2)
    karin.writes(f"KOD {letter.code}")
    return letter


@pytest.mark.people("P01", "P04")
def test_the_one_that_staff_confirm_is_hers_and_the_others_stay(story: Correspondence) -> None:
    """TA MED 1: copied and then erased; no field of the two others is shown or touched."""
    lay_in(story)
    letter, anna, erik = to_the_approval(story), story.anna, story.erik
    prompt = asked(anna, "godkänn svaret")
    lines = [line for line in prompt.text.splitlines() if "Gävle, Kunder rad" in line]
    assert len(lines) == 2
    assert "samma namn och postadress, 2 april 2019" in flat(prompt)
    anna.answers(prompt, "TA MED 9")
    assert "finns inte bland" in anna.heard
    anna.answers(prompt, "TA MED 1")
    assert story.matter().included == {1}
    for words in ("godkänn svaret", "godkänn en radering"):
        assert "Medtaget som kundens: 1" in flat(asked(anna, words))
        anna.answers(asked(anna, words), "GODKÄNN")
    erik.answers(asked(erik, "ett ja till"), "GODKÄNN")
    story.winds(days=9)
    extract = "".join(
        pdf_text(file, letter.passphrase)
        for mail in story.customer(KARIN).mail
        for _, file in mail.attachments()
    )
    pages = {str(row[0]) for row in rows(story, "gavle", "SELECT page FROM visits")}
    numbers = {str(row[0]) for row in rows(story, "gavle", "SELECT customer_no FROM customers")}
    for place, (number, _, address, page) in enumerate(OTHERS):
        mine = place == 0
        assert (page in extract, page in pages, number in numbers) == (mine, not mine, not mine)
        assert not address or address not in extract
    assert story.matter().cases[1].residue == ()
    assert "G-90001" not in (story.stage.folder / "registers" / "gavle.sqlite").read_text("latin-1")
