"""Why a deadline is the day it is, in Swedish, for the people who must defend it."""

from datetime import date

from bot.core.calendar_se import ONE_DAY, WEEKDAYS, eve_names, name_of_day
from bot.core.deadlines import Deadlines

MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)


def day_in_words(day: date) -> str:
    """A day as a Swede says it: "torsdag 2 april 2026"."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def explain(dates: Deadlines) -> list[str]:
    """The reasons for `same_day`, `legal_due` and `safe_due`, one sentence each, in that order.

    Every closed day that was passed is named, with its holiday. A last sentence gives the
    extension: until when its notice must be sent, and what it could reach.
    """
    return [
        _why_same_day(dates),
        _why_legal(dates),
        _why_safe(dates),
        _extension(dates),
    ]


def _extension(dates: Deadlines) -> str:
    return (
        f"Förlängning: besked med skäl senast {day_in_words(dates.safe_due)}; då längst till "
        f"{day_in_words(dates.safe_ext)} (lagens gräns {day_in_words(dates.legal_ext)})."
    )


def _why_same_day(dates: Deadlines) -> str:
    start, end = dates.received, dates.same_day
    said = f"Mottagen {day_in_words(start)}. En månad senare är {day_in_words(end)}"
    if start.day == end.day:
        return f"{said}: samma datum i nästa månad (förordning 1182/71 artikel 3.2 c)."
    return (
        f"{said}: {MONTHS[end.month - 1]} {end.year} har ingen dag {start.day}, så månadens sista "
        "dag gäller (förordning 1182/71 artikel 3.2 c)."
    )


def _why_legal(dates: Deadlines) -> str:
    said = f"Lagens sista dag är {day_in_words(dates.legal_due)}"
    eve = eve_names(dates.legal_due.year).get(dates.legal_due)
    open_eve = f" Dagen är {eve}, som inte är allmän helgdag enligt lag (1989:253)." if eve else ""
    if dates.legal_due == dates.same_day:
        return f"{said}: dagen är ingen lördag, söndag eller helgdag och flyttas inte.{open_eve}"
    passed = _days(dates.same_day, dates.legal_due - ONE_DAY)
    return f"{said}, framåt förbi {_named(passed)} (artikel 3.4).{open_eve}"


def _why_safe(dates: Deadlines) -> str:
    said = f"Vi lovar svar senast {day_in_words(dates.safe_due)}"
    if dates.safe_due == dates.same_day:
        return f"{said}: dagen är en arbetsdag."
    passed = reversed(_days(dates.safe_due + ONE_DAY, dates.same_day))
    return f"{said}, bakåt förbi {_named(list(passed))}; det håller hur lagen än läses."


def _days(first: date, last: date) -> list[date]:
    return [date.fromordinal(n) for n in range(first.toordinal(), last.toordinal() + 1)]


def _named(days: list[date]) -> str:
    parts = []
    for day in days:
        name = name_of_day(day)
        words = f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"
        parts.append(f"{words} ({name})" if name else words)
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} och {parts[-1]}"
