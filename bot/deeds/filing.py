"""FILE: move or copy a mail to the folder for requests, in its own mailbox. UNFILE: take it away.

We lay no copy of our own mails into any folder, so there is none to take away.
"""

import logging
from collections.abc import Callable, Collection, Iterator

from sqlmodel import col, select

from bot.core.deadlines import receipt_day
from bot.core.vocabulary import Manner
from bot.deeds.premises import Premises
from bot.errands import Job, Report
from bot.mail.incoming import parse
from bot.shell.imap import ImapDoor, MailGone
from bot.shell.journal import content_mark, message_mark
from bot.shell.mail_archive import Envelope, MailArchive
from bot.shell.retention import ended_filings, not_filed
from bot.shell.tables import Journal

log = logging.getLogger(__name__)

Mark = tuple[str, str]
"""The keyed hashes of a mail's Message-ID and of its content."""


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
            if filed:
                # also where we were stopped between the move and this line
                self._remember(row.id, job.effect.manner)
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


class Unfiling:
    """Takes away what was filed in one mailbox, on the last day of its raw mail and not before.

    The bytes in the ledger are gone by then: a mail is known again by its keyed hashes. Only our
    own folder is looked into, and only exactly these mails go, never what somebody else marked.
    """

    def __init__(self, premises: Premises, archives: Callable[[str], MailArchive]) -> None:
        self._premises = premises
        self._archives = archives

    def __call__(self, job: Job) -> Report:
        """All that has ended in the mailbox `to`; a mail that is gone already is a line in the log.

        What cannot be taken away now (no UIDPLUS, RFC 4315; no folder) is tried again every night.
        """
        key = job.effect.to.removeprefix("mailbox:")
        box = self._premises.settings.mailboxes.get(key)
        wanted = self._ended(key)
        if not wanted:
            return Report()
        if box is None:
            log.warning("mailbox %s is read no longer; %s ended mails lie there", key, len(wanted))
            return Report()
        with self._archives(key) as archive:
            if not archive.expunges or archive.state(box.folder) is None:
                why = "no folder of ours" if archive.expunges else "no UIDPLUS"
                log.warning("mailbox %s has %s; %s ended mails stay there", key, why, len(wanted))
                return Report()
            found = list(self._found(archive, box.folder, wanted))
            # reading takes its time, and a dispute may have begun meanwhile (P24)
            still = self._ended(key)
            if found:
                uids = [place.uid for mark, place in found if mark in still]
                archive.erase(box.folder, found[0][1].uidvalidity, uids)
        self._forget(key, {mark: still[mark] for mark in wanted if mark in still}, dict(found))
        return Report()

    def _ended(self, mailbox: str) -> dict[Mark, list[int]]:
        """The journal's numbers of the mails that have ended, by what they are known by."""
        ended: dict[Mark, list[int]] = {}
        with self._premises.ledger() as ledger:
            today = receipt_day(self._premises.now())
            for row in ended_filings(ledger.session, today, mailbox):
                ended.setdefault((row.message_key, row.content_key), []).append(row.id or 0)
        return ended

    def _found(
        self, archive: MailArchive, folder: str, wanted: Collection[Mark]
    ) -> Iterator[tuple[Mark, Envelope]]:
        """Where the wanted mails lie; a mail without a readable Message-ID is read whole."""
        keys = self._premises.office.keys
        named = {message for message, _ in wanted}
        for place in archive.envelopes(folder):
            known = place.heading.message_id
            if known is not None and message_mark(keys, known, "") not in named:
                continue
            try:
                letter = archive.letter(folder, place.uid)
            except MailGone:
                continue
            message = message_mark(keys, letter.message_id, letter.digest)
            mark = message, content_mark(keys, letter.digest)
            if mark in wanted:
                yield mark, place

    def _forget(self, mailbox: str, ended: dict[Mark, list[int]], found: Collection[Mark]) -> None:
        for mark in ended.keys() - found:
            log.warning("mailbox %s: mail %s has ended and is not filed", mailbox, ended[mark])
        with self._premises.ledger() as ledger:
            ids = [one for same in ended.values() for one in same]
            not_filed(ledger.session, col(Journal.id).in_(ids))
