"""What comes in by LMTP meets what comes in by IMAP in one journal, and nothing is lost."""

import smtplib
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.core.deadlines import STOCKHOLM
from bot.demo.play import Play
from bot.demo.stage import seeded, stage
from bot.shell.background import Background
from bot.shell.lmtp import LmtpDoor

START = datetime(2026, 3, 10, 9, tzinfo=STOCKHOLM)
GAVLE = "info.gavle@allkontor.example"
MAIL = (
    b"From: lisa@post.example\r\nTo: info.gavle@allkontor.example\r\nSubject: Uppgifter\r\n"
    b"Message-ID: <one@post.example>\r\n\r\nJag vill ha ett registerutdrag.\r\n"
)


@pytest.fixture
def play(tmp_path: Path) -> Iterator[Play]:
    """The house on its embedded server."""
    with stage(tmp_path, START, seeded("second door")) as one:
        yield one


@contextmanager
def lmtp(play: Play) -> Iterator[smtplib.LMTP]:
    """A mail server's connection to our second door."""
    door = LmtpDoor([GAVLE], play.works.take_delivery, play.clock)
    with Background() as loop:
        port = loop.run(door.start("127.0.0.1", 0))
        with smtplib.LMTP("127.0.0.1", port, "mta.example") as client:
            yield client
        loop.run(door.stop())


def matters(play: Play) -> list[tuple[str, datetime]]:
    """Number and receipt of every matter."""
    with play.works.premises.ledger() as ledger:
        loaded = [ledger.load(number) for number in ("2026-0001",) if ledger.events(number)]
        assert not ledger.events("2026-0002")
    return [(matter.number, matter.received_at) for matter in loaded]


def test_one_mail_through_both_doors_is_one_matter_with_the_earlier_receipt(play: Play) -> None:
    """It is known again by Message-ID and content, whichever door it comes through."""
    with lmtp(play) as client:
        client.sendmail("lisa@post.example", [GAVLE], MAIL)
    assert len(play.settle()) == 1
    play.clock.wind(timedelta(days=2))
    play.office.deliver(GAVLE, MAIL)
    assert play.settle() == []
    assert matters(play) == [("2026-0001", START)]


def test_a_ledger_out_of_order_says_451_and_the_next_try_is_taken(
    play: Play, tmp_path: Path
) -> None:
    """The mail server keeps what we could not write down, and its customer is answered later."""

    def rename(old: str, new: str) -> None:
        with sqlite3.connect(tmp_path / "ledger.sqlite") as connection:
            connection.execute(f"alter table {old} rename to {new}")

    with lmtp(play) as client:
        rename("journal", "away")
        with pytest.raises(smtplib.SMTPDataError) as refused:
            client.sendmail("lisa@post.example", [GAVLE], MAIL)
        assert refused.value.smtp_code == 451
        rename("away", "journal")
        client.sendmail("lisa@post.example", [GAVLE], MAIL)
    assert [post.to for post in play.settle()] == ["lisa@post.example"]
