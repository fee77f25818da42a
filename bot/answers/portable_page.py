"""The page that carries a portable copy: which files there are, and what each field means."""

from dataclasses import replace
from typing import Any

from bot.answers.extract import Extract
from bot.answers.glossary import contents, glossary
from bot.answers.pdf import TEMPLATES, compile_typst
from bot.answers.portable import DATA, SCHEMA, PortableCopy
from bot.answers.sheets import Source
from bot.core.vocabulary import Language
from bot.mail.templates import format_date


def build(request: Extract, copy: PortableCopy) -> bytes:
    """An unencrypted, tagged PDF about a copy, in the language of the request.

    The files themselves are attached by `pdf.with_attachments`. What is not in them, and why, is
    told by the mail. KeyError for a company that is not in the request; TypesettingError.
    """
    language = Language(request.language)
    names = {company.key: company.name for company in request.companies}
    tables = [
        {
            "company": names[source.company],
            "file": file,
            "title": source.table.called(language),
            "count": len(source.table.rows),
            "fields": [(column.name, column.called(language)) for column in source.columns],
            "glossary": _glossary(source, language),
        }
        for file, source in copy.sheets
    ]
    data = {
        "number": request.number,
        "received": format_date(language, request.received),
        "taken": format_date(language, request.taken),
        "address": request.searched_address,
        "data_file": DATA,
        "schema_file": SCHEMA,
        "tables": tables,
        "unanswered": [
            company.name for company in request.companies if company.key in request.unanswered
        ],
    }
    return compile_typst(TEMPLATES / language / "requester.answer.portable.typ", data)


def _glossary(source: Source, language: Language) -> list[dict[str, Any]]:
    """The codes of the columns that are in the copy."""
    held = contents(source.table)
    within = {place: held.codes[place] for place in source.places if place in held.codes}
    return glossary(replace(held, codes=within), language)
