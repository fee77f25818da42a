"""`rightsbot deadline`: the dates of one receipt for a person, or of many for a machine."""

import json
import re
import sys
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date, datetime
from typing import TextIO

from bot.core.deadline_reasons import day_in_words, explain
from bot.core.deadlines import Deadlines, deadlines, receipt_day

BAD_INPUT = 2
SHOWN = 60
"""No more characters than this of a bad line are repeated to its writer."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}\S{0,40}", re.ASCII)


class BadReceiptError(ValueError):
    """What was given is neither an ISO date nor an ISO date-time with its offset."""


def read_receipt(text: str) -> date:
    """The day of receipt that a text means: an ISO date, or an aware ISO date-time's Swedish day.

    Raises `BadReceiptError` with what was found and what to write instead.
    """
    given = text.strip().removeprefix("\ufeff")
    shown = repr(given if len(given) <= SHOWN else given[:SHOWN] + "…")
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


def _computed(text: str) -> Deadlines:
    day = read_receipt(text)
    try:
        return deadlines(day)
    except ValueError as fault:
        raise BadReceiptError(str(fault)) from fault


def print_one(text: str) -> int:
    """Write both dates of one receipt and the reason to standard output; 0, or 2 for bad input."""
    try:
        dates = _computed(text)
    except BadReceiptError as fault:
        sys.stderr.write(f"rightsbot deadline: {fault}\n")
        return BAD_INPUT
    rows = [
        f"safe_due   {dates.safe_due}  {day_in_words(dates.safe_due)} (det vi lovar)",
        f"legal_due  {dates.legal_due}  {day_in_words(dates.legal_due)} (lagens sista dag)",
        "",
        *explain(dates),
    ]
    sys.stdout.write("\n".join(rows) + "\n")
    return 0


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
