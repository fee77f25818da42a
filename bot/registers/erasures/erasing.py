"""An erasure carried out as it was planned, and what is left afterwards."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from bot.registers.erasures.fates import plan_rows
from bot.registers.erasures.rowplan import Fate, Residue, RowPlan, RowsPlanned
from bot.registers.maps.datamap import RegisterMap, TableMap
from bot.registers.search import Family, Root
from bot.registers.sources import Row, Rows, Writes, as_text

_Place = tuple[str, str, str]
"""One row: its table, its key, and what it hangs on."""


def may_go(register_map: RegisterMap, rows: Rows, plan: RowPlan, holders: Collection[Root]) -> bool:
    """Whether a plan can be carried out as it stands; else people look, and nothing is touched.

    Not while something in it is unknown. Nor where a person's own row, which it takes away, is
    there and is no longer among those that hold her address: databases give a number that became
    free to somebody else.
    """
    if any(one.fate is Fate.ASK for one in plan.rows):
        return False
    hers = {(root.table, as_text(root.value)) for root in holders}
    own = (one for one in plan.rows if register_map.root_of(one.table) == one.table)
    return all(
        (one.table, as_text(row[register_map.tables[one.table].key])) in hers
        for one in own
        if one.fate is Fate.DELETE
        for row in rows.having(one.table, register_map.tables[one.table].key, one.keys)
    )


def erase(register_map: RegisterMap, writes: Writes, plan: RowPlan) -> None:
    """Carry out what a plan deletes and clears; repeated, it finds nothing left to do.

    A cell is emptied or holds a constant of the map afterwards: nothing that was worked out from
    what stood there.
    """
    for one in plan.rows:
        table = register_map.tables[one.table]
        if one.fate is Fate.DELETE:
            writes.delete(one.table, table.key, one.keys, one.within)
        elif one.fate is Fate.CLEAR:
            cells = {column: table.fields[column].replacement for column in one.columns}
            writes.update(one.table, table.key, one.keys, cells, one.within)


def left_over(
    register_map: RegisterMap, rows: Rows, plan: RowPlan, found: Family
) -> tuple[Residue, ...]:
    """The rows that should be gone, and the cells that should be empty, by table.

    `found` is what the search keys of the person still reach. A row of it that the plan does not
    know is weighed by the plan's own rules: what a law keeps may be there.
    """
    left: set[_Place] = set()
    for one in plan.rows:
        table = register_map.tables[one.table]
        there = rows.having(one.table, table.key, one.keys) if _goes(one) else ()
        left.update(_remaining(table, one, there))
    known = {(one.table, as_text(key).strip()) for one in plan.rows for key in one.keys}
    fresh: dict[str, list[Row]] = {}
    for name, some in found.items():
        table = register_map.tables[name]
        for one in (one for one in plan.rows if one.table == name and _goes(one)):
            hit = {as_text(key).strip() for key in one.keys}
            same = (row for row in some if as_text(row[table.key]).strip() in hit)
            left.update(_remaining(table, one, same))
        fresh[name] = [row for row in some if (name, as_text(row[table.key]).strip()) not in known]
    left.update(_new(register_map, plan, found, fresh))
    counts = Counter(table for table, _, _ in left)
    return tuple(Residue(table, count) for table, count in sorted(counts.items()))


def _goes(one: RowsPlanned) -> bool:
    return one.fate in {Fate.DELETE, Fate.CLEAR}


def _remaining(table: TableMap, one: RowsPlanned, there: Iterable[Row]) -> Iterator[_Place]:
    """Of the rows that are there, those that hold what a plan takes away."""
    hers = {as_text(value).strip() for value in one.within.values} if one.within else set()
    for row in there:
        if one.within is not None and as_text(row[one.within.column]).strip() not in hers:
            continue
        if one.fate is Fate.DELETE or not is_clear(table, one.columns, row):
            yield _place(one.table, table, row)


def is_clear(table: TableMap, columns: Iterable[str], row: Row) -> bool:
    """Whether these cells of a row hold what an erasure leaves in them."""
    return all(as_text(row[one]) == as_text(table.fields[one].replacement) for one in columns)


def _new(
    register_map: RegisterMap, plan: RowPlan, found: Family, fresh: Family
) -> Iterator[_Place]:
    """What came after the plan: it stays where a law keeps it, and is left over where none does."""
    if not any(fresh.values()):
        return
    keeps: set[tuple[str, str]] = set()
    takes: dict[str, tuple[str, ...]] = {}
    for one in plan_rows(register_map, found, plan.rules, plan.day):
        if one.fate is Fate.KEEP:
            keeps |= {(one.table, as_text(key).strip()) for key in one.keys}
        elif one.fate is Fate.CLEAR:
            takes[one.table] = one.columns
    for name, some in fresh.items():
        table = register_map.tables[name]
        for row in some:
            stays = (name, as_text(row[table.key]).strip()) in keeps or table.erase == "cells"
            if not stays or not is_clear(table, takes.get(name, ()), row):
                yield _place(name, table, row)


def _place(name: str, table: TableMap, row: Row) -> _Place:
    above = as_text(row[table.upward[0]]) if table.upward else ""
    return name, as_text(row[table.key]), above
