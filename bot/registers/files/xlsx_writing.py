"""Changes to an Excel book: the whole book is loaded, changed and saved by openpyxl.

Kept: the other sheets, styles, widths, heights, frozen panes, tables, notes, conditional formats,
validations, names, print settings. Lost without harm: what Excel works out again when it opens the
book (the calculation chain, results of formulas on other sheets), the printer's own settings, the
small picture of the first page, phonetic signs, and which rows a filter hid. Everything else that
openpyxl would lose, and what keeps copies of cells (pivot tables, charts, pictures, links to other
books, macros), is refused: a person changes that book. A cell that changes loses its link and its
note, which speak of what stood there. What somebody wrote into a rule (a conditional format, a list
of allowed values) is not looked at.
"""

import re
import zipfile
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from copy import copy
from datetime import date, datetime
from pathlib import Path
from typing import Any, BinaryIO
from warnings import catch_warnings, simplefilter

from openpyxl import load_workbook
from openpyxl.utils import range_boundaries
from openpyxl.utils.cell import get_column_letter
from openpyxl.utils.exceptions import IllegalCharacterError

from bot.registers.files.file_changes import Changes, FileFault, altered, needs
from bot.registers.sources import Row, as_text

Cells = Sequence[Any]
_KEPT = re.compile(
    r"\[content_types\]\.xml|(_rels|xl/_rels|xl/worksheets/_rels)/[^/]*\.rels|"
    r".*/|docprops/((core|app|custom)\.xml|thumbnail\.\w+)|xl/(workbook|styles|sharedstrings|calcchain)\.xml|"
    r"xl/theme/theme\d+\.xml|xl/worksheets/sheet\d+\.xml|xl/tables/table\d+\.xml|"
    r"xl/(comments/)?comments?\d*\.xml|xl/drawings/(vml|comments)drawing\d+\.vml|"
    r"xl/printersettings/printersettings\d+\.bin",
    re.IGNORECASE,
)
"""The parts of a book that come through, or whose loss harms nobody."""
_WHOLE = re.compile(r"-?(0|[1-9]\d{0,14})")


@contextmanager
def changing(path: Path, target: BinaryIO) -> Iterator[Any]:
    """The whole book, written to the target when the block ends well; FileFault for what is lost.

    The path may name a sheet; it is the book's own here.
    """
    if path.suffix.lower() != ".xlsx":
        raise FileFault(f"the book {path.name} may hold macros; a person changes it")
    with zipfile.ZipFile(path) as book:
        strange = [name for name in book.namelist() if not _KEPT.fullmatch(name)]
    if strange:
        raise _lossy(path, strange[0])
    with catch_warnings(record=True) as warned:
        simplefilter("always")
        book = load_workbook(path, rich_text=True)
    lost = [str(one.message) for one in warned if "default style" not in str(one.message)]
    if lost:
        raise _lossy(path, lost[0])
    yield book
    book.calculation.fullCalcOnLoad = True
    book.save(target)


def change_sheet(
    path: Path,
    sheet: Any,  # noqa: ANN401 - openpyxl has no types
    names: Sequence[str],
    parsed: Iterable[tuple[Cells, Row | None]],
    changed: Changes,
) -> None:
    """Change, take away and add rows of one sheet. What stands below a row that goes moves up."""
    gone: list[int] = []
    last = 1
    for cells, row in parsed:
        if row is None:
            continue
        last = cells[0].row
        after = changed.after(row)
        if after is None:
            gone.append(last)
        else:
            _write(path, dict(zip(names, cells, strict=False)), row, after)
    if gone:
        _refuse_moving(path, sheet)
        _move_up(sheet, gone)
    _resize(sheet, last, -len(gone))
    _let_all_pass(sheet)
    _add(path, sheet, names, changed.added, last - len(gone))
    _drop_links(sheet)


def _write(path: Path, cells: Mapping[str, Any], before: Row, after: Row) -> None:
    for name in altered(before, after):
        needs(path, cells, [name])
        _put(path, cells[name], after[name])


def _put(path: Path, cell: Any, value: object) -> None:  # noqa: ANN401 - openpyxl has no types
    """A new value, of the kind that stood there if it can be said so; texts are never formulas."""
    said, old = _like(cell.value, value), cell.value
    try:
        cell.value = said
    except (IllegalCharacterError, ValueError):
        cell.value = old
        raise FileFault(
            f"the new value cannot stand in {path.name}: a sign without a shape"
        ) from None
    if isinstance(said, str):
        cell.data_type = "s"
    cell.hyperlink = cell.comment = None


