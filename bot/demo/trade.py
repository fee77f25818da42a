"""What invented customers buy and look at, the same wares in all three shops."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from bot.demo.person import DemoPerson

BUREAU = "Exempel Kreditupplysning AB"
"""Whom credit reports are obtained from."""
WARES = (
    ("A-1001", "Toner svart TN-2420", 64900),
    ("A-1002", "Kopieringspapper A4, 5 × 500 ark", 34950),
    ("A-1003", "Kontorsstol Vila", 249900),
    ("A-1004", "Skrivbord 140 × 80", 399000),
    ("A-1005", "Pärm A4 60 mm blå", 4990),
    ("A-1006", "Bläckpatron cyan", 18900),
    ("A-1007", "Whiteboard 90 × 120", 119900),
    ("A-1008", 'Skärm 24" låg', 189000),
)
"""Article number, name, price in öre."""
PAGES = ("/start", "/kontorsmobler", "/toner", "/papper", "/kundvagn", "/uthyrning")
SEARCHES = ("", "", "toner tn-2420", "höj- och sänkbart", "pärm blå", "hyra kopiator")


@dataclass(frozen=True)
class Purchase:
    """One thing bought: the day, article number, name, how many, and the sum in öre."""

    day: date
    article: str
    ware: str
    count: int
    ore: int


def purchases(person: DemoPerson, register: str, today: date, chance: Random) -> Iterator[Purchase]:
    """None for those who only read the newsletter, else one to three in the last four years."""
    if not any(person.homes.values()):
        return
    for number in range(chance.randint(1, 3)):
        article, ware, price = chance.choice(WARES)
        count = chance.randint(1, 5)
        day = _before(_last(person, today), chance, min(1400, person.since or 1400))
        if number == 0 and person.bought_last == register:
            day = today - timedelta(days=1)
        yield Purchase(day, article, ware, count, price * count)
    if person.bought_first is not None:
        article, ware, price = WARES[0]
        yield Purchase(today - timedelta(days=person.bought_first), article, ware, 1, price)


def visits(person: DemoPerson, today: date, chance: Random) -> Iterator[tuple[str, str, str]]:
    """Instant (ISO, Swedish time as the shop's own clock shows it), page, and words searched."""
    often = chance.randint(0, 2) if person.looked is None else person.looked
    for _ in range(often):
        clock = f"{chance.randint(7, 22):02}:{chance.randint(0, 59):02}:00"
        day = _before(_last(person, today), chance, 300)
        yield f"{day} {clock}", chance.choice(PAGES), chance.choice(SEARCHES)


def booked_on(day: date, today: date) -> str:
    """The day a sale stands in the books, ISO: three days later, but not tomorrow."""
    return str(min(day + timedelta(days=3), today))


def ended_on(person: DemoPerson, today: date) -> str | None:
    """The day her dealings were over, ISO; None while they go on."""
    return None if person.ended is None else str(today - timedelta(days=person.ended))


def cookie_of(person: DemoPerson) -> str:
    """What the web shop's cookie is called in her browser: sixteen hex digits, nobody else's."""
    return hashlib.blake2s(f"cookie {person.number}".encode(), digest_size=8).hexdigest()


def in_series(letters: str, person: DemoPerson, place: int) -> str:
    """The number of a paper of hers, `place` counted from 1: F-20001-1, nobody else's."""
    return f"{letters}-{20000 + person.number}-{place}"


def may_be_counted(person: DemoPerson) -> bool:
    """Whether she lets herself be counted in the statistics: six in seven do."""
    return person.number % 7 > 0


def changed_on(person: DemoPerson, today: date) -> str | None:
    """The day her contact data last changed, ISO; None when nobody noted it."""
    return None if person.changed is None else str(today - timedelta(days=person.changed))


def member_since(person: DemoPerson, today: date, chance: Random) -> str:
    """The day she came into the registers, ISO; by chance five to nine years ago."""
    days = chance.randint(2200, 3300)
    return str(today - timedelta(days=days if person.since is None else person.since))


def wants(person: DemoPerson, chance: Random) -> bool:
    """Whether one marketing channel is on."""
    return chance.randrange(3) > 0 if person.wants_mail is None else person.wants_mail


def kronor(ore: int) -> str:
    """Öre as Swedish kronor with a decimal comma: 1249,50."""
    return f"{ore // 100},{ore % 100:02}"


def _last(person: DemoPerson, today: date) -> date:
    """The last day of her dealings."""
    return today - timedelta(days=person.ended or 0)


def _before(today: date, chance: Random, days: int) -> date:
    return today - timedelta(days=chance.randint(1, days))
