"""JSON: a list of flat objects, or JSON Lines; read and written object by object."""

import json
import re
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from json import JSONDecodeError
from pathlib import Path
from typing import BinaryIO, TextIO

from bot.registers.files.file_changes import Changes, FileFault, altered
from bot.registers.files.text_file import coding_of, opened
from bot.registers.sources import Row, as_text

_CHUNK = 64 * 1024
_LONGEST = 16 * 1024 * 1024
_BLANK = r"[ \t\r\n]*"
_FIRST = re.compile(rf"{_BLANK}(\[?){_BLANK}")
_BETWEEN = {"[": re.compile(rf"{_BLANK},{_BLANK}"), "": re.compile(r"[ \t]*[\r\n][ \t\r\n]*")}
_LAST = {"[": re.compile(rf"{_BLANK}\]{_BLANK}"), "": re.compile(_BLANK)}
_EMPTY = re.compile(rf"{_BLANK}(\[{_BLANK}\])?{_BLANK}")
_PLAIN = json.JSONDecoder()
_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?")


class _NestedError(Exception):
    """A value is itself a list or an object, or a name stands twice."""


def _flat(pairs: list[tuple[str, object]]) -> dict[str, object]:
    row: dict[str, object] = {}
    for name, value in pairs:
        if isinstance(value, dict | list) or name in row:
            raise _NestedError
        row[name] = str(value).lower() if isinstance(value, bool) else value
    return row


_DECODER = json.JSONDecoder(object_pairs_hook=_flat, parse_float=str, parse_constant=str)
"""Numbers with decimals stay the text that they are; true and false become theirs."""


@dataclass(frozen=True)
class _Piece:
    """What stands before an object, the object as it is written, and what it says.

    The last piece has no object: what stands behind them all.
    """

    before: str
    raw: str = ""
    row: Row | None = None


def header(path: Path) -> tuple[str, ...]:
    """The names that any object uses, in the order in which they turn up."""
    names: dict[str, None] = {}
    with _pieces(path) as pieces:
        for piece in pieces:
            names.update(dict.fromkeys(piece.row or ()))
    return tuple(names)


def rows(path: Path, needed: Collection[str]) -> Iterator[Row]:
    """Every object. A name that one lacks is empty there; one that all lack stops the read."""
    lacking, is_empty, blank = set(needed), True, dict.fromkeys(needed)
    with _pieces(path) as pieces:
        for piece in pieces:
            if piece.row is not None:
                is_empty = False
                lacking.difference_update(piece.row)
                yield {**blank, **piece.row}
    if lacking and not is_empty:
        raise FileFault(f"the file {path.name} lacks the column {min(lacking)}")


def rewrite(path: Path, changes: Mapping[Path, Changes], target: BinaryIO) -> None:
    """One pass. What is not changed stays letter by letter, and so does the space around it."""
    changed, coding = changes[path], coding_of(path)

    def put(text: str) -> None:
        target.write(coding.bytes_of(text, path))

    target.write(coding.mark)
    with _pieces(path) as pieces:
        between, is_first, behind = "", True, ""
        for number, piece in enumerate(pieces):
            before = piece.before
            if number == 0:
                before, behind = _opening(piece)
                put(before)
                before = ""
            if piece.row is None:
                behind = behind or before
                continue
            between = before or between
            after = changed.after(piece.row)
            if after is not None:
                put(("" if is_first else before) + _edited(piece, after))
                is_first = False
        for row in changed.added:
            put(
                ("" if is_first else between or _usual(behind))
                + json.dumps(row, ensure_ascii=False)
            )
            is_first = False
        put(behind)


def _opening(piece: _Piece) -> tuple[str, str]:
    """What stands before the first object; and, when there is none, what stands behind it."""
    if piece.row is not None:
        return piece.before, ""
    head, bracket, tail = piece.before.partition("[")
    return (head + bracket, tail) if bracket else ("", head)


def _usual(behind: str) -> str:
    return ",\n" if "]" in behind else "\n"


