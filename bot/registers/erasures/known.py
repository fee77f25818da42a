"""By what the registers knew a person before she was erased: each is asked by all of it again."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from bot.core.kept_json import KeptJson
from bot.registers.keys import SearchKeys, fold_name, search_keys
from bot.registers.portrait import fold_postal
from bot.registers.records import PersonRecord

SHORTEST: Final = 7
"""Digits of a telephone number that only a household has."""


@dataclass(frozen=True)
class Known(KeptJson):
    """Everything normalised; customer numbers by the company (key) that gave them.

    `places` are postal addresses, folded. A name alone is a namesake's too: with a place or a
    telephone number beside it, it is hers.
    """

    addresses: tuple[str, ...] = ()
    customer_numbers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    personal_numbers: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    cookies: tuple[str, ...] = ()

    def keys(self, company: str) -> SearchKeys:
        """What a register of a company is asked by; each of these is hers alone."""
        return search_keys(
            addresses=self.addresses,
            customer_numbers=self.customer_numbers.get(company, ()),
            personal_numbers=self.personal_numbers,
        )

    def by_name(self) -> SearchKeys:
        """Her names, for candidates that `resembles` looks at."""
        return search_keys(names=self.names)

    def by_things(self) -> SearchKeys:
        """Her telephones and browsers, which others at home may use too.

        An extension is everybody's.
        """
        phones = frozenset(one for one in self.phones if len(one) >= SHORTEST)
        return SearchKeys(phones=phones, cookies=frozenset(self.cookies))

    def resembles(self, record: PersonRecord) -> bool:
        """Whether a record bears her name, and a postal address or telephone number of hers."""
        places = {fold_postal(lines) for lines in (record.postal, *record.more_postal) if lines}
        beside = places & set(self.places) or record.phones & set(self.phones)
        return bool(beside) and any(fold_name(name) in self.names for name in record.names)


def known_of(address: str, held: Mapping[str, Iterable[PersonRecord]]) -> Known:
    """What the records that hold a proved address say of her; `held` is by company (key)."""
    by_company = {company: tuple(records) for company, records in held.items()}
    records = [record for some in by_company.values() for record in some]
    places = {p for r in records for p in (r.postal, *r.more_postal) if p}
    return Known(
        addresses=_sorted([address, *(one for r in records for one in r.addresses)]),
        customer_numbers={
            company: _sorted(number for record in some for number in record.customer_numbers)
            for company, some in by_company.items()
        },
        personal_numbers=_sorted(one for record in records for one in record.personal_numbers),
        names=_sorted(fold_name(name) for record in records for name in record.names),
        places=_sorted(map(fold_postal, places)),
        phones=_sorted(phone for record in records for phone in record.phones),
        cookies=_sorted(cookie for record in records for cookie in record.cookies),
    )


def by_company(
    records: Iterable[tuple[str, PersonRecord]],
) -> dict[str, tuple[PersonRecord, ...]]:
    """Records, each with the company (key) that holds it, by company."""
    found: dict[str, tuple[PersonRecord, ...]] = {}
    for company, record in records:
        found[company] = (*found.get(company, ()), record)
    return found


def _sorted(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({one for one in found if one}))
