"""Gävle: a normalised shop database with English names."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

from bot.demo.person import GAVLE, DemoPerson
from bot.demo.trade import (
    BUREAU,
    WARES,
    Purchase,
    booked_on,
    changed_on,
    cookie_of,
    ended_on,
    in_series,
    may_be_counted,
    member_since,
    purchases,
    visits,
    wants,
)

_SCHEMA = """
CREATE TABLE customers (id INTEGER PRIMARY KEY, customer_no TEXT NOT NULL UNIQUE, kind TEXT,
    first_name TEXT, last_name TEXT, personal_no TEXT, org_no TEXT, customer_since TEXT,
    ended_on TEXT, restricted INTEGER NOT NULL DEFAULT 0, protected INTEGER NOT NULL DEFAULT 0);
CREATE TABLE firm_contacts (id INTEGER PRIMARY KEY, firm_no TEXT, name TEXT, role TEXT, email TEXT,
    phone TEXT, changed_on TEXT, restricted INTEGER NOT NULL DEFAULT 0);
CREATE TABLE contacts (id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customers,
    email TEXT, phone TEXT, changed_on TEXT);
CREATE TABLE addresses (id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customers,
    kind TEXT, street TEXT, postcode TEXT, city TEXT);
CREATE TABLE consents (id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customers,
    email INTEGER, sms INTEGER, letter INTEGER, profiling INTEGER, statistics INTEGER,
    updated_on TEXT);
CREATE TABLE purchases (id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customers,
    order_no TEXT, bought_on TEXT, channel TEXT, delivered INTEGER, paid INTEGER);
CREATE TABLE purchase_lines (id INTEGER PRIMARY KEY,
    purchase_id INTEGER NOT NULL REFERENCES purchases, article_no TEXT, quantity INTEGER,
    amount REAL);
CREATE TABLE booking_notes (id INTEGER PRIMARY KEY,
    order_id INTEGER NOT NULL REFERENCES purchases, text TEXT, noted_on TEXT);
CREATE TABLE invoices (id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customers,
    invoice_no TEXT, issued_on TEXT, booked_on TEXT, amount REAL, printed_name TEXT,
    printed_address TEXT, vat_no TEXT);
CREATE TABLE complaints (id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customers,
    complaint_no TEXT, received_on TEXT, note TEXT, settled INTEGER);
CREATE TABLE visits (id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customers,
    visited_at TEXT, page TEXT, search TEXT, cookie_id TEXT);
CREATE TABLE interests (id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customers,
    ware_group TEXT, computed_on TEXT);
