"""Killed again and again in the middle of a batch of mails, the bot loses none and doubles none."""

import random
import smtplib
import threading
import time
from pathlib import Path

from chaos.killing import (
    BOXES,
    MAILS,
    Victim,
    acknowledged,
    count,
    free_port,
    kill_again_and_again,
    letter,
    matters_by_person,
    sender,
    wait_until_done,
    write_config,
)
from servers.dovecot import PASSWORD, Dovecot
from servers.mta import Mta

from bot.shell.spool import letters


def _everyone_has_one(ledger: Path, mails: list[tuple[str, bytes]]) -> None:
    matters = matters_by_person(ledger)
    assert len(matters) == MAILS
    assert set(matters.values()) == {1}
    ids = acknowledged(mails)
    assert set(ids) == {sender(number) for number in range(MAILS)}
    assert {person: got for person, got in ids.items() if len(got) != 1} == {}


def test_on_dovecot_each_request_has_one_matter_and_one_acknowledgement(
    dovecot: Dovecot, tmp_path: Path
) -> None:
    """A mail is in the journal before the mailbox is told, and an effect keeps its Message-ID."""
    for number in range(MAILS):
        dovecot.deliver(*letter(number))
    chance = random.Random(seed := random.randrange(10**6))
    with Mta() as sink:
        changes = {
            "1143": str(dovecot.imap_port),
            "2525": str(sink.port),
            'password = "demo"': f'password = "{PASSWORD}"',
            "enabled = true": "enabled = false",
        }
        config = write_config(tmp_path, changes)
        ledger = tmp_path / "var" / "ledger.sqlite"
        with Victim(config) as victim:
            tally = kill_again_and_again(victim, ledger, chance)
            victim.start()
            wait_until_done(ledger, lambda: count(ledger, "select count(*) from journal") >= MAILS)
        sent = [(to, env.original_content or b"") for env in sink.taken for to in env.rcpt_tos]
    print(f"seed {seed}; {tally}")
    _everyone_has_one(ledger, sent)


def test_on_the_embedded_server_each_request_has_one_matter_and_one_acknowledgement(
    tmp_path: Path,
) -> None:
    """What got 250 is on the disk, comes back with every start, and is known again."""
    smtp, imap = free_port(), free_port()
    config = write_config(tmp_path, {"2525": str(smtp), "1143": str(imap)})
    chance = random.Random(seed := random.randrange(10**6))
    ledger = tmp_path / "var" / "ledger.sqlite"
    spool = tmp_path / "var" / "spool"
    postman = threading.Thread(target=_hand_in_everything, args=(smtp,), daemon=True)
    with Victim(config) as victim:
        postman.start()
        tally = kill_again_and_again(victim, ledger, chance)
        victim.start()
        postman.join(timeout=60)
        assert not postman.is_alive()
        wait_until_done(ledger, lambda: count(ledger, "select count(*) from matter") >= MAILS)
    own = set(BOXES)
    print(f"seed {seed}; {tally}")
    sent = [(one.recipient, one.raw) for one in letters(spool) if one.recipient not in own]
    _everyone_has_one(ledger, sent)


def _hand_in_everything(port: int) -> None:
    """A mail server before ours: it tries each mail until it gets its 250."""
    for number in range(MAILS):
        box, raw = letter(number)
        end = time.monotonic() + 90
        while time.monotonic() < end:
            try:
                with smtplib.SMTP("127.0.0.1", port, timeout=10) as client:
                    client.sendmail(sender(number), [box], raw)
                break
            except (OSError, smtplib.SMTPException):
                time.sleep(0.05)  # the server is dead just now
