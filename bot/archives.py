"""Mailboxes as registers: the door of the shell behind the shape that the registers know."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

from bot.config import Settings
from bot.config.faults import ConfigError
from bot.registers.by_people import PeopleRegister
from bot.registers.mails.archive import Archive
from bot.registers.mails.mailbox import MailboxRegister
from bot.registers.maps.archive_map import MailboxMap
from bot.registers.opening import open_registers
from bot.registers.records import Register, RegisterUnavailable
from bot.shell.addresses import ImapAddress
from bot.shell.mail_archive import MailArchive
from bot.shell.mailbox import MailboxUnavailable, MailGone


def open_all(settings: Settings) -> dict[str, Register]:
    """Every register of the config, of whatever kind, by its key."""
    archives = {
        name: open_archive(name, box, box.password.reveal)
        for name, box in settings.mail_archives.items()
    }
    by_people = {name: PeopleRegister(name, one) for name, one in settings.people_registers.items()}
    return {**open_registers(settings.registers), **archives, **by_people}


def open_archive(
    name: str,
    box: MailboxMap,
    password: Callable[[], str],
    *,
    door: Callable[[ImapAddress], MailArchive] = MailArchive,
) -> MailboxRegister:
    """The register behind one mailbox. Nothing is connected to before the first gesture.

    `password` is asked for at each login.
    """
    address = ImapAddress(box.host, box.port, box.security, box.user, password)
    return MailboxRegister(name, box, _opening(name, lambda: door(address)))


def _opening(
    name: str, door: Callable[[], MailArchive]
) -> Callable[[], AbstractContextManager[Archive]]:
    @contextmanager
    def opened() -> Iterator[Archive]:
        """What a server says may repeat what it was asked for: its words stay in the shell."""
        try:
            with door() as archive:
                yield archive
        except MailGone:
            what = "a mail was moved while the folders were read; it is tried again"
            raise RegisterUnavailable(name, what) from None
        except MailboxUnavailable as silence:
            what = f"the mail server does not answer as it must ({type(silence).__name__})"
            raise RegisterUnavailable(name, what) from None
        except ConfigError:
            raise RegisterUnavailable(name, "its password cannot be read") from None

    return opened
