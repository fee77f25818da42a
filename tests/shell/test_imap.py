"""What holds for a mailbox, on a real Dovecot and on the embedded server alike."""

import threading
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from imapclient import DELETED, SEEN
from servers.people import Peopled

from bot.shell.imap import ImapDoor, MailGone, Moved

BOX = "info.gavle@allkontor.example"
FOLDER = "Rättigheter"
START = datetime(2026, 1, 1, tzinfo=UTC)
ARRIVAL = datetime(2026, 3, 5, 8, 0, tzinfo=UTC)
WITHOUT_MOVE = frozenset({b"MOVE"})
WITHOUT_BOTH = frozenset({b"MOVE", b"UIDPLUS"})


def mail(number: int, body: str = "Hej!") -> bytes:
    """One small mail with a Message-ID of its own."""
    head = f"From: kund@example.org\r\nMessage-ID: <{number}@example.org>\r\nSubject: nr {number}"
    return f"{head}\r\n\r\n{body}\r\n".encode()


def door(server: Peopled, **choices: Any) -> ImapDoor:  # noqa: ANN401 - handed on as they are
    """The bot's door to the mailbox of the test."""
    return ImapDoor(server.address(BOX), **choices)


def uids(opened: ImapDoor, after: int = 0) -> list[int]:
    """The UIDs of what came after a UID."""
    return [stub.uid for stub in opened.later_than(after, START)]


def test_a_fetched_mail_is_whole_and_stays_unread(mailserver: Peopled) -> None:
    """Fetching gives every byte and leaves no mark in the mailbox."""
    mailserver.append(BOX, mail(1), ARRIVAL)
    with door(mailserver) as opened:
        opened.select()
        (stub,) = opened.later_than(0, START)
        assert opened.fetch(stub.uid) == mail(1)
        assert stub.size == len(mail(1))
    assert mailserver.flags(BOX) == [()]


def test_a_mail_that_has_gone_is_told_apart_from_a_fault(mailserver: Peopled) -> None:
    """A mail that a person took away raises MailGone, whatever is asked of it."""
    mailserver.append(BOX, mail(1), ARRIVAL)
    with door(mailserver) as opened:
        opened.select()
        (uid,) = uids(opened)
        opened.ensure_folder(FOLDER)
        opened.move(uid, FOLDER)
        for ask in (opened.fetch, lambda uid: opened.move(uid, FOLDER)):
            with pytest.raises(MailGone):
                ask(uid)


def test_only_later_mail_is_found(mailserver: Peopled) -> None:
    """`UID n+1:*` names the last mail when none is newer; it is not found twice."""
    for number in range(3):
        mailserver.append(BOX, mail(number), ARRIVAL)
    with door(mailserver) as opened:
        opened.select()
        first, second, third = uids(opened)
        assert first < second < third
        assert uids(opened, after=first) == [second, third]
        assert uids(opened, after=third) == []


def test_a_mail_is_found_by_the_next_look(mailserver: Peopled) -> None:
    """Without any wait: a server shows new mail only after the command in which it learnt of it."""
    with door(mailserver) as opened:
        opened.select()
        for number in range(1, 4):
            mailserver.deliver(BOX, mail(number))
            assert len(uids(opened)) == number


@pytest.mark.people("P06")
def test_mail_from_before_the_start_is_never_found(mailserver: Peopled) -> None:
    """What came in a second before `start_from` does not exist for the bot."""
    local = START.astimezone(tz=None)
    for at in (START - timedelta(days=400), START - timedelta(seconds=1), local):
        mailserver.append(BOX, mail(1), at)
    with door(mailserver) as opened:
        opened.select()
        (stub,) = opened.later_than(0, START)
        assert stub.internaldate == START


def test_an_internaldate_is_told_in_utc(mailserver: Peopled) -> None:
    """The time zone in which the server writes a receipt does not move the receipt."""
    late = datetime.fromisoformat("2026-03-05T23:30:00-08:00")
    mailserver.append(BOX, mail(1), late)
    with door(mailserver) as opened:
        opened.select()
        (stub,) = opened.later_than(0, START)
        assert stub.internaldate == late
        assert stub.internaldate.utcoffset() == timedelta(0)


def test_nothing_is_lost_when_uidvalidity_changes(mailserver: Peopled) -> None:
    """A renumbered mailbox says so, and a look from the beginning finds every mail again."""
    for number in range(3):
        mailserver.deliver(BOX, mail(number))
    with door(mailserver) as opened:
        before = opened.select()
        seen = {opened.fetch(uid) for uid in uids(opened)}
    mailserver.renumber()
    with door(mailserver) as opened:
        assert opened.select().uidvalidity != before.uidvalidity
        assert {opened.fetch(uid) for uid in uids(opened)} == seen
        assert len(seen) == 3


@pytest.mark.parametrize("without", [frozenset(), WITHOUT_MOVE], ids=["MOVE", "UIDPLUS"])
def test_a_moved_mail_is_away_and_unread_in_its_folder(
    mailserver: Peopled, without: frozenset[bytes]
) -> None:
    """MOVE, and COPY with UID EXPUNGE where it is missing, do the same."""
    mailserver.append(BOX, mail(1), ARRIVAL)
    with door(mailserver, without=without) as opened:
        opened.select()
        opened.ensure_folder(FOLDER)
        (uid,) = uids(opened)
        assert opened.move(uid, FOLDER) is Moved.AWAY
        assert uids(opened) == []
        opened.select(FOLDER)
        (stub,) = opened.later_than(0, START)
        assert stub.internaldate == ARRIVAL
        assert opened.fetch(stub.uid) == mail(1)
    assert mailserver.flags(BOX, FOLDER) == [()]


