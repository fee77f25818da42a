"""The letterbox: one mailbox, read by UID into the hall; IDLE is a hint, the UIDs are the truth."""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

from bot.shell.clock import Clock
from bot.shell.faults import place_of
from bot.shell.imap import ImapDoor, MailboxUnavailable, MailGone, Stub
from bot.shell.journal import Arrived, Hall

log = logging.getLogger(__name__)

HANDFUL = 20
#: seconds between two looks when the server says nothing: a server may tell of a mail in the
#: answer to a search that does not yet find it, and no IDLE will tell of it again
LOOK_AGAIN = 20.0
#: the same right after a start or a mail: what came just before the line listened is told to nobody
LOOK_SOON = 1.0
FIRST_PAUSE = 1.0
LONGEST_PAUSE = 300.0


class Letterbox:
    """`door` opens a new connection; `since` is the mailbox's `start_from` as an aware instant."""

    def __init__(
        self,
        mailbox: str,
        door: Callable[[], ImapDoor],
        hall: Hall,
        since: datetime,
        clock: Clock,
    ) -> None:
        self.mailbox = mailbox
        self._door = door
        self._hall = hall
        self._since = since
        self._clock = clock

    @contextmanager
    def opened(self) -> Iterator[Callable[[], int]]:
        """A connection of its own, and what journals everything new over it; how many mails."""
        with self._door() as door:
            yield lambda: self._sweep(door)

    def watch(self, stop: threading.Event, wake: Callable[[], object]) -> None:
        """Read until told to stop; a broken connection is opened again after a growing pause."""
        pause = FIRST_PAUSE
        while not stop.is_set():
            try:
                with self._door() as door:
                    patience = LOOK_SOON
                    while not stop.is_set():
                        came = self._sweep(door)
                        if came:
                            wake()
                        pause = FIRST_PAUSE
                        door.wait(LOOK_SOON if came else patience)
                        patience = LOOK_AGAIN
            except MailboxUnavailable as fault:
                log.warning("mailbox %s: %s; next try in %.0f s", self.mailbox, fault, pause)
            except Exception as fault:  # noqa: BLE001 - a thread that dies would be a deaf mailbox
                log.error("mailbox %s: %s", self.mailbox, place_of(fault))  # noqa: TRY400 - its text may quote
            stop.wait(pause)
            pause = min(pause * 2, LONGEST_PAUSE)

    def _sweep(self, door: ImapDoor) -> int:
        state = door.select()
        validity, last = self._hall.cursor(self.mailbox)
        # UIDs mean nothing across a change of UIDVALIDITY: read from the start, know mails again
        after = last if validity == state.uidvalidity else 0
        new = 0
        stubs = door.later_than(after, self._since)
        for start in range(0, len(stubs), HANDFUL):
            handful = list(self._fetch(door, state.uidvalidity, stubs[start : start + HANDFUL]))
            new += self._hall.take_in(handful, self._clock.now())
        return new

    def _fetch(self, door: ImapDoor, validity: int, stubs: list[Stub]) -> Iterator[Arrived]:
        for stub in stubs:
            try:
                raw = door.fetch(stub.uid)
            except MailGone:
                continue
            yield Arrived(self.mailbox, raw, stub.internaldate, validity, stub.uid)
