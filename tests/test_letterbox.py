"""A mailbox is read whatever the line does: the cursor is ours, IDLE is only a hint."""

import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest
from servers.dovecot import Dovecot

from bot.letterbox import Letterbox
from bot.shell.clock import RealClock
from bot.shell.engine import migrate, open_engine
from bot.shell.imap import ImapDoor
from bot.shell.journal import Hall
from bot.shell.keys import Keys

GAVLE = "info.gavle@allkontor.example"
SOON = 30.0


def letter(number: int) -> bytes:
    """One small mail."""
    mail = EmailMessage()
    mail["From"] = f"kund{number}@post.example"
    mail["Subject"] = str(number)
    mail["Message-ID"] = f"<{number}@post.example>"
    mail.set_content("Hej")
    return mail.as_bytes()


@pytest.fixture
def watch(dovecot: Dovecot, tmp_path: Path) -> Iterator[Callable[[], threading.Event]]:
    """Starts the watcher; the event that comes back is set at each new mail."""
    engine = open_engine(f"sqlite:///{tmp_path}/ledger.sqlite")
    migrate(engine)
    stop, new = threading.Event(), threading.Event()
    box = Letterbox(
        "gavle",
        lambda: ImapDoor(dovecot.address(GAVLE), stop=stop),
        Hall(engine, Keys(bytes(32)), {}),
        datetime(2020, 1, 1, tzinfo=UTC),
        RealClock(),
    )
    thread = threading.Thread(target=box.watch, args=(stop, new.set))

    def begin() -> threading.Event:
        thread.start()
        return new

    yield begin
    stop.set()
    thread.join(SOON)
    assert not thread.is_alive()
    engine.dispose()


def test_a_server_that_dies_and_comes_back_loses_no_mail(
    dovecot: Dovecot, watch: Callable[[], threading.Event]
) -> None:
    """The watcher opens a new line after a pause, and goes on from its cursor."""
    dovecot.deliver(GAVLE, letter(1))
    new = watch()
    assert new.wait(SOON)
    new.clear()
    dovecot.stop()
    dovecot.start()
    dovecot.deliver(GAVLE, letter(2))
    assert new.wait(SOON)
