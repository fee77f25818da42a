"""What becomes of the mails themselves: moved, copied, left, known again."""

from datetime import UTC, date, datetime, timedelta

import pytest
from correspondence import (
    ACCESS,
    BORLANGE,
    GAVLE,
    MORA,
    ORDER,
    PERHAPS,
    START,
    Correspondence,
    Tell,
)
from machines import bounce_of, written

from bot.config import Settings
from bot.demo.people import KARIN, PER, UNKNOWN

FOLDER = "Rättigheter"


@pytest.mark.people("P06")
def test_each_mail_lies_where_people_look_for_it(anywhere: Correspondence) -> None:
    """A request moves; an order with a request is copied, unread; the rest is untouched."""
    story = anywhere
    story.customer(KARIN).writes(ACCESS, "Utdrag")
    story.customer(PER).writes(f"{ORDER}\n\n{ACCESS}", "Order och utdrag")
    story.customer(UNKNOWN).writes(PERHAPS, "Hej igen")
    story.customer("kund@kontor.example").writes(ORDER, "Order")
    assert story.lies_in(GAVLE) == [
        ("Order och utdrag", False),
        ("Hej igen", False),
        ("Order", False),
    ]
    assert story.lies_in(GAVLE, FOLDER) == [("Utdrag", False), ("Order och utdrag", False)]


@pytest.mark.people("P08")
def test_ordinary_mail_leaves_a_trace_and_no_text(anywhere: Correspondence) -> None:
    """Unread where it was; in the ledger only hashes, receipt and verdict; nobody hears of it."""
    story = anywhere
    customer = story.customer("kund@kontor.example")
    customer.writes(ORDER, "Toner till fredag")
    assert story.lies_in(GAVLE) == [("Toner till fredag", False)]
    assert story.mail == []
    [trace] = story.traces()
    assert (trace.verdict, trace.received_at, trace.matter) == ("ordinary", START, None)
    assert trace.last_day == date(2028, 3, 9)
    for _, text in story.cells():
        for word in ("TN-2420", "Toner", "kund@kontor", "post.example"):
            assert word not in text


@pytest.mark.people("P06")
def test_an_order_in_a_later_reply_stays_unread_too(story: Correspondence) -> None:
    """A code and an order in one reply: copied, the original left for those who take orders."""
    karin = story.customer(KARIN)
    karin.writes(ACCESS)
    code = karin.last.text.partition("KOD ")[2][:9]
    karin.answers(karin.last, f"KOD {code}\n\n{ORDER}")
    assert story.matter().level == 1
    assert len(story.lies_in(GAVLE)) == 1
    assert len(story.lies_in(GAVLE, FOLDER)) == 2


@pytest.mark.people("P23")
@pytest.mark.law("L01")
@pytest.mark.law("L07")
def test_the_same_mail_to_two_companies_is_one_matter(story: Correspondence) -> None:
    """Two journal rows, one acknowledgement, the earlier receipt; filed in both boxes."""
    raw = written(KARIN.address, "Utdrag", ACCESS)
    story.receives(raw, GAVLE)
    story.puts(raw, BORLANGE, START - timedelta(days=2))
    assert story.matters() == ["2026-0001"]
    assert len(story.customer(KARIN).mail) == 1
    assert len(story.traces()) == 2
    assert story.matter().due.received == date(2026, 3, 8)
    for box in (GAVLE, BORLANGE):
        assert story.lies_in(box) == []
        assert story.lies_in(box, FOLDER) == [("Utdrag", False)]


def test_a_mail_that_a_person_puts_back_is_left_there(anywhere: Correspondence) -> None:
    """Known again by Message-ID and content; nothing is sent, nothing moved twice."""
    story = anywhere
    story.customer(KARIN).writes(ACCESS, "Utdrag")
    with story.stage.server.person(GAVLE, FOLDER) as client:
        client.move(client.search("ALL"), "INBOX")
    assert story.settle() == []
    story.winds(days=1)
    assert story.lies_in(GAVLE) == [("Utdrag", False)]
    assert story.matters() == ["2026-0001"]


