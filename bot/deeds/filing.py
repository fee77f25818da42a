"""FILE: move or copy a mail to the folder for requests, in its own mailbox."""

from collections.abc import Callable

from sqlmodel import col, select

from bot.core.vocabulary import Manner
from bot.deeds.premises import Premises
from bot.errands import Job, Report
from bot.mail.incoming import parse
from bot.shell.imap import ImapDoor, MailGone
from bot.shell.tables import Journal


class Filing:
    """Looks into the folder first, so that a repeated effect lays no second copy there."""

    def __init__(self, premises: Premises, doors: Callable[[str], ImapDoor]) -> None:
        self._premises = premises
        self._doors = doors

    def __call__(self, job: Job) -> Report:
        """Move or copy one mail; what is no longer in its place stays where people put it.

        A move that broke off after its copy is ended; a known mail that people laid back is not.
        """
        found = self._row(job)
        if found is None:
            return Report()
        row, raw, first = found
        mail = parse(raw)
        box = self._premises.settings.mailboxes[row.mailbox]
        with self._doors(row.mailbox) as door:
            door.ensure_folder(box.folder)
            filed = door.holds(
                box.folder,
                mail.message_id,
                len(raw),
                lambda other: parse(other).content_digest == mail.content_digest,
            )
            state = door.select()
            if state.uidvalidity != row.uidvalidity or row.uid is None:
                return Report()
            try:
                if job.effect.manner is Manner.MOVE and filed and first:
                    door.take_away(row.uid)
                elif job.effect.manner is Manner.MOVE and not filed:
                    door.move(row.uid, box.folder)
                elif job.effect.manner is Manner.COPY and not filed:
                    door.copy(row.uid, box.folder)
            except MailGone:
                return Report()
        self._remember(row.id, job.effect.manner)
        return Report()

    def _row(self, job: Job) -> tuple[Journal, bytes, bool] | None:
        """The journal row, its bytes, and whether they came with it or with an identical mail.

        The matter's first mail where the effect names none.
        """
        with self._premises.ledger() as ledger:
            chosen = select(Journal).where(Journal.matter == job.number)
            if job.effect.journal:
                chosen = select(Journal).where(Journal.id == job.effect.journal)
            row = ledger.session.exec(chosen.order_by(col(Journal.id))).first()
            if row is None or row.uid is None:
                return None
            raw = ledger.mail_of(job.number, row)
            first = ledger.content(job.number, f"mail:{row.id}") is not None
            return (row, raw, first) if raw is not None else None

    def _remember(self, row_id: int | None, manner: Manner | None) -> None:
        with self._premises.ledger() as ledger:
            ledger.session.get_one(Journal, row_id).manner = manner or Manner.LEAVE
