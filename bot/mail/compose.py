"""A template, a language and its variables become one mail, ready to be handed to a server.

What would be wrong to say is dealt with in two ways, so that no customer is left without a word.
A personal identity number is masked, in every mail. A trap of the law (`lint`) is refused where
somebody's free words or approved texts are printed: the answer then waits for a human to mend them.
The notices on the way, the lateness notice among them, hold no such words and always leave.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, EmailPolicy
from typing import Final

from bot.core.vocabulary import Audience, Language, Mail, Refusal
from bot.mail.lint import lint, lint_refusal, mask
from bot.mail.numbers import personal_number_free
from bot.mail.signals import LOOP_HEADER
from bot.mail.templates import (
    Page,
    audience,
    check_templates,
    format_date,
    render,
)
from bot.mail.variables import VARIABLES
from bot.mail.words import Both, TemplateFault

__all__ = [
    "LOOP_HEADER",
    "VARIABLES",
    "Both",
    "Envelope",
    "Page",
    "TemplateFault",
    "Unsayable",
    "check_templates",
    "compose",
    "format_date",
    "personal_number_free",
    "render",
]

_ID = re.compile(r"[!-;=?-~]{1,500}")
_THREAD_LENGTH = 20
_OF_IDS = frozenset({"message-id", "in-reply-to", "references"})
#: variables that hold words from outside the templates: a decider's own, and approved texts
_FREE_WORDS = frozenset(
    {
        *("why", "cookies", "arrangement", "retention_lines", "recipients", "told", "outside"),
        *("erased", "kept", "stops", "continues", "objected", "corrections"),
    }
)


class Unsayable(TemplateFault):
    """A human must mend what the mail would say; `faults` are the sentences of the lint."""

    def __init__(self, mail: Mail | Refusal, faults: list[str]) -> None:
        super().__init__(f"{mail}: {'; '.join(faults)}")
        self.faults = tuple(faults)


@dataclass(frozen=True)
class Envelope:
    """What a mail is sent in.

    `sender` is (name, address); ids go without angle brackets; an attachment is (name, bytes,
    content type); `date` is aware and comes from the clock; `auto` is false only when a human
    approved what the mail says; `matter` is its number, if it has one.
    """

    sender: tuple[str, str]
    to: str
    message_id: str
    date: datetime
    in_reply_to: str | None = None
    references: tuple[str, ...] = ()
    attachments: tuple[tuple[str, bytes, str], ...] = ()
    auto: bool = True
    matter: str = ""


class _Policy(EmailPolicy):
    """SMTP's policy, but an id longer than a line stays an id and is not made an encoded word."""

    def fold(self, name: str, value: str) -> str:
        if name.lower() not in _OF_IDS:
            return str(super().fold(name, value))
        return f"{name}: " + f"{self.linesep} ".join(str(value).split()) + self.linesep

    def fold_binary(self, name: str, value: str) -> bytes:
        if name.lower() not in _OF_IDS:
            return bytes(super().fold_binary(name, value))
        return self.fold(name, value).encode("ascii")


_POLICY: Final = _Policy(linesep=SMTP.linesep, max_line_length=SMTP.max_line_length)


def compose(
    mail: Mail | Refusal,
    language: Language,
    variables: Mapping[str, object],
    envelope: Envelope,
    *,
    also_english: bool = False,
) -> EmailMessage:
    """Write one mail; a refusal is named by its ground, `also_english` is told by `render`.

    Personal identity numbers are masked (lag 2018:218, 3:10). Raises TemplateFault as `render`
    does; Unsayable where the law is said wrongly, or a refusal lacks what Art. 12(4) asks for;
    ValueError on an address or a date that cannot stand in a header.
    """
    page = _sayable(mail, render(mail, language, variables, also_english=also_english))
    written = EmailMessage(policy=_POLICY)
    for name, value in _headers(mail, page.subject, envelope).items():
        written[name] = value
    written.set_content(page.body, cte="quoted-printable")
    written["Content-Language"] = "sv, en" if also_english else language.value
    for name, content, content_type in envelope.attachments:
        main, _, sub = content_type.partition("/")
        written.add_attachment(content, maintype=main, subtype=sub, filename=header_safe(name))
    return written


def _sayable(mail: Mail | Refusal, page: Page) -> Page:
    """The page with what must be hidden masked; Unsayable when what is left may not be said."""
    masked = Page(mask(page.subject), mask(page.body))
    kind = Mail.REFUSAL if isinstance(mail, Refusal) else mail
    faults = []
    if audience(kind) is Audience.REQUESTER and VARIABLES[kind] & _FREE_WORDS:
        faults += lint(f"{masked.subject}\n\n{masked.body}")
    if isinstance(mail, Refusal):
        faults += lint_refusal(masked.body, mail)
    if faults:
        raise Unsayable(mail, faults)
    return masked


def _headers(
    mail: Mail | Refusal, subject: str, envelope: Envelope
) -> dict[str, str | Address | datetime]:
    if envelope.date.tzinfo is None:
        raise ValueError(f"the date of a mail needs its time zone: {envelope.date}")
    name, address = envelope.sender
    headers: dict[str, str | Address | datetime] = {
        "From": _address(address, name),
        "To": _address(envelope.to),
        "Subject": header_safe(subject),
        "Date": envelope.date,
        "Message-ID": f"<{envelope.message_id}>",
        LOOP_HEADER: header_safe(envelope.matter) or "house",
        "X-Auto-Response-Suppress": "All",
    }
    if envelope.auto:
        headers["Auto-Submitted"] = _auto_submitted(mail)
    nearest = [envelope.in_reply_to] if envelope.in_reply_to else []
    thread = [each for each in dict.fromkeys((*envelope.references, *nearest)) if _is_id(each)]
    if nearest and _is_id(nearest[0]):
        headers["In-Reply-To"] = f"<{nearest[0]}>"
    if thread:
        # The first one roots the thread, the last ones are those that programs look for.
        kept = dict.fromkeys((thread[0], *thread[-_THREAD_LENGTH:]))
        headers["References"] = " ".join(f"<{each}>" for each in kept)
    return headers


def _auto_submitted(mail: Mail | Refusal) -> str:
    """RFC 3834, section 5: an answer to one mail is replied, all else is generated."""
    answers = isinstance(mail, Refusal) or audience(mail) is Audience.REQUESTER
    return "auto-replied" if answers or mail is Mail.TRANSCRIPT else "auto-generated"


def _is_id(text: str) -> bool:
    return _ID.fullmatch(text) is not None and "=?" not in text


def header_safe(value: str) -> str:
    """A value that stays one header: no control character, and no encoded word to hide one in.

    Python 3.11 decodes `=?utf-8?q?a=0D=0ABcc:…?=` and then writes the line break out.
    """
    printable = "".join(sign if sign.isprintable() else " " for sign in value)
    return " ".join(printable.replace("=?", "= ?").split())


def _address(address: str, name: str = "") -> Address:
    local, at, domain = header_safe(address).rpartition("@")
    if not (local and at and domain) or " " in f"{local}{domain}":
        raise ValueError(f"this is no address to send to: {address!r}")
    ascii_domain = domain if domain.isascii() else domain.encode("idna").decode()
    return Address(display_name=header_safe(name), username=local, domain=ascii_domain)
