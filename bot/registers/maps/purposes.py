"""What data are used for, on which ground, for how long, and who gets them (Art. 6, 13, 15, 19)."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Final, Self

from pydantic import BeforeValidator, Field, StringConstraints, model_validator

from bot.core.vocabulary import Category, Language
from bot.registers.maps.approved import Key, Name, Part, Told
from bot.registers.maps.periods import Period, is_excuse, is_vague

NOBODY: Final = "none"
"""Stands for the recipients of a purpose that has none; [] means that nobody knows."""


class Basis(StrEnum):
    """The grounds of Art. 6(1) GDPR that the companies use; "" means that nobody knows."""

    UNKNOWN = ""
    CONSENT = "consent"
    CONTRACT = "contract"
    LEGAL_OBLIGATION = "legal_obligation"
    LEGITIMATE_INTEREST = "legitimate_interest"

    @property
    def letter(self) -> str:
        """The letter of Art. 6(1)."""
        return _LETTERS.get(self, "")


_LETTERS: Final = {
    Basis.CONSENT: "a",
    Basis.CONTRACT: "b",
    Basis.LEGAL_OBLIGATION: "c",
    Basis.LEGITIMATE_INTEREST: "f",
}


class RecipientKey(StrEnum):
    """By what a recipient already knows a person (P25).

    `personal_number` never goes into a mail (lag (2018:218) 3 kap. 10 §): a human tells that one.
    """

    CUSTOMER_NUMBER = "customer_number"
    EMAIL = "email"
    PHONE = "phone"
    PERSONAL_NUMBER = "personal_number"


def _named(tables: Any) -> Any:  # noqa: ANN401 - whatever stands in the file
    if not isinstance(tables, dict):
        return tables
    return {
        key: {"id": key} | table if isinstance(table, dict) else table
        for key, table in tables.items()
    }


def _nobody(given: Any) -> Any:  # noqa: ANN401 - whatever stands in the file
    return (NOBODY,) if given == NOBODY else given


class CategoryWords(Part):
    """One kind of data: what it is called, and whether the person provided it (Art. 20(1)).

    `provided` counts what was observed of her use too, not what was inferred or came from others
    (WP242); None means that nobody knows.
    """

    demo: bool = False
    title_sv: Told = ""
    title_en: Told = ""
    provided: bool | None = None

    def missing(self) -> tuple[str, ...]:
        """The keys that are unknown."""
        unknown = [name for name in ("title_sv", "title_en") if not getattr(self, name)]
        return (*unknown, "provided") if self.provided is None else tuple(unknown)


class Recipient(Part):
    """Somebody named who gets data of ours. `id` is the key of its table.

    `address` "" and `key` None mean that nobody knows: a human tells that recipient. `companies`
    (keys) are those that give data to it; () is all of them.
    """

    id: Key = Field(default="", exclude=True)
    demo: bool = False
    name: Name
    address: Annotated[str, StringConstraints(strip_whitespace=True, to_lower=True)] = Field(
        default="",
        pattern=r"^(?:[^\s@<>,;:\"]{1,64}@[^\s@<>,;:\"]{1,255}\.[^\s@<>,;:\".]{2,63})?$",
        description='one e-mail address alone, or "" while nobody knows it',
    )
    language: Language = Language.SV
    key: RecipientKey | None = None
    companies: tuple[Key, ...] = ()


class Wording(Part):
    """What an earlier text said of a purpose: its ground, and from and to which day it stood."""

    version: Name
    basis: Basis
    valid_from: date
    valid_until: date

    @model_validator(mode="after")
    def _forward(self) -> Self:
        if self.valid_until < self.valid_from:
            raise ValueError("valid_until on or after valid_from")
        return self


class Purpose(Part):
    """One purpose. `id` is the key of its table. "", [] and None mean that nobody knows.

    `needs`: it touches only a person of whom data in one of these categories are held; () touches
    whoever has data in its own. `heading` is its purpose in the published notice, where that has
    another key. `earlier` are the wordings before this one, oldest first. `demo` is invented.
    pydantic's ValidationError for words that say another ground or period than the rule beside
    them, and for a personal number in marketing (P16).
    """

    id: Key = Field(default="", exclude=True)
    demo: bool = False
    title_sv: Told = ""
    title_en: Told = ""
    text_sv: Told = ""
    text_en: Told = ""
    categories: tuple[Category, ...] = ()
    needs: tuple[Category, ...] = ()
    heading: Key | None = None
    marketing: bool = False
    personal_number: bool = False
    basis: Basis = Basis.UNKNOWN
    basis_sv: Told = ""
    basis_en: Told = ""
    version: str = ""
    valid_from: date | None = None
    earlier: tuple[Wording, ...] = ()
    recipients: Annotated[tuple[Key, ...], BeforeValidator(_nobody)] = ()
    retention: Period | None = None
    retention_sv: Told = ""
    retention_en: Told = ""
    sources_sv: Told = ""
    sources_en: Told = ""
    transfers_sv: Told = ""
    transfers_en: Told = ""
    automated_sv: Told = ""
    automated_en: Told = ""

    @model_validator(mode="after")
    def _ground_in_words(self) -> Self:
        letter = self.basis.letter
        for name, article in (("basis_sv", f"6.1 {letter}"), ("basis_en", f"6(1)({letter})")):
            words = getattr(self, name)
            if letter and words and article not in words:
                raise ValueError(f'{name} with "{article}", since basis = "{self.basis}"')
        return self

    @model_validator(mode="after")
    def _period_in_words(self) -> Self:
        for name in ("retention_sv", "retention_en"):
            words = getattr(self, name)
            rule = self.retention
            if words and rule is not None and not rule.said_in(words):
                raise ValueError(f"{name} that names what its rule counts with ({_counted(rule)})")
            if (rule is None and is_vague(words)) or (
                rule is not None and rule.months == 0 and is_excuse(words)
            ):
                raise ValueError(
                    f"{name}: an end date, or what it starts with and how long it is; what the "
                    "law says, or what is needed, is no period"
                )
        return self

    @model_validator(mode="after")
    def _one_after_the_other(self) -> Self:
        days = [day for one in self.earlier for day in (one.valid_from, one.valid_until)]
        days += [self.valid_from] if self.valid_from else []
        if any(first >= then for first, then in zip(days[1::2], days[2::2], strict=False)):
            raise ValueError("earlier wordings one after the other, and all before valid_from")
        return self

    @model_validator(mode="after")
    def _reaches_nobody_or_somebody(self) -> Self:
        if NOBODY in self.recipients and len(self.recipients) > 1:
            raise ValueError(f'recipients = "{NOBODY}", or the keys of recipients, not both')
        if self.marketing and self.personal_number:
            # P16; lag (2018:218) 3 kap. 10 §: only where clearly justified, and marketing never is
            raise ValueError("marketing without personal_number: no ground allows both")
        return self

    def missing(self) -> tuple[str, ...]:
        """What Art. 13, 15(1)(a)-(h) and 15(2) want told and nobody knows, in the order of keys."""
        told = ("title", "text", "basis", "retention", "sources", "transfers", "automated")
        wanted = ("categories", "basis", "recipients", "retention")
        names = {f"{fact}_{language}" for fact in told for language in Language}.union(wanted)
        return tuple(n for n in type(self).model_fields if n in names and not getattr(self, n))

    def told(self, fact: str, language: Language) -> str:
        """One fact (`title`, `text`, `basis`, `retention` …) in a language; "" when unknown."""
        return str(getattr(self, f"{fact}_{language}"))

    def touches(self, held: Iterable[Category]) -> bool:
        """Whether it touches a person of whom data in these categories, and no others, are held."""
        held = frozenset(held)
        needed = held.intersection(self.needs) if self.needs else held
        return bool(needed and held.intersection(self.categories))

    def has_left_consent(self, registered: date | None = None) -> bool:
        """Whether it rested on consent by an earlier wording and rests on something else now (P16).

        With the day on which a person was registered: whether such a wording stood then or later.
        """
        ended = [one.valid_until for one in self.earlier if one.basis is Basis.CONSENT]
        met = bool(ended) and (registered is None or registered <= max(ended))
        return met and self.basis is not Basis.CONSENT

    @property
    def recipient_ids(self) -> tuple[str, ...]:
        """The keys of its recipients; () when there is none, or nobody knows."""
        return tuple(key for key in self.recipients if key != NOBODY)


Purposes = Annotated[dict[Key, Purpose], BeforeValidator(_named)]
"""The tables [purposes.<key>]; each knows its key."""
Recipients = Annotated[dict[Key, Recipient], BeforeValidator(_named)]
"""The tables [recipients.<key>]; each knows its key."""


def _counted(rule: Period) -> str:
    return f"{rule.months} months" if rule.months is not None else "31 December, seventh year"
