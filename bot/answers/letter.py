"""The letter that proves a postal address: a reply code, and the passphrase of the file to come."""

from dataclasses import asdict, dataclass
from datetime import date

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

    `valid_days` run from the day of posting. `date` is the Swedish day on the letter.
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


def build(letter: Letter) -> bytes:
    """An A4 page as PDF for a C5 window envelope; the window shows name and address alone.

    Raises TypesettingError.
    """
    language = Language(letter.language)
    data = asdict(letter) | {"date": format_date(language, letter.date)}
    return compile_typst(TEMPLATES / language / "requester.action.letter.typ", data)
