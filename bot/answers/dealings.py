"""The latest day of a person's dealings with a company, as far as a copy of her rows tells it."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date, datetime

from bot.core.vocabulary import Category
from bot.registers.maps.datamap import Means, RegisterMap
from bot.registers.records import TableRows

_DEALINGS = (Means.RELATION, Means.BOOKED)


def latest_dealing(
    tables: Iterable[TableRows], concerned: Collection[Category], registers: Collection[RegisterMap]
) -> date | None:
    """The latest day in the columns that mean `relation` or `booked`, for some categories.

    `registers` are the maps of one company. None when there is no day, one cannot be read, or a
    table has rows whose days nobody wrote down: what is kept until a date needs every day.
    """
    days = [
        day
        for table in tables
        if table.category in concerned and table.rows
        for day in _days(table, registers)
    ]
    known = [day for day in days if day is not None]
    return max(known) if known and len(known) == len(days) else None


def _days(table: TableRows, registers: Iterable[RegisterMap]) -> Iterator[date | None]:
    found = [
        (register, name)
        for register in registers
        for name, part in register.tables.items()
        if part.title_sv == table.title
    ]
    dated = {
        column for register, name in found for column in register.tables[name].meaning(*_DEALINGS)
    }
    at = [place for place, column in enumerate(table.columns) if column.name in dated]
    yield from (_day(row[place]) for place in at for row in table.rows)
    if not at and not any(_hangs_on_a_day(register, name) for register, name in found):
        yield None


def _hangs_on_a_day(register: RegisterMap, table: str) -> bool:
    """Whether the rows belong to rows that have a day, as the lines of a purchase do."""
    return any(register.tables[name].meaning(*_DEALINGS) for name in register.path(table))


def _day(cell: str) -> date | None:
    try:
        return datetime.fromisoformat(cell.strip()).date()
    except ValueError:
        return None
