"""When something must have happened on the way to the promise, and when somebody is told.

Days are calendar days of Europe/Stockholm; instants are aware, in Swedish time. Closed days are
those of `calendar_se`, the three eves among them.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from bot.core.calendar_se import add_working_days, is_working_day, working_days_before
from bot.core.deadlines import STOCKHOLM, Deadlines

#: working days to the acknowledgement (EDPB 01/2022, 57) and to the identity question (159)
ACK_WITHIN: Final = 1
IDENTITY_WITHIN: Final = 1
#: calendar days (law document, section 2)
DRAFT_AFTER: Final = timedelta(days=10)
ALARM_AFTER: Final = timedelta(days=20)
#: working days before the promise (law document, section 2)
POST_CUTOFF: Final = 5
RED_ALARM: Final = 2
#: Art. 21(3), "no longer be processed"; Art. 18(1): the month is for telling, not for the act
MARKETING_BLOCK: Final = timedelta(hours=24)
RESTRICTION_WITHIN: Final = 1
#: working days between the approval of an erasure and the erasure (P02)
GRACE: Final = 3
#: working days after which an unanswered prompt goes to deputies, then to another company (P13)
PASS_ON_AFTER: Final = (2, 4)
#: working days after which a recipient is reminded, reminded again, and given to staff (P25)
RECIPIENT_AFTER: Final = (5, 10, 15)

MORNING: Final = time(9)
LAST_CALL: Final = time(14)
CLOSE: Final = time(15)


@dataclass(frozen=True)
class Milestones:
    """The dates of one request. `overdue` and `unproved_closes` are aware, in Swedish time.

    `draft` and `human_alarm` are D+10 and D+20 as they fall, also on a closed day: `morning` says
    when people hear of them.
    """

    ack_due: date
    identity_question_due: date
    draft: date
    human_alarm: date
    post_cutoff: date
    red_alarm: date
    unproved_closes: datetime
    overdue: datetime


@dataclass(frozen=True)
class Grace:
    """The days in which an approved erasure can still be stopped.

    `ends` is its last day, `over` the aware instant on it when the erasure begins; `shortened`
    when fewer than three working days were left (the customer is told so).
    """

    ends: date
    over: datetime
    shortened: bool


def milestones(dates: Deadlines) -> Milestones:
    """Every milestone of a request with these dates; an extension moves none of them (L16)."""
    red = working_days_before(dates.safe_due, RED_ALARM)
    return Milestones(
        ack_due=add_working_days(dates.received, ACK_WITHIN),
        identity_question_due=add_working_days(dates.received, IDENTITY_WITHIN),
        draft=dates.received + DRAFT_AFTER,
        human_alarm=dates.received + ALARM_AFTER,
        post_cutoff=working_days_before(dates.safe_due, POST_CUTOFF),
        red_alarm=red,
        # one minute for everybody, so that its time tells nothing of who is known (P11)
        unproved_closes=_at(red, CLOSE),
        # a promise without a human act is owned up to the same afternoon (P13)
        overdue=_at(dates.safe_due, CLOSE),
    )


def extension_stands(notice_accepted_on: date | None, dates: Deadlines) -> bool:
    """Whether an extension is valid: its notice was accepted by `safe_due` (Art. 12(3), L11).

    None, no notice or none accepted, never is; one day late is void.
    """
    return notice_accepted_on is not None and notice_accepted_on <= dates.safe_due


def working_due(dates: Deadlines, notice_accepted_on: date | None = None) -> date:
    """The day worked towards: `safe_ext` under a valid extension, else `safe_due`."""
    return dates.safe_ext if extension_stands(notice_accepted_on, dates) else dates.safe_due


def refusal_due(dates: Deadlines) -> date:
    """The last day of a refusal: `safe_due`, extended or not.

    Art. 12(4): "at the latest within one month of receipt of the request"; EDPB 01/2022, 157.
    """
    return dates.safe_due


def grace(today: date, safe_due: date) -> Grace:
    """Three working days from an approval given today, never past `safe_due`.

    Where the promise is already broken nothing is gained by haste, so the three days are whole.
    """
    whole = add_working_days(today, GRACE)
    ends = whole if today > safe_due else min(whole, safe_due)
    hour = LAST_CALL if ends == today else MORNING
    return Grace(ends=ends, over=_at(ends, hour), shortened=ends < whole)


def marketing_block_due(received: datetime) -> datetime:
    """24 hours after an aware instant of receipt, in UTC."""
    return received.astimezone(UTC) + MARKETING_BLOCK


def restriction_due(since: date) -> date:
    """One working day after the day on which the writer was known well enough to restrict."""
    return add_working_days(since, RESTRICTION_WITHIN)


def pass_on(asked: date) -> tuple[datetime, datetime]:
    """When a prompt put on a day goes to deputies, and when to another company (P13)."""
    first, second = (morning(add_working_days(asked, days)) for days in PASS_ON_AFTER)
    return first, second


def recipient_reminders(told: date) -> tuple[datetime, datetime, datetime]:
    """When a silent recipient is reminded, reminded again, and given to staff (Art. 19)."""
    first, second, third = (morning(add_working_days(told, days)) for days in RECIPIENT_AFTER)
    return first, second, third


def morning(day: date) -> datetime:
    """09:00 Swedish time on a day, or on the last working day before it where it is closed."""
    return _at(day if is_working_day(day) else working_days_before(day, 1), MORNING)


def _at(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, tzinfo=STOCKHOLM)
