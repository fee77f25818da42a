"""What staff of the demo do in their registers by hand.

Each function gives back a deed: it takes the folder of the registers and changes what stands there.
"""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Final

from bot.demo.person import BORLANGE, GAVLE, DemoPerson

Deed = Callable[[Path], None]

_DELIVERED: Final = """
    UPDATE purchases SET delivered = 1, paid = 1 WHERE customer_id IN
        (SELECT id FROM customers WHERE customer_no = :number)"""
_SECOND_CARD: Final = """
    INSERT INTO kund (namn, "e-post", kontakt_andrad) VALUES (:name, :address, :day)"""
_ERASED: Final = """
    DELETE FROM kund WHERE namn = :name AND kundnr <> :number;
    DELETE FROM kop WHERE kundnr = :number;
    DELETE FROM besok WHERE kundnr = :number;
    UPDATE kund SET personnr = NULL, kund_sedan = NULL, "e-post" = NULL, telefon = NULL,
        gata = NULL, postnr = NULL, ort = NULL, kontakt_andrad = NULL, kreditgrans = NULL,
        upplysning_den = NULL, upplysning_fran = NULL, samtycke_epost = NULL,
        samtycke_sms = NULL, samtycke_brev = NULL, statistik = NULL WHERE kundnr = :number"""


def delivers(person: DemoPerson) -> Deed:
    """The order in Gävle is delivered and paid."""
    return _statements(GAVLE, _DELIVERED, number=person.customer_number(GAVLE))


def adds_a_card(person: DemoPerson, day: str) -> Deed:
    """Somebody at the counter in Borlänge makes a second card for a customer, on an ISO day."""
    typed = {"name": _typed(person), "address": person.address, "day": day}
    return _statements(BORLANGE, _SECOND_CARD, **typed)


def erases(person: DemoPerson) -> Deed:
    """Take out of Borlänge what the plan says goes, and the second card; the books stay."""
    number = person.customer_number(BORLANGE)
    return _statements(BORLANGE, _ERASED, name=_typed(person), number=number)


def _typed(person: DemoPerson) -> str:
    """The name as Borlänge writes it."""
    return f"{person.family}, {person.given}"


def _statements(register: str, script: str, **values: str) -> Deed:
    def deed(folder: Path) -> None:
        with closing(sqlite3.connect(folder / f"{register}.sqlite")) as database, database:
            for statement in script.split(";"):
                database.execute(statement, values)
            if not database.total_changes:
                raise LookupError(f"nothing of hers stands in {register}")

    return deed
