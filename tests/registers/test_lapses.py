"""Whose period is over, by the rules of the data map; and the erasure of exactly that (P03)."""

import sqlite3
from collections import Counter
from contextlib import closing
from datetime import UTC, date, datetime
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from register_shop import SHOP, column, table

from bot.config import load, shipped_config
from bot.lapsed import print_lapsed
from bot.registers.lapses.lapsed import Lapses
from bot.registers.lapses.periods_over import Retention
from bot.registers.lapses.retiring import Proposal, Retiring
from bot.registers.mapped import MappedRegister
from bot.registers.maps.datamap import Purpose, RegisterMap

NOW = datetime(2026, 3, 16, 6, tzinfo=UTC)
TODAY = date(2026, 3, 16)

SCHEMA = """
CREATE TABLE kund (nr INTEGER PRIMARY KEY, namn TEXT, mejl TEXT, kund_till TEXT, reklam TEXT,
    skyddad TEXT, begransad TEXT);
CREATE TABLE kop (id INTEGER PRIMARY KEY, nr INTEGER, datum TEXT, levererad TEXT);
CREATE TABLE besok (id INTEGER PRIMARY KEY, nr INTEGER, tid TEXT);
"""
PEOPLE = (
    (1, "Lykke Ek", "1@x.example", "2024-03-15", "N", "N", "N"),
    (2, "Mio Ask", "2@x.example", "2024-03-16", "N", "N", "N"),
    (3, "Novalie Alm", "3@x.example", "", "N", "N", "N"),
    (4, "Otto Lind", "4@x.example", "2020-01-01", "J", "N", "N"),
    (5, "Pim Rönn", "5@x.example", "2020-01-01", "N", "J", "N"),
    (6, "Quirin Hägg", "6@x.example", "2020-01-01", "N", "N", "J"),
    (7, "Ronja Sälg", "7@x.example", "i våras", "N", "N", "N"),
    (8, "Sixten Pil", "8@x.example", "2020-01-01", "N", "N", "N"),
    (9, "Tova Oxel", "9@x.example", "2020-01-01", "N", "N", "N"),
)
"""The first two stand on either side of the last day of their 24 months."""
BOUGHT = (
    (10, 1, "2017-05-05", "J"),
    (11, 1, "2023-05-05", "J"),
    (12, 8, "2020-01-01", "N"),
    (13, 9, "2025-11-01", "J"),
)
VISITS = ((20, 1, "2023-01-01T10:00"), (21, 3, "2024-03-15T10:00"), (22, 3, "2024-03-16T10:00"))


def purpose(key: str, **told: Any) -> Purpose:  # noqa: ANN401 - as in the file
    """One purpose as it stands in the config."""
    return Purpose.model_validate({"id": key, "demo": True} | told)


RELATION = {"kind": "relation", "months": 24, "ends": ["ended", "consent"]}
PURPOSES = (
    purpose(
        "customer",
        categories=["identity", "contact", "purchases", "consents"],
        basis="contract",
        retention=RELATION,
    ),
    purpose(
        "bookkeeping",
        categories=["identity", "purchases"],
        basis="legal_obligation",
        retention={"kind": "bookkeeping"},
    ),
    purpose(
        "offers",
        categories=["behaviour"],
        basis="consent",
        retention={"kind": "event", "event": "visit", "months": 24},
    ),
)
HELD = "open_order 1, protected 1, under_restriction 1, unknown 1"
RETENTION = Retention(PURPOSES, "12-31", TODAY)


