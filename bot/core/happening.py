"""What comes in to a decision: an event, with the facts that it brings."""

from dataclasses import dataclass

from bot.core.events import Event, Finding
from bot.core.facts import Fact
from bot.core.vocabulary import Right

#: what is a case's own, dates first of all: it says nothing once the case has moved on
OF_A_CASE = frozenset(
    {
        Event.QUIET_OVER,
        Event.GRACE_OVER,
        Event.REVIEW_DUE,
        Event.RECIPIENT_DUE,
        Event.UNPROVED_CLOSES,
        Event.WITHDRAWAL_FINAL,
        Event.HOLDS_ASKED,
    }
)

#: what she takes back or takes up again is the right that she named, and nothing beside it (P12)
OF_ONE_RIGHT = frozenset({Event.WITHDRAWN, Event.REOPENED})


@dataclass(frozen=True)
class Happening:
    """Something that came in: an event with the facts it brings, aimed at one case or at all.

    `rights` are opened as cases of their own when the step is taken. `argument` is a closed word
    that an effect will need, such as the ground of a refusal. `person` is the member of staff who
    said it, if one did.
    """

    event: Event
    facts: tuple[Fact, ...] = ()
    case: int = 0
    finding: Finding | None = None
    rights: tuple[Right, ...] = ()
    argument: str = ""
    ordinal: int = 0
    person: str = ""
