"""What each column of a register is, as the controllers wrote it down."""

from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from bot.core.vocabulary import Category
from bot.registers.maps.approved import Key

Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


class Means(StrEnum):
    """What the bot may understand of a column; everything else it copies and leaves alone."""

    NOTHING = ""
    NAME = "name"
    EMAIL = "email"
    CUSTOMER_NUMBER = "customer_number"
    PERSONAL_NUMBER = "personal_number"
    COOKIE_ID = "cookie_id"
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
    STATISTICS = "statistics"
    PROTECTED = "protected"
    REGISTERED = "registered"
    RELATION = "relation"
    ENDED = "ended"
    BOOKED = "booked"
    OCCURRED = "occurred"
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

IDENTITY = frozenset(
    {Means.EMAIL, Means.CUSTOMER_NUMBER, Means.PERSONAL_NUMBER, Means.COOKIE_ID, Means.NAME}
)
"""The columns by which a person is looked up."""

SWITCHES = CONSENTS | {Means.STATISTICS}
"""Columns that say yes or no to a use, and can be switched off."""


class Origin(StrEnum):
    """Where the data came from (Art. 14(2)(f), 15(1)(g), 20(1)); "" means that nobody knows.

    Given by the person, observed of her use of our services, obtained from somebody named, or
    concluded by us.
    """

    UNKNOWN = ""
    GIVEN = "given"
    OBSERVED = "observed"
    OBTAINED = "obtained"
    INFERRED = "inferred"


class Part(BaseModel):
    """A frozen table of the map; an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Code(Part):
    """What one code of a column stands for, in a customer's words (EDPB 01/2022, ex. 27)."""

    sv: Words
    en: Words


class FieldMap(Part):
    """One column. `off` is the value that says no in a switch, and that it is over in a hold.

    `registered` is the day on which the person came into the register, `relation` a day of her
    dealings with the company: a purchase, an invoice, a contact (P29); `ended` the day on which
    they ended, `booked` the day that bookkeeping counts from, a day of her dealings too, `occurred`
    the day of the event from which a period is counted (a visit). Several
    columns of one table that mean `name` are one name, in the order of the map.

    `origin`, and `source`: who it was obtained from. `purposes` are those of its category that use
    this column; () is all of them. `erase` is what an erasure does to the cell where its row stays:
    empty it, write `replacement`, or leave it. `free_text` may name other people (Art. 15(4)).
    `codes` explain every value that the column can have.
    """

    category: Category
    label_sv: Words
    label_en: Words
    means: Means = Means.NOTHING
    off: int | str | None = None
    origin: Origin = Origin.UNKNOWN
    source: str = ""
    purposes: tuple[Key, ...] = ()
    erase: Literal["", "clear", "replace", "keep"] = ""
    replacement: int | str | None = None
    free_text: bool = False
    codes: dict[str, Code] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _switches_say_off(self) -> Self:
        if self.means in CONSENTS and self.off is None:
            raise ValueError("a consent needs `off`: the value that this column holds for no")
        if self.means in HOLDS and self.off is None:
            raise ValueError("a hold needs `off`: the value that says that it is over")
        if self.means in {Means.STATISTICS, Means.PROTECTED} and self.off is None:
            raise ValueError(f"`{self.means}` needs `off`: the value that this column holds for no")
        speaks = CONSENTS | HOLDS | {Means.STATISTICS, Means.PROTECTED}
        if self.means not in speaks and self.off is not None:
            raise ValueError("`off` belongs to a consent (means = consent_mail, …) or a hold")
        return self

    @model_validator(mode="after")
    def _origins_are_named(self) -> Self:
        if (self.origin is Origin.OBTAINED) != bool(self.source):
            raise ValueError('`source` (who gave it to us) goes with origin = "obtained"')
        if (self.erase == "replace") != (self.replacement is not None):
            raise ValueError('`replacement` goes with erase = "replace", and is needed there')
        return self
