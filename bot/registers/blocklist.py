"""Who stands on a register's own block list already, for the list that all companies share."""

from collections.abc import Iterator
from datetime import date

from bot.registers.keys import addresses_in
from bot.registers.maps.datamap import RegisterMap
from bot.registers.sources import as_text
from bot.registers.sql import SqlDatabase

_ANY: tuple[str, ...] = ()


def listed(name: str, register_map: RegisterMap) -> Iterator[tuple[str, date | None]]:
    """Each address on the block list of a register, and since when; None where no day is readable.

    Nothing where the register has no block list. RegisterUnavailable as for every reading.
    """
    marketing = register_map.marketing
    if marketing is None:
        return
    with SqlDatabase(name, register_map).reading() as rows:
        for row in rows.resembling(marketing.table, [marketing.address], [_ANY]):
            since = _day(as_text(row[marketing.date]))
            for address in sorted(addresses_in(as_text(row[marketing.address]))):
                yield address, since


def _day(cell: str) -> date | None:
    try:
        return date.fromisoformat(cell.strip()[:10])
    except ValueError:
        return None
