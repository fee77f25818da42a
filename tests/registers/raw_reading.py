"""A register read beside everything of ours: all that stands in it, and on the disk."""

from pathlib import Path
from typing import Any

from sqlalchemy import NullPool, create_engine, inspect, text

Row = dict[str, Any]


def everything(url: str) -> dict[str, list[Row]]:
    """Every row of every table, read beside everything of ours."""
    engine = create_engine(url, poolclass=NullPool)
    with engine.connect() as database:
        names = inspect(database).get_table_names()
        read = {n: database.execute(text(f'SELECT * FROM "{n}"')).mappings() for n in names}  # noqa: S608 - names of our own schema
        return {name: [dict(row) for row in rows] for name, rows in read.items()}


def on_disk(path: Path) -> bytes:
    """What the files of a SQLite register hold, those beside it too."""
    return b"".join(each.read_bytes() for each in sorted(path.parent.glob(f"{path.name}*")))
