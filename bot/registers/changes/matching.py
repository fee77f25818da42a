"""Whether a cell holds what a named human calls wrong, and what it holds when that is put right.

Each kind of value is compared in its own way: a mail address or a number however it is written, a
name by whole words, everything else letter by letter. The new value is written in the shape that
the register had.
"""

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping
from datetime import date
from typing import Final

from bot.core.command_words import Change
from bot.registers.erasures.rowplan import Within
from bot.registers.keys import (
    addresses_in,
    normalise_address,
    normalise_customer_number,
    twelve_digits,
)
from bot.registers.maps.fieldmap import Means
from bot.registers.maps.tablemap import TableMap
from bot.registers.sources import Row, as_text

_NOT_DIGIT: Final = re.compile(r"\D")
_BETWEEN_ADDRESSES: Final = re.compile(r"([\s,;<>]+)")
_LETTER: Final = re.compile(r"[^\W\d_]")
_POSTCODE: Final = 5
_TWELVE: Final = 12
_FEWEST_DIGITS: Final = 6
"""Of a telephone number; shorter ones are something else."""


def corrected(cell: object, means: Means, change: Change) -> str | None:
    """The text of a cell with the new value in place of the old; None where the old is not in it.

    None as well where the new value has not the shape that such a cell needs.
    """
    text, old = _composed(as_text(cell)), _composed(change.old)
    if not text or not old or isinstance(cell, bool | bytes):
        return None
    way = _WAYS.get(means, _letters)
    return way(text, old, _composed(change.new))


def mentions(cell: object, means: Means, change: Change) -> bool:
    """Whether a cell of the books holds the old value, as a whole or in words among others."""
    if corrected(cell, means, change) is not None:
        return True
    has_letters = _LETTER.search(change.old) is not None
    return has_letters and _whole_words(_composed(change.old), _composed(as_text(cell))) > 0


def typed(text: str, cell: object) -> object:
    """A new text as the type of what the cell held. ValueError where that cannot be."""
    if cell is None or isinstance(cell, str):
        return text
    if isinstance(cell, date):
        return date.fromisoformat(text)
    if isinstance(cell, int) and str(int(text)) == text:
        return int(text)
    raise ValueError("a cell of another type than text, whole number or day")


def hanging(table: TableMap, rows: Collection[Row], *more: object) -> Within | None:
    """What narrows to the rows that hang on her; `more` are values that a link is changed to."""
    if table.upward is None:
        return None
    column = table.upward[0]
    values = dict.fromkeys((*(row[column] for row in rows), *more))
    return Within(column, tuple(values))  # type: ignore[arg-type] # as the source gives them


def _address(text: str, old: str, new: str) -> str | None:
    wanted, given = addresses_in(old), [one for one in new.split() if "@" in one]
    if len(wanted) != 1 or len(given) != 1 or not addresses_in(given[0]):
        return None
    pieces = _BETWEEN_ADDRESSES.split(text)
    put = ["".join(given) if addresses_in(piece) == wanted else piece for piece in pieces]
    return "".join(put) if wanted <= addresses_in(text) else None


def _phone(text: str, old: str, new: str) -> str | None:
    held, wanted = _dialled(text), _dialled(old)
    same = held == wanted and len(wanted) >= _FEWEST_DIGITS
    return new if same and not _LETTER.search(new) and _dialled(new) else None


def _dialled(text: str) -> str:
    """A telephone number for comparing: its digits, +46 and 0046 as 0."""
    digits = _NOT_DIGIT.sub("", text.replace("(0)", "").replace("+", "00"))
    return re.sub(r"^0046", "0", digits)


def _postcode(text: str, old: str, new: str) -> str | None:
    held, wanted, given = (_NOT_DIGIT.sub("", one) for one in (text, old, new))
    if len(held) != _POSTCODE:
        return _letters(text, old, new)
    if held != wanted or len(given) != _POSTCODE:
        return None
    return f"{given[:3]} {given[3:]}" if " " in text else given


def _personal_number(text: str, old: str, new: str) -> str | None:
    """With as many digits and the same sign between them; a plus sign is for people to write."""
    given = _NOT_DIGIT.sub("", new)
    if not twelve_digits(text) & twelve_digits(old) or len(given) != _TWELVE or "+" in text:
        return None
    digits = given[_TWELVE - len(_NOT_DIGIT.sub("", text)) :]
    return f"{digits[:-4]}-{digits[-4:]}" if "-" in text else digits


def _number(text: str, old: str, new: str) -> str | None:
    return new if normalise_customer_number(text) == normalise_customer_number(old) else None


def _name(text: str, old: str, new: str) -> str | None:
    """By whole words: `Ek` stands in `Ek, Karin` and neither in `Ekman` nor in `Ek-Berg`."""
    return _standing(old).sub(lambda _: new, text) if _whole_words(old, text) == 1 else None


def _standing(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){re.escape(words)}(?![\w-])")


def _whole_words(words: str, text: str) -> int:
    return len(_standing(words).findall(text))


def _letters(text: str, old: str, new: str) -> str | None:
    """The whole cell; a mail address is the same in capitals."""
    same = normalise_address(text) == normalise_address(old) if "@" in old else text == old
    return new if same else None


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip()


_WAYS: Final[Mapping[Means, Callable[[str, str, str], str | None]]] = {
    Means.EMAIL: _address,
    Means.PHONE: _phone,
    Means.POSTCODE: _postcode,
    Means.PERSONAL_NUMBER: _personal_number,
    Means.CUSTOMER_NUMBER: _number,
    Means.COOKIE_ID: _number,
    Means.NAME: _name,
}
