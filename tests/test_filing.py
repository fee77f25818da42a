"""What was filed in a mailbox goes with its raw mail; server, ledger and workers are real."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from filed_mails import BOX, FOLDER, Drawer, drawer, mail
from imapclient import DELETED
from servers.embedded import Embedded
from servers.people import Peopled

from bot.shell.imap import ImapDoor

HERS = mail(1)
TWIN = "2026-0002"


@pytest.fixture
def anywhere(mailserver: Peopled, tmp_path: Path) -> Iterator[Drawer]:
    """The same on each of the two servers."""
    with drawer(mailserver, tmp_path) as made:
        yield made


@pytest.fixture
def filed(embedded: Embedded, tmp_path: Path) -> Iterator[Drawer]:
    """On the embedded server, with one filed mail of a matter that ends today."""
    with drawer(embedded, tmp_path) as made:
        made.lays(HERS)
        made.closes("2026-0001", HERS)
        yield made


@pytest.mark.law("L82")
@pytest.mark.people("P06")
def test_exactly_the_filed_mail_goes_on_its_day(anywhere: Drawer) -> None:
    """Not a day early; not the INBOX, not a borrowed Message-ID, not what a person marked."""
    nameless, borrowed, marked = mail(2, message_id=""), mail(1, "Nej!"), mail(3)
    anywhere.lays(HERS, borrowed, marked, nameless, HERS)
    anywhere.lays(HERS, mail(4), into="INBOX")
    anywhere.closes("2026-0001", HERS, nameless)
    with anywhere.server.person(BOX, FOLDER) as person:
        person.add_flags(person.search()[2], [DELETED])
    anywhere.night(30)
    assert len(anywhere.left()) == 5
    anywhere.night(31)
    assert anywhere.left() == [borrowed, marked]
    assert anywhere.left("INBOX") == [HERS, mail(4)]
    assert DELETED in anywhere.server.flags(BOX, FOLDER)[1]
    assert (anywhere.filed(), anywhere.waiting()) == (["leave", "leave"], [])


@pytest.mark.people("P24")
def test_what_is_in_dispute_stays_filed(filed: Drawer) -> None:
    """A complaint on day 29 keeps it for as long as it takes."""
    filed.night(29)
    filed.complains()
    filed.night(400)
    assert filed.left() == [HERS]


def test_what_another_matter_still_needs_stays_filed(filed: Drawer) -> None:
    """One mail may belong to two: it goes with the later end."""
    filed.night(10)
    filed.closes(TWIN, HERS)
    filed.night(31)
    assert filed.left() == [HERS]
    filed.night(41)
    assert filed.left() == []


@pytest.mark.people("P06")
def test_what_staff_call_ordinary_is_peoples(filed: Drawer) -> None:
    """Its text is forgotten in the ledger at once; where it lies it stays."""
    filed.forgets("2026-0001")
    filed.night(31)
    assert filed.left() == [HERS]


def test_a_server_that_is_down_is_asked_until_it_answers(filed: Drawer) -> None:
    """However often an effect was given up: each night brings a new one."""
    server = filed.server
    assert isinstance(server, Embedded)
    server.stop()
    filed.night(31)
    filed.night(32)
    assert filed.waiting() == ["unfile:gavle:2026-04-10", "unfile:gavle:2026-04-11"]
    server.start()
    filed.lays(HERS)
    filed.night(33)
    assert (filed.left(), filed.waiting()) == ([], [])


def test_without_uidplus_nothing_is_touched(
    embedded: Embedded, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A plain EXPUNGE takes along what others marked: the log says every night what stays."""
    with drawer(embedded, tmp_path, frozenset({b"UIDPLUS"})) as made:
        made.lays(HERS)
        made.closes("2026-0001", HERS)
        made.night(31)
        made.night(32)
        assert made.left() == [HERS]
        assert embedded.flags(BOX, FOLDER) == [()]
    assert [one for one in said(caplog) if "UIDPLUS" in one] == [
        "mailbox gavle has no UIDPLUS; 1 ended mails stay there"
    ] * 2


def test_a_mail_that_people_took_elsewhere_is_a_line_in_the_log(
    filed: Drawer, caplog: pytest.LogCaptureFixture
) -> None:
    """Once, by the number of the journal and no word of the mail."""
    with filed.server.person(BOX, FOLDER) as person:
        person.move(person.search("ALL"), "INBOX")
    filed.night(31)
    filed.night(32)
    assert said(caplog) == ["mailbox gavle: mail [1] has ended and is not filed"]
    assert filed.left("INBOX") == [HERS]


def test_a_move_that_was_cut_off_is_known_to_be_filed(filed: Drawer) -> None:
    """The mail lay in the folder before the ledger was told: the repeated effect tells it."""
    row = filed.keeps("2026-0001", HERS, filed_as="leave")
    with ImapDoor(filed.server.address(BOX)) as door:
        numbered = door.select().uidvalidity
    filed.files("2026-0001", row, numbered, 99)
    assert filed.filed() == ["move", "move"]


def said(caplog: pytest.LogCaptureFixture) -> list[str]:
    """What the log warns of."""
    return [one.getMessage() for one in caplog.records if one.levelno >= logging.WARNING]
