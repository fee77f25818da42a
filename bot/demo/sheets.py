"""One exhibit as a mail program shows it, with the files beside it.

A mail is hostile until shown otherwise: its words are escaped, its own attachments are named and
left in it, and no file name of its making reaches the disk.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Final

from bot.core.deadlines import STOCKHOLM
from bot.core.vocabulary import Audience
from bot.demo.exhibits import Exhibit
from bot.demo.pictures import pictures
from bot.mail.compose import LOOP_HEADER
from bot.mail.incoming import parse
from bot.mail.parts import LARGEST, Part, tree
from bot.mail.shapes import Attachment

FOLDER: Final = "files"
_HOUSE: Final = "allkontor.example"
_DPO: Final = f"dpo@{_HOUSE}"
_PDF: Final = "application/pdf"
_SUFFIXES: Final = {
    _PDF: ".pdf",
    "application/json": ".json",
    "text/csv": ".csv",
    "application/zip": ".zip",
}
_NUMBER: Final = re.compile(r"\d{4}-\d{1,9}")
_NOT_NEUTRAL: Final = re.compile(r"[^a-z0-9]+")
_LONGEST_NAME: Final = 40
_FULL_LINE: Final = 52
_SHORT_QUOTE: Final = 5


@dataclass(frozen=True)
class Line:
    """One line of a mail. `cell` is a first column; `soft` when a full line made the mail turn."""

    cell: str
    rest: str
    quoted: bool
    soft: bool


@dataclass(frozen=True)
class File:
    """A file beside the page, the pictures of its pages, and how it is opened."""

    name: str
    href: str
    is_pdf: bool
    pages: tuple[str, ...] = ()
    passphrase: str = ""


@dataclass(frozen=True)
class Sheet:
    """One mail as a mail program shows it; `kept` are attachments that stay in the mail.

    `number` is the matter of a mail of ours, "" where it has none. `quote` are the lines of a long
    quotation below `lines`.
    """

    ours: bool
    audience: Audience
    number: str
    sender: str
    to: str
    subject: str
    date: datetime
    lines: tuple[Line, ...]
    quote: tuple[Line, ...]
    files: tuple[File, ...]
    kept: tuple[Attachment, ...]
    href: str


@dataclass(frozen=True)
class Card:
    """One exhibit, ready to be shown; `number` counts from 1 in the order of the page."""

    number: int
    at: datetime
    scene: str
    caption: str
    called: str
    minor: bool
    sheet: Sheet | None
    paper: File | None


def card(folder: Path, number: int, exhibit: Exhibit) -> Card:
    """An exhibit with its files written below `folder`."""
    paper = None
    if exhibit.pdf is not None:
        stem = f"{number:03}-{_neutral(exhibit.name)}"
        paper = _pdf(folder, stem, exhibit.name, exhibit.pdf, exhibit.passphrase)
    sheet = None if exhibit.raw is None else _sheet(folder, number, exhibit, exhibit.raw)
    at = exhibit.at.astimezone(STOCKHOLM)
    shown = (exhibit.scene, exhibit.caption, exhibit.called, exhibit.minor)
    return Card(number, at, *shown, sheet, paper)


def _sheet(folder: Path, number: int, exhibit: Exhibit, raw: bytes) -> Sheet:
    mail, top = parse(raw), tree(raw, [])
    mark = top.headers.first(LOOP_HEADER.lower())
    ours = bool(mark) and _is_house(mail.sender or "")
    lines = tuple(_lines(mail.text))
    said = _before_quote(lines)
    return Sheet(
        ours=ours,
        audience=exhibit.side or _audience(mail.to if ours else (mail.sender or "",)),
        number=mark if ours and _NUMBER.fullmatch(mark) else "",
        sender=f"{mail.sender_name} <{mail.sender or ''}>"
        if mail.sender_name
        else mail.sender or "",
        to=", ".join(mail.to),
        subject=mail.subject,
        date=_date(top.headers.first("date"), exhibit.at),
        lines=lines[:said],
        quote=lines[said:],
        files=tuple(_attached(folder, number, top, exhibit.passphrase)) if ours else (),
        kept=() if ours else mail.attachments,
        href=_save(folder, f"{number:03}-mejl.eml", raw),
    )


def _is_house(address: str) -> bool:
    domain = address.rpartition("@")[2]
    return domain == _HOUSE or domain.endswith(f".{_HOUSE}")


def _audience(addresses: Sequence[str]) -> Audience:
    if not all(map(_is_house, addresses)):
        return Audience.REQUESTER
    return Audience.DPO if _DPO in addresses else Audience.STAFF


def _date(header: str, otherwise: datetime) -> datetime:
    """The Swedish time that a mail says it was written; `otherwise` when it says none."""
    try:
        date = parsedate_to_datetime(header)
        # RFC 5322, 3.3: "-0000" is UTC without a word of the writer's zone
        return (date if date.tzinfo else date.replace(tzinfo=UTC)).astimezone(STOCKHOLM)
    except (TypeError, ValueError, OverflowError):
        return otherwise.astimezone(STOCKHOLM)


def _lines(text: str) -> Iterator[Line]:
    lines = text.split("\n")
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        indent = len(line) - len(line.lstrip(" "))
        gap = line.find("  ", indent) if indent > 1 else -1
        cut = len(line) - len(line[gap:].lstrip(" ")) if gap > 0 else 0
        full = len(line) + len(after.partition(" ")[0]) >= _FULL_LINE
        soft = full and not indent and after[:1] not in {"", " ", ">", "-", "*"}
        yield Line(line[:cut], line[cut:], line.startswith(">"), soft)


def _before_quote(lines: Sequence[Line]) -> int:
    """How many lines stand above a long quotation that ends the mail; all where none does."""
    start = len(lines)
    while start and (lines[start - 1].quoted or not lines[start - 1].rest):
        start -= 1
    quoted = sum(line.quoted for line in lines[start:])
    return start if quoted > _SHORT_QUOTE else len(lines)


def _attached(folder: Path, number: int, top: Part, passphrase: str) -> Iterator[File]:
    parts = [part for part in top.leaves() if part.disposition == "attachment"]
    for place, part in enumerate(parts, start=1):
        stem, data = f"{number:03}-{place}-{_neutral(part.name)}", part.decoded(LARGEST)
        if part.kind == _PDF:
            yield _pdf(folder, stem, part.name, data, passphrase)
        else:
            suffix = _SUFFIXES.get(part.kind, ".bin")
            yield File(part.name, _save(folder, stem + suffix, data), is_pdf=False)


def _pdf(folder: Path, stem: str, name: str, data: bytes, passphrase: str) -> File:
    pages = tuple(
        _save(folder, f"{stem}-sida-{page}.png", picture)
        for page, picture in enumerate(pictures(data, passphrase), start=1)
    )
    href = _save(folder, f"{stem}.pdf", data)
    return File(name, href, is_pdf=True, pages=pages, passphrase=passphrase)


def _neutral(name: str) -> str:
    """The stem of a file name in small ASCII letters, digits and hyphens; no folder, no suffix."""
    last = name.replace("\\", "/").rpartition("/")[2].rpartition(".")
    plain = unicodedata.normalize("NFKD", last[0] or last[2]).encode("ascii", "ignore").decode()
    return _NOT_NEUTRAL.sub("-", plain.lower()).strip("-")[:_LONGEST_NAME] or "fil"


def _save(folder: Path, name: str, data: bytes) -> str:
    (folder / FOLDER / name).write_bytes(data)
    return f"{FOLDER}/{name}"
