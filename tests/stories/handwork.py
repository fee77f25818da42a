"""What people do by hand: deeds in the registers, KLAR in the mail, and what recipients answer."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from types import MappingProxyType

from correspondence import (
    ANNA,
    BORLANGE,
    BRITTA,
    DAHL,
    GAVLE,
    MORA,
    Correspondence,
    Letter,
    Writer,
    flat,
)
from ways import decider

from bot.demo.people import REGISTERS, DemoPerson
from bot.demo.play import Post
from bot.registers.keys import search_keys

OLLE = "olle.strom@borlange.allkontor.example"
"""Handler in Borlänge."""
SARA = "sara.holm@gavle.allkontor.example"
"""Decider in Gävle, asked where the others do not answer."""
BOXES: Mapping[str, str] = MappingProxyType({ANNA: GAVLE, DAHL: BORLANGE, BRITTA: MORA})
"""One person a company, and the mailbox of that company."""

OWN_NUMBER = "SELECT id FROM customers WHERE customer_no = ?"
GOING: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "gavle": tuple(
            f"DELETE FROM {table} WHERE customer_id IN ({OWN_NUMBER})"  # noqa: S608 - its own names
            for table in ("contacts", "addresses", "visits", "interests")
        ),
        "borlange": (
            'UPDATE kund SET "e-post" = NULL, telefon = NULL WHERE kundnr = ?',
            "UPDATE kund SET kontakt_andrad = NULL WHERE kundnr = ?",
            "UPDATE kund SET gata = NULL, postnr = NULL, ort = NULL WHERE kundnr = ?",
            "DELETE FROM besok WHERE kundnr = ?",
        ),
        "mora": ("DELETE FROM contacts WHERE member_no = ?",),
    }
)
"""The statements that erase one customer's contact data and visits, by register."""


class Hands:
    """The staff of all three companies, and their registers."""

    def __init__(self, story: Correspondence) -> None:
        self._story = story
        self._said: set[str | None] = set()

    def open_tasks(self) -> list[Post]:
        """What one person in each company is asked to do in a register and has not answered."""
        return [
            mail
            for mail in self._story.mail
            if mail.to in BOXES
            and "Registret kan inte göra det självt" in flat(mail)
            and mail.mail.message_id not in self._said
        ]

    def say_done(self, words: str = "KLAR gjort i vårt register") -> list[Post]:
        """Each answers each of their tasks; the mails that this led to."""
        led_to: list[Post] = []
        for task in self.open_tasks():
            self._said.add(task.mail.message_id)
            led_to += self._story.customer(task.to).answers(task, words, to=BOXES[task.to])
        return led_to

    def erase(self, person: DemoPerson) -> None:
        """What the plan says goes, in all registers; what bookkeeping needs stays."""
        for register in REGISTERS:
            self.erase_in(register, person)

    def erase_in(self, register: str, person: DemoPerson) -> None:
        """Ways to reach her, and what she looked at, in one register."""
        number = person.customer_number(register)
        for statement in GOING[register]:
            self.run(register, statement, number)

    def forget_address(self, person: DemoPerson) -> None:
        """Only her mail address goes: the shortest way to hide everything else."""
        new = f"x{person.number}@borta.example"
        self.run("gavle", "UPDATE contacts SET email = ? WHERE email = ?", new, person.address)
        self.run("borlange", 'UPDATE kund SET "e-post" = ? WHERE lower("e-post") = ?', new,
                 person.address)  # fmt: skip
        self.run("mora", "UPDATE contacts SET e_mail = ? WHERE e_mail = ?", new, person.address)

    def second_address(self, person: DemoPerson, address: str) -> None:
        """Gävle holds another mail address of hers too."""
        insert = f"INSERT INTO contacts SELECT NULL, ({OWN_NUMBER}), ?, NULL, '2020-01-01'"
        self.run("gavle", insert, person.customer_number("gavle"), address)

    def run(self, register: str, statement: str, *values: object) -> int:
        """One statement in a register's database; how many rows it touched."""
        with closing(sqlite3.connect(self._file(register))) as database, database:
            return database.execute(statement, values).rowcount

    def run_one(self, register: str, question: str, *values: object) -> object:
        """The first cell of what a question finds in a register's database."""
        with closing(sqlite3.connect(self._file(register))) as database:
            row = database.execute(question, values).fetchone()
            return row[0] if row else None

    def _file(self, register: str) -> Path:
        return self._story.stage.folder / "registers" / f"{register}.sqlite"

    def held(self, person: DemoPerson) -> dict[str, set[str]]:
        """The categories that each register holds of whoever has her customer number."""
        works = self._story.stage.play.works
        return {
            name: {
                category.value
                for record in works.premises.registers[name].look_up(
                    search_keys(customer_numbers=[person.customer_number(name)]), whole=True
                )
                for category in record.categories
            }
            for name in REGISTERS
        }


def asked(who: Writer, about: str) -> Post:
    """The last mail to somebody whose subject says this."""
    found = [mail for mail in who.mail if about in mail.subject]
    assert found, f"nobody has asked {who.address}: {about}"
    return found[-1]


def by_letter(story: Correspondence, who: DemoPerson, body: str, days: int = 2) -> Letter:
    """Somebody asks for something and shows who it is: by code, and some days later by letter."""
    customer = story.customer(who)
    customer.writes(body)
    customer.returns_code()
    number = story.matters()[-1]
    letter = story.letter(number)
    clerk = decider(story, number)
    clerk.answers(clerk.last, "POSTAT")
    story.winds(days=days)
    customer.writes(f"KOD {letter.code}", "Koden")
    return letter


def recipient(story: Correspondence, key: str) -> Writer:
    """A named recipient of the data, as the settings know it."""
    return story.customer(story.stage.play.works.settings.recipients[key].address)


def all_answer(story: Correspondence, words: str = "KLART") -> list[Post]:
    """Each recipient that we have written to answers its last mail; what this led to."""
    led_to: list[Post] = []
    for key in story.stage.play.works.settings.recipients:
        who = recipient(story, key)
        if who.mail:
            led_to += who.answers(who.last, words)
    return led_to
