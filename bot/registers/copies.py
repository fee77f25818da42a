"""The faithful copy of the rows of one table, parted by category."""

from collections.abc import Iterable

from bot.core.vocabulary import Category
from bot.registers.copied import Code, Column, TableRows
from bot.registers.maps.datamap import FieldMap, MarketingMap, TableMap
from bot.registers.sources import Row, as_text
from bot.registers.spill import Gathered


def copies(
    part: TableMap | MarketingMap, rows: Iterable[Row], place: str = ""
) -> tuple[TableRows, ...]:
    """The rows of one table, a piece for each category in the order of the map.

    A category whose cells are all empty is not held (L28); the others are complete. `place` is the
    key of the table in the config. The rows are read once, from the front.
    """
    categories: dict[Category, dict[str, FieldMap]] = {}
    for column, field in part.fields.items():
        categories.setdefault(field.category, {})[column] = field
    gathered = {category: Gathered() for category in categories}
    for row in rows:
        for category, fields in categories.items():
            cells = tuple(as_text(row[column]) for column in fields)
            if any(cells):
                gathered[category].add(cells)
    pieces = (
        TableRows(
            category,
            part.title_sv,
            tuple(column_of(name, field) for name, field in fields.items()),
            gathered[category].rows(),
            part.title_en,
            place,
        )
        for category, fields in categories.items()
    )
    return tuple(piece for piece in pieces if piece.rows)


def column_of(name: str, field: FieldMap) -> Column:
    """A column of a copy, with all that its map says of it."""
    return Column(
        name,
        field.label_sv,
        field.label_en,
        tuple(Code(value, said.sv, said.en) for value, said in field.codes.items()),
        field.origin,
        field.source,
        field.purposes,
        field.free_text,
    )
