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
from bot.shell.keys import Draw
from bot.shell.spool import letters

POSTMASTER = "somebody@post.example"


class EmbeddedPost:
    """The embedded server as a post office. What it keeps for others than us is what we sent."""

    def __init__(self, server: EmbeddedMail, spool: Path, own: frozenset[str]) -> None:
        self._server = server
        self._spool = spool
        self._own = own

    def deliver(self, to: str, raw: bytes) -> None:
        """Hand a mail in by SMTP, as a mail program does."""
        with smtplib.SMTP("127.0.0.1", self._server.smtp_port, timeout=10) as client:
            client.sendmail(POSTMASTER, [to], raw)

    def sent(self) -> list[Post]:
        """Every letter in the spool that is not for an info mailbox."""
        return [
            Post(letter.recipient, letter.at, letter.raw)
            for letter in letters(self._spool)
            if letter.recipient not in self._own
        ]


def seeded(seed: str) -> Draw:
    """Random bytes that are the same at every run, so that a story can be told again."""
    source = random.Random(seed)  # noqa: S311 - invented people have no secrets
    return source.randbytes


@contextmanager
def stage(folder: Path, start: datetime, draw: Draw) -> Iterator[Play]:
    """The house on its embedded server, everything below one folder, the clock wound to `start`."""
    settings = load(shipped_config(), folder)
    create(folder / "registers", receipt_day(start))
    clock = WoundClock(start)
    with Background() as loop:
        server = embedded(settings, clock, Loopback())
        loop.run(server.start())
        try:
            settings = on_ports(settings, server)
            works = build(settings, clock, draw)
            play = Play(works, clock, embedded_post(works, server))
            try:
                yield play
            finally:
                play.close()
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
