"""The data map: the one store of what the controllers wrote down about the data they hold.

Which registers there are and what each column is (`tablemap`), what the data are used for and who
gets them (`purposes`), how long (`periods`), texts (`approved`), and the published notice
(`notice`). Everything unknown stays unknown: "" or [] or None, and a human is asked.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from bot.core.vocabulary import Category
from bot.registers.maps.approved import Statements
from bot.registers.maps.notice import Decision, Difference, Differs, Notice, Published
from bot.registers.maps.periods import Kind, Period, fiscal_year_end
from bot.registers.maps.purposes import (
    NOBODY,
    Basis,
    CategoryWords,
    Purpose,
    Purposes,
    Recipient,
    RecipientKey,
    Recipients,
    Wording,
)
from bot.registers.maps.registermap import MarketingMap, RegisterMap
from bot.registers.maps.tablemap import CONSENTS, HOLDS, IDENTITY, FieldMap, Means, Origin, TableMap

__all__ = [
    "CONSENTS",
    "HOLDS",
    "IDENTITY",
    "NOBODY",
    "Basis",
    "CategoryWords",
    "Continuing",
    "DataMap",
    "Decision",
    "Difference",
    "Differs",
    "FieldMap",
    "Kind",
    "MarketingMap",
    "Means",
    "Notice",
    "Origin",
    "Period",
    "Published",
    "Purpose",
    "Purposes",
    "Recipient",
    "RecipientKey",
    "Recipients",
    "RegisterMap",
    "Statements",
    "TableMap",
    "Wording",
    "continuing",
    "earlier_wording",
    "fiscal_year_end",
]


@dataclass(frozen=True)
class Continuing:
    """What the withdrawal of consent does to purposes (Art. 7(3), 17(1)(b)).

    `stops` rest on consent, `continues` on the other ground that they name, and `unknown` on one
    that nobody knows: a human decides there.
    """

    stops: tuple[Purpose, ...]
    continues: tuple[Purpose, ...]
    unknown: tuple[Purpose, ...] = ()


def continuing(purposes: Iterable[Purpose]) -> Continuing:
    """Which of these purposes stop when consent is withdrawn, and which go on."""
    purposes = tuple(purposes)
    others = {Basis.CONSENT, Basis.UNKNOWN}
    return Continuing(
        stops=tuple(one for one in purposes if one.basis is Basis.CONSENT),
        continues=tuple(one for one in purposes if one.basis not in others),
        unknown=tuple(one for one in purposes if one.basis is Basis.UNKNOWN),
    )


def earlier_wording(purposes: Iterable[Purpose], registered: date | None = None) -> bool:
    """Whether a withdrawal of consent must go to a human (P16).

    True when one of the purposes rested on consent by an earlier wording and rests on something
    else now, or when nobody knows on what or since when it rests. `registered` is the day on which
    the person came into the registers: wordings that had ended by then do not count; None, where
    nobody knows that day, counts all.
    """
    return any(
        one.has_left_consent(registered) or not one.basis or one.valid_from is None
        for one in purposes
    )


@dataclass(frozen=True)
class DataMap:
    """The whole store. `purposes` and `recipients` are by key, `categories` by category."""

    registers: Mapping[str, RegisterMap] = field(default_factory=dict)
    purposes: Mapping[str, Purpose] = field(default_factory=dict)
    recipients: Mapping[str, Recipient] = field(default_factory=dict)
    categories: Mapping[Category, CategoryWords] = field(default_factory=dict)
    statements: Statements = field(default_factory=Statements)
    notice: Notice = field(default_factory=Notice)

    def purposes_of(self, held: Iterable[Category]) -> tuple[Purpose, ...]:
        """The purposes that touch a person of whom these categories are held (Art. 15(1)(a))."""
        held = frozenset(held)
        return tuple(one for one in self.purposes.values() if one.touches(held))

    def recipients_of(
        self, categories: Iterable[Category], company: str = ""
    ) -> tuple[Recipient, ...]:
        """Who got data of a person of whom a company holds these categories (Art. 19, P25).

        Without `company`, whoever got them from any. Each once, in the order of the config file.
        """
        keys = {key for one in self.purposes_of(categories) for key in one.recipient_ids}
        return tuple(
            recipient
            for key, recipient in self.recipients.items()
            if key in keys and (not company or company in (recipient.companies or (company,)))
        )

    def recipients_by_category(self) -> dict[str, tuple[str, ...]]:
        """The keys of recipients by category: together they are `recipients_of` what is held."""
        found: dict[str, set[str]] = {category.value: set() for category in Category}
        for purpose in self.purposes.values():
            for category in purpose.needs or purpose.categories:
                found[category].update(purpose.recipient_ids)
        return {category: tuple(sorted(keys)) for category, keys in found.items()}

    def portable(self, held: Collection[Category]) -> tuple[Category, ...]:
        """The held categories that Art. 20(1) speaks of.

        Provided by the person or observed of her use, and processed on consent or a contract.
        """
        grounds = {Basis.CONSENT, Basis.CONTRACT}
        return tuple(
            category
            for category in Category
            if category in held
            and (words := self.categories.get(category)) is not None
            and words.provided
            and any(one.basis in grounds for one in self._on(category, held))
        )

    def without_ground(self, held: Collection[Category]) -> tuple[Category, ...]:
        """The held categories that rest on consent alone: they go when it does (Art. 17(1)(b))."""
        used = {category: self._on(category, held) for category in Category if category in held}
        return tuple(
            category
            for category, purposes in used.items()
            if purposes and all(one.basis is Basis.CONSENT for one in purposes)
        )

    def other_consents(self) -> bool:
        """Whether anything beside marketing rests on consent, or rested by an earlier wording.

        True as well while nobody knows (P16): the purposes, one of their grounds, or the notice
        are not written down.
        """
        if not self.purposes or not self.notice.version:
            return True
        others = [one for one in self.purposes.values() if not one.marketing]
        return earlier_wording(others) or any(one.basis is Basis.CONSENT for one in others)

    def undecided(self) -> tuple[Difference, ...]:
        """Where the map differs from the notice, and nobody has decided that it may."""
        return self.notice.undecided(self.purposes)

    def _on(self, category: Category, held: Iterable[Category]) -> list[Purpose]:
        return [one for one in self.purposes_of(held) if category in one.categories]
