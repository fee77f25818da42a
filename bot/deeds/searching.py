"""LOOK_UP, FIND_OTHER_ADDRESS, COLLECT and BLOCK: what is asked of the registers."""

import json
import logging
from collections.abc import Iterable, Mapping

from bot.answers.glossary import unexplained
from bot.answers.redaction import each_flag
from bot.core import facts as f
from bot.core.deadlines import STOCKHOLM, receipt_day
from bot.core.decide import Happening
from bot.core.events import Event
from bot.core.identity import BlockOutcome, Sighting
from bot.deeds.candidates import KNOWN, Candidates
from bot.deeds.premises import KEYS, Premises, snapshot_name
from bot.errands import Job, Report
from bot.registers.by_people import PeopleRegister
from bot.registers.copied import Weighed
from bot.registers.erasures.known import by_company, known_of
from bot.registers.keys import SearchKeys, normalise_address, search_keys
from bot.registers.maps.datamap import RecipientKey
from bot.registers.records import PersonRecord, Register, Snapshot
from bot.registers.sightings import held_by_several, owner_of, search_all, sight

log = logging.getLogger(__name__)


class Searching:
    """Asks the registers; one register that is down puts the effect off, and loses nothing."""

    def __init__(self, premises: Premises) -> None:
        self._premises = premises

    def look_up(self, job: Job) -> Report:
        """What every register says of the proved address, without saying whom."""
        matter = job.owner()
        address = self._premises.content(job.number, matter.proved)
        now = self._premises.now()
        # what only people can look in says nothing yet: they are asked when it is collected
        searched = {
            name: register
            for name, register in self._premises.registers.items()
            if not isinstance(register, PeopleRegister)
        }
        found = search_all(searched, address, self._named(job.number))
        by_people = self._premises.registers.keys() - searched.keys()
        sightings = (
            *(
                sight(name, records, address, receipt_day(now), self._mark)
                for name, records in found.items()
            ),
            *(Sighting(register_name=name, by_people=True) for name in sorted(by_people)),
        )
        owner = owner_of(found, self._premises.registers, address)
        fact = f.LookedUp(sightings=sightings, owner=owner)
        self._keep_keys(job.number, address, found)
        taken = now.isoformat().encode()
        return Report(Happening(Event.LOOKED_UP, facts=(fact,)), content={"taken": taken})

    def _keep_keys(
        self, number: str, address: str, found: Mapping[str, Iterable[PersonRecord]]
    ) -> None:
        """By what recipients and registers know her, while it can still be read (P25); sealed."""
        wanted = normalise_address(address)
        held = [
            (self._premises.registers[name].company, record)
            for name, records in found.items()
            for record in records
            if wanted in record.addresses
        ]
        keys = {
            RecipientKey.EMAIL: {company: address for company, _ in held},
            RecipientKey.CUSTOMER_NUMBER: {
                company: min(record.customer_numbers)
                for company, record in held
                if record.customer_numbers
            },
            RecipientKey.PHONE: {
                company: min(record.phones) for company, record in held if record.phones
            },
        }
        known = known_of(address, by_company(held))
        with self._premises.ledger() as ledger:
            ledger.vault.put(number, KEYS, json.dumps(keys).encode())
            ledger.vault.put(number, KNOWN, known.to_json().encode())

    def find_other_address(self, job: Job) -> Report:
        """An address on file that the mail's own words lead to, when the sender's is not.

        Only one that a named number or address reaches, and only one: a second code goes there,
        and nobody who writes to us learns whether it did (P11).
        """
        sender = self._premises.content(job.number, "requester")
        named = self._named(job.number)
        if not (named.addresses or named.customer_numbers):
            return Report()
        keys = named | search_keys(addresses=[sender])
        registers = self._premises.registers.values()
        records = [record for register in registers for record in register.look_up(keys)]
        on_file = {address for record in records for address in record.addresses}
        if sender.lower() in on_file or len(on_file) != 1:
            return Report()
        other = on_file.pop()
        return Report(Happening(Event.OTHER_ADDRESS), content={"other": other.encode()})

    def collect(self, job: Job) -> Report:
        """One register's faithful copy into the vault; its counts and hash into the matter."""
        matter = job.owner()
        name = job.effect.register
        register = self._premises.registers[name]
        if isinstance(register, PeopleRegister):
            return _to_be_searched(job)
        address = self._premises.content(job.number, matter.proved)
        now = self._premises.now()
        beside = Candidates(self._premises).beside_the_copy(job, register, address)
        snapshot = register.collect(address, now, beside.also)
        stored = Weighed(snapshot.pieces())
        with self._premises.ledger() as ledger:
            ledger.vault.put(job.number, snapshot_name(job.effect.round, name), stored)
        counts = tuple((category.value, rows) for category, rows in snapshot.counts().items())
        fact = f.RegisterCollected(
            register_name=name,
            round=job.effect.round,
            counts=counts,
            digest=stored.digest,
            flags=sum(1 for _ in each_flag({snapshot.company: snapshot})),
            packed=stored.packed,
            unexplained=len(self._unexplained(snapshot)) + len(self._unmapped(register)),
            candidates=beside.numbers,
            strong=beside.strong,
        )
        taken = now.isoformat().encode()
        return Report(Happening(Event.COLLECTED, facts=(fact,)), content={"taken": taken})

    def _unmapped(self, register: Register) -> tuple[str, ...]:
        """What the map forgot may hold her data: a human looks before anything is answered."""
        unknown = register.unmapped()
        if unknown:
            log.error("register %s: not in the data map: %s", register.name, ", ".join(unknown))
        return unknown

    def _unexplained(self, snapshot: Snapshot) -> list[str]:
        keys = unexplained([snapshot])
        if keys:
            log.error("a code without words in the data map: %s", ", ".join(keys))
        return keys

    def block(self, job: Job) -> Report:
        """Stop marketing in one register for every address that the objection names."""
        try:
            return self._block(job)
        finally:
            # whether or not this register answers, our own list has them by now
            self._premises.publish_blocks()

    def _block(self, job: Job) -> Report:
        name = job.effect.register
        register = self._premises.registers[name]
        at = self._premises.now().astimezone(STOCKHOLM)
        outcomes = set()
        for address in self._premises.texts(job.number, "block"):
            several = held_by_several(self._premises.registers.values(), address)
            outcomes.add(register.block_marketing(address, at, email_only=several))
        worst = (
            *(BlockOutcome.PROTECTED, BlockOutcome.SHARED),
            *(BlockOutcome.FOUND, BlockOutcome.NOWHERE),
        )
        outcome = next((one for one in worst if one in outcomes), BlockOutcome.NOWHERE)
        fact = f.RegisterBlocked(register_name=name, outcome=outcome)
        return Report(Happening(Event.BLOCKED, facts=(fact,)))

    def _named(self, number: str) -> SearchKeys:
        held = self._premises.content(number, "named")
        addresses, numbers, *cookies = json.loads(held) if held else ([], [])
        return search_keys(
            addresses=addresses,
            customer_numbers=numbers,
            cookies=[one for some in cookies for one in some],
        )

    def _mark(self, text: str) -> str:
        return self._premises.office.keys.mark("sighting", text)


def _to_be_searched(job: Job) -> Report:
    """Its people look in it, and what they hand in is its receipt."""
    effect = job.effect
    return Report(
        Happening(
            Event.NEEDS_SEARCHER,
            case=effect.case,
            argument=effect.register,
            ordinal=effect.round,
        )
    )
