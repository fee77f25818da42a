"""The IMAP half of the embedded mail server: pymap's boxes in memory, in our own event loop."""

import asyncio
import logging
import ssl
from argparse import Namespace
from collections.abc import Mapping
from datetime import datetime
from functools import cached_property

from proxyprotocol.sock import SocketInfoLocal
from pymap.backend.dict import Config, Login
from pymap.backend.dict.filter import FilterSet
from pymap.backend.dict.mailbox import MailboxData, MailboxSet
from pymap.concurrent import Event, Subsystem
from pymap.imap import IMAPServer
from pymap.parsing.message import AppendMessage
from pymap.selected import SelectedMailbox
from pymap.user import Passwords, UserMetadata
from pysasl import SASLAuth
from pysasl.hashing import BuiltinHash

log = logging.getLogger(__name__)

GRACE = 2.0  # seconds that an open conversation gets to end by itself when the door closes
ROUNDS = 500  # a few hundred rounds: the passwords of the embedded server stand in the config


class Letterboxes:
    """One INBOX an account, served over IMAP without TLS. `accounts` maps address to password."""

    def __init__(self, accounts: Mapping[str, str]) -> None:
        self._accounts = accounts
        self._inboxes: dict[str, _Inbox] = {}
        self._server: asyncio.Server | None = None
        self._open: dict[asyncio.Task[None], asyncio.StreamWriter] = {}

    async def open(self) -> None:
        """Set up an empty INBOX an account, each with a UIDVALIDITY that was not used before."""
        config = _quiet_config()
        config.apply_context()
        login = Login(config)
        passwords = Passwords(config)
        for address, password in self._accounts.items():
            boxes = MailboxSet()
            boxes._inbox = self._inboxes[address] = _Inbox.of(boxes)  # noqa: SLF001 - pymap has no factory for boxes
            config.set_cache[address] = (boxes, FilterSet())
            secret = await passwords.hash_password(password)
            login.users_dict[address] = UserMetadata(config, address, password=secret)
        self._talk = IMAPServer(login, config)

    async def listen(self, host: str, port: int) -> int:
        """Serve the boxes; the bound port comes back (0 asks for a free one)."""
        self._server = await asyncio.start_server(self._answer, host, port)
        return int(self._server.sockets[0].getsockname()[1])

    async def put(self, account: str, raw: bytes, at: datetime) -> None:
        """Lay a mail unread into an INBOX with `at` (aware) as INTERNALDATE; IDLE hears of it."""
        await self._inboxes[account].append(AppendMessage(raw, at), recent=True)

    async def stop(self) -> None:
        """Take no more connections and end the open ones; no task is left behind."""
        if self._server is None:
            return
        self._server.close()
        for writer in self._open.values():
            writer.close()
        if self._open:
            _, stuck = await asyncio.wait(self._open, timeout=GRACE)
            for talk in stuck:
                talk.cancel()
            await asyncio.gather(*stuck, return_exceptions=True)
        await self._server.wait_closed()
        self._server = None

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        if task is None or self._server is None:
            writer.close()
            return
        self._open[task] = writer
        try:
            await self._talk(reader, writer, SocketInfoLocal(writer))
        except Exception:
            log.exception("an IMAP conversation failed")
        finally:
            del self._open[task]


class _Inbox(MailboxData):
    """A pymap box whose IDLE does not sleep through a mail that came just before it.

    pymap waits for the next change without asking whether one was missed, so a mail between two
    commands, or while an update is being written, is announced only with the mail after it.
    """

    @classmethod
    def of(cls, boxes: MailboxSet) -> "_Inbox":
        """An empty box that shares the caches of its set."""
        return cls(boxes._content_cache, boxes._thread_cache)  # noqa: SLF001 - pymap builds its own boxes the same way

    async def update_selected(
        self, selected: SelectedMailbox, *, wait_on: Event | None = None
    ) -> SelectedMailbox:
        """Wait only when the listener has heard everything."""
        if selected.mod_sequence != self._mod_sequences.highest:
            wait_on = None
        return await super().update_selected(selected, wait_on=wait_on)


class _Config(Config):
    """pymap's settings without what it looks up anew at every connection.

    That is this machine's name, and which ways to log in are installed.
    """

    @cached_property
    def tls_auth(self) -> SASLAuth:
        """The ways to log in."""
        return SASLAuth.defaults()

    @property
    def greeting(self) -> bytes:
        """The first line a client reads."""
        return b"rightsbot: embedded mail server ready"


def _quiet_config() -> Config:
    unset = Namespace(passlib_cfg=None, proxy_protocol=None)
    return _Config(
        unset,
        host=None,
        port=0,
        demo_data=False,
        demo_user="",
        demo_password="",
        tls_enabled=False,
        ssl_context=ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER),
        hash_context=BuiltinHash(rounds=ROUNDS),
        cpu_subsystem=Subsystem.for_asyncio(),
        reject_dnsbl=False,
    )
