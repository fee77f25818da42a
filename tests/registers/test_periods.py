from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from bot.registers.maps.datamap import Period, fiscal_year_end

RELATION = {"kind": "relation", "months": 24}
BOOKS = {"kind": "bookkeeping"}
VISIT = {"kind": "event", "event": "visit", "months": 24}


@pytest.mark.law("L56")
@pytest.mark.parametrize(
    ("closed", "last"),
    [
        (date(2019, 12, 31), date(2026, 12, 31)),
        (date(2019, 6, 30), date(2026, 12, 31)),
        (date(2019, 4, 30), date(2026, 12, 31)),
        (date(2018, 12, 31), date(2025, 12, 31)),
        (date(2020, 8, 31), date(2027, 12, 31)),
    ],
)
def test_accounting_records_are_kept_to_the_end_of_the_seventh_year(
    closed: date, last: date
) -> None:
    """Bokföringslagen 7:2, counted from the calendar year in which the fiscal year closed."""
    assert Period.model_validate(BOOKS).last_day(closed) == last


@pytest.mark.parametrize(
    ("rule", "start", "last"),
    [
        (RELATION, date(2024, 2, 29), date(2026, 2, 28)),
        (RELATION, date(2024, 11, 22), date(2026, 11, 22)),
        (VISIT, date(2026, 1, 31), date(2028, 1, 31)),
        (VISIT | {"months": 0}, date(2026, 1, 31), date(2026, 1, 31)),
    ],
)
def test_months_are_counted_as_the_month_rule_counts_them(
    rule: dict[str, Any], start: date, last: date
) -> None:
    """From the end of the relation, or from the event."""
    assert Period.model_validate(rule).last_day(start) == last


@pytest.mark.parametrize(
    ("day", "closing", "closes"),
    [
        (date(2026, 3, 10), "12-31", date(2026, 12, 31)),
        (date(2026, 6, 30), "06-30", date(2026, 6, 30)),
        (date(2026, 7, 1), "06-30", date(2027, 6, 30)),
        (date(2027, 1, 1), "02-29", date(2027, 2, 28)),
    ],
)
def test_a_day_belongs_to_the_fiscal_year_that_closes_next(
    day: date, closing: str, closes: date
) -> None:
    """Whenever a company closes its years."""
    assert fiscal_year_end(day, closing) == closes


@pytest.mark.law("L30")
@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ({"kind": "law"}, "'relation', 'bookkeeping'"),
        ({"kind": "relation"}, "`months` are needed"),
        ({"kind": "relation", "months": 0}, "one at least"),
        (BOOKS | {"months": 84}, "which has none"),
        ({"kind": "event", "months": 24}, "`event`"),
        (RELATION | {"event": "visit"}, "`event`"),
        (RELATION | {"years": 2}, "Extra inputs"),
    ],
)
def test_a_period_is_one_of_three_kinds_and_whole(rule: dict[str, Any], told: str) -> None:
    """What the law says is no kind."""
    with pytest.raises(ValidationError, match=told):
        Period.model_validate(rule)


@pytest.mark.law("L30")
@pytest.mark.parametrize(
    ("rule", "words", "said"),
    [
        (RELATION, "Så länge du är kund och i 24 månader därefter.", True),
        (RELATION, "As long as you are a customer and two years after that.", True),
        (RELATION, "Så länge du är kund och i 12 månader därefter.", False),
        (RELATION, "Så länge du är kund.", False),
        (RELATION, "I 240 månader.", False),
        (BOOKS, "Till och med den 31 december det sjunde året.", True),
        (BOOKS, "Until 31 December of the seventh year.", True),
        (BOOKS, "I sju år enligt bokföringslagen.", False),
        (VISIT | {"months": 0}, "Så länge något av bolagen skickar direktreklam.", True),
    ],
)
def test_words_name_what_the_rule_counts_with(
    rule: dict[str, Any],
    words: str,
    said: bool,  # noqa: FBT001 - a column of the table above
) -> None:
    """So that what customers read and what is erased cannot drift apart."""
    assert Period.model_validate(rule).said_in(words) is said
