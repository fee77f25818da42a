"""The legal month: when a request must be answered, and when we promise to answer it.

A request carries two dates. `legal_due` rolls forward over closed days and is evidence only;
`safe_due` rolls back, is right under every reading of the law, and is what we promise, alarm and
measure. All dates are calendar days of Europe/Stockholm.
"""

from calendar import monthrange
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from itertools import pairwise
from zoneinfo import ZoneInfo

from bot.core.calendar_se import ONE_DAY, closed_eu, closed_se

STOCKHOLM = ZoneInfo("Europe/Stockholm")
FIRST_DAY = date(2005, 4, 1)  # SFS 2004:1320 in force: the calendar is not known to hold before
LAST_DAY = date(9998, 12, 31)
PROMPT_DAYS = 3
"""A first question later than this after receipt is not "without undue delay" (EDPB 01/2022)."""


class OutsideTheCalendarError(ValueError):
    """The day of receipt lies outside the years whose holidays are known."""


class RoundsError(ValueError):
    """Questions and answers that cannot have come in this order; the sentence says which."""


@dataclass(frozen=True)
class Deadlines:
    """The dates of one request. `same_day` is the same-numbered day a month on, unrolled."""

    received: date
    same_day: date
    legal_due: date
    safe_due: date
    legal_ext: date
    safe_ext: date


@dataclass(frozen=True)
class Suspended:
    """What waiting for an answer adds, as evidence: the strict and the lenient reading."""

    strict: date
    lenient: date


def add_months(day: date, number: int) -> date:
    """The same-numbered day `number` months on; where there is none, the last of that month."""
    # Regulation 1182/71 Art. 3(2)(c): "a period expressed in weeks, months or years ... shall end
    # with the expiry of the last hour of whichever day in the last week, month or year is the
    # same day of the week, or falls on the same date, as the day from which the period runs. If
    # ... the day on which it should expire does not occur in the last month, the period shall end
    # with the expiry of the last hour of the last day of that month".
    years, month = divmod(day.month - 1 + number, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _rolled(day: date, closed: Callable[[date], bool], step: timedelta) -> date:
    while closed(day):
        day += step
    return day


def roll_forward(day: date) -> date:
    """The day, or the first open one after it; the three eves are open here."""
    # Art. 3(4): "Where the last day of a period expressed otherwise than in hours is a public
    # holiday, Sunday or Saturday, the period shall end with the expiry of the last hour of the
    # following working day."
    return _rolled(day, closed_eu, ONE_DAY)


def roll_back(day: date) -> date:
    """The day, or the last open one before it; the three eves are closed here."""
    # No paragraph allows more than the day itself, so the promise is kept before it.
    return _rolled(day, closed_se, -ONE_DAY)


@lru_cache(maxsize=1024)
def deadlines(received: date) -> Deadlines:
    """Every date of a request received on a day (a plain date: see `receipt_day`).

    Raises `OutsideTheCalendarError` for a day before April 2005 or after the year 9998.
    """
    if isinstance(received, datetime):
        raise TypeError("an instant is not a day: take receipt_day(instant) first")
    if not FIRST_DAY <= received <= LAST_DAY:
        raise OutsideTheCalendarError(
            f"{received} is outside {FIRST_DAY} to {LAST_DAY}, the days whose holidays are known"
        )
    # GDPR Art. 12(3): "The controller shall provide information on action taken on a request ...
    # without undue delay and in any event within one month of receipt of the request."
    same_day = add_months(received, 1)
    # "That period may be extended by two further months where necessary": counted from receipt
    # or from the first due day, and the promise keeps the earlier of the two.
    extended = add_months(received, 3)
    return Deadlines(
        received=received,
        same_day=same_day,
        legal_due=roll_forward(same_day),
        safe_due=roll_back(same_day),
        legal_ext=roll_forward(extended),
        safe_ext=roll_back(min(extended, add_months(same_day, 2))),
    )


def receipt_day(instant: datetime) -> date:
    """The day in Europe/Stockholm on which an aware instant falls; 23:59:59 counts that day."""
    return _in_utc(instant).astimezone(STOCKHOLM).date()


def earliest_receipt(instants: Iterable[datetime], now: datetime) -> datetime:
    """The earliest of some aware instants, in UTC, and `now` when all lie ahead of it or none is.

    EDPB 01/2022, 159: a request is received when it reaches an official channel; knowing of it
    is not needed. A clock that runs fast elsewhere never gives us a receipt in the future.
    """
    return min(map(_in_utc, (*instants, now)))


def _in_utc(instant: datetime) -> datetime:
    if instant.tzinfo is None or instant.utcoffset() is None:
        raise ValueError("a time without its offset from UTC could be either of two days")
    return instant.astimezone(UTC)


def suspended(received: date, rounds: Sequence[tuple[date, date]]) -> Suspended:
    """What the month becomes when asking stops the clock: evidence, never the working date.

    `rounds` are (asked, sufficiently answered), in order, none overlapping. The strict reading
    adds whole days strictly between the two, the lenient every day from one to the other; a first
    question later than `PROMPT_DAYS` after receipt adds nothing (EDPB 01/2022, 159).

    Raises `RoundsError` for rounds out of order, `OutsideTheCalendarError` as `deadlines` does.
    """
    same_day = deadlines(received).same_day
    _refuse_disorder(received, rounds)
    waited = [
        (answered - asked).days for asked, answered in rounds if asked_promptly(received, rounds)
    ]
    whole = sum(max(0, days - 1) for days in waited)
    try:
        return Suspended(
            strict=roll_back(same_day + timedelta(days=whole)),
            lenient=roll_forward(same_day + timedelta(days=sum(waited))),
        )
    except OverflowError as fault:
        raise OutsideTheCalendarError(
            f"the waiting ends after {LAST_DAY}, the last day whose holidays are known"
        ) from fault


def asked_promptly(received: date, rounds: Sequence[tuple[date, date]]) -> bool:
    """Whether the first question came early enough to stop any clock; false without a question."""
    return bool(rounds) and rounds[0][0] - received <= timedelta(days=PROMPT_DAYS)


def _refuse_disorder(received: date, rounds: Sequence[tuple[date, date]]) -> None:
    days = [("the receipt", received)]
    for asked, answered in rounds:
        days += [("the question", asked), ("its answer", answered)]
    for (before, earlier), (after, later) in pairwise(days):
        if later < earlier:
            raise RoundsError(
                f"questions and answers must follow each other in time, after the receipt: "
                f"{after} of {later} comes before {before} of {earlier}"
            )
