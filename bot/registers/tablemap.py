"""What each table and column of a register is, as the controllers wrote it down."""

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)

from bot.core.vocabulary import Category

Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


class Means(StrEnum):
    """What the bot may understand of a column; everything else it copies and leaves alone."""

    NOTHING = ""
    NAME = "name"
    EMAIL = "email"
    CUSTOMER_NUMBER = "customer_number"
    PERSONAL_NUMBER = "personal_number"
    PHONE = "phone"
    STREET = "street"
    POSTCODE = "postcode"
    CITY = "city"
    CONTACT_CHANGED = "contact_changed"
    CREDIT = "credit"
    CONSENT_MAIL = "consent_mail"
    CONSENT_SMS = "consent_sms"
    CONSENT_POST = "consent_post"
    CONSENT_OTHER = "consent_other"
    REGISTERED = "registered"
    RELATION = "relation"
    OPEN_ORDER = "open_order"
    UNPAID_INVOICE = "unpaid_invoice"
    RENTAL = "rental"
    GOODS_COMPLAINT = "goods_complaint"
    DISPUTE = "dispute"
    FRAUD_FLAG = "fraud_flag"


CONSENTS = frozenset(
    {Means.CONSENT_MAIL, Means.CONSENT_SMS, Means.CONSENT_POST, Means.CONSENT_OTHER}
)
"""E-mail, SMS, letter; and any other channel or profiling for marketing (Art. 21(2))."""

HOLDS = frozenset(
    {
        *(Means.OPEN_ORDER, Means.UNPAID_INVOICE, Means.RENTAL),
        *(Means.GOODS_COMPLAINT, Means.DISPUTE, Means.FRAUD_FLAG),
    }
)
"""What still runs and holds an erasure or a restriction for a human (P07)."""

IDENTITY = frozenset({Means.EMAIL, Means.CUSTOMER_NUMBER, Means.PERSONAL_NUMBER, Means.NAME})
"""The columns by which a person is looked up."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class FieldMap(_Part):
    """One column. `off` is the value that says no in a consent, and that it is over in a hold.

    `registered` is the day on which the person came into the register, `relation` a day of her
    dealings with the company: a purchase, an invoice, a contact (P29). Several columns of one
    table that mean `name` are one name, in the order of the map.
    """

    category: Category
    label_sv: Words
    label_en: Words
    means: Means = Means.NOTHING
    off: int | str | None = None

    @model_validator(mode="after")
    def _consents_say_off(self) -> Self:
        if self.means in CONSENTS and self.off is None:
            raise ValueError("a consent needs `off`: the value that this column holds for no")
        if self.means in HOLDS and self.off is None:
            raise ValueError("a hold needs `off`: the value that says that it is over")
        if self.means not in CONSENTS | HOLDS and self.off is not None:
            raise ValueError("`off` belongs to a consent (means = consent_mail, …) or a hold")
        return self


class TableMap(_Part):
    """One table (`sql`: the key of this table in the config is its name) or set of files (`csv`).

    `link` ties it to the person: one column = "table.column" of a mapped table, which may itself
    be linked. A table without link is one row a person. `file` is a name or pattern below the
    register's csv_folder. `whose` says whose data it is (P19).
    """

    source: Literal["sql", "csv"] = "sql"
    file: Words | None = None
    whose: Literal["person"] = "person"
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
        if (self.source == "csv") != (self.file is not None):
            raise ValueError('`file` goes with source = "csv", and is needed there')
        if self.source == "csv" and self.meaning(*CONSENTS):
            raise ValueError("files are only read here, so no consent can be switched off in one")
        return self

    def meaning(self, *means: Means) -> tuple[str, ...]:
        """The columns that mean one of these, in the order of the map."""
        return tuple(name for name, field in self.fields.items() if field.means in means)

    @property
    def upward(self) -> tuple[str, str, str] | None:
        """Column, and the table and column it points to; None for a person's own table."""
        for column, target in self.link.items():
            table, _, there = target.partition(".")
            return column, table, there
        return None


class MarketingMap(_Part):
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


class RegisterMap(_Part):
    """One register; `impersonal` are tables that hold nobody's data.

    `url` is a SQLAlchemy URL; paths in it and csv_folder are absolute by the time they come here.
    """

    company: Words
    kind: Literal["sql"] = "sql"
    url: Words = Field(repr=False)
    demo: bool = False
    csv_folder: Path | None = None
    impersonal: tuple[Words, ...] = ()
    marketing: MarketingMap
    tables: dict[str, TableMap] = Field(min_length=1)

    @model_validator(mode="after")
    def _links_lead_to_a_person(self) -> Self:
        if self.marketing.table in (*self.tables, *self.impersonal):
            raise ValueError("the block list stands under `marketing` alone, in no other place")
        for name, table in self.tables.items():
            if table.source == "csv" and self.csv_folder is None:
                raise ValueError(f"tables.{name} is made of files: set csv_folder")
            if table.upward is None:
                continue
            _, parent, there = table.upward
            if parent not in self.tables or there not in self.tables[parent].fields:
                known = ", ".join(self.tables)
                raise ValueError(
                    f'tables.{name}.link points to "{parent}.{there}", which is not mapped; '
                    f'write "table.column" with one of the tables {known}'
                )
        for name in self.tables:
            self.root_of(name)
        return self

    def path(self, table: str) -> Iterator[str]:
        """The table and its ancestors up to the person's own. ValueError when links run round."""
        seen: list[str] = []
        step: str | None = table
        while step is not None:
            if step in seen:
                raise ValueError(f"the links run round: {' → '.join((*seen, step))}")
            seen.append(step)
            yield step
            upward = self.tables[step].upward
            step = upward[1] if upward else None

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
        return tuple(name for name, table in self.tables.items() if table.upward is None)
