"""The word tables of one language, and how a value looks in its sentences."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Undefined

from bot.core.deadlines import STOCKHOLM


class TemplateFault(Exception):  # noqa: N818 - the fault lies in a file, and the sentence names it
    """A mail cannot be written: which template file is at fault, and what is wrong in it."""


@dataclass(frozen=True)
class Both:
    """A value that differs by language, such as the title of a category; anything a mail can take.

    It may stand as a variable, and anywhere inside a list or a dict that is one.
    """

    sv: object
    en: object


def spoken(value: object, language: str) -> object:
    """A value with every `Both` in it, however deep, replaced by its half in the language."""
    if isinstance(value, Both):
        return spoken(getattr(value, language), language)
    if isinstance(value, Mapping):
        return {key: spoken(each, language) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [spoken(each, language) for each in value]
    return value


class Words:
    """`words.toml` of one language below a folder shaped like mail_templates."""

    def __init__(self, root: Path, language: str) -> None:
        self.file = f"mail_templates/{language}/words.toml"
        self.tables: dict[str, Any] = tomllib.loads(
            (root / language / "words.toml").read_text("utf-8")
        )

    def word(self, key: str, table: str) -> str:
        """One word of a table, or a fault: a bare key must never reach a reader."""
        try:
            return str(self.tables[table][key])
        except KeyError:
            raise TemplateFault(f"{self.file}: [{table}] has no line for {str(key)!r}") from None

    def words(self, keys: Iterable[str], table: str) -> str:
        """The words of several keys, as `listed`."""
        return self.listed(self.word(key, table) for key in keys)

    def listed(self, items: Iterable[str]) -> str:
        """`a`, `a och b`, `a, b och c`; nothing for nothing."""
        *first, last = [*items] or [""]
        return f"{', '.join(first)} {self.tables['and']} {last}" if first else str(last)

    def small(self, titles: Iterable[str]) -> str:
        """Titles as they stand inside a sentence, none twice, as `listed`."""
        return self.listed(inside(title) for title in dict.fromkeys(titles))

    def until(self, end: date | str) -> str:
        """`till och med den 31 december 2033`; a length or an end event in words stays as it is."""
        if not isinstance(end, date):
            return str(end)
        return str(self.tables["until"]).format(date=self.date(end))

    def date(self, day: date) -> str:
        """A day in the language; an aware datetime also with its Swedish time of day."""
        if isinstance(day, datetime):
            if day.tzinfo is None:
                raise TemplateFault(f"a time needs its time zone: {day}")
            day = day.astimezone(STOCKHOLM)
        month = self.tables["months"][day.month - 1]
        plain = str(self.tables["date"]).format(day=day.day, month=month, year=day.year)
        if not isinstance(day, datetime):
            return plain
        moment = str(self.tables["moment"])
        return moment.format(date=plain, hour=day.hour, minute=day.minute)

    def printed(self, value: object) -> object:
        """What `{{ value }}` writes: dates in the language, and never a word of the code's own."""
        if isinstance(value, Undefined):
            return value
        if isinstance(value, date):
            return self.date(value)
        if value is None or isinstance(value, (Enum, bool, list, tuple, dict)):
            raise TemplateFault(f"would print {value!r} as it stands in the code")
        # A line break in a value could write lines of its own into our mail.
        return "".join(sign if sign.isprintable() else " " for sign in str(value))


def inside(text: str) -> str:
    """A title or a sentence as it stands inside another: a small letter first, no full stop."""
    first = text[:1].lower() if text[1:2].islower() else text[:1]
    return first + text[1:].removesuffix(".")


def ended(text: str) -> str:
    """What somebody wrote in own words, on one line, with a full stop last."""
    said = " ".join(str(text).split())
    return said if said.endswith((".", "!", "?")) or not said else f"{said}."


def as_sentence(text: str) -> str:
    """The same with a capital first."""
    said = ended(text)
    return said[:1].upper() + said[1:]


@cache
def words_of(root: Path, language: str) -> Words:
    """The word tables of one language, read once."""
    return Words(root, language)
