"""What holds for the second door in, where a mail server hands over mail for our mailboxes."""

import smtplib
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from bot.shell.background import Background
from bot.shell.clock import WoundClock
from bot.shell.lmtp import Delivery, LmtpDoor

GAVLE = "info.gavle@allkontor.example"
MORA = "info.mora@allkontor.example"
NOW = datetime(2026, 3, 5, 8, 0, tzinfo=UTC)
MAIL = b"Subject: Hej\r\n\r\n.en punkt\r\n" + b"x" * 5000 + b"\r\n"


class Journal:
    """Takes in deliveries, or fails with what the test gives it."""

    def __init__(self) -> None:
        self.deliveries: list[Delivery] = []
        self.trouble: Exception | None = None

    def take_in(self, delivery: Delivery) -> None:
        """Keep one delivery."""
        if self.trouble:
            raise self.trouble
        self.deliveries.append(delivery)


@pytest.fixture
def journal() -> Journal:
    """An empty journal."""
    return Journal()


@pytest.fixture
def mta(journal: Journal) -> Iterator[smtplib.LMTP]:
    """A mail server's connection to our door."""
    door = LmtpDoor([GAVLE, MORA.upper()], journal.take_in, WoundClock(NOW))
    with Background() as loop:
        port = loop.run(door.start("127.0.0.1", 0))
        with smtplib.LMTP("127.0.0.1", port, "mta.example") as client:
            client.ehlo()
            yield client
        loop.run(door.stop())


def hand_over(mta: smtplib.LMTP, *recipients: str, sender: str = "kund@example.org") -> list[int]:
    """Hand over one mail; the code of each recipient's reply after the content."""
    mta.mail(sender)
    taken = [to for to in recipients if mta.rcpt(to)[0] == 250]
    first, _ = mta.data(MAIL)
    return [first, *(mta.getreply()[0] for _ in taken[1:])]


def test_a_mail_reaches_the_journal_whole(journal: Journal, mta: smtplib.LMTP) -> None:
    """With its mailboxes in lower case and without detail, its sender, and when it came."""
    assert hand_over(mta, "Info.Gavle+abc@Allkontor.example", MORA) == [250, 250]
    assert journal.deliveries == [Delivery((GAVLE, MORA), "kund@example.org", MAIL, NOW)]


def test_a_null_sender_is_empty(journal: Journal, mta: smtplib.LMTP) -> None:
    """A bounce comes in with an empty sender."""
    hand_over(mta, GAVLE, sender="")
    assert journal.deliveries[0].mail_from == ""


def test_a_mailbox_that_is_not_ours_is_refused(journal: Journal, mta: smtplib.LMTP) -> None:
    """550 at RCPT for a stranger; the mail still reaches the mailbox that is ours."""
    assert hand_over(mta, "nobody@allkontor.example", GAVLE, "") == [250]
    assert journal.deliveries[0].recipients == (GAVLE,)
    mta.mail("kund@example.org")
    assert mta.rcpt("nobody@allkontor.example") == (550, b"5.1.1 No such mailbox here")


def test_a_fault_is_451_for_each_recipient(journal: Journal, mta: smtplib.LMTP) -> None:
    """The mail server keeps the mail, and its next try is taken."""
    journal.trouble = OSError("disk full")
    assert hand_over(mta, GAVLE, MORA) == [451, 451]
    journal.trouble = None
    assert hand_over(mta, GAVLE, MORA) == [250, 250]


def test_the_text_of_a_fault_stays_with_us(
    journal: Journal, mta: smtplib.LMTP, caplog: pytest.LogCaptureFixture
) -> None:
    """The other side hears that it may try again; why stands in the log."""
    journal.trouble = RuntimeError("database password is hemlig")
    mta.mail("kund@example.org")
    mta.rcpt(GAVLE)
    assert mta.data(MAIL) == (451, b"4.3.0 Not taken now, try again later")
    assert "hemlig" in caplog.text
