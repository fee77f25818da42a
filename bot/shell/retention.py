"""The bot's own records are destroyed on their day (law document, section 5)."""

from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, String, bindparam, cast, literal, true
from sqlalchemy import delete as sql_delete
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, delete, select, update

from bot.core.deadlines import receipt_day
from bot.core.effects import Effect, Kind
from bot.core.retention import case_last_day, extract_last_day, mail_last_day
from bot.core.vocabulary import Manner
from bot.shell.effect_rows import effect_row
from bot.shell.tables import (
    Artefact,
    CaseRow,
    Chunk,
    CodeRow,
    Content,
    EffectRow,
    EventRow,
    Journal,
    MatterRow,
    TokenRow,
    Told,
    Trace,
    WakeRow,
    WrongTry,
)

#: every table that names a matter; the trace of a mail has a last day of its own
OF_A_MATTER = (
    *(Artefact, CaseRow, CodeRow, Content, EffectRow, EventRow, Journal, TokenRow, WakeRow),
)
#: identity codes after use or expiry
CODE_LIVES = timedelta(days=1)


def set_last_days(session: Session) -> None:
    """Give what a closed matter still holds its last day; take it back when one is reopened.

    Evidence in dispute has none until a decider lets it go (P24).
    """
    mails, files = [], []
    for number, at, frozen in session.exec(
        select(MatterRow.number, MatterRow.closed_at, MatterRow.frozen)
    ):
        closed = receipt_day(at) if at is not None else None
        mails.append({"of": number, "day": mail_last_day(closed, frozen=frozen)})
        files.append({"of": number, "day": extract_last_day(closed, frozen=frozen)})
    _end(session, Content, mails, col(Content.label).like("mail:%"))
    _end(session, Artefact, files, true())


def sweep_out(session: Session, today: date) -> None:
    """Destroy everything whose last day has passed."""
    session.exec(delete(Content).where(col(Content.last_day) < today))
    gone = session.exec(select(Artefact.id).where(col(Artefact.last_day) < today))
    ids = [one for one in gone if one is not None]
    session.exec(delete(Chunk).where(col(Chunk.artefact).in_(ids)))
    session.exec(delete(Artefact).where(col(Artefact.id).in_(ids)))
    session.exec(delete(Trace).where(col(Trace.last_day) < today))
    session.exec(delete(Told).where(col(Told.on) < today - CODE_LIVES))
    for code in session.exec(select(CodeRow)):
        ended = code.used_at or code.voided_at or code.lapses_at
        if ended is not None and receipt_day(ended) + CODE_LIVES < today:
            session.delete(code)
    for wrong in session.exec(select(WrongTry)):
        if receipt_day(wrong.at) + CODE_LIVES < today:
            session.delete(wrong)
    for number in _outlived(session, today):
        _destroy(session, number)


def order_unfiling(session: Session, now: datetime) -> None:
    """What we filed in the mailboxes goes with the raw mail: an effect a mailbox and night.

    A mailbox that does not answer that night is asked in the next one, until nothing is left.
    """
    today = receipt_day(now)
    for mailbox in sorted({row.mailbox for row in ended_filings(session, today)}):
        key = f"{Kind.UNFILE}:{mailbox}:{today}"
        if session.exec(select(EffectRow.id).where(EffectRow.key == key)).first() is None:
            effect = Effect(Kind.UNFILE, key, to=f"mailbox:{mailbox}")
            session.add(effect_row("", effect, now, ""))


def ended_filings(session: Session, today: date, mailbox: str = "") -> list[Journal]:
    """The mails that lie where we filed them after their last day, of one mailbox or of all.

    A mail that is still kept whole for any matter, as itself or as an identical one, is none.
    """
    twin = aliased(Journal)
    kept = (
        select(Content.matter)
        .join(twin, col(Content.label) == literal("mail:").concat(cast(twin.id, String)))
        .where(twin.message_key == Journal.message_key, twin.content_key == Journal.content_key)
    )
    filed = (
        select(Journal, MatterRow.closed_at, MatterRow.frozen)
        .join(MatterRow, col(MatterRow.number) == col(Journal.matter))
        .where(Journal.manner != Manner.LEAVE, ~kept.exists())
        .order_by(col(Journal.id))
    )
    if mailbox:
        filed = filed.where(Journal.mailbox == mailbox)
    return [row for row, at, frozen in session.exec(filed) if _ended(at, today, frozen=frozen)]


def not_filed(session: Session, which: ColumnElement[bool]) -> None:
    """Nothing of these mails lies in a folder of ours, or what lies there is people's."""
    changed = update(Journal).where(which).values(manner=Manner.LEAVE.value)
    session.exec(changed)


def _ended(closed_at: datetime | None, today: date, *, frozen: bool) -> bool:
    last = mail_last_day(receipt_day(closed_at) if closed_at else None, frozen=frozen)
    return last is not None and last < today


def _outlived(session: Session, today: date) -> list[str]:
    """The closed matters whose case file has had its last day; none in dispute."""
    closed = select(MatterRow.number, MatterRow.closed_at).where(
        col(MatterRow.closed_at).is_not(None), col(MatterRow.frozen).is_(False)
    )
    return [
        number
        for number, at in session.exec(closed)
        if at is not None and case_last_day(receipt_day(at)) < today
    ]


def _destroy(session: Session, number: str) -> None:
    """All that is known of a matter, its facts with it."""
    files = select(Artefact.id).where(Artefact.matter == number)
    session.exec(delete(Chunk).where(col(Chunk.artefact).in_(files)))
    for table in OF_A_MATTER:
        theirs = table.metadata.tables[str(table.__tablename__)]
        session.connection().execute(sql_delete(theirs).where(theirs.c.matter == number))
    session.exec(delete(MatterRow).where(col(MatterRow.number) == number))


def _end(
    session: Session,
    table: type[Content | Artefact],
    days: list[dict[str, str | date | None]],
    which: ColumnElement[bool],
) -> None:
    """The last day of each matter's rows, without reading them, and only where it is another."""
    other = col(table.last_day).is_distinct_from(bindparam("day"))
    theirs = col(table.matter) == bindparam("of")
    if days:
        changed = update(table.metadata.tables[str(table.__tablename__)])
        ended = changed.where(theirs, which, other).values(last_day=bindparam("day"))
        session.connection().execute(ended, days)
