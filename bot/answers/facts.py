"""The facts of Art. 15(1)(a)-(h) and 15(2) GDPR that an answer gives for each category of data."""

import re
from collections.abc import Iterable, Mapping
from typing import Annotated, Final

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints

from bot.core.vocabulary import Category, Language, Right

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

# EDPB 01/2022, 118: an end date, or a start event and a length; "as the law says" is neither
_MEASURED: Final = re.compile(
    r"\d|\b(en|ett|två|tre|fyra|fem|sex|sju|sjunde|åtta|nio|tio|tolv|one|two|three|four|five|six"
    r"|seven|seventh|eight|nine|ten|twelve)\b",
    re.IGNORECASE,
)


def _period(text: str) -> str:
    if text and not _MEASURED.search(text):
        raise ValueError(
            "an end date, or a start event and a length: "
            '"så länge du är kund och i 24 månader därefter", not "enligt lag"'
        )
    return text


def _rights(rights: tuple[Right, ...]) -> tuple[Right, ...]:
    if not set(rights) <= set(RIGHTS):
        raise ValueError(f"only rights of Art. 15(1)(e): {', '.join(RIGHTS)}")
    return tuple(right for right in RIGHTS if right in rights)


def _authority(text: str) -> str:
    if "datainspektionen" in text.casefold():
        raise ValueError("Integritetsskyddsmyndigheten (IMY), the authority's name since 2021")
    return text


Fact = Annotated[str, StringConstraints(strip_whitespace=True), AfterValidator(_authority)]
Period = Annotated[Fact, AfterValidator(_period)]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class CategoryFacts(BaseModel):
    """What the controllers say of one category, in Swedish and English; a [facts.<category>] table.

    "" or [] means unknown: nothing is invented, and no answer leaves by itself. `demo` facts are
    invented; live mode refuses them. pydantic's ValidationError for a period without a measure
    and for a right that Art. 15(1)(e) does not speak of.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    demo: bool = False
    title_sv: Fact = ""
    title_en: Fact = ""
    purposes_sv: Fact = ""
    purposes_en: Fact = ""
    basis_sv: Fact = ""
    basis_en: Fact = ""
    recipients: tuple[Name, ...] = ()
    retention_sv: Period = ""
    retention_en: Period = ""
    source_sv: Fact = ""
    source_en: Fact = ""
    rights: Annotated[tuple[Right, ...], AfterValidator(_rights)] = ()
    automated_sv: Fact = ""
    automated_en: Fact = ""
    transfers_sv: Fact = ""
    transfers_en: Fact = ""

    def missing(self) -> list[str]:
        """The keys of the facts that are unknown, in the order of the table."""
        return [
            name for name in type(self).model_fields if name != "demo" and not getattr(self, name)
        ]

    def told(self, fact: str, language: Language) -> str:
        """One fact (`title`, `purposes`, `basis` …) in a language; "" when unknown."""
        return str(getattr(self, f"{fact}_{language}"))


def incomplete(
    facts: Mapping[Category, CategoryFacts], categories_held: Iterable[Category]
) -> list[str]:
    """What is unknown of the categories held, as the dotted keys of the config file.

    `facts.credit` for a category without a table, `facts.credit.recipients` for an unknown fact;
    [] when an answer can be complete.
    """
    unknown: list[str] = []
    for category in sorted(set(categories_held)):
        if category in facts:
            unknown += [f"facts.{category}.{name}" for name in facts[category].missing()]
        else:
            unknown.append(f"facts.{category}")
    return unknown
