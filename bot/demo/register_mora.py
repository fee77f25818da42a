"""Mora: members and newsletter in a database, receipts and complaints in files beside it."""

import csv
import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from random import Random

from bot.demo.person import MORA, DemoPerson
from bot.demo.trade import (
    Purchase,
    booked_on,
    changed_on,
    ended_on,
    in_series,
    kronor,
    member_since,
    purchases,
    wants,
)

_SCHEMA = """
CREATE TABLE members (member_no TEXT PRIMARY KEY, full_name TEXT, personal_id TEXT, joined TEXT,
    "left" TEXT);
CREATE TABLE contacts (member_no TEXT NOT NULL REFERENCES members, e_mail TEXT, mobile TEXT,
    street TEXT, zip TEXT, town TEXT, changed TEXT);
CREATE TABLE newsletter (member_no TEXT NOT NULL REFERENCES members, by_mail TEXT, by_sms TEXT,
    by_post TEXT, since TEXT);
CREATE TABLE subscribers (number INTEGER PRIMARY KEY, e_mail TEXT NOT NULL, name TEXT,
    by_mail TEXT, since TEXT, changed TEXT, paused TEXT);
CREATE TABLE restrictions (member_no TEXT PRIMARY KEY REFERENCES members, since TEXT NOT NULL);
CREATE TABLE stop_list (address TEXT PRIMARY KEY, since TEXT NOT NULL);
CREATE INDEX contacts_member ON contacts (member_no);
CREATE INDEX newsletter_member ON newsletter (member_no);
"""
_RECEIPTS = ("Kvitto", "Datum", "Kundnr", "Vara", "Antal", "Belopp", "Bokförd")


def build(target: Path, people: list[DemoPerson], today: date, chance: Random) -> None:
    """Write the database to a file that is not there yet, and the files into `mora/` beside it."""
    files: dict[int, list[tuple[str, Purchase]]] = defaultdict(list)
    with closing(sqlite3.connect(target)) as database, database:
        database.execute("PRAGMA synchronous = OFF")
        database.executescript(_SCHEMA)
        for person in people:
            if person.homes[MORA] is None:
                _subscriber(database, person, today, chance)
                continue
            _member(database, person, today, chance)
            for bought in purchases(person, MORA, today, chance):
                files[bought.day.year].append((person.customer_number(MORA), bought))
    folder = target.with_name(MORA)
    folder.mkdir(exist_ok=True)
    for year, rows in files.items():
        _write_receipts(folder / f"kop_{year}.csv", sorted(rows, key=lambda row: row[1].day), today)
    complained = [_complaint(one, today) for one in people if one.remark and one.homes[MORA]]
    text = json.dumps(complained, ensure_ascii=False, indent=2)
    (folder / "reklamationer.json").write_text(f"{text}\n", "utf-8")


def _complaint(person: DemoPerson, today: date) -> dict[str, str]:
    """What somebody at the counter wrote down."""
    return {
        "Nr": in_series("M", person, 1),
        "Kundnr": person.customer_number(MORA),
        "Inkommen": str(today - timedelta(days=9)),
        "Text": person.remark,
        "Avslutad": "nej" if "goods_complaint" in person.running else "ja",
    }


def _member(database: sqlite3.Connection, person: DemoPerson, today: date, chance: Random) -> None:
    number, home = person.customer_number(MORA), person.homes[MORA]
    days = (member_since(person, today, chance), ended_on(person, today))
    database.execute(
        "INSERT INTO members VALUES (?, ?, ?, ?, ?)",
        (number, person.name, person.personal_number or None, *days),
    )
    place = (home.street, home.postcode, home.city) if home else (None, None, None)
    database.execute(
        "INSERT INTO contacts VALUES (?, ?, ?, ?, ?, ?, ?)",
        (number, person.address, person.phone or None, *place, changed_on(person, today)),
    )
    channels = ["yes" if wants(person, chance) else "no" for _ in range(3)]
    database.execute(
        "INSERT INTO newsletter VALUES (?, ?, ?, ?, ?)",
        (number, *channels, str(today - timedelta(days=800))),
    )


def _subscriber(
    database: sqlite3.Connection, person: DemoPerson, today: date, chance: Random
) -> None:
    """Who reads the newsletter and is nothing else: no customer number, no postal address."""
    wanted = "yes" if wants(person, chance) else "no"
    days = (str(today - timedelta(days=800)), changed_on(person, today))
    database.execute(
        "INSERT INTO subscribers VALUES (NULL, ?, ?, ?, ?, ?, NULL)",
        (person.address, person.name, wanted, *days),
    )


def _write_receipts(path: Path, rows: list[tuple[str, Purchase]], today: date) -> None:
    """One file a year, a line a receipt."""
    lines: list[tuple[object, ...]] = [_RECEIPTS]
    for receipt, (number, one) in enumerate(rows, start=1):
        what = (one.ware, one.count, kronor(one.ore), booked_on(one.day, today))
        lines.append((f"{path.stem[-2:]}-{receipt:05}", one.day, number, *what))
    _write(path, lines)


def _write(path: Path, lines: Iterable[tuple[object, ...]]) -> None:
    """As a Swedish spreadsheet saves it: windows-1252, semicolons, decimal commas, CRLF."""
    with path.open("w", encoding="windows-1252", newline="") as file:
        csv.writer(file, delimiter=";").writerows(lines)
