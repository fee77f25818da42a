"""Excel books (.xlsx), read row by row: the first sheet, or the one named behind a #.

A formula is refused: what it last came to is not what it comes to now, and a book that we save
holds no results until Excel opens it again. Somebody puts the value in its place.
"""

import re
import zlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, BinaryIO
from warnings import catch_warnings, simplefilter
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.styles.numbers import is_datetime
from openpyxl.utils.exceptions import InvalidFileException

from bot.registers.files import xlsx_writing
from bot.registers.files.file_changes import Changes, FileFault, checked_names, needs
from bot.registers.sources import Row

_SHEET = re.compile(r"(.*?\.xls[xm])(?:#(.+))?", re.IGNORECASE)
_MASK = re.compile(r"[0 \-]*00[0 \-]*")
"""Digits with spaces and hyphens: the Swedish formats of postcode and personnummer."""
_BROKEN = (
    *(InvalidFileException, BadZipFile, zlib.error, EOFError, SyntaxError),
    *(ValueError, TypeError, LookupError, AttributeError, ArithmeticError, RuntimeError),
)
"""All that openpyxl is known to raise on a file that is no whole book."""


def book_and_sheet(path: Path) -> tuple[Path, str]:
    """The file itself and the sheet that the path names, "" for the first."""
    match = _SHEET.fullmatch(path.name)
    return (path.with_name(match[1]), match[2] or "") if match else (path, "")


def header(path: Path) -> tuple[str, ...]:
    """The names in the first row."""
    with _lines(path) as lines:
        return names_in(path, next(lines, ()))


def rows(path: Path, needed: Collection[str]) -> Iterator[Row]:
    """Every row that is not wholly empty. Days and times are ISO texts, true and false theirs."""
    with _lines(path) as lines:
        names = names_in(path, next(lines, ()))
        needs(path, names, needed)
        for number, cells in enumerate(lines, start=2):
            row = row_of(path, number, cells, names)
            if row is not None:
                yield row


def others(path: Path, named: Collection[str]) -> list[Path]:
    """The sheets of a book that hold something and are not named; "" names the first."""
    with _opened(path) as book:
        known = {name or book.worksheets[0].title for name in named}
        found = [
            sheet.title
            for sheet in book.worksheets
            if sheet.title not in known
            and any(cell.value is not None for line in sheet.iter_rows() for cell in line)
        ]
    return [path.with_name(f"{path.name}#{name}") for name in found]


def rewrite(path: Path, changes: Mapping[Path, Changes], target: BinaryIO) -> None:
    """See `xlsx_writing`: what it loses is refused before anything is written."""
    with _readable(path), xlsx_writing.changing(path, target) as book:
        for place, changed in changes.items():
            sheet = _chosen(book, place)
            lines = list(sheet.iter_rows())
            names = names_in(place, lines[0] if lines else ())
            parsed = ((c, row_of(place, n, c, names)) for n, c in enumerate(lines[1:], start=2))
            xlsx_writing.change_sheet(place, sheet, names, parsed, changed)


def names_in(path: Path, cells: Sequence[Any]) -> tuple[str, ...]:
    """The names in a first row, up to the last cell with something in it."""
    names = [str(value_of(path, cell) or "") for cell in cells]
    while names and not names[-1]:
        names.pop()
    return checked_names(path, names)


def row_of(path: Path, number: int, cells: Sequence[Any], names: Sequence[str]) -> Row | None:
    """The cells of one row by name, None where all are empty."""
    values = [value_of(path, cell) for cell in cells]
    if all(value is None for value in values):
        return None
    if any(value is not None for value in values[len(names) :]):
        raise FileFault(
            f"row {number} of {path.name} has a cell beyond the first row's {len(names)}; mend it"
        )
    values += [None] * (len(names) - len(values))
    return dict(zip(names, values, strict=False))


def value_of(path: Path, cell: Any) -> int | str | None:  # noqa: ANN401 - openpyxl has no types
    """What stands in a cell, as a clerk sees it who has not narrowed its format."""
    value = cell.value
    if value is None or value == "":
        return None
    if cell.data_type == "f":
        raise FileFault(
            f"cell {cell.coordinate} of {path.name} is a formula; put its value in its place"
        )
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return _masked(value, cell.number_format)
    if isinstance(value, datetime) and is_datetime(cell.number_format) == "date":
        value = value.date()
    return value.isoformat() if isinstance(value, date | time) else str(value)


def _masked(value: int, number_format: str) -> int | str:
    """A number whose format writes leading zeros: 1 stands as 00001 before every clerk."""
    mask = re.sub(r'[\\"]', "", number_format)
    digits = str(value).zfill(mask.count("0"))
    if value < 0 or not _MASK.fullmatch(mask) or len(digits) > mask.count("0"):
        return value
    left = iter(digits)
    return "".join(next(left) if sign == "0" else sign for sign in mask)


@contextmanager
def _lines(path: Path) -> Iterator[Iterator[Sequence[Any]]]:
    with _opened(path) as book:
        sheet = _chosen(book, path)
        sheet.reset_dimensions()  # some programs write a size that is too small
        yield sheet.iter_rows()


@contextmanager
def _opened(path: Path) -> Iterator[Any]:
    with _readable(path), book_and_sheet(path)[0].open("rb") as file:
        with catch_warnings():
            simplefilter("ignore")  # of what only a writer would lose
            book = load_workbook(file, read_only=True, keep_links=False)
        try:
            yield book
        finally:
            book.close()


@contextmanager
def _readable(path: Path) -> Iterator[None]:
    try:
        yield
    except _BROKEN as error:
        kind = type(error).__name__
        raise FileFault(f"the file {path.name} cannot be read ({kind})") from None


def _chosen(book: Any, path: Path) -> Any:  # noqa: ANN401 - openpyxl has no types
    name = book_and_sheet(path)[1]
    sheets = {sheet.title: sheet for sheet in book.worksheets}
    if name and name not in sheets:
        raise FileFault(f"the book {path.name} has no such sheet; it has {', '.join(sheets)}")
    if not sheets:
        raise FileFault(f"the book {path.name} has no sheet")
    return sheets[name] if name else next(iter(sheets.values()))
