"""Which of one person's rows no purpose of the data map needs any more."""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import cache, cached_property

from bot.core.deadlines import add_months
from bot.core.vocabulary import Category
from bot.registers.erasures.keeping import legal_rules
from bot.registers.erasures.rowplan import Rules
from bot.registers.lapses.relation import LASTS, relation_ended
from bot.registers.maps.datamap import (
    CONSENTS,
    Basis,
    Kind,
    Means,
    Purpose,
    RegisterMap,
    TableMap,
)
from bot.registers.maps.periods import Ends
from bot.registers.search import Family
from bot.registers.sources import Row, as_day, as_text

_Filled = tuple[str, ...]
"""The columns of a row that hold something and do not only tie rows together."""


@dataclass(frozen=True)
class Retention:
    """What the controllers said of keeping: every purpose of a company, on one Swedish day.

    `closing` is when its fiscal years close ("12-31"); None while nobody has said.
    """

    purposes: tuple[Purpose, ...]
    closing: str | None
    today: date

    @property
    def rules(self) -> Rules:
        """What a law keeps although every other purpose is over."""
        return legal_rules(self.purposes, self.closing)


class Need(IntEnum):
    """Whether a row is still needed for something; the most wins."""

    OVER = 0
    UNKNOWN = 1
    NEEDED = 2


class Periods:
    """One register's rows, held person by person against every purpose that uses them."""

    def __init__(self, register_map: RegisterMap, retention: Retention) -> None:
        self._map, self._retention = register_map, retention
        self._deepest_first = sorted(
            register_map.tables, key=lambda name: -len(list(register_map.path(name)))
        )
        self._pointed: dict[str, set[str]] = {}
        for _, parent, there in filter(None, (one.upward for one in register_map.tables.values())):
            self._pointed.setdefault(parent, set()).add(there)
        self._relations = {
            (one.retention.ends, one.retention.months or 0)
            for one in retention.purposes
            if one.retention is not None and one.retention.kind is Kind.RELATION
        }
        self._using = cache(self._purposes)
        self._holding = cache(self._categories)

    @property
    def telling(self) -> frozenset[str]:
        """The tables that say whether a relation lasts: few and narrow, beside the histories."""
        says = (Means.ENDED, *CONSENTS)
        return frozenset(name for name, one in self._map.tables.items() if one.meaning(*says))

    @cached_property
    def dated(self) -> frozenset[str]:
        """The tables whose rows have days of their own, with all that hangs on them."""
        tables = self._map.tables
        dated = {name for name, table in tables.items() if table.meaning(Means.OCCURRED)}
        return frozenset(name for name in tables if dated & set(self._map.path(name)))

    def lasts(self, theirs: Family) -> bool:
        """Whether a relation lasts by every purpose, as far as some of her rows tell."""
        needs = _Needs(self._map, theirs, self._retention)
        return all(needs.ended(ends) == LASTS for ends, _ in self._relations)

    def may_be_over(self, theirs: Family) -> bool:
        """Whether any of some rows of hers is not surely needed: then all of them are read."""
        needs = _Needs(self._map, theirs, self._retention)
        return any(
            needs.of(table, row, self._using(name, columns, self._holding(name, columns)))
            is not Need.NEEDED
            for name in theirs.keys() & self.dated
            for table in (self._map.tables[name],)
            for row in theirs[name]
            for columns in (self._filled(table, row),)
        )

    def over(self, theirs: Family) -> tuple[dict[str, list[Row]], bool]:
        """The rows of one person that no purpose needs, by table; and whether of some, unknown.

        What holds up a row that stays, stays too.
        """
        needs = _Needs(self._map, theirs, self._retention)
        filled = {
            name: [self._filled(self._map.tables[name], row) for row in rows]
            for name, rows in theirs.items()
        }
        kinds = (self._holding(name, each) for name, some in filled.items() for each in some)
        held = frozenset(one for some in kinds for one in some)
        stays: set[tuple[str, str, str]] = set()
        found: dict[str, list[Row]] = {}
        unknown = False
        # while the relation lasts, only what has a day of its own may be over
        lasts = all(needs.of_relation(*one) is Need.NEEDED for one in self._relations)
        looked_at = theirs.keys() & self.dated if lasts else theirs.keys()
        for name in filter(looked_at.__contains__, self._deepest_first):
            table = self._map.tables[name]
            by_key: dict[str, list[tuple[Row, Need]]] = {}
            for row, columns in zip(theirs[name], filled[name], strict=True):
                need = needs.of(table, row, self._using(name, columns, held))
                by_key.setdefault(as_text(row[table.key]).strip(), []).append((row, need))
            found[name] = []
            for key, rows in by_key.items():
                need = max(one for _, one in rows)
                if key and need is Need.OVER and not self._held_up(name, rows, stays):
                    found[name] += [row for row, _ in rows]
                    continue
                unknown = unknown or need is Need.UNKNOWN
                if table.upward is not None:
                    column, parent, there = table.upward
                    stays |= {(parent, there, as_text(row[column]).strip()) for row, _ in rows}
        return found, unknown

    def _held_up(
        self, name: str, rows: list[tuple[Row, Need]], stays: set[tuple[str, str, str]]
    ) -> bool:
        return any(
            (name, column, as_text(row[column]).strip()) in stays
            for column in self._pointed.get(name, ())
            for row, _ in rows
        )

    def _filled(self, table: TableMap, row: Row) -> _Filled:
        ties = {table.key, *table.link}
        return tuple(n for n in table.fields if n not in ties and as_text(row[n]).strip())

    def _categories(self, name: str, filled: _Filled) -> frozenset[Category]:
        return frozenset(self._map.tables[name].fields[column].category for column in filled)

    def _purposes(
        self, name: str, filled: _Filled, held: frozenset[Category]
    ) -> tuple[Purpose | None, ...]:
        """What uses these columns of a person of whom this is held; None for what nothing names."""
        touching = [one for one in self._retention.purposes if one.touches(held)]
        found: dict[str, Purpose | None] = {}
        for column in filled:
            field = self._map.tables[name].fields[column]
            used = [one for one in touching if field.category in one.categories]
            used = [one for one in used if not field.purposes or one.id in field.purposes]
            found |= {one.id: one for one in used} if used else {"": None}
        return tuple(found.values())


