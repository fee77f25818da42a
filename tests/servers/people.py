"""What people and mail programs do with a mailbox, the same on each test server."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from imapclient import IMAPClient, SocketTimeout

from bot.shell.addresses import ImapAddress


class Peopled:
    """A test server whose mailboxes people read too."""

    def address(self, user: str) -> ImapAddress:
        """How the bot reaches a mailbox."""
        raise NotImplementedError

    def deliver(self, to: str, raw: bytes) -> None:
        """Let a mail arrive now."""
        raise NotImplementedError

    def renumber(self) -> None:
        """Give every mailbox a new UIDVALIDITY."""
        raise NotImplementedError

    @contextmanager
    def person(self, user: str, folder: str = "INBOX") -> Iterator[IMAPClient]:
        """A mail program of somebody who has the folder open."""
        at = self.address(user)
        timeout = SocketTimeout(connect=5, read=10)
        with IMAPClient(at.host, at.port, ssl=False, timeout=timeout) as client:
            client.normalise_times = False
            client.socket().setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            client.plain_login(user, at.password())
            client.select_folder(folder)
            yield client

    def append(self, user: str, raw: bytes, at: datetime) -> None:
        """Lay a mail into INBOX with this INTERNALDATE, unread."""
        with self.person(user) as client:
            client.append("INBOX", raw, msg_time=at)

    def flags(self, user: str, folder: str = "INBOX") -> list[tuple[bytes, ...]]:
        """The flags of each mail of a folder but for Recent, in the order of the UIDs."""
        with self.person(user, folder) as client:
            found = client.get_flags(client.search("ALL"))
            return [tuple(set(found[uid]) - {rb"\Recent"}) for uid in sorted(found)]
