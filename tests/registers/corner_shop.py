"""A small register with a flag, tables beside, books, switches and keys that others hang on."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from register_shop import SHOP, column, table

from bot.core.command_words import Change
from bot.core.vocabulary import Act
from bot.registers.mapped import MappedRegister
from bot.registers.maps.datamap import Purpose, RegisterMap
from bot.registers.orders import Order

NOW = datetime(2026, 3, 10, 9, tzinfo=UTC)
ASTA, BENGT = "asta@ros.example", "bengt@ros.example"

SCHEMA = """
CREATE TABLE people (nr INTEGER PRIMARY KEY, given TEXT, family TEXT, held INTEGER DEFAULT 0,
    counted TEXT DEFAULT 'J');
CREATE TABLE ways (id INTEGER PRIMARY KEY, nr INTEGER, mail TEXT, phone TEXT, street TEXT,
    postcode TEXT, city TEXT, news INTEGER DEFAULT 1, changed TEXT DEFAULT '2020-01-01');
CREATE TABLE orders (id INTEGER PRIMARY KEY, nr INTEGER, buyer TEXT, amount INTEGER,
    sent INTEGER DEFAULT 0);
CREATE TABLE notes (id INTEGER PRIMARY KEY, order_id INTEGER, text TEXT, day TEXT);
CREATE TABLE readers (no TEXT PRIMARY KEY, mail TEXT, news INTEGER DEFAULT 1);
CREATE TABLE pauses (no TEXT PRIMARY KEY, since TEXT);
CREATE TABLE stop (address, day);
"""
ROWS = """
INSERT INTO people (nr, given, family) VALUES (7, 'Asta', 'Ros'), (8, 'Bengt', 'Ros');
INSERT INTO ways (nr, mail, phone, street, postcode, city) VALUES
    (7, 'asta@ros.example', '070-174 06 05', 'Låtsasgatan 1', '802 55', 'Gefle'),
    (8, 'bengt@ros.example', '070-174 06 06', 'Låtsasgatan 2', '802 55', 'Gefle');
INSERT INTO orders (nr, buyer, amount) VALUES (7, 'Asta Ros', 700), (8, 'Bengt Ros', 7);
INSERT INTO readers (no, mail) VALUES ('L-1', 'asta@ros.example'), ('L-2', 'cia@ros.example');
"""
FLAG = {"column": "held", "on": 1, "off": 0}
BESIDE = {"table": "pauses", "key": "no", "since": "since"}
NOTED = {"table": "notes", "key": "order_id", "text": "text", "on": "day"}


def tables(**said: dict[str, Any]) -> dict[str, Any]:
    """The map of all of it, with some tables said otherwise."""
    to_people = {"link": {"nr": "people.nr"}}
    people = {"nr": column("customer_number"), "given": column("name"), "family": column("name")}
    people |= {"held": column(), "counted": column("statistics", "consents", off="N")}
    ways = {"id": column(), "nr": column(), "mail": column("email", "contact")}
    ways |= {name: column(name, "contact") for name in ("phone", "street", "postcode", "city")}
    ways |= {"news": column("consent_mail", "consents", off=0)}
    ways |= {"changed": column("contact_changed", "contact")}
    orders = {"id": column(), "nr": column(), "buyer": column("", "purchases")}
    orders |= {"amount": column("", "purchases"), "sent": column("open_order", off=1)}
    notes = {name: column("", "purchases") for name in ("id", "order_id", "text", "day")}
    readers = {"no": column(), "mail": column("email", "contact")}
    readers |= {"news": column("consent_mail", "consents", off=0)}
    mapped = {
        "people": table("nr", people, restrict=FLAG, rectify="overwrite"),
        "ways": table("id", ways, rectify="overwrite", **to_people),
        "orders": table("id", orders, rectify=NOTED, **to_people),
        "notes": table("id", notes, link={"order_id": "orders.id"}),
        "readers": table("no", readers, restrict=BESIDE, rectify="overwrite"),
        "pauses": table(
            "no", {"no": column(), "since": column()}, link={"no": "readers.no"}
        ),
    }  # fmt: skip
    return mapped | {name: mapped[name] | changed for name, changed in said.items()}


@dataclass(frozen=True)
class Corner:
    """The register, and its file as everybody else sees it."""

    path: Path
    register: MappedRegister
    marked: set[str] = field(default_factory=set)

    def ask(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        """One statement on the file, beside everything of ours."""
        with closing(sqlite3.connect(self.path)) as database, database:
            return database.execute(statement, values).fetchall()

    def dump(self) -> list[str]:
        """Every cell of every table."""
        with closing(sqlite3.connect(self.path)) as database:
            return list(database.iterdump())

    def does(self, act: Act, *changes: tuple[str, str], **more: Any) -> bool:  # noqa: ANN401 - of Order
        """One act on Asta's records; what was marked is remembered, as the deed does."""
        put = tuple(Change(old, new) for old, new in changes)
        order = replace(Order(act, ASTA, NOW, changes=put, marked=frozenset(self.marked)), **more)
        if act is Act.RESTRICT:
            self.marked.update(self.register.unmarked(order))
        return self.register.carry_out(order)

    def leaves_to_people(self, old: str, new: str) -> bool:
        """Whether a correction is left to people, and nothing of it done."""
        before = self.dump()
        return not self.does(Act.RECTIFY, (old, new)) and self.dump() == before


def corner(path: Path, mapped: dict[str, Any], more: Iterable[str] = ()) -> Corner:
    """The register at a path that is not there yet, with these tables and further statements."""
    with closing(sqlite3.connect(path)) as database, database:
        database.executescript(SCHEMA + ROWS + ";".join(more))
    raw = SHOP | {"url": f"sqlite:///{path}", "tables": mapped}
    return Corner(path, MappedRegister("corner", RegisterMap.model_validate(raw)))


def purpose(key: str, basis: str, *categories: str, marketing: bool = False) -> Purpose:
    """A purpose that says no more than what it uses, and on which ground."""
    return Purpose.model_validate(
        {"id": key, "basis": basis, "categories": categories, "marketing": marketing}
    )
