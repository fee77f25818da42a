"""What tables and columns a database has, by its own schema."""

from collections.abc import Iterator

from sqlalchemy import Inspector
from sqlalchemy.engine.reflection import ObjectKind
from sqlalchemy.exc import SQLAlchemyError

_HOLDING = ObjectKind.TABLE | ObjectKind.MATERIALIZED_VIEW
"""What holds rows of its own; foreign tables and partitions are among them."""


def layout_of(seen: Inspector) -> tuple[dict[str, tuple[str, ...]], frozenset[str]]:
    """Tables and views with their columns, and which are views.

    Tables of another schema stand as `schema.table`: the map cannot name them, and so they are
    seen. A view that no longer works is left out.
    """
    columns: dict[str, tuple[str, ...]] = {}
    for schema in (None, *_other_schemas(seen)):
        held = seen.get_multi_columns(schema=schema, kind=_HOLDING)
        for (_, name), of_table in held.items():
            whole = f"{schema}.{name}" if schema else name
            columns[whole] = tuple(str(one["name"]) for one in of_table)
    views = dict(_views(seen))
    return columns | views, frozenset(views)


def _other_schemas(seen: Inspector) -> list[str]:
    if seen.dialect.name != "postgresql":
        return []
    own = {seen.default_schema_name, "information_schema"}
    return [name for name in seen.get_schema_names() if name not in own]


def _views(seen: Inspector) -> Iterator[tuple[str, tuple[str, ...]]]:
    for name in seen.get_view_names():
        try:
            yield name, tuple(str(one["name"]) for one in seen.get_columns(name))
        except SQLAlchemyError:
            continue
