"""Restricting a person's records and lifting it again, as the map says how (Art. 18(2), P07).

A record is marked, and nothing else of it is touched: consents, statistics and what still runs stay
as they are, so that the lifting leaves the register as it was: a mark that people had set before
stays. Whatever sends marketing, counts
people or hands data on leaves out what is marked: `WHERE restricted <> 1` for a flag, and `WHERE
NOT EXISTS (SELECT 1 FROM restrictions WHERE restrictions.member_no = members.member_no)` for a
table beside. Deliveries, invoices and claims do not ask the mark: people say of those (P07).
"""

from collections.abc import Callable, Collection, Mapping

from bot.core.deadlines import receipt_day
from bot.registers.changes.beside import is_mapped
from bot.registers.changes.matching import corrected, hanging
from bot.registers.maps.registermap import RegisterMap
from bot.registers.maps.tablemap import Flag, SideTable, TableMap, Whose
from bot.registers.orders import Order
from bot.registers.search import Family
from bot.registers.sources import Row, Rows, Writes, as_text
from bot.registers.whose import whose_of

_Cell = tuple[str, int | str | None]
_Mark = Flag | SideTable
_Marks = Mapping[str, _Mark]
"""How the records of each table are marked."""
_Tells = Callable[[Row], bool]


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
        table, is_marked = tables[name], _told_by(writes, tables[name], theirs[name], mark)
        rows = [row for row in theirs[name] if not is_marked(row)]
        if isinstance(mark, Flag):
            _set(writes, name, table, rows, (mark.column, mark.on))
            continue
        for key in dict.fromkeys(row[table.key] for row in rows):
            writes.insert(mark.table, {mark.key: key, mark.since: today})
    return True


def unmarked(register_map: RegisterMap, rows: Rows, theirs: Family) -> tuple[str, ...]:
    """What a restriction would mark now, `table/key` each; what is marked already is not in it."""
    marks = _marks(register_map, theirs) or {}
    found = {
        _name(name, register_map.tables[name], row)
        for name, mark in marks.items()
        for is_marked in (_told_by(rows, register_map.tables[name], theirs[name], mark),)
        for row in theirs[name]
        if not is_marked(row)
    }
    return tuple(sorted(found))


def lift(register_map: RegisterMap, writes: Writes, theirs: Family, order: Order) -> bool:
    """Take away the marks that the bot has set (`order.marked`); all others stay.

    False, and nothing done, where people restrict any of it, a flag has no value for no, or all
    that stands may be people's own: they know whose it is.
    """
    marks, tables = _marks(register_map, theirs), register_map.tables
    if marks is None:
        return False
    ours = _by_now(register_map, order)
    lifted: dict[str, list[Row]] = {}
    others = False
    for name, mark in marks.items():
        is_marked = _told_by(writes, tables[name], theirs[name], mark)
        standing = [row for row in theirs[name] if is_marked(row)]
        lifted[name] = [row for row in standing if _name(name, tables[name], row) in ours]
        others = others or len(lifted[name]) < len(standing)
        if lifted[name] and isinstance(mark, Flag) and mark.off is None:
            return False
    hers = {_name(name, tables[name], row) for name in marks for row in theirs[name]}
    if others and not (any(lifted.values()) and ours <= hers):
        return False
    for name, mark in marks.items():
        if isinstance(mark, Flag):
            _set(writes, name, tables[name], lifted[name], (mark.column, mark.off))
        elif lifted[name]:
            writes.delete(mark.table, mark.key, [row[tables[name].key] for row in lifted[name]])
    return True


def _by_now(register_map: RegisterMap, order: Order) -> frozenset[str]:
    """The rows that the bot marked, by the keys that they have got by a correction since."""
    found = set()
    for marked in order.marked:
        name, _, key = marked.partition("/")
        if table := register_map.tables.get(name):
            for change in order.changes:
                key = corrected(key, table.fields[table.key].means, change) or key
        found.add(f"{name}/{key}")
    return frozenset(found)


def _told_by(rows: Rows, table: TableMap, hers: Collection[Row], mark: _Mark) -> _Tells:
    """Tells of each of her rows in a table whether it is marked."""
    if isinstance(mark, Flag):
        return lambda row: says(row, mark, mark.on)
    keys = dict.fromkeys(row[table.key] for row in hers)
    there = {as_text(row[mark.key]) for row in rows.having(mark.table, mark.key, keys)}
    return lambda row: as_text(row[table.key]) in there


def _name(name: str, table: TableMap, row: Row) -> str:
    return f"{name}/{as_text(row[table.key])}"


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
    return all(any(says(row, mark, value) for value in known) for row in rows)


def says(row: Row, mark: Flag, value: int | str | None) -> bool:
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
