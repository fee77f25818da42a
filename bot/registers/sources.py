"""What a kind of source must be able to do for a register to run over it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from bot.registers.erasures.rowplan import Within

Row = Mapping[str, object]
"""The mapped columns of one row, values as the source gives them."""
Sought = tuple[Sequence[str], Collection[Sequence[str]]]
"""Columns, and the pieces of each key that is sought in them; no pieces are every row."""


class Rows(Protocol):
    """A consistent view of the mapped tables of one source, open for one gesture."""

    def resembling(
        self, table: str, columns: Sequence[str], wanted: Collection[Sequence[str]]
    ) -> Iterable[Row]:
        """At least the rows where these columns, joined, hold every piece of one wanted key.

        Pieces are ASCII without spaces; case and the spaces in a cell count for
        nothing. More rows than that may come: the caller looks again with every letter.
        """
        ...

    def reached(self, table: str, sought: Sequence[Sought]) -> Iterable[Row]:
        """The rows that `resembling` gives for any of these, in one pass."""
        ...

    def having(self, table: str, column: str, values: Iterable[object]) -> Iterable[Row]:
        """The rows whose column has one of the values; neither None nor a blank equals any."""
        ...


class Writes(Rows, Protocol):
    """The same view, in one transaction that writes: all of it stands afterwards, or none.

    `within` narrows to rows that hang on the person. Each gesture may be repeated.
    """

    def insert(self, table: str, values: Mapping[str, object]) -> None:
        """Add one row; it need not be a mapped table."""
        ...

    def update(
        self,
        table: str,
        column: str,
        values: Collection[object],
        new: Mapping[str, object],
        within: Within | None = None,
    ) -> int:
        """Write the new cells in every row whose column has one of the values; how many rows."""
        ...

    def delete(
        self, table: str, column: str, values: Collection[object], within: Within | None = None
    ) -> int:
        """Take away every row whose column has one of the values; how many rows."""
        ...


def as_text(value: object) -> str:
    """A cell as the text that stands in the register: nothing is rounded, none is empty."""
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.hex()
    return str(value)


def as_day(value: object) -> date | None:
    """The day that a cell says in ISO 8601, with a time of day or without; None for any other."""
    try:
        return datetime.fromisoformat(as_text(value).strip()).date()
    except ValueError:
        return None
