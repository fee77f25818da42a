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
        safe_due=matter.due.safe_due,
        legal_due=matter.due.legal_due,
        waits=waits_for(matter, house),
        days_left=(matter.due.safe_due - today).days,
    )


def waits_for(matter: Matter, house: House) -> Waits:
    """For whom a matter stands still: staff before systems before the requester."""
    stages = [house.tables[case.workflow].by_name[case.stage] for case in matter.cases]
    waits = {stage.waits for stage in stages if not stage.final}
    return next(
        (who for who in (Waits.STAFF, Waits.SYSTEMS, Waits.REQUESTER) if who in waits), Waits.NOBODY
    )


def digest(matters: Iterable[Matter], today: date, house: House) -> Digest:
    """The open matters sorted by what the officer must see first."""
    undecided = (row_of_matter(matter, today, house) for matter in matters if not matter.closed)
    # what waits for nobody has been answered, and only rests until no bounce can come
    rows = sorted(
        (row for row in undecided if row.waits != Waits.NOBODY),
        key=lambda row: (row.safe_due, row.number),
    )
    soon = add_working_days(today, SOON)
    rest = [row for row in rows if row.safe_due > soon]
    return Digest(
        overdue=tuple(row for row in rows if row.safe_due < today),
        due_soon=tuple(row for row in rows if today <= row.safe_due <= soon),
        waiting=tuple(row for row in rest if row.waits in {Waits.STAFF, Waits.SYSTEMS}),
    )
