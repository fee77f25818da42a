import io
import json
from collections.abc import Iterator

import pytest

from bot.deadline_lines import print_one, stream

KEYS = ["received", "same_day", "legal_due", "safe_due", "legal_ext", "safe_ext"]


def _asked(*lines: str) -> tuple[int, list[dict[str, str]]]:
    out = io.StringIO()
    status = stream(lines, out)
    return status, [json.loads(line) for line in out.getvalue().splitlines()]


def test_a_day_is_answered_with_exactly_its_six_dates() -> None:
    """The keys, their order and their values, for the Easter of 2026."""
    status, [answer] = _asked("2026-03-05\n")
    assert status == 0
    assert list(answer) == KEYS
    assert list(answer.values()) == [
        "2026-03-05",
        "2026-04-05",
        "2026-04-07",
        "2026-04-02",
        "2026-06-05",
        "2026-06-05",
    ]


@pytest.mark.law("L07")
@pytest.mark.parametrize(
    ("instant", "day"),
    [
        ("2026-06-30T21:59:59Z", "2026-06-30"),
        ("2026-06-30T22:00:00Z", "2026-07-01"),
        ("2026-07-01T00:00:00+02:00", "2026-07-01"),
        ("2026-06-30t22:00:00.5z", "2026-07-01"),
    ],
)
def test_an_aware_time_is_answered_with_its_day_in_stockholm(instant: str, day: str) -> None:
    """UTC would be a day off around midnight."""
    assert _asked(instant)[1][0]["received"] == day


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("in two weeks", "write a date such as 2026-03-05"),
        ("2026-06-30T22:00:00", "without its offset"),
        ("2026-02-30", "out of range for month"),
        ("2026-06-30T25:00:00Z", "hour must be in"),
        ("0001-01-01T00:00:00+14:00", "out of range"),
        ("1999-12-31", "2005-04-01 to 9998-12-31"),
        ("9999-12-31", "2005-04-01 to 9998-12-31"),
        ("\udcff\x00", "is no receipt"),
    ],
)
def test_a_bad_line_is_told_what_is_wrong_with_it(line: str, why: str) -> None:
    """What was found and what to write instead, in the place of the answer."""
    status, [answer] = _asked(line)
    assert status == 2
    assert list(answer) == ["error"]
    assert why in answer["error"]


def test_a_bad_line_costs_its_neighbours_nothing() -> None:
    """Each line has its answer in order, blank lines have none, and the end says 2."""
    status, answers = _asked("2026-03-05\r\n", "\n", "rubbish\n", "  \n", "2026-03-10\n")
    assert status == 2
    assert [answer.get("received") for answer in answers] == ["2026-03-05", None, "2026-03-10"]


def test_an_endless_line_is_not_repeated_to_its_writer() -> None:
    """A megabyte of noise gives a short error."""
    _, [answer] = _asked("9" * 1_000_000)
    assert len(answer["error"]) < 300


def test_an_answer_is_there_before_the_next_line_is_read() -> None:
    """A program may ask line by line: every answer is flushed."""

    class Counted(io.StringIO):
        flushed = 0

        def flush(self) -> None:
            self.flushed += 1
            super().flush()

    out = Counted()

    def lines() -> Iterator[str]:
        for number in range(3):
            assert out.flushed == number
            yield "2026-03-05"

    assert stream(lines(), out) == 0


def test_a_person_is_shown_both_dates_and_the_reason(capsys: pytest.CaptureFixture[str]) -> None:
    """The promise first, then the law's last day, then why."""
    assert print_one("2026-03-05") == 0
    shown = capsys.readouterr().out
    assert shown.index("2026-04-02") < shown.index("2026-04-07")
    assert "annandag påsk" in shown


def test_a_person_who_mistypes_is_told_so(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing on standard output, the reason on standard error, exit 2."""
    assert print_one("5 mars") == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "'5 mars' is no receipt" in shown.err


@pytest.mark.law("L11")
@pytest.mark.law("L16")
def test_a_person_is_shown_every_day_on_the_way(capsys: pytest.CaptureFixture[str]) -> None:
    """Acknowledgement, draft, alarms, the cut-off for letters, the refusal, and the extension."""
    assert print_one("2026-01-31") == 0
    rows = dict(line.split()[:2] for line in capsys.readouterr().out.splitlines()[:14] if line)
    assert rows == {
        "safe_due": "2026-02-27",
        "legal_due": "2026-03-02",
        "ack": "2026-02-02",
        "identity": "2026-02-02",
        "draft": "2026-02-10",
        "alarm": "2026-02-20",
        "post": "2026-02-20",
        "red_alarm": "2026-02-25",
        "refusal": "2026-02-27",
        "overdue": "2026-02-27",
        "extend_by": "2026-02-27",
        "safe_ext": "2026-04-28",
    }


@pytest.mark.law("L14")
def test_waiting_is_shown_as_evidence_beside_the_promise(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """V62: two rounds, both readings; the promised day is the same as without them."""
    assert print_one("2026-02-02", ["2026-02-03:2026-02-06", "2026-02-10:2026-02-16"]) == 0
    shown = capsys.readouterr().out
    assert "safe_due    2026-03-02" in shown
    assert "strict      2026-03-09" in shown
    assert "lenient     2026-03-11" in shown
    assert "flyttar inte dagen vi lovar" in shown


@pytest.mark.law("L14")
def test_a_late_first_question_is_said_to_count_for_nothing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """V63: asked after 28 days, the fallback is the promise."""
    assert print_one("2026-09-14", ["2026-10-12:2026-10-13"]) == 0
    shown = capsys.readouterr().out
    assert "strict      2026-10-14" in shown
    assert "mer än 3 dagar efter mottagandet" in shown


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ("2026-03-06", "write the day of the question and the day of its answer"),
        ("2026-03-06:", "an unanswered question stops no clock"),
        ("2026-02-30:2026-03-06", "out of range for month"),
        ("2026-03-12:2026-03-06", "its answer of 2026-03-06 comes before the question"),
        ("2026-03-01:2026-03-06", "comes before the receipt of 2026-03-05"),
        ("2026-03-06:9999-12-31", "the last day whose holidays are known"),
        ("9" * 1_000_000, "is no suspension"),
    ],
)
def test_a_bad_suspension_is_told_what_is_wrong_with_it(
    capsys: pytest.CaptureFixture[str], given: str, why: str
) -> None:
    """Exit 2, one short sentence on standard error, nothing on standard output."""
    assert print_one("2026-03-05", [given]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert why in shown.err
    assert len(shown.err) < 300
