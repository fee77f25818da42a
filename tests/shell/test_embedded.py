"""What holds for the embedded mail server alone."""

import asyncio
import base64
import contextlib
import shutil
import smtplib
import subprocess
import sys
import threading
from datetime import timedelta
from pathlib import Path

import pytest
from servers import embedded_process
from servers.embedded import PASSWORD, START, WORLD, Embedded

from bot.shell.clock import WoundClock
from bot.shell.embedded import EmbeddedMail, Loopback
from bot.shell.imap import ImapDoor, MailboxUnavailable
from bot.shell.spool import letters

BOX = "info.gavle@allkontor.example"
MAIL = b"From: kund@example.org\r\nSubject: Hej\r\n\r\nHej!\r\n"


def box(server: Embedded, user: str = BOX) -> list[tuple[bytes, object]]:
    """Every mail of an INBOX with its INTERNALDATE."""
    with ImapDoor(server.address(user)) as door:
        door.select()
        stubs = door.later_than(0, START - timedelta(days=365))
        return [(door.fetch(stub.uid), stub.internaldate) for stub in stubs]


def test_a_mail_gets_its_trace_from_the_wound_clock(embedded: Embedded) -> None:
    """Return-Path and Received on top, INTERNALDATE beside, all at the story's time."""
    embedded.clock.wind(timedelta(days=3, minutes=5))
    embedded.deliver(BOX, MAIL)
    trace = (
        b"Return-Path: <kund@example.org>\r\n"
        b"Received: from client.example ([127.0.0.1]) by mail.rightsbot.example with ESMTP;\r\n"
        b" Sun, 08 Mar 2026 08:05:00 +0000\r\n"
    )
    assert box(embedded) == [(trace + MAIL, embedded.clock.now())]


def test_every_address_has_a_box(embedded: Embedded) -> None:
    """With or without +detail, in any case; what nobody owns lies in the catch-all."""
    for to in (BOX, "Info.Gavle+abc@Allkontor.example", "kund@example.org"):
        embedded.deliver(to, MAIL)
    assert (len(box(embedded)), len(box(embedded, WORLD))) == (2, 1)


def test_a_null_sender_leaves_an_empty_return_path(embedded: Embedded) -> None:
    """A bounce can be told by its Return-Path."""
    with smtplib.SMTP("127.0.0.1", embedded.smtp_port, "client.example") as client:
        client.sendmail("", [BOX], MAIL)
    assert box(embedded)[0][0].startswith(b"Return-Path: <>\r\n")
    assert next(letters(embedded.spool)).mail_from == ""


def test_the_spool_tells_who_wrote_to_whom(embedded: Embedded) -> None:
    """One entry a recipient, in order, for whoever shows the letters."""
    with smtplib.SMTP("127.0.0.1", embedded.smtp_port, "client.example") as client:
        client.sendmail(BOX, ["kund@example.org", BOX], MAIL)
    found = [(one.account, one.recipient, one.at) for one in letters(embedded.spool)]
    assert found == [(WORLD, "kund@example.org", START), (BOX, BOX, START)]


def test_headers_alone_are_a_mail_too(embedded: Embedded) -> None:
    """A mail without a body loses no byte of its headers."""
    embedded.deliver(BOX, b"Subject: Ge mig allt\r\n")
    assert box(embedded)[0][0].endswith(b"Subject: Ge mig allt\r\n\r\n")


def test_a_very_long_line_is_taken(embedded: Embedded) -> None:
    """Mail programs write lines longer than the standard allows."""
    long = MAIL + b"x" * 100_000 + b"\r\n"
    embedded.deliver(BOX, long)
    assert box(embedded)[0][0].endswith(long)


def test_a_restart_gives_every_letter_back(embedded: Embedded) -> None:
    """With its first INTERNALDATE, in order, under a new UIDVALIDITY."""
    for number in range(3):
        embedded.deliver(BOX, MAIL + b"%d\r\n" % number)
        embedded.clock.wind(timedelta(hours=1))
    before = box(embedded)
    with ImapDoor(embedded.address(BOX)) as door:
        numbered = door.select().uidvalidity
    embedded.renumber()
    assert box(embedded) == before
    with ImapDoor(embedded.address(BOX)) as door:
        assert door.select().uidvalidity != numbered


