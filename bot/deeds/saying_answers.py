"""The variables of what customers and recipients are answered."""

from datetime import date, timedelta

from bot.answers import grounds, topics
from bot.answers.plan import ErasurePlan, PlanVerdict, erased_lines, kept_lines
from bot.answers.provided import sifted
from bot.answers.sheets import Words
from bot.core.receipts import READING
from bot.core.vocabulary import Act, Category, Language, Mail, Topic
from bot.deeds.identifying import invited
from bot.deeds.premises import plan_name, portable_name
from bot.deeds.recipients import Recipients
from bot.deeds.saying_silences import SayingSilences
from bot.mail.words import Both

CONSENT, ERASURE = "consent_withdrawal", "erasure"
#: what the registers do for each part of an answer that tells the day of it
ACTS_OF = {
    "rectification": Act.RECTIFY,
    ERASURE: Act.ERASE,
    "objection_li": Act.STOP,
    CONSENT: Act.STOP,
}
#: what the plan of an erasure takes away, wholly or in part
GOING = frozenset({PlanVerdict.ERASE, PlanVerdict.PART})
#: letters of a value that a mail shows before the stars
SHOWN = 1


class SayingAnswers(SayingSilences):
    """One method a variable."""

    def parts(self) -> list[str]:
        return self._effect.reason.split("+")

    def approved(self) -> bool:
        """Whether a named human has approved or corrected what the answer says."""
        by_people = any(case.approvers for case in self._matter.cases)
        return by_people or "rectification" in self.parts()

    def by_letter(self) -> bool:
        if self._effect.mail is Mail.LETTER_COMING:
            return any(case.right in READING for case in self._matter.cases)
        return bool(self._premises.secret(self._matter.number, "passphrase"))

    def portable_file(self) -> str:
        return portable_name(self._matter.number, sealed=self.by_letter())

    def opened_with(self) -> str:
        return "pdf" if self.by_letter() else "plain"

    def rows_in(self) -> str:
        """What Enclosing made is told by it, with the names of the files."""
        return ""

    def rows_file(self) -> str:
        return ""

    def outside(self) -> list[dict[str, object]]:
        if "portability" not in self.parts():
            return []
        snapshots = self._premises.snapshots(self._matter)
        parted = sifted(snapshots, self._premises.data_map)
        return [
            {"title": _of(self._title(one.category), one.label), "reason": one.reason}
            for one in parted.left
        ]

    def corrections(self) -> list[str]:
        """Old and new with stars: the mail may be read by somebody else (law, section 1.2)."""
        cases = [case.number for case in self._matter.cases]
        wanted = [self._effect.case] if self._effect.case else cases
        if self._effect.mail is Mail.REGISTER_TASK and self.act() is not Act.RECTIFY:
            return []
        return [
            f"{_masked(change['old'])} → {_masked(change['new'])}"
            for case in wanted
            for change in self._changes(case)
        ]

    def acted_on(self) -> date | str:
        days = [
            self._acted(act, (case.number for case in self._matter.cases if case.right == part))
            for part, act in ACTS_OF.items()
            if part in self.parts()
        ]
        return max((day for day in days if day is not None), default="")

    def erased(self) -> list[dict[str, object]]:
        if ERASURE not in self.parts():
            # what was planned is not yet done
            return []
        return [line for plan in self._plans() for line in erased_lines(plan, self._names())]

    def kept(self) -> list[dict[str, object]]:
        if ERASURE not in self.parts():
            return []
        return [line for plan in self._plans() for line in kept_lines(plan, self._names())]

    def backups_until(self) -> date | str:
        days = self._premises.settings.controllers.backup_days
        acted = self.acted_on()
        if not self.erased() or days is None or isinstance(acted, str):
            return ""
        return acted + timedelta(days=days)

    def told(self) -> list[str]:
        keys = {key for case in self._matter.cases for key in case.told}
        recipients, known = self._premises.settings.recipients, Recipients(self._premises)
        reached = {key for key in keys if known.has_key(self._matter.number, key)}
        return [one.name for key, one in recipients.items() if key in reached]

    def objected(self) -> list[dict[str, object]]:
        if "objection_li" not in self.parts():
            return []
        return grounds.objected(self._premises.data_map, self._held())

    def stops(self) -> list[dict[str, object]]:
        if CONSENT not in self.parts():
            return []
        acted = self.acted_on() or self._today
        rows = grounds.stops(self._premises.data_map, self._held())
        return [{**row, "since": acted} for row in rows]

    def continues(self) -> list[dict[str, object]]:
        if CONSENT not in self.parts():
            return []
        return grounds.continues(self._premises.data_map, self._held())

    def topics(self) -> list[Topic]:
        return list(self._matter.topics)

    def retention_lines(self) -> list[dict[str, object]]:
        return [
            {
                "title": Both(purpose.title_sv, purpose.title_en),
                "text": Both(purpose.retention_sv, purpose.retention_en),
            }
            for purpose in self._premises.data_map.purposes.values()
        ]

    def cookies(self) -> list[object]:
        return self._lines(Topic.COOKIES)

    def arrangement(self) -> list[object]:
        return self._lines(Topic.RESPONSIBLE)

    def recipients(self) -> list[object]:
        return self._lines(Topic.RECIPIENTS)

    def act(self) -> Act:
        word = self._effect.word or self._effect.reason
        if word in set(Act):
            return Act(word)
        case = self._case
        told = self._effect.mail is Mail.CHASE_RECIPIENT
        done = (case.told_of if told else case.act) if case else None
        return done or Act.RESTRICT

    def key_name(self) -> str:
        key = self._effect.to.removeprefix("recipient:")
        known = self._premises.settings.recipients[key].key
        return known.value if known else ""

    def key_value(self) -> str:
        return Recipients(self._premises).key_value(self._job)

    def task_categories(self) -> list[object]:
        return [self._title(one) for one in Category if one in self._concerned()]

    def _concerned(self) -> frozenset[str]:
        """What a register holds, and of that what its plan erases; what a recipient got (P25)."""
        held = self._matter.held
        register = self._effect.register
        if self._effect.to.startswith("recipient:"):
            return self._disclosed(self._effect.to.removeprefix("recipient:"))
        if self.act() is not Act.ERASE or not register:
            return held.get(register, frozenset())
        company = self._premises.registers[register].company
        lines = (line for plan in self._plans() for line in plan.lines if line.company == company)
        return frozenset(line.category for line in lines if line.verdict in GOING)

    def _disclosed(self, recipient: str) -> frozenset[str]:
        """What a recipient got from the companies that give data to it."""
        data_map = self._premises.data_map
        givers = self._premises.settings.recipients[recipient].companies
        given = (
            frozenset(map(Category, categories))
            for name, categories in self._matter.held.items()
            if not givers or self._premises.registers[name].company in givers
        )
        return frozenset(
            category
            for held in given
            for purpose in data_map.purposes_of(held)
            if recipient in purpose.recipient_ids
            for category in held.intersection(purpose.categories)
        )

    def provider(self) -> str:
        return invited(self._premises, self._matter.number).provider

    def instruction(self) -> Both:
        said = invited(self._premises, self._matter.number).instruction
        return Both(said[Language.SV], said[Language.EN])

    def _lines(self, topic: Topic) -> list[object]:
        """One line of both languages each; as many as the longer has."""
        told = {
            language: topics.topic_lines(topic, self._premises.data_map, language)
            for language in Language
        }
        pairs = zip(told[Language.SV], told[Language.EN], strict=True)
        return [Both(sv, en) for sv, en in pairs]

    def _plans(self) -> list[ErasurePlan]:
        names = [plan_name(case.number) for case in self._matter.cases]
        found = [self._premises.secret(self._matter.number, name) for name in names]
        return [ErasurePlan.from_json(held) for held in found if held]

    def _names(self) -> dict[str, str]:
        return {key: one.name for key, one in self._premises.settings.companies.items()}

    def _held(self) -> frozenset[Category]:
        return frozenset(Category(one) for one in self._matter.categories)

    def _title(self, category: Category) -> Both:
        facts = self._premises.settings.facts[category]
        return Both(facts.told("title", Language.SV), facts.told("title", Language.EN))


def _masked(value: str) -> str:
    return f"{value[:SHOWN]}***" if value else "–"


def _of(category: Both, field: Words | None) -> Both:
    if field is None:
        return category
    return Both(f"{category.sv} ({field.sv})", f"{category.en} ({field.en})")
