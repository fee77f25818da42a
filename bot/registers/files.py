"""Registers kept as CSV files: read only, as Swedish spreadsheets write them."""

import csv
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from bot.registers.datamap import RegisterMap
from bot.registers.records import RegisterUnavailable
from bot.registers.sources import Row, as_text

_ENCODINGS = ("utf-8-sig", "windows-1252")
"""Windows-1252 reads nearly anything, so it comes last."""
_DELIMITER = ";"
_LONGEST_CELL = 16 * 1024 * 1024


class CsvFolder:
    """The files of one register below its csv_folder. Decimal commas stay as they are."""

    def __init__(self, register: str, register_map: RegisterMap) -> None:
        self.register = register
        self.map = register_map

    def paths(self, table: str) -> list[Path]:
        """The files that make up a table, by name. RegisterUnavailable when there is none."""
        folder, pattern = self.map.csv_folder, self.map.tables[table].file
        found = sorted(folder.glob(pattern)) if folder is not None and pattern else []
        if not found:
            raise RegisterUnavailable(
                self.register, f"no file matches {pattern}; look for it in csv_folder"
            )
        return found

    def header(self, path: Path) -> tuple[str, ...]:
        """The column names of a file; each stands once, or nobody knows whose a cell is."""
        with self._lines(path) as lines:
            names = tuple(name.strip() for name in next(lines, []))
        if not names or len(set(names)) < len(names):
            raise RegisterUnavailable(
                self.register, f"the file {path.name} needs a first row that names each column once"
            )
        return names

    def rows(self, table: str) -> Iterator[Row]:
        """Every row of a table, file by file. A row that its header does not fit stops the read."""
        for path in self.paths(table):
            header = self.header(path)
            for column in self.map.tables[table].fields:
                if column not in header:
                    raise RegisterUnavailable(
                        self.register, f"the file {path.name} lacks the column {column}"
                    )
            with self._lines(path) as lines:
                for number, cells in enumerate(lines, start=1):
                    if number == 1 or not cells:
                        continue
                    if len(cells) != len(header):
                        raise RegisterUnavailable(
                            self.register,
                            f"row {number} of {path.name} has {len(cells)} cells and the first row "
                            f"{len(header)}; mend the row",
                        )
                    yield dict(zip(header, cells, strict=True))

    def resembling(
        self, table: str, columns: Sequence[str], wanted: Collection[Sequence[str]]
    ) -> Iterator[Row]:
        """Every row: the caller looks again."""
        del columns, wanted
        return self.rows(table)

    def having(self, table: str, column: str, values: Collection[object]) -> Iterator[Row]:
        """The rows whose column has one of the values, compared as stripped texts."""
        wanted = {as_text(value).strip() for value in values} - {""}
        for row in self.rows(table):
            if str(row[column]).strip() in wanted:
                yield row

    @contextmanager
    def _lines(self, path: Path) -> Iterator[Iterator[list[str]]]:
        csv.field_size_limit(_LONGEST_CELL)
        try:
            with path.open(encoding=_encoding(path), newline="") as file:
                yield csv.reader(file, delimiter=_DELIMITER, strict=True)
        except (OSError, UnicodeError, csv.Error) as error:
            kind = type(error).__name__
            raise RegisterUnavailable(
                self.register, f"the file {path.name} cannot be read ({kind})"
            ) from None


def _encoding(path: Path) -> str:
    """The first encoding that reads the whole file."""
    for encoding in _ENCODINGS[:-1]:
        try:
            with path.open(encoding=encoding) as file:
                for _ in file:
                    pass
        except UnicodeDecodeError:
            continue
        return encoding
    return _ENCODINGS[-1]
