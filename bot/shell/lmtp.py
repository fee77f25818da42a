"""The second door in: an LMTP listener behind a real mail server (RFC 2033), in our event loop."""

import asyncio
import logging
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime

from aiosmtpd.lmtp import LMTP
from aiosmtpd.smtp import SMTP, Envelope, Session

from bot.shell.clock import Clock
from bot.shell.listener import Listener, sender_of

log = logging.getLogger(__name__)

FAULT = "451 4.3.0 Not taken now, try again later"
NOBODY = "550 5.1.1 No such mailbox here"


@dataclass(frozen=True)
class Delivery:
    """One mail as the mail server handed it in, received `at` (aware, UTC).

    `recipients` are mailboxes of ours, in lower case and without a +detail; `mail_from` is empty
    for a null sender.
    """

    recipients: tuple[str, ...]
    mail_from: str
    raw: bytes
    at: datetime


class LmtpDoor:
    """Hands each mail for one of `mailboxes` to `take_in` and says 250 when that has returned.

    `take_in` runs in a thread and commits; whatever it raises becomes 451 for each recipient, so
    that the mail server keeps the mail, and its text stays in our log. The size of a mail is for
    the mail server in front to limit.
    """

    def __init__(
        self, mailboxes: Collection[str], take_in: Callable[[Delivery], None], clock: Clock
    ) -> None:
        self.mailboxes = frozenset(address.lower() for address in mailboxes)
        self.take_in = take_in
        self.clock = clock
        self.port = 0
        self._listener = Listener(self._speak)

    async def start(self, host: str, port: int) -> int:
        """Listen; the bound port comes back (0 asks for a free one). OSError: the port is taken."""
        self.port = await self._listener.start(host, port)
        return self.port

    async def stop(self) -> None:
        """Take no more mail; a mail without an answer stays with the mail server."""
        await self._listener.stop()

    def _speak(self) -> SMTP:
        return _Lmtp(
            _Handler(self),
            data_size_limit=None,
            enable_SMTPUTF8=True,
            hostname="localhost",
            ident="rightsbot LMTP",
            loop=asyncio.get_running_loop(),
        )


class _Lmtp(LMTP):
    """A line of any sane length is taken: aiosmtpd's 500 would be one reply for all recipients."""

    line_length_limit = 64 * 1024 * 1024


class _Handler:
    """What aiosmtpd asks of us."""

    def __init__(self, door: LmtpDoor) -> None:
        self._door = door

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, _: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """250 for a mailbox of ours, else 550."""
        del session, options
        local, _at, domain = address.lower().rpartition("@")
        known = f"{local.partition('+')[0]}@{domain}"
        if known not in self._door.mailboxes:
            return NOBODY
        envelope.rcpt_tos.append(known)
        return "250 2.1.5 Ok"

    async def handle_DATA(self, _: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd's name
        """RFC 2033 section 4.2: after the content one reply a recipient."""
        del session
        each = len(envelope.rcpt_tos)
        delivery = Delivery(
            tuple(dict.fromkeys(envelope.rcpt_tos)),
            sender_of(envelope),
            bytes(envelope.original_content or b""),
            self._door.clock.now(),
        )
        try:
            await asyncio.to_thread(self._door.take_in, delivery)
        except Exception:
            log.exception("a mail was not taken in")
            return "\r\n".join([FAULT] * each)
        return "\r\n".join(["250 2.0.0 Taken in"] * each)

    async def handle_exception(self, error: Exception) -> str:
        """Answer 451: aiosmtpd would send the error's own text, with a code that means never."""
        log.error("an LMTP conversation failed", exc_info=error)
        return FAULT
