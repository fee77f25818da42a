"""The answer to an access request as a PDF: yes or no, the data, and the facts about them.

Art. 15(1)-(3) GDPR, one joint answer of all companies (Art. 26, EDPB 07/2020).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any

from bot.answers.facts import ITEMS, RIGHTS, CategoryFacts, incomplete
from bot.answers.letter import CompanyBlock
from bot.answers.pdf import TEMPLATES, compile_typst
from bot.core.findings import MOST_ROWS
from bot.core.vocabulary import Category, Language
from bot.mail.templates import format_date
from bot.registers.records import Snapshot, TableRows


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
    proved address. A company without a snapshot, or with an empty one, holds nothing.
    """

    number: str
    received: date
    taken: datetime
    searched_address: str
    language: Language
    companies: tuple[CompanyBlock, ...]
    snapshots: Mapping[str, Snapshot]
    facts: Mapping[Category, CategoryFacts]


def held(snapshots: Mapping[str, Snapshot]) -> tuple[Category, ...]:
    """The categories in which any company holds a row, in the order of the vocabulary."""
    found = {
        category for each in snapshots.values() for category, rows in each.counts().items() if rows
    }
    return tuple(category for category in Category if category in found)


def too_long(snapshots: Mapping[str, Snapshot]) -> bool:
    """Whether some category of some company has more rows than the PDF prints."""
    return any(count > MOST_ROWS for each in snapshots.values() for count in each.counts().values())


def build(request: Extract) -> bytes:
    """The answer as an unencrypted, tagged PDF.

    Raises FactsMissingError when a category is held of which a fact is unknown (L34, L90),
    KeyError for a snapshot of a company that is not among `companies`, and TypesettingError.
    """
    unnamed = set(request.snapshots) - {company.key for company in request.companies}
    if unnamed:
        raise KeyError(*sorted(unnamed))
    categories = held(request.snapshots)
    missing = incomplete(request.facts, categories)
    if missing:
        raise FactsMissingError(missing)
    facts = {each: request.facts[each].within(categories) for each in categories}
    language = Language(request.language)
    data = {
        "number": request.number,
        "received": format_date(language, request.received),
        "taken": format_date(language, request.taken),
        "address": request.searched_address,
        "companies": [_company(company, request) for company in request.companies],
        "categories": [_told(each, language) for each in facts.values()],
        "rights": _rights(facts, language),
    }
    return compile_typst(TEMPLATES / language / "requester.answer.extract.typ", data)


def _company(company: CompanyBlock, request: Extract) -> dict[str, Any]:
    snapshot = request.snapshots.get(company.key)
    return {
        "name": company.name,
        "org_nr": company.org_nr,
        "address_lines": company.address_lines,
        "phone": company.phone,
        "mail": company.mail,
        "categories": list(_categories(snapshot, request)) if snapshot else [],
    }


def _categories(snapshot: Snapshot, request: Extract) -> Iterator[dict[str, Any]]:
    order = list(Category)
    tables = sorted(
        (table for table in snapshot.tables if table.rows), key=lambda t: order.index(t.category)
    )
    for category, group in groupby(tables, key=lambda table: table.category):
        of_category = list(group)
        total = sum(len(table.rows) for table in of_category)
        yield {
            "title": request.facts[category].told("title", request.language),
            "total": total,
            "shown": min(total, MOST_ROWS),
            "tables": list(_tables(of_category, request.language)),
        }


def _tables(tables: list[TableRows], language: Language) -> Iterator[dict[str, Any]]:
    left = MOST_ROWS
    for table in tables:
        rows = table.rows[:left]
        left -= len(rows)
        if rows:
            columns = [column.called(language) for column in table.columns]
            yield {"title": table.called(language), "columns": columns, "rows": rows}


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
