"""`rightsbot deadline`: the dates of one receipt for a person, or of many for a machine."""

import json
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import TextIO

from bot.core.deadline_reasons import day_in_words, explain
from bot.core.deadlines import (
    PROMPT_DAYS,
    Deadlines,
    asked_promptly,
    deadlines,
    receipt_day,
    suspended,
)
from bot.core.milestones import milestones, refusal_due

BAD_INPUT = 2
SHOWN = 60
"""No more characters than this of a bad line are repeated to its writer."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}\S{0,40}", re.ASCII)
_ROUND = re.compile(r"(\d{4}-\d{2}-\d{2}):(\d{4}-\d{2}-\d{2})", re.ASCII)


class BadReceiptError(ValueError):
    """What was given is neither an ISO date nor an ISO date-time with its offset."""


class BadRoundError(ValueError):
    """What was given is not a day asked and a day answered, with a colon between them."""


def read_receipt(text: str) -> date:
    """The day of receipt that a text means: an ISO date, or an aware ISO date-time's Swedish day.

    Raises `BadReceiptError` with what was found and what to write instead.
    """
    given = text.strip().removeprefix("\ufeff")
    shown = _shown(given)
    try:
        if _DAY.fullmatch(given):
            return date.fromisoformat(given)
        if _INSTANT.fullmatch(given):
            return receipt_day(datetime.fromisoformat(given.upper()))
    except (ValueError, OverflowError) as fault:
        raise BadReceiptError(f"{shown} is no receipt: {fault}") from fault
    raise BadReceiptError(
        f"{shown} is no receipt: write a date such as 2026-03-05, "
        "or a time with its offset such as 2026-06-30T22:00:00Z"
    )


def read_round(text: str) -> tuple[date, date]:
    """The day of a question and the day of its sufficient answer: `2026-03-06:2026-03-12`.

    Raises `BadRoundError` with what was found and what to write instead.
    """
    given = text.strip()
    found = _ROUND.fullmatch(given)
    if found is None:
        raise BadRoundError(
            f"{_shown(given)} is no suspension: write the day of the question and the day of its "
            "answer, such as 2026-03-06:2026-03-12; an unanswered question stops no clock"
        )
    try:
        return date.fromisoformat(found[1]), date.fromisoformat(found[2])
    except ValueError as fault:
        raise BadRoundError(f"{_shown(given)} is no suspension: {fault}") from fault


def _shown(given: str) -> str:
    return repr(given if len(given) <= SHOWN else given[:SHOWN] + "…")


def _computed(text: str) -> Deadlines:
    day = read_receipt(text)
    try:
        return deadlines(day)
    except ValueError as fault:
        raise BadReceiptError(str(fault)) from fault


def print_one(text: str, rounds: Sequence[str] = ()) -> int:
    """Write the dates of one receipt and their reasons to standard output; 0, or 2 for bad input.

    `rounds` are suspensions, each a text as `read_round` takes it.
    """
    try:
        dates = _computed(text)
        waiting = _waiting(dates, [read_round(one) for one in rounds])
    except ValueError as fault:
        sys.stderr.write(f"rightsbot deadline: {fault}\n")
        return BAD_INPUT
    rows = [
        _row("safe_due", dates.safe_due, "det vi lovar"),
        _row("legal_due", dates.legal_due, "lagens sista dag"),
        "",
        *_on_the_way(dates),
        "",
        *_extended(dates),
        *waiting,
        "",
        *explain(dates),
    ]
    sys.stdout.write("\n".join(rows) + "\n")
    return 0


def _row(word: str, day: date, means: str) -> str:
    return f"{word:<12}{day}  {day_in_words(day)} ({means})"


def _on_the_way(dates: Deadlines) -> list[str]:
    marks = milestones(dates)
    return [
        _row("ack", marks.ack_due, "bekräftelsen har gått"),
        _row("identity", marks.identity_question_due, "frågan om vem som skriver har gått"),
        _row("draft", marks.draft, "utkastet är klart"),
        _row("alarm", marks.human_alarm, "en människa larmas"),
        _row("post", marks.post_cutoff, "sista dag för brev som ska hinna fram"),
        _row("red_alarm", marks.red_alarm, "alla tre bolagen larmas"),
        _row("refusal", refusal_due(dates), "sista dag för avslag, också efter förlängning"),
        _row(
            "overdue",
            marks.overdue.date(),
            f"utan svar går ett förseningsbesked {marks.overdue:%H.%M}",
        ),
    ]


def _extended(dates: Deadlines) -> list[str]:
    return [
        _row("extend_by", dates.safe_due, "sista dag för besked om förlängning"),
        _row("safe_ext", dates.safe_ext, "det vi lovar efter förlängning"),
        _row("legal_ext", dates.legal_ext, "lagens sista dag efter förlängning"),
    ]


def _waiting(dates: Deadlines, rounds: Sequence[tuple[date, date]]) -> list[str]:
    """What waiting for answers adds, said as evidence; nothing where nobody was asked."""
    if not rounds:
        return []
    fallback = suspended(dates.received, rounds)
    late = f"Första frågan kom mer än {PROMPT_DAYS} dagar efter mottagandet: inget räknas av."
    counted = "Väntan är bevisning och flyttar inte dagen vi lovar."
    return [
        "",
        _row("strict", fallback.strict, "väntan avräknad, strängaste läsningen"),
        _row("lenient", fallback.lenient, "väntan avräknad, mildaste läsningen"),
        counted if asked_promptly(dates.received, rounds) else late,
    ]


def stream(lines: Iterable[str], out: TextIO) -> int:
    """Write one JSON object a line to `out` for each receipt; 2 at the end if one was bad, else 0.

    A bad line gives {"error": "..."} in its place; blank lines are passed over. Each answer is
    flushed, so that a reader may ask line by line.
    """
    status = 0
    for line in lines:
        if not line.strip():
            continue
        try:
            answer = {word: day.isoformat() for word, day in asdict(_computed(line)).items()}
        except BadReceiptError as fault:
            answer, status = {"error": str(fault)}, BAD_INPUT
        out.write(json.dumps(answer) + "\n")
        out.flush()
    return status
