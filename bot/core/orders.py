"""What each task of a workflow is in effects, for one decision over one matter."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, time, timedelta

from bot.core import facts as f
from bot.core.calendar_se import add_working_days, next_working_day
from bot.core.deadlines import STOCKHOLM, receipt_day
from bot.core.effects import Effect, Kind, Wake
from bot.core.events import Event, Task
from bot.core.facts import Fact
from bot.core.house import House
from bot.core.matter import Matter, fold
from bot.core.vocabulary import Mail, Manner, Right

MAIL_CODE_LIVES = timedelta(days=7)
LETTER_CODE_LIVES = timedelta(days=21)
#: working days after posting on which the letter has surely arrived (law document, section 2)
POST_TAKES = 5
#: working days in which a bounce of an accepted answer would have come
BOUNCE_TAKES = 1
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

    def carry_out(self, tasks: Iterable[Task], case: int, reason: str) -> None:
        """The tasks of one step of one case."""
        for task in tasks:
            TASKS[task](self, case, reason)

    def outside_the_tables(self, event: Event) -> None:
        """What happens to a matter although no case of it has a rule."""
        if event is Event.THANKS_DUE:
            self._thank_neutrally()
        elif event is Event.NOT_ME:
            self.know(f.Noted(event=event))
            _alarm_not_me(self, 0, "not_me")
        elif event is Event.UNDELIVERABLE and self.matter.closed:
            self.know(f.Noted(event=event))
            self.prompt(Mail.BY_HAND, 1, "undeliverable")

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
        """One mail to a label; numbered, so that a later round is another mail."""
        count = self.matter.round + self.matter.codes + self.matter.steps
        key = f"{mail.value}:{to}:{count}"
        self.effects.append(Effect(Kind.SEND, key, case, mail, to, reason=reason, code=code))

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

    def _thank_neutrally(self) -> None:
        matter = self.matter
        if matter.may_answer and not (matter.thanked or matter.thanked_neutrally or matter.closed):
            self.know(f.Thanked(neutral=True))
            self.send(Mail.NEUTRAL_ACKNOWLEDGEMENT, "requester")


def _acknowledge(orders: Orders, case: int, reason: str) -> None:
    """One acknowledgement for all cases, once each can be spoken of truly."""
    matter = orders.matter
    if not matter.thanked:
        orders.wake(Event.THANKS_DUE, thanks_due(orders.now))
    if not matter.may_answer or orders.holding("holds_thanks"):
        return
    coded = orders.holding("needs_code")
    blocked = any(c.right is Right.OBJECTION_MARKETING for c in matter.cases)
    said_enough = matter.thanked or (matter.thanked_neutrally and not blocked)
    if said_enough and not coded:
        return
    mail = Mail.CODE if said_enough else Mail.ACKNOWLEDGEMENT
    if not said_enough:
        orders.know(f.Thanked(neutral=False))
    if coded:
        orders.issue_code(mail, "requester", coded, reason)
    else:
        orders.send(mail, "requester", case, reason)


def _ask_classify(orders: Orders, case: int, reason: str) -> None:
    orders.wake(Event.THANKS_DUE, thanks_due(orders.now))
    mail = Mail.CLASSIFY if orders.matter.readable else Mail.SET_ASIDE
    orders.prompt(mail, case, reason)


def _each_register(orders: Orders, case: int, kind: Kind) -> None:
    turn = orders.matter.round + 1
    for name in orders.house.registers:
        key = f"{kind}:{turn}:{name}"
        orders.effects.append(Effect(kind, key, case, register=name, round=turn))


def _one(kind: Kind) -> Callable[[Orders, int, str], None]:
    def order(orders: Orders, case: int, reason: str) -> None:
        key = f"{kind}:{orders.matter.codes}:{orders.matter.steps}"
        orders.effects.append(Effect(kind, key, case, reason=reason))

    return order


def _shred(what: str) -> Callable[[Orders, int, str], None]:
    def order(orders: Orders, case: int, _reason: str) -> None:
        key = f"shred:{what}:{orders.matter.codes}"
        orders.effects.append(Effect(Kind.SHRED, key, case, reason=what))

    return order


def _prompt(mail: Mail) -> Callable[[Orders, int, str], None]:
    return lambda orders, case, reason: orders.prompt(mail, case, reason)


def _tell(mail: Mail, to: str) -> Callable[[Orders, int, str], None]:
    def order(orders: Orders, case: int, reason: str) -> None:
        if orders.matter.may_answer:
            orders.send(mail, to, case, reason)

    return order


def _print_letter(orders: Orders, case: int, _reason: str) -> None:
    ordinal = orders.matter.codes + 1
    orders.know(f.CodeIssued(ordinal=ordinal, channel="letter", to="proved"))
    orders.effects.append(Effect(Kind.PRINT, f"print:{ordinal}", case, code=True))


def _watch_letter(orders: Orders, _case: int, _reason: str) -> None:
    orders.wake(Event.LETTER_CODE_LAPSED, orders.now + LETTER_CODE_LIVES, orders.matter.codes)


def _watch_quiet(orders: Orders, _case: int, _reason: str) -> None:
    today = receipt_day(orders.now)
    quiet = add_working_days(today, BOUNCE_TAKES)
    if orders.matter.posted_on is not None:
        quiet = max(quiet, add_working_days(orders.matter.posted_on, POST_TAKES))
    end = datetime.combine(quiet, time(23, 59), tzinfo=STOCKHOLM)
    orders.wake(Event.QUIET_OVER, end, orders.matter.steps)


def _void_codes(orders: Orders, _case: int, _reason: str) -> None:
    orders.know(f.CodesVoided())


def _start_over(orders: Orders, _case: int, _reason: str) -> None:
    orders.know(f.CodesVoided(start_over=True))


def _tell_with_a_person(orders: Orders, case: int, reason: str) -> None:
    # before a code is back the customer hears nothing of what was found (P11)
    if orders.matter.proved and orders.matter.may_answer:
        orders.send(Mail.WITH_A_PERSON, "proved", case, reason)


def _alarm_not_me(orders: Orders, case: int, reason: str) -> None:
    for person in orders.house.staff_of(orders.matter.company):
        orders.send(Mail.STAFF_NOT_ME, f"staff:{person.id}", case, reason)
    orders.send(Mail.DPO_NOT_ME, "dpo", case, reason)


def _send_refusal(orders: Orders, case: int, _reason: str) -> None:
    orders.send(Mail.REFUSAL, "proved", case, orders.argument)


def _file_as_request(orders: Orders, case: int, _reason: str) -> None:
    orders.effects.append(Effect(Kind.FILE, f"file:{case}", case, manner=Manner.COPY))


def thanks_due(now: datetime) -> datetime:
    """15:00 Swedish time on the next working day, aware (P27)."""
    day = next_working_day(receipt_day(now))
    return datetime.combine(day, NEUTRAL_THANKS_AT, tzinfo=STOCKHOLM)


TASKS: Mapping[Task, Callable[[Orders, int, str], None]] = {
    Task.ACKNOWLEDGE: _acknowledge,
    Task.FIND_OTHER_ADDRESS: _one(Kind.FIND_OTHER_ADDRESS),
    Task.SEND_OTHER_CODE: lambda orders, case, _: orders.issue_code(Mail.CODE, "other", case),
    Task.LOOK_UP: _one(Kind.LOOK_UP),
    Task.PRINT_LETTER: _print_letter,
    Task.TELL_LETTER_COMING: _tell(Mail.LETTER_COMING, "proved"),
    Task.ASK_POSTED: _prompt(Mail.POST_LETTER),
    Task.WATCH_LETTER: _watch_letter,
    Task.SHRED_LETTER: _shred("letter"),
    Task.COLLECT: lambda orders, case, _: _each_register(orders, case, Kind.COLLECT),
    Task.ASK_APPROVAL: _prompt(Mail.APPROVE),
    Task.SEND_EXTRACT: _tell(Mail.ACCESS_ANSWER, "proved"),
    Task.SEND_NOTHING_HELD: _tell(Mail.NOTHING_HELD, "proved"),
    Task.SEND_REFUSAL: _send_refusal,
    Task.SHRED_PASSPHRASE: _shred("passphrase"),
    Task.WATCH_QUIET: _watch_quiet,
    Task.BLOCK: lambda orders, case, _: _each_register(orders, case, Kind.BLOCK),
    Task.ASK_MARKETING_CHECK: _prompt(Mail.MARKETING_CHECK),
    Task.ASK_CLASSIFY: _ask_classify,
    Task.ASK_BY_HAND: _prompt(Mail.BY_HAND),
    Task.TELL_WITH_A_PERSON: _tell_with_a_person,
    Task.TELL_STOPPED: _tell(Mail.STOPPED, "writer"),
    Task.ALARM_NOT_ME: _alarm_not_me,
    Task.VOID_CODES: _void_codes,
    Task.START_OVER: _start_over,
    Task.FORGET_MAIL: _shred("mail"),
    Task.FILE_AS_REQUEST: _file_as_request,
}
