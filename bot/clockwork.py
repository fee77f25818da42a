"""clockwork: take one due date: decide what it means now, record it, in one transaction.

The rows are the truth; whatever wakes this worker is only a metronome. A date that comes late is
taken late and never lost. One commit a batch, a savepoint a date.
"""

import logging
from datetime import date, datetime, time, timedelta

from sqlmodel import Session, col, delete, select

from bot.core.calendar_se import is_working_day, next_working_day
from bot.core.deadlines import STOCKHOLM, receipt_day
from bot.core.decide import Happening, decide
from bot.core.digest import digest
from bot.core.effects import Effect, Kind
from bot.core.events import Event
from bot.core.vocabulary import Mail
from bot.intake import Office
from bot.shell.effect_rows import effect_row
from bot.shell.engine import transaction
from bot.shell.faults import place_of
from bot.shell.ledger import Ledger
from bot.shell.retention import set_last_days, sweep_out
from bot.shell.store import open_matters
from bot.shell.tables import EffectRow, WakeRow

log = logging.getLogger(__name__)

DIGEST = "digest"
SWEEP = "sweep"
DIGEST_AT = time(7, 30)
SWEEP_AT = time(3)
#: tries of a date that fails by our own fault
MOST_TRIES = 5


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
            due = (
                select(WakeRow)
                .where(col(WakeRow.done).is_(False), WakeRow.at <= now)
                .where(WakeRow.attempts < MOST_TRIES)
                .order_by(col(WakeRow.at), col(WakeRow.id))
                .limit(limit)
            )
            rows = list(session.exec(due))
            for row in rows:
                self._take_one(session, row, now)
        self._standing = today
        return len(rows)

    def next_due(self) -> datetime | None:
        """The earliest date that is not yet taken, aware, UTC."""
        with transaction(self._office.engine) as session:
            waiting = select(WakeRow.at).where(col(WakeRow.done).is_(False))
            return session.exec(waiting.order_by(col(WakeRow.at))).first()

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
        elif row.event == SWEEP:
            set_last_days(session)
            sweep_out(session, receipt_day(now))
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

    def _keep_standing(self, session: Session, now: datetime) -> None:
        """The house's own dates: the digest on working days, the sweep every night."""
        local = now.astimezone(STOCKHOLM)
        today = local.date()
        morning = today if is_working_day(today) else next_working_day(today)
        for event, at in (
            (DIGEST, datetime.combine(morning, DIGEST_AT, tzinfo=STOCKHOLM)),
            (SWEEP, datetime.combine(today + timedelta(days=1), SWEEP_AT, tzinfo=STOCKHOLM)),
        ):
            key = f"{event}:{at.date()}"
            if session.exec(select(WakeRow).where(WakeRow.key == key)).first() is None:
                session.add(WakeRow(key=key, event=event, at=at))
        old = now - timedelta(days=30)
        session.exec(delete(WakeRow).where(col(WakeRow.done).is_(True), col(WakeRow.at) < old))
