import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from register_shop import KUND, SHOP, Maps, Query, column, table

from bot.checks.registers import look_at_registers
from bot.config import load, shipped_config
from bot.registers.faults import faults, notes, unmapped
from bot.registers.files.folder import FileFolder
from bot.registers.maps.datamap import RegisterMap
from bot.registers.opening import open_register
from bot.registers.records import Register
from bot.registers.sql import SqlDatabase

Registers = dict[str, Register]
Made = Callable[..., RegisterMap]

SCHEMA = """
CREATE TABLE kund (nr, namn, pnr, mejl, andrad, slag, sort);
CREATE TABLE kop (nr, kund);
CREATE TABLE stop (address, day);
"""
WHOSE = {"column": "slag", "person": ["P"], "firm": ["F"]}
CODES = {"a": {"sv": "vanlig", "en": "ordinary"}}


@pytest.fixture
def made(tmp_path: Path) -> Made:
    """A register of two tables, from rows of `kund` and statements besides."""

    def make(*rows: tuple[object, ...], statements: str = "", **kund: object) -> RegisterMap:
        path = tmp_path / "made.sqlite"
        path.unlink(missing_ok=True)
        with closing(sqlite3.connect(path)) as database, database:
            database.executescript(SCHEMA)
            database.executemany("INSERT INTO kund VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
            database.executescript(statements)
        fields: dict[str, Any] = KUND | {"slag": column(), "sort": column(codes=CODES)}
        tables = {
            "kund": table("nr", fields, **kund),
            "kop": table("nr", {"nr": column(), "kund": column()}, link={"kund": "kund.nr"}),
        }
        raw = SHOP | {"url": f"sqlite:///{path}", "tables": tables}
        return RegisterMap.model_validate(raw)

    return make


def not_mapped(name: str, register_map: RegisterMap) -> tuple[str, ...]:
    """What stands in a register and not in its map."""
    database, files = SqlDatabase(name, register_map), FileFolder(name, register_map)
    return unmapped(register_map, database, files)


def wrong(register_map: RegisterMap) -> list[str]:
    """The faults of a register called shop."""
    database, files = SqlDatabase("shop", register_map), FileFolder("shop", register_map)
    return faults("shop", register_map, database, files)


def kund(number: int, kind: str = "P", sort: str = "a") -> tuple[object, ...]:
    """One row of the table `kund`; everybody in it is invented."""
    return (number, "Per", None, f"per{number}@post.example", "2020-01-01", kind, sort)


def test_the_shipped_map_fits_the_shipped_registers(standing: Registers) -> None:
    """Every column is mapped, and every mapped column is there."""
    assert [sentence for register in standing.values() for sentence in register.problems()] == []


@pytest.mark.law("L36")
def test_what_the_map_leaves_out_is_named(registers: Registers, query: Query) -> None:
    """A column, and a whole table, each with the place to write it."""
    query("gavle", "ALTER TABLE customers ADD COLUMN shoe_size TEXT")
    query("gavle", "CREATE TABLE notes (id, customer_id, text)")
    query("gavle", "ALTER TABLE marketing_blocks ADD COLUMN reason TEXT")
    said = "\n".join(registers["gavle"].problems())
    assert (
        "registers.gavle.tables.customers.fields: the table customers has the column shoe" in said
    )
    assert "the table notes (id, customer_id, text)" in said
    assert "registers.gavle.marketing.fields" in said
    assert len(said.splitlines()) == 3


def test_what_the_register_lacks_is_named(registers: Registers, query: Query) -> None:
    """A renamed column is both: lacking under the old name, unmapped under the new."""
    query("borlange", "ALTER TABLE kund RENAME COLUMN ort TO stad")
    query("borlange", "DROP TABLE besok")
    said = "\n".join(registers["borlange"].problems())
    assert "has no column ort" in said
    assert "has the column stad" in said
    assert "no table besok" in said


def test_a_file_and_its_columns_are_looked_at_too(registers: Registers, folder: Path) -> None:
    """An unmapped column, a file of no table, a broken row."""
    (folder / "mora" / "kop_2031.csv").write_text(
        "Kvitto;Datum;Kundnr;Vara;Antal;Belopp;Bokförd;Kassör\r\n"
    )
    (folder / "mora" / "returer.csv").write_text("Kundnr\r\n")
    said = "\n".join(registers["mora"].problems())
    assert "the file kop_2031.csv has the column Kassör" in said
    assert "the file returer.csv in folder belongs to no table" in said
    (folder / "mora" / "kop_2031.csv").write_text(
        "Kvitto;Datum;Kundnr;Vara;Antal;Belopp;Bokförd\r\n1;2\r\n"
    )
    assert "row 2 of kop_2031.csv" in "\n".join(registers["mora"].problems())


def test_a_register_that_is_down_is_a_sentence(registers: Registers, folder: Path) -> None:
    """`check` goes on to the next one."""
    (folder / "gavle.sqlite").unlink()
    (said,) = registers["gavle"].problems()
    assert said.startswith("register gavle: there is no file gavle.sqlite")


@pytest.mark.people("P02")
def test_a_register_without_a_date_of_change_is_named(maps: Maps) -> None:
    """Nobody in it can go the usual road, and the controllers should know."""
    mora = maps["mora"].model_dump(mode="json")
    mora["tables"]["contacts"]["fields"]["changed"]["means"] = ""
    mora["tables"]["contacts"]["fields"]["e_mail"]["means"] = ""
    register = open_register("mora", type(maps["mora"]).model_validate(mora))
    said = "\n".join(register.problems())
    assert 'means = "contact_changed"' in said
    assert 'means = "email"' in said


def test_checking_writes_nothing(registers: Registers, folder: Path) -> None:
    """Not one byte of a register changes."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    before = [path.read_bytes() for path in files]
    for register in registers.values():
        register.problems()
    assert [path.read_bytes() for path in files] == before


@pytest.mark.law("L36")
def test_a_column_that_the_map_forgot_is_named_and_makes_a_copy_unsure(
    registers: Registers, maps: Maps, query: Query, folder: Path
) -> None:
    """In a table, in a file, as a whole table, as a whole file: none is silently skipped."""
    for name, register_map in maps.items():
        assert not_mapped(name, register_map) == ()
    query("gavle", "ALTER TABLE customers ADD COLUMN shoe_size TEXT")
    query("gavle", "CREATE TABLE notes (id, text)")
    query("gavle", "CREATE VIEW everybody AS SELECT * FROM customers")
    assert not_mapped("gavle", maps["gavle"]) == ("notes", "customers.shoe_size")
    (file, *_) = sorted((folder / "mora").glob("kop_*.csv"))
    first, rest = file.read_text("windows-1252").split("\n", 1)
    file.write_text(f"{first.strip()};Kassör\n{rest}", "windows-1252")
    (folder / "mora" / "returer.csv").write_text("Kundnr\n")
    assert not_mapped("mora", maps["mora"]) == (f"{file.name}.Kassör", "returer.csv")
    assert "has the column shoe_size" in "\n".join(registers["gavle"].problems())


@pytest.mark.law("L36")
def test_check_tells_all_of_it(folder: Path, query: Query) -> None:
    """A new column is a fault of the whole look, what nobody has said a note."""
    settings = load(shipped_config(), folder.parent)
    told = list(look_at_registers(settings))
    assert [one.text for one in told if one.is_fault] == []
    query("borlange", "ALTER TABLE kund ADD COLUMN skonummer TEXT")
    (fault,) = [one.text for one in look_at_registers(settings) if one.is_fault]
    assert "registers.borlange.tables.kund.fields" in fault
    assert "skonummer" in fault


def test_a_view_beside_the_map_is_a_note(made: Made) -> None:
    """With its columns; one that no longer works is nobody's fault here."""
    views = "CREATE VIEW alla AS SELECT nr, mejl FROM kund; CREATE VIEW trasig AS SELECT x FROM y;"
    register_map = made(kund(1), statements=views)
    (told,) = notes("shop", register_map)
    assert "the view alla (nr, mejl)" in told
    assert wrong(register_map) == []


@pytest.mark.people("P19")
def test_rows_that_are_nobodys_are_counted(made: Made) -> None:
    """By how many rows and values; none of the values is printed."""
    register_map = made(kund(1), kund(2, "X"), kund(3, "Siv Ek"), kund(4, "X"), whose=WHOSE)
    (told,) = notes("shop", register_map)
    assert "registers.shop.tables.kund.whose.slag: rows whose value stands for nobody: 3" in told
    assert "(values: 2)" in told
    assert "Siv" not in told
    assert "X" not in told


@pytest.mark.law("L43")
def test_a_flag_that_says_neither_yes_nor_no_is_counted(made: Made) -> None:
    """Such a row is restricted by people; check says so before anybody asks for it."""
    flag = {"column": "slag", "on": "J", "off": "N"}
    register_map = made(kund(1, "J"), kund(2, "N"), kund(3, ""), kund(4, "true"), restrict=flag)
    (told,) = notes("shop", register_map)
    assert "registers.shop.tables.kund.restrict.slag: rows that say neither on nor off: 1" in told


def test_codes_that_the_glossary_lacks_are_named_when_they_are_nobodys(made: Made) -> None:
    """A short code in several rows; what may be a person's is counted alone."""
    odd = ("b", "b", "c", "per@x.se", "per@x.se", "9001012385", "9001012385", "en hel mening", "")
    register_map = made(*(kund(number, "P", code) for number, code in enumerate(odd)))
    (told,) = notes("shop", register_map)
    assert "registers.shop.tables.kund.fields.sort.codes" in told
    assert '"b" (2 rows), and values that are not shown here: 4' in told
    for hidden in ("per@", "900101", "mening", '"c"', '"a"'):
        assert hidden not in told


@pytest.mark.people("P01")
def test_a_key_that_two_people_share_is_counted(made: Made) -> None:
    """What hangs on it would go to both. The number is not told; rows without one share nothing."""
    assert wrong(made(kund(1), kund(2))) == []
    (told,) = wrong(made(kund(7), kund(7), (None,) * 7, (None,) * 7))
    assert "registers.shop.tables.kund.key: values of kund.nr" in told
    assert "several rows: 1," in told


def test_a_register_that_people_write_is_not_written_to_by_the_look(made: Made) -> None:
    """An account that may only read is enough there."""
    register_map = made(kund(1)).model_copy(update={"writable": False})
    file = Path(register_map.url.removeprefix("sqlite:///"))
    with closing(sqlite3.connect(file)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert wrong(register_map) == []
