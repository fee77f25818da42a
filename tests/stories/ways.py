"""Stretches of the way that many stories share."""

import sqlite3
from contextlib import closing

from correspondence import ACCESS, Correspondence, Letter, Writer

from bot.config import Settings
from bot.demo.people import KARIN, DemoPerson


def to_the_letter(story: Correspondence, who: DemoPerson = KARIN) -> Letter:
    """She asks, her code comes back, her letter lies in the print folder."""
    customer = story.customer(who)
    customer.writes(ACCESS, "Registerutdrag")
    customer.returns_code()
    return story.letter()


def to_the_approval(story: Correspondence) -> Letter:
    """The letter is posted and answered; staff hold the draft."""
    letter = to_the_letter(story)
    story.winds(days=1)
    story.anna.answers(story.anna.last, "POSTAT")
    story.winds(days=2)
    story.customer(KARIN).writes(f"KOD {letter.code}", "Koden")
    return letter


def to_the_answer(story: Correspondence) -> Letter:
    """Approved and sent."""
    letter = to_the_approval(story)
    story.anna.answers(story.anna.last, "GODKÄNN")
    return letter


def whole_way(story: Correspondence) -> None:
    """From the first mail to the closed matter."""
    to_the_answer(story)
    story.winds(days=12)


def decider(story: Correspondence, number: str = "2026-0001") -> Writer:
    """Who may decide in the company that owns a matter."""
    by_company = {"gavle": story.anna, "borlange": story.dahl, "mora": story.britta}
    return by_company[story.matter(number).company]


def nothing_leaves(settings: Settings) -> Settings:
    """A server that is not on this machine: no code, letter or extract may go out."""
    lmtp = settings.lmtp.model_copy(update={"enabled": True, "host": "192.0.2.1"})
    return settings.model_copy(update={"lmtp": lmtp})


def only_read(settings: Settings) -> Settings:
    """Registers that the bot may read and nothing else: people do every act by hand."""
    registers = {
        name: register.model_copy(update={"writable": False})
        for name, register in settings.registers.items()
    }
    return settings.model_copy(update={"registers": registers})


def rows(story: Correspondence, register: str, statement: str) -> list[tuple[object, ...]]:
    """What a statement finds in a register, beside everything of ours."""
    with closing(sqlite3.connect(story.stage.folder / "registers" / f"{register}.sqlite")) as one:
        return list(one.execute(statement))


def blocked(story: Correspondence, register: str) -> list[object]:
    """The addresses on a register's block list."""
    listed = story.stage.play.works.settings.registers[register].marketing
    statement = f'SELECT "{listed.address}" FROM "{listed.table}"'  # noqa: S608 - names of the data map
    return [row[0] for row in rows(story, register, statement)]
