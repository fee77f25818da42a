"""The truth about the invented persons: which telling values stand of each, and where.

Written beside the registers and not read out of them, so that a copy, a search or an erasure can be
held against it. What chance decides (how often somebody bought or looked) is only `marks`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.core.vocabulary import Category
from bot.demo.person import BORLANGE, GAVLE, MORA, DemoPerson, Home
from bot.demo.trade import cookie_of, in_series

_SERIES = {GAVLE: "F", BORLANGE: "V", MORA: ""}
"""The letters of the papers that follow each purchase."""
_MOST_PURCHASES = 4


@dataclass(frozen=True)
class Plant:
    """One value, case folded, in one category of one register."""

    register: str
    category: Category
    value: str


def planted(person: DemoPerson) -> frozenset[Plant]:
    """What surely stands of somebody; some of it (a street, a given name) of others too."""
    by_register = {GAVLE: _in_gavle, BORLANGE: _in_borlange, MORA: _in_mora}
    return frozenset(
        Plant(register, category, value.casefold())
        for register in person.homes
        for category, value in by_register[register](person)
        if value
    )


def marks(person: DemoPerson) -> frozenset[str]:
    """Every value, case folded, that may stand of somebody wherever it is hers."""
    papers = (
        in_series(letters, person, place)
        for letters in filter(None, _SERIES.values())
        for place in range(1, _MOST_PURCHASES + 1)
    )
    numbers = () if person.employer else map(person.customer_number, person.homes)
    sure = (plant.value for plant in planted(person))
    may = (*papers, *numbers, cookie_of(person))
    return frozenset((*sure, *(value.casefold() for value in may)))


def _in_gavle(person: DemoPerson) -> Iterator[tuple[Category, str]]:
    yield Category.CONTACT, person.address
    yield Category.CONTACT, person.phone
    if person.employer:
        yield Category.IDENTITY, person.name
        yield Category.IDENTITY, person.employer
        return
    home = person.homes[GAVLE]
    own = (person.customer_number(GAVLE), person.given, person.family)
    for value in (*own, person.personal_number, person.org_number):
        yield Category.IDENTITY, value
    yield Category.CONTACT, home.street if home else ""
    yield from _papers(person, GAVLE)
    if any(person.homes.values()):
        yield Category.PURCHASES, person.name
        yield Category.PURCHASES, _in_one_line(home)
    if person.org_number:
        yield Category.PURCHASES, f"SE{person.org_number.replace('-', '')}01"
    if person.remark:
        yield Category.PURCHASES, person.remark
        yield Category.PURCHASES, in_series("R", person, 1)
    if person.ordered_by:
        yield Category.PURCHASES, person.ordered_by
    if person.looked:
        yield Category.BEHAVIOUR, cookie_of(person)


def _in_borlange(person: DemoPerson) -> Iterator[tuple[Category, str]]:
    home = person.homes[BORLANGE]
    yield Category.IDENTITY, person.customer_number(BORLANGE)
    yield Category.IDENTITY, f"{person.family}, {person.given}"
    yield Category.IDENTITY, person.personal_number.removeprefix("20").removeprefix("19")
    for value in (person.address, person.phone, home.street if home else ""):
        yield Category.CONTACT, value
    yield from _papers(person, BORLANGE)
    if "rental" in person.running:
        yield Category.PURCHASES, in_series("HA", person, 1)
        yield Category.PURCHASES, _in_one_line(home)


def _in_mora(person: DemoPerson) -> Iterator[tuple[Category, str]]:
    home = person.homes[MORA]
    yield Category.IDENTITY, person.name
    yield Category.CONTACT, person.address
    if home is None:  # reads the newsletter, and no more is held
        return
    yield Category.IDENTITY, person.customer_number(MORA)
    yield Category.IDENTITY, person.personal_number
    yield Category.CONTACT, person.phone
    yield Category.CONTACT, home.street
    yield Category.PURCHASES, person.customer_number(MORA)
    if person.remark:
        yield Category.PURCHASES, person.remark
        yield Category.PURCHASES, in_series("M", person, 1)


def _papers(person: DemoPerson, register: str) -> Iterator[tuple[Category, str]]:
    """The first paper of a series: whoever bought anything has it."""
    if any(person.homes.values()):
        yield Category.PURCHASES, in_series(_SERIES[register], person, 1)


def _in_one_line(home: Home | None) -> str:
    return ", ".join(home.lines) if home else ""
