from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from core.roads import proved, rested, to_erased, to_grace
from core.worlds import NOW, Story, house
from hypothesis import given
from hypothesis import strategies as st

from bot.core.deadlines import STOCKHOLM
from bot.core.digest import Digest, digest, row_of_matter
from bot.core.events import Event, Finding
from bot.core.matter import Matter
from bot.core.vocabulary import Extension, Right, Waits

HOME = house()
TODAY = date(2026, 3, 5)


def matter(right: Right, number: str = "2026-0001", received: datetime = NOW) -> Matter:
    """An open matter of one right, received then."""
    story = Story()
    story.begin(right)
    return replace(story.matter, number=number, received_at=received)


def waiting(right: Right) -> Waits | str:
    """For whom a fresh matter of a right is said to wait."""
    return row_of_matter(matter(right), TODAY, HOME).waits


def test_a_row_has_numbers_and_dates_alone() -> None:
    """Received 5 March: the promise and the law's last day are 2 April and 7 April."""
    row = row_of_matter(matter(Right.HUMAN_ONLY), TODAY, HOME)
    assert (row.number, row.rights) == ("2026-0001", ("human_only",))
    assert (row.received, row.safe_due) == (TODAY, date(2026, 4, 2))
    assert row.legal_due == date(2026, 4, 7)
    assert row.days_left == (row.safe_due - TODAY).days


def test_nothing_to_say_is_said_by_no_mail() -> None:
    """No matter, closed matters, and such as wait for their requester with time left."""
    asked = matter(Right.ACCESS)
    late = replace(matter(Right.HUMAN_ONLY), closed=True)
    said = digest([asked, late], TODAY, HOME)
    assert said == Digest()
    assert not said.has_something_to_say
    assert not digest([], TODAY, HOME).has_something_to_say


def test_what_waits_for_staff_or_systems_is_told_while_there_is_time() -> None:
    """A matter of the requester's own pace is not."""
    assert waiting(Right.ACCESS) is Waits.REQUESTER
    assert waiting(Right.HUMAN_ONLY) is Waits.STAFF
    assert waiting(Right.OBJECTION_MARKETING) is Waits.SYSTEMS
    open_ones = [matter(right) for right in (Right.HUMAN_ONLY, Right.OBJECTION_MARKETING)]
    assert [row.waits for row in digest(open_ones, TODAY, HOME).waiting] == ["staff", "systems"]


def test_a_matter_waits_for_staff_if_any_case_of_it_does() -> None:
    """The requester's code in one case hides no prompt in another."""
    story = Story()
    story.begin(Right.ACCESS, Right.COMPLAINT)
    assert row_of_matter(story.matter, TODAY, HOME).waits is Waits.STAFF


@pytest.mark.parametrize(
    ("today", "part"),
    [
        (date(2026, 3, 25), "waiting"),
        (date(2026, 3, 26), "due_soon"),
        (date(2026, 4, 2), "due_soon"),
        (date(2026, 4, 3), "overdue"),
    ],
)
def test_a_matter_comes_nearer_day_by_day(today: date, part: str) -> None:
    """Soon is five working days before the promise; overdue is the day after it."""
    said = digest([matter(Right.HUMAN_ONLY)], today, HOME)
    assert [name for name in ("overdue", "due_soon", "waiting") if getattr(said, name)] == [part]


@pytest.mark.law("L12")
def test_an_extended_matter_is_late_when_the_longer_time_is_over() -> None:
    """Received 5 March, extended in time: the officer reads of 5 June, not of 2 April."""
    sent = date(2026, 3, 20)
    one = replace(matter(Right.ACCESS), extended=Extension.COMPLEX, extension_sent=sent)
    assert row_of_matter(one, TODAY, HOME).safe_due == one.due.safe_ext == date(2026, 6, 5)
    assert not digest([one], date(2026, 4, 3), HOME).overdue
    assert digest([one], date(2026, 6, 6), HOME).overdue
    void = replace(one, extension_sent=date(2026, 4, 3))
    assert digest([void], date(2026, 4, 3), HOME).overdue


@pytest.mark.law("L59")
def test_what_rests_before_an_erasure_is_not_answered() -> None:
    """The days of grace wait for nobody, and are late all the same when the promise is over."""
    story = proved(Right.ERASURE)
    to_grace(story)
    assert row_of_matter(story.matter, TODAY, HOME).waits is Waits.NOBODY
    assert digest([story.matter], date(2026, 4, 3), HOME).overdue


@pytest.mark.people("P25")
def test_a_silent_recipient_makes_no_answered_matter_late() -> None:
    """Staff have something to do, and the customer has had her answer."""
    story = proved(Right.ERASURE)
    to_grace(story)
    to_erased(story)
    rested(story)
    long_after = date(2026, 6, 1)
    assert not digest([story.matter], long_after, HOME).has_something_to_say
    for _ in range(3):
        story.ring(story.dates(Event.RECIPIENT_DUE)[-1])
    said = digest([story.matter], long_after, HOME)
    assert [row.waits for row in said.waiting] == [Waits.STAFF]
    assert not said.overdue


received = st.datetimes(datetime(2025, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001 - the strategy adds the zone
some_rights = st.sampled_from((Right.ACCESS, Right.HUMAN_ONLY, Right.OBJECTION_MARKETING))
MATTERS = {right: matter(right) for right in Right}


@st.composite
def matters(draw: st.DrawFn) -> list[Matter]:
    """Some matters, open and closed."""
    drawn = draw(st.lists(st.tuples(some_rights, received, st.booleans()), max_size=8))
    return [
        replace(MATTERS[right], number=f"2026-{n:04d}", received_at=at, closed=closed)
        for n, (right, at, closed) in enumerate(drawn)
    ]


@given(matters(), st.dates(date(2025, 1, 1), date(2028, 3, 1)))
def test_every_open_matter_that_is_late_is_in_overdue(some: list[Matter], today: date) -> None:
    """By one day or by many, whoever it waits for; none stands in two parts, each is sorted."""
    said = digest(some, today, HOME)
    late = {one.number for one in some if not one.closed and one.due.safe_due < today}
    assert {row.number for row in said.overdue} == late
    rows = [*said.overdue, *said.due_soon, *said.waiting]
    assert len({row.number for row in rows}) == len(rows)
    for part in (said.overdue, said.due_soon, said.waiting):
        assert list(part) == sorted(part, key=lambda row: (row.safe_due, row.number))


@given(received)
def test_a_matter_is_late_the_day_after_its_promise(at: datetime) -> None:
    """Not on the day itself."""
    one = replace(MATTERS[Right.ACCESS], received_at=at)
    due = one.due.safe_due
    assert at.astimezone(STOCKHOLM).date() < due
    assert digest([one], due + timedelta(days=1), HOME).overdue
    assert not digest([one], due, HOME).overdue


def test_a_code_that_lapsed_brings_the_matter_to_staff() -> None:
    """From the requester's pace to a row that is told."""
    story = Story()
    story.begin(Right.ACCESS)
    story.ring(story.dates(Event.CODE_LAPSED)[0])
    assert [row.waits for row in digest([story.matter], TODAY, HOME).waiting] == [Waits.STAFF]


def test_a_human_branch_waits_for_staff() -> None:
    """Whatever the registers found."""
    story = Story()
    story.begin(Right.ACCESS)
    story.code_back()
    story.looked_up(Finding.SHARED)
    assert row_of_matter(story.matter, TODAY, HOME).waits is Waits.STAFF
