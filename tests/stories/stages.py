"""Where stories are played: the real house, on the embedded server or on a real Dovecot."""

import shutil
import smtplib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from email.parser import BytesHeaderParser
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Protocol

from blank_ledger import blank_ledger
from remembering import NAME
from servers.dovecot import Dovecot
from servers.embedded import PASSWORD, Embedded
from servers.mta import Mta

from bot.bootstrap import Works, build
from bot.config import Settings, load, shipped_config
from bot.config.secret import Secret
from bot.demo.play import Play, Post
from bot.demo.stage import seeded
from bot.shell.clock import WoundClock
from bot.shell.identity_provider import IdentityProvider
from bot.shell.spool import delivered, delivery

Adjust = Callable[[Settings], Settings]
BOXES = tuple(f"info.{town}@allkontor.example" for town in ("gavle", "borlange", "mora"))


class PostOffice(Protocol):
    """A mail server as a story needs it: it takes our mails, and people put mails into boxes."""

    @property
    def server(self) -> Embedded | Dovecot:
        """The server of the mailboxes."""
        ...

    @property
    def smtp_port(self) -> int:
        """Where the house hands in its mails."""
        ...

    def deliver(self, to: str, raw: bytes) -> None:
        """Let a mail arrive now."""
        ...

    def sent(self) -> list[Post]:
        """Every mail that the house has sent, in order."""
        ...


class EmbeddedOffice:
    """The server that the house brings along; its spool shows what the house sent."""

    def __init__(self, server: Embedded) -> None:
        self._server = server
        self._read = 0
        self._sent: list[Post] = []

    @property
    def server(self) -> Embedded:
        """The server of the mailboxes."""
        return self._server

    @property
    def smtp_port(self) -> int:
        """Where the house hands in its mails."""
        return self.server.smtp_port

    def deliver(self, to: str, raw: bytes) -> None:
        """Hand a mail in by SMTP."""
        with smtplib.SMTP("127.0.0.1", self.server.smtp_port, timeout=10) as door:
            door.sendmail("somebody@post.example", [to], raw)

    def sent(self) -> list[Post]:
        """What lies in the spool for others than the info mailboxes."""
        while (path := delivery(self.server.spool, self._read + 1)).exists():
            self._read += 1
            self._sent += [
                Post(letter.recipient, letter.at, letter.raw)
                for letter in delivered(path)
                if letter.recipient not in BOXES
            ]
        return list(self._sent)


class DovecotOffice:
    """Mailboxes on a Dovecot, and a mail server of its own that takes what the house sends."""

    def __init__(self, server: Dovecot, mta: Mta, clock: WoundClock) -> None:
        self._server = server
        self.mta = mta
        self._clock = clock

    @property
    def server(self) -> Dovecot:
        """The server of the mailboxes."""
        return self._server

    @property
    def smtp_port(self) -> int:
        """Where the house hands in its mails."""
        return self.mta.port

    def deliver(self, to: str, raw: bytes) -> None:
        """Append a mail with the wound clock's INTERNALDATE: Dovecot's own clock is real."""
        self.server.append(to, raw, self._clock.now())

    def sent(self) -> list[Post]:
        """What the other server took."""
        return [
            Post(one.rcpt_tos[0], _date(raw), raw)
            for one in self.mta.taken
            if isinstance(raw := one.content, bytes)
        ]


class Stage:
    """The house on a post office, everything below one folder, its codes always the same.

    `adjust` changes the shipped settings.
    """

    def __init__(self, office: PostOffice, folder: Path, clock: WoundClock, adjust: Adjust) -> None:
        self.office = office
        self.server = office.server
        self.folder = folder
        self._adjust = adjust
        self._draw = seeded("story")
        self._provider: IdentityProvider | None = None
        self.play = Play(self._build(clock), clock, office)

    def rebuild(self) -> None:
        """The mail server numbers its mailboxes anew, and the house is started again."""
        self.close()
        self.server.renumber()
        self.play.works = self._build(self.play.clock)

    def offers(self, provider: IdentityProvider) -> None:
        """The house is started again, with an electronic identification beside the letter."""
        self.close()
        self._provider = provider
        self.play.works = self._build(self.play.clock)

    def close(self) -> None:
        """Let go of what the house holds open."""
        self.play.close()
        self.play.works.close()

    def _build(self, clock: WoundClock) -> Works:
        # a weekly run speaks to staff on Mondays; the stories of it ask for it
        shipped = load(shipped_config(), self.folder).model_copy(update={"retention": None})
        settings = self._adjust(shipped)
        return build(self._pointed(settings), clock, self._draw, self._provider)

    def _pointed(self, settings: Settings) -> Settings:
        password = Secret.model_validate(PASSWORD)
        boxes = {
            key: box.model_copy(update={"port": self.server.imap_port, "password": password})
            for key, box in settings.mailboxes.items()
        }
        smtp = settings.smtp.model_copy(update={"port": self.office.smtp_port})
        url = settings.ledger.url.replace("sqlite:", f"{NAME}:", 1)
        ledger = settings.ledger.model_copy(update={"url": url})
        return settings.model_copy(update={"mailboxes": boxes, "smtp": smtp, "ledger": ledger})


@contextmanager
def on_embedded(registers: Path, folder: Path, start: datetime, adjust: Adjust) -> Iterator[Stage]:
    """A stage on the embedded server, with a copy of the registers, the clock wound to `start`."""
    shutil.copytree(registers, folder / "registers")
    clock = WoundClock(start)
    server = Embedded(BOXES, folder / "spool")
    server.clock = clock
    with server:
        yield from _open(EmbeddedOffice(server), folder, clock, adjust)


@contextmanager
def on_dovecot(registers: Path, folder: Path, start: datetime, adjust: Adjust) -> Iterator[Stage]:
    """The same on a Dovecot."""
    shutil.copytree(registers, folder / "registers")
    clock = WoundClock(start)
    with Dovecot(BOXES, tls=False) as server, Mta() as mta:
        yield from _open(DovecotOffice(server, mta, clock), folder, clock, adjust)


def _open(office: PostOffice, folder: Path, clock: WoundClock, adjust: Adjust) -> Iterator[Stage]:
    (folder / "ledger.sqlite").write_bytes(blank_ledger())
    stage = Stage(office, folder, clock, adjust)
    try:
        yield stage
    finally:
        stage.close()


def _date(raw: bytes) -> datetime:
    return parsedate_to_datetime(BytesHeaderParser().parsebytes(raw)["Date"])


def told(mails: Sequence[Post]) -> list[tuple[str, str, str]]:
    """What a reader sees of mails: to whom, subject, text."""
    return [(one.to, one.subject, one.text) for one in mails]
