"""The receipts of one round of collecting: which registers gave their copy, and which stay silent.

A register that stays silent is no register that holds nothing: a human releases the rest, the
answer says what is missing, and it is owed until a human has sent it.
"""

from collections.abc import Iterable

from bot.core import facts as f
from bot.core.changed import replace
from bot.core.events import Event
from bot.core.house import House
from bot.core.matter import Matter
from bot.core.vocabulary import Right

#: these show the data as they are
READING = frozenset({Right.ACCESS, Right.PORTABILITY})
#: begun anew, refused after all, or sent by hand: nothing of the answer is owed any more
ENDING = frozenset({Event.REDO, Event.REFUSED, Event.DONE})


def collected(matter: Matter, fact: f.RegisterCollected) -> Matter:
    """The matter with the snapshot of one register; one of an earlier round counts for nothing."""
    if fact.round != matter.round:
        return matter
    name = fact.register_name
    return replace(
        matter, snapshots={**matter.snapshots, name: fact}, silent=matter.silent - {name}
    )


def fell_silent(matter: Matter, fact: f.RegisterSilent) -> Matter:
    """The matter without the receipt of one register, unless it gave one in this round."""
    if fact.round != matter.round or fact.register_name in matter.snapshots:
        return matter
    return replace(matter, silent=matter.silent | {fact.register_name})


def owed(matter: Matter, case: int, event: Event) -> frozenset[str]:
    """The registers that the answer to a case leaves out, once it goes, until a human ends that."""
    if event is Event.OTHERS_READY:
        return matter.silent
    return frozenset() if event in ENDING else matter.case(case).owed


def all_told(matter: Matter, registers: Iterable[str]) -> bool:
    """Whether each register gave its copy in this round, or is known to stay silent."""
    return set(registers) <= matter.snapshots.keys() | matter.silent


def holds_rows(matter: Matter) -> bool:
    """Whether any copy of this round has a row."""
    return any(rows for one in matter.snapshots.values() for _, rows in one.counts)


def still_read(matter: Matter, house: House) -> bool:
    """Whether a copy is under way, or owed of a register that was silent: the data stay until then.

    EDPB 01/2022, 36 and 39: access is given on the unchanged data first.
    """
    for case in matter.cases:
        stage = house.tables[case.workflow].by_name[case.stage]
        if case.right not in READING or stage.final:
            continue
        if not (stage.settled or stage.part) or case.owed or (stage.part and matter.silent):
            return True
    return False
