"""What several registers found together; PENDING until all have answered."""

from collections.abc import Callable, Mapping
from enum import Enum
from typing import Final, Literal

from bot.core.events import Event, Finding
from bot.core.house import House
from bot.core.identity import BlockOutcome, assess
from bot.core.matter import Matter


class Unfinished(Enum):
    """Not all registers have answered."""

    PENDING = "pending"


PENDING: Final = Unfinished.PENDING
Pending = Literal[Unfinished.PENDING]

#: more addresses than this in one objection are set at once and looked at by a human (P14)
MOST_ADDRESSES = 3
#: rows of one category that an extract prints; a longer one would be a part answer (IMY-2022-9442)
MOST_ROWS = 1000


def joined(matter: Matter, event: Event, house: House) -> Finding | Pending | None:
    """The finding of an event that registers answer; None for every other event."""
    join = JOINS.get(event)
    return join(matter, house) if join else None


def _looked_up(matter: Matter, house: House) -> Finding | Pending:
    if not set(house.registers) <= {sighting.register_name for sighting in matter.sightings}:
        return PENDING
    return assess(matter.sightings)


def _collected(matter: Matter, house: House) -> Finding | Pending:
    if not set(house.registers) <= set(matter.snapshots):
        return PENDING
    if not matter.categories <= house.complete:
        return Finding.FACTS_MISSING
    rows = [rows for snapshot in matter.snapshots.values() for _, rows in snapshot.counts]
    return Finding.TOO_LONG if max(rows, default=0) > MOST_ROWS else Finding.COMPLETE


def _blocked(matter: Matter, house: House) -> Finding | Pending:
    if not set(house.registers) <= set(matter.blocks):
        return PENDING
    outcomes = set(matter.blocks.values())
    if not matter.may_answer:
        return Finding.UNANSWERABLE
    if matter.addresses > MOST_ADDRESSES:
        return Finding.MANY
    if BlockOutcome.SHARED in outcomes:
        return Finding.SHARED
    return Finding.FOUND if BlockOutcome.FOUND in outcomes else Finding.NOWHERE


JOINS: Mapping[Event, Callable[[Matter, House], Finding | Pending]] = {
    Event.LOOKED_UP: _looked_up,
    Event.COLLECTED: _collected,
    Event.BLOCKED: _blocked,
}
