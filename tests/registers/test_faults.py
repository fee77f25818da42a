from pathlib import Path

import pytest
from register_shop import Maps, Query

from bot.registers.opening import open_register
from bot.registers.records import Register

Registers = dict[str, Register]


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
        "Kvitto;Datum;Kundnr;Vara;Antal;Belopp;Kassör\r\n"
    )
    (folder / "mora" / "returer.csv").write_text("Kundnr\r\n")
    said = "\n".join(registers["mora"].problems())
    assert "the file kop_2031.csv has the column Kassör" in said
    assert "the file returer.csv in csv_folder belongs to no table" in said
    (folder / "mora" / "kop_2031.csv").write_text(
        "Kvitto;Datum;Kundnr;Vara;Antal;Belopp\r\n1;2\r\n"
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
