"""What becomes of a mail that the bot sends."""

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest
from servers.certificate import write_certificate
from servers.mta import Mta
from servers.silent import Silent

from bot.shell.smtp import MailDelayed, MailRefused, SmtpAddress, SmtpDoor

SENDER = "info.gavle@allkontor.example"
CUSTOMER = "kund@example.org"
MAIL = b"From: info.gavle@allkontor.example\r\nSubject: Svar\r\n\r\n.en punkt\r\nhej\r\n"
SECRET = "lösen-ord"


@pytest.fixture
def mta() -> Iterator[Mta]:
    """A mail server that takes everything."""
    with Mta() as server:
        yield server


@pytest.fixture
def door(mta: Mta) -> Iterator[SmtpDoor]:
    """The bot's door to it."""
    opened = SmtpDoor(SmtpAddress("127.0.0.1", mta.port, "none"), timeout=5)
    yield opened
    opened.close()


def test_a_mail_arrives_byte_for_byte(mta: Mta, door: SmtpDoor) -> None:
    """Also a line that begins with a full stop; bare line feeds become proper line ends."""
    door.send(MAIL.replace(b"\r\n", b"\n"), SENDER, CUSTOMER)
    (taken,) = mta.taken
    assert taken.original_content == MAIL
    assert (taken.mail_from, taken.rcpt_tos) == (SENDER, [CUSTOMER])


def test_a_null_sender_is_possible(mta: Mta, door: SmtpDoor) -> None:
    """An automatic reply leaves with an empty MAIL FROM, so that its bounce cannot loop."""
    door.send(MAIL, "", CUSTOMER)
    assert mta.taken[0].mail_from == "<>"


def test_one_connection_serves_many_mails(mta: Mta, door: SmtpDoor) -> None:
    """A refused mail in between does not spoil the connection."""
    door.send(MAIL, SENDER, CUSTOMER)
    mta.answers["RCPT"] = "550 5.1.1 no such user"
    with pytest.raises(MailRefused):
        door.send(MAIL, SENDER, CUSTOMER)
    mta.answers.clear()
    door.send(MAIL, SENDER, CUSTOMER)
    assert (len(mta.taken), mta.connections) == (2, 1)


@pytest.mark.parametrize("stage", ["MAIL", "RCPT", "DATA"])
def test_a_5xx_is_a_refusal(mta: Mta, door: SmtpDoor, stage: str) -> None:
    """For the sender, the recipient or the content: the server will never take it."""
    mta.answers[stage] = "550 5.7.1 never"
    with pytest.raises(MailRefused) as caught:
        door.send(MAIL, SENDER, CUSTOMER)
    assert (caught.value.code, caught.value.permanent) == (550, True)


@pytest.mark.parametrize("stage", ["MAIL", "RCPT", "DATA"])
def test_a_4xx_is_a_delay(mta: Mta, door: SmtpDoor, stage: str) -> None:
    """The same mail goes out later, on a new connection."""
    mta.answers[stage] = "451 4.3.0 later"
    with pytest.raises(MailDelayed):
        door.send(MAIL, SENDER, CUSTOMER)
    mta.answers.clear()
    door.send(MAIL, SENDER, CUSTOMER)
    assert len(mta.taken) == 1


def test_a_server_that_went_away_is_a_delay(mta: Mta, door: SmtpDoor) -> None:
    """A kept connection that died is replaced; when nobody answers, the mail waits."""
    door.send(MAIL, SENDER, CUSTOMER)
    mta.hang_up()
    with pytest.raises(MailDelayed):
        door.send(MAIL, SENDER, CUSTOMER)


@pytest.mark.parametrize("lines", [(), (b"220 hej",), (b"220 hej", b"250 hej")])
def test_a_server_that_hangs_is_a_delay(lines: tuple[bytes, ...]) -> None:
    """At the greeting, after EHLO, after MAIL: the time-out ends it."""
    with Silent(*lines) as server:
        opened = SmtpDoor(SmtpAddress("127.0.0.1", server.port, "none"), timeout=0.3)
        with pytest.raises(MailDelayed):
            opened.send(MAIL, SENDER, CUSTOMER)


def test_a_mail_leaves_encrypted_and_logged_in(tmp_path: Path) -> None:
    """STARTTLS with a certificate that is checked, then the login, also with å in the password."""
    certificate = write_certificate(tmp_path)
    with Mta(certificate=certificate, password=SECRET) as mta:
        at = SmtpAddress("127.0.0.1", mta.port, "starttls", "bot", lambda: SECRET)
        opened = SmtpDoor(dataclasses.replace(at, cafile=certificate[0]), timeout=5)
        opened.send(MAIL, SENDER, CUSTOMER)
        opened.close()
        assert len(mta.taken) == 1
        with pytest.raises(MailDelayed, match="CertVerif"):
            SmtpDoor(at, timeout=5).send(MAIL, SENDER, CUSTOMER)


def test_a_server_without_starttls_gets_no_mail(mta: Mta) -> None:
    """Encryption that was asked for is never done without."""
    at = SmtpAddress("127.0.0.1", mta.port, "starttls", "bot", lambda: SECRET)
    with pytest.raises(MailDelayed, match="no STARTTLS"):
        SmtpDoor(at, timeout=5).send(MAIL, SENDER, CUSTOMER)
    assert mta.taken == []


@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")
def test_a_refused_login_is_a_delay_and_keeps_the_password() -> None:
    """A wrong password is our fault and not the mail's; it is told without the password."""
    with Mta(password="another") as mta:
        at = SmtpAddress("127.0.0.1", mta.port, "none", "bot", lambda: SECRET)
        with pytest.raises(MailDelayed, match="refused the login") as caught:
            SmtpDoor(at, timeout=5).send(MAIL, SENDER, CUSTOMER)
        assert SECRET not in f"{caught.value!r} {caught.value.__cause__!r}"
        with pytest.raises(MailDelayed, match="530"):
            SmtpDoor(SmtpAddress("127.0.0.1", mta.port, "none"), timeout=5).send(MAIL, "", CUSTOMER)


def test_an_address_beyond_ascii_is_sent_as_such(mta: Mta, door: SmtpDoor) -> None:
    """SMTPUTF8 for the local part; the domain is put into ASCII (RFC 6531, RFC 5890)."""
    door.send(MAIL, SENDER, "åsa@exämple.org")
    assert mta.taken[0].rcpt_tos == ["åsa@xn--exmple-cua.org"]
    assert mta.taken[0].smtp_utf8


def test_a_server_without_smtputf8_is_not_tried() -> None:
    """A mail that needs SMTPUTF8 is refused where it is not offered; other mail goes on."""
    with Mta(utf8=False) as mta:
        opened = SmtpDoor(SmtpAddress("127.0.0.1", mta.port, "none"), timeout=5)
        with pytest.raises(MailRefused, match="needs SMTPUTF8"):
            opened.send(MAIL, SENDER, "åsa@example.org")
        opened.send(MAIL, SENDER, "kund@exämple.org")
        assert [one.rcpt_tos for one in mta.taken] == [["kund@xn--exmple-cua.org"]]
        opened.close()


@pytest.mark.parametrize(
    "to", ["", "kund", "a,b@example.org", "<a@example.org>", "a@b@example.org", "a\r\nRCPT@b.org"]
)
def test_what_is_no_address_is_never_sent_to(mta: Mta, door: SmtpDoor, to: str) -> None:
    """A list, a line break or half an address is refused before the server is asked."""
    with pytest.raises(MailRefused, match="not an address"):
        door.send(MAIL, SENDER, to)
    assert mta.connections == 0