def _like(old: object, value: object) -> object:
    """A value in the kind of the old one, where it can be said so."""
    text = as_text(value)
    if not text:
        return None
    if isinstance(old, bool) and text.lower() in {"true", "false", "0", "1"}:
        return text.lower() in {"true", "1"}
    if isinstance(old, date):
        with suppress(ValueError):
            return datetime.fromisoformat(text)
    is_number = isinstance(old, int | float) and _WHOLE.fullmatch(text)
    if is_number or (isinstance(value, int) and not isinstance(old, str)):
        return int(text)
    return text


def _add(path: Path, sheet: Any, names: Sequence[str], added: Sequence[Row], last: int) -> None:  # noqa: ANN401 - openpyxl has no types
    """New rows below the last, in its style."""
    for number, row in enumerate(added, start=last + 1):
        needs(path, names, row)
        for column, name in enumerate(names, start=1):
            cell = sheet.cell(number, column)
            if last > 1:
                cell._style = copy(sheet.cell(last, column)._style)  # noqa: SLF001 - no other way
            if row.get(name) is not None:
                _put(path, cell, row[name])
    _resize(sheet, last, len(added))


def _refuse_moving(path: Path, sheet: Any) -> None:  # noqa: ANN401 - openpyxl has no types
    """What points at rows by their number would point at somebody else's."""
    if any(area.max_row > 1 for area in sheet.merged_cells.ranges):
        raise FileFault(f"{path.name} has merged cells among its rows; take them apart")
    others = (one for one in sheet.parent.worksheets if one is not sheet)
    for other in others:
        if any(cell.data_type == "f" for line in other.iter_rows() for cell in line):
            raise FileFault(
                f"{path.name}: the sheet {other.title} has formulas, which may point at rows of "
                "this one; a person deletes the row"
            )


def _move_up(sheet: Any, gone: list[int]) -> None:  # noqa: ANN401 - openpyxl has no types
    """Take these rows away in one pass; openpyxl's own way moves all the rest for each of them."""
    left, out = {}, set(gone)
    for (number, column), cell in sheet._cells.items():  # noqa: SLF001 - no other way in one pass
        if number not in out:
            cell.row = number - bisect_left(gone, number)
            left[cell.row, column] = cell
    sheet._cells = left  # noqa: SLF001 - the same
    lines = [(number, line) for number, line in sheet.row_dimensions.items() if number not in out]
    sheet.row_dimensions.clear()
    for number, line in lines:
        line.index = number - bisect_left(gone, number)
        sheet.row_dimensions[line.index] = line


def _resize(sheet: Any, last: int, by: int) -> None:  # noqa: ANN401 - openpyxl has no types
    """Tables and filters that reach to the last row go on doing so."""
    if not by:
        return
    for holder in (*sheet.tables.values(), sheet.auto_filter):
        if holder.ref:
            left, top, right, bottom = range_boundaries(holder.ref)
            if by < 0 or bottom == last:
                bottom = max(bottom + by, top + 1)
            start, end = get_column_letter(left), get_column_letter(right)
            holder.ref = f"{start}{top}:{end}{bottom}"
    for table in sheet.tables.values():
        if table.autoFilter is not None:
            table.autoFilter.ref = table.ref


def _let_all_pass(sheet: Any) -> None:  # noqa: ANN401 - openpyxl has no types
    """A filter remembers the values that it lets through, also of a row that is gone."""
    held = (sheet.auto_filter, *(table.autoFilter for table in sheet.tables.values()))
    for one in held:
        if one is not None and one.filterColumn:
            one.filterColumn = []
            for line in sheet.row_dimensions.values():
                line.hidden = False


def _drop_links(sheet: Any) -> None:  # noqa: ANN401 - openpyxl has no types
    """Links that stand in a cell alone: openpyxl would write those of a row that is gone too."""
    linked = [cell for line in sheet.iter_rows() for cell in line if cell.hyperlink]
    for cell in linked:
        cell.hyperlink.ref = cell.coordinate
    sheet._hyperlinks = [cell.hyperlink for cell in linked]  # noqa: SLF001 - no other way


def _lossy(path: Path, what: str) -> FileFault:
    return FileFault(
        f"the book {path.name} holds what would be lost or kept twice ({what}); a person changes it"
    )
