"""Tables as files that a computer reads: one CSV a table, one JSON of all, and its description.

Every file comes in pieces, as often as it is asked for: no copy is too long for the memory. A CSV
opens in a spreadsheet of a Swedish Windows: UTF-8 with its mark, semicolons, CRLF.
"""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from itertools import islice
from typing import Any, Final

from pydantic import TypeAdapter

from bot.core.vocabulary import Language
from bot.registers.records import Column, Snapshot, TableRows

DATA: Final = "data.json"
SCHEMA: Final = "schema.json"
_AT_ONCE: Final = 500
"""Rows of one piece."""
_AS_IT_IS: Final = "surrogatepass"
#: what a spreadsheet would run instead of show; a telephone number is none of it
_RUNS: Final = re.compile(r"[=@\t\r]|[+-](?![\d\s().,/-]*\Z)")


@dataclass(frozen=True)
class Words:
    """The same in both languages."""

    sv: str
    en: str


@dataclass(frozen=True)
class Field:
    """One column: its name in the register, what it is called, its codes, whence it came."""

    name: str
    title: Words
    codes: dict[str, Words] = field(default_factory=dict)
    origin: str = ""
    source: str = ""


@dataclass(frozen=True)
class Sheet:
    """One table of one company as it stands in the JSON; `rows` by name of the field."""

    file: str
    company: str
    controller: str
    taken: str
    category: str
    title: Words
    fields: tuple[Field, ...]
    rows: tuple[dict[str, str], ...]


@dataclass(frozen=True)
class Source:
    """Where a sheet comes from: a table, and the places of those of its columns that are given."""

    company: str
    controller: str
    snapshot: Snapshot
    table: TableRows
    places: tuple[int, ...]

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns that are given."""
        return tuple(self.table.columns[place] for place in self.places)

    def rows(self) -> Iterator[tuple[str, ...]]:
        """The rows with the cells of those columns."""
        if self.places == tuple(range(len(self.table.columns))):
            yield from self.table.rows
            return
        for row in self.table.rows:
            yield tuple(row[place] for place in self.places)


@dataclass(frozen=True)
class CsvFile:
    """A header of the names of the fields, and the rows; what would run is shown after a '."""

    source: Source

    def __iter__(self) -> Iterator[bytes]:
        names = [column.name for column in self.source.columns]
        yield _lines([names]).encode("utf-8-sig", _AS_IT_IS)
        rows = ([_shown(cell) for cell in row] for row in self.source.rows())
        while some := list(islice(rows, _AT_ONCE)):
            yield _lines(some).encode("utf-8", _AS_IT_IS)


@dataclass(frozen=True)
class JsonFile:
    """All tables letter by letter, between what is said `before` and `after` them."""

    sheets: tuple[tuple[str, Source], ...]
    before: Mapping[str, Any] = field(default_factory=dict)
    after: Mapping[str, Any] = field(default_factory=dict)

    def __iter__(self) -> Iterator[bytes]:
        yield b"{\n"
        for key, value in self.before.items():
            yield f"{_json(key)}: {_json(value)},\n".encode()
        yield b'"tables": ['
        for place, (file, source) in enumerate(self.sheets):
            head = asdict(sheet(file, source))
            del head["rows"]
            yield f'{"," if place else ""}\n{_json(head)[:-1]}, "rows": ['.encode()
            yield from _rows(source)
            yield b"]}"
        yield b"]"
        for key, value in self.after.items():
            yield f",\n{_json(key)}: {_json(value)}".encode()
        yield b"\n}\n"


File = CsvFile | JsonFile | tuple[bytes, ...]
"""What is in a file, in pieces; the same each time."""


def files_of(
    sheets: Iterable[tuple[str, Source]],
    shape: type[Any],
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
) -> dict[str, File]:
    """The JSON, its JSON Schema 2020-12 (`shape` is the document as a dataclass), and the CSVs."""
    sheets = tuple(sheets)
    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    schema = dialect | TypeAdapter(shape).json_schema(mode="serialization")
    return {
        DATA: JsonFile(sheets, before or {}, after or {}),
        SCHEMA: (json.dumps(schema, ensure_ascii=False, indent=2).encode(),),
        **{name: CsvFile(source) for name, source in sheets},
    }


def sheet(file: str, source: Source) -> Sheet:
    """What the JSON says of one table, without its rows."""
    table = source.table
    return Sheet(
        file=file,
        company=source.company,
        controller=source.controller,
        taken=source.snapshot.taken.isoformat(),
        category=table.category,
        title=Words(*map(table.called, Language)),
        fields=tuple(_field(column) for column in source.columns),
        rows=(),
    )


def in_memory(files: Mapping[str, Iterable[bytes]], most: int) -> dict[str, bytes] | None:
    """The files whole, if all of them together have at most so many bytes; else None."""
    left, whole = most, {}
    for name, pieces in files.items():
        held = []
        for piece in pieces:
            left -= len(piece)
            if left < 0:
                return None
            held.append(piece)
        whole[name] = b"".join(held)
    return whole


def _field(column: Column) -> Field:
    return Field(
        name=column.name,
        title=Words(*map(column.called, Language)),
        codes={code.value: Words(code.sv, code.en) for code in column.codes},
        origin=column.origin,
        source=column.source,
    )


def _rows(source: Source) -> Iterator[bytes]:
    """One object a row, by name of the column."""
    names = [_json(column.name) for column in source.columns]
    rows, comma = source.rows(), ""
    while some := list(islice(rows, _AT_ONCE)):
        written = ",\n".join(_object(names, row) for row in some)
        yield f"{comma}\n{written}".encode("utf-8", _AS_IT_IS)
        comma = ","


def _object(names: Iterable[str], row: tuple[str, ...]) -> str:
    cells = (f"{name}: {_json(cell)}" for name, cell in zip(names, row, strict=True))
    return f"{{{', '.join(cells)}}}"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _lines(rows: Iterable[Iterable[str]]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerows(rows)
    return text.getvalue()


def _shown(value: str) -> str:
    return f"'{value}" if _RUNS.match(value) else value
