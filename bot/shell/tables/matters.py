"""The ledger of matters: the facts, what queries need of them, and what is to be done when."""

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import Index, Text, UniqueConstraint
from sqlmodel import Field

from bot.shell.tables.row import Row, UtcDateTime


class MatterRow(Row, table=True):
    """A matter as queries need it; its facts are the truth. `frozen`: all of it is kept."""

    __tablename__: ClassVar[Any] = "matter"

    number: str = Field(primary_key=True)
    company: str
    mailbox: str
    person_key: str = Field(index=True)
    received_at: datetime = Field(sa_type=UtcDateTime)
    closed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    version: int = 0
    head: str = ""
    frozen: bool = False


class CaseRow(Row, table=True):
    """A case as queries need it."""

    __tablename__: ClassVar[Any] = "case"

    matter: str = Field(primary_key=True)
    number: int = Field(primary_key=True)
    right: str | None = None
    workflow: str
    stage: str


class EventRow(Row, table=True):
    """One fact of one matter, append-only: who, when, what, and the hash of all before it."""

    __tablename__: ClassVar[Any] = "event"

    matter: str = Field(primary_key=True)
    seq: int = Field(primary_key=True)
    at: datetime = Field(sa_type=UtcDateTime)
    actor: str
    fact: str = Field(sa_type=Text)
    hash: str


class EffectRow(Row, table=True):
    """One deed to be done; `state`: waiting, done, asked or failed."""

    __tablename__: ClassVar[Any] = "effect"
    __table_args__ = (
        UniqueConstraint("matter", "key"),
        Index("ix_effect_due", "state", "due_at"),
    )

    id: int | None = Field(default=None, primary_key=True)
    matter: str = ""
    key: str
    kind: str
    body: str = Field(sa_type=Text)
    message_id: str = Field(default="", index=True)
    state: str = "waiting"
    due_at: datetime = Field(sa_type=UtcDateTime)
    lease_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    owner: str = ""
    attempts: int = 0
    error: str = ""


class WakeRow(Row, table=True):
    """One date that wakes the clockwork; without a matter it is one of the house's own."""

    __tablename__: ClassVar[Any] = "wake"
    __table_args__ = (UniqueConstraint("matter", "key"), Index("ix_wake_due", "done", "at"))

    id: int | None = Field(default=None, primary_key=True)
    matter: str = ""
    key: str
    event: str
    ordinal: int = 0
    case: int = 0
    at: datetime = Field(sa_type=UtcDateTime)
    done: bool = False
    attempts: int = 0
