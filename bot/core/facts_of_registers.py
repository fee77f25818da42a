"""What is written when registers, and those who got data from us, are asked and answer."""

from typing import Literal

from bot.core.fact import Written
from bot.core.identity import BlockOutcome, Sighting
from bot.core.vocabulary import Act, Refusal


class LookedUp(Written):
    """What each register said of the proved address; `owner` has the latest relation (P29)."""

    kind: Literal["looked_up"] = "looked_up"
    sightings: tuple[Sighting, ...]
    owner: str = ""


class CollectingBegan(Written):
    """Every register is asked anew; what an earlier round brings counts no longer."""

    kind: Literal["collecting_began"] = "collecting_began"
    round: int


class RegisterCollected(Written):
    """One register gave its snapshot: rows a category, and the snapshot's SHA-256.

    `flags` counts its rows whose free text may name other people (Art. 15(4)), `packed` the bytes
    that the snapshot takes when it is packed, `unexplained` the columns with a code without words.
    `candidates` are the numbers of what may be hers besides, `strong` of those that need level 3.
    """

    kind: Literal["register_collected"] = "register_collected"
    register_name: str
    round: int
    counts: tuple[tuple[str, int], ...]
    digest: str
    flags: int = 0
    packed: int = 0
    unexplained: int = 0
    candidates: tuple[int, ...] = ()
    strong: tuple[int, ...] = ()


class RegisterSilent(Written):
    """One register was asked for its copy for days, and gave none: what it holds is not known."""

    kind: Literal["register_silent"] = "register_silent"
    register_name: str
    round: int


class Planned(Written):
    """What is to be erased was laid out; `holds` are closed words for what must end first (P07).

    `candidates` and `strong` as in `RegisterCollected`; `also` are the categories that the included
    ones hold, by register.
    """

    kind: Literal["planned"] = "planned"
    case: int
    holds: tuple[str, ...] = ()
    candidates: tuple[int, ...] = ()
    strong: tuple[int, ...] = ()
    also: tuple[tuple[str, tuple[str, ...]], ...] = ()


class HoldsAsked(Written):
    """Before the first act it was asked once more what must end first (P07); the plan stands."""

    kind: Literal["holds_asked"] = "holds_asked"
    case: int
    holds: tuple[str, ...] = ()


class ActBegan(Written):
    """Every register is told to do something; `turn` counts the matter's acts.

    `address` labels whose data it is, `recipients` are those who got them (Art. 19): both as they
    are now, since the act may take away what tells it.
    """

    kind: Literal["act_began"] = "act_began"
    case: int
    act: Act
    turn: int
    address: str = ""
    recipients: tuple[str, ...] = ()


class RegisterActed(Written):
    """One register has done it: by itself, or by the hand of the named member of staff."""

    kind: Literal["register_acted"] = "register_acted"
    case: int
    turn: int
    register_name: str
    by: str = ""


class RegisterVerified(Written):
    """One register was asked again after an erasure; `residue` counts what should be gone."""

    kind: Literal["register_verified"] = "register_verified"
    case: int
    turn: int
    register_name: str
    residue: int


class Corrected(Written):
    """Staff said what is to be put right; `contact`: a way to reach her, or to pay (Art. 32)."""

    kind: Literal["corrected"] = "corrected"
    case: int
    contact: bool


class Redacted(Written):
    """Staff said of numbered rows of the copy that what concerns others is masked (Art. 15(4)).

    With a `ground` the whole rows are left out, and the person hears why (Art. 12(4)).
    """

    kind: Literal["redacted"] = "redacted"
    case: int
    numbers: tuple[int, ...]
    ground: Refusal | None = None


class Included(Written):
    """Staff said of numbered candidates that they are hers: the named human's word alone (P01)."""

    kind: Literal["included"] = "included"
    case: int
    numbers: tuple[int, ...]


class RecipientTold(Written):
    """A recipient was told of a correction, erasure or restriction (Art. 19)."""

    kind: Literal["recipient_told"] = "recipient_told"
    case: int
    recipient: str
    act: Act | None = None


class RecipientUnknown(Written):
    """We have not got the key by which the recipient knows people: it never knew this one by it."""

    kind: Literal["recipient_unknown"] = "recipient_unknown"
    case: int
    recipient: str


class RecipientDone(Written):
    """The recipient said KLART."""

    kind: Literal["recipient_done"] = "recipient_done"
    case: int
    recipient: str


class RegisterBlocked(Written):
    """One register set the marketing block."""

    kind: Literal["register_blocked"] = "register_blocked"
    register_name: str
    outcome: BlockOutcome
