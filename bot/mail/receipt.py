"""When a mail reached our own servers, by the lines that they themselves wrote."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from bot.mail.parts import header_fields

_BY = re.compile(r"\bby\s+([A-Za-z0-9.\-_]{1,255})", re.IGNORECASE)
_LONGEST_DATE = 100


def received_times(raw: bytes, receiving_hosts: Iterable[str]) -> tuple[datetime, ...]:
    """Aware instants of the Received lines that our own hosts wrote, topmost first.

    A server writes its line above all others, so that below the first foreign line under ours
    anybody may have written what stands there. The Date field is the sender's word and counts
    for nothing. Dates that cannot be read are passed over.
    """
    own = {host.casefold().rstrip(".") for host in receiving_hosts}
    times: list[datetime] = []
    reached = False
    for value in header_fields(raw).all("received"):
        by = _BY.search(value)
        if by is None or by[1].casefold().rstrip(".") not in own:
            if reached:
                break
            continue
        reached = True
        instant = _instant(value.rpartition(";")[2])
        if instant is not None:
            times.append(instant)
    return tuple(times)


def _instant(date: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(date.strip()[:_LONGEST_DATE])
        # "-0000" says that the zone is not known; a server that writes it means UTC
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
