"""Finds Swedish personal identity numbers, so that none is ever written into a mail."""

import re
from typing import Final

_DASH = r"[-+\u2010-\u2014]"
# yymmdd-nnnn, yyyymmdd-nnnn, yyyy-mm-dd-nnnn: with a dash, a blank or nothing before the last four.
_NUMBER: Final = re.compile(
    rf"(?<!\d)(?:(?:18|19|20)(\d\d)[-./ ]?(\d\d)[-./ ]?(\d\d)|(\d\d)(\d\d)(\d\d))"
    rf"\s?{_DASH}?\s?(\d{{4}})(?!\d)"
)
# The VAT number of a sole trader holds her personal number: SE, ten digits, 01.
_VAT: Final = re.compile(
    rf"(?<![A-Z])SE[ -]?(\d\d)(\d\d)(\d\d){_DASH}? ?(\d{{4}}){_DASH}? ?01(?!\d)", re.IGNORECASE
)
_COORDINATION = 60  # added to the day in a samordningsnummer
_MONTHS = 12
_DAYS = 31


def personal_number_free(text: str) -> bool:
    """Whether a text holds no personnummer, samordningsnummer or sole trader's VAT number.

    A company's number passes: its third digit is 2 or more, so that it is no month. A number
    whose check digit is wrong passes too.
    """
    found = [tuple(filter(None, match.groups())) for match in _NUMBER.finditer(text)]
    found += [match.groups() for match in _VAT.finditer(text)]
    return not any(_is_personal(*parts) for parts in found)


def _is_personal(year: str, month: str, day: str, last: str) -> bool:
    plain_day = int(day) - _COORDINATION if int(day) > _COORDINATION else int(day)
    if not (1 <= int(month) <= _MONTHS and 1 <= plain_day <= _DAYS):
        return False
    digits = [int(sign) for sign in year + month + day + last]
    # Luhn: every other digit doubled, the first one too, and the digits of the products added.
    total = sum(sum(divmod(digit * (2 - at % 2), 10)) for at, digit in enumerate(digits))
    return total % 10 == 0
