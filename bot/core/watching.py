"""The dates of a case: when it is looked at again unless it has moved on."""

from datetime import datetime, time, timedelta

from bot.core.calendar_se import add_working_days, next_working_day
from bot.core.deadlines import STOCKHOLM
from bot.core.events import Event
from bot.core.milestones import CLOSE, grace, milestones
from bot.core.orders import LETTER_CODE_LIVES, POST_TAKES, Orders

#: working days in which a bounce of an accepted answer would have come
BOUNCE_TAKES = 1
#: a restriction, or evidence kept in dispute, is looked at again after this long
REVIEW_AFTER = timedelta(days=90)
#: a request that was taken back can be taken up again (P12)
WITHDRAWAL_LASTS = timedelta(days=30)
#: so long staff can stop a retention run that two of them approved (P03)
RETENTION_WAITS = timedelta(days=7)


def watch_letter(orders: Orders, _case: int, _reason: str) -> None:
    """The letter code lives so long from the day of posting."""
    lapses = orders.now + LETTER_CODE_LIVES
    orders.wake(Event.LETTER_CODE_LAPSED, lapses, orders.matter.letter_code)


def watch_quiet(orders: Orders, case: int, _reason: str) -> None:
    """Until then a bounce, or the letter that opens the file, may still be on its way."""
    quiet = add_working_days(orders.today, BOUNCE_TAKES)
    if orders.matter.posted_on is not None:
        quiet = max(quiet, add_working_days(orders.matter.posted_on, POST_TAKES))
    end = datetime.combine(quiet, time(23, 59), tzinfo=STOCKHOLM)
    orders.watch(Event.QUIET_OVER, case, end)


def watch_grace(orders: Orders, case: int, _reason: str) -> None:
    """Three working days, fewer where the promised day is near; later on that same day at least."""
    over = grace(orders.today, orders.matter.promised).over
    orders.watch(Event.GRACE_OVER, case, max(over, orders.now))


def watch_retention(orders: Orders, case: int, _reason: str) -> None:
    """Seven days between the second yes to a retention run and the run itself (P03)."""
    orders.watch(Event.GRACE_OVER, case, orders.now + RETENTION_WAITS)


def watch_closing(orders: Orders, case: int, _reason: str) -> None:
    """The same minute for everybody; where that has passed, the next working day's (P11)."""
    closes = milestones(orders.matter.due).unproved_closes
    if closes <= orders.now:
        day = next_working_day(orders.today)
        closes = datetime.combine(day, CLOSE, tzinfo=STOCKHOLM)
    orders.watch(Event.UNPROVED_CLOSES, case, closes)


def watch_review(orders: Orders, case: int, _reason: str) -> None:
    """A restriction, or evidence in dispute, is looked at again."""
    orders.watch(Event.REVIEW_DUE, case, orders.now + REVIEW_AFTER)


def watch_withdrawal(orders: Orders, case: int, _reason: str) -> None:
    """Until then the request can be taken up again."""
    orders.watch(Event.WITHDRAWAL_FINAL, case, orders.now + WITHDRAWAL_LASTS)
