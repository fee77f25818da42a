"""What an erasure must do once more to the rows of a person who came back with a backup."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.registers.erasures.deletions import Did, Erased, Marking
from bot.registers.erasures.fates import plan_rows, scalar
from bot.registers.erasures.rowplan import Fate, RowsPlanned, Rules, Scalar, Within
from bot.registers.maps.datamap import FieldMap, RegisterMap
from bot.registers.search import Family
from bot.registers.sources import Row, as_text


@dataclass(frozen=True)
class Due:
    """The rows to delete and to clear, in the order of deletion; `kept` by a law, by table."""

    rows: tuple[RowsPlanned, ...] = ()
    kept: Counter[str] = field(default_factory=Counter)

    def __bool__(self) -> bool:
        return bool(self.rows)


@dataclass(frozen=True)
class _Laid:
    """What today's plan does to some rows of a table, to be asked row by row."""

    did: Did
    key: str
    keys: frozenset[Scalar]
    column: str
    hers: frozenset[Scalar]

    @classmethod
    def of(cls, one: RowsPlanned, key: str) -> "_Laid":
        column, values = (one.within.column, one.within.values) if one.within else ("", ())
        return cls((one.fate, one.columns), key, frozenset(one.keys), column, frozenset(values))

    def covers(self, row: Row) -> bool:
        hangs = not self.column or scalar(row[self.column]) in self.hers
        return hangs and scalar(row[self.key]) in self.keys


def due_rows(
    marking: Marking, theirs: Family, erased: Erased, law: tuple[Rules, date], *, whole: bool
) -> Due:
    """The same to each row as was done to it, unless a law keeps it today (rules and day).

    `whole`: her own row was erased too, so that a row of hers that the log does not know came
    from before, and goes as today's plan says.
    """
    register_map = marking.register_map
    fresh = plan_rows(register_map, theirs, *law)
    rows: list[RowsPlanned] = []
    kept: Counter[str] = Counter()
    for name in dict.fromkeys(one.table for one in fresh):
        table = register_map.tables[name]
        laid = [_Laid.of(one, table.key) for one in fresh if one.table == name]
        groups: dict[tuple[Did, object], list[Row]] = {}
        for row in theirs[name]:
            logged = erased.rows.get((name, marking.key(name, row[table.key])), set())
            if not logged and not whole:
                continue
            now = {one.did for one in laid if one.covers(row)}
            kept[name] += _is_saved(logged, now)
            hangs = row[table.upward[0]] if table.upward else None
            for did in _due(table.fields, row, logged, now):
                groups.setdefault((did, hangs), []).append(row)
        rows += [_planned(register_map, name, did, some) for (did, _), some in groups.items()]
    return Due(tuple(rows), +kept)


def _fates(dids: Collection[Did]) -> set[Fate]:
    return {fate for fate, _ in dids}


def _is_saved(logged: Collection[Did], now: Collection[Did]) -> bool:
    """Whether a law keeps today what was deleted then."""
    return Fate.KEEP in _fates(now) and (not logged or Fate.DELETE in _fates(logged))


def _due(
    fields: dict[str, FieldMap], row: Row, logged: Collection[Did], now: Collection[Did]
) -> Iterator[Did]:
    """What was done to a row and is not done now."""
    fates = _fates(logged)
    # rows that share a key may have had two fates: then today's plan tells them apart
    unsure = not logged or (Fate.DELETE in fates and len(fates) > 1)
    dids = set(now if unsure else logged)
    if _is_saved(logged, now):
        dids = {did for did in (*dids, *now) if did[0] is Fate.CLEAR}
    for fate, columns in dids:
        if fate is Fate.DELETE:
            yield fate, ()
        elif fate is Fate.CLEAR and (stands := _standing(fields, row, columns)):
            yield fate, stands


def _standing(fields: dict[str, FieldMap], row: Row, columns: Sequence[str]) -> tuple[str, ...]:
    """The columns of the map whose cells still hold what an erasure takes."""
    there = (name for name in columns if name in fields)
    return tuple(n for n in there if as_text(row[n]) != as_text(fields[n].replacement))


def _planned(register_map: RegisterMap, name: str, did: Did, rows: Sequence[Row]) -> RowsPlanned:
    table = register_map.tables[name]
    fate, columns = did
    within = None
    if table.upward:
        column = table.upward[0]
        within = Within(column, tuple(dict.fromkeys(scalar(row[column]) for row in rows)))
    keys = tuple(dict.fromkeys(scalar(row[table.key]) for row in rows))
    return RowsPlanned(name, fate, keys, within, columns)
