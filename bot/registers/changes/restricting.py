"""Restricting a person's records and lifting it again, as the map says how (Art. 18(2), P07).

A record is marked, and nothing else of it is touched: consents, statistics and what still runs stay
as they are, so that the lifting leaves the register as it was. Whatever sends marketing, counts
people or hands data on leaves out what is marked: `WHERE restricted <> 1` for a flag, and `WHERE
NOT EXISTS (SELECT 1 FROM restrictions WHERE restrictions.member_no = members.member_no)` for a
table beside. Deliveries, invoices and claims do not ask the mark: people say of those (P07).
"""

from collections.abc import Collection, Mapping

from bot.core.deadlines import receipt_day
from bot.registers.changes.beside import is_mapped
from bot.registers.changes.matching import hanging
from bot.registers.maps.registermap import RegisterMap
from bot.registers.maps.tablemap import Flag, SideTable, TableMap, Whose
from bot.registers.orders import Order
from bot.registers.search import Family
from bot.registers.sources import Row, Writes, as_text
from bot.registers.whose import whose_of

_Cell = tuple[str, int | str | None]
_Mark = Flag | SideTable
_Marks = Mapping[str, _Mark]
"""How the records of each table are marked."""


def restrict(register_map: RegisterMap, writes: Writes, theirs: Family, order: Order) -> bool:
    """Mark her records; repeated, it changes nothing.

    False, and nothing done, where the map does not say how for any table that holds a row of hers,
    where a flag has neither of its two values, and where a row is a firm's (P19).
    """
    marks = _marks(register_map, theirs)
    tables = register_map.tables
    if marks is None or not all(_is_plain(tables[n], theirs[n], one) for n, one in marks.items()):
        return False
    today = receipt_day(order.on).isoformat()
    for name, mark in marks.items():
        table = tables[name]
        if isinstance(mark, Flag):
            rows = [row for row in theirs[name] if not _says(row, mark, mark.on)]
            _set(writes, name, table, rows, (mark.column, mark.on))
            continue
        keys = dict.fromkeys(row[table.key] for row in theirs[name])
        there = {as_text(row[mark.key]) for row in writes.having(mark.table, mark.key, keys)}
        for key in keys:
            if as_text(key) not in there:
                writes.insert(mark.table, {mark.key: key, mark.since: today})
    return True


def lift(register_map: RegisterMap, writes: Writes, theirs: Family, _order: Order) -> bool:
    """Take the marks away again; what is not marked stays as it is.

    False, and nothing done, where people marked any of it, or a flag has no value for no.
    """
    marks = _marks(register_map, theirs)
    if marks is None or any(_has_no_way_back(theirs[n], one) for n, one in marks.items()):
        return False
    for name, mark in marks.items():
        table = register_map.tables[name]
        if isinstance(mark, SideTable):
            writes.delete(mark.table, mark.key, [row[table.key] for row in theirs[name]])
            continue
        rows = [row for row in theirs[name] if _says(row, mark, mark.on)]
        _set(writes, name, table, rows, (mark.column, mark.off))
    return True


def _marks(register_map: RegisterMap, theirs: Family) -> _Marks | None:
    """What marks her rows; None where people do it for any of them.

    A table of which the map says nothing is marked with the record that its rows hang on.
    """
    marks: dict[str, _Mark] = {}
    for name, rows in theirs.items():
        if not rows:
            continue
        said = ((step, register_map.tables[step].restrict) for step in register_map.path(name))
        step, how = next(((step, how) for step, how in said if how is not None), (name, None))
        if how is None or how == "person":
            return None
        if isinstance(how, SideTable) and not is_mapped(register_map, how):
            return None
        marks[step] = how
    return marks


def _is_plain(table: TableMap, rows: Collection[Row], mark: _Mark) -> bool:
    """Whether the bot may mark these rows: persons', with a key, and a flag that says on or off."""
    for row in rows:
        # a contact person's wish does not restrict her firm; whom nobody knows, people ask
        if whose_of(table, row) in {Whose.FIRM, None} or not as_text(row[table.key]).strip():
            return False
    if isinstance(mark, SideTable) or mark.off is None:
        return True
    known = (mark.on, mark.off, "")
    return all(any(_says(row, mark, value) for value in known) for row in rows)


def _has_no_way_back(rows: Collection[Row], mark: _Mark) -> bool:
    return (
        isinstance(mark, Flag)
        and mark.off is None
        and any(_says(row, mark, mark.on) for row in rows)
    )


def _says(row: Row, mark: Flag, value: int | str | None) -> bool:
    """Whether the flag of a row has a value; true and 1 are one where the column is a boolean."""
    cell = row[mark.column]
    return cell == value if isinstance(cell, bool) else as_text(cell).strip() == str(value)


def _set(writes: Writes, name: str, table: TableMap, rows: list[Row], new: _Cell) -> None:
    """Write one cell of these rows: all hang on her, whoever else has a row with their key."""
    if not rows:
        return
    column, value = new
    if isinstance(rows[0][column], bool):
        value = bool(value)
    keys = [row[table.key] for row in rows]
    writes.update(name, table.key, keys, {column: value}, hanging(table, rows))
