"""A retention run in one register: what is over is found, and on its day erased as approved."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime

from bot.core.deadlines import receipt_day
from bot.core.kept_json import KeptJson
from bot.registers.erasures.erasing import erase, left_over
from bot.registers.erasures.rowplan import RowPlan, RowsPlanned
from bot.registers.lapses.families import Persons
from bot.registers.lapses.lapsed import Lapsed, Lapses, Pass
from bot.registers.lapses.periods_over import Retention
from bot.registers.maps.datamap import RegisterMap
from bot.registers.sources import Rows, Writes, as_text


@dataclass(frozen=True)
class Retired:
    """One record (`table/primary key`) and what is to be erased of it; counts and keys alone."""

    key: str
    plan: RowPlan


@dataclass(frozen=True)
class Proposal(KeptJson):
    """What two people approve for one register, laid out at an aware instant."""

    taken: datetime
    records: tuple[Retired, ...] = ()


@dataclass(frozen=True)
class Doors:
    """How one register is opened to be read, to be written, and rid of what was erased."""

    reading: Callable[[], AbstractContextManager[Rows]]
    writing: Callable[[], AbstractContextManager[Writes]]
    forget: Callable[[], None]


class Retiring:
    """The gestures of a retention run; each opens the register anew, and may be repeated.

    RegisterUnavailable when it is down; it has then done nothing.
    """

    def __init__(self, name: str, register_map: RegisterMap, doors: Doors) -> None:
        self.name = name
        self._map, self._doors = register_map, doors

    @property
    def by_people(self) -> bool:
        """Whether the bot may not erase there: then its people do."""
        return not self._map.writable

    def lapses(self, retention: Retention, busy: Collection[str], most: int) -> Lapses:
        """Whose period is over, and who of them is held by what; `most` with their rows."""
        with self._doors.reading() as rows:
            return Pass(self.name, self._map, rows, retention, busy).lapses(most)

    def proposal(self, lapses: Lapses, retention: Retention, taken: datetime) -> Proposal:
        """What would be erased, to be sealed; `taken` is aware."""
        return Proposal(
            taken,
            tuple(
                Retired(one.record.key, self._plan(one.rows, retention, taken))
                for one in lapses.found
            ),
        )

    def standing(
        self, proposal: Proposal, retention: Retention, busy: Collection[str]
    ) -> tuple[tuple[Retired, Lapsed], ...]:
        """Those of a proposal who are over and free as they were then; the rest is left alone.

        `retention` is that of the proposal's own day: what time adds is for the next run.
        """
        with self._doors.reading() as rows:
            return tuple(self._standing(rows, proposal, retention, busy))

    def retire(
        self, records: Sequence[Retired], retention: Retention, busy: Collection[str]
    ) -> tuple[str, ...]:
        """Erase those who still stand, in one transaction; the keys of the records."""
        if self.by_people or not records:
            return ()
        asked = Proposal(records[0].plan.taken, tuple(records))
        with self._doors.writing() as writes:
            standing = list(self._standing(writes, asked, retention, busy))
            for retired, _ in standing:
                erase(self._map, writes, retired.plan)
        self._doors.forget()
        return tuple(retired.key for retired, _ in standing)

    def left(self, records: Sequence[Retired]) -> dict[str, dict[str, int]]:
        """Rows by table that should be gone and are there all the same, by record; else none."""
        with self._doors.reading() as rows:
            found = {
                one.key: {
                    each.table: each.rows for each in left_over(self._map, rows, one.plan, {})
                }
                for one in records
            }
        return {key: left for key, left in found.items() if left}

    def _plan(
        self, rows: tuple[RowsPlanned, ...], retention: Retention, taken: datetime
    ) -> RowPlan:
        return RowPlan(self.name, self._map.company, taken, rows, retention.rules)

    def _standing(
        self, rows: Rows, proposal: Proposal, retention: Retention, busy: Collection[str]
    ) -> Iterator[tuple[Retired, Lapsed]]:
        if receipt_day(proposal.taken) != retention.today:
            raise ValueError("a proposal is held against the rules of its own day")
        approved = {one.key: one for one in proposal.records}
        wanted = Pass(self.name, self._map, rows, retention, busy)
        for table in self._map.roots:
            keys = [key.partition("/")[2] for key in approved if key.partition("/")[0] == table]
            if not keys:
                continue
            column = self._map.tables[table].key
            there = [row[column] for row in rows.having(table, column, keys)]
            for lapsed in wanted.weighed(Persons(table, there), Counter()):
                one = approved.get(lapsed.record.key)
                if one is not None and _deeds(one.plan.rows) == _deeds(lapsed.rows):
                    yield one, lapsed


def _deeds(rows: tuple[RowsPlanned, ...]) -> set[tuple[object, ...]]:
    """What is done to which rows, in whatever order a source gives them."""
    return {
        (one.table, one.fate, one.columns, frozenset(map(as_text, one.keys)), _under(one))
        for one in rows
    }


def _under(one: RowsPlanned) -> frozenset[str]:
    return frozenset(map(as_text, one.within.values)) if one.within else frozenset()
