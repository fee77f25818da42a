from datetime import UTC, datetime

import pytest
from raw_letters import letter

from bot.mail.receipt import received_times

HOSTS = ["mx.allkontor.example", "IMAP.allkontor.example"]


def received(by: str, date: str) -> bytes:
    """One Received line."""
    return f"Received: from x ([192.0.2.1])\n\tby {by} with ESMTPS id 1;\n\t{date}\n".encode()


@pytest.mark.law("L01")
def test_our_own_servers_tell_when_a_mail_came() -> None:
    """Each line that our own hosts wrote counts, with its zone; the sender's Date never does."""
    raw = (
        received("imap.allkontor.example", "Thu, 5 Mar 2026 09:12:04 +0100 (CET)")
        + received("MX.Allkontor.example", "Thu, 5 Mar 2026 08:12:03 -0000")
        + received("out.example.com", "Thu, 5 Mar 2026 07:00:00 +0000")
        + letter(Date="Thu, 1 Jan 1970 00:00:00 +0000")
    )
    assert received_times(raw, HOSTS) == (
        datetime(2026, 3, 5, 8, 12, 4, tzinfo=UTC),
        datetime(2026, 3, 5, 8, 12, 3, tzinfo=UTC),
    )


def test_a_line_below_a_foreign_one_may_be_forged() -> None:
    """A sender who writes our host's name into the mail does not choose the day of receipt."""
    raw = (
        received("relay.example.net", "Thu, 5 Mar 2026 08:13:00 +0000")
        + received("mx.allkontor.example", "Thu, 5 Mar 2026 08:12:00 +0000")
        + received("out.example.com", "Thu, 5 Mar 2026 08:11:00 +0000")
        + received("mx.allkontor.example", "Mon, 5 Jan 2026 08:00:00 +0000")
        + letter()
    )
    assert received_times(raw, HOSTS) == (datetime(2026, 3, 5, 8, 12, tzinfo=UTC),)


@pytest.mark.parametrize(
    "date",
    ["", "igår", "Thu, 99 Mar 2026 08:12:00 +0000", "Thu, 5 Mar 99999 08:12:00 +0000", "1" * 9_000],
)
def test_a_date_that_cannot_be_read_is_passed_over(date: str) -> None:
    """A broken date of our own server costs that line and no other."""
    good = received("mx.allkontor.example", "Thu, 5 Mar 2026 08:12:00 +0000")
    raw = received("mx.allkontor.example", date) + good + letter()
    assert received_times(raw, HOSTS) == (datetime(2026, 3, 5, 8, 12, tzinfo=UTC),)


def test_a_mail_without_our_lines_has_no_times() -> None:
    """Nothing of ours, nothing told."""
    assert received_times(letter(), HOSTS) == ()
    assert received_times(b"", HOSTS) == ()
