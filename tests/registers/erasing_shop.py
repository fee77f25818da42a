"""A small shop with accounts, visits and comments, made in any database that SQLAlchemy knows."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from register_shop import SHOP, column, table
from sqlalchemy import create_engine, text

from bot.core.vocabulary import Act
from bot.registers.erasures.known import Known, known_of
from bot.registers.erasures.rowplan import RowPlan, Rules
from bot.registers.mapped import MappedRegister
from bot.registers.maps.datamap import Kind, Period, RegisterMap
from bot.registers.orders import Order
from bot.registers.records import search_keys

NOW = datetime(2026, 3, 5, 9, tzinfo=UTC)
ASA = "asa.oberg@x.example"
RULES = Rules({"bookkeeping": Period(kind=Kind.BOOKKEEPING)}, "12-31")

SCHEMA = """
CREATE TABLE kund (nr INTEGER PRIMARY KEY, namn TEXT, pnr TEXT, mejl TEXT, gata TEXT, telefon TEXT);
CREATE TABLE kop (id INTEGER PRIMARY KEY, nr INTEGER NOT NULL REFERENCES kund, datum TEXT,
    sak TEXT);
CREATE TABLE rader (id INTEGER PRIMARY KEY, kop INTEGER NOT NULL REFERENCES kop, vara TEXT);
CREATE TABLE besok (id TEXT, nr INTEGER NOT NULL REFERENCES kund, sida TEXT);
CREATE TABLE omdome (id INTEGER PRIMARY KEY, nr INTEGER REFERENCES kund, betyg INTEGER NOT NULL,
    ord TEXT);
CREATE TABLE stop (address TEXT PRIMARY KEY, day TEXT);
"""
ROWS = {
    "kund": (
        (1, "Åsa Öberg", "19900101-2385", ASA, "Påhittsgatan 77", "070-174 06 05"),
        (2, "Bo Ek", "18900101-9802", "bo@x.example", "Sagostigen 3", "070-174 06 06"),
        (3, "Åsa Öberg", "", "annan.asa@x.example", "Fabelgränd 2", "070-174 06 07"),
    ),
    "kop": (
        (10, 1, "2018-12-30", "ritbord Oslo"),
        (11, 1, "2019-01-02", "lampa Bergen"),
        (12, 2, "2017-05-01", "pall"),
    ),
    "rader": ((100, 10, "skiva av ek"), (101, 11, "sladd av tyg"), (102, 12, "ben")),
    "besok": (("a", 1, "/hemlig-sida-ett"), ("b", 1, "/hemlig-sida-tva"), ("b", 2, "/start")),
    "omdome": ((1, 1, 4, "Mitt namn är Öberg och jag bor vid ån"), (2, 2, 5, "bra")),
}
ONLY_HERS = (
    *("19900101-2385", ASA, "Påhittsgatan 77", "070-174 06 05", "ritbord Oslo", "skiva av ek"),
    *("hemlig-sida-ett", "hemlig-sida-tva", "jag bor vid ån"),
)
"""What goes, and stands nowhere but in her rows."""


def shop_map(url: str, **change: dict[str, Any]) -> RegisterMap:
    """The map; `change` says something else of a table."""
    link = {"nr": "kund.nr"}
    tables: dict[str, dict[str, Any]] = {
        "kund": table(
            "nr",
            {
                "nr": column("customer_number"),
                "namn": column("name", erase="keep"),
                "pnr": column("personal_number", erase="clear"),
                "mejl": column("email", "contact", erase="clear"),
                "gata": column("street", "contact", erase="clear"),
                "telefon": column("phone", "contact", erase="clear"),
            },
            erase="rows",
        ),
        "kop": table(
            "id",
            {
                "id": column(category="purchases"),
                "nr": column(category="purchases"),
                "datum": column("booked", "purchases"),
                "sak": column(category="purchases"),
            },
            link=link,
            erase="rows",
            kept_by="bookkeeping",
        ),
        "rader": table(
            "id",
            {name: column(category="purchases") for name in ("id", "kop", "vara")},
            link={"kop": "kop.id"},
            erase="rows",
            kept_by="bookkeeping",
        ),
        "besok": table(
            "id",
            {name: column(category="behaviour") for name in ("id", "nr", "sida")},
            link=link,
            erase="rows",
        ),
        "omdome": table(
            "id",
            {
                "id": column(category="behaviour"),
                "nr": column(category="behaviour", erase="clear"),
                "betyg": column(category="behaviour", erase="keep"),
                "ord": column(category="behaviour", erase="replace", replacement="(raderat)"),
            },
            link=link,
            erase="cells",
        ),
    }
    for name, more in change.items():
        tables[name] = tables.get(name, {}) | more
    return RegisterMap.model_validate(SHOP | {"url": url, "tables": tables})


class Shop:
    """The database, beside everything of ours, and the register over it."""

    def __init__(self, url: str, **change: dict[str, Any]) -> None:
        self.url = url
        self.map = shop_map(url, **change)
        self.register = MappedRegister("corner", self.map)

    def fill(self) -> "Shop":
        """Make the tables and their rows."""
        engine = create_engine(self.url)
        with engine.begin() as connection:
            for statement in filter(str.strip, SCHEMA.split(";")):
                connection.execute(text(statement))
            for name, rows in ROWS.items():
                for row in rows:
                    cells = {f"c{place}": cell for place, cell in enumerate(row)}
                    names = ", ".join(f":{cell}" for cell in cells)
                    connection.execute(text(f"INSERT INTO {name} VALUES ({names})"), cells)  # noqa: S608 - its own names
        engine.dispose()
        return self

    def run(self, statement: str) -> list[tuple[Any, ...]]:
        """What a statement finds."""
        engine = create_engine(self.url)
        with engine.begin() as connection:
            done = connection.execute(text(statement))
            found = [tuple(row) for row in done] if done.returns_rows else []
        engine.dispose()
        return found

    def all_rows(self) -> dict[str, list[tuple[Any, ...]]]:
        """Every row of every table."""
        return {
            name: sorted(self.run(f"SELECT * FROM {name}"), key=str)  # noqa: S608 - its own names
            for name in (*ROWS, "stop")
        }

    def known(self) -> Known:
        """What she is known by now."""
        return known_of(ASA, {"corner": self.register.look_up(search_keys([ASA]), whole=True)})

    def plan(self, rules: Rules = RULES, on: datetime = NOW) -> RowPlan:
        """Her plan; the namesake is somebody else."""
        plan = self.register.plan(ASA, rules, on)
        assert plan is not None
        return replace(plan, others=("kund/3",))

    def erase(self, plan: RowPlan, on: datetime = NOW) -> bool:
        """Carry a plan out."""
        return self.register.carry_out(Order(Act.ERASE, ASA, on, plan=plan, reference="2026-0001"))
