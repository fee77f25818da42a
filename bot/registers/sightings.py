"""Searching all registers for one person, and saying what each one holds without saying whom."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta

from bot.core.identity import Sighting
from bot.registers.keys import SearchKeys, fold_name, normalise_address, search_keys
from bot.registers.portrait import fold_postal
from bot.registers.records import PersonRecord, Register, several_people

FRESH = timedelta(days=90)
"""Contact data changed in the last 90 days forces level 3 (law document, section 3)."""


def search_all(
    registers: Mapping[str, Register], address: str, named: SearchKeys
) -> dict[str, tuple[PersonRecord, ...]]:
    """All records that may be the person's, by register; RegisterUnavailable if one is down.

    First by the proved address and what the mail named, in every register. Then by what the
    records that hold the proved address say of themselves, so that the thief's account on her
    personnummer and a namesake's come to light (P01): names and personal numbers everywhere,
    customer numbers in the company that gave them, since another company gave them to others.
    """
    first = search_keys(addresses=[address]) | named
    found = {name: register.look_up(first, whole=True) for name, register in registers.items()}
    held = [
        (registers[name].company, record)
        for name, records in found.items()
        for record in _holders(records, address)
    ]
    # whoever holds the address was read to the end already; of others it matters who they are
    return {
        name: _joined(found[name], register.look_up(_said_by(held, register.company)))
        for name, register in registers.items()
    }


def held_by_several(registers: Iterable[Register], address: str) -> bool:
    """True when the registers together know more than one person behind an address (P01).

    RegisterUnavailable when one of them is down.
    """
    held = [
        _holders(register.look_up(search_keys(addresses=[address])), address)
        for register in registers
    ]
    names = {fold_name(name) for records in held for record in records for name in record.names}
    return len(names) > 1 or any(several_people(records, address) for records in held)


def sight(
    register_name: str,
    records: Iterable[PersonRecord],
    proved_address: str,
    today: date,
    hash_of: Callable[[str], str],
) -> Sighting:
    """What one register's records say of a proved address. `hash_of` is the caller's keyed hash."""
    records = list(records)
    held = _holders(records, proved_address)
    places = {fold_postal(p) for r in held for p in (r.postal, *r.more_postal) if p}
    people = {fold_name(name) for record in held for name in record.names}
    changed = [record.contact_changed for record in held]
    return Sighting(
        register_name=register_name,
        holding=len(held),
        shared=several_people(held, proved_address),
        others=len(records) - len(held),
        sensitive=any(record.personal_numbers or record.has_credit for record in held),
        postal=tuple(sorted(map(hash_of, places))),
        contact_fresh=any(day is not None and day > today - FRESH for day in changed),
        contact_unknown=None in changed,
        mail_only=bool(held) and all(record.mail_only for record in held),
        people=tuple(sorted(map(hash_of, people))),
        categories=tuple(sorted({each for record in held for each in record.categories})),
        holds=tuple(sorted({word for record in held for word in record.holds})),
        protected=any(record.protected for record in records),
    )


def owner_of(
    found: Mapping[str, Iterable[PersonRecord]],
    registers: Mapping[str, Register],
    proved_address: str,
) -> str:
    """The company with the latest relation to the person behind a proved address (P29).

    `found` is by register, as `search_all` gives it. Of equal days the register that comes first
    wins; "" when no record that holds the address has a day.
    """
    latest: dict[str, date] = {}
    for name, records in found.items():
        days = [one.related for one in _holders(records, proved_address) if one.related]
        if days:
            company = registers[name].company
            latest[company] = max(*days, latest.get(company, date.min))
    return max(latest, key=latest.__getitem__, default="")


def _holders(records: Iterable[PersonRecord], address: str) -> list[PersonRecord]:
    wanted = normalise_address(address)
    return [record for record in records if wanted in record.addresses]


def _said_by(held: Iterable[tuple[str, PersonRecord]], company: str) -> SearchKeys:
    keys = SearchKeys()
    for owner, record in held:
        keys |= SearchKeys(
            customer_numbers=record.customer_numbers if owner == company else frozenset(),
            personal_numbers=record.personal_numbers,
            names=frozenset(map(fold_name, record.names)),
        )
    return keys


def _joined(
    first: tuple[PersonRecord, ...], second: tuple[PersonRecord, ...]
) -> tuple[PersonRecord, ...]:
    by_key = {record.key: record for record in (*second, *first)}
    return tuple(by_key[key] for key in sorted(by_key))
