"""What each variable of a mail is: one method a variable, computed when the mail is written."""

import re
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from bot.answers.samples import for_mail, preview
from bot.commanding import fitting
from bot.core.calendar_se import add_working_days, working_days_before
from bot.core.commands import Verb
from bot.core.deadlines import receipt_day
from bot.core.digest import Row, row_of_matter
from bot.core.matter import Case, Matter
from bot.core.orders import POST_TAKES
from bot.core.vocabulary import Audience, Mail, Right
from bot.deeds.premises import Premises, letter_name
from bot.errands import Job
from bot.mail.templates import VARIABLES, audience

#: working days in which an approver is asked to look at a draft
APPROVE_WITHIN = 2
#: words of one cue that a staff mail shows
MOST_WORDS = 6
#: what may be an address or a number of a person
_NAMES = re.compile(r"@|\d")


class Sayings:
    """The variables of one mail about one matter."""

    def __init__(self, premises: Premises, job: Job, matter: Matter) -> None:
        self._premises = premises
        self._job = job
        self._effect = job.effect
        self._matter = matter
        self._company = premises.settings.companies[matter.company]
        self._today = receipt_day(premises.now())

    def of(self, mail: Mail) -> dict[str, object]:
        """The variables that the template of a mail declares, and no other."""
        return {name: getattr(self, name)() for name in VARIABLES[mail]}

    @property
    def _case(self) -> Case | None:
        cases = {case.number: case for case in self._matter.cases}
        return cases.get(self._effect.case)

    def _under_way(self) -> list[Case]:
        """The cases that have not ended: an ended one is no promise (KLASSA ends the first)."""
        tables = self._premises.office.house.tables
        cases = self._matter.cases
        return [case for case in cases if not tables[case.workflow].by_name[case.stage].final]

    def number(self) -> str:
        return self._matter.number

    def company(self) -> str:
        return self._company.name

    def address_lines(self) -> tuple[str, ...]:
        return self._company.address_lines

    def phone(self) -> str:
        return self._company.phone

    def companies(self) -> list[str]:
        return [company.name for company in self._premises.settings.companies.values()]

    def received(self) -> date | datetime:
        mail = self._effect.mail
        at = self._matter.received_at
        customer = mail is not None and audience(mail) is Audience.REQUESTER
        return receipt_day(at) if customer else at

    def promised(self) -> date:
        return self._matter.due.safe_due

    def late(self) -> bool:
        return self._today > self._matter.due.safe_due

    def safe_due(self) -> date:
        return self._matter.due.safe_due

    def legal_due(self) -> date:
        return self._matter.due.legal_due

    def asks_access(self) -> bool:
        return any(case.right is Right.ACCESS for case in self._under_way())

    def marketing_blocked(self) -> bool:
        asked = any(case.right is Right.OBJECTION_MARKETING for case in self._matter.cases)
        return asked and set(self._matter.blocks) == set(self._premises.registers)

    def other_rights(self) -> bool:
        said = {None, Right.ACCESS}
        if self.marketing_blocked():
            said.add(Right.OBJECTION_MARKETING)
        return any(case.right not in said for case in self._under_way())

    def code(self) -> str:
        if not self._effect.code:
            return ""
        return self._premises.secret(self._matter.number, f"code:{self._effect.key}")

    def to_other_address(self) -> bool:
        return self._effect.to == "other"

    def reason(self) -> str:
        if self._effect.mail is Mail.WITH_A_PERSON:
            said = {"facts_missing", "code_lapsed", "letter_code_lapsed", "tries_spent", ""}
            return "other" if self._effect.reason in said else self._effect.reason
        return self._effect.reason

    def taken(self) -> datetime:
        return datetime.fromisoformat(self._premises.content(self._matter.number, "taken"))

    def address(self) -> str:
        return self._premises.content(self._matter.number, self._matter.proved)

    def rights(self) -> list[str]:
        if self._effect.mail is Mail.TRANSCRIPT:
            named = self._effect.word == Verb.CLASSIFY and self._effect.reason == "done"
            return _rights(self._matter.cases) if named else []
        if self._effect.mail is Mail.CLASSIFY:
            return self._premises.texts(self._matter.number, "perhaps")
        return _rights([self._case] if self._case else self._matter.cases)

    def because(self) -> list[str]:
        """The cue words, shortened: staff read the mail itself in its folder (P04)."""
        cues = self._premises.texts(self._matter.number, "cues")
        return [_a_few_words(cue) for cue in cues if not _NAMES.search(cue)]

    def mailbox(self) -> str:
        return self._premises.mailbox(self._matter.mailbox).address

    def folder(self) -> str:
        return self._premises.mailbox(self._matter.mailbox).folder

    def mixed(self) -> bool:
        return bool(self._premises.content(self._matter.number, "mixed"))

    def act_by(self) -> date:
        days = 1 if self._effect.mail is Mail.CLASSIFY else APPROVE_WITHIN
        return min(add_working_days(self._today, days), max(self.safe_due(), self._today))

    def post_by(self) -> date:
        # an answer that needs a letter is given when the letter has had its days (law, section 2)
        return max(working_days_before(self.safe_due(), POST_TAKES), self._today)

    def file(self) -> str:
        return letter_name(self._matter.number)

    def fitting(self) -> list[str]:
        person = self._premises.office.house.colleague(self._effect.to.removeprefix("staff:"))
        done = self._effect.mail is Mail.TRANSCRIPT and self._effect.reason == "done"
        if person is None or done:
            return []
        words = fitting(self._matter, self._effect.case, person, self._premises.office.house)
        return [word.value for word in words]

    def preview(self) -> list[dict[str, Any]]:
        settings = self._premises.settings
        snapshots = self._premises.snapshots(self._matter.number, self._matter.round)
        return for_mail(
            preview(snapshots, self._matter.company),
            {key: one.short for key, one in settings.companies.items()},
            {category: facts.title_sv for category, facts in settings.facts.items()},
        )

    def nothing_held(self) -> bool:
        return not self._matter.snapshots

    def outcome(self) -> str:
        return self._effect.reason

    def command(self) -> str:
        return self._effect.word

    def rows(self) -> list[Row]:
        if self._effect.reason != Verb.STATUS:
            return []
        return [row_of_matter(self._matter, self._today, self._premises.office.house)]

    def stopped(self) -> datetime:
        return self._premises.now()


def _a_few_words(cue: str) -> str:
    words = cue.split()
    return " ".join(words) if len(words) <= MOST_WORDS else f"{' '.join(words[:MOST_WORDS])} …"


def _rights(cases: Iterable[Case]) -> list[str]:
    return list(dict.fromkeys(case.right.value for case in cases if case.right is not None))
