"""How long data are kept: a rule that a program can count with, and words that say the same."""

import re
from calendar import monthrange
from datetime import date
from enum import StrEnum
from typing import Final, Self

from pydantic import Field, model_validator

from bot.core.deadlines import add_months
from bot.core.retention import bookkeeping_last_day
from bot.registers.maps.approved import Key, Part

_MONTHS_A_YEAR = 12
_MONTHS: Final = ("månader", "månad", "months", "month")
_YEARS: Final = ("år", "years", "year")
_WORDS: Final[dict[int, tuple[str, ...]]] = dict(
    enumerate(
        (
            *(("en", "ett", "one"), ("två", "two"), ("tre", "three"), ("fyra", "four")),
            *(("fem", "five"), ("sex", "six"), ("sju", "seven"), ("åtta", "eight")),
            *(("nio", "nine"), ("tio", "ten"), ("elva", "eleven"), ("tolv", "twelve")),
        ),
        start=1,
    )
)
_A_NUMBER: Final = re.compile(
    r"\d|\b(?:" + "|".join(word for words in _WORDS.values() for word in words) + r")\b",
    re.IGNORECASE,
)
# EDPB 01/2022, 118: "as the law says" and "as long as is needed" are no period
_VAGUE: Final = re.compile(
    r"\benligt\s(?:gällande\s)?lag\b|lagstadgad|nödvändigt|\bbehövs\b"
    r"|\b(?:by|under)\s(?:applicable\s)?law\b|\bstatutory|\bnecessary\b|\bneeded\b",
    re.IGNORECASE,
)


class Kind(StrEnum):
    """What a period is counted from; there is no other kind."""

    RELATION = "relation"
    BOOKKEEPING = "bookkeeping"
    EVENT = "event"


class Ends(StrEnum):
    """What tells that a relation has ended; the controllers say which of these for each purpose.

    ended    the day in the column that means `ended`; while that is empty the relation lasts
    dealing  the last day of dealings on file
    consent  while a yes to marketing stands, the relation lasts
    """

    ENDED = "ended"
    DEALING = "dealing"
    CONSENT = "consent"


class Period(Part):
    """One rule of retention.

    relation     the customer relation and `months` after its end, which is the latest day that one
                 of `ends` tells; () while nobody has said what ends it, and then people look
    bookkeeping  until 31 December of the seventh year after the calendar year in which the fiscal
                 year closed (bokföringslag (1999:1078) 7 kap. 2 §)
    event        `months` from the event that `event` names; 0 is until that event
    """

    kind: Kind
    months: int | None = Field(default=None, strict=True, ge=0, le=600)
    event: Key | None = None
    ends: tuple[Ends, ...] = ()

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if (self.kind is Kind.EVENT) != (self.event is not None):
            raise ValueError('`event` (a short word) goes with kind = "event", and is needed there')
        if (self.kind is Kind.BOOKKEEPING) != (self.months is None):
            raise ValueError('`months` are needed, but for kind = "bookkeeping", which has none')
        if self.kind is Kind.RELATION and not self.months:
            raise ValueError("`months` after the end of the relation, one at least")
        if self.ends and self.kind is not Kind.RELATION:
            raise ValueError('`ends` goes with kind = "relation"')
        return self

    def last_day(self, start: date) -> date:
        """The last day; the data are destroyed the day after.

        `start` is the day on which the relation ended, the fiscal year closed, or the event was.
        """
        if self.kind is Kind.BOOKKEEPING:
            return bookkeeping_last_day(start)
        return add_months(start, self.months or 0)

    def said_in(self, words: str) -> bool:
        """Whether words in Swedish or English name what the rule counts with."""
        if self.kind is Kind.BOOKKEEPING:
            return bool(re.search(r"(?i)31 dec", words) and re.search(r"(?i)sjunde|seventh", words))
        if not self.months:
            return True
        counts: dict[int, tuple[str, ...]] = {self.months: _MONTHS}
        if self.months % _MONTHS_A_YEAR == 0:
            counts[self.months // _MONTHS_A_YEAR] = _YEARS
        return any(_counts(words, number, units) for number, units in counts.items())


def is_vague(words: str) -> bool:
    """Whether words without any number stand for a period (L30): "enligt lag" alone."""
    return bool(words) and not _A_NUMBER.search(words)


def is_excuse(words: str) -> bool:
    """Whether words lean on the law or on need instead of naming an event."""
    return bool(_VAGUE.search(words))


def fiscal_year_end(day: date, closing: str) -> date:
    """The last day of the fiscal year that a day falls in; `closing` is such as "12-31"."""
    month, number = map(int, closing.split("-"))

    def closes(year: int) -> date:
        return date(year, month, min(number, monthrange(year, month)[1]))

    return closes(day.year) if day <= closes(day.year) else closes(day.year + 1)


def _counts(words: str, number: int, units: tuple[str, ...]) -> bool:
    said = "|".join((str(number), *_WORDS.get(number, ())))
    return bool(re.search(rf"(?i)\b(?:{said})\s(?:{'|'.join(units)})\b", words))
