"""The word tables of one language, and how a value looks in its sentences."""

import tomllib
from collections.abc import Iterable
from datetime import date, datetime
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Undefined

from bot.core.deadlines import STOCKHOLM


class TemplateFault(Exception):  # noqa: N818 - the fault lies in a file, and the sentence names it
    """A mail cannot be written: which template file is at fault, and what is wrong in it."""


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
        *first, last = items or [""]
        return f"{', '.join(first)} {self.tables['and']} {last}" if first else str(last)

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


@cache
def words_of(root: Path, language: str) -> Words:
    """The word tables of one language, read once."""
    return Words(root, language)
