"""A faithful copy of what one register holds of one person, and how it is sealed and read again.

As JSON it is canonical and comes in pieces, since a copy may be larger than the memory.
"""

import codecs
import hashlib
import json
import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from typing import Final, Self

from pydantic import TypeAdapter

from bot.core.vocabulary import Category, Language
from bot.registers.spill import Cells, gathered

_AT_ONCE: Final = 200
"""Rows of one piece of JSON."""
_ROWS: Final = '"rows":['
_AS_IT_IS: Final = "surrogatepass"
"""Half a pair stands in a register's JSON file, and goes on standing there."""


@dataclass(frozen=True)
class Code:
    """What one value of a column stands for, in a customer's words."""

    value: str
    sv: str
    en: str

    def told(self, language: Language) -> str:
        """The explanation in a language."""
        return self.en if language is Language.EN else self.sv


@dataclass(frozen=True)
class Column:
    """One column of a faithful copy: its name in the register and what it is called for people.

    `codes` explain its values, () where they speak for themselves. `origin` is where the data came
    from (given, observed, obtained, inferred; "" where nobody knows), and `source` from whom.
    `purposes` are the keys of those that use this column, () all of its category's. `free_text`
    may name other people.
    """

    name: str
    label: str
    label_en: str = ""
    codes: tuple[Code, ...] = ()
    origin: str = ""
    source: str = ""
    purposes: tuple[str, ...] = ()
    free_text: bool = False

    def called(self, language: Language) -> str:
        """The label in a language; the Swedish one where the English is missing."""
        return self.label_en if language is Language.EN and self.label_en else self.label


@dataclass(frozen=True)
class TableRows:
    """The cells of one table that belong to one category, letter by letter as they stand.

    `place` is where the map speaks of the table, as a key of the config; "" where nobody said.
    """

    category: Category
    title: str
    columns: tuple[Column, ...]
    rows: Sequence[Cells]
    title_en: str = ""
    place: str = ""

    def called(self, language: Language) -> str:
        """The title in a language; the Swedish one where the English is missing."""
        return self.title_en if language is Language.EN and self.title_en else self.title

    def holding(self, rows: Iterable[Cells]) -> Self:
        """The same table with these rows instead, however many."""
        return replace(self, rows=gathered(rows))


@dataclass(frozen=True)
class Snapshot:
    """What one register holds of one person at an aware instant; Art. 15(3), C-487/21.

    Only categories that hold something stand in `tables` (L28).
    """

    register: str
    company: str
    taken: datetime
    tables: tuple[TableRows, ...] = ()

    def pieces(self) -> Iterator[bytes]:
        """Canonical JSON: sorted keys, no spaces, so that equal snapshots are equal texts."""
        bare = replace(self, tables=tuple(replace(table, rows=()) for table in self.tables))
        frame = _written(_SNAPSHOT.dump_python(bare, mode="json"))
        parts = _parted(frame)
        for part, table in zip(parts[:-1], self.tables, strict=True):
            yield part.encode("utf-8", _AS_IT_IS)
            yield from _written_rows(table.rows)
        yield parts[-1].encode("utf-8", _AS_IT_IS)

    def to_json(self) -> str:
        """The whole of `pieces`."""
        return b"".join(self.pieces()).decode("utf-8", _AS_IT_IS)

    @classmethod
    def from_pieces(cls, pieces: Iterable[bytes]) -> Self:
        """The snapshot that `pieces` wrote; a ValueError for anything else."""
        text = _Text(pieces)
        frame, found = [], []
        while text.has_more(_ROWS):
            frame.append(text.up_to(_ROWS))
            found.append(gathered(text.rows()))
        frame.append(text.rest())
        bare: Self = _SNAPSHOT.validate_json("".join(frame))  # type: ignore[assignment] # no class lies below
        filled = zip(bare.tables, found, strict=True)
        return replace(bare, tables=tuple(replace(table, rows=rows) for table, rows in filled))

    @classmethod
    def from_json(cls, text: str | bytes) -> Self:
        """The snapshot that `to_json` wrote; a ValueError for anything else."""
        return cls.from_pieces([text.encode("utf-8", _AS_IT_IS) if isinstance(text, str) else text])

    def digest(self) -> str:
        """Hex SHA-256 of the canonical JSON."""
        whole = hashlib.sha256()
        for piece in self.pieces():
            whole.update(piece)
        return whole.hexdigest()

    def counts(self) -> dict[Category, int]:
        """Rows per category held."""
        counts: dict[Category, int] = {}
        for table in self.tables:
            counts[table.category] = counts.get(table.category, 0) + len(table.rows)
        return counts


_SNAPSHOT = TypeAdapter(Snapshot)


class Weighed:
    """Pieces on their way: when all of them are through, their hash and what they take packed."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces = pieces
        self._hash = hashlib.sha256()
        self._packer = zlib.compressobj(1)
        self.packed = 0

    def __iter__(self) -> Iterator[bytes]:
        for piece in self._pieces:
            self._hash.update(piece)
            self.packed += len(self._packer.compress(piece))
            yield piece
        self.packed += len(self._packer.flush())

    @property
    def digest(self) -> str:
        """Hex SHA-256 of all that went through."""
        return self._hash.hexdigest()


def _written(value: object) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def _parted(frame: str) -> list[str]:
    """The frame without rows, parted behind each mark where rows belong.

    No value can look like the mark: a quotation mark inside a value has a backslash before it.
    """
    ends = [found.end() for found in re.finditer(re.escape(_ROWS), frame)]
    return [frame[a:b] for a, b in zip([0, *ends], [*ends, len(frame)], strict=True)]


def _written_rows(rows: Iterable[Cells]) -> Iterator[bytes]:
    left, comma = iter(rows), ""
    while some := list(islice(left, _AT_ONCE)):
        yield f"{comma}{_written(some)[1:-1]}".encode("utf-8", _AS_IT_IS)
        comma = ","


class _Text:
    """Canonical JSON that is read from the front, never more of it than is needed."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces = iter(pieces)
        self._decoder = codecs.getincrementaldecoder("utf-8")(_AS_IT_IS)
        self._text = ""

    def has_more(self, mark: str) -> bool:
        """Whether the mark comes still."""
        while mark not in self._text:
            if not self._read():
                return False
        return True

    def up_to(self, mark: str) -> str:
        """What stands before and with the mark; it is read then."""
        before, _, self._text = self._text.partition(mark)
        return before + mark

    def rest(self) -> str:
        """What is left when no mark comes."""
        return self._text

    def rows(self) -> Iterator[Cells]:
        """The rows that follow; the bracket that ends them is left."""
        decode, at = json.JSONDecoder().raw_decode, 0
        while True:
            try:
                at += self._text.startswith(",", at)
                if self._text.startswith("]", at):
                    self._text = self._text[at:]
                    return
                row, at = decode(self._text, at)
            except ValueError:
                # no more than the beginning of a row, or what is none
                self._text, at = self._text[at:], 0
                if not self._read():
                    raise
                continue
            if not (isinstance(row, list) and all(isinstance(cell, str) for cell in row)):
                raise ValueError("a row of a snapshot is a list of texts")
            yield tuple(row)

    def _read(self) -> bool:
        piece = next(self._pieces, None)
        if piece is None:
            return False
        self._text += self._decoder.decode(piece)
        return True