def test_a_mail_that_a_person_drags_in_from_another_box_is_known(story: Correspondence) -> None:
    """Same Message-ID and content in Mora: joined."""
    raw = written(KARIN.address, "Utdrag", ACCESS)
    story.receives(raw, GAVLE)
    assert story.receives(raw, MORA) == []
    assert story.matters() == ["2026-0001"]


def _from_march(settings: Settings) -> Settings:
    boxes = {
        key: box.model_copy(update={"start_from": date(2026, 3, 5)})
        for key, box in settings.mailboxes.items()
    }
    return settings.model_copy(update={"mailboxes": boxes})


@pytest.mark.parametrize("server", ["embedded", "dovecot"])
def test_mail_from_before_the_start_is_never_read(tell: Tell, server: str) -> None:
    """Neither at first nor after the server numbered its mailboxes anew."""
    story = tell(server=server, adjust=_from_march)
    old = written(PER.address, "Gammalt utdrag", ACCESS)
    story.puts(old, GAVLE, datetime(2026, 3, 4, 22, 59, tzinfo=UTC))
    assert story.traces() == []
    story.puts(
        written(KARIN.address, "Utdrag", ACCESS), GAVLE, datetime(2026, 3, 4, 23, tzinfo=UTC)
    )
    assert story.matters() == ["2026-0001"]
    story.stage.rebuild()
    story.settle()
    assert story.matters() == ["2026-0001"]
    assert story.customer(PER).mail == []


@pytest.mark.parametrize("server", ["embedded", "dovecot"])
def test_a_rebuilt_mailbox_is_not_handled_twice(tell: Tell, server: str) -> None:
    """New UIDVALIDITY: nothing is sent or opened again; each request is in its folder once."""
    story = tell(server=server)
    story.customer(KARIN).writes(ACCESS, "Utdrag")
    story.customer(PER).writes(f"{ORDER}\n\n{ACCESS}", "Order och utdrag")
    story.customer("kund@kontor.example").writes(ORDER, "Order")
    sent, matters = len(story.mail), story.matters()
    story.stage.rebuild()
    assert story.settle() == []
    assert (len(story.mail), story.matters()) == (sent, matters)
    assert sorted(story.lies_in(GAVLE, FOLDER)) == [("Order och utdrag", False), ("Utdrag", False)]
    assert sorted(story.lies_in(GAVLE)) == [("Order", False), ("Order och utdrag", False)]


def test_a_second_mail_with_the_same_right_joins(story: Correspondence) -> None:
    """While the matter is open: no second acknowledgement, no second code."""
    karin = story.customer(KARIN)
    karin.writes(ACCESS, "Utdrag")
    story.winds(days=1)
    assert karin.writes(f"{ACCESS}\n\nSnälla svara.", "Utdrag igen", to=MORA) == []
    assert story.matters() == ["2026-0001"]
    assert story.lies_in(MORA, FOLDER) == [("Utdrag igen", False)]


@pytest.mark.parametrize(
    "fields",
    [
        {"Auto-Submitted": "auto-replied"},
        {"Precedence": "bulk", "List-Unsubscribe": "<mailto:ut@lista.example>"},
        {"X-Auto-Response-Suppress": "All", "Auto-Submitted": "auto-generated"},
    ],
)
def test_no_machine_is_answered(story: Correspondence, fields: dict[str, str]) -> None:
    """Automatic replies and newsletters, even with the words of a request in them."""
    story.receives(written("robot@lista.example", "Registerutdrag", ACCESS, fields))
    assert story.customer("robot@lista.example").mail == []


def test_a_bounce_is_not_answered(story: Correspondence) -> None:
    """Neither one of ours nor one of somebody else's."""
    karin = story.customer(KARIN)
    karin.writes(ACCESS)
    story.receives(bounce_of(karin.last))
    assert story.customer("mailer-daemon@mx.post.example").mail == []
    assert len(karin.mail) == 1
