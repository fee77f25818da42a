"""Lists of the house that no matter owns: what was told on a day, who gets no marketing."""

from datetime import date
from typing import Any, ClassVar

from sqlmodel import Field

from bot.shell.tables.row import Row


class Told(Row, table=True):
    """What was told to whom on a day, so that it is told once: a keyed hash."""

    __tablename__: ClassVar[Any] = "told"

    key: str = Field(primary_key=True)
    on: date


class BlockRow(Row, table=True):
    """An address that gets no marketing, by its hash; an erasure leaves it there (Art. 21(3)).

    `source` is the matter in which it was said, or the register that already knew.
    """

    __tablename__: ClassVar[Any] = "block"

    hash: str = Field(primary_key=True)
    since: date
    source: str
