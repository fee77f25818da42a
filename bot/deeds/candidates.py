"""What may be hers too: found, numbered and sealed, and given to the registers by staff's word.

A number stands for the same thing as long as the matter does, so that TA MED 3 means what its
reader saw. What lies sealed is masked already: nobody needs its values again.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from pydantic import TypeAdapter

from bot.answers.samples import mask
from bot.deeds.premises import Premises, known_name
from bot.errands import Job
from bot.registers.candidates import Candidate, Match, candidates_in
from bot.registers.erasures.known import Known
from bot.registers.maps.datamap import RecipientKey
from bot.registers.records import PersonRecord, Register
from bot.shell.ledger import Ledger

#: the names in the vault of the numbered list, of what her own records say of her, and of what
#: recipients know her by beside that (`premises.KEYS`)
LISTED, KNOWN, MORE_KEYS = "candidates", "known", "keys:also"


def also_name(case: int) -> str:
    """The name of what staff included in an erasure's plan: keys by register, in the vault."""
    return f"also:{case}"


@dataclass(frozen=True)
class Listed:
    """One numbered thing as it lies in the vault: `hint` is masked, the rest as `Candidate`."""

    register: str
    key: str
    by: tuple[Match, ...]
    day: date | None
    hint: str
    strong: bool

    @property
    def table(self) -> str:
        """The table of its own row."""
        return self.key.partition("/")[0]


_LISTED = TypeAdapter(tuple[Listed, ...])


@dataclass(frozen=True)
class Beside:
    """What one register holds beside hers: the numbers, which need level 3, what is included.

    `also` are the keys of that for the register, `records` its records.
    """

    numbers: tuple[int, ...] = ()
    strong: tuple[int, ...] = ()
    also: tuple[str, ...] = ()
    records: tuple[PersonRecord, ...] = ()


class Candidates:
    """The numbered list of one matter after another."""

    def __init__(self, premises: Premises) -> None:
        self._premises = premises

    def beside_the_copy(self, job: Job, register: Register, address: str) -> Beside:
        """Of one register, by what the search for the proved address learnt of her."""
        sealed = self._premises.secret(job.number, KNOWN)
        if not sealed:
            return Beside()
        return self.beside(job, candidates_in(register, Known.from_json(sealed), address))

    def beside(self, job: Job, found: Sequence[Candidate]) -> Beside:
        """The same, numbered; what staff have included and that is there no longer falls out."""
        with self._premises.ledger() as ledger:
            numbers = _number(ledger, job.number, found)
        numbered = sorted(zip(numbers, found, strict=True), key=lambda one: one[0])
        hers = [one for number, one in numbered if number in job.owner().included]
        return Beside(
            tuple(number for number, _ in numbered),
            tuple(number for number, one in numbered if one.strong),
            tuple(key for one in hers for key in one.also),
            tuple(one.record for one in hers if one.record is not None),
        )

    def beside_the_plan(self, job: Job, known: Known, address: str) -> dict[str, Beside]:
        """Of every register, with the records read to their end."""
        return {
            name: self.beside(job, candidates_in(register, known, address, whole=True))
            for name, register in self._premises.registers.items()
        }

    def included(self, number: str, case: int, register: str) -> tuple[str, ...]:
        """The keys of what the sealed plan of an erasure includes in one register."""
        return tuple((self._premises.sealed(number, also_name(case)) or {}).get(register, ()))

    def still_hers(
        self, number: str, case: int, register: Register, *, whole: bool = False
    ) -> tuple[PersonRecord, ...]:
        """Of these the records that one of her keys still reaches, and nobody protects (P05).

        A row number that became free may be somebody else's by now.
        """
        keys = self.included(number, case, register.name)
        sealed = self._premises.secret(number, known_name(case)) if keys else ""
        if not sealed:
            return ()
        known = Known.from_json(sealed)
        wanted = known.keys(register.company) | known.by_name() | known.by_things()
        found = register.look_up(wanted, whole=whole)
        return tuple(one for one in found if one.key in keys and not one.protected)

    def listed(self, number: str, wanted: Iterable[int]) -> dict[int, Listed]:
        """Of the numbers, those that are known, as they were last found; rising."""
        sealed = self._premises.secret(number, LISTED)
        known = dict(enumerate(_LISTED.validate_json(sealed) if sealed else (), start=1))
        return {one: known[one] for one in sorted(wanted) if one in known}


def more_keys(records: Iterable[tuple[str, PersonRecord]]) -> dict[str, dict[str, list[str]]]:
    """By kind and company, what recipients may know her by from these records (P25)."""
    found: dict[str, dict[str, set[str]]] = {}
    for company, record in records:
        for kind, values in (
            (RecipientKey.EMAIL, record.addresses),
            (RecipientKey.CUSTOMER_NUMBER, record.customer_numbers),
            (RecipientKey.PHONE, record.phones),
        ):
            if values:
                found.setdefault(kind.value, {}).setdefault(company, set()).update(values)
    return {
        kind: {company: sorted(values) for company, values in by.items()}
        for kind, by in found.items()
    }


def _number(ledger: Ledger, number: str, found: Sequence[Candidate]) -> list[int]:
    """The number of each: the one that it had, else the next."""
    sealed = ledger.vault.get(number, LISTED)
    listed = list(_LISTED.validate_json(sealed)) if sealed else []
    places = {(one.register, one.key): place for place, one in enumerate(listed)}
    numbers = []
    for one in found:
        place = places.setdefault((one.register, one.key), len(listed))
        listed[place : place + 1] = [_masked(one)]
        numbers.append(place + 1)
    if found:
        ledger.vault.put(number, LISTED, _LISTED.dump_json(tuple(listed)))
    return numbers


def _masked(one: Candidate) -> Listed:
    hints = dict.fromkeys(mask(said) for said in one.said)
    return Listed(one.register, one.key, one.by, one.day, ", ".join(hints), one.strong)
