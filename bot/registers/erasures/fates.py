"""What an erasure would do to each row of one person: laid out, and nothing done."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from bot.core.vocabulary import Category
from bot.registers.erasures.keeping import Keeping, Kept, keyed
from bot.registers.erasures.rowplan import Fate, RowsPlanned, Rules, Scalar, Within
from bot.registers.maps.datamap import FieldMap, Kind, Means, RegisterMap, TableMap
from bot.registers.search import Family
from bot.registers.sources import Row, as_text
from bot.registers.whose import whose_of


def plan_rows(
    register_map: RegisterMap, theirs: Family, rules: Rules, today: date
) -> tuple[RowsPlanned, ...]:
    """The fate of each of one person's rows, in the order of deletion.

    A row that a law keeps stays until its last day, and no longer (Art. 17(3)(b)), and so does the
    row that it hangs on; the cells of both that the map says go, go. What the map does not say is
    asked of people: nothing is guessed.
    """
    planned: dict[str, list[RowsPlanned]] = {}
    keeping = Keeping(register_map, theirs, rules, today)
    for name in sorted(filter(theirs.get, theirs), key=lambda one: -_depth(register_map, one)):
        table = _Table(name, register_map, rules, keeping)
        planned[name] = list(table.planned(theirs[name]))
    return tuple(one for name in _in_order(register_map, planned) for one in planned[name])


def scalar(value: object) -> Scalar:
    """The value of a key as a plan holds it: a number as such, all else as its text."""
    return value if isinstance(value, int) else as_text(value)


def _names(key: object) -> bool:
    """Whether a row can be told again by its key."""
    return not isinstance(key, bytes | memoryview) and bool(as_text(key).strip())


def _depth(register_map: RegisterMap, name: str) -> int:
    return len(list(register_map.path(name)))


def _in_order(register_map: RegisterMap, names: Iterable[str]) -> list[str]:
    """What hangs on a row goes before it, unless the map says another order."""

    def place(name: str) -> tuple[int, int]:
        order = register_map.tables[name].order
        return (order if order is not None else 0, -_depth(register_map, name))

    return sorted(names, key=place)


@dataclass(frozen=True)
class _Table:
    """One table of a register under one set of rules."""

    name: str
    register_map: RegisterMap
    rules: Rules
    keeping: Keeping

    @property
    def table(self) -> TableMap:
        return self.register_map.tables[self.name]

    def planned(self, rows: list[Row]) -> Iterator[RowsPlanned]:
        if missing := tuple(self._missing()):
            yield self._of(Fate.ASK, rows, missing=missing)
            return
        if unsure := [row for row in rows if whose_of(self.table, row) is None]:
            yield self._of(Fate.ASK, unsure, missing=(f"{self._where}.whose",))
        if nameless := [row for row in rows if not _names(row[self.table.key])]:
            yield self._of(Fate.ASK, nameless, missing=(f"{self._where}.key",))
        by_key = keyed(self.table, [one for one in rows if one not in unsure + nameless])
        reasons = self.keeping.reasons(self.name)
        yield from self._going([row for key in by_key if key not in reasons for row in by_key[key]])
        kept: dict[tuple[Kept, bool], list[Row]] = {}
        for key, reason in reasons.items():
            kept.setdefault(reason, []).extend(by_key.get(key, ()))
        for (why, own), some in kept.items():
            if some:
                yield from self._staying(some, why, own=own)

    @property
    def _where(self) -> str:
        return f"tables.{self.name}"

    def _going(self, rows: list[Row]) -> Iterator[RowsPlanned]:
        if not rows:
            return
        gone = self._columns("clear", "replace")
        if self.table.erase == "rows":
            yield self._of(Fate.DELETE, rows)
        elif self.table.erase == "keep":
            # its law keeps it no longer, and nobody has said what then becomes of it
            yield self._of(Fate.ASK, rows, missing=(f"{self._where}.erase",))
        elif gone:
            yield self._of(Fate.CLEAR, rows, gone)

    def _staying(self, rows: list[Row], why: Kept, *, own: bool) -> Iterator[RowsPlanned]:
        """A law keeps the row; what it does not need of it goes all the same."""
        if missing := tuple(self._unsaid(why, own=own)):
            yield self._of(Fate.ASK, rows, missing=missing)
            return
        gone = self._columns("clear", "replace")
        if gone:
            yield self._of(Fate.CLEAR, rows, gone)
        stays = tuple(name for name in self.table.fields if name not in gone)
        yield self._of(Fate.KEEP, rows, stays, kept=why)

    def _unsaid(self, why: Kept, *, own: bool) -> Iterator[str]:
        """What must be known before a row is kept for a law: how long, and what it needs of it.

        A row that a law of its own keeps is kept whole where nobody said otherwise of a cell; one
        that only holds up others is not.
        """
        if not why.is_known:
            rule = self.rules.periods.get(why.law)
            unclosed = rule is not None and rule.kind is Kind.BOOKKEEPING and not self.rules.closing
            yield "fiscal_year_end" if unclosed else f"{self._where}: means = {Means.BOOKED}"
        for name, field in self.table.fields.items():
            serves_others = bool(field.purposes) and why.law not in field.purposes
            if not field.erase and name not in self._ties() and (serves_others or not own):
                yield f"{self._where}.fields.{name}.erase"

    def _ties(self) -> set[str]:
        """The columns that tie rows together: key, link, and what others point to."""
        upward = (table.upward for table in self.register_map.tables.values())
        pointed = {there for _, parent, there in filter(None, upward) if parent == self.name}
        return {self.table.key, *self.table.link, *pointed}

    def _columns(self, *what: str) -> tuple[str, ...]:
        return tuple(name for name, one in self.table.fields.items() if one.erase in what)

    def _missing(self) -> Iterator[str]:
        """What nobody has said of the whole table."""
        if not self.table.erase:
            yield f"{self._where}.erase"
        if self.table.erase == "cells":
            silent = (name for name, one in self.table.fields.items() if not one.erase)
            silent = (name for name in silent if name != self.table.key)
            yield from (f"{self._where}.fields.{name}.erase" for name in silent)
        if self.table.fields[self.table.key].erase in {"clear", "replace"}:
            # a row that has lost its key is found by nobody any more
            yield f"{self._where}.fields.{self.table.key}.erase"
        if self.table.erase == "keep" and self.table.kept_by is None:
            yield f"{self._where}.kept_by"
        if self.table.kept_by is not None and self.table.kept_by not in self.rules.periods:
            yield f"purposes.{self.table.kept_by}.retention"

    def _of(
        self,
        fate: Fate,
        rows: list[Row],
        columns: tuple[str, ...] = (),
        *,
        kept: Kept | None = None,
        missing: tuple[str, ...] = (),
    ) -> RowsPlanned:
        named = columns or tuple(self.table.fields)
        return RowsPlanned(
            table=self.name,
            fate=fate,
            keys=tuple(dict.fromkeys(scalar(row[self.table.key]) for row in rows)),
            within=self._within(rows),
            columns=columns,
            counts=tuple(_counts(self.table.fields, named, rows).items()),
            law=kept.law if kept else "",
            until=kept.until if kept else None,
            event=kept.event if kept else "",
            missing=missing,
        )

    def _within(self, rows: list[Row]) -> Within | None:
        upward = self.table.upward
        if upward is None:
            return None
        column = upward[0]
        return Within(column, tuple(dict.fromkeys(scalar(row[column]) for row in rows)))


def _counts(
    fields: dict[str, FieldMap], columns: Iterable[str], rows: Iterable[Row]
) -> Counter[Category]:
    """How many rows hold something of each category in these columns."""
    by_category: dict[Category, list[str]] = {}
    for name in columns:
        by_category.setdefault(fields[name].category, []).append(name)
    return Counter(
        category
        for row in rows
        for category, names in by_category.items()
        if any(as_text(row[name]) for name in names)
    )
