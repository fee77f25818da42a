"""What one gesture changes in files, looked up row by row: no file is held in memory for it."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Protocol

from bot.registers.erasures.rowplan import Within
from bot.registers.sources import Row, as_text


class FileFault(Exception):  # noqa: N818 - what is wrong with a file, not with us
    """A file cannot be read or written as it stands. The sentence holds nobody's data."""


def texts(values: Collection[object]) -> frozenset[str]:
    """Values for comparing with cells: stripped texts, blanks left out, for they name nobody."""
    return frozenset(as_text(value).strip() for value in values) - {""}


@dataclass(frozen=True)
class Change:
    """Rows whose column has one of the values (`texts`) get new cells; None: they go.

    `within` narrows to the rows whose other column has one of those values.
    """

    column: str
    values: frozenset[str]
    new: Mapping[str, object] | None
    within: tuple[str, frozenset[str]] | None = None

    @classmethod
    def of(
        cls,
        column: str,
        values: Collection[object],
        new: Mapping[str, object] | None,
        within: Within | None,
    ) -> "Change":
        """The change that a gesture of `sources.Writes` asks for."""
        narrow = (within.column, texts(within.values)) if within else None
        return cls(column, texts(values), new, narrow)

    def meets(self, row: Row) -> bool:
        """Whether this row is changed."""
        if as_text(row.get(self.column)).strip() not in self.values:
            return False
        return self.within is None or as_text(row.get(self.within[0])).strip() in self.within[1]

    def alters(self, row: Row) -> bool:
        """Whether a row that it meets looks otherwise afterwards."""
        return self.new is None or bool(altered(row, self.new))


@dataclass
class Changes:
    """All changes to the rows of one file (or sheet), in the order in which they were asked for."""

    made: list[Change] = field(default_factory=list)
    added: list[Row] = field(default_factory=list)

    def make(self, change: Change) -> None:
        """One more change, to the rows that were added before it too."""
        self.made.append(change)
        alone = Changes([change])
        self.added = [after for row in self.added if (after := alone.after(row)) is not None]

    def after(self, row: Row) -> Row | None:
        """The row as it will stand; None when it goes."""
        for change in self.made:
            if change.meets(row):
                if change.new is None:
                    return None
                row = {**row, **change.new}
        return row


def altered(before: Row, after: Mapping[str, object]) -> list[str]:
    """The columns of `after` in which another text stands than before."""
    return [name for name in after if as_text(after[name]) != as_text(before.get(name))]


class FileKind(Protocol):
    """One kind of file. FileFault says what is wrong with one; OSError that it cannot be had.

    A path may name a sheet of a book: `book.xlsx#Blad1`.
    """

    def header(self, path: Path) -> tuple[str, ...]:
        """The column names; () where the kind has none of its own and there is no row."""
        ...

    def rows(self, path: Path, needed: Collection[str]) -> Iterator[Row]:
        """Every row, one at a time. Cells are int or text, and None or "" where nothing stands."""
        ...

    def rewrite(self, path: Path, changes: Mapping[Path, Changes], target: BinaryIO) -> None:
        """Write the file anew with these changes, by path or sheet; the rest stays as it was."""
        ...


def checked_names(path: Path, names: Collection[str]) -> tuple[str, ...]:
    """The names of a first row; each stands once, or nobody knows whose a cell is."""
    names = tuple(name.strip() for name in names)
    if not names or len(set(names)) < len(names):
        raise FileFault(f"the file {path.name} needs a first row that names each column once")
    return names


def needs(path: Path, header: Collection[str], columns: Collection[str]) -> None:
    """FileFault when the file lacks one of the columns."""
    for column in columns:
        if column not in header:
            raise FileFault(f"the file {path.name} lacks the column {column}")
