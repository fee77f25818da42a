"""Where a register and its map part ways: every sentence says what is wrong and what to do."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from bot.registers.contents import content_faults, content_notes
from bot.registers.files.folder import FileFolder
from bot.registers.maps.datamap import MarketingMap, Means, RegisterMap, TableMap
from bot.registers.records import RegisterUnavailable
from bot.registers.sql import SqlDatabase

_Parts = Mapping[str, TableMap | MarketingMap]


def faults(
    register: str, register_map: RegisterMap, database: SqlDatabase, files: FileFolder
) -> list[str]:
    """All that `rightsbot check` says of one register; empty when all is well."""
    where = f"registers.{register}"
    found = list(_schema_faults(where, register_map, database, files))
    if not found:
        # what stands in a column can be looked at once all of them are there
        try:
            found = content_faults(where, register_map, database, files)
        except RegisterUnavailable as silence:
            found = [f"{silence} (its rows could not be counted)"]
    return [*_silences(register, register_map), *found, *_stray_sentences(where, register_map)]


def unmapped(
    register_map: RegisterMap, database: SqlDatabase, files: FileFolder
) -> tuple[str, ...]:
    """What the register has and the map does not mention, whether or not anything stands in it.

    `table`, `table.column`, `file` or `file.column`; () when the map is whole. Only the schema and
    the first rows of files are read. A copy made meanwhile is not known to be complete
    (Art. 15(3)). RegisterUnavailable when the register does not answer.
    """
    there, views = database.layout()
    mapped = _mapped(register_map)
    names = [*_unknown_tables(register_map, there.keys() - views)]
    for name, part in mapped.items():
        names += [f"{name}.{one}" for one in there.get(name, ()) if one not in part.fields]
    for name, table in register_map.tables.items():
        for path in files.paths(name) if table.source != "sql" else ():
            names += [f"{path.name}.{c}" for c in files.header(path) if c not in table.fields]
    return (*names, *(path.name for path in _stray_files(register_map)))


def notes(register: str, register_map: RegisterMap) -> list[str]:
    """What a human is asked, or should know, of a register; () of one that does not fit its map."""
    database, files = SqlDatabase(register, register_map), FileFolder(register, register_map)
    where = f"registers.{register}"
    try:
        return [
            *_unmentioned_views(where, register_map, database),
            *content_notes(where, register_map, database, files),
        ]
    except RegisterUnavailable:
        return []  # its faults say so


def undated(register: str, register_map: RegisterMap) -> list[str]:
    """Which tables of persons have no date of contact change: they are slower, not wrong (P02)."""
    return [
        f"registers.{register}: no column that hangs on the table {root} has means = "
        '"contact_changed", so each request that meets it goes to a human; say which one holds '
        "that date"
        for root in _without(Means.CONTACT_CHANGED, register_map)
    ]


def _unmentioned_views(where: str, register_map: RegisterMap, database: SqlDatabase) -> list[str]:
    """The views that the map leaves out: what they show is read where it is kept."""
    there, views = database.layout()
    return [
        f"{where}: the database has the view {name} ({', '.join(there[name])}), which the map does "
        "not mention; what it shows is found in the tables that it is made of"
        for name in _unknown_tables(register_map, views)
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


def _mapped(register_map: RegisterMap) -> _Parts:
    """The tables and the block list that the map expects in the database."""
    mapped: dict[str, TableMap | MarketingMap] = {
        name: table for name, table in register_map.tables.items() if table.source == "sql"
    }
    if register_map.marketing is not None:
        mapped[register_map.marketing.table] = register_map.marketing
    return mapped


def _unknown_tables(register_map: RegisterMap, there: Iterable[str]) -> list[str]:
    known = {*_mapped(register_map), *register_map.impersonal}
    return sorted(name for name in there if name not in known)


def _schema_faults(
    where: str, register_map: RegisterMap, database: SqlDatabase, files: FileFolder
) -> Iterator[str]:
    try:
        yield from _database_faults(where, register_map, database)
    except RegisterUnavailable as silence:
        yield f"{silence}; see that url in [{where}] is right and the database answers"
    for name, table in register_map.tables.items():
        if table.source != "sql":
            try:
                yield from _file_faults(where, name, table, files)
            except RegisterUnavailable as silence:
                yield f"{silence} (folder in [{where}], file in tables.{name})"


def _database_faults(where: str, register_map: RegisterMap, database: SqlDatabase) -> Iterator[str]:
    there, views = database.layout()
    for name, part in _mapped(register_map).items():
        marketing = part is register_map.marketing
        place = f"{where}.marketing" if marketing else f"{where}.tables.{name}"
        if name not in there:
            yield f"{place}: the database has no table {name}; mend the name or take it out"
            continue
        yield from _compared(f"{place}.fields", f"the table {name}", part.fields, there[name])
    for name in _unknown_tables(register_map, there.keys() - views):
        yield (
            f"{where}: the database has the table {name} ({', '.join(there[name])}), which the "
            f"map does not mention; add [{where}.tables.{name}], or write it into impersonal "
            "if it holds nobody's data"
        )
    for name in register_map.impersonal:
        if name not in there and name not in FileFolder("", register_map).impersonal():
            yield f"{where}.impersonal: the database has no table {name}; take it out"
    if register_map.writable:
        with database.writing():
            pass


def _file_faults(where: str, name: str, table: TableMap, files: FileFolder) -> Iterator[str]:
    for path in files.paths(name):
        header = files.header(path)
        place = f"{where}.tables.{name}.fields"
        yield from _compared(place, f"the file {path.name}", table.fields, header)
    for _ in files.rows(name):
        pass


def _stray_files(register_map: RegisterMap) -> list[Path]:
    """The files in the folder that belong to no table of the map."""
    return FileFolder("", register_map).strays()


def _stray_sentences(where: str, register_map: RegisterMap) -> list[str]:
    return [
        f"{where}: the file {path.name} in folder belongs to no table of the map; add a table "
        'with source = "csv", "xlsx" or "json", or move the file away'
        for path in _stray_files(register_map)
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
