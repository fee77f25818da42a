"""What is written of a matter, append-only: who and when stand beside each; never personal data.

What a person wrote or owns lives in content rows and artefacts; a fact names them at most by a
label («requester», «other») or a number.
"""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from bot.core.events import Event
from bot.core.fact import Written
from bot.core.facts_of_proofs import (
    AddressChecked,
    CodeIssued,
    CodesVoided,
    LetterPosted,
    LetterPrinted,
    Proved,
    WrongCode,
)
from bot.core.facts_of_registers import (
    ActBegan,
    CollectingBegan,
    Corrected,
    HoldsAsked,
    Included,
    LookedUp,
    Planned,
    RecipientDone,
    RecipientTold,
    RecipientUnknown,
    Redacted,
    RegisterActed,
    RegisterBlocked,
    RegisterCollected,
    RegisterSilent,
    RegisterVerified,
)
from bot.core.facts_of_staff import (
    Breached,
    Commanded,
    Extended,
    ExtensionSent,
    Frozen,
    Incident,
    PassedOn,
    Prompted,
    StaffAway,
)
from bot.core.vocabulary import Concern, Language, Right, Topic

__all__ = [
    "FACTS",
    "ActBegan",
    "AddressChecked",
    "Breached",
    "CaseMoved",
    "CaseOpened",
    "CodeIssued",
    "CodesVoided",
    "CollectingBegan",
    "Commanded",
    "Corrected",
    "Extended",
    "ExtensionSent",
    "Fact",
    "Frozen",
    "HoldsAsked",
    "Incident",
    "Included",
    "Joined",
    "LetterPosted",
    "LetterPrinted",
    "LookedUp",
    "MailAccepted",
    "MailKept",
    "MailUndeliverable",
    "MatterClosed",
    "MatterOpened",
    "Noted",
    "PassedOn",
    "Planned",
    "Prompted",
    "Proved",
    "RecipientDone",
    "RecipientTold",
    "RecipientUnknown",
    "Redacted",
    "RegisterActed",
    "RegisterBlocked",
    "RegisterCollected",
    "RegisterSilent",
    "RegisterVerified",
    "StaffAway",
    "Thanked",
    "WrongCode",
]


class MatterOpened(Written):
    """One person, one receipt, one thread. `received_at` is aware, UTC.

    `addresses` counts what an objection to marketing names; `readable` is false for a mail that
    only a human can open. `concerns` says why only a human may take it, `topics` what a question
    is about. `both_languages`: her own is neither, so Swedish first and English below (P26).
    `decided_before` are the staff who decided earlier matters of the same sender (P24).
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
    concerns: tuple[Concern, ...] = ()
    topics: tuple[Topic, ...] = ()
    both_languages: bool = False
    decided_before: tuple[str, ...] = ()


class CaseOpened(Written):
    """One right joins the matter, carried out by one workflow."""

    kind: Literal["case_opened"] = "case_opened"
    case: int
    right: Right | None
    workflow: str


class CaseMoved(Written):
    """A case came to a stage because something happened; `reason` is a word for people."""

    kind: Literal["case_moved"] = "case_moved"
    case: int
    event: Event
    stage: str
    reason: str = ""


class Joined(Written):
    """Another mail belongs to this matter; its receipt counts when it is the earlier."""

    kind: Literal["joined"] = "joined"
    received_at: datetime
    why: str


class Thanked(Written):
    """An acknowledgement was ordered: the full one, or the neutral one."""

    kind: Literal["thanked"] = "thanked"
    neutral: bool


class MailKept(Written):
    """A mail of this matter was kept as content; `digest` is the salted SHA-256 of its bytes."""

    kind: Literal["mail_kept"] = "mail_kept"
    label: str
    digest: str


class MailAccepted(Written):
    """The recipient's server took a mail of ours."""

    kind: Literal["mail_accepted"] = "mail_accepted"
    mail: str


class MailUndeliverable(Written):
    """A mail of ours was refused for good, or came back."""

    kind: Literal["mail_undeliverable"] = "mail_undeliverable"
    mail: str


class Noted(Written):
    """Something happened that moved no case."""

    kind: Literal["noted"] = "noted"
    event: Event


class MatterClosed(Written):
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
    | AddressChecked
    | LookedUp
    | LetterPrinted
    | LetterPosted
    | CollectingBegan
    | RegisterCollected
    | RegisterSilent
    | RegisterBlocked
    | Planned
    | HoldsAsked
    | ActBegan
    | RegisterActed
    | RegisterVerified
    | Corrected
    | Redacted
    | Included
    | RecipientTold
    | RecipientUnknown
    | RecipientDone
    | Prompted
    | PassedOn
    | Commanded
    | Extended
    | ExtensionSent
    | Breached
    | Frozen
    | Incident
    | StaffAway
    | MailAccepted
    | MailUndeliverable
    | Noted
    | MatterClosed,
    Field(discriminator="kind"),
]

#: facts to JSON and back
FACTS: TypeAdapter[Fact] = TypeAdapter(Fact)