def shop_map(url: str, **change: Any) -> RegisterMap:  # noqa: ANN401 - as in the file
    """The map of the little shop; `change` says something else of the register."""
    tables = {
        "kund": table(
            "nr",
            {
                "nr": column("customer_number"),
                "namn": column("name", erase="keep"),
                "mejl": column("email", "contact", erase="clear"),
                "kund_till": column("ended", erase="keep"),
                "reklam": column("consent_mail", "consents", off="N", erase="clear"),
                "skyddad": column("protected", off="N", erase="keep"),
                "begransad": column(erase="keep"),
            },
            erase="rows",
            restrict={"column": "begransad", "on": "J", "off": "N"},
        ),
        "kop": table(
            "id",
            {
                "id": column(category="purchases"),
                "nr": column(category="purchases"),
                "datum": column("booked", "purchases"),
                "levererad": column("open_order", "purchases", off="J"),
            },
            link={"nr": "kund.nr"},
            erase="rows",
            kept_by="bookkeeping",
        ),
        "besok": table(
            "id",
            {
                "id": column(category="behaviour"),
                "nr": column(category="behaviour"),
                "tid": column("occurred", "behaviour"),
            },
            link={"nr": "kund.nr"},
            erase="rows",
        ),
    }
    return RegisterMap.model_validate(
        SHOP | {"url": url, "tables": tables, "marketing": None} | change
    )


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The shop's database."""
    path = tmp_path / "shop.sqlite"
    with closing(sqlite3.connect(path)) as database, database:
        database.executescript(SCHEMA)
        for name, rows in (("kund", PEOPLE), ("kop", BOUGHT), ("besok", VISITS)):
            marks = ", ".join("?" * len(rows[0]))
            database.executemany(f"INSERT INTO {name} VALUES ({marks})", rows)  # noqa: S608 - our own names
    return path


@pytest.fixture
def retiring(file: Path) -> Retiring:
    """What a run does in it."""
    return MappedRegister("shop", shop_map(f"sqlite:///{file}")).retiring()


def going(lapses: Lapses) -> dict[str, set[tuple[str, str, tuple[object, ...]]]]:
    """What becomes of which rows, by record."""
    return {
        one.record.key: {(rows.table, rows.fate.value, rows.keys) for rows in one.rows}
        for one in lapses.found
    }


def keys(file: Path, name: str) -> list[int]:
    """The keys of the rows that are there."""
    with closing(sqlite3.connect(file)) as database:
        return [row[0] for row in database.execute(f"SELECT * FROM {name} ORDER BY 1")]  # noqa: S608 - our own names


def run(file: Path, statement: str) -> None:
    """Somebody in the shop changes something."""
    with closing(sqlite3.connect(file)) as database, database:
        database.execute(statement)


@pytest.mark.people("P03", "P07")
def test_only_who_is_over_and_free_is_proposed(retiring: Retiring) -> None:
    """The day after 24 months, not on it; old visits of a customer; a law keeps its accounts.

    A yes to marketing keeps the relation alive, and so does what she bought after the end; an open
    order, a protected identity, a restriction and a day that nobody can read are for people.
    """
    lapses = retiring.lapses(RETENTION, (), 100)
    assert going(lapses) == {
        "kund/1": {
            ("kop", "delete", (10,)),
            ("besok", "delete", (20,)),
            ("kund", "clear", (1,)),
        },
        "kund/3": {("besok", "delete", (21,))},
    }
    assert lapses.held == Counter(protected=1, under_restriction=1, unknown=1, open_order=1)


@pytest.mark.people("P03")
def test_what_another_purpose_needs_stays_though_its_own_day_has_passed(
    file: Path, retiring: Retiring
) -> None:
    """Advice is for who has bought something: an old visit of such a customer is still needed."""
    advice = purpose(
        "advice",
        categories=["behaviour"],
        needs=["purchases"],
        basis="contract",
        retention=RELATION,
    )
    retention = Retention((*PURPOSES, advice), "12-31", TODAY)
    assert "kund/3" in going(retiring.lapses(retention, (), 100))
    run(file, "INSERT INTO kop VALUES (15, 3, '2026-01-01', 'J')")
    assert "kund/3" not in going(retiring.lapses(retention, (), 100))


@pytest.mark.people("P03", "P24")
def test_who_has_an_open_matter_is_held(retiring: Retiring) -> None:
    """By any address of hers."""
    lapses = retiring.lapses(RETENTION, ("1@x.example",), 100)
    assert set(going(lapses)) == {"kund/3"}
    assert lapses.held["open_matter"] == 1


@pytest.mark.people("P03")
def test_a_run_takes_no_more_than_its_cap(retiring: Retiring) -> None:
    """And says how many wait."""
    lapses = retiring.lapses(RETENTION, (), 1)
    assert (list(going(lapses)), lapses.more) == (["kund/1"], 1)


