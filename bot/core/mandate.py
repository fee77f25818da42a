"""Who may say what: the words that only a named human with the mandate may say, held by the core.

GDPR Art. 22 and 12(4): no adverse decision on a request is the machine's own.
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from bot.core.events import Event
from bot.core.house import House
from bot.core.law import GROUNDS, grounds_for
from bot.core.matter import Case, Matter
from bot.core.table_faults import STAFF_EVENTS

#: a refusal, in part too, an extension and a lifted restriction are a decider's (P22)
OF_A_DECIDER: Final = frozenset({Event.REFUSED, Event.LEFT_OUT, Event.EXTENDED, Event.LIFTED})


class Lack(StrEnum):
    """What a person lacks to say a word; empty (false) when nothing."""

    NOTHING = ""
    NOBODY = "nobody"
    NEEDS_DECIDER = "needs_decider"
    NEEDS_OTHER_PERSON = "needs_other_person"


class NoMandateError(PermissionError):
    """An event that only a named human with the mandate may cause came from somebody else."""


def lacks(matter: Matter, event: Event, case: int, person: str, house: House) -> Lack:
    """What the person lacks to cause the event in a case, as the matter stands before it.

    Where a second approval is due it is not the first one's, and one of all is a decider.
    """
    if event not in STAFF_EVENTS | OF_A_DECIDER:
        return Lack.NOTHING
    if house.colleague(person) is None:
        return Lack.NOBODY
    if event in OF_A_DECIDER and not house.has_decider([person]):
        return Lack.NEEDS_DECIDER
    if event is Event.APPROVED:
        # whoever identified her never approves alone what she gets (P09)
        if person in matter.seen_by:
            return Lack.NEEDS_OTHER_PERSON
        lacking = (
            _as_second(one.approvers, person, house)
            for one in matter.cases
            if case in {0, one.number} and _is_second(one, house)
        )
        return next(filter(None, lacking), Lack.NOTHING)
    return Lack.NOTHING


def _is_second(case: Case, house: House) -> bool:
    return house.tables[case.workflow].by_name[case.stage].second


def _as_second(before: Sequence[str], person: str, house: House) -> Lack:
    if person in before:
        return Lack.NEEDS_OTHER_PERSON
    return Lack.NOTHING if house.has_decider((*before, person)) else Lack.NEEDS_DECIDER


def has_ground(matter: Matter, case: int) -> bool:
    """Whether the law knows a ground on which this may be refused now; for a question, none."""
    right = matter.case(case).right
    grounds = grounds_for(right) if right is not None else ()
    return any(matter.level or GROUNDS[one].before_proof for one in grounds)
