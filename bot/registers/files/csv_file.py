"""CSV as Swedish spreadsheets write it; what is not changed goes back as the bytes it was."""

import csv
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from bot.registers.files.file_changes import Changes, FileFault, altered, checked_names, needs
from bot.registers.files.text_file import Coding, coding_of, opened
from bot.registers.sources import Row, as_text

_DELIMITERS = (";", ",", "\t")
_SAYS = re.compile(r"sep=(.)", re.IGNORECASE)
"""Excel's own first line, which names the delimiter."""
_QUOTED = re.compile(r'"[^"]*"')
_LONGEST_CELL = 16 * 1024 * 1024


@dataclass(frozen=True)
class _Layout:
    path: Path
    coding: Coding
    delimiter: str
    before: str

    def read(self, lines: Iterable[str]) -> Iterator[list[str]]:
        csv.field_size_limit(_LONGEST_CELL)
        return csv.reader(lines, delimiter=self.delimiter, strict=True)

    def cells(self, raw: str, count: int) -> list[str]:
        """The cells of a record as they are written, quotes and all."""
        body = raw.rstrip("\r\n")
        one = re.compile(rf'("(?:[^"]|"")*+"|[^{self.delimiter}]*)({self.delimiter}|\Z)')
        written, at = [], 0
        while match := one.match(body, at):
            written.append(match[1])
            at = match.end()
            if not match[2]:
                break
        if len(written) != count:
            raise FileFault(f"the file {self.path.name} has a row that cannot be taken apart")
        return written

    def cell(self, value: object, was: str, count: int) -> str:
        """A new cell, in quotes where the old one was or where it must be."""
        text = as_text(value)
        # a lone empty cell without quotes would be a blank line, which is no row
        alone = count == 1 and not text
        signs = (self.delimiter, '"', "\r", "\n")
        if alone or was.startswith('"') or any(sign in text for sign in signs):
            return '"' + text.replace('"', '""') + '"'
        return text


class _Fed:
    """Lines on their way to the reader, kept until the record that they make is whole."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self._kept: list[str] = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self._kept.append(line)
        return line

    def taken(self) -> str:
        """The text of the record that was just read."""
        raw = "".join(self._kept)
        self._kept.clear()
        return raw


def header(path: Path) -> tuple[str, ...]:
    """The names in the first row."""
    with _opened(path) as (layout, lines):
        return checked_names(path, next(layout.read(lines), []))


def rows(path: Path, needed: Collection[str]) -> Iterator[Row]:
    """Every row. One that the header does not fit stops the read: it could be hers."""
    with _opened(path) as (layout, lines):
        reader = layout.read(lines)
        names = checked_names(path, next(reader, []))
        needs(path, names, needed)
        for number, cells in enumerate(reader, start=2):
            if cells:
                _fits(path, number, cells, names)
                yield dict(zip(names, cells, strict=True))


def rewrite(path: Path, changes: Mapping[Path, Changes], target: BinaryIO) -> None:
    """One pass, record by record. Encoding, mark, delimiter, quotes and line ends stay."""
    with _opened(path) as (layout, lines):
        fed, changed = _Fed(lines), changes[path]
        reader = layout.read(fed)
        names = checked_names(path, next(reader, []))
        target.write(layout.coding.mark + layout.coding.bytes_of(layout.before, path))
        first = last = fed.taken()
        target.write(layout.coding.bytes_of(first, path))
        for number, cells in enumerate(reader, start=2):
            raw = fed.taken()
            if cells:
                _fits(path, number, cells, names)
                raw = _after(layout, raw, dict(zip(names, cells, strict=True)), changed)
            target.write(layout.coding.bytes_of(raw, path))
            last = raw or last
        added = "".join(_added(layout, names, changed, first, last))
        target.write(layout.coding.bytes_of(added, path))


def _after(layout: _Layout, raw: str, row: Row, changed: Changes) -> str:
    """A record as it will stand, "" when it goes."""
    after = changed.after(row)
    if after is None:
        return ""
    different = set(altered(row, after))
    if not different:
        return raw
    needs(layout.path, row, different)
    written = layout.cells(raw, len(row))
    cells = (
        layout.cell(after[name], was, len(row)) if name in different else was
        for name, was in zip(row, written, strict=True)
    )
    return layout.delimiter.join(cells) + _end(raw)


def _added(
    layout: _Layout, names: Sequence[str], changed: Changes, first: str, last: str
) -> Iterator[str]:
    """New records at the end; quoted as the last record is, a line end between them all."""
    if not changed.added:
        return
    is_blank = not last.strip("\r\n")
    style = layout.cells(first if is_blank else last, len(names))
    end = _end(first) or "\r\n"
    for row in changed.added:
        needs(layout.path, names, row)
        pairs = zip(names, style, strict=True)
        cells = (layout.cell(row.get(name), was, len(names)) for name, was in pairs)
        record = layout.delimiter.join(cells)
        yield record + end if _end(last) else end + record


def _fits(path: Path, number: int, cells: Sequence[str], names: Sequence[str]) -> None:
    if len(cells) != len(names):
        raise FileFault(
            f"row {number} of {path.name} has {len(cells)} cells and the first row {len(names)}; "
            "mend the row"
        )


def _end(raw: str) -> str:
    return raw[len(raw.rstrip("\r\n")) :]


@contextmanager
def _opened(path: Path) -> Iterator[tuple[_Layout, Iterator[str]]]:
    """The layout of a file and its lines from the header on."""
    coding = coding_of(path)
    with opened(path, coding) as text:
        first, before = text.readline(), ""
        if said := _SAYS.fullmatch(first.rstrip("\r\n")):
            before, first = first, text.readline()
        delimiter = said[1] if said else _delimiter(first)
        yield _Layout(path, coding, delimiter, before), chain([first] if first else [], text)


def _delimiter(line: str) -> str:
    """The sign that parts most names of the header; a semicolon where none does."""
    bare = _QUOTED.sub("", line)
    return max(_DELIMITERS, key=bare.count)
