"""Delivery reports: of which mail they speak, and whether the server has given up.

RFC 3464 for reports with a form; for the others the marks of common servers.
"""

import re
from typing import Final

from bot.mail.headers import Headers, message_ids, read_headers
from bot.mail.parts import MESSAGES, Part
from bot.mail.shapes import Bounce
from bot.mail.signals import headers_return_path, is_daemon

_ID_LINE = re.compile(
    r"^[> \t]{0,4}(?:message-id|meddelande-id):\s{0,3}(<[^<>\s]{1,250}>)",
    re.IGNORECASE | re.MULTILINE,
)
_SUBJECT = re.compile(
    r"(?:undeliver(?:able|ed)|returned mail|mail delivery (?:failed|failure|status|system)"
    r"|delivery (?:status|failure|has failed)|failure notice|mail system error|olevererbar\w*"
    r"|kan inte leverera\w*|kunde inte leverera\w*|meddelandet kunde inte|oleverer\w*"
    r"|det gick inte att leverera|unzustellbar|ikke leveret|non remis|warning: message)"
)
_QMAIL = ("this is the qmail-send program", "i'm sorry to have to inform you")
_FINAL = re.compile(r"(?<![\d.])(?:5\.\d{1,3}\.\d{1,3}|55[0-9])(?![\d.])")
_WAITING = (
    "will continue to try",
    "will keep trying",
    "will be retried",
    "not been delivered yet",
    "delivery is delayed",
    "delayed",
    "warning message only",
    "no action is required",
    "försenad",
    "fördröj",
)
_MOST_IDS: Final = 20
_LONGEST_STATUS: Final = 50_000
_ID_FIELDS: Final = ("x-failed-message-id", "original-message-id", "x-original-message-id")


def read_bounce(top: Part, subject: str, text: str) -> Bounce | None:
    """The delivery report that a mail is, or None. `about` is every message id it may speak of.

    Action `failed` is final whatever the status: the server has stopped trying (RFC 3464, 2.3.3).
    A report of success, a read receipt or a complaint report is no bounce.
    """
    reports = [part for part in top.walk() if part.kind.endswith("/delivery-status")]
    reports += [part for part in top.walk() if part.kind == "message/global-delivery-status"]
    if reports:
        permanent = _permanent(reports[0])
        return None if permanent is None else Bounce(_about(top, text), permanent)
    if top.kind == "multipart/report" and _report_type(top) not in {"", "delivery-status"}:
        return None
    if not _looks_like_one(top, subject, text):
        return None
    folded = f"{subject}\n{text[:5_000]}".casefold()
    waiting = any(word in folded for word in _WAITING) and not _FINAL.search(folded)
    return Bounce(_about(top, text), not waiting)


def _report_type(top: Part) -> str:
    return top.parameters.get("report-type", "").lower()


def _permanent(report: Part) -> bool | None:
    """Whether any recipient is given up; None when all were served."""
    stop = min(report.end, report.start + _LONGEST_STATUS)
    blocks = report.raw[report.start : stop].replace(b"\r\n", b"\n").split(b"\n\n")
    fields = [read_headers(block) for block in blocks]
    actions = [action for field in fields if (action := _action(field))]
    if "failed" in actions:
        return True
    if "delayed" in actions:
        return False
    return None if actions else True


def _action(fields: Headers) -> str:
    """`failed`, `delayed` or another action; a lost one is told by the status."""
    action = fields.first("action").split("(")[0].strip().lower()
    status = fields.first("status").strip()[:1]
    return action or {"5": "failed", "4": "delayed", "2": "delivered"}.get(status, "")


def _looks_like_one(top: Part, subject: str, text: str) -> bool:
    if top.headers.first("x-failed-recipients"):
        return True
    from_server = is_daemon(top) or "<>" in headers_return_path(top)
    if not from_server and "@" in top.headers.first("from"):
        return False
    folded = text[:5_000].casefold()
    return (
        _SUBJECT.match(subject.casefold()) is not None
        or any(mark in folded for mark in _QMAIL)
        or (is_daemon(top) and (_FINAL.search(folded) is not None or bool(_embedded(top))))
    )


def _embedded(top: Part) -> list[Headers]:
    """The headers of the mails that lie in the report, whole or as headers only."""
    found = [
        part.children[0].headers for part in top.walk() if part.kind in MESSAGES and part.children
    ]
    for part in top.walk():
        if part.kind in {"text/rfc822-headers", "message/rfc822-headers", "message/global-headers"}:
            stop = min(part.end, part.start + _LONGEST_STATUS)
            found.append(read_headers(part.raw[part.start : stop]))
    return found


def _about(top: Part, text: str) -> tuple[str, ...]:
    ids: list[str] = []
    for headers in _embedded(top):
        ids += message_ids(headers.first("message-id"))
    for name in ("in-reply-to", *_ID_FIELDS, "references"):
        ids += message_ids(top.headers.first(name))
    for found in _ID_LINE.finditer(text[:_LONGEST_STATUS]):
        ids += message_ids(found[1])
    return tuple(dict.fromkeys(ids))[:_MOST_IDS]
