"""The mail servers: whether the mailboxes can be read and filed in, and our mail is taken."""

from collections.abc import Iterator
from datetime import date, timedelta

from bot.bootstrap import imap_address, smtp_address
from bot.checks.remark import Remark, fault, note
from bot.checks.settings import faults_of
from bot.config import Embedded, Mailbox, Settings
from bot.letterbox import LOOK_AGAIN
from bot.shell.mailbox import MailboxUnavailable
from bot.shell.smtp import MailDelayed, SmtpDoor
from bot.shell.survey import Survey, answers, survey

#: how far back mail in folders that the bot does not read is told of
LOOKS_BACK = timedelta(days=30)
_LOOPBACK = "127.0.0.1"


def look_at_servers(settings: Settings, today: date) -> Iterator[Remark]:
    """Every mailbox and the server that takes our mail; the embedded ones only while they run."""
    asleep = _ports_that_sleep(settings.embedded)
    if asleep:
        yield note(
            "the embedded mail server is not running, so nothing was tried on it: it starts with "
            "`rightsbot run`"
        )
    for key, box in settings.mailboxes.items():
        if box.port not in asleep and not faults_of(box.password):
            yield from _mailbox(f"mailboxes.{key}", box, today)
    password = settings.smtp.password
    if settings.smtp.port not in asleep and not (password and faults_of(password)):
        yield from _outgoing(settings)


def _ports_that_sleep(embedded: Embedded) -> frozenset[int]:
    """The ports of the embedded server where it does not answer; a demo has no other server."""
    ports = (embedded.smtp_port, embedded.imap_port) if embedded.enabled else ()
    return frozenset(port for port in ports if not answers(_LOOPBACK, port))


def _mailbox(key: str, box: Mailbox, today: date) -> Iterator[Remark]:
    since = max(box.start_from, today - LOOKS_BACK)
    try:
        found = survey(imap_address(box), box.folder, since)
    except MailboxUnavailable as silence:
        yield fault(
            f"{key}: {silence}; see that host, port, security, user and password are those of the "
            'mailbox, and that the account may make folders (some servers want "INBOX." before '
            "their names)"
        )
        return
    if not found.writable:
        yield fault(
            f"{key}: INBOX opens for reading only, so no request can be moved; give the account "
            "the right to move mail"
        )
    if found.folder_was_made:
        yield note(f'{key}: the folder "{box.folder}" was missing and has been made')
    yield from _lacking(key, box, found)
    if found.elsewhere:
        names = ", ".join(f'"{name}"' for name in found.elsewhere)
        yield note(
            f"{key}: the bot reads INBOX alone, and mail since {since} also lies in {names}; "
            "drag a request that you find there into INBOX"
        )


def _lacking(key: str, box: Mailbox, found: Survey) -> Iterator[Remark]:
    if {"MOVE", "UIDPLUS"} <= found.lacking:
        yield note(
            f"{key}: the server offers neither MOVE nor UIDPLUS, so every request is copied to "
            f'"{box.folder}" and its original stays in INBOX; staff remove it there'
        )
    elif "MOVE" in found.lacking:
        yield note(
            f"{key}: the server offers no MOVE, so a request is copied and its original removed "
            "by number; nothing is to be done"
        )
    if "UIDPLUS" in found.lacking:
        yield note(
            f'{key}: the server offers no UIDPLUS, so the bot takes nothing out of "{box.folder}"; '
            "staff delete the mails of a matter there 30 days after it has ended"
        )
    if "IDLE" in found.lacking:
        yield note(
            f"{key}: the server offers no IDLE, so new mail is looked for every "
            f"{LOOK_AGAIN:.0f} seconds; nothing is to be done"
        )


def _outgoing(settings: Settings) -> Iterator[Remark]:
    door = SmtpDoor(smtp_address(settings.smtp))
    try:
        door.knock()
    except MailDelayed as silence:
        yield fault(
            f"smtp: {silence}; see that host, port, security, user and password are those of the "
            "server that takes your mail"
        )
    finally:
        door.close()
