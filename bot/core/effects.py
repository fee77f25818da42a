"""What a decision asks of the world: effects to carry out, and dates that wake the clockwork."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.core.events import Event
from bot.core.facts import Fact
from bot.core.vocabulary import Mail, Manner


class Kind(StrEnum):
    """What an effect does."""

    SEND = "send"
    PROMPT = "prompt"
    FIND_OTHER_ADDRESS = "find_other_address"
    LOOK_UP = "look_up"
    COLLECT = "collect"
    PLAN = "plan"
    HOLDS = "holds"
    BLOCK = "block"
    ACT = "act"
    VERIFY = "verify"
    FIND_LAPSED = "find_lapsed"
    RETIRE = "retire"
    NOTIFY = "notify"
    E_IDENTIFY = "e_identify"
    PRINT = "print"
    SHRED = "shred"
    FILE = "file"
    UNFILE = "unfile"


@dataclass(frozen=True)
class Effect:
    """One deed, at-least-once; `key` is unique within the matter and makes it idempotent.

    `to` is a label («requester», «proved», «other», «dpo», «staff:anna», «recipient:moln»,
    «mailbox:gavle»), never an address. NOTIFY sends `mail` to every address on file. ACT does the
    act `word` in a register.
    `reason` and `word` are closed words that the template turns into sentences. `code` asks for a
    fresh code, drawn when the effect is recorded. `journal` is the mail that is filed (`manner`
    says how) or answered. `ordinal` says what it was ordered for: the last code that was out, for
    an answer how often the matter had started over.
    """

    kind: Kind
    key: str
    case: int = 0
    mail: Mail | None = None
    to: str = ""
    register: str = ""
    reason: str = ""
    word: str = ""
    step: int = 0
    round: int = 0
    ordinal: int = 0
    code: bool = False
    journal: int = 0
    manner: Manner | None = None


@dataclass(frozen=True)
class Wake:
    """A date on which an event happens unless the case has moved on; `at` aware, UTC.

    `case` is 0 for a date of the whole matter; `ordinal` says what it was set for.
    """

    key: str
    event: Event
    at: datetime
    ordinal: int = 0
    case: int = 0


@dataclass(frozen=True)
class Decision:
    """What follows from one happening, to be recorded in one transaction."""

    facts: tuple[Fact, ...] = ()
    effects: tuple[Effect, ...] = ()
    wakes: tuple[Wake, ...] = ()

    @property
    def moved(self) -> bool:
        """Whether any case came to a new stage."""
        return any(fact.kind == "case_moved" for fact in self.facts)
