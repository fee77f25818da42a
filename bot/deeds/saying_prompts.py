"""The variables of what staff are asked and told."""

import json
import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Any

from bot.answers.redaction import Flag, each_flag
from bot.answers.samples import for_mail, preview
from bot.core.calendar_se import add_working_days
from bot.core.commands import Verb
from bot.core.deadlines import STOCKHOLM, receipt_day
from bot.core.digest import Row, row_of_matter
from bot.core.events import Finding
from bot.core.milestones import CLOSE, milestones
from bot.core.vocabulary import Act, Language, Mail, Right
from bot.deeds.premises import left_name, letter_name
from bot.deeds.saying_candidates import SayingCandidates
from bot.weighing import fitting

#: words of one cue that a staff mail shows
MOST_FLAGS = 40
#: Art. 33(1)
REPORT_WITHIN = timedelta(hours=72)
MOST_WORDS = 6
#: what may be an address or a number of a person
_NAMES = re.compile(r"@|\d")


class SayingPrompts(SayingCandidates):
    """One method a variable. Staff mails hold counts and masked values alone (P04)."""

    def because(self) -> list[str]:
        """The cue words, shortened: staff read the mail itself in its folder (P04)."""
        cues = self._premises.texts(self._matter.number, "cues")
        return [_a_few_words(cue) for cue in cues if not _NAMES.search(cue)]

    def mixed(self) -> bool:
        return bool(self._content("mixed"))

    def file(self) -> str:
        return letter_name(self._matter.number)

    def fitting(self) -> list[Verb]:
        house = self._premises.office.house
        person = house.colleague(self._effect.to.removeprefix("staff:"))
        done = self._effect.mail is Mail.TRANSCRIPT and self._effect.reason == "done"
        if person is None or done:
            return []
        return fitting(self._matter, self._effect.step, self._effect.case, person, house)

    def preview(self) -> list[dict[str, Any]]:
        settings = self._premises.settings
        snapshots = self._premises.snapshots(self._matter)
        return for_mail(
            preview(snapshots, self._matter.company),
            {key: one.short for key, one in settings.companies.items()},
            {
                category: facts.told("title", Language.SV)
                for category, facts in settings.facts.items()
            },
        )

    def known_at(self) -> datetime:
        return self._matter.incident_at or self._premises.now()

    def report_by(self) -> datetime:
        return self.known_at() + REPORT_WITHIN

    def draft(self) -> str:
        return ""

    def archive(self) -> str:
        return self._premises.settings.people_registers[self._effect.register].title_sv

    def flagged(self) -> list[dict[str, Any]]:
        """Rows that may name others; what was found in them is hinted at in the own company's."""
        matter, companies = self._matter, self._premises.settings.companies
        return [
            {
                "number": flag.number,
                "company": companies[flag.company].short,
                "title": flag.title,
                "hints": list(flag.hints) if flag.company == matter.company else [],
                "said": ("left_out" if matter.redacted[flag.number] else "masked")
                if flag.number in matter.redacted
                else "",
            }
            for flag in islice(self._flags(), MOST_FLAGS)
        ]

    def more_flagged(self) -> int:
        count = sum(1 for _ in self._flags())
        return count if count > MOST_FLAGS else 0

    def _flags(self) -> Iterator[Flag]:
        return each_flag(self._premises.snapshots(self._matter))

    def nothing_held(self) -> bool:
        return self._effect.reason in {Finding.NOTHING, Finding.ELSEWHERE}

    def outcome(self) -> str:
        return self._effect.reason

    def command(self) -> str:
        return self._effect.word

    def rows(self) -> list[Row]:
        if self._effect.reason != Verb.STATUS:
            return []
        return [row_of_matter(self._matter, self._today, self._premises.office.house)]

    def rights(self) -> list[Right]:
        if self._effect.mail is Mail.TRANSCRIPT:
            named = self._effect.word == Verb.CLASSIFY and self._effect.reason == "done"
            cases = self._matter.cases
            return list(dict.fromkeys(c.right for c in cases if c.right)) if named else []
        return super().rights()

    def closes(self) -> datetime:
        closes = milestones(self._matter.due).unproved_closes
        if closes > self._premises.now():
            return closes
        day = add_working_days(self._today, 1)
        return datetime.combine(day, CLOSE, tzinfo=STOCKHOLM)

    def plan(self) -> list[dict[str, object]]:
        names = {key: one.short for key, one in self._premises.settings.companies.items()}
        wanted = self._premises.registers.get(self._effect.register)
        lines = [
            line
            for plan in self._plans()
            for line in plan.lines
            if wanted is None or (line.company == wanted.company and self.act() is Act.ERASE)
        ]
        return [
            {
                "company": names[line.company],
                "title": self._title(line.category),
                "count": line.count,
                "verdict": line.verdict,
                "until": line.until,
                "law": line.law,
            }
            for line in lines
        ]

    def holds(self) -> list[str]:
        return list(self._case.holds) if self._case else []

    def left_in(self) -> list[str]:
        names = self._premises.settings.companies
        registers = self._premises.registers
        left = self._case.residue if self._case else ()
        return [f"{names[registers[one].company].name}{self._tables_left(one)}" for one in left]

    def _tables_left(self, register: str) -> str:
        """In which tables of a register, with the number of rows; empty where people look there."""
        found = json.loads(self._content(left_name(self._effect.case, register)) or "[]")
        tables = ", ".join(f"{table}: {rows}" for table, rows in found)
        return f" ({register}: {tables})" if tables else ""

    def first_approver(self) -> str:
        approvers = self._case.approvers if self._case else ()
        return self._premises.staff_name(approvers[-1]) if approvers else ""

    def recipient(self) -> str:
        case = self._case
        silent = sorted(case.told - case.done) if case else []
        recipients = self._premises.settings.recipients
        return ", ".join(recipients[key].name for key in silent if key in recipients)

    def asked_on(self) -> date:
        told = self._premises.told_on(self._matter.number, self._effect.case)
        return receipt_day(told) if told is not None else self._today


def _a_few_words(cue: str) -> str:
    words = cue.split()
    return " ".join(words) if len(words) <= MOST_WORDS else f"{' '.join(words[:MOST_WORDS])} …"
