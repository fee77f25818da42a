"""All rows of a copy that is too long to print: one JSON, its description, and one CSV a table.

The names are neutral: the list of what is in a sealed zip can be read by everybody.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from bot.answers.sheets import DATA, SCHEMA, File, Sheet, Source, files_of
from bot.registers.records import Snapshot

EXPORT: Final = "export.json"
EXPORT_SCHEMA: Final = "schema.json"


@dataclass(frozen=True)
class _Document:
    tables: tuple[Sheet, ...]


def export(
    snapshots: Mapping[str, Snapshot], names: Mapping[str, str] | None = None
) -> dict[str, File]:
    """Files by name, each in pieces; every cell of what the companies (keys) hold.

    `names` are those of the companies. {} when nothing is held.
    """
    sources = [
        Source(company, (names or {}).get(company, company), snapshot, table, _all(table.columns))
        for company, snapshot in snapshots.items()
        for table in snapshot.tables
        if table.rows
    ]
    if not sources:
        return {}
    made = files_of(
        ((f"export-{place}.csv", source) for place, source in enumerate(sources, start=1)),
        _Document,
    )
    renamed = {DATA: EXPORT, SCHEMA: EXPORT_SCHEMA}
    return {renamed.get(name, name): file for name, file in made.items()}


def _all(columns: tuple[object, ...]) -> tuple[int, ...]:
    return tuple(range(len(columns)))
