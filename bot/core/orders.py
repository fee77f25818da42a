"""What one decision over one matter orders: facts, effects and dates, and how each is numbered."""

from datetime import datetime, time, timedelta

from bot.core import facts as f
from bot.core.calendar_se import next_working_day
from bot.core.deadlines import STOCKHOLM, receipt_day
from bot.core.effects import Effect, Kind, Wake
from bot.core.events import Event
from bot.core.facts import Fact
from bot.core.house import House
from bot.core.matter import Matter, fold
from bot.core.vocabulary import Mail

MAIL_CODE_LIVES = timedelta(days=7)
LETTER_CODE_LIVES = timedelta(days=21)
#: working days after posting on which the letter has surely arrived (law document, section 2)
POST_TAKES = 5
NEUTRAL_THANKS_AT = time(15)


class Orders:
    """Collects the facts, effects and wakes of one decision; `matter` follows the facts."""

    def __init__(self, matter: Matter, argument: str, now: datetime, house: House) -> None:
        self.matter = matter
        self.argument = argument
        self.now = now
        self.house = house
        self.facts: list[Fact] = []
        self.effects: list[Effect] = []
        self.wakes: list[Wake] = []

    def know(self, fact: Fact) -> None:
        """A fact that follows from the decision."""
        self.facts.append(fact)
        self.matter = fold((fact,), self.matter)

    def close_if_ended(self) -> None:
        """The matter ends with its last case; then nothing secret of it stays."""
        if self.matter.closed or not self.matter.cases:
            return
        tables = self.house.tables
        if all(tables[c.workflow].by_name[c.stage].final for c in self.matter.cases):
            self.know(f.MatterClosed())
            self.effects.append(Effect(Kind.SHRED, key=f"shred:{len(self.matter.cases)}"))

    def send(
        self, mail: Mail, to: str, case: int = 0, reason: str = "", *, code: bool = False
    ) -> None:
        """One mail to a label; numbered, so that another case or a later round is another mail."""
        matter = self.matter
        key = f"{mail.value}:{to}:{case}:{matter.round + matter.codes + matter.steps}"
        self.effects.append(
            Effect(Kind.SEND, key, case, mail, to, reason=reason, code=code, ordinal=matter.codes)
        )

    def prompt(self, mail: Mail, case: int, reason: str = "") -> None:
        """The same question to each member of the owner's staff, each with a token of their own."""
        step = self.matter.steps + 1
        self.know(f.Prompted(case=case, step=step, mail=mail))
        for person in self.house.staff_of(self.matter.company):
            self.effects.append(
                Effect(
                    Kind.PROMPT,
                    key=f"prompt:{step}:{person.id}",
                    case=case,
                    mail=mail,
                    to=f"staff:{person.id}",
                    reason=reason,
                    step=step,
                )
            )

    def issue_code(self, mail: Mail, to: str, case: int, reason: str = "") -> None:
        """A mail that carries a fresh code for the labelled address, and the date it lapses on."""
        ordinal = self.matter.codes + 1
        self.know(f.CodeIssued(ordinal=ordinal, channel="mail", to=to))
        self.send(mail, to, case, reason, code=True)
        self.wake(Event.CODE_LAPSED, self.now + MAIL_CODE_LIVES, ordinal)

    def wake(self, event: Event, at: datetime, ordinal: int = 0) -> None:
        """A date on which the event happens unless the case has moved on."""
        self.wakes.append(Wake(f"{event}:{ordinal}:{at:%Y%m%d%H%M}", event, at, ordinal))

    def holding(self, attribute: str) -> int:
        """The number of the first case whose stage has this mark, or 0."""
        for case in self.matter.cases:
            stage = self.house.tables[case.workflow].by_name[case.stage]
            if getattr(stage, attribute) and not stage.final:
                return case.number
        return 0


def thanks_due(now: datetime) -> datetime:
    """15:00 Swedish time on the next working day, aware (P27)."""
    day = next_working_day(receipt_day(now))
    return datetime.combine(day, NEUTRAL_THANKS_AT, tzinfo=STOCKHOLM)
