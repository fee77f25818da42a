"""What was handed out and may come back: tokens and codes, and codes that opened nothing."""

from datetime import datetime
from typing import Any, ClassVar

from sqlmodel import Field

from bot.shell.tables.row import Row, UtcDateTime


class TokenRow(Row, table=True):
    """What binds a reply to a prompt: for whom, of which step of which case."""

    __tablename__: ClassVar[Any] = "token"

    token: str = Field(primary_key=True)
    matter: str = Field(index=True)
    case: int
    step: int
    person: str
    consumed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class CodeRow(Row, table=True):
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


class WrongTry(Row, table=True):
    """A code that opened nothing, from a sender without a matter to count it against."""

    __tablename__: ClassVar[Any] = "wrong_try"

    id: int | None = Field(default=None, primary_key=True)
    sender_key: str = Field(index=True)
    at: datetime = Field(sa_type=UtcDateTime)
