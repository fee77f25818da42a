"""The door to the mails that a mailbox keeps, over IMAP: all folders, one mail at a time.

Folders are opened by EXAMINE and mails fetched by PEEK, so that nothing becomes read by our
reading; only `erase` opens a folder for writing.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from imapclient import DELETED, SocketTimeout

from bot.mail.archived import TELLING, Heading, Letter, header_of, read_heading, read_letter
from bot.mail.parts import LARGEST
from bot.shell.addresses import ImapAddress
from bot.shell.folders import folder_names
from bot.shell.imap_line import ImapConnected
from bot.shell.mailbox import MailboxUnavailable, MailGone

PATIENCE = SocketTimeout(connect=10, read=300)  # seconds; a search in texts may read every mail
HANDFUL = 200  # mails asked about in one command
WINDOW = 50_000  # UIDs asked for in one command: one line of an answer stays below a megabyte
PIECE = 4 * 1024 * 1024  # bytes of a mail in one answer
BEGINNING = 65_536  # bytes in which a header is sought that the server did not find
_HEADER = f"BODY.PEEK[HEADER.FIELDS ({' '.join(TELLING).upper()})]"


@dataclass(frozen=True)
class Envelope:
    """A mail before it is fetched: where it lies, its INTERNALDATE (aware), whose it is."""

    folder: str
    uidvalidity: int
    uid: int
    arrived: datetime
    heading: Heading


@dataclass(frozen=True)
class _Opened:
    folder: str
    uidvalidity: int
    uidnext: int
    writable: bool


class MailArchive(ImapConnected):
    """Every method may raise MailboxUnavailable, after which it is dead."""

    def __init__(
        self,
        address: ImapAddress,
        *,
        timeout: SocketTimeout = PATIENCE,
        without: frozenset[bytes] = frozenset(),
    ) -> None:
        super().__init__(address, timeout, without)
        self._names: dict[str, bytes] = {}
        self._opened: _Opened | None = None

    @property
    def expunges(self) -> bool:
        """Whether single mails can be taken away by number (RFC 4315)."""
        return self._can("UIDPLUS")

    def folders(self) -> tuple[str, ...]:
        """Every folder that can hold mail, by name."""
        with self._line.reach("listing the folders"):
            self._names = folder_names(self._client)
        return tuple(sorted(self._names))

    def state(self, folder: str) -> tuple[int, int] | None:
        """UIDVALIDITY and UIDNEXT of a folder as it is now; None where there is no such folder."""
        if folder not in self._names:
            return None
        opened = self._open(folder)
        return opened.uidvalidity, opened.uidnext

    def envelopes(self, folder: str, after: int = 0) -> Iterator[Envelope]:
        """Every mail of a folder whose UID is above `after`, by UID, without its text."""
        opened = self._open(folder)
        uids = self._uids(after + 1, opened.uidnext)
        for start in range(0, len(uids), HANDFUL):
            yield from self._read(opened, uids[start : start + HANDFUL])

    def letter(self, folder: str, uid: int) -> Letter:
        """One whole mail, left unread. MailGone when it is no longer in the folder."""
        self._at(folder)
        return read_letter(self._whole(uid))

    def having(self, folder: str, pieces: Sequence[str]) -> tuple[int, ...]:
        """The UIDs of the mails that hold every piece somewhere, as the server sees it."""
        self._at(folder)
        criteria = [word for piece in pieces for word in ("TEXT", piece)]
        charset = None if all(map(str.isascii, pieces)) else "UTF-8"
        with self._line.reach("searching in texts"):
            return tuple(sorted(self._client.search(criteria, charset)))

    def by_uid(self, folder: str, uids: Collection[int]) -> dict[int, Envelope]:
        """Some mails of a folder by UID; what is not there is left out."""
        opened = self._at(folder)
        return {one.uid: one for some in _handfuls(uids) for one in self._read(opened, some)}

    def opens_for_writing(self, folder: str) -> bool:
        """Whether mails can be taken away from the folder."""
        return self._open(folder, writing=True).writable

    def erase(self, folder: str, uidvalidity: int, uids: Collection[int]) -> None:
        """Take away exactly these mails (RFC 4315 section 2.1), and none that others marked.

        Nothing is done where the folder was numbered anew: that raises MailboxUnavailable.
        """
        opened = self._open(folder, writing=True)
        if opened.uidvalidity != uidvalidity or not opened.writable:
            raise MailboxUnavailable("a folder was numbered anew, or opens for reading only")
        for some in _handfuls(uids):
            with self._line.reach("taking mails away"):
                self._client.add_flags(some, [DELETED], silent=True)
                self._client.uid_expunge(some)
        self._opened = None

    def _begin(self) -> None:
        self._client.folder_encode = False
        self.folders()

    def _at(self, folder: str) -> _Opened:
        """The folder, opened again only where another one is open."""
        if self._opened is not None and self._opened.folder == folder:
            return self._opened
        return self._open(folder)

    def _open(self, folder: str, *, writing: bool = False) -> _Opened:
        self._opened = None
        raw = self._names.get(folder, b"")
        if not (raw and raw.isascii()):
            raise MailboxUnavailable(f"{self._line.name} has a folder that cannot be opened")
        with self._line.reach("opening a folder"):
            answer = self._client.select_folder(raw, readonly=not writing)
        if b"UIDVALIDITY" not in answer:
            raise MailboxUnavailable(f"{self._line.name} gives no UIDVALIDITY")
        uidnext = answer.get(b"UIDNEXT", 0)
        opened = _Opened(folder, answer[b"UIDVALIDITY"], uidnext, b"READ-ONLY" not in answer)
        self._opened = opened
        return opened

    def _uids(self, first: int, uidnext: int) -> list[int]:
        """The UIDs from `first` on; without a UIDNEXT the server is asked for all in one."""
        windows = [(low, f"{low + WINDOW - 1}") for low in range(first, uidnext, WINDOW)]
        found: set[int] = set()
        for low, high in windows if uidnext else [(first, "*")]:
            with self._line.reach("listing the mails of a folder"):
                found.update(self._client.search(["UID", f"{low}:{high}"]))
        # `n:*` names the last mail when none is newer (RFC 9051 section 9)
        return sorted(uid for uid in found if uid >= first)

    def _read(self, opened: _Opened, uids: Sequence[int]) -> Iterator[Envelope]:
        answer = self._fetched(uids, "INTERNALDATE", _HEADER)
        for uid in uids:
            if uid not in answer:
                continue
            at = answer[uid].get(b"INTERNALDATE")
            if at is None:
                raise MailboxUnavailable(f"{self._line.name} gives no date for mail {uid}")
            heading = read_heading(_section(answer[uid], b"BODY[HEADER.FIELDS"))
            if not heading.senders:
                # some servers find no header below an empty line; people's programs do
                heading = self._heading_of(uid, heading)
            yield Envelope(opened.folder, opened.uidvalidity, uid, at, heading)

    def _heading_of(self, uid: int, known: Heading) -> Heading:
        got = self._fetched([uid], f"BODY.PEEK[]<0.{BEGINNING}>").get(uid, {})
        own = read_heading(header_of(_section(got, b"BODY[")))
        return own if own.senders or own.recipients else known

    def _whole(self, uid: int) -> bytes:
        """The bytes of a mail, in pieces; what is beyond the largest that is read stays there."""
        pieces: list[bytes] = []
        held = 0
        while held <= LARGEST:
            got = self._fetched([uid], f"BODY.PEEK[]<{held}.{PIECE}>")
            if uid not in got:
                raise MailGone(uid)
            pieces.append(_section(got[uid], b"BODY["))
            if not any(pieces):
                raise MailboxUnavailable(f"{self._line.name} names mail {uid} and cannot give it")
            held += len(pieces[-1])
            if len(pieces[-1]) < PIECE:
                break
        return b"".join(pieces)

    def _fetched(self, uids: Sequence[int], *what: str) -> dict[int, dict[bytes, Any]]:
        with self._line.reach("fetching mails"):
            return dict(self._client.fetch(uids, what))


def _section(answer: dict[bytes, Any], start: bytes) -> bytes:
    """What came of a part of a mail; servers differ in how they repeat its name."""
    return next((bytes(part or b"") for key, part in answer.items() if key.startswith(start)), b"")


def _handfuls(uids: Collection[int]) -> Iterator[list[int]]:
    ordered = sorted(uids)
    for start in range(0, len(ordered), HANDFUL):
        yield ordered[start : start + HANDFUL]
