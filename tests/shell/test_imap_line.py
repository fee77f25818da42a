"""What the bot does when the line to a mailbox is bad, insecure or dead."""

import dataclasses
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from imapclient import SocketTimeout
from servers.certificate import write_certificate
from servers.dovecot import BINARY, WHY_NOT, Dovecot
from servers.embedded import Embedded
from servers.silent import Silent

from bot.shell.addresses import ImapAddress
from bot.shell.imap import ImapDoor, MailboxRefuses, MailboxUnavailable

BOX = "info.gavle@allkontor.example"
SECRET = "hemligt-lösenord"
QUICK = SocketTimeout(connect=1, read=0.3)
GREETING = b"* OK [CAPABILITY IMAP4rev1 IDLE] ready"


def address(port: int, **other: object) -> ImapAddress:
    """A mailbox on a port, with the secret as its password."""
    known = ImapAddress("127.0.0.1", port, "none", BOX, lambda: SECRET)
    return dataclasses.replace(known, **other)


@pytest.fixture
def plain_dovecot() -> Iterator[Dovecot]:
    """A Dovecot that offers no encryption."""
    if not BINARY.exists():
        pytest.skip(WHY_NOT)
    with Dovecot([BOX], tls=False) as server:
        yield server


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_an_encrypted_mailbox_is_read(dovecot: Dovecot, security: str) -> None:
    """STARTTLS and TLS reach the mailbox when the certificate is trusted, and hear of new mail."""
    with ImapDoor(dovecot.address(BOX, security)) as door:
        door.select()
        sender = threading.Timer(0.2, dovecot.deliver, (BOX, b"Subject: Hej\r\n\r\nHej!\r\n"))
        sender.start()
        end = time.monotonic() + 20
        # a session ticket of TLS 1.3 may end a wait early: it is a hint that means nothing
        while not door.wait(20):
            assert time.monotonic() < end
        sender.join()
        assert len(door.later_than(0, datetime(2026, 1, 1, tzinfo=UTC))) == 1


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_a_certificate_nobody_vouches_for_ends_the_connection(
    dovecot: Dovecot, security: str
) -> None:
    """An unknown certificate is an error, not a warning."""
    stranger = dataclasses.replace(dovecot.address(BOX, security), cafile=None)
    with pytest.raises(MailboxUnavailable, match="CERTIFICATE_VERIFY_FAILED"), ImapDoor(stranger):
        pass


def test_a_certificate_of_another_host_ends_the_connection(
    dovecot: Dovecot, tmp_path: Path
) -> None:
    """A valid certificate proves nothing but the name it was made for."""
    cafile, _ = write_certificate(tmp_path)
    other = dataclasses.replace(dovecot.address(BOX, "tls"), cafile=cafile)
    with pytest.raises(MailboxUnavailable, match="CERTIFICATE_VERIFY_FAILED"), ImapDoor(other):
        pass


def test_a_server_without_starttls_is_refused_before_the_login(plain_dovecot: Dovecot) -> None:
    """Encryption that was asked for is never done without; the server hears no password."""
    asked = plain_dovecot.address(BOX, "starttls")
    with pytest.raises(MailboxUnavailable, match="no STARTTLS"), ImapDoor(asked):
        pass
    assert "PLAIN" not in plain_dovecot.log()


def test_a_server_that_hides_starttls_hears_no_password() -> None:
    """Somebody in the middle who strips the capability gets nothing."""
    with Silent(GREETING, b"* CAPABILITY IMAP4rev1\r\nTAG OK done") as server:
        asked = address(server.port, security="starttls")
        with pytest.raises(MailboxUnavailable, match="no STARTTLS"), ImapDoor(asked, timeout=QUICK):
            pass
        assert SECRET.encode() not in b"".join(server.heard)


def test_a_wrong_password_is_told_without_the_password(dovecot: Dovecot) -> None:
    """The message names the mailbox and the trouble; the password is not in it, nor its cause."""
    asked = dataclasses.replace(dovecot.address(BOX), password=lambda: SECRET)
    with pytest.raises(MailboxUnavailable, match="logging in") as caught, ImapDoor(asked):
        pass
    assert SECRET not in f"{caught.value!r} {caught.value.__cause__!r}"


def test_a_missing_folder_is_a_refusal_and_the_line_still_serves(embedded: Embedded) -> None:
    """The server's NO to one command does not end the connection."""
    with ImapDoor(embedded.address(BOX)) as door:
        with pytest.raises(MailboxRefuses):
            door.select("Finns inte")
        assert door.select().uidnext


def test_nobody_there_is_told_as_such() -> None:
    """A port that nobody listens on is MailboxUnavailable."""
    with Silent() as server:
        port = server.port
    with pytest.raises(MailboxUnavailable, match="connecting"), ImapDoor(address(port)):
        pass


@pytest.mark.parametrize(
    "lines",
    [(), (GREETING,), (GREETING, b"* CAPABILITY IMAP4rev1 IDLE\r\nTAG OK done")],
    ids=["at once", "after the greeting", "at the login"],
)
def test_a_server_that_hangs_does_not_hang_us(lines: tuple[bytes, ...]) -> None:
    """A server that stops answering costs the time-out and no more."""
    begun = time.monotonic()
    with (
        Silent(*lines) as server,
        pytest.raises(MailboxUnavailable),
        ImapDoor(address(server.port), timeout=QUICK),
    ):
        pass
    assert time.monotonic() - begun < 5


def test_a_connection_that_dies_while_waiting_is_noticed_at_once(embedded: Embedded) -> None:
    """A server that goes away during IDLE ends the wait, not the day."""
    begun = time.monotonic()
    with ImapDoor(embedded.address(BOX)) as door:
        door.select()
        closing = threading.Timer(0.1, embedded.stop)
        closing.start()
        with pytest.raises(MailboxUnavailable):
            door.wait(60)
        closing.join()
    assert time.monotonic() - begun < 10
