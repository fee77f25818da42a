"""A mail server that takes what the bot sends and answers what the test tells it to."""

import asyncio
import ssl
from pathlib import Path
from typing import Any, Self

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session

from bot.shell.background import Background
from bot.shell.listener import Listener


class Mta:
    """Runs while its `with` block does. `taken` holds the envelopes that got 250.

    `answers` maps MAIL, RCPT or DATA to the reply to give instead. With `certificate` (public and
    private file) it offers STARTTLS; with `password` it wants a login first.
    """

    def __init__(
        self,
        *,
        certificate: tuple[Path, Path] | None = None,
        password: str | None = None,
        utf8: bool = True,
    ) -> None:
        self.answers: dict[str, str] = {}
        self.taken: list[Envelope] = []
        self.connections = 0
        self._certificate = certificate
        self._password = password
        self._utf8 = utf8
        self._loop = Background()
        self._listener = Listener(self._speak)

    def __enter__(self) -> Self:
        self._loop.__enter__()
        self.port = self._loop.run(self._listener.start("127.0.0.1", 0))
        return self

    def __exit__(self, *why: object) -> None:
        self.hang_up()
        self._loop.__exit__(*why)

    def hang_up(self) -> None:
        """End every conversation and listen no more."""
        self._loop.run(self._listener.stop())

    async def handle_MAIL(  # noqa: N802 - aiosmtpd's name
        self, _: SMTP, __: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Take the sender."""
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return self.answers.get("MAIL", "250 ok")

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, _: SMTP, __: Session, envelope: Envelope, address: str, ___: list[str]
    ) -> str:
        """Take the recipient."""
        envelope.rcpt_tos.append(address)
        return self.answers.get("RCPT", "250 ok")

    async def handle_DATA(self, _: SMTP, __: Session, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd's name
        """Take the mail."""
        if "DATA" not in self.answers:
            self.taken.append(envelope)
        return self.answers.get("DATA", "250 ok")

    def _speak(self) -> SMTP:
        self.connections += 1
        context = None
        if self._certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(*self._certificate)
        return SMTP(
            self,
            hostname="mta.example",
            enable_SMTPUTF8=self._utf8,
            tls_context=context,
            auth_require_tls=bool(context),
            auth_required=self._password is not None,
            authenticator=self._check,
            loop=asyncio.get_running_loop(),
        )

    def _check(self, *asked: Any) -> AuthResult:  # noqa: ANN401 - aiosmtpd's own five arguments
        wanted = (self._password or "").encode()
        return AuthResult(success=asked[-1].password == wanted, handled=False)
