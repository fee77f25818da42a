"""The facts of Art. 15(1)(a)-(h) and 15(2) GDPR about each category, drawn from the data map."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from bot.core.vocabulary import Category, Language, Right
from bot.registers.maps.datamap import NOBODY, Basis, CategoryWords, DataMap, Purpose

RIGHTS: Final = (
    Right.RECTIFICATION,
    Right.ERASURE,
    Right.RESTRICTION,
    Right.PORTABILITY,
    Right.OBJECTION_MARKETING,
    Right.OBJECTION_LI,
    Right.CONSENT_WITHDRAWAL,
)
"""What Art. 15(1)(e) tells of (with Art. 7(3) and 20), in the order of an answer."""

ITEMS: Final[Mapping[str, str]] = {
    "title": "15(1)(b)",
    "purposes": "15(1)(a)",
    "basis": "15(1)(a)",
    "recipients": "15(1)(c)",
    "retention": "15(1)(d)",
    "source": "15(1)(g)",
    "automated": "15(1)(h)",
    "transfers": "15(2)",
}
"""The facts that an answer tells of each category, and the item that each of them is.

Rights (15(1)(e)) are told by `rights`; the authority (15(1)(f)) stands in the template.
"""
_OF_PURPOSE: Final = {"purposes": "text", "source": "sources"}


@dataclass(frozen=True)
class CategoryFacts:
    """What the map says of one category, purpose by purpose.

    With `held`, of a person of whom these categories and no others are held (L27, L28); without,
    of everybody. `used` are the purposes (keys) for which the columns in which something stands are
    used; None is all of the category's.
    """

    category: Category
    data_map: DataMap
    held: frozenset[Category] | None = None
    used: frozenset[str] | None = None

    def within(
        self, held: Iterable[Category], used: frozenset[str] | None = None
    ) -> "CategoryFacts":
        """The same for a person of whom these categories are held, used for these purposes."""
        return replace(self, held=frozenset(held), used=used)

    @property
    def purposes(self) -> tuple[Purpose, ...]:
        """The purposes for which data of the category are used, in the order of the config file."""
        held, used = self.held, self.used
        touching = tuple(
            purpose
            for purpose in self.data_map.purposes.values()
            if self.category in purpose.categories and (held is None or purpose.touches(held))
        )
        # no data without a purpose: keys that are none of the category's say nothing
        return tuple(one for one in touching if used and one.id in used) or touching

    @property
    def recipients(self) -> tuple[str, ...]:
        """The names of those who get data of the category, each once (C-154/21)."""
        keys = {key for purpose in self.purposes for key in purpose.recipient_ids}
        return tuple(one.name for key, one in self.data_map.recipients.items() if key in keys)

    @property
    def rights(self) -> tuple[Right, ...]:
        """The rights that apply to data of the category, by the grounds of its purposes (L31).

        Erasure where some ground is no legal obligation (Art. 17(3)(b)), portability on consent or
        contract for what she provided (Art. 20(1)), objections by purpose (Art. 21(1), (2)).
        """
        bases = {purpose.basis for purpose in self.purposes}
        applies = {
            Right.RECTIFICATION: True,
            Right.ERASURE: bool(bases - {Basis.LEGAL_OBLIGATION}),
            Right.RESTRICTION: True,
            Right.PORTABILITY: bool(self._words.provided and bases & _MOVABLE),
            Right.OBJECTION_MARKETING: any(purpose.marketing for purpose in self.purposes),
            Right.OBJECTION_LI: Basis.LEGITIMATE_INTEREST in bases,
            Right.CONSENT_WITHDRAWAL: Basis.CONSENT in bases,
        }
        return tuple(right for right in RIGHTS if applies[right])

    def missing(self) -> list[str]:
        """What is unknown, as keys of the config file; [] when an answer can be complete."""
        unknown = [f"categories.{self.category}.{name}" for name in self._words.missing()]
        if not self.purposes:
            unknown.append(f"purposes: none with {self.category} among its categories")
        for purpose in self.purposes:
            unknown += [f"purposes.{purpose.id}.{name}" for name in purpose.missing()]
            unknown += [
                f"recipients.{key}"
                for key in purpose.recipient_ids
                if key not in self.data_map.recipients
            ]
        if self._nobody_gets_it():
            said = self.data_map.statements
            names = (f"nobody_{language}" for language in Language)
            unknown += [f"statements.{name}" for name in names if not getattr(said, name)]
        return unknown

    def told(self, fact: str, language: Language) -> str:
        """One fact of ITEMS in a language, a line for each purpose that differs; "" when unknown.

        A line begins with the title of its purpose, unless all of them say the same.
        """
        if fact == "title":
            return str(getattr(self._words, f"title_{language}"))
        if fact == "recipients":
            nobody = self.data_map.statements.told("nobody", language)
            return "\n".join(self.recipients or (nobody,))
        of_purpose = _OF_PURPOSE.get(fact, fact)
        said: dict[str, list[str]] = {}
        for purpose in self.purposes:
            titles = said.setdefault(purpose.told(of_purpose, language), [])
            titles.append(purpose.told("title", language))
        if len(said) == 1 and fact != "purposes":
            return next(iter(said))
        return "\n".join(f"{', '.join(titles)}: {words}" for words, titles in said.items())

    @property
    def _words(self) -> CategoryWords:
        return self.data_map.categories.get(self.category, CategoryWords())

    def _nobody_gets_it(self) -> bool:
        told = [purpose.recipients for purpose in self.purposes]
        return bool(told) and all(recipients == (NOBODY,) for recipients in told)


_MOVABLE: Final = frozenset({Basis.CONSENT, Basis.CONTRACT})


def facts_of(data_map: DataMap) -> dict[Category, CategoryFacts]:
    """The facts of every category, in the order of the vocabulary."""
    return {category: CategoryFacts(category, data_map) for category in Category}


def incomplete(
    facts: Mapping[Category, CategoryFacts], categories_held: Iterable[Category]
) -> list[str]:
    """What is unknown of the categories that one person has, as keys of the config file.

    [] when an answer can be complete: no purpose without data, no data without purpose (L27), no
    empty item of Art. 15(1)(a)-(h) or 15(2).
    """
    held = frozenset(categories_held)
    unknown = [name for category in sorted(held) for name in facts[category].within(held).missing()]
    return list(dict.fromkeys(unknown))
