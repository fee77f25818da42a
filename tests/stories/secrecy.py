"""What no mail to staff may hold (P04), and what nobody may tell from a mail (P11)."""

import re
from collections.abc import Iterator

from correspondence import DPO, Correspondence

from bot.demo.people import DESIGNED, UNKNOWN, DemoPerson
from bot.demo.play import Post

STAFF_HOST = ".allkontor.example"
#: a line this long that a customer wrote is a quotation where it is found again
QUOTATION = 20


def leaks(story: Correspondence) -> list[str]:
    """Every place where a mail to staff or the DPO says what only the customer's own mail may."""
    forbidden = [*_planted(), *_said(story)]
    read = {f"{mail.subject}\n{mail.text}" for mail in story.mail if is_to_staff(mail)}
    # most words are nowhere: a plain look is enough to see that
    near = [(text, text.casefold()) for text in read]
    return [
        f"«{word}» in:\n{text}"
        for word in forbidden
        for text, folded in near
        if word.casefold() in folded and holds(text, word)
    ]


def is_to_staff(mail: Post) -> bool:
    """Whether a mail went to somebody in the house."""
    return mail.to == DPO or mail.to.endswith(STAFF_HOST)


def holds(text: str, word: str) -> bool:
    """Whether a text holds a word or phrase, in any case, not as a part of a longer word."""
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE) is not None


def neutral(mail: Post) -> bytes:
    """A mail's bytes with addressee, number, code, ids and the transport's stamps masked."""
    raw = mail.raw.decode()
    raw = raw.replace(mail.to, "someone@somewhere.example")
    raw = re.sub(r"(?<=KOD )[2-9A-Z]{4}-[2-9A-Z]{4}", "AAAA-AAAA", raw)
    raw = re.sub(r"\d{4}-\d{4}(?=[ ):.\n\r]|$)", "2026-0000", raw, flags=re.MULTILINE)
    kept = [
        line for line in raw.splitlines() if not line.startswith(("Message-ID:", "References:"))
    ]
    kept = [line for line in kept if not line.startswith(("In-Reply-To:", "Received:", "Return-P"))]
    return "\n".join(line for line in kept if not re.match(r"\s+(<|\w{3}, )", line)).encode()


def _planted() -> Iterator[str]:
    for person in (*DESIGNED, UNKNOWN):
        yield from (one for one in _of(person) if one)


def _of(person: DemoPerson) -> Iterator[str]:
    yield from (person.name, person.family, person.address, person.phone, person.personal_number)
    yield person.personal_number.replace("-", "")
    for register, home in person.homes.items():
        yield person.customer_number(register)
        yield from home.lines if home else ()


def _said(story: Correspondence) -> Iterator[str]:
    for text in story.written:
        yield from (line for line in text.splitlines() if len(line) >= QUOTATION)
