"""When a mail was received, and mails that break the code: the clock is never later."""

from datetime import UTC, date, datetime, timedelta

import pytest
from correspondence import ACCESS, GAVLE, ORDER, START, Correspondence, Tell, flat
from machines import written

from bot.core.vocabulary import Right
from bot.demo.people import KARIN, PER, UNKNOWN
from bot.gather import Arrival, Gatherer
from bot.intake import Intake
from bot.shell.tables import Journal

OURS = "mail.rightsbot.example"
BROKEN = "Hej Åsa"


def stamped(host: str, at: str) -> bytes:
    """Karin's request with a Received line of a host."""
    line = f"from mx.post.example (mx [192.0.2.7]) by {host} with ESMTPS id 1; {at}"
    return written(KARIN.address, "Utdrag", ACCESS, {"Received": line})


@pytest.mark.people("P08")
def test_a_reminder_takes_the_receipt_of_a_mail_that_was_judged_ordinary(tell: Tell) -> None:
    """Sixty days later: the dates count from the first mail, so the matter is overdue at once."""
    story = tell(start=datetime(2026, 2, 3, 8, tzinfo=UTC))
    karin = story.customer(KARIN)
    karin.writes(ORDER, "Fråga om toner")
    assert story.matters() == []
    story.winds(days=60)
    karin.writes(
        "Hej!\n\nPåminnelse: jag har inte fått något svar på mitt mejl. Jag vill ha ett "
        "registerutdrag enligt artikel 15.\n\nMed vänlig hälsning",
        "Påminnelse",
    )
    assert story.matter().due.received == date(2026, 2, 3)
    assert story.matter().due.safe_due == date(2026, 3, 3)


def test_a_reminder_of_a_right_that_is_not_under_way_is_never_dropped(
    story: Correspondence,
) -> None:
    """An open matter of another right does not swallow it: both are answered."""
    karin = story.customer(KARIN)
    karin.writes("Jag vill att ni raderar alla uppgifter ni har om mig.", "Radera")
    karin.writes(
        "Påminnelse: jag har inte fått något svar på min begäran om ett registerutdrag.",
        "Påminnelse",
    )
    asked = {case.right for one in story.matters() for case in story.matter(one).cases}
    assert asked >= {Right.ERASURE, Right.ACCESS}


@pytest.mark.law("L07")
def test_our_own_servers_stamp_counts_when_it_is_earlier(story: Correspondence) -> None:
    """Fetched late, received earlier: the day our server took it."""
    story.puts(stamped(OURS, "Fri, 06 Mar 2026 23:30:00 +0100"), GAVLE, START)
    assert story.matter().due.received == date(2026, 3, 6)


def test_a_foreign_stamp_counts_for_nothing(story: Correspondence) -> None:
    """Anybody can write a Received line."""
    story.puts(stamped("mx.post.example", "Fri, 06 Feb 2026 23:30:00 +0100"), GAVLE, START)
    assert story.matter().due.received == date(2026, 3, 10)


def test_a_stamp_from_the_future_is_never_after_now(story: Correspondence) -> None:
    """Receipt is at the latest now."""
    story.puts(written(KARIN.address, "Utdrag", ACCESS), GAVLE, START + timedelta(days=3))
    assert story.matter().received_at == START


@pytest.mark.law("L07")
def test_the_day_of_receipt_is_a_swedish_day(tell: Tell) -> None:
    """22:30 UTC in July is past midnight here."""
    story = tell(start=datetime(2026, 7, 1, 22, 30, tzinfo=UTC))
    story.customer(KARIN).writes(ACCESS)
    assert story.matter().due.received == date(2026, 7, 2)


@pytest.fixture
def breaking(monkeypatch: pytest.MonkeyPatch) -> None:
    """One mail, known by its subject, breaks the code that reads it."""
    whole = Intake.gather

    def gather(self: Intake, gatherer: Gatherer, row: Journal) -> Arrival:
        arrival = whole(self, gatherer, row)
        if arrival.mail.subject == BROKEN:
            raise LookupError(arrival.mail.text)
        return arrival

    monkeypatch.setattr(Intake, "gather", gather)


@pytest.mark.usefixtures("breaking")
@pytest.mark.law("L04")
def test_a_mail_that_breaks_the_code_is_set_aside_and_reported_once(
    story: Correspondence,
) -> None:
    """The next mails are handled, the clock runs from its receipt, its text is in no log row."""
    play = story.stage.play
    for who, subject in ((PER, "Utdrag"), (UNKNOWN, BROKEN), (KARIN, "Utdrag")):
        play.write(who.address, GAVLE, subject, ACCESS)
    story.settle()
    assert story.column("SELECT state FROM journal ORDER BY id") == [
        "handled",
        "set_aside",
        "handled",
    ]
    assert story.column("SELECT error FROM journal WHERE state = 'set_aside'") == ["LookupError"]
    assert len(story.customer(PER).mail) == len(story.customer(KARIN).mail) == 1
    assert story.customer(UNKNOWN).mail == []
    told = [mail for mail in story.anna.mail if "går inte att läsa" in mail.subject]
    assert len(told) == 1
    story.winds(days=3)
    assert [mail for mail in story.anna.mail if "går inte att läsa" in mail.subject] == told
    aside = story.matter("2026-0002")
    assert aside.due.received == date(2026, 3, 10)
    assert not aside.closed
    assert (BROKEN, False) in story.lies_in(GAVLE)


@pytest.mark.usefixtures("breaking")
def test_a_mail_that_was_set_aside_is_known_again(story: Correspondence) -> None:
    """A rebuilt mailbox shows it anew, and it is neither a second matter nor told again."""
    story.customer(KARIN).writes(ACCESS, BROKEN)
    told = list(story.anna.mail)
    story.stage.rebuild()
    story.settle()
    assert story.matters() == ["2026-0001"]
    assert story.anna.mail == told


@pytest.mark.usefixtures("breaking")
def test_what_was_set_aside_can_be_taken_up_by_staff(story: Correspondence) -> None:
    """KLASSA TILLGÅNG: the matter stays open with its first receipt, in the hands of people."""
    story.customer(KARIN).writes(ACCESS, BROKEN)
    story.winds(days=1)
    story.anna.answers(story.anna.last, "KLASSA TILLGÅNG")
    assert {case.right for case in story.matter().cases} == {None, "access"}
    assert not story.matter().closed
    assert story.matter().due.received == date(2026, 3, 10)
    assert "KLAR" in flat(story.erik.last)
