"""The portable copy of Art. 20: data as JSON and CSV, with every field described.

Art. 20(1): "in a structured, commonly used and machine-readable format". `data.json` says it
letter by letter, `schema.json` (JSON Schema 2020-12) says how that is built, and one CSV a table
opens in a spreadsheet of a Swedish Windows: UTF-8 with its mark, semicolons, CRLF.
"""

import csv
import io
import json
import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any, Final

from pydantic import TypeAdapter

from bot.answers.extract import FactsMissingError, held
from bot.answers.facts import facts_of, incomplete
from bot.core.vocabulary import Category, Language
from bot.registers.datamap import Basis, DataMap
from bot.registers.records import Snapshot, TableRows

DATA: Final = "data.json"
SCHEMA: Final = "schema.json"
#: what a spreadsheet would run instead of show; a telephone number is none of it
_RUNS: Final = re.compile(r"[=@\t\r]|[+-](?![\d\s().,/-]*\Z)")


class Outside(StrEnum):
    """Why a category that is held is not in the copy; the words of the table [outside]."""

    NOT_PROVIDED = "not_provided"
    LEGAL_DUTY = "legal_duty"
    LEGITIMATE_INTEREST = "legitimate_interest"


_REASONS: Final = {
    Basis.LEGAL_OBLIGATION: Outside.LEGAL_DUTY,
    Basis.LEGITIMATE_INTEREST: Outside.LEGITIMATE_INTEREST,
}


@dataclass(frozen=True)
class PortableCopy:
    """`files` by name, `data.json` first; {} when nothing that is held is portable.

    `outside` is what is held and not in it, once for each reason. `tables` are what the CSV files
    hold, with both languages' words for every field.
    """

    files: Mapping[str, bytes]
    outside: tuple[tuple[Category, Outside], ...]
    tables: tuple["_Table", ...] = ()


@dataclass(frozen=True)
class _Words:
    sv: str
    en: str


@dataclass(frozen=True)
class _Field:
    name: str
    title: _Words


@dataclass(frozen=True)
class _Table:
    file: str
    company: str
    controller: str
    taken: str
    category: str
    title: _Words
    fields: tuple[_Field, ...]
    rows: tuple[dict[str, str], ...]


@dataclass(frozen=True)
class _Purpose:
    title: _Words
    basis: str
    basis_text: _Words


@dataclass(frozen=True)
class _Category:
    category: str
    title: _Words
    purposes: tuple[_Purpose, ...]


@dataclass(frozen=True)
class _Left:
    category: str
    title: _Words
    reason: str


@dataclass(frozen=True)
class _Document:
    categories: tuple[_Category, ...]
    tables: tuple[_Table, ...]
    outside: tuple[_Left, ...]


def portable(
    snapshots: Mapping[str, Snapshot],
    data_map: DataMap,
    language: Language = Language.SV,
    names: Mapping[str, str] | None = None,
) -> PortableCopy:
    """The copy of what the companies (keys) hold; the same for the same, byte by byte.

    `language` names the CSV files alone; within, everything is said in both. `names` are those of
    the companies. FactsMissingError when a fact is unknown of something held (L90).
    """
    categories = held(snapshots)
    missing = incomplete(facts_of(data_map), categories)
    if missing:
        raise FactsMissingError(missing)
    within = data_map.portable(categories)
    left = outside(data_map, categories)
    tables = tuple(_tables(snapshots, within, language, names or {}))
    if not tables:
        return PortableCopy({}, left)
    document = _Document(
        categories=tuple(_category(each, data_map, categories) for each in within),
        tables=tables,
        outside=tuple(_Left(each, _title(each, data_map), reason) for each, reason in left),
    )
    schema = TypeAdapter(_Document).json_schema(mode="serialization")
    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    files = {DATA: _json(asdict(document)), SCHEMA: _json(dialect | schema)}
    return PortableCopy(files | {table.file: _csv(table) for table in tables}, left, tables)


def outside(
    data_map: DataMap, categories: Collection[Category]
) -> tuple[tuple[Category, Outside], ...]:
    """What of the held categories Art. 20(1) does not give, and why, in their order.

    What others gave or we concluded; else what rests on none but a legal duty or an interest of
    ours, each of the two that is so. A ground or an origin that nobody knows gives no reason.
    """
    within = data_map.portable(categories)
    return tuple(
        (category, reason)
        for category in Category
        if category in categories and category not in within
        for reason in _why(category, data_map, categories)
    )


def _why(category: Category, data_map: DataMap, others: Collection[Category]) -> list[Outside]:
    words = data_map.categories.get(category)
    if words is None or words.provided is None:
        return []
    if not words.provided:
        return [Outside.NOT_PROVIDED]
    used = [one for one in data_map.purposes_of(others) if category in one.categories]
    return [reason for basis, reason in _REASONS.items() if any(one.basis is basis for one in used)]


def _tables(
    snapshots: Mapping[str, Snapshot],
    within: Collection[Category],
    language: Language,
    names: Mapping[str, str],
) -> Iterator[_Table]:
    taken: set[str] = set()
    for company, snapshot in snapshots.items():
        for table in snapshot.tables:
            if table.rows and table.category in within:
                file = _file(company, table, language, taken)
                yield _table(file, table, company, names.get(company, company), snapshot)


def _table(
    file: str, table: TableRows, company: str, controller: str, snapshot: Snapshot
) -> _Table:
    columns = [column.name for column in table.columns]
    return _Table(
        file=file,
        company=company,
        controller=controller,
        taken=snapshot.taken.isoformat(),
        category=table.category,
        title=_Words(*map(table.called, Language)),
        fields=tuple(_Field(one.name, _Words(*map(one.called, Language))) for one in table.columns),
        rows=tuple(dict(zip(columns, row, strict=True)) for row in table.rows),
    )


def _category(category: Category, data_map: DataMap, others: Collection[Category]) -> _Category:
    used = [one for one in data_map.purposes_of(others) if category in one.categories]
    purposes = tuple(
        _Purpose(_Words(one.title_sv, one.title_en), one.basis, _Words(one.basis_sv, one.basis_en))
        for one in used
    )
    return _Category(category, _title(category, data_map), purposes)


def _title(category: Category, data_map: DataMap) -> _Words:
    words = data_map.categories[category]
    return _Words(words.title_sv, words.title_en)


def _file(company: str, table: TableRows, language: Language, taken: set[str]) -> str:
    """A name of small letters, digits and hyphens, none twice: every system takes it."""
    plain = unicodedata.normalize("NFKD", f"{company} {table.called(language)}".lower())
    stem = re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode()).strip("-")[:60]
    tries = (stem, f"{stem}-{table.category}", *(f"{stem}-{n}" for n in range(2, len(taken) + 3)))
    file = next(name for one in tries if (name := f"{one}.csv") not in taken)
    taken.add(file)
    return file


def _json(document: dict[str, Any]) -> bytes:
    return json.dumps(document, ensure_ascii=False, indent=2).encode()


def _csv(table: _Table) -> bytes:
    """A header of the names of the fields, and the rows; what would run is shown after a '."""
    text = io.StringIO(newline="")
    lines = csv.writer(text, delimiter=";", lineterminator="\r\n")
    lines.writerow([one.name for one in table.fields])
    lines.writerows([_shown(value) for value in row.values()] for row in table.rows)
    return text.getvalue().encode("utf-8-sig")


def _shown(value: str) -> str:
    return f"'{value}" if _RUNS.match(value) else value
