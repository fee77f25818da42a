"""One mail, bytes to IncomingMail. It never raises: what is wrong stands in `problems`."""

import hashlib
from collections.abc import Iterable
from typing import Final

from bot.mail.bodies import Body, read_body
from bot.mail.bounces import read_bounce
from bot.mail.charsets import one_line, tidy
from bot.mail.headers import address, addresses, message_ids, words
from bot.mail.parts import Part, tree
from bot.mail.shapes import IncomingMail
from bot.mail.signals import bulk_signals, machine_signals

_MOST_IDS: Final = 100
_LONGEST_SUBJECT: Final = 1_000
_SAMPLE: Final = 4_000
_LONGEST_DIGESTED: Final = 100_000
_DIGESTED: Final = ("from", "to", "cc", "subject", "date")


def parse(raw: bytes) -> IncomingMail:
    """One mail from its bytes. Bounded work: attachments are measured, never decoded."""
    try:
        return _parse(raw)
    except Exception as error:  # noqa: BLE001 - no mail may stop the hall, whatever it does to us
        digest = hashlib.sha256(raw).hexdigest()
        return IncomingMail(content_digest=digest, problems=(f"unparsed: {type(error).__name__}",))


def _parse(raw: bytes) -> IncomingMail:
    problems: list[str] = []
    top = tree(raw, problems)
    subject = one_line(words(top.headers.first("subject"), problems))[:_LONGEST_SUBJECT]
    name, sender = _sender(top, problems)
    headless = not top.headers.fields
    if headless:
        problems.append("no headers")
    # a picture or a program that somebody took for a mail
    body = Body() if headless and b"\0" in raw[:_SAMPLE] else _body(top, problems)
    return IncomingMail(
        message_id=next(iter(message_ids(top.headers.first("message-id"))), None),
        in_reply_to=message_ids(top.headers.first("in-reply-to"))[:_MOST_IDS],
        references=message_ids(top.headers.first("references"))[-_MOST_IDS:],
        sender=sender,
        sender_name=name,
        to=_recipients(top, "to"),
        cc=_recipients(top, "cc"),
        subject=subject,
        text=body.text,
        new_text=body.new_text,
        quoted_text=body.quoted_text,
        attachments=body.attachments,
        machine_signals=machine_signals(top, subject),
        bulk_signals=bulk_signals(top),
        bounce=read_bounce(top, subject, body.text),
        content_digest=_digest(top),
        problems=tuple(dict.fromkeys(problems)),
    )


def _body(top: Part, problems: list[str]) -> Body:
    try:
        return read_body(top, problems)
    except Exception as error:  # noqa: BLE001 - a broken body must not hide who wrote the mail
        problems.append(f"body not read: {type(error).__name__}")
        return Body()


def _sender(top: Part, problems: list[str]) -> tuple[str, str | None]:
    """(name, address) of the first sender; a second one is said, for it may be there to deceive."""
    values = top.headers.all("from")
    listed = [pair for value in values for pair in addresses(value)]
    if not any("@" in spot for _, spot in listed):
        # some programs encode the whole field, the address with it
        listed += [pair for value in values for pair in addresses(words(value, problems))]
    good = [(name, found) for name, spot in listed if (found := address(words(spot, [])))]
    if len({found for _, found in good}) > 1 or len(values) > 1:
        problems.append("several senders")
    if not good:
        problems.append("invalid sender address" if listed else "no sender")
    return next(iter(good), ("", None))


def _recipients(top: Part, field: str) -> tuple[str, ...]:
    spots = (spot for value in top.headers.all(field) for _, spot in addresses(value))
    return tuple(dict.fromkeys(found for spot in spots if (found := address(spot))))


def _digest(top: Part) -> str:
    """The same for every copy of one mail, whichever servers it passed."""
    whole = hashlib.sha256()
    for item in (*_digested_fields(top), *_digested_parts(top)):
        whole.update(len(item).to_bytes(8, "big"))
        whole.update(item)
    return whole.hexdigest()


def _digested_fields(top: Part) -> Iterable[bytes]:
    for name in _DIGESTED:
        values = (one_line(words(value, [])) for value in top.headers.all(name))
        yield f"{name}:{'|'.join(values)}".encode("utf-8", "replace")


def _digested_parts(top: Part) -> Iterable[bytes]:
    for part in top.walk():
        yield part.kind.encode("utf-8", "replace")
        if part.children:
            continue
        if part.kind.startswith("text/") and part.end - part.start < _LONGEST_DIGESTED:
            # servers change transfer encodings and line ends on the way, never the words
            text = part.decoded(_LONGEST_DIGESTED).decode("utf-8", "replace")
            yield tidy(text).strip().encode("utf-8", "replace")
        else:
            yield part.raw[part.start : part.end].translate(None, b" \t\r\n")
