"""ACT: what the registers are told to do."""

from dataclasses import replace

from bot.core import facts as f
from bot.core.deadlines import receipt_day
from bot.core.decide import Happening
from bot.core.events import Event
from bot.core.matter import Matter
from bot.core.vocabulary import Act
from bot.deeds.candidates import Candidates
from bot.deeds.erasure_log import ErasureLog
from bot.deeds.marking import Marking
from bot.deeds.ordering import Ordering
from bot.deeds.premises import Premises, rows_name
from bot.desk import acted_name
from bot.errands import Job, Report
from bot.registers.erasures.rowplan import RowPlan
from bot.registers.keys import addresses_in, search_keys
from bot.registers.orders import Order
from bot.registers.records import Register
from bot.shell.blocks import carry_over


class Acting:
    """What a register cannot do itself is done by a person of its company, who says KLAR."""

    def __init__(self, premises: Premises) -> None:
        self._premises = premises
        self._candidates = Candidates(premises)
        self._marking = Marking(premises)
        self._log = ErasureLog(premises.settings)

    def act(self, job: Job) -> Report:
        """One act in one register, or a task to its people."""
        effect = job.effect
        if job.owner().of_turn(effect.round) is None:
            # it was stopped, or something else was ordered, while this one was put off
            return Report()
        register = self._premises.registers[effect.register]
        now = self._premises.now()
        asked = Ordering(self._premises)
        holds = _may_hold(job.owner(), effect.register) and not asked.stays_restricted(job)
        order = replace(
            asked.order(job, self._address(job), now),
            plan=self._planned(job),
            also=self._included(job),
        )
        if order.act is Act.RECTIFY:
            self._carry_blocks_over(job.number, order)
        if holds and (asked.lifted_by_people(job) or not self._carried_out(job, order, register)):
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

    def _carried_out(self, job: Job, order: Order, register: Register) -> bool:
        """An erasure is written down before and after, so that it outlives a restored backup."""
        if order.act in {Act.RESTRICT, Act.LIFT}:
            return self._marking.carried_out(job.number, order, register)
        plan = order.plan
        if (
            order.act is not Act.ERASE
            or plan is None
            or plan.register not in self._premises.settings.registers
        ):
            return register.carry_out(order)
        also = self._candidates.still_hers(job.number, job.effect.case, register)
        order = replace(order, also=tuple(record.key for record in also))
        held = (*register.look_up(search_keys(addresses=[order.address])), *also)
        self._log.begin(plan, job.number, order.address, held, order.on)
        done = register.carry_out(order)
        if done:
            self._log.finish(plan, job.number, order.on)
        return done

    def _carry_blocks_over(self, number: str, order: Order) -> None:
        """On our own block list, whoever makes the correction in the register (Art. 21(3))."""
        changes = [(addresses_in(one.old), addresses_in(one.new)) for one in order.changes]
        with self._premises.ledger() as ledger:
            new = carry_over(ledger.session, changes, number)
        if new:
            self._premises.publish_blocks()

    def _planned(self, job: Job) -> RowPlan | None:
        """The sealed plan of an erasure: what two people approved, and no new search."""
        effect = job.effect
        if effect.word != Act.ERASE:
            return None
        sealed = self._premises.secret(job.number, rows_name(effect.case, effect.register))
        return RowPlan.from_json(sealed) if sealed else None

    def _included(self, job: Job) -> tuple[str, ...]:
        """What that plan includes by staff's word."""
        effect = job.effect
        if effect.word != Act.ERASE:
            return ()
        return self._candidates.included(job.number, effect.case, effect.register)

    def _address(self, job: Job) -> str:
        """The address that the act is about, also where its proof was taken back meanwhile."""
        label = job.effect.to or job.owner().proved
        return self._premises.content(job.number, label)


def _may_hold(matter: Matter, register: str) -> bool:
    """False where nothing of hers was found or included: then nobody is asked to do anything."""
    if any(name == register for case in matter.cases for name, _ in case.also):
        return True
    seen = {one.register_name: one.holding or one.by_people for one in matter.sightings}
    return bool(seen.get(register, True))
