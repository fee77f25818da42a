"""The embedded mail server for tests: in a loop of its own, on free ports, with a wound clock."""

import smtplib
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from servers.people import Peopled

from bot.shell.addresses import ImapAddress
from bot.shell.background import Background
from bot.shell.clock import WoundClock
from bot.shell.embedded import EmbeddedMail

PASSWORD = "lösen"  # beyond ASCII on purpose
WORLD = "world@rightsbot.example"
START = datetime(2026, 3, 5, 8, 0, tzinfo=UTC)


class Embedded(Peopled):
    """Runs while its `with` block does. `users` are addresses it serves; the rest is WORLD's."""

    def __init__(self, users: Iterable[str], spool: Path) -> None:
        self.accounts = dict.fromkeys((*users, WORLD), PASSWORD)
        self.spool = spool
        self.clock = WoundClock(START)
        self._loop = Background()

    def __enter__(self) -> Self:
        self._loop.__enter__()
        self.start()
        return self

    def __exit__(self, *why: object) -> None:
        self.stop()
        self._loop.__exit__(*why)

    def start(self) -> None:
        """Start on new ports with what the spool holds."""
        self._mail = EmbeddedMail(self.accounts, WORLD, self.spool, self.clock)
        self._loop.run(self._mail.start())
        self.smtp_port, self.imap_port = self._mail.smtp_port, self._mail.imap_port

    def stop(self) -> None:
        """End it, and return when it has ended."""
        self._loop.run(self._mail.stop())

    def renumber(self) -> None:
        """Give every mailbox a new UIDVALIDITY, as a restart does."""
        self.stop()
        self.start()

    def address(self, user: str) -> ImapAddress:
        """How the bot reaches a mailbox."""
        return ImapAddress("127.0.0.1", self.imap_port, "none", user, lambda: PASSWORD)

    def deliver(self, to: str, raw: bytes) -> None:
        """Let a mail arrive now."""
        with smtplib.SMTP("127.0.0.1", self.smtp_port, "client.example", timeout=10) as door:
            door.sendmail("kund@example.org", [to], raw)
