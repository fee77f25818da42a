"""The door through which our mail leaves, over SMTP. Synchronous; threads may share it."""

import base64
import contextlib
import re
import smtplib
import threading
from collections.abc import Iterator

from bot.shell.addresses import SmtpAddress, trust

__all__ = ["MailDelayed", "MailRefused", "SmtpAddress", "SmtpDoor"]

LONGEST_ADDRESS = 254  # RFC 5321 section 4.5.3.1.3, without the brackets
LOGGED_IN = 235
# not the mail's fault: a conversation out of step (RFC 5321), a login (RFC 4954 section 6)
ABOUT_US = {503, 530, 534, 535, 538}
_LOCAL = re.compile(r"[^\s\x00-\x1f\x7f<>()\[\]\\,;:\"@]+")
_DOMAIN = re.compile(r"[A-Za-z0-9.-]+")
_END_OF_LINE = re.compile(rb"\r\n|\r|\n")


class MailRefused(Exception):  # noqa: N818 - the server's answer, not a mistake of ours
    """The server will never take this mail: 5xx for the sender, the recipient or the content.

    `code` is the server's reply, or 550 and 501 where we know the answer without asking.
    """

    def __init__(self, code: int, said: str) -> None:
        super().__init__(f"{code} {said}")
        self.code = code
        self.permanent = True


class MailDelayed(Exception):  # noqa: N818 - as above
    """The mail was not taken now: 4xx, a time-out, no connection, no login. Try again later."""

    def __init__(self, said: str) -> None:
        super().__init__(said)
        self.permanent = False


class SmtpDoor:
    """Sends one mail at a time and keeps the connection for the next. `timeout` is in seconds."""

    def __init__(self, address: SmtpAddress, timeout: float = 30.0) -> None:
        self._address = address
        self._timeout = timeout
        self._lock = threading.Lock()
        self._client: smtplib.SMTP | None = None

    def send(self, raw: bytes, mail_from: str, to: str) -> None:
        """Hand in one mail for one recipient; an empty `mail_from` is the null sender.

        Raises MailRefused or MailDelayed. A connection that dies after the content was sent is
        MailDelayed too: the mail may arrive twice, with one Message-ID.
        """
        sender = _ascii_domain(mail_from) if mail_from else ""
        recipient = _ascii_domain(to)
        with self._lock, self._dropped_on_a_fault():
            try:
                self._hand_in(self._open(), raw, sender, recipient)
            except MailRefused:
                self._forget()
                raise

    def knock(self) -> None:
        """Connect, secure, greet and log in, and send nothing. MailDelayed where one fails."""
        with self._lock, self._dropped_on_a_fault():
            self._open()

    def close(self) -> None:
        """End the connection, if there is one."""
        with self._lock:
            if self._client is not None:
                with contextlib.suppress(smtplib.SMTPException, OSError):
                    self._client.quit()
            self._drop()

    @contextlib.contextmanager
    def _dropped_on_a_fault(self) -> Iterator[None]:
        """What the conversation dies of is MailDelayed, and the next one has a new connection."""
        try:
            yield
        except MailDelayed:
            self._drop()
            raise
        except (smtplib.SMTPException, OSError) as error:
            self._drop()
            raise MailDelayed(f"{self._name()}: {type(error).__name__}") from error

    def _open(self) -> smtplib.SMTP:
        if self._client is not None:
            with contextlib.suppress(smtplib.SMTPException, OSError):
                if self._client.noop()[0] == 250:  # noqa: PLR2004 - RFC 5321: done
                    return self._client
            self._drop()
        self._client = self._connect()
        self._greet(self._client)
        return self._client

    def _connect(self) -> smtplib.SMTP:
        where = self._address
        if where.security == "tls":
            return smtplib.SMTP_SSL(
                where.host,
                where.port,
                where.helo,
                timeout=self._timeout,
                context=trust(where.cafile),
            )
        return smtplib.SMTP(where.host, where.port, where.helo, timeout=self._timeout)

    def _greet(self, client: smtplib.SMTP) -> None:
        where = self._address
        client.ehlo_or_helo_if_needed()
        if where.security == "starttls":
            if not client.has_extn("starttls"):
                raise MailDelayed(f"{self._name()} offers no STARTTLS, so no mail was sent to it")
            client.starttls(context=trust(where.cafile))
            client.ehlo()
        if where.user is not None and where.password is not None:
            self._log_in(client, where.user, where.password())

    def _log_in(self, client: smtplib.SMTP, user: str, password: str) -> None:
        """AUTH PLAIN by hand (RFC 4616), since smtplib takes ASCII passwords only."""
        try:
            if "PLAIN" in client.esmtp_features.get("auth", "").upper().split():
                word = base64.b64encode(f"\0{user}\0{password}".encode()).decode("ascii")
                if client.docmd("AUTH", f"PLAIN {word}")[0] == LOGGED_IN:
                    return
            else:
                client.login(user, password)
                return
        except (smtplib.SMTPException, UnicodeError):
            pass
        # what a server or a codec says about a login may repeat the password
        raise MailDelayed(f"{self._name()} refused the login")

    def _hand_in(self, client: smtplib.SMTP, raw: bytes, sender: str, recipient: str) -> None:
        options = [f"size={len(raw)}"] if client.has_extn("size") else []
        if not raw.isascii() and client.has_extn("8bitmime"):
            options.append("body=8bitmime")
        if _needs_utf8(raw, sender, recipient):
            if not client.has_extn("smtputf8"):
                raise MailRefused(550, "needs SMTPUTF8, which the server does not offer")
            client.command_encoding = "utf-8"
            options.append("smtputf8")
        try:
            self._expect(client.mail(sender, options))
            self._expect(client.rcpt(recipient))
            self._expect(client.data(_END_OF_LINE.sub(b"\r\n", raw)))
        except smtplib.SMTPDataError as error:  # DATA itself was refused
            self._expect((error.smtp_code, error.smtp_error))
        finally:
            client.command_encoding = "ascii"

    def _expect(self, reply: tuple[int, bytes | str]) -> None:
        code, said = reply
        text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
        text = " ".join(text.split())[:200]
        if code in (250, 251):
            return
        if 500 <= code < 600 and code not in ABOUT_US:  # noqa: PLR2004 - RFC 5321: permanent
            raise MailRefused(code, text)
        raise MailDelayed(f"{self._name()}: {code} {text}")

    def _forget(self) -> None:
        """Take back a refused mail, so that the connection serves the next one."""
        try:
            if self._client is not None:
                self._client.rset()
        except (smtplib.SMTPException, OSError):
            self._drop()

    def _drop(self) -> None:
        if self._client is not None:
            self._client.close()
        self._client = None

    def _name(self) -> str:
        return f"{self._address.host}:{self._address.port}"


def _ascii_domain(address: str) -> str:
    """An address with its domain in ASCII; MailRefused where it could never be one.

    smtplib would read `a,b@example.org` as a list and send to `a`.
    """
    local, _, domain = address.rpartition("@")
    with contextlib.suppress(UnicodeError):
        plain = domain.encode("idna").decode("ascii")
        if len(address) <= LONGEST_ADDRESS and _LOCAL.fullmatch(local) and _DOMAIN.fullmatch(plain):
            return f"{local}@{plain}"
    raise MailRefused(501, "not an address")


def _needs_utf8(raw: bytes, sender: str, recipient: str) -> bool:
    """RFC 6531: an address or a header field beyond ASCII. A body beyond ASCII needs 8BITMIME."""
    headers = raw.replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    return not (sender.isascii() and recipient.isascii() and headers.isascii())
