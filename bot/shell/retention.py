"""The bot's own records are destroyed on their day (law document, section 5)."""

from datetime import date, timedelta

from sqlalchemy import ColumnElement, bindparam, true
from sqlalchemy import delete as sql_delete
from sqlmodel import Session, col, delete, select, update

from bot.core.deadlines import receipt_day
from bot.core.retention import case_last_day
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

#: mails of a closed case
MAIL_LIVES = timedelta(days=30)
#: snapshots and extracts of a closed case
EXTRACT_LIVES = timedelta(days=90)
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
        closed = receipt_day(at) if at is not None and not frozen else None
        mails.append({"of": number, "day": closed + MAIL_LIVES if closed else None})
        files.append({"of": number, "day": closed + EXTRACT_LIVES if closed else None})
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
