from datetime import date

import holidays
import pytest

from bot.core.calendar_se import (
    add_working_days,
    closed_eu,
    closed_se,
    easter,
    eve_names,
    is_working_day,
    name_of_day,
    next_working_day,
    public_holidays,
    working_days_before,
)

YEARS = range(2018, 2045)


def _listed(category: str, year: int) -> set[date]:
    """The days that an independent calendar lists."""
    listed = holidays.country_holidays("SE", language="sv", categories=(category,), years=year)
    return set(listed)


@pytest.mark.parametrize("year", YEARS)
def test_our_public_holidays_are_those_an_independent_calendar_lists(year: int) -> None:
    """Lag (1989:253), computed here, equals the `holidays` package."""
    assert public_holidays(year) == _listed("public", year)


@pytest.mark.parametrize("year", YEARS)
def test_the_three_eves_are_the_days_that_are_holidays_in_fact_only(year: int) -> None:
    """Midsommarafton, julafton and nyårsafton are all that custom adds to the law."""
    assert set(eve_names(year)) == _listed("de_facto", year)


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (2008, date(2008, 3, 23)),
        (2019, date(2019, 4, 21)),
        (2038, date(2038, 4, 25)),
        (2285, date(2285, 3, 22)),
    ],
)
def test_easter_is_right_at_its_earliest_and_its_latest(year: int, day: date) -> None:
    """The church's tables, at both ends: 22 March and 25 April."""
    assert easter(year) == day


@pytest.mark.law("L10")
@pytest.mark.parametrize("eve", [date(2026, 6, 19), date(2026, 12, 24), date(2026, 12, 31)])
def test_an_eve_is_open_for_the_union_and_closed_in_sweden(eve: date) -> None:
    """The eves are working days forward and closed days backward."""
    assert not closed_eu(eve)
    assert closed_se(eve)
    assert name_of_day(eve)


def test_the_friday_after_ascension_is_a_working_day() -> None:
    """A squeezed day is no holiday."""
    assert is_working_day(date(2026, 5, 15))
    assert name_of_day(date(2026, 5, 15)) is None


def test_two_holidays_on_one_day_are_one_closed_day() -> None:
    """In 2008 Ascension fell on 1 May; the day is closed once and named after Ascension."""
    assert len(public_holidays(2008)) == 12
    assert name_of_day(date(2008, 5, 1)) == "Kristi himmelsfärdsdag"


def test_the_next_working_day_passes_christmas() -> None:
    """From the day before julafton the next is the Monday after annandag jul."""
    assert next_working_day(date(2026, 12, 23)) == date(2026, 12, 28)


def test_five_working_days_pass_easter_and_back() -> None:
    """Four closed days in a row are not counted in either direction."""
    assert add_working_days(date(2026, 4, 1), 5) == date(2026, 4, 10)
    assert working_days_before(date(2026, 4, 10), 5) == date(2026, 4, 1)


def test_counting_from_a_closed_day_starts_at_the_first_open_one() -> None:
    """A Saturday is not counted itself: the first working day after it is Monday."""
    assert add_working_days(date(2026, 3, 7), 1) == date(2026, 3, 9)
    assert working_days_before(date(2026, 3, 7), 1) == date(2026, 3, 6)


def test_no_working_days_is_the_day_itself_and_fewer_is_refused() -> None:
    """Zero stands still; a negative number is a mistake in the caller."""
    assert add_working_days(date(2026, 3, 7), 0) == date(2026, 3, 7)
    with pytest.raises(ValueError, match="from 0 up"):
        working_days_before(date(2026, 3, 7), -1)
