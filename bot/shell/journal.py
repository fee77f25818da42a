"""The hall: every mail that came in, on the disk before the mailbox is told anything."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Engine
from sqlmodel import Session, col, select

from bot.core.deadlines import earliest_receipt, receipt_day
from bot.mail.incoming import parse
from bot.mail.receipt import received_times
from bot.shell.engine import transaction
from bot.shell.keys import Keys
from bot.shell.tables import Cursor, Journal, Trace


@dataclass(frozen=True)
class Arrived:
    """One mail at one mailbox. `uid` is None for what came by LMTP; `at` is aware."""

    mailbox: str
    raw: bytes
    at: datetime
    uidvalidity: int | None = None
    uid: int | None = None


class Hall:
    """Journals mails; `receiving_hosts` names, a mailbox, the hosts whose Received lines count."""

    def __init__(
        self, engine: Engine, keys: Keys, receiving_hosts: Mapping[str, Sequence[str]]
    ) -> None:
        self._engine = engine
        self._keys = keys
        self._hosts = receiving_hosts

    def cursor(self, mailbox: str) -> tuple[int, int]:
        """(UIDVALIDITY, last UID) read so far; zeros for a mailbox never read."""
        with transaction(self._engine) as session:
            row = session.get(Cursor, mailbox)
            return (row.uidvalidity, row.uid) if row else (0, 0)

    def take_in(self, arrived: Iterable[Arrived], now: datetime) -> int:
        """Journal mails and move the cursor past them, in one transaction; how many are new."""
        new = 0
        with transaction(self._engine) as session:
            for one in arrived:
                new += self._journal(session, one, now)
                if one.uidvalidity is not None and one.uid is not None:
                    session.merge(
                        Cursor(mailbox=one.mailbox, uidvalidity=one.uidvalidity, uid=one.uid)
                    )
        return new

    def _journal(self, session: Session, one: Arrived, now: datetime) -> int:
        if one.uid is not None:
            there = select(Journal).where(
                Journal.mailbox == one.mailbox,
                Journal.uidvalidity == one.uidvalidity,
                Journal.uid == one.uid,
            )
            if session.exec(there).first() is not None:
                return 0
        mail = parse(one.raw)
        instants = [one.at, *received_times(one.raw, self._hosts.get(one.mailbox, ()))]
        session.add(
            Journal(
                mailbox=one.mailbox,
                door="lmtp" if one.uid is None else "imap",
                uidvalidity=one.uidvalidity,
                uid=one.uid,
                message_key=message_mark(self._keys, mail.message_id, mail.content_digest),
                content_key=content_mark(self._keys, mail.content_digest),
                raw=one.raw,
                received_at=earliest_receipt(instants, now),
            )
        )
        return 1


def message_mark(keys: Keys, message_id: str | None, digest: str) -> str:
    """The keyed hash of a Message-ID; of the content where a mail has none."""
    return keys.mark("message", message_id or f"none:{digest}")


def content_mark(keys: Keys, digest: str) -> str:
    """The keyed hash of what a mail says."""
    return keys.mark("content", digest)


def seen(session: Session, keys: Keys, sender: str, day: date | None) -> list[Trace]:
    """What is left of the mails from an address, on a Swedish day or on all."""
    chosen = select(Trace).where(Trace.sender_key == keys.mark("sender", sender.lower()))
    rows = session.exec(chosen.order_by(col(Trace.received_at)))
    return [row for row in rows if day is None or receipt_day(row.received_at) == day]
