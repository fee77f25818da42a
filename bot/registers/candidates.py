"""What a register holds that may be hers too, and that the proved address does not open (P01, P20).

A record that one of her keys reaches, or that has her name and her postal address; a mail that only
names her. None of it is hers before a named human says so.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from bot.registers.erasures.known import Known
from bot.registers.keys import normalise_address
from bot.registers.mails.letters import Candidate as NamingMail
from bot.registers.mails.mailbox import MailboxRegister
from bot.registers.maps.archive_map import TABLE
from bot.registers.portrait import fold_postal
from bot.registers.records import Key, PersonRecord, Register


class Match(StrEnum):
    """By what something may be hers; the values are words of the mail to staff."""

    ADDRESS = "address"
    CUSTOMER_NUMBER = "customer_number"
    PERSONAL_NUMBER = "personal_number"
    PHONE = "phone"
    COOKIE = "cookie"
    NAME_AND_PLACE = "name_and_place"
    NAMED_BY_ADDRESS = "named_by_address"
    NAMED_BY_NUMBER = "named_by_number"
    NAMED_BY_NAME = "named_by_name"


_SURE: Final = {
    Key.ADDRESS: Match.ADDRESS,
    Key.CUSTOMER_NUMBER: Match.CUSTOMER_NUMBER,
    Key.PERSONAL_NUMBER: Match.PERSONAL_NUMBER,
    Key.PHONE: Match.PHONE,
    Key.COOKIE: Match.COOKIE,
}
_NAMED: Final = {
    Key.ADDRESS: Match.NAMED_BY_ADDRESS,
    Key.CUSTOMER_NUMBER: Match.NAMED_BY_NUMBER,
    Key.PERSONAL_NUMBER: Match.NAMED_BY_NUMBER,
    Key.NAME: Match.NAMED_BY_NAME,
}


@dataclass(frozen=True)
class Candidate:
    """One thing that may be hers.

    `key` is the same as long as it is the same thing: `table/primary key`, or the digest of a mail.
    `also` are the keys by which `Register.collect` and `plan` take it too, `day` is when it came,
    None when nobody knows, and `said` what tells it apart, unmasked. `strong`: it has contact data
    that differ from those of her own records, so that only level 3 makes it hers (P01).
    """

    register: str
    key: str
    also: tuple[str, ...]
    by: tuple[Match, ...]
    day: date | None = None
    said: tuple[str, ...] = ()
    strong: bool = False
    record: PersonRecord | None = None

    @property
    def table(self) -> str:
        """The table of its own row."""
        return self.key.partition("/")[0]


def candidates_in(
    register: Register, known: Known, address: str, *, whole: bool = False
) -> tuple[Candidate, ...]:
    """Everything of one register that may be hers and does not hold the proved address.

    `known` is what the records say that do hold it. `whole` reads the records to their end. Whoever
    has a protected identity is no candidate: that is for people (P05).
    """
    keys = known.keys(register.company) | known.by_name() | known.by_things()
    found = register.look_up(keys, whole=whole)
    held = normalise_address(address)
    beside = [one for one in found if held not in one.addresses and not one.protected]
    records = [_of_record(one, known) for one in beside]
    mails: Iterable[NamingMail] = ()
    if isinstance(register, MailboxRegister):
        mails = register.candidates(known.keys(register.company) | known.by_name())
    return (*(one for one in records if one.by), *_of_mails(register.name, mails))


def _of_record(record: PersonRecord, known: Known) -> Candidate:
    places = {fold_postal(lines) for lines in (record.postal, *record.more_postal) if lines}
    by = [match for key, match in _SURE.items() if key in record.hit_by]
    if Key.NAME in record.hit_by and places & set(known.places):
        by.append(Match.NAME_AND_PLACE)
    own = record.addresses or record.phones - set(known.phones) or places - set(known.places)
    return Candidate(
        record.register,
        record.key,
        (record.key,),
        tuple(by),
        record.registered,
        (*record.names[:1], *record.postal[:1]),
        bool(own),
        record,
    )


def _of_mails(register: str, mails: Iterable[NamingMail]) -> Iterator[Candidate]:
    """Copies of one mail are one candidate."""
    copies: dict[str, list[NamingMail]] = {}
    for mail in mails:
        copies.setdefault(mail.digest, []).append(mail)
    for digest, some in copies.items():
        by = dict.fromkeys(match for key, match in _NAMED.items() if key in some[0].by)
        also = tuple(one.place.key for one in some)
        yield Candidate(register, f"{TABLE}/{digest}", also, tuple(by), some[0].day)