CREATE TABLE credit_reports (id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customers, fetched_on TEXT, bureau TEXT, score TEXT);
CREATE TABLE articles (article_no TEXT PRIMARY KEY, name TEXT, price REAL);
CREATE TABLE marketing_blocks (email TEXT PRIMARY KEY, blocked_on TEXT NOT NULL);
CREATE INDEX contacts_customer ON contacts (customer_id);
CREATE INDEX addresses_customer ON addresses (customer_id);
CREATE INDEX consents_customer ON consents (customer_id);
CREATE INDEX purchases_customer ON purchases (customer_id);
CREATE INDEX purchase_lines_purchase ON purchase_lines (purchase_id);
CREATE INDEX booking_notes_order ON booking_notes (order_id);
CREATE INDEX invoices_customer ON invoices (customer_id);
CREATE INDEX complaints_customer ON complaints (customer_id);
CREATE INDEX visits_customer ON visits (customer_id);
CREATE INDEX interests_customer ON interests (customer_id);
CREATE INDEX credit_reports_customer ON credit_reports (customer_id);
"""
_GROUPS = {"/toner": "Toner och bläck", "/kontorsmobler": "Möbler", "/papper": "Papper"}
"""What a page that somebody looked at says of what she may want."""
CORRECTED = "Rättat: ordern lades på telefon, inte i butiken."
"""The note beside an order that was booked wrongly (BFL 5:5)."""


def build(target: Path, people: list[DemoPerson], today: date, chance: Random) -> None:
    """Write the register to a file that is not there yet."""
    with closing(sqlite3.connect(target)) as database, database:
        database.execute("PRAGMA synchronous = OFF")
        database.executescript(_SCHEMA)
        wares = [(number, name, ore / 100) for number, name, ore in WARES]
        database.executemany("INSERT INTO articles VALUES (?, ?, ?)", wares)
        shop = _Shop(database, today, chance)
        for person in people:
            shop.add(person)


@dataclass(frozen=True)
class _Shop:
    """The open database on the demo's day."""

    database: sqlite3.Connection
    today: date
    chance: Random

    def add(self, person: DemoPerson) -> None:
        """Somebody, and all that she bought, looked at and complained of."""
        if person.employer:
            self._contact_person(person)
            return
        customer = self._customer(person)
        profiled = self._ways_to_reach(person, customer)
        self._bought(person, customer)
        self._looked(person, customer, profiled=profiled)
        if person.remark:
            over = int("goods_complaint" not in person.running)
            what = (in_series("R", person, 1), self._ago(12), person.remark, over)
            self._insert("complaints", [(customer, *what)])
        if person.credit:
            score = f"{self.chance.randint(1, 9)}/10"
            self._insert("credit_reports", [(customer, self._ago(700), BUREAU, score)])

    def _contact_person(self, person: DemoPerson) -> None:
        reached = (person.address, person.phone or None, changed_on(person, self.today))
        self._insert("firm_contacts", [(person.employer, person.name, "Inköp", *reached, 0)])

    def _customer(self, person: DemoPerson) -> int:
        return self._insert_one(
            "customers",
            person.customer_number(GAVLE),
            person.kind,
            person.given,
            person.family,
            person.personal_number or None,
            person.org_number or None,
            member_since(person, self.today, self.chance),
            ended_on(person, self.today),
            0,
            int(GAVLE in person.protected),
        )

    def _ways_to_reach(self, person: DemoPerson, customer: int) -> bool:
        """Addresses and consents; whether she wants offers of her own."""
        changed = changed_on(person, self.today)
        self._insert("contacts", [(customer, person.address, person.phone or None, changed)])
        if home := person.homes[GAVLE]:
            self._insert("addresses", [(customer, "home", home.street, home.postcode, home.city)])
        channels = [int(wants(person, self.chance)) for _ in range(4)]
        counted = int(may_be_counted(person))
        self._insert("consents", [(customer, *channels, counted, self._ago(900))])
        return bool(channels[-1])

    def _bought(self, person: DemoPerson, customer: int) -> None:
        over = [int(word not in person.running) for word in ("open_order", "unpaid_invoice")]
        for place, bought in enumerate(purchases(person, GAVLE, self.today, self.chance), start=1):
            channel = self.chance.choice(("shop", "web"))
            number = f"O-{self.chance.randrange(10**6):06}"
            order = self._insert_one(
                "purchases", customer, number, str(bought.day), person.ordered_by or channel, *over
            )
            line = (order, bought.article, bought.count, bought.ore / 100)
            self._insert("purchase_lines", [line])
            self._insert("invoices", [(customer, *self._invoice(person, place, bought))])
            if person.ordered_by and place == 1:
                self._insert("booking_notes", [(order, CORRECTED, self._ago(5))])

    def _invoice(self, person: DemoPerson, place: int, bought: Purchase) -> tuple[object, ...]:
        """As printed; a sole trader's VAT number is made of the man's own."""
        home = person.homes[GAVLE]
        vat = f"SE{person.org_number.replace('-', '')}01" if person.org_number else None
        return (
            in_series("F", person, place),
            str(bought.day),
            booked_on(bought.day, self.today),
            bought.ore / 100,
            person.name,
            ", ".join(home.lines) if home else None,
            vat,
        )

    def _looked(self, person: DemoPerson, customer: int, *, profiled: bool) -> None:
        seen = list(visits(person, self.today, self.chance))
        cookie = cookie_of(person)
        self._insert("visits", [(customer, *visit, cookie) for visit in seen])
        groups = dict.fromkeys(_GROUPS[page] for _, page, _ in seen if page in _GROUPS)
        if profiled:
            self._insert("interests", [(customer, one, self._ago(7)) for one in groups])

    def _insert_one(self, table: str, *values: object) -> int:
        row = self.database.execute(_insert(table, len(values)), values).lastrowid
        if row is None:
            raise RuntimeError("SQLite gave the new row no number")
        return row

    def _insert(self, table: str, rows: Iterable[tuple[object, ...]]) -> None:
        for row in rows:
            self.database.execute(_insert(table, len(row)), row)

    def _ago(self, days: int) -> str:
        return str(self.today - timedelta(days=days))


def _insert(table: str, columns: int) -> str:
    marks = ", ?" * columns
    return f"INSERT INTO {table} VALUES (NULL{marks})"  # noqa: S608 - a table of this file
