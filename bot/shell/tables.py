"""The ledger's tables. What a person wrote or owns is in `content` and `artefact`, nowhere else."""

from datetime import UTC, date, datetime
from typing import Any, ClassVar

from sqlalchemy import DateTime, Index, LargeBinary, MetaData, Text, TypeDecorator, UniqueConstraint
from sqlmodel import Field, SQLModel

SQLModel.metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class UtcDateTime(TypeDecorator[datetime]):
    """Aware instants in, aware UTC out; a naive one is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> datetime | None:  # noqa: ANN401 - the library's own type
        """To UTC; without its zone for SQLite, which keeps none."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"an instant without a time zone: {value}")
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, dialect: Any) -> datetime | None:  # noqa: ANN401 - the same
        """Back with its zone."""
        del dialect
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Cursor(SQLModel, table=True):
    """How far a mailbox has been read."""

    __tablename__: ClassVar[Any] = "cursor"

    mailbox: str = Field(primary_key=True)
    uidvalidity: int
    uid: int


class Journal(SQLModel, table=True):
    """One mail that came in, committed before the mailbox is told anything.

    `state`: received, handled, or set_aside with `error`. `raw` is emptied when it is handled.
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


class Trace(SQLModel, table=True):
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


class MatterRow(SQLModel, table=True):
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


class CaseRow(SQLModel, table=True):
    """A case as queries need it."""

    __tablename__: ClassVar[Any] = "case"

    matter: str = Field(primary_key=True)
    number: int = Field(primary_key=True)
    right: str | None = None
    workflow: str
    stage: str


class EventRow(SQLModel, table=True):
    """One fact of one matter, append-only: who, when, what, and the hash of all before it."""

    __tablename__: ClassVar[Any] = "event"

    matter: str = Field(primary_key=True)
    seq: int = Field(primary_key=True)
    at: datetime = Field(sa_type=UtcDateTime)
    actor: str
    fact: str = Field(sa_type=Text)
    hash: str


class Content(SQLModel, table=True):
    """What a person wrote or is called, under a label, until its last day."""

    __tablename__: ClassVar[Any] = "content"

    matter: str = Field(primary_key=True)
    label: str = Field(primary_key=True)
    body: bytes = Field(sa_type=LargeBinary)
    salt: bytes = Field(sa_type=LargeBinary)
    last_day: date | None = Field(default=None, index=True)


class EffectRow(SQLModel, table=True):
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


class WakeRow(SQLModel, table=True):
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


class TokenRow(SQLModel, table=True):
    """What binds a reply to a prompt: for whom, of which step of which case."""

    __tablename__: ClassVar[Any] = "token"

    token: str = Field(primary_key=True)
    matter: str = Field(index=True)
    case: int
    step: int
    person: str
    consumed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class CodeRow(SQLModel, table=True):
    """A code that is or was out, by its keyed hash; `label` says whose address it proves."""

    __tablename__: ClassVar[Any] = "code"

    hash: str = Field(primary_key=True)
    matter: str = Field(index=True)
    ordinal: int
    channel: str
    label: str
    lapses_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    used_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    voided_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class WrongTry(SQLModel, table=True):
    """A code that opened nothing, from a sender without a matter to count it against."""

    __tablename__: ClassVar[Any] = "wrong_try"

    id: int | None = Field(default=None, primary_key=True)
    sender_key: str = Field(index=True)
    at: datetime = Field(sa_type=UtcDateTime)


class Told(SQLModel, table=True):
    """What was told to whom on a day, so that it is told once: a keyed hash."""

    __tablename__: ClassVar[Any] = "told"

    key: str = Field(primary_key=True)
    on: date


class BlockRow(SQLModel, table=True):
    """An address that gets no marketing, by its hash; an erasure leaves it there (Art. 21(3)).

    `source` is the matter in which it was said, or the register that already knew.
    """

    __tablename__: ClassVar[Any] = "block"

    hash: str = Field(primary_key=True)
    since: date
    source: str


class Artefact(SQLModel, table=True):
    """A sealed file of a matter, in chunks, until its last day."""

    __tablename__: ClassVar[Any] = "artefact"

    id: int | None = Field(default=None, primary_key=True)
    matter: str = Field(index=True)
    name: str
    last_day: date | None = Field(default=None, index=True)
    __table_args__ = (UniqueConstraint("matter", "name"),)


class Chunk(SQLModel, table=True):
    """One sealed piece of an artefact: nonce and ciphertext (AES-256-GCM)."""

    __tablename__: ClassVar[Any] = "chunk"

    artefact: int = Field(primary_key=True)
    place: int = Field(primary_key=True)
    sealed: bytes = Field(sa_type=LargeBinary)
