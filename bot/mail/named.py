"""What a mail names besides its sender: addresses and customer numbers, and whose newsletter."""

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from bot.mail.codes import candidates, says_not_me
from bot.mail.shapes import IncomingMail

MOST = 20
_LONGEST = 20_000
_ADDRESS = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}(?![\w-])")
_NUMBER = re.compile(
    r"\b(?:kundnr|kundnummer|kund ?nr|customer (?:no|number))\b[.: #]{0,4}(?:\s?(?:är|is)\s)?"
    r"([A-Z]{0,3}-?\d{3,10})",
    re.IGNORECASE,
)
_COOKIE = re.compile(
    r"\b(?:cookie|kaka|kakan)[\w-]{0,10}(?:[ -]?(?:id|nummer|numret|nr|number))?[^\w\n]{0,4}"
    r"(?:(?:är|is|heter)[^\w\n]{1,3})?((?=[\w.-]*\d)[A-Za-z0-9][\w.-]{5,63})",
    re.IGNORECASE,
)
_RECIPIENT = re.compile(
    r"^[> *]{0,6}(?:till|to)\b[:* ]{1,4}(.{1,300})$", re.IGNORECASE | re.MULTILINE
)
_COURTESY = re.compile(
    r"(?:hej|hi|hello|tack|tackar|thanks|thank you|mvh|hälsningar|vänliga hälsningar|"
    r"med vänlig hälsning|best regards|regards|kod|code|koden|här är|kommer|is|är)\b",
    re.IGNORECASE,
)
_FEW_WORDS = 6


@dataclass(frozen=True)
class Named:
    """Addresses in lower case, customer numbers in capitals, cookie numbers as written.

    Never the mailboxes' own addresses.
    """

    addresses: tuple[str, ...] = ()
    customer_numbers: tuple[str, ...] = ()
    cookies: tuple[str, ...] = ()


def named_in(mail: IncomingMail, own: AbstractSet[str]) -> Named:
    """What the writer newly wrote of addresses and numbers, the sender's own left out (P30)."""
    text = f"{mail.subject}\n{mail.new_text}"[:_LONGEST]
    found = (hit[0].lower().rstrip(".") for hit in _ADDRESS.finditer(text))
    others = [address for address in found if address not in own and address != mail.sender]
    numbers = [hit[1].upper() for hit in _NUMBER.finditer(text)]
    cookies = [hit[1].rstrip(".") for hit in _COOKIE.finditer(text)]
    return Named(*(tuple(dict.fromkeys(one))[:MOST] for one in (others, numbers, cookies)))


def newsletter_recipients(mail: IncomingMail, own: AbstractSet[str]) -> tuple[str, ...]:
    """To whom a quoted mailing was sent, a hint of which address to block (P14)."""
    lines = _RECIPIENT.findall(mail.quoted_text[:_LONGEST])
    found = (hit[0].lower() for line in lines for hit in _ADDRESS.finditer(line))
    return tuple(dict.fromkeys(one for one in found if one not in own))[:MOST]


def says_nothing_else(mail: IncomingMail) -> bool:
    """Whether a reply holds its code or its INTE JAG, courtesies, and nothing to read besides."""
    text = mail.new_text[:_LONGEST]
    if says_not_me(text):
        text = re.sub(r"(?im)^.{0,10}(?:inte jag|not me).{0,10}$", "", text)
    if candidates(text):
        text = re.sub(r"[2-9A-Za-z]{4}[ -]{0,2}[2-9A-Za-z]{4}", " ", text)
    left = [word for word in _COURTESY.sub(" ", text).split() if any(map(str.isalpha, word))]
    return len(left) <= _FEW_WORDS and not mail.attachments
