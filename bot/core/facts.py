"""What is written of a matter, append-only: who and when stand beside each; never personal data.

What a person wrote or owns lives in content rows and artefacts; a fact names them at most by a
label («requester», «other») or a number.
"""

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from bot.core.events import Event
from bot.core.identity import BlockOutcome, Sighting
from bot.core.vocabulary import Language, Mail, Right


class _Fact(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class MatterOpened(_Fact):
    """One person, one receipt, one thread. `received_at` is aware, UTC.

    `addresses` counts what an objection to marketing names; `readable` is false for a mail that
    only a human can open.
    """

    kind: Literal["matter_opened"] = "matter_opened"
    number: str
    company: str
    mailbox: str
    language: Language
    received_at: datetime
    may_answer: bool
    addresses: int = 1
    readable: bool = True


class CaseOpened(_Fact):
    """One right joins the matter, carried out by one workflow."""

    kind: Literal["case_opened"] = "case_opened"
    case: int
    right: Right | None
    workflow: str


class CaseMoved(_Fact):
    """A case came to a stage because something happened; `reason` is a word for people."""

    kind: Literal["case_moved"] = "case_moved"
    case: int
    event: Event
    stage: str
    reason: str = ""


class Joined(_Fact):
    """Another mail belongs to this matter; its receipt counts when it is the earlier."""

    kind: Literal["joined"] = "joined"
    received_at: datetime
    why: str


class Thanked(_Fact):
    """An acknowledgement was ordered: the full one, or the neutral one."""

    kind: Literal["thanked"] = "thanked"
    neutral: bool


class CodeIssued(_Fact):
    """A code was drawn for an address or a letter; `ordinal` counts the matter's codes."""

    kind: Literal["code_issued"] = "code_issued"
    ordinal: int
    channel: Literal["mail", "letter"]
    to: str


class CodesVoided(_Fact):
    """No code that is out counts any longer; `start_over`: nor does what one has proved."""

    kind: Literal["codes_voided"] = "codes_voided"
    start_over: bool = False


class MailKept(_Fact):
    """A mail of this matter was kept as content; `digest` is the salted SHA-256 of its bytes."""

    kind: Literal["mail_kept"] = "mail_kept"
    label: str
    digest: str


class WrongCode(_Fact):
    """A code that opens nothing came back."""

    kind: Literal["wrong_code"] = "wrong_code"


class Proved(_Fact):
    """A code came back: the address labelled `address` is the writer's own. Level as in the law."""

    kind: Literal["proved"] = "proved"
    level: int
    address: str


class LookedUp(_Fact):
    """What each register said of the proved address."""

    kind: Literal["looked_up"] = "looked_up"
    sightings: tuple[Sighting, ...]


class LetterPrinted(_Fact):
    """A letter lies in the print folder."""

    kind: Literal["letter_printed"] = "letter_printed"


class LetterPosted(_Fact):
    """The letter was posted on this day."""

    kind: Literal["letter_posted"] = "letter_posted"
    on: date


class CollectingBegan(_Fact):
    """Every register is asked anew; what an earlier round brings counts no longer."""

    kind: Literal["collecting_began"] = "collecting_began"
    round: int


class RegisterCollected(_Fact):
    """One register gave its snapshot: rows a category, and the snapshot's SHA-256."""

    kind: Literal["register_collected"] = "register_collected"
    register_name: str
    round: int
    counts: tuple[tuple[str, int], ...]
    digest: str


class RegisterBlocked(_Fact):
    """One register set the marketing block."""

    kind: Literal["register_blocked"] = "register_blocked"
    register_name: str
    outcome: BlockOutcome


class Prompted(_Fact):
    """Staff were asked something about a case; `step` counts the matter's prompts."""

    kind: Literal["prompted"] = "prompted"
    case: int
    step: int
    mail: Mail


class Commanded(_Fact):
    """A named member of staff answered a prompt; `word` is the verb, `argument` a closed word."""

    kind: Literal["commanded"] = "commanded"
    case: int
    step: int
    word: str
    argument: str = ""


class MailAccepted(_Fact):
    """The recipient's server took a mail of ours."""

    kind: Literal["mail_accepted"] = "mail_accepted"
    mail: str


class MailUndeliverable(_Fact):
    """A mail of ours was refused for good, or came back."""

    kind: Literal["mail_undeliverable"] = "mail_undeliverable"
    mail: str


class Noted(_Fact):
    """Something happened that moved no case."""

    kind: Literal["noted"] = "noted"
    event: Event


class MatterClosed(_Fact):
    """Every case of the matter has ended."""

    kind: Literal["matter_closed"] = "matter_closed"


Fact = Annotated[
    MatterOpened
    | CaseOpened
    | CaseMoved
    | Joined
    | Thanked
    | CodeIssued
    | CodesVoided
    | MailKept
    | WrongCode
    | Proved
    | LookedUp
    | LetterPrinted
    | LetterPosted
    | CollectingBegan
    | RegisterCollected
    | RegisterBlocked
    | Prompted
    | Commanded
    | MailAccepted
    | MailUndeliverable
    | Noted
    | MatterClosed,
    Field(discriminator="kind"),
]

#: facts to JSON and back
FACTS: TypeAdapter[Fact] = TypeAdapter(Fact)
