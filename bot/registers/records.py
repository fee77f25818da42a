"""The shapes every register speaks in: what is looked for, what was found, and a faithful copy."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from bot.core.command_words import Change
from bot.core.identity import BlockOutcome
from bot.core.vocabulary import Category
from bot.registers.changes.matching import corrected
from bot.registers.copied import Code, Column, Snapshot, TableRows
from bot.registers.erasures.rowplan import Residue, RowPlan, Rules
from bot.registers.keys import SearchKeys, fold_name, search_keys
from bot.registers.maps.fieldmap import Means
from bot.registers.orders import Order
from bot.registers.roles import is_role

__all__ = [
    "Code",
    "Column",
    "Key",
    "PersonRecord",
    "Register",
    "RegisterUnavailable",
    "SearchKeys",
    "Snapshot",
    "TableRows",
    "search_keys",
    "several_people",
]


class Key(StrEnum):
    """By what a record was reached."""

    ADDRESS = "address"
    CUSTOMER_NUMBER = "customer_number"
    PERSONAL_NUMBER = "personal_number"
    NAME = "name"
    PHONE = "phone"
    COOKIE = "cookie"


class RegisterUnavailable(Exception):  # noqa: N818 - a state that may pass, not a fault of ours
    """A register did not answer, or no longer fits its map; nothing was read or written.

    The message names the register and what to do, never a person's data.
    """

    def __init__(self, register: str, what: str) -> None:
        super().__init__(f"register {register}: {what}")
        self.register = register


@dataclass(frozen=True)
class PersonRecord:
    """One record (a customer's row and what hangs on it) in one register.

    `key` is `table/primary key`. `names` are as on an envelope, the others are normalised (see
    `keys`). `postal` are the lines of its postal address without name, `()` when there is none;
    `more_postal` further addresses that differ from it. `contact_changed` is None when unknown.
    `registered` is the first day on file, `related` the last day of her dealings with the company
    or else that first day; None when no day is on file. `categories` hold something. `holds` are
    the words of what still runs (`datamap.HOLDS`; P07). `mail_only`: nothing is held but her name,
    mail address and consents (P10). `related`, `categories`, `holds` and `mail_only` are told by a
    whole look-up alone. `protected`: the register knows of a protected identity (P05). `of_firm`: a
    contact person's of a firm or a sole trader's (P19).
    """

    register: str
    key: str
    names: tuple[str, ...] = ()
    addresses: frozenset[str] = frozenset()
    customer_numbers: frozenset[str] = frozenset()
    personal_numbers: frozenset[str] = frozenset()
    postal: tuple[str, ...] = ()
    more_postal: tuple[tuple[str, ...], ...] = ()
    has_credit: bool = False
    contact_changed: date | None = None
    phones: frozenset[str] = frozenset()
    cookies: frozenset[str] = frozenset()
    registered: date | None = None
    related: date | None = None
    categories: frozenset[Category] = frozenset()
    holds: frozenset[str] = frozenset()
    mail_only: bool = False
    protected: bool = False
    of_firm: bool = False
    hit_by: frozenset[Key] = frozenset()

    @property
    def table(self) -> str:
        """The table its primary key stands in."""
        return self.key.partition("/")[0]


def several_people(
    holders: Sequence[PersonRecord], address: str, changes: Sequence[Change] = ()
) -> bool:
    """True when records of one register that hold an address cannot all be one person's (P01).

    Two rows of one table are two persons, even of one name (father and son); so are rows of two
    tables under different names. A row without a name contradicts nobody, but with more than one
    address nobody knows whose it is. What is written to the office of a firm everybody there reads,
    also where the register knows one of them alone (P19). A name that `changes` put right is the
    same person's, though the books keep the old one.
    """
    if is_role(address) and any(record.of_firm for record in holders):
        return True
    tables = Counter(record.table for record in holders)
    if any(len(record.addresses) > 1 and not record.names for record in holders):
        return True
    names = {_by_now(name, changes) for record in holders for name in record.names}
    return len(names) > 1 or any(count > 1 for count in tables.values())


def _by_now(name: str, changes: Sequence[Change]) -> str:
    for change in changes:
        name = corrected(name, Means.NAME, change) or name
    return fold_name(name)


class NoMailings:
    """What sends no marketing and has no block list of its own: there is nothing to stop."""

    def block_marketing(
        self, address: str, on: datetime, *, email_only: bool = False
    ) -> BlockOutcome:
        """Always NOWHERE; ValueError for what is no address."""
        del on, email_only
        if "@" not in address:
            raise ValueError("only a mail address can be blocked")
        return BlockOutcome.NOWHERE


class Register(Protocol):
    """One register of one company. Nothing is held open between two calls.

    Every gesture but `problems` raises RegisterUnavailable when the register is down or does not
    fit its map; it has then done nothing.
    """

    @property
    def name(self) -> str:
        """The key of the register in the config."""
        ...

    @property
    def company(self) -> str:
        """The key of the company it belongs to."""
        ...

    def look_up(self, keys: SearchKeys, *, whole: bool = False) -> tuple[PersonRecord, ...]:
        """Every record that one of the keys reaches, by any of its tables; sorted by key.

        `whole` reads what hangs on a record to its end; without it, what says who it is.
        """
        ...

    def collect(self, address: str, taken: datetime, also: Collection[str] = ()) -> Snapshot:
        """A faithful copy of every row of the records that hold the address.

        Empty when nobody holds it, or more than one person does (P01). `taken` is aware. `also` are
        keys of what staff said is hers too (`candidates.Candidate`).
        """
        ...

    def block_marketing(
        self, address: str, on: datetime, *, email_only: bool = False
    ) -> BlockOutcome:
        """Stop marketing to an address, in one transaction; harmless when repeated.

        The normalised address goes to the register's block list in every case, with the day of
        the aware instant `on` in its own time zone. See BlockOutcome for the channels.
        `email_only`: treat the address as shared, because another register told of a second
        person behind it (`sightings.held_by_several`). ValueError for what is no address.
        """
        ...

    def plan(
        self, address: str, rules: Rules, on: datetime, also: Collection[str] = ()
    ) -> RowPlan | None:
        """What an erasure would do to each row of the records that hold the address (Art. 17).

        And to those of `also`, as in `collect`.
        None where the bot may not erase in it: a person of its company does. Aware `on`.
        """
        ...

    def carry_out(self, order: Order) -> bool:
        """Do an act to the records that hold the address, harmless when repeated.

        False when the register cannot do it itself: then nothing has been done, and a person of
        its company is asked to.
        """
        ...

    def residue(self, plan: RowPlan, keys: SearchKeys) -> tuple[Residue, ...]:
        """What the plan erases and is there all the same; () when all of it is gone.

        Asked by every key of the plan and by every search key.
        """
        ...

    def unmapped(self) -> tuple[str, ...]:
        """Tables and columns that the register has and its map does not mention (L36)."""
        ...

    def problems(self) -> list[str]:
        """What is wrong with the register or its map, and what to do, one sentence each."""
        ...
