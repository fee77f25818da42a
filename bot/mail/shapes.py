"""The shapes that the mail room hands on: one parsed mail, and what the reader found in it."""

from dataclasses import dataclass, field

from bot.core.vocabulary import Concern, Right, Road, Topic


@dataclass(frozen=True)
class Attachment:
    """One attached part: its decoded file name, content type and size in bytes; never its bytes."""

    name: str
    content_type: str
    size: int


@dataclass(frozen=True)
class IncomingMail:
    """One mail as a human would see it. Ids are without angle brackets, addresses lower case.

    `text` is everything readable, `new_text` what the writer newly wrote, `quoted_text` the rest.
    `content_digest` (hex SHA-256) covers From, To, Cc, Subject, Date and the parts, and none of
    the trace headers, so that copies in two mailboxes have one digest.
    """

    message_id: str | None = None
    in_reply_to: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    sender: str | None = None
    sender_name: str = ""
    to: tuple[str, ...] = ()
    cc: tuple[str, ...] = ()
    subject: str = ""
    text: str = ""
    new_text: str = ""
    quoted_text: str = ""
    attachments: tuple[Attachment, ...] = ()
    machine_signals: tuple[str, ...] = ()
    bulk_signals: tuple[str, ...] = ()
    bounce: "Bounce | None" = None
    content_digest: str = ""
    problems: tuple[str, ...] = field(default=())

    @property
    def thread(self) -> tuple[str, ...]:
        """Every message id this mail says it answers, the nearest first, none twice."""
        return tuple(dict.fromkeys((*self.in_reply_to, *reversed(self.references))))


@dataclass(frozen=True)
class Bounce:
    """A delivery report: which of our mails (message ids) it speaks of, and whether it is final."""

    about: tuple[str, ...]
    permanent: bool


@dataclass(frozen=True)
class Reading:
    """What a text asks for. `rights` has the main one first and is empty on `Road.NO`.

    `because` holds the words that decided. `only` is true when the text surely asks for this and
    nothing else (no order, no errand): such a mail may be moved. `reminder` is true when the
    writer says that an earlier request went unanswered. `language` is ISO 639-1 or `und`.
    `concerns` says why only a human may take it; `topics` what a privacy question is about.
    `withdraws` is true when the writer takes back a request (`rights`; all of them when it names
    none) and `asks` for others surely, `regrets` when she undoes that. `paper`: she wants the
    answer by post.
    """

    road: Road
    rights: tuple[Right, ...] = ()
    language: str = "und"
    because: tuple[str, ...] = ()
    only: bool = False
    reminder: bool = False
    concerns: tuple[Concern, ...] = ()
    topics: tuple[Topic, ...] = ()
    withdraws: bool = False
    asks: tuple[Right, ...] = ()
    regrets: bool = False
    paper: bool = False
