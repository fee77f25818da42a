"""What the registers give of each invented person, held against the table of what was planted."""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from registers.register_shop import shipped_maps

from bot.core.findings import MOST_ROWS
from bot.core.vocabulary import Category
from bot.demo.cast import CAST
from bot.demo.people import BO, DESIGNED, EVA, FATHER, MORA, NILS, SON, THIEF
from bot.demo.person import BORLANGE, FIRM, GAVLE, DemoPerson
from bot.demo.planted import Plant, marks, planted
from bot.demo.population import population
from bot.demo.unusual import (
    BROWSING,
    CARETAKER,
    COMPLAINING,
    LEFT,
    NEIGHBOUR,
    OFFICE,
    PHONING,
    RECEPTION,
    UNUSUAL,
)
from bot.registers.faults import notes
from bot.registers.maps.datamap import RegisterMap
from bot.registers.opening import open_registers
from bot.registers.records import Register, Snapshot, search_keys

TODAY = date(2026, 3, 5)
NOW = datetime(2026, 3, 5, 9, tzinfo=UTC)
EVERYBODY = population()
SHARED = (BO, EVA, CARETAKER, RECEPTION)
"""Whose mailbox is somebody else's too."""
ALONE = [one for one in (*DESIGNED, *CAST, *UNUSUAL) if one not in (*SHARED, OFFICE)]
Registers = Mapping[str, Register]

#: how many rows of her stand in each table, by its title and her number there
GAVLE_ROWS = {
    "Kontaktvägar": "contacts WHERE customer_id = (:id)",
    "Postadresser": "addresses WHERE customer_id = (:id)",
    "Samtycken": "consents WHERE customer_id = (:id)",
    "Köp": "purchases WHERE customer_id = (:id)",
    "Köpta varor": "purchase_lines WHERE purchase_id IN (SELECT id FROM purchases"
    " WHERE customer_id = (:id))",
    "Rättelser av order": "booking_notes WHERE order_id IN (SELECT id FROM purchases"
    " WHERE customer_id = (:id))",
    "Fakturor": "invoices WHERE customer_id = (:id)",
    "Reklamationer": "complaints WHERE customer_id = (:id)",
    "Besök i webbshoppen": "visits WHERE customer_id = (:id)",
    "Varugrupper som kan intressera dig": "interests WHERE customer_id = (:id)",
    "Kreditupplysningar": "credit_reports WHERE customer_id = (:id)",
}
BORLANGE_ROWS = {
    "Köp": "kop WHERE kundnr = :number",
    "Verifikationer": "verifikat WHERE kundnr = :number",
    "Hyra": "hyra WHERE kundnr = :number",
    "Besök på hemsidan": "besok WHERE kundnr = :number",
}


@pytest.fixture(scope="module")
def folder(registers_of: Callable[[date], Path]) -> Path:
    """The demo registers, made once; nobody writes here."""
    return registers_of(TODAY)


@pytest.fixture(scope="module")
def registers(folder: Path) -> Registers:
    """The three of them, read through the shipped map."""
    return open_registers(shipped_maps(folder))


@pytest.fixture(scope="module")
def owners() -> Mapping[str, set[int]]:
    """Everybody whose value this may be, by number."""
    found: dict[str, set[int]] = defaultdict(set)
    for person in EVERYBODY:
        for value in marks(person):
            found[value].add(person.number)
    return found


@pytest.fixture(scope="module")
def telling() -> frozenset[Plant]:
    """Every value that is planted anywhere."""
    return frozenset(plant for person in EVERYBODY for plant in planted(person))


def cells(snapshot: Snapshot) -> set[Plant]:
    """Every cell of a copy, in its register and category."""
    return {
        Plant(snapshot.register, table.category, cell.casefold())
        for table in snapshot.tables
        for row in table.rows
        for cell in row
    }


def copied(registers: Registers, address: str) -> set[Plant]:
    """Every cell of the copies of all three registers."""
    snapshots = (register.collect(address, NOW) for register in registers.values())
    return {plant for snapshot in snapshots for plant in cells(snapshot)}


def foreign(held: Iterable[Plant], person: DemoPerson, owners: Mapping[str, set[int]]) -> set[str]:
    """The values that are somebody's and not this person's."""
    values = {plant.value for plant in held}
    return {one for one in values if one in owners and person.number not in owners[one]}


@pytest.mark.law("L36")
@pytest.mark.people("P01")
@pytest.mark.parametrize("person", ALONE, ids=lambda one: one.name)
def test_everything_planted_is_found_and_nothing_of_anybody_elses(
    registers: Registers,
    owners: Mapping[str, set[int]],
    telling: frozenset[Plant],
    person: DemoPerson,
) -> None:
    """In each category of each register, exactly what stands of her."""
    held = copied(registers, person.address)
    assert held & telling == planted(person)
    assert foreign(held, person, owners) == set()


