"""How many rows of each category the pages print; all of them go in a file beside.

A page is for reading, and what typesets it takes some four hundred bytes of memory for each sign
and ten thousand for each cell. So beside the rows there is a bound on what stands in them.
"""

from collections.abc import Iterator, Mapping
from itertools import accumulate, islice, takewhile
from typing import Final

from bot.core.findings import MOST_ROWS
from bot.core.vocabulary import Category
from bot.registers.records import Snapshot

MOST_SIGNS: Final = 300_000
"""Signs of all data that one document prints, a cell counted as `_CELL` more."""
_CELL: Final = 20

Place = tuple[str, Category]
"""A company (key) and a category."""


def printed(snapshots: Mapping[str, Snapshot]) -> dict[Place, int]:
    """The first so many rows of each category of each company are printed, at most MOST_ROWS.

    Where all together are too long the short categories are printed, and the others share the rest.
    """
    weighed = {
        (company, category): list(_weights(snapshot, category))
        for company, snapshot in snapshots.items()
        for category in snapshot.counts()
    }
    found: dict[Place, int] = {}
    left = MOST_SIGNS
    for place, weights in sorted(weighed.items(), key=lambda one: sum(one[1])):
        share = left // (len(weighed) - len(found))
        fitting = list(takewhile(lambda sum_: sum_ <= share, accumulate(weights)))  # noqa: B023 - used at once
        found[place] = len(fitting)
        left -= fitting[-1] if fitting else 0
    return found


def too_long(snapshots: Mapping[str, Snapshot]) -> bool:
    """Whether some category of some company has more rows than the pages print."""
    shown = printed(snapshots)
    return any(
        count > shown[company, category]
        for company, snapshot in snapshots.items()
        for category, count in snapshot.counts().items()
    )


def _weights(snapshot: Snapshot, category: Category) -> Iterator[int]:
    """What each of the first rows takes."""
    rows = (row for one in snapshot.tables if one.category is category for row in one.rows)
    return (sum(map(len, row)) + _CELL * len(row) for row in islice(rows, MOST_ROWS))
