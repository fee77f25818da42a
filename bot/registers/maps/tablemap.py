"""What each table of a register is: whose data, how it hangs together, what may be done to it."""

from collections.abc import Callable
from enum import StrEnum
from functools import cache, cached_property
from typing import Literal, Self

from pydantic import Field, model_validator

from bot.registers.maps.approved import Key
from bot.registers.maps.fieldmap import (
    CONSENTS,
    HOLDS,
    IDENTITY,
    SWITCHES,
    Code,
    FieldMap,
    Means,
    Origin,
    Part,
    Words,
)

__all__ = [
    "CONSENTS",
    "HOLDS",
    "IDENTITY",
    "SWITCHES",
    "Code",
    "FieldMap",
    "Flag",
    "Means",
    "NoteMap",
    "Origin",
    "SideTable",
    "TableMap",
    "Whose",
    "WhoseBy",
]


class Whose(StrEnum):
    """Whose data a row is (P19).

    A person's; a contact person's of a firm, who gets her own rows and not the firm's; a sole
    trader's, whose numbers are a person's; or a legal person's, which the GDPR does not protect.
    """

    PERSON = "person"
    CONTACT = "contact"
    SOLE_TRADER = "sole_trader"
    FIRM = "firm"


class WhoseBy(Part):
    """A column that says of each row whose it is, and which values stand for whom.

    A value that stands nowhere here is nobody's that we know: a human looks.
    """

    column: Words
    person: tuple[str, ...] = ()
    contact: tuple[str, ...] = ()
    sole_trader: tuple[str, ...] = ()
    firm: tuple[str, ...] = ()


class Flag(Part):
    """A column that is set to `on` while a record is restricted, and to `off` when it is lifted."""

    column: Words
    on: int | str
    off: int | str | None = None


class SideTable(Part):
    """A table with a row a restricted record: the key of the record, and the day it began."""

    table: Words
    key: Words
    since: Words


class NoteMap(Part):
    """Where a correction is noted beside what is never written over (BFL 5:5): one row a note."""

    table: Words
    key: Words
    text: Words
    on: Words


class TableMap(Part):
    """One table (`sql`: the key of this table in the config is its name) or set of files.

    `link` ties it to the person: one column = "table.column" of a mapped table, which may itself
    be linked. A table without link is one row a person. `file` is a name or pattern below the
    register's folder. `whose` says whose data it is (P19).

    What may be done to it, "" or None while nobody has said: `erase` deletes its rows, or deals
    with each cell as its column says, or keeps them. `kept_by` is the purpose whose law keeps a row
    until its last day (Art. 17(3)(b)), counted from the column that means `booked`, in it or in the
    table that it hangs on. `order` says when its rows are deleted, the lowest first; without it
    what hangs on a row goes before it.
    `restrict` is a flag, a table beside it, or a person's task; `rectify` writes over, notes
    beside, or is a person's task.
    """

    source: Literal["sql", "csv", "xlsx", "json"] = "sql"
    file: Words | None = None
    whose: Whose | WhoseBy
    erase: Literal["", "rows", "cells", "keep"] = ""
    kept_by: Key | None = None
    order: int | None = None
    restrict: Flag | SideTable | Literal["person"] | None = None
    rectify: NoteMap | Literal["overwrite", "person"] | None = None
    key: Words
    link: dict[str, str] = Field(default_factory=dict, max_length=1)
    title_sv: Words
    title_en: Words
    fields: dict[str, FieldMap] = Field(min_length=1)

    @model_validator(mode="after")
    def _columns_are_mapped(self) -> Self:
        for column in (self.key, *self.link):
            if column not in self.fields:
                raise ValueError(f"the column `{column}` is used as key or link: add it to fields")
        if (self.source == "sql") != (self.file is None):
            raise ValueError(
                '`file` goes with source = "csv", "xlsx" or "json", and is needed there'
            )
        return self

    @model_validator(mode="after")
    def _deeds_name_columns(self) -> Self:
        named = [
            self.restrict.column if isinstance(self.restrict, Flag) else None,
            self.whose.column if isinstance(self.whose, WhoseBy) else None,
        ]
        for column in filter(None, named):
            if column not in self.fields:
                raise ValueError(f"the column `{column}` says something of a row: add it to fields")
        return self

    def meaning(self, *means: Means) -> tuple[str, ...]:
        """The columns that mean one of these, in the order of the map."""
        return self._meaning(means)

    @cached_property
    def _meaning(self) -> Callable[[tuple[Means, ...]], tuple[str, ...]]:
        """Asked for every row of a pass; the map never changes."""

        @cache
        def columns(means: tuple[Means, ...]) -> tuple[str, ...]:
            return tuple(name for name, field in self.fields.items() if field.means in means)

        return columns

    @property
    def upward(self) -> tuple[str, str, str] | None:
        """Column, and the table and column it points to; None for a person's own table."""
        for column, target in self.link.items():
            table, _, there = target.partition(".")
            return column, table, there
        return None
