"""The files of one answer: what is printed, what a computer reads, and how each is locked.

Small ones lie inside the PDF, which everybody can open; a zip that is locked with AES needs a
program that Windows lacks, and comes only where the files are too long for that (P30).
"""

import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import takewhile
from typing import IO, Final

from bot.answers import extract, pdf, portable_page
from bot.answers.archive import pack, seal
from bot.answers.export import export
from bot.answers.extract import Extract, has_unprinted_signs
from bot.answers.manifest import ABOUT, PDF, ZIP, File, Stamp
from bot.answers.portable import portable
from bot.answers.printed import too_long
from bot.answers.sheets import in_memory
from bot.registers.maps.datamap import DataMap

INSIDE: Final = 8_000_000
"""Bytes of files that lie inside a PDF; more go into a zip."""


class NothingPortable(Exception):  # noqa: N818 - a state of the data, which a refusal answers
    """Nothing that Art. 20 speaks of is held."""


class TooBig(Exception):  # noqa: N818 - a rule that was kept, not a mistake
    """The files do not go into one mail."""


@dataclass(frozen=True)
class Names:
    """What the files of one matter are called, without what their kind is called."""

    extract: str
    portable: str


@dataclass(frozen=True)
class Wrapped:
    """Files, each as bytes or, where it is too long for that, as what fills it piece by piece."""

    whole: tuple[File, ...] = ()
    zipped: Mapping[str, Mapping[str, Iterable[bytes]]] = field(default_factory=dict)


@dataclass(frozen=True)
class Wrapper:
    """Makes the files of one person's answer, all of them under one passphrase, or "" for none."""

    stamp: Stamp
    names: Names
    passphrase: str

    def access(self, request: Extract) -> Wrapped:
        """Art. 15: the PDF, with all rows beside it where it cuts them, or cannot draw a sign."""
        files = (
            export(request.snapshots, {one.key: one.name for one in request.companies})
            if too_long(request.snapshots) or has_unprinted_signs(request.snapshots)
            else {}
        )
        files = {**files, **{name: (content,) for name, content in request.papers.items()}}
        inside = in_memory(files, INSIDE)
        name = f"{self.names.extract}.pdf"
        if inside is not None:
            page = extract.build(request)
            page = pdf.with_attachments(page, inside) if inside else page
            return Wrapped((self._as_pdf(name, page),))
        beside = f"{self.names.extract}.zip"
        page = extract.build(replace(request, all_rows=beside))
        return Wrapped((self._as_pdf(name, page),), {beside: self._stamped(files)})

    def portability(self, request: Extract, data_map: DataMap) -> Wrapped:
        """Art. 20: inside a locked PDF, else in a zip; NothingPortable where nothing is."""
        companies = {one.key: one.name for one in request.companies}
        copy = portable(request.snapshots, data_map, request.language, companies)
        if not copy.pieces:
            raise NothingPortable
        inside = in_memory(copy.pieces, INSIDE)
        if inside is not None and self.passphrase:
            page = pdf.with_attachments(portable_page.build(request, copy), inside)
            return Wrapped((self._as_pdf(f"{self.names.portable}.pdf", page),))
        if self.passphrase:
            copy = portable(request.snapshots, data_map, request.language, companies, neutral=True)
        page = portable_page.build(request, copy)
        files = self._stamped({**copy.pieces, f"{self.names.portable}.pdf": (page,)})
        return Wrapped((), {f"{self.names.portable}.zip": files})

    def write(self, files: Mapping[str, Iterable[bytes]], target: IO[bytes]) -> None:
        """One zip into a file."""
        if self.passphrase:
            seal(files, self.passphrase, target)
        else:
            pack(files, target)

    def _as_pdf(self, name: str, page: bytes) -> File:
        words = str(self.stamp)
        if self.passphrase:
            return (name, pdf.encrypt(page, self.passphrase, words), PDF)
        return (name, pdf.stamped(page, words), PDF)

    def _stamped(self, files: Mapping[str, Iterable[bytes]]) -> dict[str, Iterable[bytes]]:
        return {**files, ABOUT: (str(self.stamp).encode(),)}


class _Bounded(io.BytesIO):
    """Bytes in memory, and no more of them than a mail holds."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most
        self.full = False

    def write(self, content: bytes) -> int:  # type: ignore[override] # bytes are all that come
        self.full = self.full or self.tell() + len(content) > self._most
        return len(content) if self.full else super().write(content)

    def until_full(self, pieces: Iterable[bytes]) -> Iterator[bytes]:
        """The pieces as long as there is room: an archive that is broken off cannot be closed."""
        return takewhile(lambda _: not self.full, pieces)


def for_mail(wrapped: Iterable[Wrapped], wrapper: Wrapper, most: int) -> tuple[File, ...]:
    """All files whole; TooBig when together they have more than so many bytes."""
    files: list[File] = []
    for one in wrapped:
        files += one.whole
        for name, packed in one.zipped.items():
            files.append((name, _whole(packed, wrapper, most), ZIP))
    if sum(len(content) for _, content, _ in files) > most:
        raise TooBig
    return tuple(files)


def _whole(packed: Mapping[str, Iterable[bytes]], wrapper: Wrapper, most: int) -> bytes:
    target = _Bounded(most)
    wrapper.write({name: target.until_full(pieces) for name, pieces in packed.items()}, target)
    if target.full:
        raise TooBig
    return target.getvalue()
