"""Whom of staff a question goes to, and who may not be asked it."""

from collections.abc import Iterable

from bot.core.house import Colleague, House
from bot.core.matter import Matter
from bot.core.vocabulary import Mail

#: who has said yes already is not asked these
SECOND = frozenset({Mail.SECOND, Mail.RETENTION_SECOND})


def whom_to_ask(matter: Matter, house: House, mail: Mail, case: int) -> tuple[Colleague, ...]:
    """The owner's staff; deputies and another company's where those alone may not answer."""
    candidates = (
        house.staff_of(matter.company),
        house.others_for(matter.company, 1),
        house.others_for(matter.company, 2),
    )
    asked: tuple[Colleague, ...] = ()
    for people in candidates:
        allowed = without_the_barred(matter, mail, case, people)
        asked += tuple(one for one in allowed if one not in asked)
        # a second approval needs a decider among all who approve
        able = (*matter.case(case).approvers, *(one.id for one in asked))
        if asked and (mail not in SECOND or house.has_decider(able)):
            return asked
    return asked or candidates[0]


def without_the_barred(
    matter: Matter, mail: Mail, case: int, people: Iterable[Colleague]
) -> tuple[Colleague, ...]:
    """A complaint goes to others than those who decided (P24), a second look to a second pair.

    Whoever identified her approves nothing (P09); who may say what is for `decide` to hold.
    """
    barred: tuple[str, ...] = ()
    if mail is Mail.APPROVE:
        barred = matter.seen_by
    elif mail is Mail.COMPLAINT:
        barred = matter.decided_before
    elif mail in SECOND:
        barred = (*matter.case(case).approvers, *matter.seen_by)
    return tuple(person for person in people if person.id not in barred)
