"""What invented customers buy and look at, the same wares in all three shops."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from bot.demo.people import DemoPerson

BUREAU = "Exempel Kreditupplysning AB"
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
    if any(person.homes.values()):
        for number in range(chance.randint(1, 3)):
            article, ware, price = chance.choice(WARES)
            count = chance.randint(1, 5)
            day = _before(today, chance, min(1400, person.since or 1400))
            if number == 0 and person.bought_last == register:
                day = today - timedelta(days=1)
            yield Purchase(day, article, ware, count, price * count)


def visits(today: date, chance: Random) -> Iterator[tuple[str, str, str]]:
    """Instant (ISO, Swedish time as the shop's own clock shows it), page, and words searched."""
    for _ in range(chance.randint(0, 2)):
        clock = f"{chance.randint(7, 22):02}:{chance.randint(0, 59):02}:00"
        day = _before(today, chance, 300)
        yield f"{day} {clock}", chance.choice(PAGES), chance.choice(SEARCHES)


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


def _before(today: date, chance: Random, days: int) -> date:
    return today - timedelta(days=chance.randint(1, days))
