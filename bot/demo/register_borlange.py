"""Borlänge: one wide table with Swedish names, family name first, and what was bought and seen."""

import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from random import Random

from bot.demo.people import BORLANGE, DemoPerson
from bot.demo.trade import BUREAU, changed_on, kronor, member_since, purchases, visits, wants

_SCHEMA = """
CREATE TABLE kund (kundnr INTEGER PRIMARY KEY, namn TEXT, personnr TEXT, "e-post" TEXT,
    telefon TEXT, gata TEXT, postnr TEXT, ort TEXT, kund_sedan TEXT, kontakt_andrad TEXT,
    kreditgrans INTEGER, upplysning_den TEXT, upplysning_fran TEXT,
    samtycke_epost TEXT, samtycke_sms TEXT, samtycke_brev TEXT);
CREATE TABLE kop (lopnr INTEGER PRIMARY KEY, kundnr INTEGER NOT NULL, datum TEXT, vara TEXT,
    antal INTEGER, belopp_kr TEXT);
CREATE TABLE besok (lopnr INTEGER PRIMARY KEY, kundnr INTEGER NOT NULL, tidpunkt TEXT, sida TEXT,
    sokord TEXT);
CREATE TABLE hyra (lopnr INTEGER PRIMARY KEY, kundnr INTEGER NOT NULL, maskin TEXT, fran TEXT,
    aktiv TEXT);
CREATE TABLE "spärrlista" ("e-post" TEXT PRIMARY KEY, "spärrad" TEXT NOT NULL);
CREATE INDEX kop_kund ON kop (kundnr);
CREATE INDEX besok_kund ON besok (kundnr);
CREATE INDEX hyra_kund ON hyra (kundnr);
"""
_KUND = f"INSERT INTO kund VALUES ({', '.join('?' * 16)})"  # noqa: S608 - question marks only


def build(target: Path, people: list[DemoPerson], today: date, chance: Random) -> None:
    """Write the register to a file that is not there yet."""
    with closing(sqlite3.connect(target)) as database, database:
        database.execute("PRAGMA synchronous = OFF")
        database.executescript(_SCHEMA)
        for person in people:
            database.execute(_KUND, _kund(person, today, chance))
            number = int(person.customer_number(BORLANGE))
            bought = [
                (number, str(one.day), one.ware, one.count, kronor(one.ore))
                for one in purchases(person, BORLANGE, today, chance)
            ]
            database.executemany("INSERT INTO kop VALUES (NULL, ?, ?, ?, ?, ?)", bought)
            seen = [(number, *visit) for visit in visits(today, chance)]
            database.executemany("INSERT INTO besok VALUES (NULL, ?, ?, ?, ?)", seen)
            if "rental" in person.running:
                rented = (number, "Kopiator K 300", str(today - timedelta(days=400)), "J")
                database.execute("INSERT INTO hyra VALUES (NULL, ?, ?, ?, ?)", rented)


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
        *credit,
        *("J" if wants(person, chance) else "N" for _ in range(3)),
    )
