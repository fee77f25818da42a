"""The embedded mail server: SMTP in (aiosmtpd), IMAP out (pymap), one process, one event loop.

It stands in for a real server so that the shipped config runs with nothing else installed. It
listens on loopback only, speaks plain text, and keeps each letter on disk before it says 250.
Folders and flags that people set are in memory and are gone after a restart.
"""

import asyncio
import ipaddress
import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from pathlib import Path
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from pymap.mime import MessageContent

from bot.shell.clock import Clock
from bot.shell.letterboxes import Letterboxes
from bot.shell.listener import Listener, sender_of
from bot.shell.spool import Spool, Spooled, letters

log = logging.getLogger(__name__)

BIGGEST = 64 * 1024 * 1024  # bytes of one mail
FAULT = "451 4.3.0 Not taken now, try again later"
_NOT_A_NAME = re.compile(r"[^A-Za-z0-9.:\[\]_-]")


@dataclass(frozen=True)
class Loopback:
    """Where the embedded server listens: a loopback host, and ports where 0 means a free one."""

    host: str = "127.0.0.1"
    smtp_port: int = 0
    imap_port: int = 0
    hostname: str = "mail.rightsbot.example"

    def __post_init__(self) -> None:
        if not ipaddress.ip_address(self.host).is_loopback:
            raise ValueError(f"the embedded mail server listens on loopback only, not {self.host}")


class EmbeddedMail:
    """`accounts` maps address to password; mail to any other address goes to `catch_all`.

    `smtp_port` and `imap_port` hold the bound ports after `start`. The receipt that is stamped on
    a mail (Received, INTERNALDATE) is read from `clock`.
    """

    def __init__(
        self,
        accounts: Mapping[str, str],
        catch_all: str,
        spool: Path,
        clock: Clock,
        at: Loopback = Loopback(),
    ) -> None:
        self._accounts = {address.lower(): word for address, word in accounts.items()}
        self._catch_all = catch_all.lower()
        if self._catch_all not in self._accounts:
            raise ValueError(f"the catch-all {catch_all} is not among the accounts")
        self._folder = spool
        self._clock = clock
        self._at = at
        self._boxes = Letterboxes(self._accounts)
        self._listener = Listener(self._speak)
        self._one_at_a_time = asyncio.Lock()
        self.smtp_port = at.smtp_port
        self.imap_port = at.imap_port

    async def start(self) -> None:
        """Put every spooled letter back into its INBOX, then listen. OSError: a port is taken."""
        self._spool = await asyncio.to_thread(Spool, self._folder)
        await self._boxes.open()
        for letter in await asyncio.to_thread(list, letters(self._folder)):
            account = letter.account if letter.account in self._accounts else self._catch_all
            await self._boxes.put(account, letter.raw, letter.at)
        try:
            self.imap_port = await self._boxes.listen(self._at.host, self._at.imap_port)
            self.smtp_port = await self._listener.start(self._at.host, self._at.smtp_port)
        except OSError:
            await self.stop()
            raise

    async def stop(self) -> None:
        """Close both doors; what got a 250 stays in the spool."""
        await self._listener.stop()
        await self._boxes.stop()

    async def take(self, session: Session, envelope: Envelope) -> None:
        """Keep one mail on disk and lay it into its boxes. Raises when it could not be kept."""
        async with self._one_at_a_time:
            now = self._clock.now()
            raw = self._stamp(session, envelope, now)
            await asyncio.to_thread(MessageContent.parse, raw)  # refuse what no box could hold
            sender = sender_of(envelope)
            kept = [
                Spooled(self._account_of(address), address, sender, now, raw)
                for address in dict.fromkeys(envelope.rcpt_tos)
            ]
            await asyncio.to_thread(self._spool.keep, kept)
            for letter in kept:
                await self._boxes.put(letter.account, letter.raw, letter.at)

    def is_known(self, address: str, password: bytes) -> bool:
        """Whether this is an account and its password."""
        known = self._accounts.get(address.lower())
        return known is not None and known.encode() == password

    def _account_of(self, address: str) -> str:
        local, _, domain = address.lower().rpartition("@")
        known = f"{local.partition('+')[0]}@{domain}"
        return known if known in self._accounts else self._catch_all

    def _stamp(self, session: Session, envelope: Envelope, now: datetime) -> bytes:
        """RFC 5321 section 4.4: the trace that the last server puts on top of a mail."""
        peer = session.peer[0] if session.peer else "unknown"
        name = _NOT_A_NAME.sub("", session.host_name or "")[:255] or "unknown"
        body = bytes(envelope.original_content or b"")
        trace = (
            f"Return-Path: <{sender_of(envelope)}>\r\n"
            f"Received: from {name} ([{peer}]) by {self._at.hostname} with ESMTP;\r\n"
            f" {format_datetime(now)}\r\n"
        )
        end = b"" if b"\r\n\r\n" in body else b"\r\n"  # headers alone still need their blank line
        return trace.encode("utf-8", "surrogateescape") + body + end

    def _speak(self) -> SMTP:
        return _LongLines(
            _Handler(self),
            data_size_limit=BIGGEST,
            enable_SMTPUTF8=True,
            hostname=self._at.hostname,
            ident="rightsbot",
            auth_require_tls=False,
            authenticator=self._authenticate,
            loop=asyncio.get_running_loop(),
        )

    def _authenticate(self, *asked: Any) -> AuthResult:  # noqa: ANN401 - aiosmtpd's own five arguments
        data = asked[-1]
        good = isinstance(data, LoginPassword) and self.is_known(
            data.login.decode("utf-8", "replace"), data.password
        )
        return AuthResult(success=good, handled=False)


class _LongLines(SMTP):
    """Real mail programs send lines longer than RFC 5321 section 4.5.3.1.6 allows."""

    line_length_limit = 1024 * 1024


class _Handler:
    """What aiosmtpd asks of us."""

    def __init__(self, mail: EmbeddedMail) -> None:
        self._mail = mail

    async def handle_DATA(self, _: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd's name
        """250 only for a mail that is on the disk; else 451, and the reason in the log alone."""
        try:
            await self._mail.take(session, envelope)
        except Exception:
            log.exception("a mail was not taken")
            return FAULT
        return "250 2.0.0 Kept"

    async def handle_exception(self, error: Exception) -> str:
        """Answer 451: aiosmtpd would send the error's own text, with a code that means never."""
        log.error("a conversation failed", exc_info=error)
        return FAULT
