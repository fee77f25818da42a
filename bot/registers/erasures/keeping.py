"""What keeps a row although its person wants it erased: its own law, or what hangs on it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from bot.registers.erasures.rowplan import Rules
from bot.registers.maps.datamap import (
    Basis,
    Kind,
    Means,
    Purpose,
    RegisterMap,
    TableMap,
    fiscal_year_end,
)
from bot.registers.search import Family
from bot.registers.sources import Row, as_text


@dataclass(frozen=True)
class Kept:
    """The law (purpose) that keeps a row, its last day, or the event that it ends with instead.

    Without either nobody can say how long: people look.
    """

    law: str
    until: date | None = None
    event: str = ""

    @property
    def is_known(self) -> bool:
        """Whether its end is known."""
        return self.until is not None or bool(self.event)


def keyed(table: TableMap, rows: Iterable[Row]) -> dict[str, list[Row]]:
    """Rows by the text of their key: rows that share one cannot be told apart by it."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(as_text(row[table.key]).strip(), []).append(row)
    return found


def legal_rules(purposes: Iterable[Purpose], closing: str | None) -> Rules:
    """Only a legal obligation keeps what would else be erased (Art. 17(3)(b))."""
    periods = {
        one.id: one.retention
        for one in purposes
        if one.retention is not None and one.basis is Basis.LEGAL_OBLIGATION
    }
    return Rules(periods, closing)


class Keeping:
    """What keeps each of one person's rows on one day, under one set of rules."""

    def __init__(
        self, register_map: RegisterMap, theirs: Family, rules: Rules, today: date
    ) -> None:
        self._map, self._theirs, self._rules, self._today = register_map, theirs, rules, today
        self._booked: dict[tuple[str, str], dict[str, date | None]] = {}
        # what keeps the rows that others hang on: by table and column, then by the value there
        self._above: dict[tuple[str, str], dict[str, Kept]] = {}

    def reasons(self, name: str) -> dict[str, tuple[Kept, bool]]:
        """By key of a table what keeps its rows, and whether that is a law of their own.

        Tables are asked about from the farthest to the person's own: what is kept holds up the
        row that it hangs on.
        """
        table = self._map.tables[name]
        found: dict[str, tuple[Kept, bool]] = {}
        for key, rows in keyed(table, self._theirs[name]).items():
            own = _longest(filter(None, (self._by_law(name, row) for row in rows)))
            below = [why for row in rows for why in self._from_below(name, row)]
            why = _longest([*below, own] if own else below)
            if why is None:
                continue
            found[key] = (why, own is not None)
            for row in rows:
                self._hold_up(table, row, why)
        return found

    def _from_below(self, name: str, row: Row) -> Iterator[Kept]:
        for (table, column), held in self._above.items():
            if table == name and (why := held.get(as_text(row[column]).strip())):
                yield why

    def _hold_up(self, table: TableMap, row: Row, why: Kept) -> None:
        if table.upward is None:
            return
        column, parent, there = table.upward
        held = self._above.setdefault((parent, there), {})
        value = as_text(row[column]).strip()
        held[value] = _longest([why, held.get(value, why)]) or why

    def _by_law(self, name: str, row: Row) -> Kept | None:
        """A day that cannot be read keeps the row for people to see."""
        law = self._map.tables[name].kept_by
        if law is None:
            return None
        rule = self._rules.periods[law]
        if rule.kind is Kind.EVENT:
            return Kept(law, event=rule.event or "")
        day, closing = self._day(name, row), self._rules.closing
        if day is None or (rule.kind is Kind.BOOKKEEPING and closing is None):
            return Kept(law)
        start = fiscal_year_end(day, closing) if rule.kind is Kind.BOOKKEEPING and closing else day
        last = rule.last_day(start)
        return Kept(law, last) if self._today <= last else None

    def _day(self, name: str, row: Row) -> date | None:
        """The day to count from: the row's own, or that of the row which it hangs on."""
        table = self._map.tables[name]
        if table.meaning(Means.BOOKED):
            return _booked(row, table)
        if table.upward is None or table.upward[1] not in self._theirs:
            return None
        column, parent, there = table.upward
        if (parent, there) not in self._booked:
            days: dict[str, date | None] = {}
            for one in self._theirs[parent]:
                value, day = as_text(one[there]).strip(), self._day(parent, one)
                known = days.get(value, day)
                days[value] = max(day, known) if day and known else None
            self._booked[parent, there] = days
        return self._booked[parent, there].get(as_text(row[column]).strip())


def _longest(found: Iterable[Kept]) -> Kept | None:
    """The unknown before all, then what ends with an event, then the latest day."""
    return max(
        found,
        key=lambda why: (not why.is_known, why.until is None, why.until or date.max),
        default=None,
    )


def _booked(row: Row, table: TableMap) -> date | None:
    """The latest day that bookkeeping counts from; None where one of them cannot be read."""
    days = []
    for column in table.meaning(Means.BOOKED):
        try:
            days.append(date.fromisoformat(as_text(row[column]).strip()[:10]))
        except ValueError:
            return None
    return max(days, default=None)
