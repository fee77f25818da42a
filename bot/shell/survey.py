"""A look at a mail server before the work begins: nothing is read, one folder may be made."""

import contextlib
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from imapclient import IMAPClient, SocketTimeout
from imapclient.exceptions import IMAPClientError

from bot.shell.addresses import ImapAddress
from bot.shell.imap_line import ImapLine

#: what the house can do without, and what of it a server may lack
WISHED = ("MOVE", "UIDPLUS", "IDLE")
#: folders whose mail was never received, was thrown away, or stands elsewhere too (RFC 6154)
_OWN_MAIL = {rb"\sent", rb"\drafts", rb"\trash", rb"\all", rb"\noselect", rb"\nonexistent"}


@dataclass(frozen=True)
class Survey:
    """A mailbox as it was found. `elsewhere` are the folders besides that hold later mail."""

    writable: bool
    lacking: frozenset[str]
    folder_was_made: bool
    elsewhere: tuple[str, ...]


def survey(address: ImapAddress, folder: str, since: date) -> Survey:
    """Log in, open INBOX, make the folder where it is missing, and see where mail lies.

    `since`: mail in other folders counts from this day of the server's. MailboxUnavailable.
    """
    line = ImapLine(address, SocketTimeout(connect=10, read=30))
    line.open()
    try:
        with line.reach("opening INBOX"):
            opened = line.client.select_folder("INBOX")
        with line.reach(f'making the folder "{folder}"'):
            made = _make(line.client, folder)
        with line.reach("looking into the other folders"):
            elsewhere = tuple(_holding_mail(line.client, folder, since))
            lacking = {word for word in WISHED if not line.client.has_capability(word)}
    finally:
        line.close()
    return Survey(b"READ-ONLY" not in opened, frozenset(lacking), made, elsewhere)


def answers(host: str, port: int) -> bool:
    """Whether anybody takes a connection there."""
    try:
        with socket.create_connection((host, port), timeout=2):
            return True
    except OSError:
        return False


def _make(client: IMAPClient, folder: str) -> bool:
    if client.folder_exists(folder):
        return False
    client.create_folder(folder)
    client.subscribe_folder(folder)
    return True


def _holding_mail(client: IMAPClient, folder: str, since: date) -> Iterator[str]:
    for flags, _, name in client.list_folders():
        ours = name == folder or name.upper() == "INBOX"
        if ours or _OWN_MAIL.intersection(flag.lower() for flag in flags):
            continue
        with contextlib.suppress(IMAPClientError):  # a folder that only others may open
            client.select_folder(name, readonly=True)
            if client.search(["SINCE", since]):
                yield name
