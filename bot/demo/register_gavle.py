"""Gävle: a normalised shop database with English names."""

import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from random import Random

from bot.demo.people import GAVLE, DemoPerson
from bot.demo.trade import (
    BUREAU,
    WARES,
    changed_on,
    member_since,
    purchases,
    visits,
    wants,
)

_SCHEMA = """
CREATE TABLE customers (id INTEGER PRIMARY KEY, customer_no TEXT NOT NULL UNIQUE,
    first_name TEXT, last_name TEXT, personal_no TEXT, customer_since TEXT);
CREATE TABLE contacts (id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customers,
    email TEXT, phone TEXT, changed_on TEXT);
CREATE TABLE addresses (id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customers,
    kind TEXT, street TEXT, postcode TEXT, city TEXT);
CREATE TABLE consents (id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customers,
    email INTEGER, sms INTEGER, letter INTEGER, profiling INTEGER, updated_on TEXT);
CREATE TABLE purchases (id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customers,
    order_no TEXT, bought_on TEXT, channel TEXT, delivered INTEGER, paid INTEGER);
CREATE TABLE purchase_lines (id INTEGER PRIMARY KEY,
    purchase_id INTEGER NOT NULL REFERENCES purchases, article_no TEXT, quantity INTEGER,
    amount REAL);
CREATE TABLE visits (id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customers,
    visited_at TEXT, page TEXT, search TEXT);
CREATE TABLE credit_reports (id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customers, fetched_on TEXT, bureau TEXT, score TEXT);
CREATE TABLE articles (article_no TEXT PRIMARY KEY, name TEXT, price REAL);
CREATE TABLE marketing_blocks (email TEXT PRIMARY KEY, blocked_on TEXT NOT NULL);
CREATE INDEX contacts_customer ON contacts (customer_id);
CREATE INDEX addresses_customer ON addresses (customer_id);
CREATE INDEX consents_customer ON consents (customer_id);
CREATE INDEX purchases_customer ON purchases (customer_id);
CREATE INDEX purchase_lines_purchase ON purchase_lines (purchase_id);
CREATE INDEX visits_customer ON visits (customer_id);
CREATE INDEX credit_reports_customer ON credit_reports (customer_id);
"""


def build(target: Path, people: list[DemoPerson], today: date, chance: Random) -> None:
    """Write the register to a file that is not there yet."""
    with closing(sqlite3.connect(target)) as database, database:
        database.execute("PRAGMA synchronous = OFF")
        database.executescript(_SCHEMA)
        wares = [(number, name, ore / 100) for number, name, ore in WARES]
        database.executemany("INSERT INTO articles VALUES (?, ?, ?)", wares)
        for person in people:
            customer = _customer(database, person, today, chance)
            _history(database, customer, person, today, chance)


def _customer(database: sqlite3.Connection, person: DemoPerson, today: date, chance: Random) -> int:
    number = person.customer_number(GAVLE)
    name = (number, person.given, person.family, person.personal_number or None)
    customer = database.execute(
        "INSERT INTO customers VALUES (NULL, ?, ?, ?, ?, ?)",
        (*name, member_since(person, today, chance)),
    ).lastrowid
    if customer is None:
        raise RuntimeError("SQLite gave the new row no number")
    database.execute(
        "INSERT INTO contacts VALUES (NULL, ?, ?, ?, ?)",
        (customer, person.address, person.phone or None, changed_on(person, today)),
    )
    if home := person.homes[GAVLE]:
        database.execute(
            "INSERT INTO addresses VALUES (NULL, ?, 'home', ?, ?, ?)",
            (customer, home.street, home.postcode, home.city),
        )
    channels = [int(wants(person, chance)) for _ in range(4)]
    database.execute(
        "INSERT INTO consents VALUES (NULL, ?, ?, ?, ?, ?, ?)",
        (customer, *channels, str(today - timedelta(days=900))),
    )
    return customer


def _history(
    database: sqlite3.Connection, customer: int, person: DemoPerson, today: date, chance: Random
) -> None:
    over = [int(word not in person.running) for word in ("open_order", "unpaid_invoice")]
    for bought in purchases(person, GAVLE, today, chance):
        channel = chance.choice(("shop", "web"))
        order = (customer, f"O-{chance.randrange(10**6):06}", str(bought.day), channel, *over)
        purchase = database.execute(
            "INSERT INTO purchases VALUES (NULL, ?, ?, ?, ?, ?, ?)", order
        ).lastrowid
        database.execute(
            "INSERT INTO purchase_lines VALUES (NULL, ?, ?, ?, ?)",
            (purchase, bought.article, bought.count, bought.ore / 100),
        )
    seen = [(customer, *visit) for visit in visits(today, chance)]
    database.executemany("INSERT INTO visits VALUES (NULL, ?, ?, ?, ?)", seen)
    if person.credit:
        report = (customer, str(today - timedelta(days=700)), BUREAU, f"{chance.randint(1, 9)}/10")
        database.execute("INSERT INTO credit_reports VALUES (NULL, ?, ?, ?, ?)", report)
