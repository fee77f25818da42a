"""errands: take one recorded effect, carry it out, mark it done and record what came of it.

An effect is leased in one short transaction, done outside any, and finished in another: never a
register or a mail server inside a transaction. A crash between doing and finishing repeats the
effect, which its key and Message-ID make harmless. Therefore one commit an effect, not a batch.
"""

import logging
import os
import socket
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Protocol

from sqlalchemy import bindparam
from sqlmodel import col, or_, select

from bot.core import facts as f
from bot.core.decide import Happening, decide
from bot.core.effects import Decision, Effect, Kind
from bot.core.events import Event
from bot.core.facts import Fact
from bot.core.matter import Matter
from bot.intake import Office
from bot.registers.records import RegisterUnavailable
from bot.shell.effect_rows import effect_of
from bot.shell.engine import transaction
from bot.shell.faults import place_of
from bot.shell.identity_provider import IdentityPending, ProviderUnavailable
from bot.shell.imap import MailboxUnavailable
from bot.shell.smtp import MailDelayed
from bot.shell.tables import EffectRow

log = logging.getLogger(__name__)

LEASE = timedelta(minutes=5)
FIRST_PAUSE = timedelta(minutes=1)
LONGEST_PAUSE = timedelta(hours=1)
#: tries before a human is told: with the pauses above a little more than a day
MOST_TRIES = 30
#: tries of a deed that fails by our own fault, which waiting does not mend
MOST_FAULTS = 5

#: deeds that end with a human where a register stays silent
OF_REGISTERS = frozenset(
    {
        *(Kind.LOOK_UP, Kind.COLLECT, Kind.PLAN, Kind.HOLDS, Kind.BLOCK, Kind.ACT, Kind.VERIFY),
        *(Kind.FIND_LAPSED, Kind.RETIRE, Kind.PRINT),
    }
)

#: of these, what several cases wait for together
SHARED = frozenset({Kind.LOOK_UP, Kind.COLLECT, Kind.BLOCK, Kind.PRINT})

#: what passes by itself: worth the longer patience
PASSING = (MailDelayed, RegisterUnavailable, MailboxUnavailable, ProviderUnavailable)

# what every look asks is put into words once
_DUE = (
    select(EffectRow)
    .where(EffectRow.state == "waiting", EffectRow.due_at <= bindparam("now"))
    .where(or_(col(EffectRow.lease_until).is_(None), col(EffectRow.lease_until) < bindparam("now")))
    .order_by(col(EffectRow.due_at), col(EffectRow.id))
    .limit(bindparam("limit"))
)


@dataclass(frozen=True)
class Job:
    """One effect to carry out, the matter it belongs to (None: the house's own), its Message-ID."""

    number: str
    effect: Effect
    matter: Matter | None
    message_id: str

    def owner(self) -> Matter:
        """The matter; a ValueError for an effect of the house's own."""
        if self.matter is None:
            raise ValueError(f"the effect {self.effect.key} belongs to no matter")
        return self.matter


@dataclass(frozen=True)
class Report:
    """What came of an effect: a happening to decide over, facts alone, and content to keep."""

    happening: Happening | None = None
    facts: tuple[Fact, ...] = ()
    content: Mapping[str, bytes] = field(default_factory=dict)


class Deed(Protocol):
    """How one kind of effect is carried out, outside any transaction; may be repeated."""

    def __call__(self, job: Job) -> Report:
        """Do it; raise one of PASSING where a later try may succeed."""
        ...


