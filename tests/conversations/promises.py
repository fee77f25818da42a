"""What was promised, by whom it must be kept, and whether it was, as time goes on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from conversations.standing import is_unsaid
from conversations.state import State

from bot.core.calendar_se import add_working_days
from bot.core.deadlines import STOCKHOLM, receipt_day
from bot.core.effects import Decision, Effect, Kind, Wake
from bot.core.events import Event
from bot.core.matter import Matter
from bot.core.milestones import CLOSE
from bot.core.vocabulary import Act, Mail, Right

BLOCKED_WITHIN = timedelta(hours=24)
GRACE_DAYS = 3
THANKS = frozenset({Mail.ACKNOWLEDGEMENT, Mail.NEUTRAL_ACKNOWLEDGEMENT, Mail.QUESTION_ANSWER})
BLOCKS = frozenset({Right.OBJECTION_MARKETING, Right.CONSENT_WITHDRAWAL})


@dataclass
class Promises:
    """`since`: when the mail came in; aware, UTC."""

    since: datetime
    thanked: bool = False
    asked_staff: bool = False
    looked: bool = False
    grace: dict[int, datetime] = field(default_factory=dict)

    def hear(self, now: datetime, there: State, decision: Decision) -> Iterator[str]:
        """What a decision promises or breaks."""
        for effect in decision.effects:
            self.thanked = self.thanked or effect.mail in THANKS
            self.asked_staff = self.asked_staff or effect.kind is Kind.PROMPT
            if effect.kind is Kind.ACT and effect.word == Act.ERASE:
                yield from self._erased(now, effect)
        for wake in decision.wakes:
            if wake.event is Event.GRACE_OVER:
                yield from self._graced(now, there, wake)

    def _erased(self, now: datetime, effect: Effect) -> Iterator[str]:
        """Never within the days in which she can still say stop (P02)."""
        if effect.case not in self.grace or now < self.grace[effect.case]:
            yield "erased within the days of grace"

    def _graced(self, now: datetime, there: State, wake: Wake) -> Iterator[str]:
        """Three working days, fewer only where the promised day is nearer, and never past it."""
        self.grace[wake.case] = wake.at
        today, promised = receipt_day(now), there.matter.promised
        ends, whole = receipt_day(wake.at), add_working_days(today, GRACE_DAYS)
        if today <= promised < ends:
            yield f"the grace ends on {ends}, and {promised} is promised"
        if ends not in {whole, promised, today}:
            yield f"the grace ends on {ends}, three working days would be {whole}"

    def look(self, now: datetime, there: State) -> None:
        """What must have been done by now; an AssertionError where it was not."""
        matter = there.matter
        if now > self._thanks_due and not self.looked:
            self.looked = True
            silent = matter.closed or there.hushed or not matter.may_write
            assert self.thanked or silent, "one working day, and she has not been thanked"
        rights = {case.right for case in matter.cases[: len(there.setup.rights)]}
        wanted = set(there.setup.house.registers)
        if rights & BLOCKS and now > self.since + BLOCKED_WITHIN:
            blocked = wanted <= set(matter.blocks) or self.asked_staff
            assert blocked, "a day, and marketing is neither stopped nor with staff"

    @property
    def _thanks_due(self) -> datetime:
        day = add_working_days(receipt_day(self.since), 1)
        return datetime.combine(day, CLOSE, tzinfo=STOCKHOLM)


def unwatched(now: datetime, matter: Matter, dates: Iterable[Wake]) -> Iterator[str]:
    """While something is not said, the promised day is watched."""
    unsaid = any(is_unsaid(case) for case in matter.cases)
    ends = datetime.combine(matter.promised, CLOSE, tzinfo=STOCKHOLM)
    watched = any(wake.event is Event.OVERDUE and wake.at == ends for wake in dates)
    if unsaid and now < ends and not watched:
        yield f"{matter.promised} is promised, and no date watches it"
