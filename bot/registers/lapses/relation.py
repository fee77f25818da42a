"""When a person's relation with a company ended, told as the controllers said that it is told."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Final

from bot.registers.maps.datamap import CONSENTS, Means, RegisterMap
from bot.registers.maps.periods import Ends
from bot.registers.search import Family
from bot.registers.sources import as_day, as_text

LASTS: Final = date.max
"""The relation has not ended."""


def relation_ended(
    register_map: RegisterMap, theirs: Family, ends: Collection[Ends]
) -> date | None:
    """The last day of the relation by the latest of what tells it; LASTS, or None: unknown.

    A day that cannot be read is unknown. It never ended before the last dealing on file.
    """
    cells = _Cells(register_map, theirs)
    told: list[date | None] = []
    if Ends.ENDED in ends:
        told += [as_day(cell) if cell else LASTS for cell in cells.of(Means.ENDED)]
    if Ends.CONSENT in ends and cells.has_consent():
        told.append(LASTS)
    if Ends.DEALING in ends:
        told += [as_day(cell) for cell in cells.of(Means.REGISTERED) if cell]
    if told or Ends.DEALING in ends:
        dealt = (*cells.of(Means.RELATION), *cells.of(Means.BOOKED))
        told += [as_day(cell) for cell in dealt if cell]
    known = [day for day in told if day is not None]
    return max(known) if known and len(known) == len(told) else None


class _Cells:
    """What one person's rows say in the columns that mean something."""

    def __init__(self, register_map: RegisterMap, theirs: Family) -> None:
        self._map, self._theirs = register_map, theirs

    def of(self, means: Means) -> Iterator[str]:
        """Each cell of that meaning, stripped; empty ones too."""
        for name, rows in self._theirs.items():
            for column in self._map.tables[name].meaning(means):
                yield from (as_text(row[column]).strip() for row in rows)

    def has_consent(self) -> bool:
        """Whether a yes to marketing stands in any channel."""
        return any(
            as_text(row[column]).strip() not in {"", str(table.fields[column].off)}
            for name, rows in self._theirs.items()
            for table in (self._map.tables[name],)
            for column in table.meaning(*CONSENTS)
            for row in rows
        )
