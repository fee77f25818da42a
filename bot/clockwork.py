"""clockwork: take one due date: decide what it means now, record it, in one transaction.

The rows are the truth; whatever wakes this worker is only a metronome. A date that comes late is
taken late and never lost. One commit a batch, a savepoint a date.
"""

import logging
from datetime import date, datetime, time, timedelta

from sqlalchemy import bindparam
from sqlmodel import Session, col, delete, select

from bot.core.calendar_se import is_working_day, next_working_day
from bot.core.deadlines import STOCKHOLM, receipt_day
from bot.core.decide import Happening, decide
from bot.core.digest import digest
from bot.core.effects import Effect, Kind
from bot.core.events import Event
from bot.core.runs import RETENTION, Run, open_run
from bot.core.vocabulary import Mail
from bot.intake import Office
from bot.shell.effect_rows import effect_row
from bot.shell.engine import transaction
from bot.shell.faults import place_of
from bot.shell.ledger import Ledger
from bot.shell.retention import order_unfiling, set_last_days, sweep_out
from bot.shell.store import open_matters, open_workflow
from bot.shell.tables import EffectRow, WakeRow

log = logging.getLogger(__name__)

DIGEST = "digest"
SWEEP = "sweep"
DIGEST_AT = time(7, 30)
SWEEP_AT = time(3)
RETENTION_AT = time(6)
#: tries of a date that fails by our own fault
MOST_TRIES = 5

# what every look asks is put into words once
_DUE = (
    select(WakeRow)
    .where(col(WakeRow.done).is_(False), WakeRow.at <= bindparam("now"))
    .where(WakeRow.attempts < MOST_TRIES)
    .order_by(col(WakeRow.at), col(WakeRow.id))
    .limit(bindparam("limit"))
)
_NEXT = select(WakeRow.at).where(col(WakeRow.done).is_(False)).order_by(col(WakeRow.at)).limit(1)
_KEPT = select(WakeRow.id).where(WakeRow.key == bindparam("key"))
_FORGET = (
    delete(WakeRow)
    .where(col(WakeRow.done).is_(True), col(WakeRow.at) < bindparam("old"))
    .execution_options(synchronize_session=False)
)


class Clockwork:
    """The second worker. `take` is its one gesture."""

    def __init__(self, office: Office) -> None:
        self._office = office
        #: the Swedish day whose standing dates are kept already
        self._standing: date | None = None

    def take(self, limit: int) -> int:
        """Handle at most so many due dates, the earliest first; how many were taken."""
        now = self._office.clock.now()
        today = receipt_day(now)
        with transaction(self._office.engine) as session:
            if today != self._standing:
                self._keep_standing(session, now)
            rows = list(session.exec(_DUE, params={"now": now, "limit": limit}))
            for row in rows:
                self._take_one(session, row, now)
        self._standing = today
        return len(rows)

    def next_due(self) -> datetime | None:
        """The earliest date that is not yet taken, aware, UTC."""
        with transaction(self._office.engine) as session:
            return session.exec(_NEXT).first()

    def _take_one(self, session: Session, row: WakeRow, now: datetime) -> None:
        row_id = row.id
        try:
            with session.begin_nested():
                self._ring(session, row, now)
                row.done = True
        except Exception as fault:  # noqa: BLE001 - one date that fails never stops its neighbours
            log.error("date %s: %s", row_id, place_of(fault))  # noqa: TRY400 - its text may quote
            row.attempts += 1

    def _ring(self, session: Session, row: WakeRow, now: datetime) -> None:
        ledger = self._office.ledger(session)
        if row.event == DIGEST:
            self._digest(ledger, now)
        elif row.event == RETENTION:
            self._propose_runs(ledger, now)
        elif row.event == SWEEP:
            set_last_days(session)
            sweep_out(session, receipt_day(now))
            order_unfiling(session, now)
        else:
            matter = ledger.load(row.matter)
            happening = Happening(Event(row.event), case=row.case, ordinal=row.ordinal)
            decision = decide(matter, happening, now, self._office.house)
            ledger.record(row.matter, decision, "clockwork", now)

    def _digest(self, ledger: Ledger, now: datetime) -> None:
        today = receipt_day(now)
        found = digest(open_matters(ledger), today, self._office.house)
        if not is_working_day(today) or not found.has_something_to_say:
            return
        effect = Effect(Kind.SEND, key=f"digest:{today}", mail=Mail.DIGEST, to="dpo")
        there = select(EffectRow.id).where(EffectRow.key == effect.key)
        if ledger.session.exec(there).first() is None:
            ledger.session.add(effect_row("", effect, now, ledger.mail_id(effect.key)))

    def _propose_runs(self, ledger: Ledger, now: datetime) -> None:
        """Each company counts what is over; one whose last proposal still waits does not (P03)."""
        house = self._office.house
        boxes = {company: box for box, company in self._office.company_of.items()}
        for company in dict.fromkeys(house.registers.values()):
            if not open_workflow(ledger, company, RETENTION):
                run = Run(ledger.next_number(now), company, boxes.get(company, ""))
                ledger.record(run.number, open_run(run, now, house), "clockwork", now)

    def _keep_standing(self, session: Session, now: datetime) -> None:
        """The house's own dates: the digest on working days, the sweep every night, weekly runs."""
        local = now.astimezone(STOCKHOLM)
        today = local.date()
        morning = today if is_working_day(today) else next_working_day(today)
        standing = [
            (DIGEST, datetime.combine(morning, DIGEST_AT, tzinfo=STOCKHOLM)),
            (SWEEP, datetime.combine(today + timedelta(days=1), SWEEP_AT, tzinfo=STOCKHOLM)),
        ]
        if (weekday := self._office.house.runs_on) is not None:
            next_run = today + timedelta(days=(weekday - today.weekday()) % 7)
            standing.append((RETENTION, datetime.combine(next_run, RETENTION_AT, tzinfo=STOCKHOLM)))
        for event, at in standing:
            key = f"{event}:{at.date()}"
            if session.exec(_KEPT, params={"key": key}).first() is None:
                session.add(WakeRow(key=key, event=event, at=at))
        session.exec(_FORGET, params={"old": now - timedelta(days=30)})
