"""One IMAP connection: secured, logged in, and its troubles told in our own words."""

import contextlib
import socket
from collections.abc import Iterator
from types import TracebackType
from typing import Self

from imapclient import IMAPClient, SocketTimeout
from imapclient.exceptions import IMAPClientAbortError, IMAPClientError

from bot.shell.addresses import ImapAddress, trust
from bot.shell.mailbox import MailboxRefuses, MailboxUnavailable


class ImapLine:
    """Opens with `open`; `client` is the connection, and `reach` goes around each use of it."""

    def __init__(self, address: ImapAddress, timeout: SocketTimeout) -> None:
        self._address = address
        self._timeout = timeout
        self.name = f"{address.host}:{address.port} ({address.user})"

    def open(self) -> None:
        """Connect, secure, log in; MailboxUnavailable where one of them cannot be had."""
        with self.reach("connecting"):
            self.client = self._connect()
        try:
            self._secure()
            self._log_in()
        except BaseException:
            self.cut()
            raise

    def close(self) -> None:
        """Take leave of the server."""
        try:
            self.client.logout()
        except (IMAPClientError, OSError):
            self.cut()

    def cut(self) -> None:
        """End the connection without a word."""
        with contextlib.suppress(IMAPClientError, OSError):
            self.client.shutdown()

    @contextlib.contextmanager
    def reach(self, doing: str) -> Iterator[None]:
        """Turn what the library and the socket raise into MailboxUnavailable."""
        try:
            yield
        except (IMAPClientAbortError, OSError) as error:
            raise MailboxUnavailable(self._told(doing, error)) from error
        except IMAPClientError as error:
            raise MailboxRefuses(self._told(doing, error)) from error

    def _connect(self) -> IMAPClient:
        where = self._address
        client = IMAPClient(
            where.host,
            port=where.port,
            ssl=where.security == "tls",
            ssl_context=trust(where.cafile) if where.security == "tls" else None,
            timeout=self._timeout,
        )
        client.normalise_times = False
        # imaplib sends a literal in two small packets; together with delayed ACKs that costs 40 ms
        client.socket().setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return client

    def _secure(self) -> None:
        if self._address.security != "starttls":
            return
        with self.reach("securing the connection"):
            if not self.client.has_capability("STARTTLS"):
                raise MailboxUnavailable(
                    f"{self.name} offers no STARTTLS, so the password was not sent to it"
                )
            self.client.starttls(trust(self._address.cafile))

    def _log_in(self) -> None:
        user, password = self._address.user, self._address.password()
        try:
            if self.client.has_capability("AUTH=PLAIN"):
                self.client.plain_login(user, password)
            else:
                self.client.login(user, password)
        except (IMAPClientError, OSError, UnicodeError) as error:
            # what a server or a codec says about a login may repeat the password
            said = self._told("logging in", None)
            raise MailboxUnavailable(f"{said}: {type(error).__name__}") from None

    def _told(self, doing: str, error: Exception | None) -> str:
        said = f": {type(error).__name__}: {error}"[:200] if error else ""
        return f"{self.name}: {doing} failed{said}"


class ImapConnected:
    """What works over one line: opens on `with`, and is dead after a MailboxUnavailable.

    `without` hides capabilities of the server (b"MOVE", b"IDLE" …), for servers whose own cannot
    be trusted.
    """

    def __init__(
        self, address: ImapAddress, timeout: SocketTimeout, without: frozenset[bytes]
    ) -> None:
        self._line = ImapLine(address, timeout)
        self._without = without

    def __enter__(self) -> Self:
        self._line.open()
        try:
            self._begin()
        except BaseException:
            self._line.cut()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if isinstance(error, MailboxUnavailable):
            self._line.cut()
        else:
            self._line.close()

    def _begin(self) -> None:
        """What is done once, right after the login."""

    def _can(self, capability: str) -> bool:
        if capability.encode() in self._without:
            return False
        with self._line.reach("asking what the server can do"):
            return bool(self._client.has_capability(capability))

    @property
    def _client(self) -> IMAPClient:
        return self._line.client
