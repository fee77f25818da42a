"""What a person wrote or owns: content and artefacts, each until its last day."""

from datetime import date
from typing import Any, ClassVar

from sqlalchemy import LargeBinary, UniqueConstraint
from sqlmodel import Field

from bot.shell.tables.row import Row


class Content(Row, table=True):
    """What a person wrote or is called, under a label, until its last day."""

    __tablename__: ClassVar[Any] = "content"

    matter: str = Field(primary_key=True)
    label: str = Field(primary_key=True)
    body: bytes = Field(sa_type=LargeBinary)
    salt: bytes = Field(sa_type=LargeBinary)
    last_day: date | None = Field(default=None, index=True)


class Artefact(Row, table=True):
    """A sealed file of a matter, in chunks, until its last day."""

    __tablename__: ClassVar[Any] = "artefact"
    __table_args__ = (UniqueConstraint("matter", "name"),)

    id: int | None = Field(default=None, primary_key=True)
    matter: str = Field(index=True)
    name: str
    last_day: date | None = Field(default=None, index=True)


class Chunk(Row, table=True):
    """One sealed piece of an artefact: nonce and ciphertext (AES-256-GCM)."""

    __tablename__: ClassVar[Any] = "chunk"

    artefact: int = Field(primary_key=True)
    place: int = Field(primary_key=True)
    sealed: bytes = Field(sa_type=LargeBinary)
