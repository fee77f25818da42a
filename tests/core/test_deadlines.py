import csv
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from _pytest.mark.structures import ParameterSet

from bot.core.calendar_se import is_working_day
from bot.core.deadline_reasons import explain
from bot.core.deadlines import (
    STOCKHOLM,
    OutsideTheCalendarError,
    RoundsError,
    asked_promptly,
    deadlines,
    earliest_receipt,
    receipt_day,
    suspended,
)

HERE = Path(__file__).parent
PAPERS = HERE.parents[2] / "shared" / "law" / "deadline_vectors.csv"


def _vectors(*kinds: str) -> list[ParameterSet]:
    with (HERE / "vectors.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["kind"] in kinds]
    return [pytest.param(row, id=row["id"]) for row in rows]


@pytest.mark.law("L08")
@pytest.mark.law("L10")
@pytest.mark.parametrize("row", _vectors("month", "receipt"))
def test_the_month_of_a_vector(row: dict[str, str]) -> None:
    """V01-V36 and V40-V47: the three dates of the first month, to the day."""
    dates = deadlines(date.fromisoformat(row["received"]))
    assert dates.same_day.isoformat() == row["same_day"]
    assert dates.legal_due.isoformat() == row["legal"]
    assert dates.safe_due.isoformat() == row["safe"]


@pytest.mark.law("L12")
@pytest.mark.parametrize("row", _vectors("extension"))
def test_the_extension_of_a_vector(row: dict[str, str]) -> None:
    """V50-V57: the extended dates, and the day by which the notice must be sent."""
    dates = deadlines(date.fromisoformat(row["received"]))
    assert dates.legal_ext.isoformat() == row["legal"]
    assert dates.safe_ext.isoformat() == row["safe"]
    assert dates.safe_due.isoformat() == row["notice_by"]


@pytest.mark.law("L14")
@pytest.mark.parametrize("row", _vectors("suspension"))
def test_the_suspension_of_a_vector_never_moves_the_working_date(row: dict[str, str]) -> None:
    """V60-V64: both readings of the fallback, and the promise as it was."""
    received = date.fromisoformat(row["received"])
    spans = [span.split(">") for span in row["rounds"].split(";") if span]
    rounds = [(date.fromisoformat(asked), date.fromisoformat(told)) for asked, told in spans]
    fallback = suspended(received, rounds)
    assert fallback.strict.isoformat() == row["safe"]
    assert fallback.lenient.isoformat() == row["legal"]
    assert deadlines(received).safe_due.isoformat() == row["notice_by"]


def test_our_copy_of_the_vectors_is_that_of_the_law_document() -> None:
    """Not one vector is missing or changed."""
    if not PAPERS.exists():
        pytest.skip("the law document is not beside the repository: ../shared is absent")
    with PAPERS.open(encoding="utf-8", newline="") as file:
        theirs = [list(row)[:-1] for row in csv.reader(file)][1:]
    with (HERE / "vectors.csv").open(encoding="utf-8", newline="") as file:
        assert list(csv.reader(file))[1:] == theirs


@pytest.mark.law("L09")
def test_the_promise_holds_under_the_strictest_reading_for_every_day_of_receipt() -> None:
    """9 718 days: received <= safe_due <= same_day <= legal_due, the ends open, the gap short."""
    first = date(2018, 5, 25)
    for number in range((date(2044, 12, 31) - first).days + 1):
        received = first + timedelta(days=number)
        dates = deadlines(received)
        assert received <= dates.safe_due <= dates.same_day <= dates.legal_due
        assert received < dates.safe_due < dates.safe_ext <= dates.legal_ext
        assert is_working_day(dates.safe_due)
        assert is_working_day(dates.safe_ext)
        assert dates.legal_due - dates.safe_due <= timedelta(days=6)
        assert (dates.same_day.month, dates.same_day.day) != (12, 31)


@pytest.mark.law("L07")
@pytest.mark.parametrize(
    ("instant", "day"),
    [
        ("2026-06-30T21:59:59Z", "2026-06-30"),
        ("2026-06-30T22:00:00Z", "2026-07-01"),
        ("2026-12-31T23:30:00Z", "2027-01-01"),
        ("2026-03-29T00:59:59+00:00", "2026-03-29"),
        ("2026-10-24T22:00:00+00:00", "2026-10-25"),
        ("2026-06-30T19:00:00-04:00", "2026-07-01"),
    ],
)
def test_the_calendar_day_in_stockholm_decides(instant: str, day: str) -> None:
    """V40-V42, both changes of the clock, and a sender in another part of the world."""
    assert receipt_day(datetime.fromisoformat(instant)).isoformat() == day


def test_an_instant_without_a_zone_has_no_day() -> None:
    """It could be either of two days, so it is refused."""
    with pytest.raises(ValueError, match="either of two days"):
        receipt_day(datetime(2026, 6, 30, 22, 0, 0))  # noqa: DTZ001 - the naive instant is the point


def test_an_instant_is_not_taken_for_a_day() -> None:
    """A datetime is a date to Python; here it is a mistake."""
    with pytest.raises(TypeError, match="receipt_day"):
        deadlines(datetime(2026, 6, 30, tzinfo=UTC))


@pytest.mark.law("L05")
@pytest.mark.law("L07")
def test_the_earliest_stamp_is_the_receipt() -> None:
    """V43, V44: quarantine and forwarding keep the first arrival at any of the companies."""
    quarantined = datetime(2026, 9, 14, 8, tzinfo=UTC)
    found = datetime(2026, 10, 5, 8, tzinfo=STOCKHOLM)
    assert earliest_receipt([found, quarantined], now=found) == quarantined


def test_a_receipt_is_never_in_the_future() -> None:
    """A server whose clock runs ahead, or no stamp at all, gives the present."""
    now = datetime(2026, 9, 14, 8, tzinfo=UTC)
    assert earliest_receipt([now + timedelta(hours=3)], now) == now
    assert earliest_receipt([], now.astimezone(timezone(timedelta(hours=2)))) == now


def test_the_repeated_hour_of_october_is_compared_in_utc() -> None:
    """02:30 happens twice; the one before the change is the earlier."""
    first = datetime(2026, 10, 25, 2, 30, tzinfo=STOCKHOLM)
    second = first.replace(fold=1)
    assert earliest_receipt([second, first], now=second) == datetime(
        2026, 10, 25, 0, 30, tzinfo=UTC
    )


@pytest.mark.parametrize("day", [date.min, date(2005, 3, 31), date.max])
def test_a_day_whose_holidays_are_unknown_is_refused(day: date) -> None:
    """The law in force before April 2005 had other holidays; the year 9999 has no next."""
    with pytest.raises(OutsideTheCalendarError, match="2005-04-01 to 9998-12-31"):
        deadlines(day)


@pytest.mark.law("L14")
def test_a_late_first_question_stops_no_clock() -> None:
    """Asked on the fourth day, the waiting counts for nothing; on the third, for six days."""
    received = date(2026, 9, 14)
    late = suspended(received, [(date(2026, 9, 18), date(2026, 9, 25))])
    assert (late.strict, late.lenient) == (date(2026, 10, 14), date(2026, 10, 14))
    prompt = suspended(received, [(date(2026, 9, 17), date(2026, 9, 24))])
    assert (prompt.strict, prompt.lenient) == (date(2026, 10, 20), date(2026, 10, 21))


@pytest.mark.parametrize(
    ("rounds", "said"),
    [
        ([("2026-09-16", "2026-09-15")], "its answer of 2026-09-15 comes before the question"),
        ([("2026-09-10", "2026-09-15")], "the question of 2026-09-10 comes before the receipt"),
        (
            [("2026-09-15", "2026-09-20"), ("2026-09-18", "2026-09-22")],
            "the question of 2026-09-18 comes before its answer of 2026-09-20",
        ),
    ],
)
def test_questions_and_answers_out_of_order_are_refused(
    rounds: list[tuple[str, str]], said: str
) -> None:
    """A mistake in the record is named by its two days."""
    days = [(date.fromisoformat(asked), date.fromisoformat(told)) for asked, told in rounds]
    with pytest.raises(RoundsError, match=f"follow each other in time.*{said}"):
        suspended(date(2026, 9, 14), days)


def test_waiting_beyond_the_calendar_is_refused() -> None:
    """An answer in the last year has no month after it."""
    with pytest.raises(OutsideTheCalendarError, match="the waiting ends after 9998-12-31"):
        suspended(date(2026, 9, 14), [(date(2026, 9, 14), date.max)])


@pytest.mark.law("L14")
def test_only_an_early_first_question_stops_a_clock() -> None:
    """On the third day it does; on the fourth, or never asked, it does not."""
    received, told = date(2026, 9, 14), date(2026, 9, 30)
    assert asked_promptly(received, [(date(2026, 9, 17), told)])
    assert not asked_promptly(received, [(date(2026, 9, 18), told)])
    assert not asked_promptly(received, [])


def test_the_reasons_name_each_closed_day_that_was_passed() -> None:
    """Easter 2026: forward past two days, back past three."""
    month, legal, safe, extension = explain(deadlines(date(2026, 3, 5)))
    assert "torsdag 5 mars 2026" in month
    assert "söndag 5 april (påskdagen) och måndag 6 april (annandag påsk)" in legal
    assert "(påskdagen), lördag 4 april och fredag 3 april (långfredagen)" in safe
    assert "senast torsdag 2 april 2026" in extension


def test_the_reasons_say_why_an_eve_does_not_move_the_legal_day() -> None:
    """Midsommarafton stays for the law and is left by the promise."""
    _, legal, safe, _ = explain(deadlines(date(2026, 5, 19)))
    assert "midsommarafton, som inte är allmän helgdag" in legal
    assert "bakåt förbi fredag 19 juni (midsommarafton)" in safe


def test_the_reasons_say_when_a_month_is_too_short() -> None:
    """31 January: February has no such day."""
    assert "februari 2026 har ingen dag 31" in explain(deadlines(date(2026, 1, 31)))[0]


def test_the_reasons_of_an_ordinary_day_are_plain() -> None:
    """Nothing is passed and nothing is moved."""
    _, legal, safe, _ = explain(deadlines(date(2026, 3, 10)))
    assert "flyttas inte" in legal
    assert "är en arbetsdag" in safe
