"""What a register is as a whole: where it is, its tables, and its block list."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal, Self

from pydantic import Field, model_validator

from bot.registers.maps.fieldmap import FieldMap, Means, Part, Words
from bot.registers.maps.tablemap import TableMap, Whose


class MarketingMap(Part):
    """The register's block list. `fields` maps all its columns, `address` and `date` among them."""

    table: Words
    address: Words
    date: Words
    title_sv: Words
    title_en: Words
    fields: dict[str, FieldMap]

    @model_validator(mode="after")
    def _columns_are_mapped(self) -> Self:
        for column in (self.address, self.date):
            if column not in self.fields:
                raise ValueError(f"the column `{column}` of the block list is not in its fields")
        if any(field.means is Means.PERSONAL_NUMBER for field in self.fields.values()):
            # lag (2018:218) 3 kap. 10 §: nothing about a block list makes it clearly justified
            raise ValueError("a personal number on a marketing list: take that column out of it")
        return self


class RegisterMap(Part):
    """One register; `impersonal` are tables that hold nobody's data.

    `writable`: the bot may restrict, correct and erase in it; without, people are asked to.
    `url` is a SQLAlchemy URL, None for a register of files alone; paths in it and folder are
    absolute by the time they come here.
    """

    company: Words
    kind: Literal["sql"] = "sql"
    url: Words | None = Field(default=None, repr=False)
    demo: bool = False
    writable: bool = False
    folder: Path | None = None
    impersonal: tuple[Words, ...] = ()
    marketing: MarketingMap | None = None
    tables: dict[str, TableMap] = Field(min_length=1)

    @model_validator(mode="after")
    def _tables_are_somewhere(self) -> Self:
        in_database = [f"tables.{n}" for n, table in self.tables.items() if table.source == "sql"]
        in_database += ["marketing"] if self.marketing else []
        if self.url is None and in_database:
            raise ValueError(f"{in_database[0]} is in a database: set url")
        for name, table in self.tables.items():
            if table.source != "sql" and self.folder is None:
                raise ValueError(f"tables.{name} is made of files: set folder")
        return self

    @model_validator(mode="after")
    def _links_lead_to_a_person(self) -> Self:
        if self.marketing and self.marketing.table in (*self.tables, *self.impersonal):
            raise ValueError("the block list stands under `marketing` alone, in no other place")
        for name, table in self.tables.items():
            if table.upward is None:
                continue
            _, parent, there = table.upward
            if parent not in self.tables or there not in self.tables[parent].fields:
                known = ", ".join(self.tables)
                raise ValueError(
                    f'tables.{name}.link points to "{parent}.{there}", which is not mapped; '
                    f'write "table.column" with one of the tables {known}'
                )
        for name, table in self.tables.items():
            dated = any(self.tables[step].meaning(Means.BOOKED) for step in self.path(name))
            if table.kept_by is not None and not dated and table.whose is not Whose.FIRM:
                raise ValueError(
                    f'tables.{name}.kept_by needs a column with means = "booked" to count from'
                )
        return self

    def path(self, table: str) -> Iterator[str]:
        """The table and its ancestors up to the person's own. ValueError when links run round.

        A contact person's own is her row, and never the firm that it hangs on (P19).
        """
        seen: list[str] = []
        step: str | None = table
        while step is not None:
            if step in seen:
                raise ValueError(f"the links run round: {' → '.join((*seen, step))}")
            seen.append(step)
            yield step
            upward = self.tables[step].upward
            step = upward[1] if upward else None
            if step is not None and self.tables[step].whose is Whose.FIRM:
                return

    def root_of(self, table: str) -> str:
        """The person's own table that a table hangs on."""
        return list(self.path(table))[-1]

    def below(self, root: str) -> tuple[str, ...]:
        """A person's own table and all that hangs on it, each after the one it points to."""
        ours = [name for name in self.tables if self.root_of(name) == root]
        return tuple(sorted(ours, key=lambda name: len(list(self.path(name)))))

    @property
    def roots(self) -> tuple[str, ...]:
        """The tables with one row a person."""
        own = (name for name in self.tables if self.root_of(name) == name)
        return tuple(name for name in own if self.tables[name].whose is not Whose.FIRM)
