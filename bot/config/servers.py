"""The mail servers of the config: our own, those we read, and the one that takes our mails."""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from bot.config.secret import WHERE, Secret
from bot.config.words import Address, FolderName, Host, Line, Place, Port


class Security(StrEnum):
    """How a connection to a mail server is protected; "none" on loopback only."""

    NONE = "none"
    STARTTLS = "starttls"
    TLS = "tls"


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=True)


class Embedded(_Part):
    """The mail server that this program brings along, on loopback; for the demo."""

    enabled: bool = Field(default=False, strict=True, description="true or false")
    smtp_port: Port = 2525
    imap_port: Port = 1143
    spool: Place = Path("var/spool")
    catch_all: Address | None = None
    password: str = Field(default="", repr=False, description="the accounts' password, in quotes")

    @model_validator(mode="after")
    def _complete_when_enabled(self) -> Self:
        if self.enabled and not (self.catch_all and self.password):
            raise ValueError("catch_all (an address) and password too, or enabled = false")
        return self


class _Server(_Part):
    host: Host
    port: Port
    security: Security = Field(description='"tls" or "starttls" ("none" on loopback only)')


class Smtp(_Server):
    """The server that takes our mails. `domain` is the right side of our Message-IDs.

    `tls_to_recipients`: it hands our mails on over enforced TLS alone, so that personal data that
    hang on an address may go to that address (P10). `most_bytes`: of all files of one mail.
    """

    user: Line | None = None
    password: Secret | None = Field(default=None, description=WHERE)
    domain: Host
    tls_to_recipients: bool = Field(default=False, strict=True, description="true or false")
    most_bytes: int = Field(default=10_000_000, ge=100_000, strict=True)

    @model_validator(mode="after")
    def _user_with_password(self) -> Self:
        if (self.user is None) != (self.password is None):
            raise ValueError("user and password together, or neither")
        return self


class Lmtp(_Part):
    """Our second door: a listener to which a mail server hands mail by LMTP."""

    enabled: bool = Field(default=False, strict=True, description="true or false")
    host: Host = "127.0.0.1"
    port: Port = 2424


class Mailbox(_Server):
    """One info mailbox. Mail received before `start_from` (a Swedish day) is never read."""

    company: Line = Field(description="the key of a company of this file, such as gavle")
    address: Address
    user: Line = Field(description="the name of the account on the server")
    password: Secret = Field(description=WHERE)
    folder: FolderName = "Rättigheter"
    start_from: date = Field(description="the first day whose mail is read, such as 2026-01-01")
    receiving_hosts: tuple[Host, ...] = Field(
        default=(), description='the servers that stamp Received, such as ["mx.company.se"]'
    )
