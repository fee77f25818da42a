"""Where what stands in a register does not fit its map: counts, and never a person's value."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from bot.registers.files.folder import FileFolder
from bot.registers.maps.datamap import FieldMap, RegisterMap, TableMap
from bot.registers.maps.tablemap import Flag, WhoseBy
from bot.registers.sources import as_text
from bot.registers.sql import SqlDatabase

_LONGEST_CODE = 12
_MOST_DIGITS = 5
_MOST_SHOWN = 10

_Tally = Callable[[str, str], Counter[str]]
"""How many rows of a table have each value in a column, as texts."""


def content_faults(
    where: str, register_map: RegisterMap, database: SqlDatabase, files: FileFolder
) -> list[str]:
    """Keys that several rows share, one sentence each. Every mapped column is there.

    RegisterUnavailable when the register falls silent.
    """
    with database.reading() as rows:
        tally = partial(_tally, register_map, rows.tally, files)
        return list(_shared(where, register_map, tally))


def content_notes(
    where: str, register_map: RegisterMap, database: SqlDatabase, files: FileFolder
) -> list[str]:
    """Values that `whose`, a flag or a glossary does not name: a human is asked.

    As `content_faults`.
    """
    with database.reading() as rows:
        tally = partial(_tally, register_map, rows.tally, files)
        return list(_unnamed(where, register_map, tally))


def _tally(
    register_map: RegisterMap,
    in_database: Callable[[str, str], Iterable[tuple[object, int]]],
    files: FileFolder,
    table: str,
    column: str,
) -> Counter[str]:
    found: Counter[str] = Counter()
    if register_map.tables[table].source == "sql":
        for value, count in in_database(table, column):
            found[as_text(value).strip()] += count
    else:
        found.update(as_text(row[column]).strip() for row in files.rows(table))
    return found


def _unnamed(where: str, register_map: RegisterMap, tally: _Tally) -> Iterator[str]:
    for name, table in register_map.tables.items():
        place = f"{where}.tables.{name}"
        if isinstance(table.whose, WhoseBy):
            found = tally(name, table.whose.column)
            yield from _nobodys(f"{place}.whose.{table.whose.column}", table.whose, found)
        if isinstance(table.restrict, Flag) and table.restrict.off is not None:
            flags = tally(name, table.restrict.column)
            yield from _neither(f"{place}.restrict.{table.restrict.column}", table.restrict, flags)
        for column, field in table.fields.items():
            if field.codes:
                found = tally(name, column)
                yield from _unexplained(f"{place}.fields.{column}.codes", field, found)


def _shared(where: str, register_map: RegisterMap, tally: _Tally) -> Iterator[str]:
    for (name, column), why in _to_be_unique(register_map).items():
        shared = sum(count > 1 for value, count in tally(name, column).items() if value)
        if shared:
            yield (
                f"{where}.{why}: values of {name}.{column} that stand in several rows: {shared}, "
                "so what hangs on one of them belongs to nobody alone; name a column that is unique"
            )


def _nobodys(place: str, whose: WhoseBy, found: Mapping[str, int]) -> Iterator[str]:
    named = {*whose.person, *whose.contact, *whose.sole_trader, *whose.firm}
    unknown = {value: count for value, count in found.items() if value not in named}
    if unknown:
        yield (
            f"{place}: rows whose value stands for nobody: {sum(unknown.values())} (values: "
            f"{len(unknown)}), so nobody knows whose data they are and a human is asked; say whom "
            "each value stands for"
        )


def _neither(place: str, flag: Flag, found: Mapping[str, int]) -> Iterator[str]:
    """What marks a restriction says yes or no; a boolean of JSON or XLSX reads true or false."""
    known = {str(flag.on), str(flag.off), ""}
    if {flag.on, flag.off} == {0, 1}:
        known |= {"True", "False"}  # the booleans of a database
    unknown = sum(count for value, count in found.items() if value not in known)
    if unknown:
        yield (
            f"{place}: rows that say neither on nor off: {unknown}, so a human restricts them; "
            "say what stands there"
        )


def _unexplained(place: str, field: FieldMap, found: Mapping[str, int]) -> Iterator[str]:
    unknown = {code: count for code, count in found.items() if code and code not in field.codes}
    if not unknown:
        return
    shown = sorted(code for code, count in unknown.items() if _is_no_persons(code, count))
    named = [f'"{code}" ({unknown[code]} rows)' for code in shown[:_MOST_SHOWN]]
    rest = len(unknown) - len(named)
    named += [f"and values that are not shown here: {rest}"] if rest else []
    yield (
        f"{place}: found and not explained: {', '.join(named)}; an answer that meets them goes to "
        "a human; write what each stands for"
    )


def _is_no_persons(code: str, count: int) -> bool:
    """Whether a value may be printed: short, found more than once, no number and no address."""
    is_number = sum(sign.isdigit() for sign in code) > _MOST_DIGITS
    return len(code) <= _LONGEST_CODE and count > 1 and not is_number and "@" not in code


def _to_be_unique(register_map: RegisterMap) -> dict[tuple[str, str], str]:
    """Each column that tells one row from another, and the place in the map that says so."""
    wanted = {
        (root, register_map.tables[root].key): f"tables.{root}.key" for root in register_map.roots
    }
    for name, table in register_map.tables.items():
        upward = table.upward
        if upward is not None and _leads_up(register_map, name, table):
            wanted.setdefault((upward[1], upward[2]), f"tables.{name}.link")
    return wanted


def _leads_up(register_map: RegisterMap, name: str, table: TableMap) -> bool:
    """Whether the rows of a table belong to whom they hang on: a contact person's do not (P19)."""
    return table.upward is not None and len(list(register_map.path(name))) > 1
