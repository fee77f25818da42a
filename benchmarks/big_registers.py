# ruff: noqa: INP001, S608 - a part of a program that is run by its path; names of its own
"""Three registers of many customers in three unlike shapes, made fast, and mapped.

One normalised with numbers for keys, one wide card with the customer number for key, one of members
and receipts. As in the demo, what hangs on a customer is indexed by her key and addresses are not.
Some addresses stand in capitals or behind a name, as in every real register.
"""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import NullPool, create_engine, text

from bot.registers.maps.datamap import RegisterMap

Row = tuple[Any, ...]
BIG_TEXT = 2000

SHOP = """
CREATE TABLE customers (id INTEGER PRIMARY KEY, code TEXT, given TEXT, family TEXT, pnr TEXT);
CREATE TABLE contacts (id INTEGER PRIMARY KEY, customer_id INTEGER, mail TEXT, phone TEXT,
    day TEXT);
CREATE TABLE orders (id INTEGER PRIMARY KEY, customer_id INTEGER, day TEXT, note TEXT);
CREATE TABLE lines (id INTEGER PRIMARY KEY, order_id INTEGER, code TEXT, amount INTEGER);
CREATE TABLE stops (address TEXT PRIMARY KEY, day TEXT);
CREATE INDEX contacts_of ON contacts (customer_id);
CREATE INDEX orders_of ON orders (customer_id);
CREATE INDEX lines_of ON lines (order_id)
"""
CARD = """
CREATE TABLE kund (nr TEXT PRIMARY KEY, namn TEXT, pnr TEXT, mejl TEXT, telefon TEXT, gata TEXT,
    ort TEXT, grans INTEGER, epost_ja TEXT, sms_ja TEXT, andrad TEXT);
CREATE TABLE kop (id INTEGER PRIMARY KEY, nr TEXT, dag TEXT, vara TEXT);
CREATE TABLE stops (address TEXT PRIMARY KEY, day TEXT);
CREATE INDEX kop_av ON kop (nr)
"""
CLUB = """
CREATE TABLE members (no TEXT PRIMARY KEY, full_name TEXT, pnr TEXT, joined TEXT);
CREATE TABLE ways (no TEXT, mail TEXT, mobile TEXT, street TEXT);
CREATE TABLE receipts (id INTEGER PRIMARY KEY, no TEXT, day TEXT, goods TEXT);
CREATE TABLE stops (address TEXT PRIMARY KEY, day TEXT);
CREATE INDEX ways_of ON ways (no);
CREATE INDEX receipts_of ON receipts (no)
"""
SCHEMAS = {"shop": SHOP, "card": CARD, "club": CLUB}


def address(n: int) -> str:
    """Where a customer is written to."""
    return f"person{n}@mail{n % 40}.example"


def pnr(n: int) -> str:
    """Twelve signs of the length of a personal number, of nobody: there is no month 77."""
    return f"19{n % 100:02}7777-{n // 10 % 10000:04}"


def _spelt(n: int) -> str:
    ways = {7: address(n).upper(), 11: f"Anna Berg <{address(n)}>"}
    return ways.get(n % 50, address(n))


def _name(n: int) -> tuple[str, str]:
    return f"Anna{n % 211}", f"Berg{n % 977}"


def _shop(n: int) -> Iterator[tuple[str, Row]]:
    yield "customers", (n, f"G-{n}", *_name(n), pnr(n))
    yield "contacts", (n, n, _spelt(n), f"070-{n:07}", "2020-01-01")
    for at in (3 * n, 3 * n + 1):
        yield "orders", (at, n, "2024-02-03", "")
        yield "lines", (2 * at, at, "A-1", 100)
        yield "lines", (2 * at + 1, at, "B-2", 50)


def _card(n: int) -> Iterator[tuple[str, Row]]:
    flags = (1000, "J", "N", "2020-01-01")
    place = (f"070-{n:07}", "Gatan 1", "ORTEN")
    yield "kund", (f"{n:06}", " ".join(_name(n)), pnr(n), _spelt(n), *place, *flags)
    for at in range(3):
        yield "kop", (3 * n + at, f"{n:06}", "2024-02-03", "Papper")


