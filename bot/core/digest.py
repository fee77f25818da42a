"""(matters, today) → the data protection officer's digest, and the row that STATUS shows. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot.core.calendar_se import add_working_days
from bot.core.house import House
from bot.core.matter import Matter
from bot.core.vocabulary import Waits

#: working days before `safe_due` in which a matter is said to be due soon
SOON = 5


@dataclass(frozen=True)
class Row:
    """One matter in numbers and dates; nothing of the person."""

    number: str
    rights: tuple[str, ...]
    received: date
    safe_due: date
    legal_due: date
    waits: str
    days_left: int


@dataclass(frozen=True)
class Digest:
    """What is late, what is nearly late, and what waits for staff or systems besides."""

    overdue: tuple[Row, ...] = ()
    due_soon: tuple[Row, ...] = ()
    waiting: tuple[Row, ...] = ()

    @property
    def has_something_to_say(self) -> bool:
        """Whether the mail is worth sending."""
        return bool(self.overdue or self.due_soon or self.waiting)


def row_of_matter(matter: Matter, today: date, house: House) -> Row:
    """One matter as a row; it waits for staff if any case of it does."""
    rights = dict.fromkeys(case.right.value for case in matter.cases if case.right)
    return Row(
        number=matter.number,
        rights=tuple(rights),
        received=matter.due.received,
        safe_due=matter.promised,
        legal_due=matter.due.legal_due,
        waits=waits_for(matter, house),
        days_left=(matter.promised - today).days,
    )


def waits_for(matter: Matter, house: House) -> Waits:
    """For whom a matter stands still: staff before systems before the requester."""
    stages = [house.tables[case.workflow].by_name[case.stage] for case in matter.cases]
    waits = {stage.waits for stage in stages if not stage.final}
    return next(
        (who for who in (Waits.STAFF, Waits.SYSTEMS, Waits.REQUESTER) if who in waits), Waits.NOBODY
    )


def is_answered(matter: Matter, house: House) -> bool:
    """Whether nothing of the matter is left that the customer is still to hear."""
    stages = [house.tables[case.workflow].by_name[case.stage] for case in matter.cases]
    return all(stage.final or stage.settled for stage in stages)


def digest(matters: Iterable[Matter], today: date, house: House) -> Digest:
    """The open matters sorted by what the officer must see first.

    An answered one is late no longer; it may still wait for staff, as where a recipient is silent.
    """
    soon = add_working_days(today, SOON)
    overdue, due_soon, waiting = [], [], []
    for matter in matters:
        row = row_of_matter(matter, today, house)
        answered = is_answered(matter, house)
        if matter.closed or house.is_own(case.workflow for case in matter.cases):
            continue
        if not answered and row.safe_due < today:
            overdue.append(row)
        elif not answered and row.safe_due <= soon:
            due_soon.append(row)
        elif row.waits == Waits.STAFF or (not answered and row.waits == Waits.SYSTEMS):
            waiting.append(row)
    return Digest(*(tuple(sorted(rows, key=_by_date)) for rows in (overdue, due_soon, waiting)))


def _by_date(row: Row) -> tuple[date, str]:
    return row.safe_due, row.number
