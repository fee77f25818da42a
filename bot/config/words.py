"""The small types of the config: each says in its description what to write."""

import ipaddress
import re
from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints

from bot.config.places import settled

_ADDRESS = re.compile(r"[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[a-z0-9-]{1,63}\.)+[a-z0-9-]{2,63}")
_HOST = re.compile(r"(?:[a-z0-9_-]{1,63}\.)*[a-z0-9_-]{1,63}")
_PHONE = re.compile(r"\+?[0-9][0-9 ()-]{4,23}[0-9]")
_ORG_NR = re.compile(r"[0-9]{6}-[0-9]{4}", re.ASCII)


def _address(text: str) -> str:
    lower = text.lower()
    if not _ADDRESS.fullmatch(lower):
        raise ValueError("one address alone, such as info@company.se, without name or brackets")
    return lower


def _host(text: str) -> str:
    lower = text.lower().rstrip(".")
    try:
        return str(ipaddress.ip_address(lower))
    except ValueError:
        if not _HOST.fullmatch(lower):
            raise ValueError(
                "a host name or IP address alone, such as imap.company.se, without port or ://"
            ) from None
    return lower


def _org_nr(text: str) -> str:
    digits = [int(sign) for sign in text if sign.isdigit()]
    # Skatteverket SKV 709: the last digit makes the sum of 2,1,2,1… times the digits end in 0.
    doubled = [sum(divmod(digit * (2 - place % 2), 10)) for place, digit in enumerate(digits)]
    if not _ORG_NR.fullmatch(text) or sum(doubled) % 10:
        raise ValueError("the company's registration number, such as 556268-6823, digit for digit")
    return text


def _phone(text: str) -> str:
    if not _PHONE.fullmatch(text):
        raise ValueError('a telephone number as the customer dials it, such as "026-10 98 77"')
    return text


def _month_day(text: str) -> str:
    try:
        date.fromisoformat(f"2024-{text}")  # a leap year: 02-29 closes a year too
    except ValueError:
        raise ValueError('month and day, such as "12-31"') from None
    return text


def _folder_name(text: str) -> str:
    if text.upper() == "INBOX":
        raise ValueError("another folder than INBOX: requests are moved there, out of the INBOX")
    return text


def _no_lines(text: object) -> object:
    if isinstance(text, str) and any(ord(sign) < ord(" ") for sign in text):
        raise ValueError("one line of text without tabs or control characters")
    return text


Line = Annotated[
    str,
    BeforeValidator(_no_lines),
    StringConstraints(strip_whitespace=True, min_length=1, max_length=300, strict=True),
    Field(description="one line of text in double quotes"),
]
Address = Annotated[Line, AfterValidator(_address), Field(description="an e-mail address")]
Host = Annotated[
    Line, AfterValidator(_host), Field(description="a host name, such as imap.company.se")
]
Port = Annotated[
    int, Field(strict=True, ge=1, le=65535, description="a port number from 1 to 65535")
]
OrgNr = Annotated[
    Line, AfterValidator(_org_nr), Field(description="a registration number such as 556268-6823")
]
Phone = Annotated[Line, AfterValidator(_phone), Field(description="a published telephone number")]
MonthDay = Annotated[
    Line,
    AfterValidator(_month_day),
    Field(description='the month and day on which fiscal years close, such as "12-31"'),
]
FolderName = Annotated[Line, AfterValidator(_folder_name)]
Place = Annotated[Path, AfterValidator(settled), Field(description="a path in double quotes")]
Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
