"""PLAN, HOLDS and VERIFY of an erasure: what goes, what must end first, and whether it is gone."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime

from bot.answers.plan import ErasurePlan, PlanVerdict, plan_of, residue_of
from bot.answers.planned import joined, lines_of
from bot.core import facts as f
from bot.core.decide import Happening
from bot.core.events import Event
from bot.core.findings import UNKNOWN_GROUND
from bot.core.vocabulary import Right
from bot.deeds.candidates import MORE_KEYS, Beside, Candidates, also_name, more_keys
from bot.deeds.premises import KEYS, Premises, known_name, left_name, plan_name, rows_name
from bot.errands import Job, Report
from bot.registers.erasures.keeping import legal_rules
from bot.registers.erasures.known import Known, by_company, known_of
from bot.registers.erasures.rowplan import RowPlan, Rules
from bot.registers.keys import search_keys
from bot.registers.maps.datamap import RecipientKey
from bot.registers.records import PersonRecord, Register
from bot.shell.store import open_rights_beside

#: what must be over before anything is erased (P07), where another matter of hers has it open
HOLDING = {
    Right.ACCESS: "access",
    Right.PORTABILITY: "access",
    Right.COMPLAINT: "complaint",
}
_Held = Mapping[str, tuple[PersonRecord, ...]]
"""By register, the records that hold the proved address."""


class Planning:
    """Nothing is erased here: the sealed plans are carried out by ACT, and by nothing else."""

    def __init__(self, premises: Premises) -> None:
        self._premises = premises
        self._candidates = Candidates(premises)

    def plan(self, job: Job) -> Report:
        """What goes and what is kept, row by row, into the vault; and what must end before."""
        case, address, now = job.effect.case, self._address(job), self._premises.now()
        held = self._held(address)
        beside = self._candidates.beside_the_plan(job, self._known(address, held), address)
        hers = {name: (*some, *beside[name].records) for name, some in held.items()}
        known = self._known(address, hers)
        rows: dict[str, RowPlan] = {}
        parts: dict[str, ErasurePlan] = {}
        for name, register in self._premises.registers.items():
            also = beside[name].also
            planned = register.plan(address, self._rules(register.company), now, also)
            if planned is None:
                parts[name] = self._by_category(register, address, now, also)
                continue
            rows[name] = replace(planned, others=_others(register, known, hers[name]))
            parts[name] = lines_of(rows[name], self._premises.data_map)
        plan = joined(parts.values())
        texts = {plan_name(case): plan.to_json(), known_name(case): known.to_json()}
        for name, part in parts.items():
            texts[rows_name(case, name)] = rows[name].to_json() if name in rows else ""
            texts[f"{plan_name(case)}:{name}"] = "" if name in rows else part.to_json()
        self._seal(job, texts | self._included(case, beside))
        holds = self._holds(job, hers) | ({UNKNOWN_GROUND} if plan.asks else set())
        fact = f.Planned(
            case=case,
            holds=tuple(sorted(holds)),
            candidates=tuple(number for one in beside.values() for number in one.numbers),
            strong=tuple(number for one in beside.values() for number in one.strong),
            also=tuple(self._also_held(address, now, beside)),
        )
        taken = now.isoformat().encode()
        return Report(
            Happening(Event.PLANNED, facts=(fact,), case=case), content={"planned": taken}
        )

    def holds(self, job: Job) -> Report:
        """What must end first (P07), asked once more; the sealed plans stay as they are."""
        case, held = job.effect.case, dict(self._held(self._address(job)))
        for name, register in self._premises.registers.items():
            also = self._candidates.still_hers(job.number, case, register, whole=True)
            held[name] = (*held[name], *also)
        fact = f.HoldsAsked(case=case, holds=tuple(sorted(self._holds(job, held))))
        return Report(
            Happening(Event.HOLDS_ASKED, facts=(fact,), case=case, ordinal=job.effect.ordinal)
        )

    def verify(self, job: Job) -> Report:
        """One register is asked again: whoever said that it is gone is not believed."""
        effect = job.effect
        register = self._premises.registers[effect.register]
        sealed = self._premises.secret(job.number, rows_name(effect.case, effect.register))
        if sealed:
            left = self._left(job, register, RowPlan.from_json(sealed))
        else:
            left = self._left_by_category(job, register)
        fact = f.RegisterVerified(
            case=effect.case,
            turn=effect.round,
            register_name=effect.register,
            residue=sum(left.values()),
        )
        where = json.dumps(sorted((table, rows) for table, rows in left.items() if table)).encode()
        return Report(
            Happening(Event.VERIFIED, facts=(fact,), case=effect.case),
            content={left_name(effect.case, effect.register): where},
        )

    def _held(self, address: str) -> _Held:
        """Asked anew each time: what held an erasure back may be over, or have begun."""
        keys = search_keys(addresses=[address])
        return {
            name: register.look_up(keys, whole=True)
            for name, register in self._premises.registers.items()
        }

    def _known(self, address: str, held: _Held) -> Known:
        return known_of(address, by_company(self._with_company(held)))

    def _with_company(self, held: _Held) -> Iterator[tuple[str, PersonRecord]]:
        for name, records in held.items():
            yield from ((self._premises.registers[name].company, record) for record in records)

    def _included(self, case: int, beside: Mapping[str, Beside]) -> dict[str, str]:
        """What staff included, to be sealed with the plan."""
        keys = {name: one.also for name, one in beside.items() if one.also}
        records = {name: one.records for name, one in beside.items()}
        more = more_keys(self._with_company(records))
        return {
            also_name(case): json.dumps(keys) if keys else "",
            MORE_KEYS: json.dumps(more) if more else "",
        }

    def _also_held(
        self, address: str, now: datetime, beside: Mapping[str, Beside]
    ) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The categories of each register in which something is included, for its recipients."""
        for name, one in beside.items():
            if one.also:
                copy = self._premises.registers[name].collect(address, now, one.also)
                yield name, tuple(category.value for category in copy.counts())

    def _holds(self, job: Job, held: _Held) -> set[str]:
        with self._premises.ledger() as ledger:
            beside = open_rights_beside(ledger, job.number)
        runs = {word for records in held.values() for record in records for word in record.holds}
        return runs | {HOLDING[right] for right in beside if right in HOLDING}

    def _rules(self, company: str) -> Rules:
        closing = self._premises.settings.companies[company].fiscal_year_end
        return legal_rules(self._premises.data_map.purposes.values(), closing)

    def _by_category(
        self, register: Register, address: str, now: datetime, also: tuple[str, ...]
    ) -> ErasurePlan:
        """What people will do in a register that the bot may not write in."""
        company = register.company
        closing = self._premises.settings.companies[company].fiscal_year_end
        copy = register.collect(address, now, also)
        return plan_of({company: copy}, self._premises.data_map, {company: closing})

    def _seal(self, job: Job, texts: Mapping[str, str]) -> None:
        """All of it or nothing; what is empty takes the place of what an earlier plan left."""
        with self._premises.ledger() as ledger:
            for name, text in texts.items():
                if text:
                    ledger.vault.put(job.number, name, text.encode())
                else:
                    ledger.vault.destroy(job.number, name)

    def _left(self, job: Job, register: Register, plan: RowPlan) -> dict[str, int]:
        """Rows by the title of their table, found by the plan's keys and all she was known by."""
        sealed = self._premises.secret(job.number, known_name(job.effect.case))
        known = Known.from_json(sealed) if sealed else Known()
        left = {one.table: one.rows for one in register.residue(plan, known.keys(plan.company))}
        planned = {f"{one.table}/{key}" for one in plan.rows for key in one.keys}
        for record in register.look_up(known.by_name()):
            if known.resembles(record) and record.key not in planned.union(plan.others):
                left[record.table] = max(1, left.get(record.table, 0))
        return {self._title(register.name, table): rows for table, rows in left.items()}

    def _title(self, register: str, table: str) -> str:
        register_map = self._premises.data_map.registers.get(register)
        part = register_map.tables.get(table) if register_map else None
        return part.title_sv if part else table

    def _left_by_category(self, job: Job, register: Register) -> dict[str, int]:
        """Where people erase: rows of what should be wholly gone, and what her number leads to.

        Once her address is erased the address finds nothing, whatever else was left.
        """
        case = plan_name(job.effect.case)
        own = self._premises.secret(job.number, f"{case}:{register.name}")
        plan = ErasurePlan.from_json(own or self._premises.secret(job.number, case))
        also = self._candidates.included(job.number, job.effect.case, register.name)
        after = register.collect(self._address(job), self._premises.now(), also)
        gone = {
            line.category
            for line in plan.lines
            if line.company == register.company and line.verdict is PlanVerdict.ERASE
        }
        left = residue_of(after, plan, register.company)
        if numbers := self._numbers(job, register.company):
            keys = search_keys(customer_numbers=numbers)
            there = register.look_up(keys, whole=True)
            left += sum(bool(record.categories & gone) for record in there)
        return {"": left}

    def _numbers(self, job: Job, company: str) -> list[str]:
        """Her customer numbers at a company, as they were before the erasure."""
        kind = RecipientKey.CUSTOMER_NUMBER.value
        first = (self._premises.sealed(job.number, KEYS) or {}).get(kind, {})
        more = (self._premises.sealed(job.number, MORE_KEYS) or {}).get(kind, {})
        return [*filter(None, [first.get(company)]), *more.get(company, ())]

    def _address(self, job: Job) -> str:
        """The address that the act is about, also where its proof was taken back meanwhile."""
        label = job.effect.to or job.owner().proved
        return self._premises.content(job.number, label)


def _others(register: Register, known: Known, held: tuple[PersonRecord, ...]) -> tuple[str, ...]:
    """Records that a key of hers reaches already now, and that do not hold her address."""
    hers = {record.key for record in held}
    found = register.look_up(known.keys(register.company) | known.by_name())
    return tuple(record.key for record in found if record.key not in hers)