class _Needs:
    """What the purposes say of one person's rows; what is hers as a whole is asked once."""

    def __init__(self, register_map: RegisterMap, theirs: Family, retention: Retention) -> None:
        self._today = retention.today
        self.ended = cache(lambda ends: relation_ended(register_map, theirs, ends))

    def of(self, table: TableMap, row: Row, used: tuple[Purpose | None, ...]) -> Need:
        """What the most lasting of these purposes says."""
        return max((self._still(one, table, row) for one in used), default=Need.OVER)

    def _still(self, purpose: Purpose | None, table: TableMap, row: Row) -> Need:
        rule = purpose.retention if purpose else None
        if purpose is None or rule is None:
            return Need.UNKNOWN
        if rule.kind is Kind.RELATION:
            return self.of_relation(rule.ends, rule.months or 0)
        if rule.kind is Kind.BOOKKEEPING or purpose.basis is Basis.LEGAL_OBLIGATION:
            # a law keeps what the map says that it keeps (`kept_by`), and nothing by category
            return Need.OVER
        days = [as_day(row[column]) for column in table.meaning(Means.OCCURRED)]
        if not (rule.months and days and all(days)):
            return Need.UNKNOWN
        return self._since(max(filter(None, days)), rule.months)

    def of_relation(self, ends: tuple[Ends, ...], months: int) -> Need:
        """What a purpose says that is counted from the end of her relation."""
        ended = self.ended(ends)
        return Need.UNKNOWN if ended is None else self._since(ended, months)

    def _since(self, start: date, months: int) -> Need:
        """The last day is kept; the data go the day after."""
        if start == LASTS:
            return Need.NEEDED
        return Need.NEEDED if self._today <= add_months(start, months) else Need.OVER