@pytest.mark.law("L36")
def test_the_same_holds_of_fifty_whom_nobody_designed(
    registers: Registers, owners: Mapping[str, set[int]], telling: frozenset[Plant]
) -> None:
    """Chance made them, the couples among them left aside."""
    mailboxes = [person.address for person in EVERYBODY]
    alone = [one for one in EVERYBODY[60:] if mailboxes.count(one.address) == 1]
    for person in alone[:: len(alone) // 50]:
        held = copied(registers, person.address)
        assert held & telling == planted(person), person.number
        assert foreign(held, person, owners) == set(), person.number


@pytest.mark.people("P01")
@pytest.mark.parametrize("pair", [(NILS, THIEF), (FATHER, SON)], ids=lambda pair: pair[0].name)
def test_two_of_one_name_share_no_field(
    registers: Registers, owners: Mapping[str, set[int]], pair: tuple[DemoPerson, DemoPerson]
) -> None:
    """The victim and the thief, the father and the son: 0 foreign fields; one name meets both."""
    for person in pair:
        assert foreign(copied(registers, person.address), person, owners) == set()
        named = search_keys(names=[person.name])
        met = {a for one in registers.values() for r in one.look_up(named) for a in r.addresses}
        assert met == {one.address for one in pair}


@pytest.mark.people("P01")
def test_no_copy_of_a_shared_mailbox_mixes_two_people(
    registers: Registers, owners: Mapping[str, set[int]]
) -> None:
    """Gävle knows both of the couple and copies neither; Mora knows Eva alone."""
    assert cells(registers[GAVLE].collect(EVA.address, NOW)) == set()
    mora = cells(registers[MORA].collect(BO.address, NOW))
    assert foreign(mora, EVA, owners) == set()


@pytest.mark.people("P19")
def test_a_contact_person_gets_her_rows_and_not_the_firms(registers: Registers) -> None:
    """Neither its purchases nor its invoices; and its info@ proves nobody."""
    assert OFFICE.kind == FIRM
    for person in UNUSUAL:
        if person.employer:
            held = copied(registers, person.address)
            assert {plant.register for plant in held} <= {GAVLE}
            assert held.isdisjoint(planted(OFFICE) - planted(person))
    assert copied(registers, OFFICE.address) == set()


@pytest.mark.law("L36")
def test_every_row_that_is_hers_is_in_the_copy(registers: Registers, folder: Path) -> None:
    """Counted in the databases themselves, without the map, for each person alone."""
    for person in ALONE:
        for register, wanted in ((GAVLE, GAVLE_ROWS), (BORLANGE, BORLANGE_ROWS)):
            if register not in person.homes or person.employer:
                continue
            snapshot = registers[register].collect(person.address, NOW)
            held = {table.title: len(table.rows) for table in snapshot.tables}
            number = person.customer_number(register)
            for title, where in wanted.items():
                there = count(folder / f"{register}.sqlite", where, number)
                assert held.get(title, 0) == there, (person.name, title)


@pytest.mark.law("L36")
def test_what_only_these_persons_have_is_there(registers: Registers) -> None:
    """Each was made for one rule: more visits than lines, old books, a rare code, a note."""
    seen = registers[GAVLE].collect(BROWSING.address, NOW).counts()
    assert seen[Category.BEHAVIOUR] > MOST_ROWS
    assert PHONING.ordered_by in {plant.value for plant in copied(registers, PHONING.address)}
    assert NEIGHBOUR.name in COMPLAINING.remark
    booked = {
        row[next(at for at, one in enumerate(table.columns) if one.name == "booked_on")][:4]
        for table in registers[GAVLE].collect(LEFT.address, NOW).tables
        if table.title == "Fakturor"
        for row in table.rows
    }
    assert min(booked) < "2017" < max(booked)


def test_a_code_left_out_of_the_glossary_is_named(folder: Path) -> None:
    """One man alone orders by telephone: no answer of anybody else's would show the gap."""
    raw = shipped_maps(folder)[GAVLE].model_dump(mode="json")
    del raw["tables"]["purchases"]["fields"]["channel"]["codes"]["tel"]
    (said,) = notes(GAVLE, RegisterMap.model_validate(raw))
    assert "tables.purchases.fields.channel.codes" in said


def count(path: Path, where: str, number: str) -> int:
    """How many rows stand there."""
    own = "SELECT id FROM customers WHERE customer_no = :number"
    question = f"SELECT count(*) FROM {where.replace(':id', own)}"  # noqa: S608 - this file's own
    with closing(sqlite3.connect(path)) as database:
        return int(database.execute(question, {"number": number}).fetchone()[0])
