"""Which rows of a database may hold a key, however it is spelt there: one pass over narrow cells.

No index can serve this. A cell may hold `KARIN@SHOP.EXAMPLE`, `Karin <karin@shop.example>`, or
two addresses, and an index on the column finds none of them. So there is one pass a table for all
keys together, and it is made as cheap as one can be.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from sqlalchemy import ColumnElement, String, TableClause, and_, cast, func, or_

from bot.registers.maps.datamap import Means
from bot.registers.sources import Sought

_WHOLE_WORDS = frozenset({Means.EMAIL, Means.NAME, Means.NOTHING})
"""A blank ends an address or a name; in every other key blanks and hyphens count for nothing."""


_BEYOND: Final = {"sqlite": ("GLOB", "*[^!-~]*"), "postgresql": ("~", "[^!-~]")}
"""How a database is asked for a sign that is no printed one of ASCII."""
_LETTER: Final = re.compile(r"[a-z]")
_TELLS: Final = re.compile(r"[^%_]")
"""A sign of a pattern that is no wildcard."""


def near(
    dialect: str, source: TableClause, means: Mapping[str, Means], sought: Sequence[Sought]
) -> ColumnElement[bool] | None:
    """The condition for rows whose columns hold every piece of one key; None is every row.

    Pieces are ASCII. It lets more rows through than hold the key, and none less.
    """
    if not all(all(wanted) for _, wanted in sought):
        return None
    return or_(
        *(
            and_(
                *(
                    or_(*(_holds(dialect, source.c[one], means[one], piece) for one in columns))
                    # the longest leaves fewest rows for the others
                    for piece in sorted(key, key=len, reverse=True)
                )
            )
            for columns, wanted in sought
            for key in wanted
        )
    )


def _holds(
    dialect: str, cell: ColumnElement[object], means: Means, piece: str
) -> ColumnElement[bool]:
    alike = _alike(dialect, cell, _pattern(piece, spaced=means not in _WHOLE_WORDS))
    if means is not Means.CUSTOMER_NUMBER or dialect not in _BEYOND:
        return alike
    # such a cell holds nothing else, so it is as long, or holds blanks (or what is not ASCII)
    text = cell if dialect == "sqlite" else cast(cell, String).collate("C")
    sign, beyond = _BEYOND[dialect]
    return and_(alike, or_(func.length(text) == len(piece), text.op(sign)(beyond)))


def _alike(dialect: str, cell: ColumnElement[object], pattern: str) -> ColumnElement[bool]:
    if dialect == "sqlite":
        # its LIKE takes every type, and ASCII letters of either case
        return cell.like(pattern)
    text = cast(cell, String)
    if dialect != "postgresql":
        return func.lower(text).like(pattern)
    # by bytes: four times as fast as ILIKE, and the same in every locale
    plain = text.collate("C")
    shape = _LETTER.sub("_", pattern)
    if shape == pattern:
        return plain.like(pattern)
    lower = func.lower(plain).like(pattern)
    # where digits and signs stand is asked first: that needs no copy of the cell
    return and_(plain.like(shape), lower) if _TELLS.search(shape) else lower


def _pattern(piece: str, *, spaced: bool) -> str:
    """What of a piece is a wildcard already only lets more through.

    A backslash would hide the sign after it, and `ss` may stand as `ß`.
    """
    text = piece.lower().replace("\\", "_")
    return f"%{'%'.join(text)}%" if spaced else f"%{text.replace('ss', '%')}%"
