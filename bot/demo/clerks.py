"""What staff of the demo do in their registers by hand, as the bot asked them to.

Each function gives back a deed: it takes the folder of the registers and changes what stands there.
"""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Final

from bot.demo.people import BORLANGE, GAVLE, MORA, DemoPerson

Deed = Callable[[Path], None]

_VISITS: Final = {
    GAVLE: """
        DELETE FROM visits WHERE customer_id IN
            (SELECT id FROM customers WHERE customer_no = :number)""",
    BORLANGE: "DELETE FROM besok WHERE kundnr = :number",
    MORA: "",
}
"""By register, what is only looked at for offers and statistics."""
_CONTACT: Final = {
    GAVLE: """
        DELETE FROM addresses WHERE customer_id IN
            (SELECT id FROM customers WHERE customer_no = :number);
        DELETE FROM contacts WHERE customer_id IN
            (SELECT id FROM customers WHERE customer_no = :number)""",
    BORLANGE: """
        UPDATE kund SET "e-post" = NULL, telefon = NULL, gata = NULL, postnr = NULL, ort = NULL,
            kontakt_andrad = NULL WHERE kundnr = :number""",
    MORA: "DELETE FROM contacts WHERE member_no = :number",
}
"""By register, how somebody is reached."""
_NAME: Final = "UPDATE customers SET first_name = :given WHERE customer_no = :number"
_ADDRESS: Final = "UPDATE contacts SET e_mail = :address, changed = :day WHERE member_no = :number"
_DELIVERED: Final = """
    UPDATE purchases SET delivered = 1, paid = 1 WHERE customer_id IN
        (SELECT id FROM customers WHERE customer_no = :number)"""
_LIST: Final = "restricted.txt"


def erases(person: DemoPerson, register: str) -> Deed:
    """Take out of a register what the plan says goes; the books and the choices stay."""
    number = person.customer_number(register)
    return _statements(register, f"{_VISITS[register]};{_CONTACT[register]}", number=number)


def stops(person: DemoPerson, register: str) -> Deed:
    """Take out of a register what was only looked at for offers and statistics."""
    return _statements(register, _VISITS[register], number=person.customer_number(register))


def renames(person: DemoPerson, given: str) -> Deed:
    """Put a first name right in Gävle."""
    return _statements(GAVLE, _NAME, given=given, number=person.customer_number(GAVLE))


def readdresses(person: DemoPerson, address: str, day: str) -> Deed:
    """Put a mail address right in Mora, with the ISO day on which it changed."""
    number = person.customer_number(MORA)
    return _statements(MORA, _ADDRESS, address=address, day=day, number=number)


def delivers(person: DemoPerson) -> Deed:
    """The order in Gävle is delivered and paid."""
    return _statements(GAVLE, _DELIVERED, number=person.customer_number(GAVLE))


def restricts(person: DemoPerson, register: str) -> Deed:
    """The registers have no mark for it: a list at the counter says whose data are only kept."""

    def deed(folder: Path) -> None:
        listed = folder / _LIST
        there = listed.read_text("utf-8").splitlines() if listed.exists() else []
        lines = [*there, _line(person, register)]
        listed.write_text("\n".join(lines) + "\n", "utf-8")

    return deed


def lifts(person: DemoPerson, register: str) -> Deed:
    """She is struck off the list again."""

    def deed(folder: Path) -> None:
        listed = folder / _LIST
        there = listed.read_text("utf-8").splitlines()
        there.remove(_line(person, register))
        listed.write_text("".join(f"{line}\n" for line in there), "utf-8")

    return deed


def _line(person: DemoPerson, register: str) -> str:
    return f"{register} {person.customer_number(register)}"


def _statements(register: str, script: str, **values: str) -> Deed:
    def deed(folder: Path) -> None:
        with closing(sqlite3.connect(folder / f"{register}.sqlite")) as database, database:
            for statement in script.split(";"):
                database.execute(statement, values)
            if not database.total_changes:
                raise LookupError(f"nothing of hers stands in {register}")

    return deed
