"""Registers without an interface: binders, a till, an old system. People look in them.

The bot reads and writes nothing here. Whoever is responsible is asked by mail, and answers with the
files found or INGET; for every other act they get a task (KLAR).
"""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Annotated, Literal

from pydantic import StringConstraints

from bot.core.identity import BlockOutcome
from bot.core.vocabulary import Category
from bot.registers.copied import Column, Snapshot, TableRows
from bot.registers.erasures.rowplan import Residue, RowPlan, Rules
from bot.registers.keys import SearchKeys
from bot.registers.maps.fieldmap import Part, Words
from bot.registers.orders import Order
from bot.registers.records import PersonRecord

Described = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True, max_length=200)]


class PeopleMap(Part):
    """One such register: whose it is, and what it is called for staff and for customers."""

    company: Words
    kind: Literal["people"] = "people"
    demo: bool = False
    title_sv: Described
    title_en: Described


class PeopleRegister:
    """See `records.Register`; it says of itself that people must do it."""

    def __init__(self, name: str, people_map: PeopleMap) -> None:
        self.name = name
        self.company = people_map.company
        self._map = people_map

    def look_up(self, keys: SearchKeys, *, whole: bool = False) -> tuple[PersonRecord, ...]:
        """Nothing that the bot can know."""
        del keys, whole
        return ()

    def collect(self, address: str, taken: datetime, also: Collection[str] = ()) -> Snapshot:
        """Empty: what people find is handed in (`handed_in`)."""
        del address, also
        return Snapshot(self.name, self.company, taken)

    def handed_in(self, files: Sequence[tuple[str, int]], taken: datetime) -> Snapshot:
        """What people sent, as a list of names and sizes in bytes; the files go beside it."""
        columns = (Column("file", "Fil", "File"), Column("size", "Storlek i byte", "Size in bytes"))
        rows = tuple((name, str(size)) for name, size in files)
        title, title_en = self._map.title_sv, self._map.title_en
        table = TableRows(Category.CORRESPONDENCE, title, columns, rows, title_en)
        return Snapshot(self.name, self.company, taken, (table,) if rows else ())

    def block_marketing(
        self, address: str, on: datetime, *, email_only: bool = False
    ) -> BlockOutcome:
        """No mailing goes out from a binder."""
        del address, on, email_only
        return BlockOutcome.NOWHERE

    def plan(
        self, address: str, rules: Rules, on: datetime, also: Collection[str] = ()
    ) -> RowPlan | None:
        """None: people erase here."""
        del address, rules, on, also
        return None

    def carry_out(self, order: Order) -> bool:
        """People do it."""
        del order
        return False

    def residue(self, plan: RowPlan, keys: SearchKeys) -> tuple[Residue, ...]:
        """People say KLAR; the bot cannot look."""
        del plan, keys
        return ()

    def unmapped(self) -> tuple[str, ...]:
        """Nothing that a map could forget."""
        return ()

    def problems(self) -> list[str]:
        """None that a program could see."""
        return []
