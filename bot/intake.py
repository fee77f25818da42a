"""intake: take one journalled mail: gather, decide, record, in one transaction.

One commit a batch, a savepoint a mail. A mail that breaks the code is set aside with its error,
opens a matter so that the clock runs from its receipt, and never blocks the next.
"""

import logging
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Engine, bindparam
from sqlmodel import Session, col, select

from bot.arrivals import handle
from bot.core.house import House
from bot.core.vocabulary import Road, Verdict
from bot.desk import Desk
from bot.gather import Arrival, Gatherer, People
from bot.mail.porter import Judgement
from bot.mail.shapes import IncomingMail, Reading
from bot.shell.clock import Clock
from bot.shell.engine import transaction
from bot.shell.faults import place_of
from bot.shell.keys import Draw, Keys
from bot.shell.ledger import Ledger
from bot.shell.tables import Journal

log = logging.getLogger(__name__)

# what every look asks is put into words once
_RECEIVED = (
    select(Journal)
    .where(Journal.state == "received")
    .order_by(col(Journal.id))
    .limit(bindparam("limit"))
)


@dataclass(frozen=True)
class Office:
    """What every worker needs: the database, keys, randomness, the clock, and who is who."""

    engine: Engine
    keys: Keys
    draw: Draw
    clock: Clock
    domain: str
    house: House
    people: People
    company_of: Mapping[str, str]

    def ledger(self, session: Session) -> Ledger:
        """The ledger inside a transaction."""
        return Ledger(session, self.keys, self.draw, self.domain)


class Intake:
    """The first worker. `take` is its one gesture."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def take(self, limit: int) -> int:
        """Handle at most so many journalled mails, the oldest first; how many were taken."""
        with transaction(self._office.engine) as session:
            rows = list(session.exec(_RECEIVED, params={"limit": limit}))
            for row in rows:
                self._take_one(session, row)
            return len(rows)

    def _take_one(self, session: Session, row: Journal) -> None:
        office = self._office
        now = office.clock.now()
        ledger = office.ledger(session)
        gatherer = Gatherer(ledger, office.people, now)
        desk = Desk(ledger, gatherer, office.house, office.company_of)
        try:
            with session.begin_nested():
                handle(desk, self.gather(gatherer, row), now)
        except Exception as fault:  # noqa: BLE001 - one mail never stops the next
            log.error("mail %s is set aside: %s", row.id, place_of(fault))  # noqa: TRY400 - its text may quote
            with session.begin_nested():
                handle(desk, _unread(row, gatherer.twin(row), office.keys), now)
                row.state = "set_aside"
                row.error = type(fault).__name__

    def gather(self, gatherer: Gatherer, row: Journal) -> Arrival:
        """What is known of one mail."""
        return gatherer.gather(row)


def _unread(row: Journal, twin: Journal | None, keys: Keys) -> Arrival:
    """A mail that only a human can open."""
    return Arrival(
        row=row,
        mail=IncomingMail(),
        reading=Reading(Road.NO),
        judgement=Judgement(Verdict.UNREADABLE),
        sender_key=keys.mark("sender", ""),
        twin=twin,
    )
