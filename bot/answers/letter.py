"""The letter: a reply code that proves a postal address, the passphrase of a file to come, or both.

Its words suit every right that needs it: access, portability, erasure, a change of contact data.
"""

import io
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date

import pikepdf

from bot.answers.pdf import TEMPLATES, compile_typst
from bot.core.vocabulary import Language
from bot.mail.templates import format_date

VALID_DAYS = 21


@dataclass(frozen=True)
class CompanyBlock:
    """One of the joint controllers as a customer meets it; `mail` is its info address."""

    key: str
    name: str
    org_nr: str
    address_lines: tuple[str, ...]
    phone: str
    mail: str


@dataclass(frozen=True)
class Letter:
    """One letter. `postal_lines` come without the name; `code` as `XXXX-XXXX`.

    `code` is empty for who has shown a document already, `passphrase` where no file will come;
    one of the two stands in every letter. `valid_days` run from the day of posting. `date` is the
    Swedish day on the letter. `both` puts the English letter on a page behind the Swedish (P26).
    """

    number: str
    language: Language
    company: CompanyBlock
    recipient: str
    postal_lines: tuple[str, ...]
    code: str
    passphrase: str
    date: date
    valid_days: int = VALID_DAYS
    both: bool = False


def build(letter: Letter) -> bytes:
    """An A4 page a language as PDF for a C5 window envelope; the window shows name and address.

    Raises TypesettingError, and ValueError for a letter with neither code nor passphrase.
    """
    if not (letter.code or letter.passphrase):
        raise ValueError("a letter brings a code or a passphrase")
    languages = tuple(Language) if letter.both else (Language(letter.language),)
    first, *more = [_page(letter, language) for language in languages]
    return _behind(first, more) if more else first


def _page(letter: Letter, language: Language) -> bytes:
    data = asdict(letter) | {"date": format_date(language, letter.date)}
    return compile_typst(TEMPLATES / language / "requester.action.letter.typ", data)


def _behind(first: bytes, more: Sequence[bytes]) -> bytes:
    """The pages of several letters in one file, to be printed and put into one envelope."""
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(first)) as document:
        for each in more:
            with pikepdf.open(io.BytesIO(each)) as other:
                document.pages.extend(other.pages)
        document.save(made, deterministic_id=True)
    return made.getvalue()
