"""The story of the demo as a folder that a browser opens: every mail, letter and extract in order.

A mail is hostile until shown otherwise: its words are escaped, its own attachments are named and
left in it, and no file name of its making reaches the disk.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from importlib.resources import files
from itertools import groupby
from pathlib import Path
from typing import Final

from jinja2 import Environment, StrictUndefined

from bot.core.deadlines import STOCKHOLM
from bot.core.vocabulary import Audience, Language
from bot.demo.pictures import MOST_PAGES, pictures
from bot.mail.compose import LOOP_HEADER, format_date
from bot.mail.incoming import parse
from bot.mail.parts import LARGEST, Part, tree
from bot.mail.shapes import Attachment

_HOUSE: Final = "allkontor.example"
_DPO: Final = f"dpo@{_HOUSE}"
_FOLDER: Final = "files"
_PDF: Final = "application/pdf"
_SUFFIXES: Final = {_PDF: ".pdf", "application/json": ".json", "text/csv": ".csv"}
_NOT_NEUTRAL: Final = re.compile(r"[^a-z0-9]+")
_LONGEST_NAME: Final = 40
_FULL_LINE: Final = 52


@dataclass(frozen=True)
class Exhibit:
    """One thing that somebody sees: a mail, or a letter or extract, or neither.

    `at` is aware; `scene` is the title of the scene it belongs to; `caption` says in one sentence
    what happens. `raw` is a mail as RFC 5322 bytes; `pdf` may be encrypted, and is called `name`.
    `passphrase` opens `pdf` or the PDF in the mail, and stands beside it: in the demo only.
    """

    at: datetime
    scene: str
    caption: str
    raw: bytes | None
    pdf: bytes | None
    name: str
    passphrase: str = ""


@dataclass(frozen=True)
class _Line:
    """One line of a mail. `cell` is a first column; `soft` when a full line made the mail turn."""

    cell: str
    rest: str
    quoted: bool
    soft: bool


@dataclass(frozen=True)
class _File:
    """A file beside the page, the pictures of its pages, and how it is opened."""

    name: str
    href: str
    is_pdf: bool
    pages: tuple[str, ...] = ()
    passphrase: str = ""


@dataclass(frozen=True)
class _Sheet:
    """One mail as a mail program shows it; `kept` are attachments that stay in the mail."""

    ours: bool
    audience: Audience
    sender: str
    to: str
    subject: str
    date: datetime
    lines: tuple[_Line, ...]
    files: tuple[_File, ...]
    kept: tuple[Attachment, ...]
    href: str


@dataclass(frozen=True)
class _Card:
    """One exhibit, ready to be shown; `number` counts from 1 in the order of the story."""

    number: int
    at: datetime
    scene: str
    caption: str
    sheet: _Sheet | None
    paper: _File | None


def write(folder: Path, title: str, intro: str, exhibits: Sequence[Exhibit]) -> Path:
    """Write the gallery below `folder`, which is made, and give back the path of its index.html.

    Exhibits stand by time, those of one moment as given; a scene stands where its first one does.
    Raises ValueError on a time without zone, OSError when the folder cannot be written.
    """
    if any(each.at.tzinfo is None for each in exhibits):
        raise ValueError("an exhibit's time needs its time zone")
    (folder / _FOLDER).mkdir(parents=True, exist_ok=True)
    told = sorted(exhibits, key=lambda each: each.at)
    scenes = dict.fromkeys(each.scene for each in told)
    ordered = [each for scene in scenes for each in told if each.scene == scene]
    cards = [_card(folder, number, each) for number, each in enumerate(ordered, start=1)]
    page = folder / "index.html"
    page.write_text(_html(title, intro, cards), encoding="utf-8")
    return page


def _html(title: str, intro: str, cards: list[_Card]) -> str:
    jinja = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    jinja.filters |= {
        "moment": lambda at: format_date(Language.SV, at),
        "day": lambda at: format_date(Language.SV, at.date()),
    }
    scenes = [(scene, list(group)) for scene, group in groupby(cards, key=lambda card: card.scene)]
    source = files("bot.demo").joinpath("gallery.html.j2").read_text("utf-8")
    return jinja.from_string(source).render(
        title=title, intro=intro, scenes=scenes, most_pages=MOST_PAGES
    )


def _card(folder: Path, number: int, exhibit: Exhibit) -> _Card:
    paper = None
    if exhibit.pdf is not None:
        stem = f"{number:03}-{_neutral(exhibit.name)}"
        paper = _pdf(folder, stem, exhibit.name, exhibit.pdf, exhibit.passphrase)
    sheet = None if exhibit.raw is None else _sheet(folder, number, exhibit, exhibit.raw)
    at = exhibit.at.astimezone(STOCKHOLM)
    return _Card(number, at, exhibit.scene, exhibit.caption, sheet, paper)


def _sheet(folder: Path, number: int, exhibit: Exhibit, raw: bytes) -> _Sheet:
    mail, top = parse(raw), tree(raw, [])
    ours = bool(top.headers.first(LOOP_HEADER.lower())) and _is_house(mail.sender or "")
    return _Sheet(
        ours=ours,
        audience=_audience(mail.to if ours else (mail.sender or "",)),
        sender=f"{mail.sender_name} <{mail.sender or ''}>"
        if mail.sender_name
        else mail.sender or "",
        to=", ".join(mail.to),
        subject=mail.subject,
        date=_date(top.headers.first("date"), exhibit.at),
        lines=tuple(_lines(mail.text)),
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


def _lines(text: str) -> Iterator[_Line]:
    lines = text.split("\n")
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        indent = len(line) - len(line.lstrip(" "))
        gap = line.find("  ", indent) if indent > 1 else -1
        cut = len(line) - len(line[gap:].lstrip(" ")) if gap > 0 else 0
        full = len(line) + len(after.partition(" ")[0]) >= _FULL_LINE
        soft = full and not indent and after[:1] not in {"", " ", ">", "-", "*"}
        yield _Line(line[:cut], line[cut:], line.startswith(">"), soft)


def _attached(folder: Path, number: int, top: Part, passphrase: str) -> Iterator[_File]:
    parts = [part for part in top.leaves() if part.disposition == "attachment"]
    for place, part in enumerate(parts, start=1):
        stem, data = f"{number:03}-{place}-{_neutral(part.name)}", part.decoded(LARGEST)
        if part.kind == _PDF:
            yield _pdf(folder, stem, part.name, data, passphrase)
        else:
            suffix = _SUFFIXES.get(part.kind, ".bin")
            yield _File(part.name, _save(folder, stem + suffix, data), is_pdf=False)


def _pdf(folder: Path, stem: str, name: str, data: bytes, passphrase: str) -> _File:
    pages = tuple(
        _save(folder, f"{stem}-sida-{page}.png", picture)
        for page, picture in enumerate(pictures(data, passphrase), start=1)
    )
    href = _save(folder, f"{stem}.pdf", data)
    return _File(name, href, is_pdf=True, pages=pages, passphrase=passphrase)


def _neutral(name: str) -> str:
    """The stem of a file name in small ASCII letters, digits and hyphens; no folder, no suffix."""
    last = name.replace("\\", "/").rpartition("/")[2].rpartition(".")
    plain = unicodedata.normalize("NFKD", last[0] or last[2]).encode("ascii", "ignore").decode()
    return _NOT_NEUTRAL.sub("-", plain.lower()).strip("-")[:_LONGEST_NAME] or "fil"


def _save(folder: Path, name: str, data: bytes) -> str:
    (folder / _FOLDER / name).write_bytes(data)
    return f"{_FOLDER}/{name}"