@pytest.mark.people("P03")
def test_what_was_approved_goes_and_the_next_run_finds_nothing(
    file: Path, retiring: Retiring
) -> None:
    """Sealed and opened again a week later; a second run has nothing to propose of them."""
    proposal = retiring.proposal(retiring.lapses(RETENTION, (), 100), RETENTION, NOW)
    sealed = Proposal.from_json(proposal.to_json())
    assert retiring.retire(sealed.records, RETENTION, ()) == ("kund/1", "kund/3")
    assert (keys(file, "kop"), keys(file, "besok")) == ([11, 12, 13], [22])
    assert b"1@x.example" not in file.read_bytes()
    assert retiring.left(sealed.records) == {}
    assert retiring.retire(sealed.records, RETENTION, ()) == ()
    assert going(retiring.lapses(RETENTION, (), 100)) == {}


@pytest.mark.people("P03", "P07")
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE kund SET kund_till = '' WHERE nr = 1",
        "UPDATE kund SET skyddad = 'J' WHERE nr = 1",
        "INSERT INTO kop VALUES (14, 1, '2026-03-18', 'J')",
        "INSERT INTO besok VALUES (23, 1, '2023-02-02')",
        "UPDATE kund SET nr = 99 WHERE nr = 1",
    ],
)
def test_a_record_that_is_not_as_it_was_approved_is_left_alone(
    file: Path, retiring: Retiring, statement: str
) -> None:
    """Whatever came in the week of grace: the others of the proposal go all the same."""
    proposal = retiring.proposal(retiring.lapses(RETENTION, (), 100), RETENTION, NOW)
    run(file, statement)
    before = keys(file, "kop")
    assert retiring.retire(proposal.records, RETENTION, ()) == ("kund/3",)
    assert keys(file, "kop") == before
    assert 20 in keys(file, "besok")


@pytest.mark.people("P03")
def test_where_people_erase_nothing_is_erased(file: Path) -> None:
    """It is found and counted, and left to them."""
    retiring = MappedRegister("shop", shop_map(f"sqlite:///{file}", writable=False)).retiring()
    lapses = retiring.lapses(RETENTION, (), 100)
    proposal = retiring.proposal(lapses, RETENTION, NOW)
    assert (len(lapses.found), retiring.by_people) == (2, True)
    assert retiring.retire(proposal.records, RETENTION, ()) == ()
    assert keys(file, "besok") == [20, 21, 22]


@pytest.mark.people("P03", "P04")
def test_whoever_keeps_the_server_reads_row_numbers_alone(file: Path, tmp_path: Path) -> None:
    """For a register where people erase: which rows, of which tables, and nobody's name."""
    shop = shop_map(f"sqlite:///{file}", writable=False, company="mora")
    shipped = load(shipped_config(), tmp_path)
    told = {"registers": {"shop": shop}, "purposes": {one.id: one for one in PURPOSES}}
    out = StringIO()
    assert print_lapsed(shipped.model_copy(update=told), NOW, out) == 0
    assert out.getvalue().splitlines() == [
        f"shop: 2 records are over; left alone: {HELD}",
        "  kund/1: besok delete 1, kop delete 1, kund clear 1",
        "  kund/3: besok delete 1",
    ]


def test_what_nobody_has_said_is_never_proposed(file: Path) -> None:
    """Without `ends`, without a day of the event, and where no purpose names a category."""
    silent = (
        purpose(
            "customer",
            categories=["identity", "contact", "consents"],
            basis="contract",
            retention={"kind": "relation", "months": 24},
        ),
        PURPOSES[1],
    )
    retiring = MappedRegister("shop", shop_map(f"sqlite:///{file}")).retiring()
    lapses = retiring.lapses(Retention(silent, "12-31", TODAY), (), 100)
    assert all("kund" not in {table for table, _, _ in rows} for rows in going(lapses).values())
    assert all("besok" not in {table for table, _, _ in rows} for rows in going(lapses).values())
    assert lapses.held["unknown"] > 0
