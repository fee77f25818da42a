"""What a register of mails needs of the door to its mailbox, whoever opens it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Protocol


class Heading(Protocol):
    """Whose a mail is: the addresses of From, and of To and Cc."""

    @property
    def senders(self) -> frozenset[str]: ...  # noqa: D102
    @property
    def recipients(self) -> frozenset[str]: ...  # noqa: D102
    @property
    def subject(self) -> str: ...  # noqa: D102
    @property
    def message_id(self) -> str | None: ...  # noqa: D102


class Envelope(Protocol):
    """A mail before it is fetched: its place, when it came in (aware), whose it is."""

    @property
    def folder(self) -> str: ...  # noqa: D102
    @property
    def uidvalidity(self) -> int: ...  # noqa: D102
    @property
    def uid(self) -> int: ...  # noqa: D102
    @property
    def arrived(self) -> datetime: ...  # noqa: D102
    @property
    def heading(self) -> Heading: ...  # noqa: D102


class Letter(Protocol):
    """A whole mail, decoded; `digest` is the same for every copy of it."""

    @property
    def sender(self) -> str: ...  # noqa: D102
    @property
    def to(self) -> str: ...  # noqa: D102
    @property
    def cc(self) -> str: ...  # noqa: D102
    @property
    def subject(self) -> str: ...  # noqa: D102
    @property
    def text(self) -> str: ...  # noqa: D102
    @property
    def attachments(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def beside(self) -> str: ...  # noqa: D102
    @property
    def message_id(self) -> str | None: ...  # noqa: D102
    @property
    def digest(self) -> str: ...  # noqa: D102
    @property
    def unread(self) -> str: ...  # noqa: D102


class Archive(Protocol):
    """An open mailbox; RegisterUnavailable when it does not answer as it must."""

    @property
    def expunges(self) -> bool:
        """Whether single mails can be taken away by number (RFC 4315)."""
        ...

    def folders(self) -> tuple[str, ...]:
        """Every folder that can hold mail, by name."""
        ...

    def state(self, folder: str) -> tuple[int, int] | None:
        """UIDVALIDITY and UIDNEXT of a folder; None where there is no such folder."""
        ...

    def envelopes(self, folder: str, after: int = 0) -> Iterable[Envelope]:
        """Every mail of a folder whose UID is above `after`, by UID."""
        ...

    def letter(self, folder: str, uid: int) -> Letter:
        """One whole mail, left unread."""
        ...

    def having(self, folder: str, pieces: Sequence[str]) -> tuple[int, ...]:
        """The UIDs of the mails that hold every piece somewhere, as the server sees it."""
        ...

    def by_uid(self, folder: str, uids: Collection[int]) -> Mapping[int, Envelope]:
        """Some mails of a folder by UID; what is not there is left out."""
        ...

    def opens_for_writing(self, folder: str) -> bool:
        """Whether mails can be taken away from the folder."""
        ...

    def erase(self, folder: str, uidvalidity: int, uids: Collection[int]) -> None:
        """Take away exactly these mails, of a folder that is still numbered so."""
        ...
