"""What an erasure will do to each row of one register: written down before anything is done.

The plan holds keys and counts and no other value. A repeated erasure works from the same plan, so
that its receipt says what was there and not what was left (Art. 5(2), 17).
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from bot.core.deadlines import receipt_day
from bot.core.kept_json import KeptJson
from bot.core.vocabulary import Category
from bot.registers.maps.periods import Period

Scalar = int | str
"""The value of a key, as the source gives it."""


class Fate(StrEnum):
    """What becomes of some rows of one table.

    CLEAR empties or replaces `columns` and leaves the row; ASK: nobody has said what to do.
    """

    DELETE = "delete"
    CLEAR = "clear"
    KEEP = "keep"
    ASK = "ask"


@dataclass(frozen=True)
class Within:
    """The column by which rows hang on a person, and its values that are hers.

    A key alone may be somebody else's too: a receipt number that two customers share.
    """

    column: str
    values: tuple[Scalar, ...]


@dataclass(frozen=True)
class RowsPlanned:
    """Rows of one table that share a fate, by the values of the table's key.

    `counts` are the rows by category that hold something of it and share this fate. `law` is the
    purpose (key) whose law keeps them, `until` its last day and `event` what it ends with instead;
    all empty where nothing is kept. `missing` are the keys of the map without which nobody can say.
    """

    table: str
    fate: Fate
    keys: tuple[Scalar, ...]
    within: Within | None = None
    columns: tuple[str, ...] = ()
    counts: tuple[tuple[Category, int], ...] = ()
    law: str = ""
    until: date | None = None
    event: str = ""
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class Rules:
    """What the purposes of the data map say of keeping: `periods` by purpose (key).

    `closing` is when the company's fiscal years close ("12-31"), None while nobody has said.
    """

    periods: dict[str, Period] = field(default_factory=dict)
    closing: str | None = None


@dataclass(frozen=True)
class RowPlan(KeptJson):
    """The plan of one register, laid out at an aware instant; rows in the order of deletion.

    `rules` are those by which it was laid out. `others` are records (`table/key`) that a key of
    hers reached then and that do not hold her address: somebody else's, and left alone.
    """

    register: str
    company: str
    taken: datetime
    rows: tuple[RowsPlanned, ...] = ()
    rules: Rules = field(default_factory=Rules)
    others: tuple[str, ...] = ()

    @property
    def day(self) -> date:
        """The Swedish day on which it was laid out."""
        return receipt_day(self.taken)


@dataclass(frozen=True)
class Residue:
    """What is still there although the plan erases it: a table and a number of rows."""

    table: str
    rows: int
