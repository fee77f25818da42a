"""The door to a mailbox over IMAP: one connection, synchronous, for one thread a mailbox.

Nothing here keeps a position. The cursor (UIDVALIDITY, UID) is the ledger's, IDLE is only a hint,
and whoever waits looks again for himself afterwards.
"""

import contextlib
import select
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

from imapclient import DELETED, SEEN, SocketTimeout
from imapclient.exceptions import IMAPClientError

from bot.shell.addresses import ImapAddress
from bot.shell.imap_line import ImapConnected
from bot.shell.mailbox import (
    BoxState,
    MailboxRefuses,
    MailboxUnavailable,
    MailGone,
    Moved,
    Stub,
)

__all__ = ["BoxState", "ImapAddress", "ImapDoor", "MailGone", "MailboxRefuses"]
__all__ += ["MailboxUnavailable", "Moved", "Stub"]

SLICE = 0.5  # seconds: how long a stop may go unheard while we wait
LONGEST_IDLE = 1500.0  # RFC 2177 section 3: issue IDLE again at least every 29 minutes
HANDFUL = 500  # mails asked about in one command


class ImapDoor(ImapConnected):
    """Every method may raise MailboxUnavailable, after which the door is dead.

    `stop` ends a wait early.
    """

    def __init__(
        self,
        address: ImapAddress,
        *,
        timeout: SocketTimeout | None = None,
        stop: threading.Event | None = None,
        without: frozenset[bytes] = frozenset(),
    ) -> None:
        super().__init__(address, timeout or SocketTimeout(connect=10, read=30), without)
        self._stop = stop or threading.Event()
        self._selected: tuple[str, BoxState] | None = None

    def select(self, folder: str = "INBOX") -> BoxState:
        """Open a folder for what follows."""
        with self._line.reach("opening a folder"):
            answer = self._client.select_folder(folder)
        if b"UIDVALIDITY" not in answer:
            raise MailboxUnavailable(f"{self._line.name} gives no UIDVALIDITY for {folder}")
        state = BoxState(answer[b"UIDVALIDITY"], answer.get(b"UIDNEXT", 0))
        self._selected = (folder, state)
        return state

    def later_than(self, uid: int, since: datetime) -> list[Stub]:
        """The mails after `uid` that came in at or after `since` (aware), by UID.

        `UID n+1:*` names the last mail when none is newer (RFC 9051 section 9), and SINCE knows
        days of the server's own time zone only: both are filtered here.
        """
        day = since.astimezone(UTC).date() - timedelta(days=1)
        with self._line.reach("looking for new mail"):
            self._client.noop()  # SEARCH looks at the mailbox as it was after the last command
            found = self._client.search(["UID", f"{uid + 1}:*", "SINCE", day])
            newer = sorted(one for one in found if one > uid)
            stubs = [
                stub
                for start in range(0, len(newer), HANDFUL)
                for stub in self._stubs(newer[start : start + HANDFUL])
            ]
        return [stub for stub in stubs if stub.internaldate >= since]

    def fetch(self, uid: int) -> bytes:
        """The whole mail, left unread. MailGone, or MailboxRefuses when the server has lost it."""
        with self._line.reach("fetching a mail"):
            answer = self._client.fetch([uid], ["BODY.PEEK[]"])
        if uid not in answer:
            raise MailGone(uid)
        raw = answer[uid].get(b"BODY[]")
        if raw is None:
            raise MailboxRefuses(f"{self._line.name} names mail {uid} and cannot give it")
        return bytes(raw)

    def wait(self, seconds: float) -> bool:
        """Wait for the server to hint at a change, at most `seconds`; True when it did.

        A hint may be lost or mean nothing. Look with `later_than` after every wait.
        """
        if not self._can("IDLE"):
            self._stop.wait(seconds)
            return False
        end = time.monotonic() + min(seconds, LONGEST_IDLE)
        with self._line.reach("waiting for mail"):
            # what comes along with the answer to IDLE lies in a buffer where no poll sees it
            _, missed = self._client.noop()
            if missed:
                return True
            self._client.idle()
            self._listen(end)
            _, hints = self._client.idle_done()
        return bool(hints)

    def ensure_folder(self, name: str) -> None:
        """Create the folder where it is missing, and subscribe so that people see it."""
        with self._line.reach("creating a folder"):
            if self._client.folder_exists(name):
                return
            with contextlib.suppress(IMAPClientError):  # another worker was first
                self._client.create_folder(name)
            self._client.subscribe_folder(name)

    def holds(
        self, folder: str, message_id: str | None, size: int, same: Callable[[bytes], bool]
    ) -> bool:
        """Whether `same` recognises a mail of the folder.

        Looks at the mails with this Message-ID, then at those of this size in bytes. The folder
        that was selected before is selected again.
        """
        sized: list[object] = ["LARGER", size - 1, "SMALLER", size + 1]
        named: list[object] = ["HEADER", "Message-ID", message_id]
        known = message_id is not None and message_id.isascii() and message_id.isprintable()
        before = self._selected
        with self._line.reach("looking into a folder"):
            if not self._client.folder_exists(folder):
                return False
            self._client.select_folder(folder, readonly=True)
        found = any(self._any_like(criteria, same) for criteria in ([named] * known + [sized]))
        self._return_to(before)
        return found

    def copy(self, uid: int, folder: str) -> None:
        """Copy a mail with its flags; the original is not touched. MailGone when it is gone."""
        with self._line.reach("copying a mail"):
            self._must_be_there(uid)
            self._client.copy([uid], folder)

    def move(self, uid: int, folder: str) -> Moved:
        """Move a mail, by MOVE or else by COPY and UID EXPUNGE; without UIDPLUS it is only copied.

        A plain EXPUNGE would take along what a person has marked as deleted (RFC 4315 section 1).
        MailGone when the mail is not there.
        """
        with self._line.reach("moving a mail"):
            self._must_be_there(uid)
            if self._can("MOVE"):
                self._client.move([uid], folder)
                return Moved.AWAY
            self._client.copy([uid], folder)
            return self._take_away(uid)

    def take_away(self, uid: int) -> Moved:
        """End a move that broke off after its copy: the original goes where UIDPLUS allows it."""
        with self._line.reach("ending a move"):
            self._must_be_there(uid)
            return self._take_away(uid)

    def restore_unread(self, uid: int) -> None:
        """Make a mail unread again."""
        with self._line.reach("marking a mail unread"):
            self._client.remove_flags([uid], [SEEN], silent=True)

    def _stubs(self, uids: list[int]) -> Iterator[Stub]:
        answer = self._client.fetch(uids, ["INTERNALDATE", "RFC822.SIZE"])
        for uid in uids:
            if uid in answer:
                at = answer[uid].get(b"INTERNALDATE")
                if at is None:
                    raise MailboxUnavailable(f"{self._line.name} gives no date for mail {uid}")
                yield Stub(uid, at.astimezone(UTC), answer[uid].get(b"RFC822.SIZE", 0))

    def _listen(self, end: float) -> None:
        """Return when the server says something, at the end, or at a stop.

        Reading is left to `idle_done`: imapclient's own check gives up on half a line.
        """
        line = self._client.socket()
        poll = select.poll()
        poll.register(line, select.POLLIN)
        while not self._stop.is_set() and (left := end - time.monotonic()) > 0:
            buffered = isinstance(line, ssl.SSLSocket) and line.pending()
            if buffered or poll.poll(min(SLICE, left) * 1000):
                return

    def _any_like(self, criteria: list[object], same: Callable[[bytes], bool]) -> bool:
        with self._line.reach("looking for a mail"):
            found = self._client.search(criteria)
        for uid in found:
            with contextlib.suppress(MailGone):
                if same(self.fetch(uid)):
                    return True
        return False

    def _return_to(self, before: tuple[str, BoxState] | None) -> None:
        self._selected = None
        if before is None:
            return
        folder, state = before
        if self.select(folder).uidvalidity != state.uidvalidity:
            raise MailboxUnavailable(f"{self._line.name} has renumbered {folder}")

    def _take_away(self, uid: int) -> Moved:
        if not self._can("UIDPLUS"):
            return Moved.STAYED
        self._client.add_flags([uid], [DELETED], silent=True)
        self._client.uid_expunge([uid])
        return Moved.AWAY

    def _must_be_there(self, uid: int) -> None:
        if uid not in self._client.fetch([uid], ["UID"]):
            raise MailGone(uid)
