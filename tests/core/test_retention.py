from datetime import date

import pytest

from bot.core.retention import bookkeeping_last_day, case_last_day, relation_last_day


@pytest.mark.law("L56")
@pytest.mark.parametrize(
    ("fiscal_year_end", "last"),
    [
        (date(2018, 12, 31), date(2025, 12, 31)),
        (date(2019, 4, 30), date(2026, 12, 31)),
        (date(2019, 6, 30), date(2026, 12, 31)),
        (date(2019, 12, 31), date(2026, 12, 31)),
        (date(2020, 8, 31), date(2027, 12, 31)),
    ],
)
def test_accounts_live_through_the_seventh_calendar_year(fiscal_year_end: date, last: date) -> None:
    """The calendar year in which the fiscal year ends counts, not the invoice."""
    assert bookkeeping_last_day(fiscal_year_end) == last


@pytest.mark.parametrize(
    ("ended", "last"),
    [(date(2024, 2, 29), date(2026, 2, 28)), (date(2024, 11, 22), date(2026, 11, 22))],
)
def test_customer_data_lives_twenty_four_months_after_the_relation(ended: date, last: date) -> None:
    """A leap day is clipped to the end of its month."""
    assert relation_last_day(ended) == last


@pytest.mark.law("L82")
@pytest.mark.people("P30")
@pytest.mark.parametrize(
    ("closed", "last"),
    [(date(2024, 2, 29), date(2029, 2, 28)), (date(2026, 4, 2), date(2031, 4, 2))],
)
def test_a_case_file_lives_five_years(closed: date, last: date) -> None:
    """As long as a fine may still be decided (lag 2018:218, 6 kap. 4 §)."""
    assert case_last_day(closed) == last
