"""What is written when somebody is to show who writes, and does."""

from datetime import date
from typing import Literal

from bot.core.fact import Written


class CodeIssued(Written):
    """A code was drawn for an address or a letter; `ordinal` counts the matter's codes."""

    kind: Literal["code_issued"] = "code_issued"
    ordinal: int
    channel: Literal["mail", "letter"]
    to: str
    on: date | None = None


class CodesVoided(Written):
    """No code that is out counts any longer, or none of one channel.

    `start_over`: nor does what one has proved.
    """

    kind: Literal["codes_voided"] = "codes_voided"
    channel: Literal["", "mail", "letter"] = ""
    start_over: bool = False


class WrongCode(Written):
    """A code that opens nothing came back."""

    kind: Literal["wrong_code"] = "wrong_code"


class Proved(Written):
    """The address labelled `address` is the writer's own, at a level as in the law.

    `by` is the member of staff who saw an identity document, if that was the way.
    """

    kind: Literal["proved"] = "proved"
    level: int
    address: str
    on: date | None = None
    by: str = ""


class AddressChecked(Written):
    """Staff compared the postal address with the population register: its letter proves level 3."""

    kind: Literal["address_checked"] = "address_checked"


class LetterPrinted(Written):
    """A letter lies in the print folder."""

    kind: Literal["letter_printed"] = "letter_printed"


class LetterPosted(Written):
    """The letter was posted on this day."""

    kind: Literal["letter_posted"] = "letter_posted"
    on: date
