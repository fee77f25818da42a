"""The answer to an access request as a PDF: yes or no, the data, and the facts about them.

Art. 15(1)-(3) GDPR, one joint answer of all companies (Art. 26, EDPB 07/2020).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import groupby, islice
from typing import Any, Final

from bot.answers.facts import ITEMS, RIGHTS, CategoryFacts, incomplete
from bot.answers.glossary import Contents, contents, glossary, origins, unexplained, used_for
from bot.answers.letter import CompanyBlock
from bot.answers.pdf import TEMPLATES, compile_typst
from bot.answers.printed import Place, printed
from bot.core.findings import MOST_ROWS
from bot.core.vocabulary import Category, Language
from bot.mail.templates import format_date
from bot.registers.records import Snapshot

#: beyond Latin, Greek and Cyrillic letters, punctuation and currencies nothing is sure to be drawn
_UNPRINTED: Final = re.compile(
    r"[^\x00-\u052f\u1e00-\u1fff\u2000-\u206f\u20a0-\u20bf\u2100-\u2122]"
)


class FactsMissingError(Exception):
    """Data are held of which not every fact is known, so that no complete answer can be given.

    `missing` names the facts as keys of the config file.
    """

    def __init__(self, missing: list[str]) -> None:
        super().__init__(f"unknown: {', '.join(missing)}; write them into the config file")
        self.missing = tuple(missing)


@dataclass(frozen=True)
class Extract:
    """What one answer is made of.

    `received` is a Swedish day, `taken` the aware instant of the copies, `searched_address` the
    proved address. A company without a snapshot, or with an empty one, holds nothing; but for
    those (keys) that are `unanswered`: a register of theirs never gave its copy. `all_rows` is the
    file beside the PDF that holds every row of what is cut; "" where they lie inside the PDF.
    `papers` are files that people handed in, by name: they go along as they are.
    """

    number: str
    received: date
    taken: datetime
    searched_address: str
    language: Language
    companies: tuple[CompanyBlock, ...]
    snapshots: Mapping[str, Snapshot]
    facts: Mapping[Category, CategoryFacts]
    all_rows: str = ""
    unanswered: frozenset[str] = frozenset()
    papers: Mapping[str, bytes] = field(default_factory=dict)


def held(snapshots: Mapping[str, Snapshot]) -> tuple[Category, ...]:
    """The categories in which any company holds a row, in the order of the vocabulary."""
    found = {
        category for each in snapshots.values() for category, rows in each.counts().items() if rows
    }
    return tuple(category for category in Category if category in found)


def has_unprinted_signs(snapshots: Mapping[str, Snapshot]) -> bool:
    """Whether a cell that is printed holds signs that the typefaces may lack: boxes on the page."""
    return any(
        _UNPRINTED.search(cell)
        for snapshot in snapshots.values()
        for table in snapshot.tables
        for row in islice(table.rows, MOST_ROWS)
        for cell in row
    )


def build(request: Extract) -> bytes:
    """The answer as an unencrypted, tagged PDF.

    Raises FactsMissingError when a category is held of which a fact is unknown (L34, L90), or a
    code that no glossary explains (L38); KeyError for a snapshot of a company that is not among
    `companies`, and TypesettingError.
    """
    unnamed = set(request.snapshots) - {company.key for company in request.companies}
    if unnamed:
        raise KeyError(*sorted(unnamed))
    categories = held(request.snapshots)
    missing = incomplete(request.facts, categories) + unexplained(request.snapshots.values())
    if missing:
        raise FactsMissingError(missing)
    language = Language(request.language)
    read = {
        company: [contents(table) for table in snapshot.tables if table.rows]
        for company, snapshot in request.snapshots.items()
    }
    used = used_for(one for some in read.values() for one in some)
    facts = {one: request.facts[one].within(categories, used.get(one)) for one in categories}
    shown = printed(request.snapshots)
    data = {
        "number": request.number,
        "received": format_date(language, request.received),
        "taken": format_date(language, request.taken),
        "address": request.searched_address,
        "companies": [
            _company(company, read.get(company.key, []), request, shown)
            for company in request.companies
        ],
        "categories": [
            _told(each, language) | {"origins": _origins(each.category, read, language)}
            for each in facts.values()
        ],
        "all_rows": request.all_rows,
        "unprinted": has_unprinted_signs(request.snapshots),
        "rights": _rights(facts, language),
    }
    return compile_typst(TEMPLATES / language / "requester.answer.extract.typ", data)


def _company(
    company: CompanyBlock, read: list[Contents], request: Extract, shown: Mapping[Place, int]
) -> dict[str, Any]:
    hers = {category: most for (key, category), most in shown.items() if key == company.key}
    return {
        "name": company.name,
        "org_nr": company.org_nr,
        "address_lines": company.address_lines,
        "phone": company.phone,
        "mail": company.mail,
        "unanswered": company.key in request.unanswered,
        "categories": list(_categories(read, request, hers)),
    }


def _categories(
    read: list[Contents], request: Extract, shown: Mapping[Category, int]
) -> Iterator[dict[str, Any]]:
    order = list(Category)
    ordered = sorted(read, key=lambda one: order.index(one.table.category))
    for category, group in groupby(ordered, key=lambda one: one.table.category):
        of_category = list(group)
        total = sum(len(one.table.rows) for one in of_category)
        yield {
            "title": request.facts[category].told("title", request.language),
            "total": total,
            "shown": shown[category],
            "tables": list(_tables(of_category, request.language, shown[category])),
        }


def _tables(read: list[Contents], language: Language, left: int) -> Iterator[dict[str, Any]]:
    for one in read:
        table = one.table
        rows = table.rows[:left]
        left -= len(rows)
        if rows:
            columns = [column.called(language) for column in table.columns]
            yield {
                "title": table.called(language),
                "columns": columns,
                "rows": rows,
                "glossary": glossary(one, language),
            }


def _origins(
    category: Category, read: Mapping[str, list[Contents]], language: Language
) -> list[dict[str, Any]]:
    """Art. 15(1)(g), as far as the map says it field by field."""
    of_category = (one for some in read.values() for one in some if one.table.category == category)
    return origins(of_category, language)


def _told(facts: CategoryFacts, language: Language) -> dict[str, Any]:
    said: dict[str, Any] = {fact: facts.told(fact, language) for fact in ITEMS}
    return said | {"recipients": said["recipients"].split("\n")}


def _rights(facts: Mapping[Category, CategoryFacts], language: Language) -> list[dict[str, Any]]:
    """Each right that applies to something held, and to what (L31)."""
    covers = [
        (right, [each.told("title", language) for each in facts.values() if right in each.rights])
        for right in RIGHTS
    ]
    return [{"right": right, "titles": titles} for right, titles in covers if titles]