def _club(n: int) -> Iterator[tuple[str, Row]]:
    yield "members", (f"M{n}", " ".join(_name(n)), pnr(n), "2019-01-01")
    yield "ways", (f"M{n}", _spelt(n), f"070-{n:07}", "Gatan 1")
    for at in range(3):
        yield "receipts", (3 * n + at, f"M{n}", "2024-02-03", "Papper")


_ROWS = {"shop": _shop, "card": _card, "club": _club}


def build(kind: str, url: str, customers: int, *, big: int = 0) -> None:
    """Make one register in an empty database; the first customer has `big` bytes of rows more."""
    engine = create_engine(url, poolclass=NullPool)
    rows: dict[str, list[Row]] = {}
    for n in range(1, customers + 1):
        for name, row in _ROWS[kind](n):
            rows.setdefault(name, []).append(row)
    with engine.begin() as database:
        for statement in SCHEMAS[kind].split(";"):
            database.execute(text(statement))
        raw = database.connection.dbapi_connection
        sign = "?" if engine.dialect.name == "sqlite" else "%s"
        for name, some in rows.items():
            signs = ", ".join(sign for _ in some[0])
            raw.cursor().executemany(f"INSERT INTO {name} VALUES ({signs})", some)
        last = 10 * customers
        more = (
            (last + at, 1, "2024-02-03", f"{at:08}" * (BIG_TEXT // 8))
            for at in range(big // BIG_TEXT)
        )
        if big:
            raw.cursor().executemany(
                f"INSERT INTO orders VALUES ({sign}, {sign}, {sign}, {sign})", more
            )
    if engine.dialect.name == "postgresql":
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as database:
            database.execute(text("VACUUM ANALYZE"))


_CONTACT = ("email", "phone", "street", "city", "contact_changed")


def _field(means: str = "", category: str = "identity") -> dict[str, Any]:
    return {"category": category, "label_sv": "x", "label_en": "x", "means": means}


def _table(key: str, columns: str, link: str = "") -> dict[str, Any]:
    """One table of a map from its columns, each `name` or `name:means`."""
    here, _, there = link.partition("=")
    pairs = [one.partition(":") for one in columns.split()]
    other = "purchases" if link and "email" not in columns else "identity"
    return {
        "whose": "person", "key": key, "title_sv": "x", "title_en": "x", "erase": "rows",
        "link": {here: there} if link else {},
        "fields": {n: _field(m, "contact" if m in _CONTACT else other) for n, _, m in pairs},
    }  # fmt: skip


_KUND = (
    "nr:customer_number namn:name pnr:personal_number mejl:email telefon:phone gata:street ort:city"
    " grans epost_ja sms_ja andrad:contact_changed"
)
_MAPS: dict[str, dict[str, Any]] = {
    "shop": {
        "customers": _table(
            "id", "id code:customer_number given:name family:name pnr:personal_number"
        ),
        "contacts": _table(
            "id",
            "id customer_id mail:email phone:phone day:contact_changed",
            "customer_id=customers.id",
        ),
        "orders": _table("id", "id customer_id day:relation note", "customer_id=customers.id"),
        "lines": _table("id", "id order_id code amount", "order_id=orders.id"),
    },
    "card": {
        "kund": _table("nr", _KUND),
        "kop": _table("id", "id nr dag:relation vara", "nr=kund.nr"),
    },
    "club": {
        "members": _table(
            "no", "no:customer_number full_name:name pnr:personal_number joined:registered"
        ),
        "ways": _table("no", "no mail:email mobile:phone street:street", "no=members.no"),
        "receipts": _table("id", "id no day:relation goods", "no=members.no"),
    },
}


def mapped(kind: str, url: str) -> RegisterMap:
    """The map of one register."""
    stops = {
        "table": "stops",
        "address": "address",
        "date": "day",
        "title_sv": "x",
        "title_en": "x",
    }
    stops |= {"fields": {"address": _field("", "consents"), "day": _field("", "consents")}}
    return RegisterMap.model_validate(
        {"company": kind, "url": url, "writable": True, "marketing": stops, "tables": _MAPS[kind]}
    )
