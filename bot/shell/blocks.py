"""The list of addresses that get no marketing: hashes and days, in no register's hands."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from sqlmodel import Session, col, select

from bot.core.addresses import block_hashes
from bot.shell.tables import BlockRow

_AT_ONCE = 500


def block(session: Session, addresses: Iterable[str], since: date, source: str) -> int:
    """Put addresses on the list, each in every spelling; how many hashes are new there.

    One that is there already keeps its first day. `source` as `BlockRow` has it.
    """
    hashes = {one for address in addresses for one in block_hashes(address)}
    new = hashes - blocked(session, hashes).keys()
    session.add_all(BlockRow(hash=one, since=since, source=source) for one in sorted(new))
    session.flush()
    return len(new)


def carry_over(
    session: Session, changes: Iterable[tuple[Collection[str], Collection[str]]], source: str
) -> int:
    """A no holds for the addresses that old ones are changed to (Art. 21(3)); how many hashes.

    `changes` are old and new addresses. A new one has the first day of the old, which stays.
    """
    count = 0
    for old, new in changes:
        hashes = frozenset[str]().union(*map(block_hashes, old))
        since = min(blocked(session, hashes).values(), default=None)
        count += block(session, new, since, source) if since else 0
    return count


def blocked(session: Session, hashes: Collection[str]) -> dict[str, date]:
    """Those of the hashes that are on the list, each with the Swedish day since when."""
    asked, found = sorted(hashes), dict[str, date]()
    for start in range(0, len(asked), _AT_ONCE):
        some = col(BlockRow.hash).in_(asked[start : start + _AT_ONCE])
        found |= {row.hash: row.since for row in session.exec(select(BlockRow).where(some))}
    return found


def all_blocked(session: Session) -> Iterator[str]:
    """Every hash of the list, sorted."""
    yield from session.exec(select(BlockRow.hash).order_by(col(BlockRow.hash)))