def _edited(piece: _Piece, after: Row) -> str:
    """An object with its changed values in their places, and new names at its end."""
    row = piece.row or {}
    different = set(altered(row, after))
    if not different:
        return piece.raw
    text, at, end = "", 0, 1
    for name, start, end in _members(piece.raw):
        if name in different:
            text += piece.raw[at:start] + _said(after[name], piece.raw[start:end], piece.raw)
            at = end
    new = [name for name in after if name in different and name not in row]
    text += piece.raw[at:end]
    for name in new:
        comma = ", " if row or name != new[0] else ""
        text += f"{comma}{_said(name, '', piece.raw)}: {_said(after[name], 'null', piece.raw)}"
    return text + piece.raw[end:]


def _members(raw: str) -> Iterator[tuple[str, int, int]]:
    """The names of a flat object, and where their values begin and end."""
    at = 1
    while (quote := raw.find('"', at)) >= 0:
        name, at = _PLAIN.raw_decode(raw, quote)
        start = raw.index(":", at) + 1
        start += len(raw[start:]) - len(raw[start:].lstrip(" \t\r\n"))
        _, at = _PLAIN.raw_decode(raw, start)
        yield name, start, at


def _said(value: object, was: str, around: str) -> str:
    """A value in JSON, of the kind that stood there if it can be said so; None is null."""
    text = as_text(value)
    if value is None:
        return "null"
    if was in {"true", "false"} and text.lower() in {"true", "false", "0", "1"}:
        return "true" if text.lower() in {"true", "1"} else "false"
    is_number = isinstance(value, int) and not isinstance(value, bool)
    if (was == "null" and is_number) or (_NUMBER.fullmatch(was) and _NUMBER.fullmatch(text)):
        return text
    return json.dumps(text, ensure_ascii=around.isascii() and "\\u" in around)


@contextmanager
def _pieces(path: Path) -> Iterator[Iterator[_Piece]]:
    with opened(path, coding_of(path)) as text:
        yield _read(_Reader(path, text))


def _read(reader: "_Reader") -> Iterator[_Piece]:
    before, kind = reader.gap(), ""
    if reader.is_over:
        reader.expect(_EMPTY, before)
        yield _Piece(before)
        return
    kind = reader.expect(_FIRST, before)[1]
    while not reader.is_over:
        yield _Piece(before, *reader.flat_object())
        before = reader.gap()
        reader.expect((_LAST if reader.is_over else _BETWEEN)[kind], before)
    yield _Piece(before)


class _Reader:
    """Walks through a text from object to object; never more of it in memory than one needs."""

    def __init__(self, path: Path, text: TextIO) -> None:
        self._path = path
        self._text = text
        self._held = ""
        self._at = 0
        self._number = 0

    @property
    def is_over(self) -> bool:
        """No object is left."""
        return self._at >= len(self._held)

    def gap(self) -> str:
        """The text up to the next object, or to the end."""
        while (found := self._held.find("{", self._at)) < 0:
            if len(self._held) - self._at > _CHUNK * 16:
                raise self._strange()
            if not self._more():
                found = len(self._held)
                break
        between, self._at = self._held[self._at : found], found
        return between

    def flat_object(self) -> tuple[str, Row]:
        """The object that begins here, as it is written and as it reads."""
        self._number += 1
        while True:
            try:
                row, end = _DECODER.raw_decode(self._held, self._at)
            except JSONDecodeError:
                if len(self._held) - self._at > _LONGEST or not self._more():
                    raise self._strange() from None
            except (_NestedError, RecursionError):
                raise FileFault(
                    f"object {self._number} of {self._path.name} holds a list, another object or a "
                    "name twice; only flat objects can be read"
                ) from None
            else:
                raw, self._at = self._held[self._at : end], end
                return raw, row

    def expect(self, pattern: re.Pattern[str], text: str) -> re.Match[str]:
        """FileFault when something else stands between the objects."""
        match = pattern.fullmatch(text)
        if match is None:
            raise self._strange()
        return match

    def _more(self) -> bool:
        chunk = self._text.read(max(_CHUNK, len(self._held) - self._at))
        self._held, self._at = self._held[self._at :] + chunk, 0
        return bool(chunk)

    def _strange(self) -> FileFault:
        return FileFault(
            f"the file {self._path.name} is neither a list of objects nor a line for each object "
            f"(after object {self._number})"
        )
