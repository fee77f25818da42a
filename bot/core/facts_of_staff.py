"""What is written when people are asked and answer, and when a date of the matter passes."""

from datetime import date, datetime
from typing import Literal

from bot.core.fact import Written
from bot.core.vocabulary import Extension, Mail


class Prompted(Written):
    """Staff were asked something about a case; `step` counts the matter's prompts.

    `register_name`: the staff of its company are to do there by hand what it cannot do itself: an
    act of that `turn`, or the search of that `round`.
    """

    kind: Literal["prompted"] = "prompted"
    case: int
    step: int
    mail: Mail
    register_name: str = ""
    turn: int = 0
    round: int = 0


class PassedOn(Written):
    """Nobody answered a prompt, so others were asked too; `times` counts that."""

    kind: Literal["passed_on"] = "passed_on"
    step: int
    times: int


class Commanded(Written):
    """A named member of staff answered a prompt; `word` is the verb, `argument` a closed word."""

    kind: Literal["commanded"] = "commanded"
    case: int
    step: int
    word: str
    argument: str = ""
    person: str = ""


class Extended(Written):
    """A decider extended the month with a permitted reason; it stands once the notice is sent."""

    kind: Literal["extended"] = "extended"
    reason: Extension
    person: str


class ExtensionSent(Written):
    """The customer's server took the notice of extension on this day."""

    kind: Literal["extension_sent"] = "extension_sent"
    on: date


class Breached(Written):
    """The last day passed without an answer."""

    kind: Literal["breached"] = "breached"
    on: date


class Incident(Written):
    """Somebody said that the wrong person got data (Art. 33); `at` is aware, when we knew of it."""

    kind: Literal["incident"] = "incident"
    at: datetime
    by: str


class Frozen(Written):
    """Evidence in dispute is kept whole (P24); `thawed_by` names who let it go again."""

    kind: Literal["frozen"] = "frozen"
    thawed_by: str = ""


class StaffAway(Written):
    """A prompt reached nobody: the member of staff is away or has left (P13)."""

    kind: Literal["staff_away"] = "staff_away"
    person: str
    step: int
