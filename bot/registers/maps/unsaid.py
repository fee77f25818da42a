"""Where the data map contradicts itself, and what it leaves open with what that costs."""

from collections.abc import Iterable, Iterator, Mapping

from bot.registers.maps.datamap import Basis, FieldMap, Means, Purpose, RegisterMap, TableMap
from bot.registers.maps.fieldmap import Origin
from bot.registers.maps.tablemap import Flag, NoteMap, SideTable

_Purposes = Mapping[str, Purpose]


def contradictions(register: str, register_map: RegisterMap, purposes: _Purposes) -> Iterator[str]:
    """What cannot be meant, one sentence each: the work would be wrong."""
    for name, table in register_map.tables.items():
        place = f"registers.{register}.tables.{name}"
        yield from _kept_by(place, table, purposes)
        yield from _beside(place, register_map, table)
        for column, field in table.fields.items():
            yield from _used_for(f"{place}.fields.{column}", field, purposes)


def unsaid(register: str, register_map: RegisterMap, purposes: _Purposes) -> Iterator[str]:
    """What nobody has said, and what a human is asked meanwhile; one sentence each."""
    where = f"registers.{register}"
    if register_map.marketing is None:
        yield (
            f"{where}.marketing: it has no block list, so what mails from it must ask `rightsbot "
            "blocked`; name its table once it has one"
        )
    if not register_map.writable:
        yield (
            f"{where}.writable: false, so a human carries out every restriction, correction, "
            "block and erasure in it"
        )
    for name, table in register_map.tables.items():
        place = f"{where}.tables.{name}"
        if register_map.writable:
            yield from _acts(place, name, register_map)
            yield from _erasing(place, table)
        yield from _keeping(place, table, purposes)
        unknown = [c for c, one in table.fields.items() if one.origin is Origin.UNKNOWN]
        if unknown:
            yield (
                f"{place}.fields: origin is unknown of {', '.join(unknown)}, so an answer cannot "
                "say where that came from, and no portable copy takes it; a human is asked"
            )
    by_people = [n for n, table in register_map.tables.items() if table.restrict == "person"]
    if by_people and register_map.writable:
        yield f"{where}: a human restricts {', '.join(by_people)}, as the map says"


def _kept_by(place: str, table: TableMap, purposes: _Purposes) -> Iterator[str]:
    law = table.kept_by
    if law is None:
        return
    if law not in purposes:
        yield f"{place}.kept_by: there is no purposes.{law}; name the purpose whose law keeps it"
    elif purposes[law].basis is not Basis.LEGAL_OBLIGATION:
        yield (
            f"{place}.kept_by: purposes.{law} is no legal obligation, and nothing else keeps data "
            "from an erasure (Art. 17(3)(b)); name one that is, or take it out"
        )


def _beside(place: str, register_map: RegisterMap, table: TableMap) -> Iterator[str]:
    """The tables into which restrictions and notes are written."""
    named: list[tuple[str, str, tuple[str, ...]]] = []
    if isinstance(table.restrict, SideTable):
        side = table.restrict
        named.append(("restrict", side.table, (side.key, side.since)))
    if isinstance(table.rectify, NoteMap):
        note = table.rectify
        named.append(("rectify", note.table, (note.key, note.text, note.on)))
    for deed, other, columns in named:
        if other not in register_map.tables:
            yield (
                f"{place}.{deed}: the table {other} is not mapped, so what is written there would "
                "be in no answer; map it, with its link to the person"
            )
            continue
        lacking = [c for c in columns if c not in register_map.tables[other].fields]
        if lacking:
            yield (
                f"{place}.{deed}: tables.{other} has no field {', '.join(lacking)}; mend the name"
            )


def _used_for(place: str, field: FieldMap, purposes: _Purposes) -> Iterator[str]:
    for key in field.purposes:
        if key not in purposes:
            yield f"{place}.purposes: there is no purposes.{key}; mend the name or take it out"
            continue
        purpose = purposes[key]
        if field.category not in purpose.categories:
            yield (
                f"{place}.purposes: purposes.{key} has no {field.category} among its categories; "
                "add it there, or take the purpose out here"
            )
        if field.means is Means.PERSONAL_NUMBER and purpose.marketing:
            # lag (2018:218) 3 kap. 10 §: nothing about marketing makes it clearly justified (P16)
            yield f"{place}.purposes: a personal number is used for no marketing; take {key} out"


def _acts(place: str, name: str, register_map: RegisterMap) -> Iterator[str]:
    tables = register_map.tables
    if all(tables[step].restrict is None for step in register_map.path(name)):
        yield f"{place}.restrict: unknown, so a human restricts what it holds; say how"
    if tables[name].rectify is None:
        yield f"{place}.rectify: unknown, so a human corrects what it holds; say how"
    flag = tables[name].restrict
    if isinstance(flag, Flag) and flag.off is None:
        yield f"{place}.restrict.off: unknown, so a human lifts a restriction; say it"


def _erasing(place: str, table: TableMap) -> Iterator[str]:
    if not table.erase:
        yield f"{place}.erase: unknown, so an erasure that meets it is asked of a human; say it"
    if table.erase == "cells":
        silent = list(_silent(table))
        if silent:
            yield (
                f"{place}.fields: erase is unknown of {', '.join(silent)}, so an erasure of "
                "them is asked of a human; say clear, replace or keep"
            )
    if table.erase == "keep" and table.kept_by is None:
        yield f"{place}.kept_by: unknown, so nobody can say which law keeps it; a human is asked"


def _keeping(place: str, table: TableMap, purposes: _Purposes) -> Iterator[str]:
    law = table.kept_by
    if law is None:
        return
    if law in purposes and purposes[law].retention is None:
        yield (
            f"{place}.kept_by: purposes.{law}.retention is unknown, so nobody can say until when; "
            "an erasure that meets it is asked of a human"
        )
    silent = list(_silent(table)) if table.erase == "rows" else []
    if silent:
        yield (
            f"{place}.fields: erase is unknown of {', '.join(silent)}, so they stay as long as "
            "the law keeps their row; say clear for what the law does not need"
        )


def _silent(table: TableMap) -> Iterable[str]:
    ties = {table.key, *table.link}
    return (name for name, one in table.fields.items() if not one.erase and name not in ties)