class Errands:
    """The third worker. `take` is its one gesture."""

    def __init__(self, office: Office, deeds: Mapping[Kind, Deed]) -> None:
        self._office = office
        self._deeds = deeds
        self._host = socket.gethostname()
        self._me = f"{self._host}/{os.getpid()}"
        self._release_orphans()

    def take(self, limit: int) -> int:
        """Carry out at most so many due effects, the oldest first; how many were taken."""
        ids = self._lease(limit)
        for one in ids:
            self._carry_out(one)
        return len(ids)

    def _release_orphans(self) -> None:
        """What a dead process of this host held is free at once, not when its lease ends."""
        with transaction(self._office.engine) as session:
            held = select(EffectRow).where(
                EffectRow.state == "waiting", col(EffectRow.lease_until).is_not(None)
            )
            for row in session.exec(held):
                host, _, process = row.owner.rpartition("/")
                if row.owner == self._me or (host == self._host and not _is_alive(int(process))):
                    row.lease_until = None

    def _lease(self, limit: int) -> list[int]:
        now = self._office.clock.now()
        with transaction(self._office.engine) as session:
            rows = list(session.exec(_DUE, params={"now": now, "limit": limit}))
            for row in rows:
                row.lease_until, row.owner = now + LEASE, self._me
                row.attempts += 1
            return [row.id for row in rows if row.id is not None]

    def _carry_out(self, row_id: int) -> None:
        job = self._job(row_id)
        try:
            self._finish(row_id, job, self._deeds[job.effect.kind](job))
        except IdentityPending as wait:
            # the deed itself ends the waiting; however often it looks, nothing has failed
            self._put_off(row_id, job, str(wait), sys.maxsize)
        except PASSING as fault:
            self._put_off(row_id, job, str(fault), MOST_TRIES)
        except Exception as fault:  # noqa: BLE001 - a deed that fails never stops its neighbours
            log.error("effect %s: %s", row_id, place_of(fault))  # noqa: TRY400 - its text may quote
            self._put_off(row_id, job, place_of(fault), MOST_FAULTS)

    def _job(self, row_id: int) -> Job:
        with transaction(self._office.engine) as session:
            row = session.get_one(EffectRow, row_id)
            matter = self._office.ledger(session).load(row.matter) if row.matter else None
            return Job(row.matter, effect_of(row), matter, row.message_id)

    def _finish(self, row_id: int, job: Job, report: Report, state: str = "done") -> None:
        office = self._office
        now = office.clock.now()
        with transaction(office.engine) as session:
            row = session.get_one(EffectRow, row_id)
            if row.state != "waiting" or row.owner != self._me:
                return
            row.state, row.lease_until, row.error = state, None, ""
            if not job.number:
                return
            ledger = office.ledger(session)
            for label, body in report.content.items():
                ledger.keep(job.number, label, body)
            decision = Decision(facts=report.facts)
            if report.happening is not None:
                matter = ledger.load(job.number)
                decision = decide(matter, report.happening, now, office.house)
            ledger.record(job.number, decision, "rightsbot", now)

    def _put_off(self, row_id: int, job: Job, why: str, most: int) -> None:
        with transaction(self._office.engine) as session:
            row = session.get_one(EffectRow, row_id)
            row.error = why[:500]
            if row.attempts < most:
                row.lease_until = None
                row.due_at = self._office.clock.now() + pause_after(row.attempts)
                return
        log.error("effect %s is given up after %s tries", row_id, most)
        try:
            self._finish(row_id, job, _given_up(job.effect), state="failed")
        except Exception as fault:  # noqa: BLE001 - what cannot even be given up must still end
            log.error("effect %s: %s", row_id, place_of(fault))  # noqa: TRY400 - its text may quote
            with transaction(self._office.engine) as session:
                session.get_one(EffectRow, row_id).state = "failed"


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def pause_after(attempts: int) -> timedelta:
    """How long to wait before the next try: doubling from a minute to an hour."""
    doubled: timedelta = FIRST_PAUSE * 2 ** min(attempts - 1, 10)
    return min(doubled, LONGEST_PAUSE)


def _given_up(effect: Effect) -> Report:
    """What follows when an effect cannot be carried out: a human takes over."""
    if effect.kind in OF_REGISTERS:
        if effect.kind is Kind.COLLECT:
            # the others' copies are released all the same, and she hears what is missing
            silent = f.RegisterSilent(register_name=effect.register, round=effect.round)
            return Report(Happening(Event.COLLECTED, facts=(silent,)))
        if effect.kind is Kind.ACT:
            # a case of the matter may wait for another register's answer: this is about the act
            by_hand = Happening(
                Event.NEEDS_PERSON,
                case=effect.case,
                argument=effect.register,
                ordinal=effect.round,
            )
            return Report(by_hand)
        # what was asked once for all cases that wait is told to all of them
        case = 0 if effect.kind in SHARED else effect.case
        return Report(Happening(Event.REGISTER_SILENT, case=case))
    return undeliverable(effect) if effect.kind is Kind.SEND else Report()


def undeliverable(effect: Effect, why: str = "") -> Report:
    """What follows when a mail reaches nobody: a customer's is given to a human.

    `why` is `speaking.WITHHELD` for an answer that may not go as it was made (L72).
    """
    fact = f.MailUndeliverable(mail=effect.mail or "")
    if effect.to in {"requester", "proved"}:
        return Report(Happening(Event.UNDELIVERABLE, facts=(fact,), argument=why))
    return Report(facts=(fact,))
