"""PLAN, ACT and VERIFY: what the registers are told to do, and whether it is done."""

from bot.answers.plan import ErasurePlan, PlanVerdict, plan_of, residue_of
from bot.core import facts as f
from bot.core.deadlines import receipt_day
from bot.core.decide import Happening
from bot.core.events import Event
from bot.core.findings import UNKNOWN_GROUND
from bot.core.matter import Matter
from bot.core.vocabulary import Act, Right
from bot.deeds.premises import KEYS, Premises, plan_name, put_in
from bot.desk import acted_name
from bot.errands import Job, Report
from bot.registers.keys import search_keys
from bot.registers.records import Register, Snapshot
from bot.shell.store import open_rights_beside

#: what must be over before anything is erased (P07), where another matter of hers has it open
HOLDING = {
    Right.ACCESS: "access",
    Right.PORTABILITY: "access",
    Right.COMPLAINT: "complaint",
}


class Acting:
    """What a register cannot do itself is done by a person of its company, who says KLAR."""

    def __init__(self, premises: Premises) -> None:
        self._premises = premises

    def plan(self, job: Job) -> Report:
        """What goes and what is kept, into the vault; and what must end before (P07)."""
        address = self._address(job)
        now = self._premises.now()
        snapshots: dict[str, Snapshot] = {}
        for register in self._premises.registers.values():
            put_in(snapshots, register.collect(address, now))
        companies = self._premises.settings.companies
        closings = {key: one.fiscal_year_end for key, one in companies.items()}
        plan = plan_of(snapshots, self._premises.data_map, closings)
        with self._premises.ledger() as ledger:
            ledger.vault.put(job.number, plan_name(job.effect.case), plan.to_json().encode())
            beside = open_rights_beside(ledger, job.number)
        # asked anew: what held an erasure back may be over when the plan is made once more
        keys = search_keys(addresses=[address])
        holds = {
            word
            for register in self._premises.registers.values()
            for record in register.look_up(keys, whole=True)
            for word in record.holds
        }
        holds |= {HOLDING[right] for right in beside if right in HOLDING}
        holds |= {UNKNOWN_GROUND} if plan.asks else set()
        fact = f.Planned(case=job.effect.case, holds=tuple(sorted(holds)))
        taken = now.isoformat().encode()
        return Report(
            Happening(Event.PLANNED, facts=(fact,), case=job.effect.case),
            content={"planned": taken},
        )

    def act(self, job: Job) -> Report:
        """One act in one register, or a task to its people."""
        effect = job.effect
        if job.owner().of_turn(effect.round) is None:
            # it was stopped, or something else was ordered, while this one was put off
            return Report()
        register = self._premises.registers[effect.register]
        now = self._premises.now()
        holds = _may_hold(job.owner(), effect.register)
        if holds and not register.carry_out(Act(effect.word), self._address(job), now):
            return Report(
                Happening(
                    Event.NEEDS_PERSON,
                    case=effect.case,
                    argument=effect.register,
                    ordinal=effect.round,
                )
            )
        fact = f.RegisterActed(case=effect.case, turn=effect.round, register_name=effect.register)
        today = receipt_day(now).isoformat().encode()
        return Report(
            Happening(Event.ACTED, facts=(fact,)),
            content={acted_name(Act(effect.word), effect.case): today},
        )

    def verify(self, job: Job) -> Report:
        """One register is asked again: whoever said that it is gone is not believed."""
        effect = job.effect
        register = self._premises.registers[effect.register]
        plan = ErasurePlan.from_json(self._premises.secret(job.number, plan_name(effect.case)))
        after = register.collect(self._address(job), self._premises.now())
        left = residue_of(after, plan, register.company) + self._still_known(job, register, plan)
        fact = f.RegisterVerified(
            case=effect.case, turn=effect.round, register_name=effect.register, residue=left
        )
        return Report(Happening(Event.VERIFIED, facts=(fact,), case=effect.case))

    def _still_known(self, job: Job, register: Register, plan: ErasurePlan) -> int:
        """Records that her number still leads to, with data of a kind that should be gone.

        Once her address is erased the address finds nothing, whatever else was left.
        """
        gone = {
            line.category
            for line in plan.lines
            if line.company == register.company and line.verdict is PlanVerdict.ERASE
        }
        known = (self._premises.sealed(job.number, KEYS) or {}).get("customer_number", {})
        if register.company not in known:
            return 0
        keys = search_keys(customer_numbers=[known[register.company]])
        return sum(bool(record.categories & gone) for record in register.look_up(keys, whole=True))

    def _address(self, job: Job) -> str:
        """The address that the act is about, also where its proof was taken back meanwhile."""
        label = job.effect.to or job.owner().proved
        return self._premises.content(job.number, label)


def _may_hold(matter: Matter, register: str) -> bool:
    """False where the search found nothing of hers: then nobody is asked to do anything there."""
    seen = {one.register_name: one.holding for one in matter.sightings}
    return seen.get(register, 1) > 0
