"""What the companies do of their own accord: a matter that nobody asked for, and no legal month."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.core import facts as f
from bot.core.decide import decide
from bot.core.effects import Decision
from bot.core.events import Event
from bot.core.happening import Happening
from bot.core.house import House
from bot.core.matter import Matter
from bot.core.vocabulary import Language

#: the table of a retention run (P03)
RETENTION = "retention"


@dataclass(frozen=True)
class Run:
    """The proposal of one company (key) under its number; staff are asked from that mailbox."""

    number: str
    company: str
    mailbox: str


def open_run(run: Run, now: datetime, house: House) -> Decision:
    """A weekly proposal begins, at an aware instant. No customer is written to."""
    opened = f.MatterOpened(
        number=run.number,
        company=run.company,
        mailbox=run.mailbox,
        language=Language.SV,
        received_at=now,
        may_answer=False,
    )
    case = f.CaseOpened(case=1, right=None, workflow=house.tables[RETENTION].name)
    start = Matter(**opened.model_dump(exclude={"kind"}))
    decision = decide(start, Happening(Event.OPENED, facts=(case,)), now, house)
    return replace(decision, facts=(opened, *decision.facts))
