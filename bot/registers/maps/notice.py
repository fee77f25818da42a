"""The published privacy notice as data, and where the data map says something else (P16)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pydantic import Field

from bot.core.vocabulary import Category
from bot.registers.maps.approved import Key, Name, Part
from bot.registers.maps.periods import Period
from bot.registers.maps.purposes import Basis, Purpose


class Differs(StrEnum):
    """In what a map and a notice can differ."""

    BASIS = "basis"
    CATEGORIES = "categories"
    RETENTION = "retention"
    PERSONAL_NUMBER = "personal_number"
    ABSENT = "absent"
    """The notice has no such purpose."""
    UNUSED = "unused"
    """The map has no such purpose."""
    EARLIER = "earlier"
    """The map has forgotten that an earlier wording said what the notice says."""


class Published(Part):
    """One purpose as the notice tells it; `title` is its heading there."""

    title: Name
    basis: Basis
    categories: tuple[Category, ...]
    personal_number: bool = False
    retention: Period


class Decision(Part):
    """That the map differs from the notice, decided by somebody on a day.

    `corrected_notice_on` is the day on which the notice that says the same as the map was
    published; without it a decision settles nothing.
    """

    purpose: Key
    differs: tuple[Differs, ...] = Field(min_length=1)
    decided_on: date
    decided_by: Name
    corrected_notice_on: date | None = None

    def settles(self, purpose: str, differs: Differs, today: date | None) -> bool:
        """Whether it is about this, and both its days have come; every day has, without `today`."""
        published = self.corrected_notice_on
        if published is None or self.purpose != purpose or differs not in self.differs:
            return False
        return today is None or max(self.decided_on, published) <= today


@dataclass(frozen=True)
class Difference:
    """Where map and notice part: the key of the purpose, in what, and what each of them says."""

    purpose: str
    differs: Differs
    map_says: str
    notice_says: str


class Notice(Part):
    """The table [notice]. `version` "" is a notice that nobody has written down yet."""

    demo: bool = False
    version: str = ""
    valid_from: date | None = None
    purposes: dict[Key, Published] = Field(default_factory=dict)
    decisions: tuple[Decision, ...] = ()

    def differences(self, purposes: Mapping[str, Purpose]) -> tuple[Difference, ...]:
        """Every difference from a map's purposes (by key), decided or not, in their order."""
        found = [one for purpose in purposes.values() for one in self._of(purpose)]
        return (*found, *self._left_over(purposes))

    def undecided(
        self, purposes: Mapping[str, Purpose], today: date | None = None
    ) -> tuple[Difference, ...]:
        """The differences that no decision settles; a forgotten wording is settled by none."""
        return tuple(
            one
            for one in self.differences(purposes)
            if one.differs is Differs.EARLIER
            or not any(each.settles(one.purpose, one.differs, today) for each in self.decisions)
        )

    def _of(self, purpose: Purpose) -> Iterator[Difference]:
        published = self.purposes.get(_heading(purpose))
        if published is None:
            yield Difference(purpose.id, Differs.ABSENT, purpose.basis or "?", "")
            return
        if purpose.basis is not published.basis:
            yield Difference(purpose.id, Differs.BASIS, purpose.basis or "?", published.basis)
            if published.basis not in {one.basis for one in purpose.earlier}:
                yield Difference(purpose.id, Differs.EARLIER, "", published.basis)
        more = set(purpose.categories) - set(published.categories)
        if more:
            yield Difference(purpose.id, Differs.CATEGORIES, _listed(more), "")
        told = (_counted(purpose.retention), _counted(published.retention))
        if told[0] != told[1]:
            yield Difference(purpose.id, Differs.RETENTION, *told)
        if purpose.personal_number and not published.personal_number:
            yield Difference(purpose.id, Differs.PERSONAL_NUMBER, "yes", "no")

    def _left_over(self, purposes: Mapping[str, Purpose]) -> Iterator[Difference]:
        """What the notice tells and the map does not do; told under the heading's own key."""
        for key, published in self.purposes.items():
            below = [purpose for purpose in purposes.values() if _heading(purpose) == key]
            if not below:
                yield Difference(key, Differs.UNUSED, "", published.basis)
                continue
            less = set(published.categories) - {each for one in below for each in one.categories}
            if less:
                yield Difference(key, Differs.CATEGORIES, "", _listed(less))
            if published.personal_number and not any(one.personal_number for one in below):
                yield Difference(key, Differs.PERSONAL_NUMBER, "no", "yes")


def _heading(purpose: Purpose) -> str:
    return purpose.heading or purpose.id


def _listed(categories: set[Category]) -> str:
    return ", ".join(sorted(categories))


def _counted(period: Period | None) -> str:
    if period is None:
        return "?"
    said = [period.kind, period.event, None if period.months is None else f"{period.months} months"]
    return " ".join(filter(None, said))
