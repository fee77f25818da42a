"""FIND_LAPSED and RETIRE: what the companies' own periods say is over is proposed, then erased."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from bot.answers.samples import mask
from bot.config import Settings
from bot.core.deadlines import receipt_day
from bot.core.decide import Happening
from bot.core.events import Event, Finding
from bot.core.matter import Matter
from bot.deeds.erasure_log import ErasureLog
from bot.deeds.premises import LAPSES, RETIRED, Premises, lapses_name
from bot.errands import Job, Report
from bot.registers.keys import normalise_address
from bot.registers.lapses.lapsed import Lapsed, Lapses
from bot.registers.lapses.periods_over import Retention
from bot.registers.lapses.retiring import Proposal, Retiring
from bot.registers.mapped import MappedRegister
from bot.registers.maps.datamap import IDENTITY
from bot.shell.store import addresses_of_open_matters, has_retired

#: records that a proposal shows as a sample
MOST_SAMPLES = 5


class RetentionRuns:
    """One run is a matter of one company, over the registers that the map describes.

    Nothing is erased that two people have not approved, nor what is no longer as they saw it.
    """

    def __init__(self, premises: Premises) -> None:
        self._premises = premises
        self._log = ErasureLog(premises.settings)

    def find(self, job: Job) -> Report:
        """Count what is over, seal it, and say how much; nothing where nothing is."""
        now = self._premises.now()
        retention = self._retention(job.owner(), now)
        busy, left = self._busy(), self._at_most(job.owner())
        told = []
        for register in self._registers(job.owner()):
            lapses = register.lapses(retention, busy, left)
            left -= len(lapses.found)
            proposal = register.proposal(lapses, retention, now)
            with self._premises.ledger() as ledger:
                ledger.vault.put(
                    job.number, lapses_name(register.name), proposal.to_json().encode()
                )
            told.append(self._told(register, lapses))
        found = any(one["records"] for one in told)
        happening = Happening(
            Event.LAPSED, case=job.effect.case, finding=Finding.FOUND if found else Finding.NOTHING
        )
        return Report(happening, content={LAPSES: json.dumps(told).encode()})

    def retire(self, job: Job) -> Report:
        """Erase what was approved and still stands; ask every register whether it is gone."""
        told = [
            self._retired(job, register, proposal)
            for register in self._registers(job.owner())
            if (proposal := self._proposal(job, register)) is not None and not register.by_people
        ]
        clean = not any(one["left"] for one in told)
        happening = Happening(
            Event.RETIRED, case=job.effect.case, finding=Finding.CLEAN if clean else Finding.RESIDUE
        )
        return Report(happening, content={RETIRED: json.dumps(told).encode()})

    def _retired(self, job: Job, register: Retiring, proposal: Proposal) -> dict[str, Any]:
        now = self._premises.now()
        retention, busy = self._retention(job.owner(), proposal.taken), self._busy()
        standing = register.standing(proposal, retention, busy)
        place = {one.key: number for number, one in enumerate(proposal.records)}
        for one, lapsed in standing:
            # each record is a matter of its own there, or one's keys would be taken for another's
            matter = f"{job.number}/{place[one.key]}"
            self._log.begin(one.plan, matter, "", [lapsed.record], now)
        gone = set(register.retire([one for one, _ in standing], retention, busy))
        left_of = register.left(proposal.records)
        # an earlier try that was cut short may have erased before it said so
        gone |= place.keys() - left_of.keys()
        for key in gone:
            self._log.finish(proposal.records[0].plan, f"{job.number}/{place[key]}", now)
        left: Counter[str] = Counter()
        for key in gone & left_of.keys():
            left.update(left_of[key])
        skipped = len(proposal.records) - len(gone)
        return {"register": register.name, "records": len(gone), "skipped": skipped, "left": left}

    def _registers(self, matter: Matter) -> Iterator[Retiring]:
        for register in self._premises.registers.values():
            if isinstance(register, MappedRegister) and register.company == matter.company:
                yield register.retiring()

    def _proposal(self, job: Job, register: Retiring) -> Proposal | None:
        sealed = self._premises.secret(job.number, lapses_name(register.name))
        proposal = Proposal.from_json(sealed) if sealed else None
        return proposal if proposal and proposal.records else None

    def _retention(self, matter: Matter, at: datetime) -> Retention:
        return retention_of(self._premises.settings, matter.company, at)

    def _busy(self) -> frozenset[str]:
        """Of whom a matter is open or in dispute: nothing of theirs goes by age (P07, P24)."""
        with self._premises.ledger() as ledger:
            return frozenset(map(normalise_address, addresses_of_open_matters(ledger)))

    def _at_most(self, matter: Matter) -> int:
        run = self._premises.settings.retention
        if run is None:
            return 0
        with self._premises.ledger() as ledger:
            first = not has_retired(ledger, matter.company)
        return min(run.first_at_most, run.at_most) if first else run.at_most

    def _told(self, register: Retiring, lapses: Lapses) -> dict[str, Any]:
        """Counts, and a sample of masked names: what the mail says, and nobody's data (P04)."""
        lines: Counter[tuple[str, str]] = Counter()
        for one in lapses.found:
            for rows in one.rows:
                lines[rows.table, rows.fate.value] += len(rows.keys)
        step = max(1, len(lapses.found) // MOST_SAMPLES)
        return {
            "register": register.name,
            "by_people": register.by_people,
            "records": len(lapses.found),
            "more": lapses.more,
            "lines": [[table, fate, rows] for (table, fate), rows in sorted(lines.items())],
            "left_alone": sorted(lapses.held.items()),
            "samples": [
                self._sample(register.name, one) for one in lapses.found[::step][:MOST_SAMPLES]
            ],
        }

    def _sample(self, register: str, one: Lapsed) -> list[str]:
        """Table, row number where that names nobody, masked name, and the year of the end."""
        table, _, key = one.record.key.partition("/")
        part = self._premises.settings.registers[register].tables[table]
        named = part.fields[part.key].means in IDENTITY
        name = mask(one.record.names[0]) if one.record.names else ""
        return [table, "" if named else key, name, str(one.ended.year) if one.ended else ""]


def retention_of(settings: Settings, company: str, at: datetime) -> Retention:
    """What a company (key) said of keeping, on the Swedish day of an aware instant."""
    closing = settings.companies[company].fiscal_year_end
    return Retention(tuple(settings.data_map.purposes.values()), closing, receipt_day(at))
