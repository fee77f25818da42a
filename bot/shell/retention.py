"""The bot's own records are destroyed on their day (law document, section 5)."""

from datetime import date, timedelta

from sqlmodel import Session, col, delete, select

from bot.core.deadlines import receipt_day
from bot.shell.tables import Artefact, Chunk, CodeRow, Content, MatterRow, Told, Trace, WrongTry

#: mails of a closed case
MAIL_LIVES = timedelta(days=30)
#: snapshots and extracts of a closed case
EXTRACT_LIVES = timedelta(days=90)
#: identity codes after use or expiry
CODE_LIVES = timedelta(days=1)


def set_last_days(session: Session) -> None:
    """Give what a closed matter still holds its last day; take it back when one is reopened."""
    for matter in session.exec(select(MatterRow)):
        closed = receipt_day(matter.closed_at) if matter.closed_at else None
        contents = select(Content).where(
            Content.matter == matter.number, col(Content.label).like("mail:%")
        )
        for content in session.exec(contents):
            content.last_day = closed + MAIL_LIVES if closed else None
        for artefact in session.exec(select(Artefact).where(Artefact.matter == matter.number)):
            artefact.last_day = closed + EXTRACT_LIVES if closed else None


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
