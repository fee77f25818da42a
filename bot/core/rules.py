"""The words of a workflow table: a stage where a case stands, and a rule that moves it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.core.events import Event, Finding, Task
from bot.core.vocabulary import Waits

#: where every case is before it is opened
NEW = "new"


@dataclass(frozen=True)
class Stage:
    """A place where a case stands. `final` ends the case.

    `holds_thanks`: the matter is not acknowledged while a case stands here, since what the
    acknowledgement will say is not yet true. `needs_code`: a code goes with the next mail.
    `level`, `discloses`: what the search here must be sure of (law document, section 3).
    `all_consents`: not marketing alone is stopped here, but all that rests on consent.
    `by_people`: only the registers are asked here that people look in.

    `part`: the case is ready, and this is its part of the joint answer. `settled`: what is to be
    said of it is decided. `aside`: the joint answer does not wait for a case that stands here.
    `together`: what staff say of one case here is said of all that stand here. `second`: another
    person than those who approved before, and one of them a decider, must approve. `sends_answer`:
    its part of the joint answer is on its way. `unproved`: a refusal from here can only say that we
    do not know who writes.
    """

    name: str
    waits: Waits
    final: bool = False
    holds_thanks: bool = False
    needs_code: bool = False
    level: int = 0
    discloses: bool = False
    all_consents: bool = False
    by_people: bool = False
    part: str = ""
    settled: bool = False
    aside: bool = False
    together: bool = False
    second: bool = False
    sends_answer: bool = False
    unproved: bool = False


@dataclass(frozen=True)
class Rule:
    """From a stage, on an event, to a stage, with tasks; `when`: only with this finding."""

    stage: str
    event: Event
    to: str
    when: Finding | None = None
    tasks: tuple[Task, ...] = ()
    reason: str = ""


class Table(Protocol):
    """What can be said of a table without running it."""

    @property
    def stages(self) -> Sequence[Stage]:
        """Where a case may stand."""
        ...

    @property
    def rules(self) -> Sequence[Rule]:
        """What moves it."""
        ...