def test_a_person_can_log_in_to_both_halves(embedded: Embedded) -> None:
    """A mail program sends and reads with the password of the account, and with no other."""
    with smtplib.SMTP("127.0.0.1", embedded.smtp_port, "client.example") as client:
        client.ehlo()
        assert {"LOGIN", "PLAIN"} <= set(client.esmtp_features["auth"].split())
        for password, code in (("wrong", 535), (PASSWORD, 235)):
            word = base64.b64encode(f"\0{WORLD}\0{password}".encode()).decode()
            assert client.docmd("AUTH PLAIN", word)[0] == code
    with embedded.person(BOX) as person:
        assert person.has_capability("IDLE")
    wrong = embedded.address("nobody@example.org")
    with pytest.raises(MailboxUnavailable), ImapDoor(wrong):
        pass


def test_a_mail_that_cannot_be_kept_is_not_taken(
    embedded: Embedded, caplog: pytest.LogCaptureFixture
) -> None:
    """451 without the reason; nothing lies in the box that is not on the disk."""
    shutil.rmtree(embedded.spool)
    with pytest.raises(smtplib.SMTPDataError) as caught:
        embedded.deliver(BOX, MAIL)
    assert caught.value.args == (451, b"4.3.0 Not taken now, try again later")
    assert "FileNotFoundError" in caplog.text
    assert box(embedded) == []


def test_only_loopback_is_served() -> None:
    """The embedded server speaks plain text, and so to nobody outside this machine."""
    with pytest.raises(ValueError, match="loopback only"):
        Loopback(host="0.0.0.0")  # noqa: S104 - it is refused


async def test_a_port_that_is_taken_leaves_nothing_open(tmp_path: Path) -> None:
    """The start fails with the system's own error, and neither half goes on listening."""
    clock = WoundClock(START)
    first = EmbeddedMail({WORLD: "demo"}, WORLD, tmp_path / "first", clock)
    await first.start()
    taken = Loopback(smtp_port=first.smtp_port)
    second = EmbeddedMail({WORLD: "demo"}, WORLD, tmp_path / "second", clock, taken)
    with pytest.raises(OSError, match="address already in use"):
        await second.start()
    with pytest.raises(ConnectionRefusedError):
        await asyncio.open_connection("127.0.0.1", second.imap_port)
    await first.stop()


async def test_nothing_is_left_running_after_a_stop(tmp_path: Path) -> None:
    """No task, with clients in the middle of things; and the next one starts in its place."""
    for _ in range(2):
        mail = EmbeddedMail({WORLD: "demo"}, WORLD, tmp_path, WoundClock(START))
        await mail.start()
        login = f"a LOGIN {WORLD} demo".encode()
        idle = await _say(mail.imap_port, login, b"b SELECT INBOX", b"c IDLE")
        send = await _say(
            mail.smtp_port, b"EHLO me", b"MAIL FROM:<>", b"RCPT TO:<a@example.org>", b"DATA"
        )
        await mail.stop()
        for writer in (idle, send):
            writer.close()
            with contextlib.suppress(ConnectionError):
                await writer.wait_closed()
        assert asyncio.all_tasks() == {asyncio.current_task()}


def test_a_letter_that_got_250_survives_a_kill(tmp_path: Path) -> None:
    """SIGKILL while ten clients send: whatever was promised is in the spool."""
    server = subprocess.Popen(  # noqa: S603 - our own command line
        [sys.executable, embedded_process.__file__, tmp_path], stdout=subprocess.PIPE, text=True
    )
    with server:
        port = int(server.stdout.readline())
        promised: list[str] = []
        enough = threading.Event()
        senders = [
            threading.Thread(target=_send_on, args=(port, name, promised, enough))
            for name in range(10)
        ]
        for sender in senders:
            sender.start()
        assert enough.wait(30)
        server.kill()
        for sender in senders:
            sender.join()
    kept = {one.recipient for one in letters(tmp_path)}
    assert len(promised) >= 50
    assert set(promised) <= kept


def _send_on(port: int, name: int, promised: list[str], enough: threading.Event) -> None:
    with (
        contextlib.suppress(OSError, smtplib.SMTPException),
        smtplib.SMTP("127.0.0.1", port, "client.example", timeout=10) as client,
    ):
        for number in range(1000):
            to = f"kund{name}.{number}@example.org"
            client.sendmail("", [to], MAIL)
            promised.append(to)
            if len(promised) >= 50:
                enough.set()


async def _say(port: int, *lines: bytes) -> asyncio.StreamWriter:
    """Say each line and wait for an answer; the connection stays open."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for line in lines:
        await reader.readline()
        writer.write(line + b"\r\n")
    await reader.readline()
    return writer
