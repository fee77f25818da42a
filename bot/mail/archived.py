"""A mail that lies in an archive: whose it is by its header, and what it says, for a copy of it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from bot.mail.charsets import decode, one_line
from bot.mail.headers import address, addresses, message_ids, words
from bot.mail.incoming import parse
from bot.mail.parts import LARGEST, LONGEST_HEADER

TELLING: Final = ("from", "to", "cc", "subject", "message-id")
"""The fields that say whose a mail is: what `read_heading` needs of a header."""
_BESIDE: Final = (
    *("bcc", "sender", "reply-to", "return-path", "delivered-to", "x-original-to"),
    *("resent-from", "resent-to", "resent-cc"),
)
_FIELD: Final = re.compile(
    rb"(?im)^(" + "|".join((*TELLING, *_BESIDE)).encode() + rb")[ \t]*:(.*(?:\n[ \t].*)*)"
)
_HEADER_END: Final = re.compile(rb"\n\r?\n")
# what is quoted is one piece: the comma in it divides nothing
_PIECE: Final = re.compile(r'"(?:[^"\\]|\\.)*"|[^",;]+|["]|[,;]')
_PORTION: Final = 4_000  # characters
_MOST_SIGNS: Final = 100
_CUT: Final = ("text cut", "too large", "too many parts", "too deep", "header too long")
_SEALED: Final = ("encrypted body", "tnef body")
_UNPARSED: Final = ("unparsed", "body not read")


@dataclass(frozen=True)
class Heading:
    """Whose a mail is: every address of From, and of To and Cc, lower case and however many.

    `message_id` is without brackets; None where there is none.
    """

    senders: frozenset[str] = frozenset()
    recipients: frozenset[str] = frozenset()
    subject: str = ""
    message_id: str | None = None


@dataclass(frozen=True)
class Letter:
    """One mail as a human would see it. The address lines are as written, decoded, on one line.

    `beside` are the lines of the fields that name somebody beside From, To and Cc. `attachments`
    are file names. `digest` (hex SHA-256) is the same for every copy of the mail. `unread` says
    why the text is not whole: "cut" (too long), "sealed" (encrypted), "broken", or "".
    """

    sender: str
    to: str
    cc: str
    subject: str
    text: str
    attachments: tuple[str, ...]
    beside: str
    message_id: str | None
    digest: str
    unread: str = ""


def read_heading(block: bytes) -> Heading:
    """Whose a mail is, from its header or the fields of it that are `TELLING`. Never raises."""
    fields = _fields(block)
    return Heading(
        senders=frozenset(_named(fields, "from")),
        recipients=frozenset((*_named(fields, "to"), *_named(fields, "cc"))),
        subject=_line(fields, "subject"),
        message_id=next(iter(message_ids(" ".join(fields.get("message-id", [])))), None),
    )


def header_of(raw: bytes) -> bytes:
    """The header of a mail, or of its beginning; what is longer than any header is cut off."""
    start = len(raw) - len(raw.lstrip(b"\r\n \t\x00\xef\xbb\xbf"))
    end = _HEADER_END.search(raw, start, start + LONGEST_HEADER)
    return raw[start : end.start() if end else start + LONGEST_HEADER]


def read_letter(raw: bytes) -> Letter:
    """One mail from its bytes: bounded work, attachments are named and never decoded."""
    mail = parse(raw[: LARGEST + 1])
    fields = _fields(header_of(raw))
    return Letter(
        sender=_line(fields, "from"),
        to=_line(fields, "to"),
        cc=_line(fields, "cc"),
        subject=_line(fields, "subject"),
        text=mail.text,
        attachments=tuple(one.name or one.content_type for one in mail.attachments),
        beside=" ".join(filter(None, (_line(fields, name) for name in _BESIDE))),
        message_id=mail.message_id,
        digest=mail.content_digest,
        unread=_unread(mail.problems),
    )


def _unread(problems: tuple[str, ...]) -> str:
    """The first reason that one of the problems gives; a wrong boundary alone hides nothing."""
    reasons = (("broken", _UNPARSED), ("sealed", _SEALED), ("cut", _CUT))
    found = (word for word, starts in reasons if any(one.startswith(starts) for one in problems))
    return next(found, "")


def _fields(block: bytes) -> dict[str, list[str]]:
    """The values of the fields that name people, unfolded; encoded words are still encoded."""
    fields: dict[str, list[str]] = {}
    for found in _FIELD.finditer(block.replace(b"\r\n", b"\n").replace(b"\r", b"\n")):
        value = decode(found[2].replace(b"\n", b""), "", []).strip()
        fields.setdefault(found[1].decode().lower(), []).append(value)
    return fields


def _line(fields: dict[str, list[str]], name: str) -> str:
    return one_line(", ".join(words(value, []) for value in fields.get(name, ())))


def _named(fields: dict[str, list[str]], name: str) -> Iterator[str]:
    for value in fields.get(name, ()):
        for portion in _portions(value):
            yield from _addresses(portion)


def _addresses(text: str) -> Iterator[str]:
    for _, spot in addresses(text):
        # RFC 5322 section 4.4: a route of relays may stand before the address
        bare = spot.rpartition(":")[2] if spot.startswith("@") else spot
        if found := address(words(bare, [])):
            yield found
        elif "=?" in spot:
            # some programs encode the whole field, the address with it
            inner = addresses(words(spot, []))
            yield from filter(None, (address(one) for _, one in inner))


def _portions(value: str) -> Iterable[str]:
    """A list of addresses in parts that are short enough to be read whole."""
    if len(value) < _PORTION and value.count(",") + value.count(";") < _MOST_SIGNS:
        return (value,)
    portions: list[list[str]] = [[]]
    for piece in _PIECE.findall(value):
        if piece in {",", ";"} and len(portions[-1]) > _MOST_SIGNS:
            portions.append([])
        else:
            portions[-1].append(piece)
    return ("".join(portion) for portion in portions)
