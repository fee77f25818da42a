"""E_IDENTIFY: whoever wants to shows who they are by electronic identification.

The first effect opens it with the provider, and the core sends the invitation; the second asks
what has come of it, until somebody identified or a week has passed. The letter, and an identity
document shown in a shop, stand open all the while and afterwards (law document, section 3).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from pydantic import TypeAdapter

from bot.core import facts as f
from bot.core.deadlines import receipt_day
from bot.core.decide import Happening, allows
from bot.core.events import Event
from bot.core.facts import Fact
from bot.core.vocabulary import Language
from bot.deeds.premises import Premises
from bot.errands import Job, Report
from bot.registers.keys import twelve_digits
from bot.registers.records import RegisterUnavailable, search_keys
from bot.registers.sightings import held_by_several
from bot.shell.identity_provider import (
    Assurance,
    Failed,
    IdentityPending,
    IdentityProvider,
    Pending,
    ProviderUnavailable,
)

#: the word of the effect that asks what has come of an identification
RESULT = "result"
#: where an open identification lies among the matter's content
LABEL = "e_identification"
#: an invitation is good for this long, as a code by mail is
INVITATION_LIVES = timedelta(days=7)
#: what proves level 3; "low" is given to whoever says a name
ENOUGH = frozenset({Assurance.SUBSTANTIAL, Assurance.HIGH})
#: a personal number without its century, as some registers hold it
_TEN_DIGITS = 10


@dataclass(frozen=True)
class Invited:
    """One open identification: the provider's name, its words, our reference, when it ends.

    `until` is aware. `starts`: how often the matter had started over. No personal data.
    """

    provider: str
    instruction: Mapping[Language, str]
    reference: str
    until: datetime
    starts: int


_INVITED = TypeAdapter(Invited)


def invited(premises: Premises, number: str) -> Invited:
    """The identification that was opened last in a matter; a ValueError where none is open."""
    found = _open_in(premises, number)
    if found is None:
        raise ValueError(f"no identification is open in matter {number}")
    return found


class Identifying:
    """Opens an identification and hears what came of it. Without a provider it does nothing."""

    def __init__(self, premises: Premises, provider: IdentityProvider | None) -> None:
        self._premises = premises
        self._provider = provider

    def __call__(self, job: Job) -> Report:
        """Level 3 for whoever holds the proved address, if that person identified.

        Raises ProviderUnavailable or RegisterUnavailable where nothing could be opened, and
        IdentityPending while nobody has identified; both may be tried later.
        """
        if self._provider is None:
            return Report()
        if job.effect.word == RESULT:
            return self._hear(job, self._provider)
        return self._open(job, self._provider)

    def _open(self, job: Job, provider: IdentityProvider) -> Report:
        """Only where the registers could know the person again: else it would be in vain."""
        if not self._awaited(job) or not self._number_on_file(job):
            return Report()
        starts = job.effect.ordinal
        reference = self._premises.office.keys.mark(LABEL, f"{job.number}:{starts}")
        words = provider.begin(reference)
        said = {Language.SV: words.sv, Language.EN: words.en}
        until = self._premises.now() + INVITATION_LIVES
        opened = _INVITED.dump_json(Invited(provider.name, said, reference, until, starts))
        happening = Happening(Event.INVITED, case=job.effect.case, ordinal=starts)
        return Report(happening, content={LABEL: opened})

    def _hear(self, job: Job, provider: IdentityProvider) -> Report:
        opened = _open_in(self._premises, job.number)
        if opened is None or opened.starts != job.effect.ordinal:
            return Report()
        report = self._report(job, provider, opened)
        if report is not None:
            return report
        if self._premises.now() < opened.until:
            raise IdentityPending("nobody has identified yet")
        return _ended()

    def _report(self, job: Job, provider: IdentityProvider, opened: Invited) -> Report | None:
        """What came of it, None while nothing did. Wrong answers are not told apart to anybody."""
        if not self._awaited(job):
            return None
        try:
            outcome = provider.result(opened.reference)
            if isinstance(outcome, Pending):
                return None
            if isinstance(outcome, Failed) or outcome.assurance not in ENOUGH:
                return _ended()
            if self._is_the_one_on_file(job, outcome.personal_number):
                return _ended(self._identified(job))
            # staff see in the matter's story that somebody else came (P01)
            return _ended(facts=(f.Noted(event=Event.NOT_MATCHED),))
        except (ProviderUnavailable, RegisterUnavailable):
            return None

    def _awaited(self, job: Job) -> bool:
        """Whether a case waits for it now, on the proof that it was opened for.

        An identification from before INTE JAG is worth nothing after it.
        """
        matter = job.owner()
        if not matter.proved or matter.starts != job.effect.ordinal:
            return False
        office = self._premises.office
        return allows(matter, self._identified(job), office.house, self._premises.now())

    def _identified(self, job: Job) -> Happening:
        matter = job.owner()
        today = receipt_day(self._premises.now())
        proof = f.Proved(level=3, address=matter.proved, on=today)
        return Happening(Event.E_IDENTIFIED, facts=(proof,), ordinal=job.effect.ordinal)

    def _is_the_one_on_file(self, job: Job, personal_number: str) -> bool:
        identified = twelve_digits(personal_number)
        return len(identified) == 1 and identified <= self._number_on_file(job)

    def _number_on_file(self, job: Job) -> frozenset[str]:
        """The personal number of the one person who holds the proved address, as it may be read.

        Empty where no record that holds it has one, where two differ, or several people hold it:
        a proof opens the record with the proved channel and no other (P01).
        """
        address = self._premises.content(job.number, job.owner().proved)
        keys = search_keys(addresses=[address])
        registers = self._premises.registers.values()
        records = [record for register in registers for record in register.look_up(keys)]
        numbers = frozenset(number for one in records for number in one.personal_numbers)
        is_one = len({number[-_TEN_DIGITS:] for number in numbers}) == 1
        return numbers if is_one and not held_by_several(registers, address) else frozenset()


def _open_in(premises: Premises, number: str) -> Invited | None:
    held = premises.content(number, LABEL)
    return _INVITED.validate_json(held) if held else None


def _ended(happening: Happening | None = None, facts: tuple[Fact, ...] = ()) -> Report:
    """The identification is open no longer, and its words and reference are gone."""
    return Report(happening, facts, content={LABEL: b""})
