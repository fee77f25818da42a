"""The tables of one register that are made of files: which files, and the rows in them."""

import csv
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Final

from bot.registers.files import csv_file, json_file, xlsx_file
from bot.registers.files.file_changes import FileFault, FileKind, texts
from bot.registers.files.file_swap import is_ours
from bot.registers.files.xlsx_file import book_and_sheet
from bot.registers.maps.datamap import RegisterMap
from bot.registers.records import RegisterUnavailable
from bot.registers.sources import Row, Sought, as_text

_KINDS: Final[Mapping[str, FileKind]] = {"csv": csv_file, "xlsx": xlsx_file, "json": json_file}
_MOST: Final = 200_000
"""Values that are looked for in one pass over a file."""


class FileTables:
    """The files of one register below its folder. Decimal commas stay as they are."""

    def __init__(self, register: str, register_map: RegisterMap) -> None:
        self.register = register
        self.map = register_map

    def paths(self, table: str) -> list[Path]:
        """The files that make up a table, by name. RegisterUnavailable when there is none.

        For a sheet of a book its name follows: `book.xlsx#Blad1`.
        """
        pattern = self.map.tables[table].file or ""
        sheet = book_and_sheet(Path(pattern))[1]
        # hidden files are locks, and what programs have not finished writing
        seen = [path for path in self._matching(pattern) if not path.name.startswith((".", "~$"))]
        if not seen:
            raise RegisterUnavailable(
                self.register, f"no file matches {pattern}; look for it in folder"
            )
        return [path.with_name(f"{path.name}#{sheet}") for path in seen] if sheet else seen

    def strays(self) -> list[Path]:
        """The files below the folder, and the sheets of its books, that belong to no table.

        What the map calls impersonal, by its name there, is not among them.
        """
        folder = self.map.folder
        if folder is None or not folder.is_dir():
            return []
        known = {path for one in self.map.tables.values() for path in self._matching(one.file)}
        there = sorted(path for path in folder.rglob("*") if path.is_file())
        found = [path for path in there if path not in known and not is_ours(path)]
        found += [sheet for book, named in self._books().items() for sheet in _others(book, named)]
        return [path for path in found if path.name not in self.map.impersonal]

    def impersonal(self) -> frozenset[str]:
        """The names in `impersonal` that are those of files, or of sheets of books."""
        folder = self.map.folder
        names = self.map.impersonal if folder is not None else ()
        there = {path.name for path in folder.rglob("*")} if folder is not None else set()
        return frozenset(name for name in names if book_and_sheet(Path(name))[0].name in there)

    def header(self, path: Path) -> tuple[str, ...]:
        """The column names of a file; each stands once, or nobody knows whose a cell is.

        A list of objects that has none has the names that its map gives it.
        """
        table = next(
            name
            for name, one in self.map.tables.items()
            if book_and_sheet(path)[0] in self._matching(one.file)
        )
        with self.guarded(path):
            return self.kind(table).header(path) or tuple(self.map.tables[table].fields)

    def rows(self, table: str) -> Iterator[Row]:
        """Every row of a table, file by file. A row that its header does not fit stops the read."""
        for path in self.paths(table):
            yield from self.rows_in(table, path)

    def rows_in(self, table: str, path: Path) -> Iterator[Row]:
        """Every row of one file of a table."""
        with self.guarded(path):
            yield from self.kind(table).rows(path, self.map.tables[table].fields)

    def resembling(
        self, table: str, columns: Sequence[str], wanted: Collection[Sequence[str]]
    ) -> Iterator[Row]:
        """Every row: the caller looks again."""
        del columns, wanted
        return self.rows(table)

    def reached(self, table: str, sought: Sequence[Sought]) -> Iterator[Row]:
        """Every row: the caller looks again."""
        del sought
        return self.rows(table)

    def having(self, table: str, column: str, values: Iterable[object]) -> Iterator[Row]:
        """The rows whose column has one of the values, compared as stripped texts."""
        return among(lambda: self.rows(table), column, values)

    def kind(self, table: str) -> FileKind:
        """What reads and writes the files of a table."""
        return _KINDS[self.map.tables[table].source]

    @contextmanager
    def guarded(self, path: Path, deed: str = "read") -> Iterator[None]:
        """RegisterUnavailable for whatever is wrong with a file; the cause may quote a row."""
        try:
            yield
        except FileFault as fault:
            raise RegisterUnavailable(self.register, str(fault)) from None
        except (OSError, UnicodeError, csv.Error) as error:
            kind = type(error).__name__
            raise RegisterUnavailable(
                self.register, f"the file {path.name} cannot be {deed} ({kind})"
            ) from None

    def _books(self) -> dict[Path, list[str]]:
        """The books of the map and the sheets that it names in each."""
        books: dict[Path, list[str]] = {}
        for table in self.map.tables.values():
            if table.source == "xlsx":
                for book in self._matching(table.file):
                    books.setdefault(book, []).append(book_and_sheet(Path(table.file or ""))[1])
        return books

    def _matching(self, pattern: str | None) -> list[Path]:
        """The files of a name or pattern below the folder, whatever sheet it names."""
        if self.map.folder is None or not pattern:
            return []
        return sorted(self.map.folder.glob(str(book_and_sheet(Path(pattern))[0])))


def _others(book: Path, named: Collection[str]) -> list[Path]:
    """As `xlsx_file.others`; a book that cannot be read is told where its rows are."""
    try:
        return xlsx_file.others(book, named)
    except (FileFault, OSError):
        return []


def among(
    rows: Callable[[], Iterator[Row]], column: str, values: Iterable[object]
) -> Iterator[Row]:
    """The rows whose column has one of the values, compared as stripped texts.

    One pass over the rows for so many values as are held at once; none for no value.
    """
    rest = iter(values)
    while some := list(islice(rest, _MOST)):
        if wanted := texts(some):
            yield from (row for row in rows() if as_text(row[column]).strip() in wanted)
