"""What a case holds is destroyed on its last day, day by day until nothing is left of it."""

import sqlite3
from contextlib import closing
from datetime import date, timedelta

import pytest
from correspondence import GAVLE, ORDER, Correspondence
from ways import whole_way

from bot.demo.people import KARIN

#: answered on 13 March; the letter of the 11th was five working days under way, so closed then
CLOSED = date(2026, 3, 18)
FOLDER = "Rättigheter"


def left(story: Correspondence) -> dict[str, int]:
    """How many rows of each table of the ledger still belong to the matter."""
    counted = {}
    with closing(sqlite3.connect(story.stage.folder / "ledger.sqlite")) as ledger:
        for (table,) in ledger.execute("SELECT name FROM sqlite_master WHERE type = 'table'"):
            columns = {row[1] for row in ledger.execute(f'PRAGMA table_info("{table}")')}
            name = "matter" if "matter" in columns else "number" if table == "matter" else ""
            if name:
                asked = f'SELECT count(*) FROM "{table}" WHERE "{name}" = ?'  # noqa: S608 - of the file
                counted[table] = ledger.execute(asked, ("2026-0001",)).fetchone()[0]
    return counted


def labels(story: Correspondence) -> list[str]:
    """What content of the matter is still there."""
    with closing(sqlite3.connect(story.stage.folder / "ledger.sqlite")) as ledger:
        asked = "SELECT label FROM content WHERE matter = '2026-0001'"
        return [row[0] for row in ledger.execute(asked)]


def until(story: Correspondence, day: date) -> None:
    """The house sleeps until the night before a day, and wakes."""
    clock = story.stage.play.clock
    clock.wind(timedelta(days=(day - clock.now().date()).days - 1))
    story.winds(days=1)


@pytest.mark.law("L82")
def test_mail_extract_and_case_file_each_go_on_their_day(story: Correspondence) -> None:
    """Her mails 30 days after the end, in the ledger and in the folder for requests.

    What was sent goes after 90, all else after five years; ordinary mail stays where it is.
    """
    whole_way(story)
    story.customer("kund@kontor.example").writes(ORDER, "Order")
    assert left(story)["artefact"]
    assert any(label.startswith("mail:") for label in labels(story))
    until(story, date(2026, 4, 17))
    assert ("Registerutdrag", False) in story.lies_in(GAVLE, FOLDER)
    until(story, date(2026, 4, 18))
    assert not any(label.startswith("mail:") for label in labels(story))
    assert story.lies_in(GAVLE, FOLDER) == []
    assert ("Order", False) in story.lies_in(GAVLE)
    until(story, date(2026, 6, 18))
    assert left(story)["artefact"] == 0
    until(story, date(2031, 3, 20))
    assert {table: count for table, count in left(story).items() if count} == {}
    story.stage.close()
    ledger = (story.stage.folder / "ledger.sqlite").read_bytes()
    assert KARIN.address.encode() not in ledger
