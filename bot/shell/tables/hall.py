"""The hall's tables: how far a mailbox was read, what came in, and what is left of it."""

from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import Index, LargeBinary, UniqueConstraint
from sqlmodel import Field

from bot.shell.tables.row import Row, UtcDateTime


class Cursor(Row, table=True):
    """How far a mailbox has been read."""

    __tablename__: ClassVar[Any] = "cursor"

    mailbox: str = Field(primary_key=True)
    uidvalidity: int
    uid: int


class Journal(Row, table=True):
    """One mail that came in, committed before the mailbox is told anything.

    `state`: received, handled, or set_aside with `error`. `raw` is emptied when it is handled.
    `manner`: how it came into our folder; leave where it does not lie there, or no longer.
    """

    __tablename__: ClassVar[Any] = "journal"
    __table_args__ = (
        UniqueConstraint("mailbox", "uidvalidity", "uid"),
        Index("ix_journal_state", "state", "id"),
        Index("ix_journal_keys", "message_key", "content_key"),
    )

    id: int | None = Field(default=None, primary_key=True)
    mailbox: str
    door: str
    uidvalidity: int | None = None
    uid: int | None = None
    message_key: str
    content_key: str
    raw: bytes | None = Field(default=None, sa_type=LargeBinary)
    received_at: datetime = Field(sa_type=UtcDateTime)
    state: str = "received"
    verdict: str = ""
    error: str = ""
    matter: str | None = Field(default=None, index=True)
    manner: str = "leave"


class Trace(Row, table=True):
    """What is left of every mail: keyed hashes, receipt, verdict, the version of the rules."""

    __tablename__: ClassVar[Any] = "trace"

    id: int | None = Field(default=None, primary_key=True)
    mailbox: str
    message_key: str = Field(index=True)
    sender_key: str = Field(index=True)
    content_key: str
    received_at: datetime = Field(sa_type=UtcDateTime)
    verdict: str
    rules: str
    matter: str | None = None
    last_day: date = Field(index=True)
