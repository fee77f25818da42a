"""The stage of the demo: the embedded mail server, the demo registers, and the shipped config."""

import random
import smtplib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from bot.bootstrap import Works, build
from bot.config import Settings, load, shipped_config
from bot.core.deadlines import receipt_day
from bot.demo.play import Play, Post
from bot.demo.registers import create
from bot.running import embedded
from bot.shell.background import Background
from bot.shell.clock import WoundClock
from bot.shell.embedded import EmbeddedMail, Loopback
from bot.shell.identity_provider import IdentityProvider
from bot.shell.keys import Draw
from bot.shell.spool import delivered, delivery

POSTMASTER = "somebody@post.example"


class EmbeddedPost:
    """The embedded server as a post office. What it keeps for others than us is what we sent."""

    def __init__(self, server: EmbeddedMail, spool: Path, own: frozenset[str]) -> None:
        self._server = server
        self._spool = spool
        self._own = own
        self._sent: list[Post] = []
        self._seen = 0
        self._line: smtplib.SMTP | None = None

    def deliver(self, to: str, raw: bytes) -> None:
        """Hand a mail in by SMTP, as a mail program does."""
        if self._line is None:
            self._line = smtplib.SMTP("127.0.0.1", self._server.smtp_port, timeout=10)
        self._line.sendmail(POSTMASTER, [to], raw)

    def sent(self) -> list[Post]:
        """Every letter in the spool that is not for an info mailbox."""
        while (path := delivery(self._spool, self._seen + 1)).exists():
            self._seen += 1
            self._sent += [
                Post(letter.recipient, letter.at, letter.raw)
                for letter in delivered(path)
                if letter.recipient not in self._own
            ]
        return self._sent

    def close(self) -> None:
        """Hang up; the line is opened again when somebody hands a mail in."""
        if self._line is not None:
            self._line.quit()
            self._line = None


def seeded(seed: str) -> Draw:
    """Random bytes that are the same at every run, so that a story can be told again."""
    source = random.Random(seed)  # noqa: S311 - invented people have no secrets
    return source.randbytes


@contextmanager
def stage(
    folder: Path, start: datetime, draw: Draw, provider: IdentityProvider | None = None
) -> Iterator[Play]:
    """The house on its embedded server, everything below one folder, the clock wound to `start`.

    `provider` is the electronic identification that customers are offered, if any.
    """
    settings = load(shipped_config(), folder)
    create(folder / "registers", receipt_day(start))
    clock = WoundClock(start)
    with Background() as loop:
        server = embedded(settings, clock, Loopback())
        loop.run(server.start())
        try:
            settings = on_ports(settings, server)
            works = build(settings, clock, draw, provider)
            office = embedded_post(works, server)
            play = Play(works, clock, office)
            try:
                yield play
            finally:
                play.close()
                office.close()
                works.close()
        finally:
            loop.run(server.stop())


def embedded_post(works: Works, server: EmbeddedMail) -> EmbeddedPost:
    """The post office of a running embedded server."""
    return EmbeddedPost(server, works.settings.embedded.spool, works.office.people.own)


def on_ports(settings: Settings, server: EmbeddedMail) -> Settings:
    """The same settings, pointed at the ports that the server got."""
    boxes = {
        key: box.model_copy(update={"port": server.imap_port})
        for key, box in settings.mailboxes.items()
    }
    smtp = settings.smtp.model_copy(update={"port": server.smtp_port})
    return settings.model_copy(update={"mailboxes": boxes, "smtp": smtp})
