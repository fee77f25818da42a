"""What the variables of every mail rest on: the matter, its dates, its people."""

import json
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from bot.core.calendar_se import add_working_days, working_days_before
from bot.core.deadlines import receipt_day
from bot.core.digest import waits_for
from bot.core.matter import Case, Matter
from bot.core.milestones import Grace, grace
from bot.core.orders import POST_TAKES
from bot.core.vocabulary import Act, Audience, Concern, Extension, Mail, Right, Waits
from bot.core.watching import WITHDRAWAL_LASTS
from bot.deeds.premises import Premises
from bot.desk import acted_name
from bot.errands import Job
from bot.mail.templates import audience

#: working days in which an approver is asked to look at a draft
APPROVE_WITHIN = 2
#: words that with_a_person has no sentence of its own for
UNTOLD = frozenset(
    {
        *("facts_missing", "code_lapsed", "too_big"),
        *("concerned", "undeliverable", ""),
    }
)


class Saying:
    """The variables that mails of several kinds share, one method each."""

    def __init__(self, premises: Premises, job: Job, matter: Matter) -> None:
        self._premises = premises
        self._job = job
        self._effect = job.effect
        self._matter = matter
        self._company = premises.settings.companies[matter.company]
        self._today = receipt_day(premises.now())

    @property
    def _case(self) -> Case | None:
        cases = {case.number: case for case in self._matter.cases}
        return cases.get(self._effect.case)

    def _content(self, label: str) -> str:
        return self._premises.content(self._matter.number, label)

    @property
    def _restricted(self) -> date | None:
        """The first day on which all registers restricted, for the mail's case or part."""
        asked = [case.number for case in self._matter.cases if case.right is Right.RESTRICTION]
        cases = [self._effect.case] if self._effect.case else asked
        return self._acted(Act.RESTRICT, cases)

    def _acted(self, act: Act, cases: Iterable[int]) -> date | None:
        """The day on which the last register did an act for some cases; None before that."""
        days = [self._content(acted_name(act, case)) for case in cases]
        return max((date.fromisoformat(day) for day in days if day), default=None)

    def _under_way(self) -> list[Case]:
        """The cases that have not ended: an ended one is no promise (KLASSA ends the first)."""
        tables = self._premises.office.house.tables
        cases = self._matter.cases
        return [case for case in cases if not tables[case.workflow].by_name[case.stage].final]

    def _unsaid(self) -> list[Case]:
        tables = self._premises.office.house.tables
        stages = [(case, tables[case.workflow].by_name[case.stage]) for case in self._under_way()]
        return [case for case, stage in stages if not (stage.settled or stage.part)]

    def number(self) -> str:
        return self._matter.number

    def company(self) -> str:
        register = self._premises.registers.get(self._effect.register)
        if register is not None:
            return self._premises.settings.companies[register.company].name
        return self._company.name

    def address_lines(self) -> tuple[str, ...]:
        return self._company.address_lines

    def phone(self) -> str:
        return self._company.phone

    def phones(self) -> list[dict[str, str]]:
        companies = self._premises.settings.companies.values()
        return [{"company": one.name, "phone": one.phone} for one in companies]

    def companies(self) -> list[str]:
        return [company.name for company in self._premises.settings.companies.values()]

    def received(self) -> date | datetime:
        mail = self._effect.mail
        at = self._matter.received_at
        customer = mail is not None and audience(mail) is Audience.REQUESTER
        return receipt_day(at) if customer else at

    def promised(self) -> date:
        return self._matter.promised

    def late(self) -> bool:
        return self._today > self._matter.promised

    def safe_due(self) -> date:
        return self._matter.promised

    def legal_due(self) -> date:
        due = self._matter.due
        return due.legal_ext if self._matter.is_extended else due.legal_due

    def days_left(self) -> int:
        return (self._matter.promised - self._today).days

    def new_due(self) -> date:
        return self._matter.due.safe_ext

    def extension(self) -> Extension:
        return self._matter.extended or Extension.COMPLEX

    def rights(self) -> list[Right]:
        """The rights that the mail is about: its own case's, or all that are under way."""
        if self._effect.mail is Mail.CLASSIFY:
            return [Right(one) for one in self._premises.texts(self._matter.number, "perhaps")]
        if self._case is not None and self._effect.mail not in {Mail.ACKNOWLEDGEMENT, Mail.CODE}:
            return _rights([self._case])
        return _rights(self._under_way() or self._matter.cases)

    def missing(self) -> list[Right]:
        return _rights(self._unsaid())

    def waiting_for(self) -> Waits:
        return waits_for(self._matter, self._premises.office.house)

    def marketing_blocked(self) -> bool:
        if self._effect.mail is Mail.ANSWER:
            # an older no stands too
            return self._premises.is_blocked(self.address())
        blocks = {Right.OBJECTION_MARKETING, Right.CONSENT_WITHDRAWAL}
        asked = any(case.right in blocks for case in self._matter.cases)
        return asked and set(self._matter.blocks) == set(self._premises.registers)

    def complains(self) -> bool:
        return any(case.right is Right.COMPLAINT for case in self._matter.cases)

    def asked_for_letter(self) -> bool:
        return bool(self._content("paper"))

    def concerns(self) -> list[Concern]:
        return list(self._matter.concerns)

    def code(self) -> str:
        if not self._effect.code:
            return ""
        return self._premises.secret(self._matter.number, f"code:{self._effect.key}")

    def to_other_address(self) -> bool:
        return self._effect.to == "other"

    def reason(self) -> str:
        known = self._effect.reason
        if self._effect.mail is Mail.WITH_A_PERSON and known in UNTOLD:
            return "other"
        return known

    def reminder(self) -> bool:
        return "reminder" in {self._effect.word, self._effect.reason}

    def address(self) -> str:
        return self._content(self._matter.proved) if self._matter.proved else ""

    def taken(self) -> datetime | str:
        kept = self._content("taken") or self._content("planned")
        return datetime.fromisoformat(kept) if kept else ""

    def why(self) -> str:
        label = "why_extended" if self._effect.mail is Mail.EXTENDED else "why"
        own = self._effect.mail in {Mail.EXTENDED, Mail.LIFTING}
        return self._content(label if own else f"why:{self._effect.case}")

    def decided_by(self) -> str:
        return self._premises.last_decider(self._matter.number)

    def _grace(self) -> Grace:
        return grace(self._today, self._matter.promised)

    def erase_on(self) -> date:
        return self._grace().ends

    def change_on(self) -> date:
        return self._grace().ends

    def short_grace(self) -> bool:
        return self._grace().shortened

    def lift_on(self) -> date:
        return self._today

    def reopen_until(self) -> date:
        return self._today + WITHDRAWAL_LASTS

    def ground(self) -> str:
        return "unstated"

    def restricted_by(self) -> date:
        return self._restricted or self._today

    def since(self) -> date:
        return self._restricted or receipt_day(self._matter.received_at)

    def lifts(self) -> bool:
        """A restriction that stood while this was weighed ends with the mail (Art. 18(3))."""
        return self._restricted is not None

    def mailbox(self) -> str:
        return self._premises.mailbox(self._matter.mailbox).address

    def folder(self) -> str:
        return self._premises.mailbox(self._matter.mailbox).folder

    def act_by(self) -> date:
        days = 1 if self._effect.mail in {Mail.CLASSIFY, Mail.REGISTER_TASK} else APPROVE_WITHIN
        return min(add_working_days(self._today, days), max(self.safe_due(), self._today))

    def post_by(self) -> date:
        # an answer that needs a letter is given when the letter has had its days (law, section 2)
        return max(working_days_before(self.safe_due(), POST_TAKES), self._today)

    def stopped(self) -> datetime:
        return self._premises.now()

    def _changes(self, case: int) -> list[dict[str, Any]]:
        return list(json.loads(self._content(f"changes:{case}") or "[]"))


def _rights(cases: Iterable[Case]) -> list[Right]:
    return list(dict.fromkeys(case.right for case in cases if case.right is not None))
