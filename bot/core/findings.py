"""What several registers found together; PENDING until all have answered."""

from collections.abc import Callable, Mapping
from enum import Enum
from typing import Final, Literal

from bot.core.events import Event, Finding
from bot.core.house import House
from bot.core.identity import BlockOutcome, assess
from bot.core.matter import Case, Matter
from bot.core.receipts import all_told, holds_rows, still_read
from bot.core.vocabulary import Act, Right


class Unfinished(Enum):
    """Not all registers have answered."""

    PENDING = "pending"


PENDING: Final = Unfinished.PENDING
Pending = Literal[Unfinished.PENDING]

#: the hold of a plan where the map does not say by which ground, or how long, something is kept
UNKNOWN_GROUND = "unknown_ground"
#: more addresses than this in one objection are set at once and looked at by a human (P14)
MOST_ADDRESSES = 3
#: rows of one category that an extract prints; all of them go in a file beside (IMY-2022-9442)
MOST_ROWS = 1000
_COPIED = frozenset({Right.ACCESS, Right.PORTABILITY})


def joined(matter: Matter, event: Event, house: House, case: Case) -> Finding | Pending | None:
    """What an event found out for one case; None for an event that finds out nothing."""
    join = JOINS.get(event)
    return join(matter, house, case) if join else None


def _opened(matter: Matter, house: House, _case: Case) -> Finding:
    """Whether approved facts answer everything that is asked (L90)."""
    known = matter.topics and set(matter.topics) <= house.topics and matter.may_answer
    return Finding.KNOWN if known else Finding.UNKNOWN


def _looked_up(matter: Matter, house: House, case: Case) -> Finding | Pending:
    if not set(house.registers) <= {sighting.register_name for sighting in matter.sightings}:
        return PENDING
    stage = house.tables[case.workflow].by_name[case.stage]
    found = assess(matter.sightings, stage.level, discloses=stage.discloses)
    if found in {Finding.NOTHING, Finding.ELSEWHERE} and _unsearched(matter):
        return Finding.UNSEARCHED
    if found is Finding.MAIL_ONLY and stage.discloses and not house.answers_by_mail:
        return Finding.NO_POSTAL
    return found


def _unsearched(matter: Matter) -> set[str]:
    """The registers that only people can look in: they have said nothing yet."""
    return {sighting.register_name for sighting in matter.sightings if sighting.by_people}


def _looked_for(matter: Matter) -> Finding | Pending:
    """Where no other register holds the address: what people found, if anything."""
    asked = _unsearched(matter)
    if not all_told(matter, asked):
        return PENDING
    if holds_rows(matter):
        return Finding.FOUND
    if matter.silent:
        return Finding.SILENT
    return assess(matter.sightings, level=1, discloses=False)


def _collected(matter: Matter, house: House, case: Case) -> Finding | Pending:
    if house.tables[case.workflow].by_name[case.stage].by_people:
        return _looked_for(matter)
    if not all_told(matter, house.registers):
        return PENDING
    if matter.silent and not holds_rows(matter):
        # there is nothing that could be released while the rest is missing
        return Finding.SILENT
    collected = matter.snapshots.values()
    if not matter.categories <= house.complete or any(one.unexplained for one in collected):
        return Finding.FACTS_MISSING
    # a CSV and a JSON of everything, for each right to a copy
    rights = sum(case.right in _COPIED for case in matter.cases)
    size = 2 * rights * sum(one.packed for one in collected)
    if size > house.most_bytes:
        return Finding.TOO_BIG
    return Finding.INCOMPLETE if matter.silent else Finding.COMPLETE


def _rested(_matter: Matter, _house: House, case: Case) -> Finding:
    """Whether the answer that reached her left out what a silent register holds."""
    return Finding.INCOMPLETE if case.owed else Finding.COMPLETE


def _planned(matter: Matter, _house: House, case: Case) -> Finding:
    if UNKNOWN_GROUND in case.holds:
        return Finding.UNKNOWN
    # a complaint freezes the evidence, and with it what would be erased (P07, P24)
    return Finding.HELD if case.holds or matter.frozen else Finding.FREE


def _looked_again(matter: Matter, house: House, case: Case) -> Finding:
    """A copy that she took up again meanwhile is made before anything is erased."""
    return Finding.STILL_READ if still_read(matter, house) else _planned(matter, house, case)


def _blocked(matter: Matter, house: House, case: Case) -> Finding | Pending:
    outcomes = set(matter.blocks.values())
    if BlockOutcome.PROTECTED in outcomes:
        # whatever the others say, nothing goes out (P05); they block all the same
        return Finding.PROTECTED
    if not set(house.registers) <= set(matter.blocks):
        return PENDING
    if house.tables[case.workflow].by_name[case.stage].all_consents:
        return _consents_blocked(matter, house)
    if not matter.may_write:
        return Finding.UNANSWERABLE
    if matter.addresses > MOST_ADDRESSES:
        return Finding.MANY
    worst = (BlockOutcome.SHARED, BlockOutcome.FOUND, BlockOutcome.NOWHERE)
    return next((Finding(one) for one in worst if one in outcomes), Finding.NOWHERE)


def _consents_blocked(matter: Matter, house: House) -> Finding:
    """Marketing has stopped in any case; whether more is to be asked, and may be."""
    if not matter.may_write or matter.is_for_people:
        return Finding.UNANSWERABLE
    if not house.other_consents:
        return Finding.FREE
    return Finding.HELD if house.releases else Finding.UNANSWERABLE


def _acted(_matter: Matter, house: House, case: Case) -> Pending | None:
    return None if set(house.registers) <= case.acted else PENDING


def _verified(_matter: Matter, house: House, case: Case) -> Finding | Pending:
    if not set(house.registers) <= case.acted:
        return PENDING
    return Finding.RESIDUE if case.residue else Finding.CLEAN


def _corrected(matter: Matter, _house: House, _case: Case) -> Finding:
    """A way to reach her, or to pay, is changed at level 2 alone (Art. 32, L46)."""
    if not matter.corrects_contact:
        return Finding.OTHER_DATA
    return Finding.CONTACT_PROVED if matter.level > 1 else Finding.CONTACT_DATA


def _withdrawn(_matter: Matter, _house: House, case: Case) -> Finding:
    return Finding.HELD if case.act is Act.RESTRICT else Finding.FREE


JOINS: Mapping[Event, Callable[[Matter, House, Case], Finding | Pending | None]] = {
    Event.OPENED: _opened,
    Event.LOOKED_UP: _looked_up,
    Event.COLLECTED: _collected,
    Event.QUIET_OVER: _rested,
    Event.PLANNED: _planned,
    Event.HOLDS_ASKED: _looked_again,
    Event.BLOCKED: _blocked,
    Event.ACTED: _acted,
    Event.VERIFIED: _verified,
    Event.CORRECTED: _corrected,
    Event.WITHDRAWAL_FINAL: _withdrawn,
}
