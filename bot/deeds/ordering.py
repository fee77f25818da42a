"""What a register is told when an act is due: the day, what is put right, and which uses end."""

import json
from collections.abc import Iterable
from datetime import datetime

from bot.core.command_words import Change
from bot.core.matter import Case, Matter
from bot.core.vocabulary import Act, Category, Right
from bot.deeds.premises import Premises
from bot.desk import acted_name
from bot.errands import Job
from bot.registers.maps.datamap import Basis, Purpose
from bot.registers.orders import Order
from bot.shell.store import open_rights_beside

#: what restricts the data while it is weighed or checked (Art. 18(1))
RESTRICTING = frozenset({Right.RESTRICTION, Right.RECTIFICATION, Right.OBJECTION_LI})
#: the ground of what ends, by right (Art. 7(3), 21(1))
ENDING = {
    Right.CONSENT_WITHDRAWAL: Basis.CONSENT,
    Right.OBJECTION_LI: Basis.LEGITIMATE_INTEREST,
}


class Ordering:
    """Puts together the orders of the acts on one person's records."""

    def __init__(self, premises: Premises) -> None:
        self._premises = premises

    def order(self, job: Job, address: str, now: datetime) -> Order:
        """The order of an effect, about the records of a proved address, at an aware instant."""
        act, matter = Act(job.effect.word), job.owner()
        case = matter.of_turn(job.effect.round) or matter.case(job.effect.case)
        put_right = [case] if act is Act.RECTIFY else self._corrected(matter)
        return Order(
            act,
            address,
            now,
            changes=tuple(one for each in put_right for one in self._changes(matter, each)),
            reference=matter.number,
            stops=self._stops(matter, case) if act is Act.STOP else (),
        )

    def stays_restricted(self, job: Job) -> bool:
        """Whether a lifting leaves the mark, because another case of the matter needs it.

        That case lifts it in its own time, when she has been told of that too (Art. 18(3)).
        """
        matter = job.owner()
        return Act(job.effect.word) is Act.LIFT and any(
            self._restricts(matter, case)
            for case in matter.cases
            if case.turn != job.effect.round and not self._has_ended(case)
        )

    def lifted_by_people(self, job: Job) -> bool:
        """Whether another open matter of hers may need the mark, so that people say."""
        if Act(job.effect.word) is not Act.LIFT:
            return False
        with self._premises.ledger() as ledger:
            return bool(open_rights_beside(ledger, job.number) & RESTRICTING)

    def _restricts(self, matter: Matter, case: Case) -> bool:
        """Restricted and not lifted since, whatever the registers were told after that."""
        if case.act in {Act.RESTRICT, Act.LIFT}:
            return case.act is Act.RESTRICT
        return self._acted(matter, Act.RESTRICT, case) and not self._acted(matter, Act.LIFT, case)

    def _has_ended(self, case: Case) -> bool:
        return self._premises.office.house.tables[case.workflow].by_name[case.stage].final

    def _acted(self, matter: Matter, act: Act, case: Case) -> bool:
        return bool(self._premises.content(matter.number, acted_name(act, case.number)))

    def _corrected(self, matter: Matter) -> list[Case]:
        """The cases whose correction the registers have made."""
        return [case for case in matter.cases if self._acted(matter, Act.RECTIFY, case)]

    def _changes(self, matter: Matter, case: Case) -> Iterable[Change]:
        kept = self._premises.content(matter.number, f"changes:{case.number}")
        return (Change(**one) for one in json.loads(kept or "[]"))

    def _stops(self, matter: Matter, case: Case) -> tuple[Purpose, ...]:
        """What rested on the ground that is gone, as the answer names it; () where nobody knows."""
        touching = self._premises.data_map.purposes_of(map(Category, matter.categories))
        ending = ENDING.get(case.right) if case.right else None
        if ending is None or any(not one.basis for one in touching):
            return ()
        return tuple(one for one in touching if one.basis is ending)
