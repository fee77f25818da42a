"""The keys a person is looked up by, and how two spellings of one key become equal."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.core.addresses import normalise_address

__all__ = [
    "SearchKeys",
    "addresses_in",
    "fold_name",
    "normalise_address",
    "normalise_customer_number",
    "normalise_phone",
    "search_keys",
    "twelve_digits",
    "written_name",
]

_SPLIT = re.compile(r"[\s,;<>]+")
_NOT_DIGIT = re.compile(r"\D")
_TEN_DIGITS = 10
_TWELVE_DIGITS = 12


@dataclass(frozen=True)
class SearchKeys:
    """What to look for. Every value is normalised: make one with `search_keys`."""

    addresses: frozenset[str] = field(default=frozenset())
    customer_numbers: frozenset[str] = field(default=frozenset())
    personal_numbers: frozenset[str] = field(default=frozenset())
    names: frozenset[str] = field(default=frozenset())
    phones: frozenset[str] = field(default=frozenset())
    cookies: frozenset[str] = field(default=frozenset())

    def __bool__(self) -> bool:
        numbers = (self.customer_numbers, self.personal_numbers, self.phones, self.cookies)
        return any((self.addresses, self.names, *numbers))

    def __or__(self, other: "SearchKeys") -> "SearchKeys":
        return SearchKeys(
            self.addresses | other.addresses,
            self.customer_numbers | other.customer_numbers,
            self.personal_numbers | other.personal_numbers,
            self.names | other.names,
            self.phones | other.phones,
            self.cookies | other.cookies,
        )


def search_keys(
    addresses: Iterable[str] = (),
    customer_numbers: Iterable[str] = (),
    personal_numbers: Iterable[str] = (),
    names: Iterable[str] = (),
    cookies: Iterable[str] = (),
) -> SearchKeys:
    """Keys as people write them, normalised; blank ones fall away."""
    return SearchKeys(
        frozenset(filter(None, map(normalise_address, addresses))),
        frozenset(filter(None, map(normalise_customer_number, customer_numbers))),
        frozenset(twelve for number in personal_numbers for twelve in twelve_digits(number)),
        frozenset(filter(None, map(fold_name, names))),
        cookies=frozenset(filter(None, map(str.strip, cookies))),
    )


def addresses_in(cell: str) -> frozenset[str]:
    """Every mail address in a cell, which may hold several, or a name before `<address>`."""
    words = (word.strip("\"'").removeprefix("mailto:") for word in _SPLIT.split(cell))
    return frozenset(normalise_address(word) for word in words if "@" in word)


def normalise_customer_number(text: str) -> str:
    """One customer number without spaces, case folded; leading zeros are kept."""
    return "".join(unicodedata.normalize("NFC", text).split()).casefold()


def normalise_phone(text: str) -> str:
    """A telephone number for comparing: its digits, +46 as 0."""
    digits = "".join(sign for sign in text if sign.isdigit() or sign == "+")
    return digits.replace("+46", "0", 1).lstrip("+")


def twelve_digits(text: str) -> frozenset[str]:
    """Every twelve-digit personnummer or samordningsnummer that the text may stand for.

    Ten digits do not say the century without a clock: both are given, since finding one record
    too many asks a human and finding one too few leaves data out. `+` stands from the year that
    a person turns a hundred (folkbokföringslagen 18 §). Any other count of digits gives none.
    """
    digits = _NOT_DIGIT.sub("", text)
    if len(digits) == _TWELVE_DIGITS:
        return frozenset({digits})
    if len(digits) == _TEN_DIGITS:
        centuries = ("18", "19") if "+" in text else ("19", "20")
        return frozenset(century + digits for century in centuries)
    return frozenset()


def written_name(text: str) -> str:
    """A name as on an envelope: `Ek, Karin` becomes `Karin Ek`, runs of space become one."""
    family, comma, given = text.partition(",")
    return " ".join((f"{given} {family}" if comma else text).split())


def fold_name(text: str) -> str:
    """A name for comparing: lower case, hyphens as spaces, words in alphabetical order.

    Registers disagree on whether the family name comes first; å, ä and ö stay letters of their own.
    """
    folded = unicodedata.normalize("NFC", text).lower()
    return " ".join(sorted(re.split(r"[\s,.\-]+", folded))).strip()
