"""The settings: what config.toml says, checked and frozen.

A field's description says what an operator is to write there. What no single key can tell (one
address used twice, a demo fact in live mode) is found in `crossings`.
"""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from bot.answers.facts import CategoryFacts, facts_of
from bot.config.secret import WHERE, Secret
from bot.config.words import (
    Address,
    FolderName,
    Host,
    Key,
    Line,
    MonthDay,
    OrgNr,
    Phone,
    Place,
    Port,
)
from bot.core.vocabulary import Category, Role
from bot.registers.datamap import (
    CategoryWords,
    DataMap,
    Notice,
    Purposes,
    Recipients,
    RegisterMap,
    Statements,
)


class Mode(StrEnum):
    """A demo on this machine with invented people, or the real thing; the two never mix."""

    DEMO = "demo"
    LIVE = "live"


class Security(StrEnum):
    """How a connection to a mail server is protected; "none" on loopback only."""

    NONE = "none"
    STARTTLS = "starttls"
    TLS = "tls"


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=True)


class Ledger(_Part):
    """The database that holds every row, and the file of the key that signs codes and tokens."""

    url: Line = Field(repr=False, description="such as sqlite:///var/ledger.sqlite")
    key_file: Place


class Printing(_Part):
    """The folder into which letters are laid for people to print and post."""

    folder: Place


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
    hang on an address may go to that address (P10).
    """

    user: Line | None = None
    password: Secret | None = Field(default=None, description=WHERE)
    domain: Host
    tls_to_recipients: bool = Field(default=False, strict=True, description="true or false")

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


class Dpo(_Part):
    """The data protection officer, who reads the digest."""

    name: Line
    address: Address


class Staff(_Part):
    """One member of staff. `id` is short, lower case and used once in the whole file.

    A deputy is asked where the others do not answer, in July and at Christmas too (P13).
    """

    id: Key = Field(description='a short word in lower case without åäö, such as "anna"')
    name: Line
    address: Address
    roles: frozenset[Role] = Field(min_length=1, description='["handler"] or ["handler","decider"]')
    deputy: bool = Field(default=False, strict=True, description="true or false")


class Company(_Part):
    """One of the joint controllers, as the customer knows it.

    `fiscal_year_end` is the day on which its fiscal years close; None while nobody has said it.
    """

    name: Line
    short: Line
    org_nr: OrgNr
    address_lines: tuple[Line, ...] = Field(
        min_length=1, description='the postal address, such as ["Storgatan 1", "802 84 GÄVLE"]'
    )
    phone: Phone
    fiscal_year_end: MonthDay | None = None
    staff: tuple[Staff, ...] = Field(
        min_length=1, description="at least one [[companies.<key>.staff]]"
    )


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


class Controllers(_Part):
    """What only the controllers can decide; None while they have not.

    `backup_days`: after how many days a backup is overwritten. `spar`: staff can look a postal
    address up in the population register (SPAR). `purchase_notice_on`: the day on which the
    separate notice about purchases was compared with the data map.
    """

    demo: bool = False
    backup_days: int | None = Field(
        default=None, strict=True, ge=1, le=3650, description="a number of days, such as 35"
    )
    spar: bool | None = Field(default=None, strict=True, description="true or false")
    purchase_notice_on: date | None = Field(default=None, description="a day such as 2026-01-01")


class Settings(_Part):
    """The whole config file. Every path is absolute."""

    mode: Mode = Field(description='"demo" or "live"')
    time_zone: Literal["Europe/Stockholm"] = Field(
        description='"Europe/Stockholm": the legal days are Swedish days'
    )
    folder: Place
    ledger: Ledger
    printing: Printing
    embedded: Embedded = Embedded()
    smtp: Smtp
    lmtp: Lmtp = Lmtp()
    dpo: Dpo
    companies: dict[Key, Company] = Field(min_length=1, description="a table [companies.<key>]")
    mailboxes: dict[Key, Mailbox] = Field(min_length=1, description="a table [mailboxes.<key>]")
    registers: dict[Key, RegisterMap] = Field(min_length=1, description="a table [registers.<key>]")
    categories: dict[Category, CategoryWords] = Field(default_factory=dict)
    purposes: Purposes = Field(default_factory=dict)
    recipients: Recipients = Field(default_factory=dict)
    statements: Statements = Statements()
    notice: Notice = Notice()
    controllers: Controllers = Controllers()

    @property
    def data_map(self) -> DataMap:
        """The one store of what is known about the data that the companies hold."""
        return DataMap(
            registers=self.registers,
            purposes=self.purposes,
            recipients=self.recipients,
            categories=self.categories,
            statements=self.statements,
            notice=self.notice,
        )

    @property
    def facts(self) -> dict[Category, CategoryFacts]:
        """What the data map says of each category."""
        return facts_of(self.data_map)

    def staff(self) -> Iterator[tuple[str, Staff]]:
        """Every member of staff with the key of the company."""
        for key, company in self.companies.items():
            for person in company.staff:
                yield key, person

    def addresses(self) -> tuple[str, ...]:
        """Every address of the file that mail can be sent to, the catch-all last."""
        boxes = [box.address for box in self.mailboxes.values()]
        people = [person.address for _, person in self.staff()]
        others = [one.address for one in self.recipients.values() if one.address]
        rest = [self.embedded.catch_all] if self.embedded.catch_all else []
        return (*boxes, *people, self.dpo.address, *others, *rest)
