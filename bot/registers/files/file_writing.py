"""Changes to files, kept in memory until all of them are known, then put in place together."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import BinaryIO, Self

from bot.registers.erasures.rowplan import Within
from bot.registers.files.file_changes import Change, Changes, FileFault, altered, needs
from bot.registers.files.file_swap import Stamp, clear_away, in_use, locked, stamp, swap
from bot.registers.files.file_tables import FileTables, among
from bot.registers.files.xlsx_file import book_and_sheet
from bot.registers.sources import Row, Sought


class FileWrites:
    """See `sources.Writes`: reading sees what was changed before it. Open for one gesture.

    The lock is taken at the first look into a file, for a gesture may need none.
    """

    def __init__(self, tables: FileTables) -> None:
        self._tables = tables
        self._changes: dict[Path, Changes] = {}
        self._kinds: dict[Path, str] = {}
        self._paths: dict[str, list[Path]] = {}
        self._stamps: dict[Path, Stamp] = {}
        self._lock = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._lock.close()

    def resembling(
        self, table: str, columns: Sequence[str], wanted: Collection[Sequence[str]]
    ) -> Iterator[Row]:
        """Every row: the caller looks again."""
        del columns, wanted
        return self._rows(table)

    def reached(self, table: str, sought: Sequence[Sought]) -> Iterator[Row]:
        """Every row: the caller looks again."""
        del sought
        return self._rows(table)

    def having(self, table: str, column: str, values: Iterable[object]) -> Iterator[Row]:
        """The rows whose column has one of the values, compared as stripped texts."""
        return among(lambda: self._rows(table), column, values)

    def insert(self, table: str, values: Mapping[str, object]) -> None:
        """Add a row to the last of the table's files, unless one with the same cells is there."""
        path = self._files(table)[-1]
        with self._tables.guarded(path, "written"):
            needs(path, self._tables.map.tables[table].fields, values)
        if all(altered(row, values) for row in self._rows(table)):
            self._changes_of(table, path).added.append(dict(values))

    def update(
        self,
        table: str,
        column: str,
        values: Collection[object],
        new: Mapping[str, object],
        within: Within | None = None,
    ) -> int:
        """Write the new cells in every row whose column has one of the values; how many rows."""
        return self._make(table, Change.of(column, values, new, within))

    def delete(
        self, table: str, column: str, values: Collection[object], within: Within | None = None
    ) -> int:
        """Take away every row whose column has one of the values; how many rows."""
        return self._make(table, Change.of(column, values, None, within))

    def put_in_place(self) -> None:
        """Write every file that looks otherwise now; see `file_swap.swap`."""
        books: dict[Path, dict[Path, Changes]] = {}
        for path, changes in self._changes.items():
            books.setdefault(book_and_sheet(path)[0], {})[path] = changes
        for book in books:
            with self._tables.guarded(book, "written"):
                in_use(book.resolve())
        if books:
            writers = {book.resolve(): self._writer(book, some) for book, some in books.items()}
            with self._tables.guarded(next(iter(books)), "written"):
                swap(writers, self._still_so)

    def _writer(self, book: Path, changes: Mapping[Path, Changes]) -> Callable[[BinaryIO], None]:
        kind = self._tables.kind(self._kinds[next(iter(changes))])
        return partial(kind.rewrite, book, changes)

    def _make(self, table: str, change: Change) -> int:
        met = 0
        for path in self._files(table):
            is_altered = False
            with self._tables.guarded(path):
                for row in self._rows_in(table, path):
                    if change.meets(row):
                        needs(path, row, change.new or ())
                        met += 1
                        is_altered = is_altered or change.alters(row)
            if is_altered:
                self._changes_of(table, path).make(change)
        return met

    def _rows(self, table: str) -> Iterator[Row]:
        for path in self._files(table):
            yield from self._rows_in(table, path)

    def _rows_in(self, table: str, path: Path) -> Iterator[Row]:
        rows, changes = self._tables.rows_in(table, path), self._changes.get(path)
        if changes is None:
            yield from rows
            return
        yield from (after for row in rows if (after := changes.after(row)) is not None)
        blank = dict.fromkeys(self._tables.map.tables[table].fields)
        yield from ({**blank, **row} for row in changes.added)

    def _changes_of(self, table: str, path: Path) -> Changes:
        self._kinds[path] = table
        return self._changes.setdefault(path, Changes())

    def _files(self, table: str) -> list[Path]:
        """The files of a table, under the lock from now on, and which version each of them is."""
        if table not in self._paths:
            paths = self._tables.paths(table)
            with self._tables.guarded(paths[0]):
                self._take_lock({path.parent for path in paths})
                paths = self._tables.paths(table)
                for path in paths:
                    self._stamps.setdefault(path, stamp(book_and_sheet(path)[0]))
            self._paths[table] = paths
        return self._paths[table]

    def _take_lock(self, folders: Collection[Path]) -> None:
        folder = self._tables.map.folder
        if not self._paths and folder is not None:
            self._lock.enter_context(locked(folder))
        clear_away(folders)

    def _still_so(self) -> None:
        for table, paths in self._paths.items():
            if self._tables.paths(table) != paths:
                raise FileFault(f"files of {table} came or went meanwhile; to be repeated")
        for path, version in self._stamps.items():
            if stamp(book_and_sheet(path)[0]) != version:
                raise FileFault(f"the file {path.name} was changed meanwhile; to be repeated")
