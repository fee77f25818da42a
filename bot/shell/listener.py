"""A listening socket for an aiosmtpd protocol, in the event loop we already run."""

import asyncio
from collections.abc import Callable

from aiosmtpd.smtp import SMTP, Envelope

GRACE = 2.0  # seconds that an open conversation gets to end by itself when the door closes


class Listener:
    """Serves one protocol a connection; `speak` builds it.

    aiosmtpd's own controllers run their handlers in another loop and leave open conversations
    behind when they stop; this one does neither.
    """

    def __init__(self, speak: Callable[[], SMTP]) -> None:
        self._speak = speak
        self._open: set[SMTP] = set()
        self._server: asyncio.Server | None = None

    async def start(self, host: str, port: int) -> int:
        """Listen; the port that was bound comes back (0 asks for a free one)."""
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(self._answer, host, port)
        return int(self._server.sockets[0].getsockname()[1])

    async def stop(self) -> None:
        """Take no more connections and end the open ones; no task is left behind."""
        if self._server is None:
            return
        self._server.close()
        talks = [talk for one in self._open if (talk := one._handler_coroutine)]  # noqa: SLF001 - aiosmtpd names its task nowhere else
        for one in self._open:
            if one.transport is not None:
                one.transport.close()
        if talks:
            _, stuck = await asyncio.wait(talks, timeout=GRACE)
            for talk in stuck:
                talk.cancel()
            await asyncio.gather(*talks, return_exceptions=True)
        await self._server.wait_closed()
        self._server = None

    def _answer(self) -> SMTP:
        one = self._speak()
        self._open = {known for known in self._open if known.transport is not None}
        self._open.add(one)
        return one


def sender_of(envelope: Envelope) -> str:
    """The address in MAIL FROM, empty for the null sender, which aiosmtpd spells `<>`."""
    return (envelope.mail_from or "").removeprefix("<>")
