"""Texts on disk in the encodings that Swedish programs write, without losing a byte of them."""

import codecs
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from bot.registers.files.file_changes import FileFault

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FALLBACK = "windows-1252"
"""It reads nearly anything, so it comes last."""
_AT_ONCE = 256 * 1024
_TWICE = re.compile(b"|".join(letter.encode() for letter in "åäöÅÄÖé"))
"""In Windows-1252 these bytes would be Ã and a sign: no Swedish word has them."""


@dataclass(frozen=True)
class Coding:
    """How a file is written: the byte order mark before it, or b"", and its encoding.

    Each of these encodings gives back the same bytes for the text that was read from them.
    """

    mark: bytes
    name: str

    def bytes_of(self, text: str, path: Path) -> bytes:
        """The text as it stands in the file; FileFault for a letter that it cannot hold."""
        try:
            return text.encode(self.name)
        except UnicodeEncodeError:
            raise FileFault(
                f"the file {path.name} is written in {self.name}, which lacks a letter of the new "
                "value; save it as UTF-8"
            ) from None


def coding_of(path: Path) -> Coding:
    """The byte order mark decides; else UTF-8 if the whole file is, else Windows-1252.

    FileFault for a file that mixes both: half of its names would be found under no spelling.
    """
    with path.open("rb") as file:
        start = file.read(4)
        for mark, name in _MARKS:
            if start.startswith(mark):
                return Coding(mark, name)
        file.seek(0)
        decoder = codecs.getincrementaldecoder("utf-8")()
        try:
            while chunk := file.read(_AT_ONCE):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            file.seek(0)
            if any(map(_TWICE.search, file)):
                raise FileFault(
                    f"the file {path.name} mixes UTF-8 and Windows-1252; save it anew in one"
                ) from None
            return Coding(b"", _FALLBACK)
    return Coding(b"", "utf-8")


@contextmanager
def opened(path: Path, coding: Coding) -> Iterator[TextIO]:
    """The text after the mark, line ends as they stand."""
    with path.open("rb") as file:
        file.seek(len(coding.mark))
        with TextIOWrapper(file, encoding=coding.name, newline="") as text:
            yield text
