"""What can be said of a mailbox: its state, its mails before they are fetched, its troubles."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class MailboxUnavailable(Exception):  # noqa: N818 - the mailbox's state, not a mistake of ours
    """The mailbox cannot be reached now. The message holds no password and no mail."""


class MailboxRefuses(MailboxUnavailable):
    """The server answered NO to one command (no such folder, over quota); the connection stands."""


class MailGone(LookupError):  # noqa: N818 - as above
    """The mail is no longer in the selected folder: a person moved or deleted it."""


class Moved(StrEnum):
    """What became of the original after `move`."""

    AWAY = "away"
    STAYED = "stayed"


@dataclass(frozen=True)
class BoxState:
    """What SELECT says: UIDs are only comparable while `uidvalidity` stays the same."""

    uidvalidity: int
    uidnext: int


@dataclass(frozen=True)
class Stub:
    """A mail that was not fetched yet: its UID, INTERNALDATE (aware, UTC) and size in bytes."""

    uid: int
    internaldate: datetime
    size: int
