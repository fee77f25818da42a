"""Borlänge: one wide table with Swedish names, family name first, and what was bought and seen."""

import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from random import Random

from bot.demo.person import BORLANGE, DemoPerson
from bot.demo.trade import (
    BUREAU,
    booked_on,
    changed_on,
    ended_on,
    in_series,
    kronor,
    may_be_counted,
    member_since,
    purchases,
    visits,
    wants,
)

_SCHEMA = """
CREATE TABLE kund (kundnr INTEGER PRIMARY KEY, namn TEXT, personnr TEXT, "e-post" TEXT,
    telefon TEXT, gata TEXT, postnr TEXT, ort TEXT, kund_sedan TEXT, kontakt_andrad TEXT,
    avslutad TEXT, skyddad TEXT NOT NULL DEFAULT 'N', begransad TEXT NOT NULL DEFAULT 'N',
    kreditgrans INTEGER, upplysning_den TEXT, upplysning_fran TEXT,
    samtycke_epost TEXT, samtycke_sms TEXT, samtycke_brev TEXT, statistik TEXT);
CREATE TABLE kop (lopnr INTEGER PRIMARY KEY, kundnr INTEGER NOT NULL, datum TEXT, vara TEXT,
    antal INTEGER, belopp_kr TEXT);
CREATE TABLE verifikat (vernr TEXT PRIMARY KEY, kundnr INTEGER NOT NULL, datum TEXT, bokford TEXT,
    text TEXT, belopp_kr TEXT, betald TEXT);
CREATE TABLE besok (lopnr INTEGER PRIMARY KEY, kundnr INTEGER NOT NULL, slag TEXT, tidpunkt TEXT,
    sida TEXT, sokord TEXT);
CREATE TABLE hyra (lopnr INTEGER PRIMARY KEY, kundnr INTEGER NOT NULL, avtalsnr TEXT, maskin TEXT,
    manadsavgift_kr TEXT, folkbokford TEXT, fran TEXT, aktiv TEXT);
CREATE TABLE "spärrlista" ("e-post" TEXT PRIMARY KEY, "spärrad" TEXT NOT NULL);
CREATE INDEX kop_kund ON kop (kundnr);
CREATE INDEX verifikat_kund ON verifikat (kundnr);
CREATE INDEX besok_kund ON besok (kundnr);
CREATE INDEX hyra_kund ON hyra (kundnr);
"""
_KUND = f"INSERT INTO kund VALUES ({', '.join('?' * 20)})"  # noqa: S608 - question marks only
_IN_THE_SHOP = frozenset({"/kundvagn", "/toner", "/papper"})
_YES, _NO = "J", "N"


def build(target: Path, people: list[DemoPerson], today: date, chance: Random) -> None:
    """Write the register to a file that is not there yet."""
    with closing(sqlite3.connect(target)) as database, database:
        database.execute("PRAGMA synchronous = OFF")
        database.executescript(_SCHEMA)
        for person in people:
            database.execute(_KUND, _kund(person, today, chance))
            _bought(database, person, today, chance)
            number = int(person.customer_number(BORLANGE))
            seen = [
                (number, "W" if page in _IN_THE_SHOP else "H", at, page, words)
                for at, page, words in visits(person, today, chance)
            ]
            database.executemany("INSERT INTO besok VALUES (NULL, ?, ?, ?, ?, ?)", seen)
            if "rental" in person.running:
                rented = _rented(person, today)
                database.execute("INSERT INTO hyra VALUES (NULL, ?, ?, ?, ?, ?, ?, ?)", rented)


def _bought(database: sqlite3.Connection, person: DemoPerson, today: date, chance: Random) -> None:
    """What was sold, and what the books say of it, with the customer's name in the text."""
    number = int(person.customer_number(BORLANGE))
    paid = _yes("unpaid_invoice" not in person.running)
    for place, one in enumerate(purchases(person, BORLANGE, today, chance), start=1):
        price = kronor(one.ore)
        sold = (number, str(one.day), one.ware, one.count, price)
        database.execute("INSERT INTO kop VALUES (NULL, ?, ?, ?, ?, ?)", sold)
        days = (str(one.day), booked_on(one.day, today))
        text = f"{one.article} till {person.name}"
        booked = (in_series("V", person, place), number, *days, text, price, paid)
        database.execute("INSERT INTO verifikat VALUES (?, ?, ?, ?, ?, ?, ?)", booked)


def _rented(person: DemoPerson, today: date) -> tuple[object, ...]:
    """An agreement that runs; her address as the population register had it that day."""
    home = person.homes[BORLANGE]
    return (
        int(person.customer_number(BORLANGE)),
        in_series("HA", person, 1),
        "Kopiator K 300",
        kronor(49900),
        ", ".join(home.lines) if home else None,
        str(today - timedelta(days=400)),
        _YES,
    )


def _kund(person: DemoPerson, today: date, chance: Random) -> tuple[object, ...]:
    home = person.homes[BORLANGE]
    place = (home.street, home.postcode, home.city) if home else (None, None, None)
    credit: tuple[object, ...] = (None, None, None)
    if person.credit:
        credit = (chance.choice((5000, 10000)), str(today - timedelta(days=650)), BUREAU)
    # as typed at the counter: some addresses stand there in capitals
    address = person.address if chance.randrange(10) else person.address.title()
    return (
        int(person.customer_number(BORLANGE)),
        f"{person.family}, {person.given}",
        person.personal_number.removeprefix("20").removeprefix("19") or None,
        address,
        person.phone or None,
        *place,
        member_since(person, today, chance),
        changed_on(person, today),
        ended_on(person, today),
        _yes(BORLANGE in person.protected),
        _NO,
        *credit,
        *(_yes(wants(person, chance)) for _ in range(3)),
        _yes(may_be_counted(person)),
    )


def _yes(said: bool) -> str:  # noqa: FBT001 - one question, one letter
    return _YES if said else _NO
