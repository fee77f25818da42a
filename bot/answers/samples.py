"""What an approval mail shows of the data: counts, and masked values of one's own company (P04)."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

from bot.core.vocabulary import Category
from bot.registers.records import Snapshot

MOST_SAMPLES: Final = 3
HIDDEN: Final = "***"
_LONG_WORD: Final = 4
_MOST_WORDS: Final = 3
_MOST_SIGNS: Final = 200


@dataclass(frozen=True)
class CategoryPreview:
    """One category of one company: how many rows, and at most three masked values."""

    category: Category
    count: int
    samples: tuple[str, ...] = ()


@dataclass(frozen=True)
class CompanyPreview:
    """What one company holds; `own` when it is the reader's company."""

    company: str
    own: bool
    categories: tuple[CategoryPreview, ...] = ()


def preview(snapshots: Mapping[str, Snapshot], own_company: str) -> tuple[CompanyPreview, ...]:
    """One preview a company, in the order of `snapshots` (company key to snapshot).

    Only the own company shows samples, and no sample holds a value of any company, not even one
    of a single sign.
    """
    own = snapshots.get(own_company)
    hints = (mask(value) for value in _first_values(own)) if own else ()
    pieces = {piece for hint in hints for piece in _pieces(hint.casefold())}
    # only a value that stands in a hint can be told by it: the others are passed over
    telling = frozenset(
        value
        for snapshot in snapshots.values()
        for cell in _values(snapshot)
        if (value := cell.casefold().strip()) in pieces and value.strip("*")
    )
    return tuple(
        _company(key, snapshot, telling if key == own_company else None)
        for key, snapshot in snapshots.items()
    )


def for_mail(
    previews: tuple[CompanyPreview, ...],
    companies: Mapping[str, str],
    titles: Mapping[Category, str],
) -> list[dict[str, Any]]:
    """The variable `preview` of the approval mail.

    `companies` are the short names by key, in the order of the mail; a company without a preview
    holds nothing. `titles` name the categories.
    """
    found = {each.company: each for each in previews}
    return [
        {
            "company": short,
            "own": key in found and found[key].own,
            "categories": [
                {"title": titles[of.category], "count": of.count, "samples": list(of.samples)}
                for of in (found[key].categories if key in found else ())
            ],
        }
        for key, short in companies.items()
    ]


def mask(value: str) -> str:
    """A hint of a value: the first letter of each longer word; never a digit, never a length.

    `Kerstin Ek` is `K*** ***`, `kerstin@post.example` is `k***@***.example`, `0250` is `***`.
    """
    name, at, domain = value.strip()[:_MOST_SIGNS].partition("@")
    if at and domain:
        return f"{_word(name)}@{HIDDEN}{_top(domain)}"
    words = value[:_MOST_SIGNS].split()
    return " ".join(_word(word) for word in words[:_MOST_WORDS]) or HIDDEN


def _word(word: str) -> str:
    long = len(word) >= _LONG_WORD and word[0].isalpha()
    return f"{word[0]}{HIDDEN}" if long else HIDDEN


def _top(domain: str) -> str:
    found = re.search(r"\.[a-z]{2,10}$", domain.lower())
    return found[0] if found else ""


def _values(snapshot: Snapshot, category: Category | None = None) -> Iterator[str]:
    for table in snapshot.tables:
        if category in (None, table.category):
            yield from (value for row in table.rows for value in row)


def _first_values(snapshot: Snapshot) -> Iterator[str]:
    """What a sample of some category may be made of."""
    for category in snapshot.counts():
        yield from islice(_values(snapshot, category), _MOST_SIGNS)


def _pieces(text: str) -> Iterator[str]:
    """Every part of a text, however short."""
    for start in range(len(text)):
        for end in range(start + 1, len(text) + 1):
            yield text[start:end]


def _company(key: str, snapshot: Snapshot, telling: frozenset[str] | None) -> CompanyPreview:
    categories = tuple(
        CategoryPreview(
            category,
            count,
            () if telling is None else tuple(_samples(snapshot, category, telling)),
        )
        for category, count in sorted(snapshot.counts().items(), key=lambda each: _place(each[0]))
        if count
    )
    return CompanyPreview(key, telling is not None, categories)


def _place(category: Category) -> int:
    return list(Category).index(category)


def _samples(snapshot: Snapshot, category: Category, telling: frozenset[str]) -> Iterator[str]:
    """The first masked values that hint at something, none twice; or nothing but stars once."""
    masked = dict.fromkeys(
        _safe(mask(value), telling)
        for value in islice(_values(snapshot, category), _MOST_SIGNS)
        if value.strip()
    )
    hints = [each for each in masked if each.strip("* ")]
    yield from islice(hints or [HIDDEN], MOST_SAMPLES)


def _safe(sample: str, telling: frozenset[str]) -> str:
    lower = sample.casefold()
    return HIDDEN if any(value in lower for value in telling) else sample
