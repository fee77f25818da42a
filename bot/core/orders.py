"""What one decision over one matter orders: facts, effects and dates, and how each is numbered."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.core import facts as f
from bot.core.asking import whom_to_ask, without_the_barred
from bot.core.deadlines import receipt_day
from bot.core.effects import Effect, Kind, Wake
from bot.core.events import Event
from bot.core.facts import Fact
from bot.core.fold import fold
from bot.core.happening import Happening
from bot.core.house import Colleague, House
from bot.core.machine import Stage, Step
from bot.core.matter import Case, Errand, Matter
from bot.core.milestones import pass_on
from bot.core.vocabulary import Mail

MAIL_CODE_LIVES = timedelta(days=7)
LETTER_CODE_LIVES = timedelta(days=21)
#: working days after posting on which the letter has surely arrived (law document, section 2)
POST_TAKES = 5

#: prompts that may stay unanswered for long: nothing is late while they do
PATIENT = frozenset({Mail.REVIEW, Mail.RETENTION_COMING})


@dataclass(frozen=True)
class Question:
    """What staff are asked: which mail, of which case and step, why, about which register."""

    mail: Mail
    case: int
    step: int
    reason: str = ""
    register: str = ""


class Orders:
    """Collects the facts, effects and wakes of one decision; `matter` follows the facts.

    `argument` is a closed word of the happening, such as the ground of a refusal, `person` who of
    staff said it; `parts` are those of the joint answer that the decision sends.
    """

    def __init__(self, matter: Matter, happening: Happening, now: datetime, house: House) -> None:
        self.matter = matter
        self.argument = happening.argument
        self.person = happening.person
        self.now = now
        self.house = house
        self.parts: tuple[str, ...] = ()
        self.facts: list[Fact] = []
        self.effects: list[Effect] = []
        self.wakes: list[Wake] = []

    @property
    def today(self) -> date:
        """The day in Sweden."""
        return receipt_day(self.now)

    @property
    def customer(self) -> str:
        """The label of the address that was proved, else of the one that wrote."""
        return "proved" if self.matter.proved else "requester"

    def know(self, fact: Fact) -> None:
        """A fact that follows from the decision."""
        self.facts.append(fact)
        self.matter = fold((fact,), self.matter)

    def move(self, case: int, event: Event, step: Step) -> None:
        """A case comes to a stage."""
        self.know(f.CaseMoved(case=case, event=event, stage=step.stage, reason=step.reason))

    def stage(self, case: Case) -> Stage:
        """Where a case stands, with its marks."""
        return self.house.tables[case.workflow].by_name[case.stage]

    def open_cases(self) -> list[Case]:
        """The cases that have not ended."""
        return [case for case in self.matter.cases if not self.stage(case).final]

    def unsaid(self) -> list[Case]:
        """The open cases of which is not decided what the customer will hear."""
        asked = [case for case in self.open_cases() if not self.house.is_own([case.workflow])]
        stages = [(case, self.stage(case)) for case in asked]
        return [case for case, stage in stages if not (stage.settled or stage.part)]

    def close_if_ended(self) -> None:
        """The matter ends with its last case; then nothing secret of it stays."""
        registers = set(self.house.registers)
        cases = self.matter.cases
        acting = any(one.act is not None and not registers <= one.acted for one in cases)
        open_still = self.open_cases() or self.matter.errands or acting
        if not (self.matter.closed or open_still) and self.matter.cases:
            self.know(f.MatterClosed())
            self.effects.append(Effect(Kind.SHRED, key=f"shred:{len(self.matter.cases)}"))

    def has_ordered(self, mail: Mail) -> bool:
        """Whether this decision sends the mail already: one speaks for all cases."""
        return any(effect.mail is mail for effect in self.effects)

    def send(
        self, mail: Mail, to: str, case: int = 0, reason: str = "", *, code: bool = False
    ) -> None:
        """One mail to a label; numbered, so that another case or a later round is another mail."""
        matter = self.matter
        moves = sum(each.moves for each in matter.cases)
        count = matter.round + matter.codes + matter.steps + matter.turns + moves
        key = f"{mail.value}:{to}:{case}:{count}"
        self.effects.append(
            Effect(Kind.SEND, key, case, mail, to, reason=reason, code=code, ordinal=matter.codes)
        )

    def tell_staff(self, mail: Mail, people: Iterable[Colleague], reason: str = "") -> None:
        """A mail that asks nothing, once a matter and reason."""
        for person in people:
            key = f"{mail.value}:{person.id}:{reason}"
            self.effects.append(Effect(Kind.SEND, key, 0, mail, f"staff:{person.id}", "", reason))

    def prompt(self, mail: Mail, case: int, reason: str = "") -> None:
        """The same question to each member of the owner's staff, each with a token of their own.

        Where what is said of one case is said of all that stand with it, they share one question.
        """
        shared = self._asked_beside(mail, case)
        step = shared or self.matter.steps + 1
        self.know(f.Prompted(case=case, step=step, mail=mail))
        if not shared:
            self._ask(
                Question(mail, case, step, reason), whom_to_ask(self.matter, self.house, mail, case)
            )
            self._watch(mail, step)

    def prompt_for_register(self, case: int, turn: int, register: str) -> None:
        """The staff of a register's company do by hand what it cannot do itself."""
        self._ask_by_hand(Errand(case, turn, register))

    def prompt_for_search(self, case: int, turn: int, register: str) -> None:
        """The staff of a register without an interface look in it, and send what they find."""
        self._ask_by_hand(Errand(case, 0, register, round=turn))

    def _ask_by_hand(self, errand: Errand) -> None:
        step = self.matter.steps + 1
        question = self._by_hand(step, errand)
        self.know(
            f.Prompted(
                case=errand.case,
                step=step,
                mail=question.mail,
                register_name=errand.register,
                turn=errand.turn,
                round=errand.round,
            )
        )
        self._ask(question, self.house.staff_of(self.house.registers[errand.register]))
        self._watch(question.mail, step)

    def pass_on(self, step: int) -> None:
        """A prompt that nobody has answered goes to others besides (P13)."""
        question = self._open_question(step)
        if question is None:
            return
        times = self.matter.passed.get(step, 0) + 1
        register = question.register
        company = self.house.registers[register] if register else self.matter.company
        self.know(f.PassedOn(step=step, times=times))
        people = self.house.others_for(company, times)
        self._ask(question, without_the_barred(self.matter, question.mail, question.case, people))

    def issue_code(self, mail: Mail, to: str, case: int, reason: str = "") -> None:
        """A mail that carries a fresh code for the labelled address.

        The date on which it lapses is that of the sender's code alone: a second address on file,
        which is looked for in silence, moves no date that she could tell it by (P11).
        """
        ordinal = self.matter.codes + 1
        self.know(f.CodeIssued(ordinal=ordinal, channel="mail", to=to, on=self.today))
        self.send(mail, to, case, reason, code=True)
        if to == "requester":
            self.wake(Event.CODE_LAPSED, self.now + MAIL_CODE_LIVES, ordinal)

    def wake(self, event: Event, at: datetime, ordinal: int = 0) -> None:
        """A date on which the event happens unless the case has moved on."""
        self.wakes.append(Wake(f"{event}:{ordinal}:{at:%Y%m%d%H%M}", event, at, ordinal))

    def watch(self, event: Event, case: int, at: datetime) -> None:
        """A date of one case, unless it has moved on from where it stands."""
        moves = self.matter.case(case).moves
        key = f"{event}:{case}:{moves}:{at:%Y%m%d%H%M}"
        self.wakes.append(Wake(key, event, at, moves, case))

    def holding(self, attribute: str) -> int:
        """The number of the first case whose stage has this mark, or 0."""
        found = (case for case in self.open_cases() if getattr(self.stage(case), attribute))
        return next((case.number for case in found), 0)

    def _asked_beside(self, mail: Mail, case: int) -> int:
        mine = self.matter.case(case)
        if not self.stage(mine).together:
            return 0
        beside = [
            other.step
            for other in self.matter.cases
            if other.step and other.asked is mail and other.stage == mine.stage
        ]
        return beside[0] if beside else 0

    def _by_hand(self, step: int, errand: Errand) -> Question:
        if errand.round:
            return Question(Mail.REGISTER_SEARCH, errand.case, step, "", errand.register)
        wanted = self.matter.of_turn(errand.turn)
        act = wanted.act if wanted is not None else None
        return Question(Mail.REGISTER_TASK, errand.case, step, act or "", errand.register)

    def _open_question(self, step: int) -> Question | None:
        """The question of a step, if nobody has answered it."""
        errand = self.matter.errands.get(step)
        if errand is not None:
            return self._by_hand(step, errand)
        for case in self.matter.cases:
            if case.step == step and case.asked is not None:
                return Question(case.asked, case.number, step, case.reason)
        return None

    def _ask(self, question: Question, people: Iterable[Colleague]) -> None:
        times = self.matter.passed.get(question.step, 0)
        for person in people:
            self.effects.append(
                Effect(
                    Kind.PROMPT,
                    key=f"prompt:{question.step}:{person.id}:{times}",
                    case=question.case,
                    mail=question.mail,
                    to=f"staff:{person.id}",
                    register=question.register,
                    reason=question.reason,
                    word="reminder" if times else "",
                    step=question.step,
                )
            )

    def _watch(self, mail: Mail, step: int) -> None:
        if mail not in PATIENT:
            for at in pass_on(self.today):
                self.wake(Event.PROMPT_UNANSWERED, at, step)
