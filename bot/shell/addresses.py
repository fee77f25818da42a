"""Where our mail servers are and how they are opened, and whose certificates we trust."""

import ssl
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Security = Literal["none", "starttls", "tls"]


@dataclass(frozen=True)
class ImapAddress:
    """A mailbox. `cafile` is a certificate to trust beside those of the system."""

    host: str
    port: int
    security: Security
    user: str
    password: Callable[[], str]
    cafile: Path | None = None


@dataclass(frozen=True)
class SmtpAddress:
    """Where mail is handed in. Without `user` there is no login; `helo` is the name we give."""

    host: str
    port: int
    security: Security
    user: str | None = None
    password: Callable[[], str] | None = None
    helo: str = "localhost"
    cafile: Path | None = None


def trust(cafile: Path | None) -> ssl.SSLContext:
    """A context that verifies certificate and host name."""
    context = ssl.create_default_context()
    if cafile:
        context.load_verify_locations(cafile)
    return context