def test_without_move_and_uidplus_the_original_stays_unread(mailserver: Peopled) -> None:
    """Where nothing can be expunged safely, the mail is copied and its original left alone."""
    mailserver.append(BOX, mail(1), ARRIVAL)
    with door(mailserver, without=WITHOUT_BOTH) as opened:
        opened.select()
        opened.ensure_folder(FOLDER)
        (uid,) = uids(opened)
        assert opened.move(uid, FOLDER) is Moved.STAYED
        assert uids(opened) == [uid]
    assert mailserver.flags(BOX) == [()]
    assert mailserver.flags(BOX, FOLDER) == [()]


@pytest.mark.parametrize("without", [frozenset(), WITHOUT_MOVE], ids=["MOVE", "UIDPLUS"])
def test_a_mail_that_a_person_marked_deleted_survives_a_move(
    mailserver: Peopled, without: frozenset[bytes]
) -> None:
    """Our expunge names our mail; a person's deleted mail stays until the person expunges."""
    mailserver.append(BOX, mail(1), ARRIVAL)
    mailserver.append(BOX, mail(2), ARRIVAL)
    with door(mailserver, without=without) as opened, mailserver.person(BOX) as person:
        opened.select()
        opened.ensure_folder(FOLDER)
        ours, theirs = uids(opened)
        person.add_flags([theirs], [DELETED])
        opened.move(ours, FOLDER)
        assert uids(opened) == [theirs]
    assert mailserver.flags(BOX) == [(DELETED,)]


def test_a_copied_mail_leaves_its_original_as_it_was(mailserver: Peopled) -> None:
    """A mixed mail is copied; in INBOX it is still unread."""
    mailserver.append(BOX, mail(1), ARRIVAL)
    with door(mailserver) as opened:
        opened.select()
        opened.ensure_folder(FOLDER)
        opened.copy(uids(opened)[0], FOLDER)
        assert len(uids(opened)) == 1
    assert mailserver.flags(BOX) == [()]
    assert mailserver.flags(BOX, FOLDER) == [()]


def test_a_folder_is_made_once(mailserver: Peopled) -> None:
    """A name beyond ASCII is made, found again, and not made twice."""
    with door(mailserver) as opened:
        opened.ensure_folder(FOLDER)
        opened.ensure_folder(FOLDER)
    with mailserver.person(BOX) as person:
        assert [name for _, _, name in person.list_folders()].count(FOLDER) == 1
        assert FOLDER in [name for _, _, name in person.list_sub_folders()]


@pytest.mark.parametrize(
    "known", ["1@example.org", None, 'not "here"@example.org', "å@example.org"]
)
def test_a_folder_knows_its_mail_again(mailserver: Peopled, known: str | None) -> None:
    """By Message-ID or, where that does not help, by size; the content decides."""
    mailserver.append(BOX, mail(1), ARRIVAL)
    with door(mailserver) as opened:
        opened.select()
        opened.ensure_folder(FOLDER)
        (uid,) = uids(opened)
        size = len(mail(1))
        assert not opened.holds(FOLDER, known, size, mail(1).__eq__)
        opened.copy(uid, FOLDER)
        assert opened.holds(FOLDER, known, size, mail(1).__eq__)
        assert not opened.holds(FOLDER, known, size, mail(2).__eq__)
        assert uids(opened) == [uid]
    assert mailserver.flags(BOX, FOLDER) == [()]


def test_a_folder_that_is_missing_holds_nothing(mailserver: Peopled) -> None:
    """Asking about a folder that was never made is answered with no."""
    with door(mailserver) as opened:
        opened.select()
        assert not opened.holds(FOLDER, "1@example.org", 10, lambda _: True)


def test_a_read_mail_can_be_made_unread(mailserver: Peopled) -> None:
    """What was read by mistake is given back."""
    mailserver.append(BOX, mail(1), ARRIVAL)
    with door(mailserver) as opened, mailserver.person(BOX) as person:
        opened.select()
        (uid,) = uids(opened)
        person.add_flags([uid], [SEEN])
        opened.restore_unread(uid)
    assert mailserver.flags(BOX) == [()]


def test_a_new_mail_ends_the_wait(mailserver: Peopled) -> None:
    """IDLE hears of a mail long before the wait would have ended."""
    with door(mailserver) as opened:
        opened.select()
        sender = threading.Timer(0.2, mailserver.deliver, (BOX, mail(1)))
        sender.start()
        assert opened.wait(20)
        sender.join()
        assert len(uids(opened)) == 1


def test_a_mail_from_before_the_wait_is_found_after_it(mailserver: Peopled) -> None:
    """A mail between the last look and the wait is hinted at or at least found."""
    with door(mailserver) as opened:
        opened.select()
        assert uids(opened) == []
        mailserver.deliver(BOX, mail(1))
        assert opened.wait(20)
        assert len(uids(opened)) == 1


@pytest.mark.parametrize("without", [frozenset(), frozenset({b"IDLE"})], ids=["IDLE", "no IDLE"])
def test_a_stop_ends_the_wait(mailserver: Peopled, without: frozenset[bytes]) -> None:
    """A shutdown does not wait for the wait."""
    stop = threading.Event()
    with door(mailserver, stop=stop, without=without) as opened:
        opened.select()
        threading.Timer(0.1, stop.set).start()
        begun = datetime.now(UTC)
        assert not opened.wait(30)
        assert datetime.now(UTC) - begun < timedelta(seconds=5)
