"""The page that carries a portable copy: which files there are, and what each field means."""

from bot.answers.extract import Extract
from bot.answers.pdf import TEMPLATES, compile_typst
from bot.answers.portable import DATA, SCHEMA, PortableCopy
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
            "company": names[table.company],
            "file": table.file,
            "title": getattr(table.title, language),
            "count": len(table.rows),
            "fields": [(one.name, getattr(one.title, language)) for one in table.fields],
        }
        for table in copy.tables
    ]
    data = {
        "number": request.number,
        "received": format_date(language, request.received),
        "taken": format_date(language, request.taken),
        "address": request.searched_address,
        "data_file": DATA,
        "schema_file": SCHEMA,
        "tables": tables,
    }
    return compile_typst(TEMPLATES / language / "requester.answer.portable.typ", data)
