"""A mailbox of 300 mails of invented people in odd folders, and its map."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from random import Random
from typing import Any

from servers.people import Peopled

from bot.archives import open_archive
from bot.registers.mails.mailbox import MailboxRegister
from bot.registers.maps.archive_map import MailboxMap
from bot.shell.addresses import ImapAddress
from bot.shell.mail_archive import MailArchive

BOX = "info.gavle@allkontor.example"
KARIN = "karin.ek@post.example"
NILS = "nils.berg@post.example"
PEOPLE = (KARIN, NILS, "karin.eklund@post.example", "ek@post.example", "siri@gran.example")
OWN = "Rättigheter"
ODD = "Kunder/Åre & Östersund"
INVOICES = "Bokföring"
FOLDERS = ("Sent", OWN, ODD, INVOICES, "Trash")
FIRST = datetime(2024, 1, 2, 8, tzinfo=UTC)
NOW = datetime(2026, 3, 5, 9, tzinfo=UTC)

Laid = tuple[str, bytes, datetime]
"""A mail as it is laid into the mailbox: folder, bytes, INTERNALDATE."""


def letter(number: int, sender: str, to: str, text: str, **more: str) -> bytes:
    """One mail with a Message-ID of its own; further fields by name, `_` for a hyphen."""
    mail = EmailMessage()
    mail["From"], mail["To"] = sender, to
    mail["Message-ID"] = f"<{number}@post.example>"
    fields = {"Subject": f"Ärende {number}"} | {k.replace("_", "-"): v for k, v in more.items()}
    for name, value in fields.items():
        mail[name] = value
    mail.set_content(text)
    return mail.as_bytes()


@dataclass(frozen=True)
class Town:
    """What was laid out: by person the planted words of the mails that are hers."""

    mails: tuple[Laid, ...]
    planted: dict[str, frozenset[str]]


def town(count: int = 300) -> Town:
    """`count` mails, each of one person and with a word that stands nowhere else."""
    draw = Random(20)
    mails: list[Laid] = []
    planted: dict[str, set[str]] = {one: set() for one in PEOPLE}
    for number in range(count):
        person, word = draw.choice(PEOPLE), f"planterat{number:04}ord"
        planted[person].add(word)
        shown = draw.choice((person, f'"Ek, Karin" <{person}>', f"Åsa <{person.upper()}>"))
        folder = draw.choice(("INBOX", *FOLDERS[:3], "Trash"))
        sender, to = (BOX, shown) if folder == "Sent" else (shown, BOX)
        raw = letter(number, sender, to, f"Hej! {word} bästa hälsningar")
        mails.append((folder, raw, FIRST + timedelta(hours=number)))
    return Town(tuple(mails), {one: frozenset(words) for one, words in planted.items()})


def lay(server: Peopled, mails: tuple[Laid, ...]) -> None:
    """Make the folders and lay the mails into them, unread."""
    with server.person(BOX) as person:
        there = {name for _, _, name in person.list_folders()}
        for folder in FOLDERS:
            if folder not in there:
                person.create_folder(folder)
        for folder in ("INBOX", *FOLDERS):
            some = [{"msg": raw, "date": at} for to, raw, at in mails if to == folder]
            if some:
                person.multiappend(folder, some)


def box(address: ImapAddress, **more: Any) -> MailboxMap:  # noqa: ANN401 - as a config has it
    """The map of the mailbox; whatever is given goes before."""
    return MailboxMap.model_validate(
        {
            "company": "gavle",
            "kind": "mailbox",
            "host": address.host,
            "port": address.port,
            "security": address.security,
            "user": address.user,
            "ours": [BOX, "@allkontor.example"],
            "writable": True,
            "own_kept_by": "rights",
            "bookkeeping": {"purpose": "bookkeeping", "folders": [INVOICES]},
            "category": "contact",
            "title_sv": "E-post",
            "title_en": "E-mail",
            **more,
        }
    )


def register(
    server: Peopled,
    without: frozenset[bytes] = frozenset(),
    **more: Any,  # noqa: ANN401 - as a config has it
) -> MailboxRegister:
    """The mailbox as a register."""
    address = server.address(BOX)

    def door(where: ImapAddress) -> MailArchive:
        return MailArchive(where, without=without)

    return open_archive("post", box(address, **more), address.password, door=door)


def marks(server: Peopled) -> dict[str, list[tuple[bytes, ...]]]:
    """The flags of each mail, by folder."""
    return {folder: server.flags(BOX, folder) for folder in ("INBOX", *FOLDERS)}


def left(server: Peopled) -> dict[str, list[bytes]]:
    """Every mail that is there, by folder."""
    found = {}
    with server.person(BOX) as person:
        for folder in ("INBOX", *FOLDERS):
            person.select_folder(folder, readonly=True)
            uids = person.search("ALL")
            got = person.fetch(uids, ["BODY.PEEK[]"]) if uids else {}
            found[folder] = [got[uid][b"BODY[]"] for uid in uids]
    return found
