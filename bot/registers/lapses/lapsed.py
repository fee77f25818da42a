"""Records of which something is over, found in one pass over a register; nothing is touched."""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Final

from bot.registers.changes.restricting import says
from bot.registers.erasures.erasing import is_clear
from bot.registers.erasures.fates import plan_rows, scalar
from bot.registers.erasures.rowplan import Fate, RowsPlanned
from bot.registers.lapses.families import Persons, families
from bot.registers.lapses.periods_over import Periods, Retention
from bot.registers.lapses.relation import LASTS, relation_ended
from bot.registers.maps.datamap import RegisterMap
from bot.registers.maps.periods import Ends
from bot.registers.maps.tablemap import Flag, SideTable
from bot.registers.portrait import portrait
from bot.registers.records import PersonRecord
from bot.registers.search import Family, Root
from bot.registers.sources import Row, Rows, as_text

AT_ONCE: Final = 200
"""Persons whose rows are read together."""
RESTRICTED: Final = "under_restriction"
PROTECTED: Final = "protected"
OPEN_MATTER: Final = "open_matter"
UNKNOWN: Final = "unknown"
"""Why a record is left alone, beside the words of `datamap.HOLDS` (P05, P07)."""


@dataclass(frozen=True)
class Lapsed:
    """One record of which something is over: its rows and their fate; `ended` is the relation's.

    `ended` is None where the relation lasts, and rows of it have had their own days.
    """

    record: PersonRecord
    rows: tuple[RowsPlanned, ...]
    ended: date | None


@dataclass
class Lapses:
    """What a pass found: the first records, how many `more`, and how many are `held` by what."""

    found: list[Lapsed] = field(default_factory=list)
    more: int = 0
    held: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True)
class Pass:
    """One pass over an open register by the rules of its company.

    Records that hold one of the `busy` addresses are held: a matter of theirs is open, or frozen.
    """

    name: str
    register_map: RegisterMap
    rows: Rows
    retention: Retention
    busy: Collection[str] = ()

    @cached_property
    def _periods(self) -> Periods:
        return Periods(self.register_map, self.retention)

    def lapses(self, most: int) -> Lapses:
        """Every record that is over and held by nothing; `most` of them with their rows."""
        told = Lapses()
        for table in self.register_map.roots:
            key = self.register_map.tables[table].key
            every = self.rows.resembling(table, [key], [()])
            values = [row[key] for row in every if as_text(row[key]).strip()]
            for start in range(0, len(values), AT_ONCE):
                some = self._worth_reading(Persons(table, values[start : start + AT_ONCE]))
                for one in self.weighed(some, told.held):
                    if len(told.found) < most:
                        told.found.append(one)
                    else:
                        told.more += 1
        return told

    def _worth_reading(self, persons: Persons) -> Persons:
        """Without those whose relation lasts, and whose rows with days of their own are needed."""
        told = self._families(persons, self._periods.telling)
        lasting = [root.value for root, theirs in told if self._periods.lasts(theirs)]
        dated = self._families(Persons(persons.table, lasting), self._periods.dated)
        old = {root for root, theirs in dated if self._periods.may_be_over(theirs)}
        needed = {Root(persons.table, one) for one in lasting} - old
        rest = [one for one in persons.values if Root(persons.table, one) not in needed]
        return Persons(persons.table, rest)

    def _families(self, persons: Persons, tables: Collection[str]) -> Iterator[tuple[Root, Family]]:
        """As far as some tables tell; nobody, where none of them is theirs."""
        own = set(tables) & set(self.register_map.below(persons.table))
        if own and persons.values:
            yield from families(self.register_map, self.rows, persons, own)

    def weighed(self, persons: Persons, held: Counter[str]) -> Iterator[Lapsed]:
        """The records of these persons of which something is over now."""
        for root, theirs in families(self.register_map, self.rows, persons):
            over, unknown = self._periods.over(theirs)
            going = self._going(over) if any(over.values()) else ()
            if not going:
                held.update([UNKNOWN] if unknown else [])
                continue
            record = portrait(self.name, self.register_map, root, theirs, ())
            if why := self._held(record, theirs, going):
                held.update(why)
            else:
                yield Lapsed(record, going, self._ended(theirs))

    def _going(self, over: dict[str, list[Row]]) -> tuple[RowsPlanned, ...]:
        """What would go, without what is gone already and without what a law keeps."""
        planned = plan_rows(self.register_map, over, self.retention.rules, self.retention.today)
        left = (self._undone(one, over[one.table]) for one in planned if one.fate is not Fate.KEEP)
        return tuple(one for one in left if one.keys)

    def _undone(self, one: RowsPlanned, rows: list[Row]) -> RowsPlanned:
        if one.fate is not Fate.CLEAR:
            return one
        table = self.register_map.tables[one.table]
        done = {scalar(row[table.key]) for row in rows if is_clear(table, one.columns, row)}
        return replace(one, keys=tuple(key for key in one.keys if key not in done))

    def _held(
        self, record: PersonRecord, theirs: Family, going: tuple[RowsPlanned, ...]
    ) -> set[str]:
        why = set(record.holds)
        if any(one.fate is Fate.ASK for one in going):
            why.add(UNKNOWN)
        if record.protected:
            why.add(PROTECTED)
        if record.addresses & set(self.busy):
            why.add(OPEN_MATTER)
        if any(self._restricted(name, rows, theirs) for name, rows in theirs.items()):
            why.add(RESTRICTED)
        return why

    def _restricted(self, name: str, rows: list[Row], theirs: Family) -> bool:
        """Art. 18(2): what is restricted is stored, and nothing else is done with it."""
        mark = self.register_map.tables[name].restrict
        if isinstance(mark, Flag):
            return any(says(row, mark, mark.on) for row in rows)
        return isinstance(mark, SideTable) and bool(theirs.get(mark.table))

    def _ended(self, theirs: Family) -> date | None:
        ended = relation_ended(self.register_map, theirs, tuple(Ends))
        return None if ended == LASTS else ended
