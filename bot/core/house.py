"""What decisions must know of the installation: companies, staff, registers, tables, releases."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.machine import Workflow
from bot.core.vocabulary import Right, Role


@dataclass(frozen=True)
class Colleague:
    """One member of staff: a short id, the company, and what the person may decide."""

    id: str
    company: str
    roles: frozenset[Role]


@dataclass(frozen=True)
class House:
    """The installation as decisions see it; no address, no secret.

    `complete` names the data categories whose Art. 15 facts are all filled in. `releases` is false
    where no personal data may leave: then access is carried out by hand.
    """

    staff: tuple[Colleague, ...]
    registers: tuple[str, ...]
    tables: Mapping[str, Workflow]
    whole: Mapping[Right, Workflow]
    complete: frozenset[str] = frozenset()
    releases: bool = True

    def staff_of(self, company: str) -> tuple[Colleague, ...]:
        """The staff who are prompted for matters that the company owns."""
        return tuple(person for person in self.staff if person.company == company)

    def colleague(self, person: str) -> Colleague | None:
        """The member of staff with this id, or None when the person has left."""
        return next((one for one in self.staff if one.id == person), None)

    def table_for(self, right: Right | None, *, codes_may_go: bool) -> Workflow:
        """Which workflow carries a right here; None is a mail that staff must name first.

        What needs a code goes by hand where no code may go, or nothing personal may leave.
        """
        if right is None:
            return self.tables["unclassified"]
        table = self.whole.get(right, self.tables["by_hand"])
        sends_code = any(stage.needs_code for stage in table.stages)
        if sends_code and not (self.releases and codes_may_go):
            return self.tables["by_hand"]
        return table
