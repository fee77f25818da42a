"""What decisions must know of the installation: companies, staff, registers, tables, releases."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bot.core.machine import NEW, Workflow
from bot.core.vocabulary import Right, Role, Topic


@dataclass(frozen=True)
class Colleague:
    """One member of staff: a short id, the company, and what the person may decide.

    A deputy is asked only where the others do not answer (P13).
    """

    id: str
    company: str
    roles: frozenset[Role]
    deputy: bool = False


@dataclass(frozen=True)
class House:
    """The installation as decisions see it; no address, no secret.

    `registers` says which company each belongs to. `complete` names the data categories whose Art.
    15 facts are all filled in, `recipients` who gets each category from each company, `topics`
    which questions approved facts can answer. `other_consents`: something beside marketing rests,
    or rested by an earlier wording, on consent (P16). `releases` is false where no personal data
    may leave: then what begins with a code is carried out by hand. `answers_by_mail`: our relay
    enforces TLS to the next server (P10). `e_identification`: there is a provider to ask.
    `most_bytes`: what the files of one mail may take. `runs_on` is the day of the week (Monday is
    0) on which each company proposes what to erase by age; None where none of them does.
    """

    staff: tuple[Colleague, ...]
    registers: Mapping[str, str]
    tables: Mapping[str, Workflow]
    whole: Mapping[Right, Workflow]
    complete: frozenset[str] = frozenset()
    recipients: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    topics: frozenset[Topic] = frozenset()
    other_consents: bool = True
    releases: bool = True
    answers_by_mail: bool = False
    e_identification: bool = False
    most_bytes: int = 10_000_000
    runs_on: int | None = None

    def staff_of(self, company: str) -> tuple[Colleague, ...]:
        """The staff who are prompted for matters that the company owns."""
        return tuple(one for one in self.staff if one.company == company and not one.deputy)

    def others_for(self, company: str, times: int) -> tuple[Colleague, ...]:
        """Whom to ask when a prompt was not answered, for the first or a later time (P13).

        The company's deputies first, or its staff once more where it has none; then another
        company's, in the order of the settings.
        """
        deputies = tuple(one for one in self.staff if one.company == company and one.deputy)
        if times <= 1:
            return deputies or self.staff_of(company)
        companies = list(dict.fromkeys(one.company for one in self.staff))
        place = companies.index(company) if company in companies else 0
        following = [*companies[place + 1 :], *companies[:place]]
        asked = [self.staff_of(one) for one in following]
        return next((some for some in asked if some), self.staff_of(company))

    def colleague(self, person: str) -> Colleague | None:
        """The member of staff with this id, or None when the person has left."""
        return next((one for one in self.staff if one.id == person), None)

    def has_decider(self, people: Iterable[str]) -> bool:
        """Whether one of these persons has the mandate to decide."""
        known = [self.colleague(one) for one in people]
        return any(one is not None and Role.DECIDER in one.roles for one in known)

    def recipients_of(self, held: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
        """The keys of those who got data of a person, sorted; `held` are categories by register."""
        found: set[str] = set()
        for register, categories in held.items():
            given = self.recipients.get(self.registers[register], {})
            found.update(key for category in categories for key in given.get(category, ()))
        return tuple(sorted(found))

    def is_own(self, workflows: Iterable[str]) -> bool:
        """Whether these tables are all the companies' own work: a matter that nobody asked for."""
        return all(self.tables[name].own for name in workflows)

    def table_for(self, right: Right | None, *, codes_may_go: bool) -> Workflow:
        """Which workflow carries a right here; None is a mail that staff must name first.

        What begins with a code goes by hand where no code may go, or nothing personal may leave.
        """
        if right is None:
            return self.tables["unclassified"]
        table = self.whole.get(right, self.tables["by_hand"])
        first = [rule.to for rule in table.rules if rule.stage == NEW]
        sends_code = any(table.by_name[stage].needs_code for stage in first)
        if sends_code and not (self.releases and codes_may_go):
            return self.tables["by_hand"]
        return table
