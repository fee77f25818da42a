"""What an invented person is, and the three registers that she may stand in."""

from collections.abc import Mapping
from dataclasses import dataclass, field

GAVLE, BORLANGE, MORA = "gavle", "borlange", "mora"
REGISTERS = (GAVLE, BORLANGE, MORA)
"""The names of the demo registers, which are also those of their companies."""

PRIVATE, SOLE_TRADER, FIRM = "P", "E", "F"
"""Whose a customer's row in Gävle is: a person's, a sole trader's (enskild firma), a firm's."""

_NUMBERS = {GAVLE: "G-{}", BORLANGE: "{}", MORA: "M{}"}
_FIRST = {GAVLE: 20000, BORLANGE: 50000, MORA: 30000}


@dataclass(frozen=True)
class Home:
    """A postal address, as it stands on an envelope below the name."""

    street: str
    postcode: str
    city: str

    @property
    def lines(self) -> tuple[str, str]:
        """Street, and postcode with city."""
        return (self.street, f"{self.postcode} {self.city}")


@dataclass(frozen=True)
class DemoPerson:
    """One invented person. `homes` says in which registers she stands and where she lives there.

    A register with None holds no postal address. `changed` is how many days before the demo's
    day her contact data last changed, None for a date nobody noted. `since` is how many days
    before it she came into the registers, `ended` how many before it her dealings were over,
    `running` the words of what is not over yet (`datamap.HOLDS`), `bought_last` the register where
    she bought something the day before it, `bought_first` how many days before it her first
    purchase was. `wants_mail` sets all marketing channels. None lets chance decide.

    `kind` is PRIVATE, SOLE_TRADER or FIRM, `org_number` as the latter two write it; `employer` is
    the firm's customer number in Gävle of who is only its contact person. `protected` are the
    registers that know of a protected identity. `looked` is how often she was in the web shop,
    `ordered_by` the channel of her orders, and `remark` what somebody wrote down of a complaint.
    """

    number: int
    given: str
    family: str
    address: str
    homes: Mapping[str, Home | None] = field(default_factory=dict, hash=False)
    phone: str = ""
    personal_number: str = ""
    credit: bool = False
    changed: int | None = 1500
    wants_mail: bool | None = None
    since: int | None = None
    ended: int | None = None
    running: tuple[str, ...] = ()
    bought_last: str = ""
    bought_first: int | None = None
    kind: str = PRIVATE
    org_number: str = ""
    employer: str = ""
    protected: tuple[str, ...] = ()
    looked: int | None = None
    ordered_by: str = ""
    remark: str = ""

    @property
    def name(self) -> str:
        """As on an envelope."""
        return f"{self.given} {self.family}".strip()

    def customer_number(self, register: str) -> str:
        """Her number in one register; no two registers give out the same."""
        return _NUMBERS[register].format(_FIRST[register] + self.number)
