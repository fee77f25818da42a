"""The month of every day of receipt, counted a second time from the text of Regulation 1182/71.

Nothing of ours is used in the counting: months are lists of days, closed days come from the package
`holidays`, and rolling is a look-up in the list of the days that are left.
"""

import io
import json
from bisect import bisect_left, bisect_right
from collections import defaultdict
from datetime import date, timedelta
from functools import cache

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.deadlines import deadlines, suspended
from bot.deadline_lines import stream

FIRST, LAST = date(2018, 5, 25), date(2044, 12, 31)
CALENDAR = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 500)]
RECEIPTS = [day for day in CALENDAR if day <= LAST]
YEARS = range(FIRST.year, LAST.year + 3)
SATURDAY, SUNDAY = 6, 7

MONTHS: dict[tuple[int, int], list[date]] = defaultdict(list)
for each in CALENDAR:
    MONTHS[each.year, each.month].append(each)


@cache
def _open(*categories: str) -> list[date]:
    """Art. 2(2): working days are all days other than public holidays, Sundays and Saturdays."""
    listed = holidays.country_holidays("SE", categories=categories, years=YEARS)
    return [
        day for day in CALENDAR if day.isoweekday() not in (SATURDAY, SUNDAY) and day not in listed
    ]


def _after_months(received: date, number: int) -> date:
    """Art. 3(2)(c): the same date in the last month, or that month's last day."""
    year, month = received.year, received.month
    for _ in range(number):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    same = [day for day in MONTHS[year, month] if day.day == received.day]
    return same[0] if same else MONTHS[year, month][-1]


def _forward(day: date) -> date:
    """Art. 3(4): "shall end with the expiry of the last hour of the following working day"."""
    days = _open("public")
    return days[bisect_left(days, day)]


def _back(day: date) -> date:
    """The last day of work in Sweden that is not later; the three eves are none."""
    days = _open("public", "de_facto")
    return days[bisect_right(days, day) - 1]


def _reference(received: date) -> dict[str, str]:
    month, three = _after_months(received, 1), _after_months(received, 3)
    readings = (_back(three), _back(_after_months(month, 2)))
    days = {
        "received": received,
        "same_day": month,
        "legal_due": _forward(month),
        "safe_due": _back(month),
        "legal_ext": _forward(three),
        "safe_ext": min(readings),
    }
    return {word: day.isoformat() for word, day in days.items()}


@pytest.mark.law("L08")
@pytest.mark.law("L09")
@pytest.mark.law("L10")
@pytest.mark.law("L12")
def test_every_day_of_receipt_is_counted_as_the_regulation_says() -> None:
    """9 718 days as the command prints them: each of the six dates, to the day."""
    out = io.StringIO()
    assert stream((f"{day}\n" for day in RECEIPTS), out) == 0
    answers = [json.loads(line) for line in out.getvalue().splitlines()]
    assert len(answers) == len(RECEIPTS) == 9718
    assert [a for a, day in zip(answers, RECEIPTS, strict=True) if a != _reference(day)] == []


@pytest.mark.law("L14")
@given(
    st.sampled_from(RECEIPTS),
    st.lists(st.integers(min_value=0, max_value=9), min_size=2, max_size=6),
)
def test_waiting_is_counted_day_by_day(received: date, steps: list[int]) -> None:
    """Whole days between question and answer, or every day; the promise stays where it was."""
    days = [received + timedelta(days=sum(steps[: n + 1])) for n in range(len(steps) // 2 * 2)]
    rounds = list(zip(days[::2], days[1::2], strict=True))
    found = suspended(received, rounds)
    counts = rounds[0][0] <= received + timedelta(days=3)
    between = [d for d in CALENDAR if any(asked < d < told for asked, told in rounds)]
    until = [told - asked for asked, told in rounds]
    month = _after_months(received, 1)
    assert found.strict == _back(month + len(between) * counts * timedelta(days=1))
    assert found.lenient == _forward(month + counts * sum(until, timedelta()))
    assert deadlines(received).safe_due <= found.strict <= found.lenient
