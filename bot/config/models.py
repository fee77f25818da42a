"""The settings: what config.toml says, checked and frozen.

A field's description says what an operator is to write there. What no single key can tell (one
address used twice, a demo fact in live mode) is found in `crossings`.
"""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from bot.answers.facts import CategoryFacts, facts_of
from bot.config.archives import ArchivedMailbox, PeopleMap
from bot.config.blocking import Blocking
from bot.config.erasure import Erasure
from bot.config.own_ledger import OWN_LEDGER, with_own_purpose, with_own_words
from bot.config.printing import Printing
from bot.config.retention import RetentionRun
from bot.config.secret import WHERE, Secret
from bot.config.servers import Embedded, Lmtp, Mailbox, Smtp
from bot.config.words import (
    Address,
    Key,
    Line,
    MonthDay,
    OrgNr,
    Phone,
    Place,
)
from bot.core.vocabulary import Category, Role
from bot.registers.maps.datamap import (
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


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=True)


class Ledger(_Part):
    """The database that holds every row, and the file of the key that signs codes and tokens."""

    url: Line = Field(repr=False, description="such as sqlite:///var/ledger.sqlite")
    key_file: Place


class Dpo(_Part):
    """The data protection officer, who reads the digest."""

    name: Line
    address: Address


class Staff(_Part):
    """One member of staff. `id` is short, lower case and used once in the whole file.

    A deputy is asked where the others do not answer, in July and at Christmas too (P13). What
    stands in an answer is shown to whoever approves it in a file under her own `passphrase` alone
    (P04); without one she sees counts and masked values.
    """

    id: Key = Field(description='a short word in lower case without åäö, such as "anna"')
    name: Line
    address: Address
    roles: frozenset[Role] = Field(min_length=1, description='["handler"] or ["handler","decider"]')
    deputy: bool = Field(default=False, strict=True, description="true or false")
    passphrase: Secret | None = Field(default=None, description=WHERE)


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
    blocking: Blocking = Blocking()
    retention: RetentionRun | None = None
    erasure: Erasure = Field(default_factory=dict)  # type: ignore[assignment] # an empty table
    embedded: Embedded = Embedded()
    smtp: Smtp
    lmtp: Lmtp = Lmtp()
    dpo: Dpo
    companies: dict[Key, Company] = Field(min_length=1, description="a table [companies.<key>]")
    mailboxes: dict[Key, Mailbox] = Field(min_length=1, description="a table [mailboxes.<key>]")
    registers: dict[Key, RegisterMap] = Field(min_length=1, description="a table [registers.<key>]")
    mail_archives: dict[Key, ArchivedMailbox] = Field(default_factory=dict)
    people_registers: dict[Key, PeopleMap] = Field(default_factory=dict)
    categories: dict[Category, CategoryWords] = Field(default_factory=dict)
    purposes: Purposes = Field(default_factory=dict)
    recipients: Recipients = Field(default_factory=dict)
    statements: Statements = Statements()
    notice: Notice = Notice()
    controllers: Controllers = Controllers()

    @property
    def register_companies(self) -> dict[str, str]:
        """The company (key) of every register of whatever kind, by its key; ours stands last.

        The companies keep our ledger together, and somebody must answer for it: the first.
        """
        kinds = (self.registers, self.mail_archives, self.people_registers)
        companies = {name: one.company for kind in kinds for name, one in kind.items()}
        return {**companies, OWN_LEDGER: next(iter(self.companies))}

    @property
    def data_map(self) -> DataMap:
        """The one store of what is known about the data that the companies hold."""
        return DataMap(
            registers=self.registers,
            purposes=with_own_purpose(self.purposes),
            recipients=self.recipients,
            categories=with_own_words(self.categories),
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
