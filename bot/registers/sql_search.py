"""Which rows of a database may hold a key, however it is spelt there: one pass over narrow cells.

No index can serve this. A cell may hold `KARIN@SHOP.EXAMPLE`, `Karin <karin@shop.example>`, or
two addresses, and an index on the column finds none of them. So the pass is made as cheap as one
can be.
"""

from collections.abc import Collection, Sequence

from sqlalchemy import ColumnElement, String, TableClause, and_, cast, func, or_

from bot.registers.maps.datamap import Means

_WHOLE_WORDS = frozenset({Means.EMAIL, Means.NAME, Means.NOTHING})
"""A blank ends an address or a name; in every other key blanks and hyphens count for nothing."""


def near(
    dialect: str,
    source: TableClause,
    columns: Sequence[tuple[str, Means]],
    wanted: Collection[Sequence[str]],
) -> ColumnElement[bool] | None:
    """The condition for rows whose columns hold every piece of one wanted key; None is every row.

    Pieces are ASCII. It lets more rows through than hold the key, and none less.
    """
    if not all(wanted):
        return None
    return or_(
        *(
            and_(*(or_(*(_holds(dialect, source, one, piece) for one in columns)) for piece in key))
            for key in wanted
        )
    )


def _holds(
    dialect: str, source: TableClause, column: tuple[str, Means], piece: str
) -> ColumnElement[bool]:
    name, means = column
    pattern = _pattern(piece, spaced=means not in _WHOLE_WORDS)
    cell = source.c[name]
    if dialect == "sqlite":
        # its LIKE takes every type, and ASCII letters of either case
        return cell.like(pattern)
    text = cast(cell, String)
    if dialect == "postgresql":
        # by bytes: four times as fast as ILIKE, and the same in every locale
        return func.lower(text.collate("C")).like(pattern)
    return func.lower(text).like(pattern)


def _pattern(piece: str, *, spaced: bool) -> str:
    """What of a piece is a wildcard already only lets more through.

    A backslash would hide the sign after it, and `ss` may stand as `ß`.
    """
    text = piece.lower().replace("\\", "_")
    return f"%{'%'.join(text)}%" if spaced else f"%{text.replace('ss', '%')}%"
