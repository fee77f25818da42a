"""A play: the real house on a mail server of its own, with a wound clock and invented people.

Mails go in through the server and come out of it; `settle` lets every worker do what there is to
do, so that no play waits for time.
"""

import itertools
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default
from functools import cached_property
from typing import Protocol

from bot.bootstrap import Works
from bot.mail.incoming import parse
from bot.mail.shapes import IncomingMail
from bot.shell.clock import WoundClock

HANDFUL = 50


@dataclass(frozen=True)
class Post:
    """One mail that left the house: to whom, when (aware), its bytes."""

    to: str
    at: datetime
    raw: bytes

    @cached_property
    def mail(self) -> IncomingMail:
        """The mail as a mail program reads it."""
        return parse(self.raw)

    @property
    def subject(self) -> str:
        """The subject line."""
        return self.mail.subject

    @property
    def text(self) -> str:
        """The whole body."""
        return self.mail.text

    def attachments(self) -> Iterator[tuple[str, bytes]]:
        """Name and bytes of each attached file."""
        message = BytesParser(policy=default).parsebytes(self.raw)
        for part in message.iter_attachments():
            content = part.get_payload(decode=True)
            yield part.get_filename() or "", content if isinstance(content, bytes) else b""


class PostOffice(Protocol):
    """Whatever carries mail in a play."""

    def deliver(self, to: str, raw: bytes) -> None:
        """Lay a mail into one of the info mailboxes, received now."""
        ...

    def sent(self) -> list[Post]:
        """Every mail that the house has sent so far, in order."""
        ...


class Play:
    """The works, the clock and the post office, and what people do with them."""

    def __init__(self, works: Works, clock: WoundClock, office: PostOffice) -> None:
        self.works = works
        self.clock = clock
        self.office = office
        self._doors = ExitStack()
        self._sweeps: dict[str, Callable[[], int]] = {}
        self._ids = itertools.count(1)
        self._read = 0

    def write(  # noqa: PLR0913, PLR0917 - a mail has as many parts
        self,
        sender: str,
        to: str,
        subject: str,
        body: str,
        answers: Post | None = None,
        message_id: str | None = None,
    ) -> bytes:
        """A person writes a mail; it is delivered, and its bytes come back."""
        mail = EmailMessage()
        mail["From"] = sender
        mail["To"] = to
        mail["Subject"] = subject
        mail["Date"] = self.clock.now()
        mail["Message-ID"] = message_id or f"<{next(self._ids)}.{self.clock.now():%s}@post.example>"
        if answers is not None:
            mail["In-Reply-To"] = f"<{answers.mail.message_id}>"
            thread = [*answers.mail.references, answers.mail.message_id]
            mail["References"] = " ".join(f"<{one}>" for one in thread)
        mail.set_content(body)
        raw = mail.as_bytes()
        self.office.deliver(to, raw)
        return raw

    def reply(self, sender: str, to: Post, body: str, box: str) -> bytes:
        """A person answers a mail of ours above a quotation of it, as mail programs do."""
        quoted = "\n".join(f"> {line}" for line in to.text.splitlines())
        head = f"Den {to.at:%Y-%m-%d} skrev {box}:"
        return self.write(sender, box, f"Re: {to.subject}", f"{body}\n\n{head}\n{quoted}\n", to)

    def settle(self, only: Collection[str] = ()) -> list[Post]:
        """Read the mailboxes, then let all workers do what there is to do; what this led to.

        `only` names the addresses of the mailboxes where something new lies; all without it.
        """
        if not self._sweeps:
            boxes = self.works.settings.mailboxes
            self._sweeps = {
                boxes[box.mailbox].address: self._doors.enter_context(box.opened())
                for box in self.works.letterboxes
            }
        for address in only or self._sweeps:
            self._sweeps[address]()
        return self.work()

    def news(self) -> list[Post]:
        """The mails that the house has sent since this was last asked."""
        sent = self.office.sent()
        fresh, self._read = sent[self._read :], len(sent)
        return fresh

    def until(self, instant: datetime, *, sweep: bool = True) -> list[Post]:
        """Wind to an instant, stopping at every date on the way; the mails that this led to.

        Without a `sweep` the mailboxes are not looked into at the end.
        """
        led_to: list[Post] = []
        while (due := self.works.clockwork.next_due()) is not None and due <= instant:
            self.clock.set(max(due, self.clock.now()))
            led_to += self._ring()
        self.clock.set(instant)
        return led_to + (self.settle() if sweep else self.work())

    def wind(self, **span: float) -> list[Post]:
        """As `until`, by a span of days, hours, minutes."""
        return self.until(self.clock.now() + timedelta(**span))

    def _ring(self) -> list[Post]:
        """What is due now and what follows from it: nothing comes in while time passes."""
        self.works.clockwork.take(HANDFUL)
        while self.works.errands.take(HANDFUL):
            pass
        return self.news()

    def work(self) -> list[Post]:
        """All workers but the letterboxes: nothing of ours lays a new mail into them."""
        works = self.works
        while works.intake.take(HANDFUL) == HANDFUL:
            pass
        while works.clockwork.take(HANDFUL) + works.errands.take(HANDFUL):
            pass
        return self.news()

    def close(self) -> None:
        """Leave the mailboxes; they are opened again when somebody settles."""
        self._sweeps = {}
        self._doors.close()


def to(posts: Sequence[Post], address: str) -> list[Post]:
    """Those of the mails that went to an address."""
    return [post for post in posts if post.to == address]
