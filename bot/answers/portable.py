"""The portable copy of Art. 20: data as JSON and CSV, with every field described.

Art. 20(1): "in a structured, commonly used and machine-readable format". `data.json` says it
letter by letter, `schema.json` (JSON Schema 2020-12) says how that is built, and one CSV a table
opens in a spreadsheet of a Swedish Windows.
"""

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass

from bot.answers.extract import FactsMissingError, held
from bot.answers.facts import facts_of, incomplete
from bot.answers.glossary import unexplained
from bot.answers.provided import Sifted, sifted
from bot.answers.sheets import DATA, SCHEMA, File, Sheet, Source, Words, files_of
from bot.core.vocabulary import Category, Language
from bot.registers.maps.datamap import DataMap
from bot.registers.records import Snapshot, TableRows

__all__ = ["DATA", "SCHEMA", "PortableCopy", "portable"]


@dataclass(frozen=True)
class PortableCopy:
    """`pieces` are the files by name, `data.json` first; {} when nothing held is portable.

    `parted` says what is held and not in it, and why. `sheets` are the tables by CSV file.
    """

    pieces: Mapping[str, File]
    parted: Sifted
    sheets: tuple[tuple[str, Source], ...] = ()

    @property
    def files(self) -> dict[str, bytes]:
        """The files whole, for a copy that is known to be short."""
        return {name: b"".join(pieces) for name, pieces in self.pieces.items()}


@dataclass(frozen=True)
class _Purpose:
    title: Words
    basis: str
    basis_text: Words


@dataclass(frozen=True)
class _Category:
    category: str
    title: Words
    purposes: tuple[_Purpose, ...]


@dataclass(frozen=True)
class _Left:
    """What is outside: the fields, or the whole category where none is named."""

    category: str
    title: Words
    reason: str
    fields: tuple[Words, ...] = ()


@dataclass(frozen=True)
class _Document:
    categories: tuple[_Category, ...]
    tables: tuple[Sheet, ...]
    outside: tuple[_Left, ...]


def portable(
    snapshots: Mapping[str, Snapshot],
    data_map: DataMap,
    language: Language = Language.SV,
    names: Mapping[str, str] | None = None,
    *,
    neutral: bool = False,
) -> PortableCopy:
    """The copy of what the companies (keys) hold; the same for the same, byte by byte.

    `language` names the CSV files alone; within, everything is said in both. `names` are those of
    the companies. `neutral`: the files' names say nothing, since anybody may read them.
    FactsMissingError when a fact is unknown of something held (L90), or a code (L38).
    """
    categories = held(snapshots)
    missing = incomplete(facts_of(data_map), categories) + unexplained(snapshots.values())
    if missing:
        raise FactsMissingError(missing)
    parted = sifted(snapshots, data_map)
    if not parted.given:
        return PortableCopy({}, parted)
    sheets, taken = [], set[str]()
    for place, one in enumerate(parted.given, start=1):
        file = f"data-{place}.csv" if neutral else _file(one.company, one.table, language, taken)
        name = (names or {}).get(one.company, one.company)
        source = Source(one.company, name, snapshots[one.company], one.table, one.places)
        sheets.append((file, source))
    within = tuple(dict.fromkeys(one.table.category for one in parted.given))
    told = [_category(one, data_map, categories) for one in Category if one in within]
    files = files_of(
        sheets,
        _Document,
        {"categories": list(map(asdict, told))},
        {"outside": list(map(asdict, _left(parted, data_map)))},
    )
    return PortableCopy(files, parted, tuple(sheets))


def _left(parted: Sifted, data_map: DataMap) -> list[_Left]:
    return [
        _Left(
            one.category,
            _title(one.category, data_map),
            one.reason,
            () if one.label is None else (one.label,),
        )
        for one in parted.left
    ]


def _category(category: Category, data_map: DataMap, others: Collection[Category]) -> _Category:
    used = [one for one in data_map.purposes_of(others) if category in one.categories]
    purposes = tuple(
        _Purpose(Words(one.title_sv, one.title_en), one.basis, Words(one.basis_sv, one.basis_en))
        for one in used
    )
    return _Category(category, _title(category, data_map), purposes)


def _title(category: Category, data_map: DataMap) -> Words:
    words = data_map.categories[category]
    return Words(words.title_sv, words.title_en)


def _file(company: str, table: TableRows, language: Language, taken: set[str]) -> str:
    """A name of small letters, digits and hyphens, none twice: every system takes it."""
    plain = unicodedata.normalize("NFKD", f"{company} {table.called(language)}".lower())
    stem = re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode()).strip("-")[:60]
    tries = (stem, f"{stem}-{table.category}", *(f"{stem}-{n}" for n in range(2, len(taken) + 3)))
    file = next(name for one in tries if (name := f"{one}.csv") not in taken)
    taken.add(file)
    return file
