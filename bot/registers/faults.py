"""Where a register and its map part ways: every sentence says what is wrong and what to do."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from bot.registers.datamap import MarketingMap, Means, RegisterMap, TableMap
from bot.registers.files import CsvFolder
from bot.registers.records import RegisterUnavailable
from bot.registers.sql import SqlDatabase


def faults(
    register: str, register_map: RegisterMap, database: SqlDatabase, files: CsvFolder
) -> list[str]:
    """All that `rightsbot check` says of one register; empty when all is well."""
    where = f"registers.{register}"
    sentences = _silences(register, register_map)
    try:
        sentences += _database_faults(where, register_map, database)
    except RegisterUnavailable as silence:
        sentences.append(f"{silence}; see that url in [{where}] is right and the database answers")
    for name, table in register_map.tables.items():
        if table.source == "csv":
            try:
                sentences += _file_faults(where, name, table, files)
            except RegisterUnavailable as silence:
                sentences.append(f"{silence} (csv_folder in [{where}], file in tables.{name})")
    return sentences + _stray_files(where, register_map)


def undated(register: str, register_map: RegisterMap) -> list[str]:
    """Which tables of persons have no date of contact change: they are slower, not wrong (P02)."""
    return [
        f"registers.{register}: no column that hangs on the table {root} has means = "
        '"contact_changed", so each request that meets it goes to a human; say which one holds '
        "that date"
        for root in _without(Means.CONTACT_CHANGED, register_map)
    ]


def _silences(register: str, register_map: RegisterMap) -> list[str]:
    """What the map does not say and a road of the bot needs."""
    nowhere = [
        f'registers.{register}: no column that hangs on the table {root} has means = "email", so '
        "nobody in it can be found by address; say which one holds it"
        for root in _without(Means.EMAIL, register_map)
    ]
    return nowhere + undated(register, register_map)


def _without(means: Means, register_map: RegisterMap) -> list[str]:
    """The persons' own tables on which no column of that meaning hangs."""
    told = {name for name, table in register_map.tables.items() if table.meaning(means)}
    return [root for root in register_map.roots if not told & set(register_map.below(root))]


def _database_faults(where: str, register_map: RegisterMap, database: SqlDatabase) -> Iterator[str]:
    there, views = database.layout()
    marketing = register_map.marketing
    mapped: dict[str, TableMap | MarketingMap] = {
        name: table for name, table in register_map.tables.items() if table.source == "sql"
    }
    mapped[marketing.table] = marketing
    for name, part in mapped.items():
        place = f"{where}.marketing" if part is marketing else f"{where}.tables.{name}"
        if name not in there:
            yield f"{place}: the database has no table {name}; mend the name or take it out"
            continue
        yield from _compared(f"{place}.fields", f"the table {name}", part.fields, there[name])
    for name in there:
        if name not in mapped and name not in register_map.impersonal and name not in views:
            yield (
                f"{where}: the database has the table {name} ({', '.join(there[name])}), which the "
                f"map does not mention; add [{where}.tables.{name}], or write it into impersonal "
                "if it holds nobody's data"
            )
    for name in register_map.impersonal:
        if name not in there:
            yield f"{where}.impersonal: the database has no table {name}; take it out"
    with database.writing():
        pass


def _file_faults(where: str, name: str, table: TableMap, files: CsvFolder) -> Iterator[str]:
    for path in files.paths(name):
        header = files.header(path)
        place = f"{where}.tables.{name}.fields"
        yield from _compared(place, f"the file {path.name}", table.fields, header)
    for _ in files.rows(name):
        pass


def _stray_files(where: str, register_map: RegisterMap) -> list[str]:
    folder = register_map.csv_folder
    if folder is None or not folder.is_dir():
        return []
    known: set[Path] = set()
    for table in register_map.tables.values():
        known.update(folder.glob(table.file) if table.file else ())
    return [
        f"{where}: the file {path.name} in csv_folder belongs to no table of the map; add a table "
        'with source = "csv", or move the file away'
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path not in known
    ]


def _compared(place: str, what: str, mapped: Iterable[str], there: Iterable[str]) -> Iterator[str]:
    mapped, there = list(mapped), list(there)
    for column in there:
        if column not in mapped:
            yield (
                f"{place}: {what} has the column {column}, which the map does not mention; add it "
                "with its category and labels"
            )
    for column in mapped:
        if column not in there:
            yield f"{place}: {what} has no column {column}; mend the name or take it out"
