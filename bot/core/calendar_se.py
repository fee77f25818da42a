"""The Swedish calendar: public holidays, the three eves, and counting in working days.

Every function takes and returns plain `date`s, local days of Europe/Stockholm. The table is the
law in force since 1 April 2005 (SFS 2004:1320); earlier years are refused by whoever counts.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import lru_cache
from itertools import count, islice
from types import MappingProxyType

ONE_DAY = timedelta(days=1)
SATURDAY = 5
SUNDAY = 6
WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")


def easter(year: int) -> date:
    """Easter Sunday of a year of the Gregorian calendar.

    Lag (1989:253) 2 §: "påskdagen: söndagen närmast efter den fullmåne som infaller på eller
    närmast efter den 21 mars", by the tables of the church (Meeus, Jones and Butcher).
    """
    golden = year % 19
    century, year_of_century = divmod(year, 100)
    leap_centuries, century_rest = divmod(century, 4)
    moon_shift = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap_centuries - moon_shift + 15) % 30
    leaps, rest = divmod(year_of_century, 4)
    to_sunday = (32 + 2 * century_rest + 2 * leaps - epact - rest) % 7
    late_moon = (golden + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * late_moon + 114, 31)
    return date(year, month, day + 1)


def _saturday_from(day: date) -> date:
    return day + timedelta(days=(SATURDAY - day.weekday()) % 7)


@lru_cache(maxsize=256)
def holiday_names(year: int) -> Mapping[date, str]:
    """Each public holiday of a year with its Swedish name; ordinary Sundays are not listed."""
    sunday = easter(year)
    # Lag (1989:253) 1 §: "Med allmän helgdag avses i lag eller annan författning söndagar,
    # däribland påskdagen och pingstdagen, nyårsdagen, trettondedag jul, första maj, juldagen och
    # annandag jul, även när de inte infaller på en söndag, långfredagen, annandag påsk, Kristi
    # himmelsfärdsdag, nationaldagen, midsommardagen och alla helgons dag."
    # 2 §: "midsommardagen: den lördag som infaller under tiden den 20-26 juni; alla helgons dag:
    # den lördag som infaller under tiden den 31 oktober-6 november".
    return MappingProxyType(
        {
            date(year, 1, 1): "nyårsdagen",
            date(year, 1, 6): "trettondedag jul",
            sunday - timedelta(days=2): "långfredagen",
            sunday: "påskdagen",
            sunday + ONE_DAY: "annandag påsk",
            date(year, 5, 1): "första maj",
            sunday + timedelta(days=49): "pingstdagen",
            date(year, 6, 6): "nationaldagen",
            _saturday_from(date(year, 6, 20)): "midsommardagen",
            _saturday_from(date(year, 10, 31)): "alla helgons dag",
            date(year, 12, 25): "juldagen",
            date(year, 12, 26): "annandag jul",
            # last, so that it wins its day when it falls on första maj (2008)
            sunday + timedelta(days=39): "Kristi himmelsfärdsdag",
        }
    )


@lru_cache(maxsize=256)
def eve_names(year: int) -> Mapping[date, str]:
    """The three eves that 2 § lag (1930:173) treats as holidays and lag (1989:253) does not."""
    return MappingProxyType(
        {
            _saturday_from(date(year, 6, 20)) - ONE_DAY: "midsommarafton",
            date(year, 12, 24): "julafton",
            date(year, 12, 31): "nyårsafton",
        }
    )


def public_holidays(year: int) -> frozenset[date]:
    """The public holidays of lag (1989:253) in a year, without its ordinary Sundays."""
    return frozenset(holiday_names(year))


def closed_eu(day: date) -> bool:
    """True on "a public holiday, Sunday or Saturday" (Regulation 1182/71 Art. 3(4))."""
    return day.weekday() in {SATURDAY, SUNDAY} or day in holiday_names(day.year)


def closed_se(day: date) -> bool:
    """True when Swedish offices are shut: a day of `closed_eu`, or one of the three eves."""
    return closed_eu(day) or day in eve_names(day.year)


def name_of_day(day: date) -> str | None:
    """The name of the holiday or eve that a day is; None for every other day."""
    return holiday_names(day.year).get(day) or eve_names(day.year).get(day)


def is_working_day(day: date) -> bool:
    """True when people are at work in Sweden: the opposite of `closed_se`."""
    return not closed_se(day)


def _working_days(start: date, step: timedelta) -> Iterator[date]:
    return (day for n in count(1) if is_working_day(day := start + n * step))


def next_working_day(day: date) -> date:
    """The first working day after this one, never this one."""
    return add_working_days(day, 1)


def add_working_days(day: date, number: int) -> date:
    """The `number`th working day after a day (which itself is not counted); 0 gives the day."""
    return _counted(day, number, ONE_DAY)


def working_days_before(day: date, number: int) -> date:
    """The `number`th working day before a day (which itself is not counted); 0 gives the day."""
    return _counted(day, number, -ONE_DAY)


def _counted(day: date, number: int, step: timedelta) -> date:
    if number < 0:
        raise ValueError(f"working days are counted from 0 up, not {number}")
    return day if number == 0 else next(islice(_working_days(day, step), number - 1, None))
