"""The folder where the embedded mail server keeps each letter before it says 250.

One file a delivery, so that one rename is the whole promise: the first line is the envelope as
JSON, the rest is the mail byte for byte. The names count upwards, which is the order of arrival.
"""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.shell.disk import settle

SUFFIX = ".letter"


@dataclass(frozen=True)
class Spooled:
    """One letter for one recipient: whose box it lies in, whom it was written to, from whom.

    `mail_from` is empty for a null sender. `at` is the receipt, aware, in UTC. `raw` is the mail
    with the Return-Path and Received that our server put on top.
    """

    account: str
    recipient: str
    mail_from: str
    at: datetime
    raw: bytes


class Spool:
    """Writes letters into a folder, and gives them back in order. One writer at a time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        for torn in folder.glob("*.tmp"):
            torn.unlink()
        self._last = max((int(path.stem) for path in _files(folder)), default=0)

    def keep(self, letters: list[Spooled]) -> None:
        """Keep one delivery (the same mail, one entry a recipient) on disk; OSError if it cannot.

        It is on the disk when this returns: file synced, renamed into place, folder synced.
        """
        if not letters:
            return
        self._last += 1
        first = letters[0]
        envelope = {
            "at": first.at.isoformat(),
            "mail_from": first.mail_from,
            "recipients": [[one.account, one.recipient] for one in letters],
        }
        path = delivery(self._folder, self._last)
        draft = path.with_suffix(".tmp")
        with draft.open("wb") as file:
            file.write(json.dumps(envelope).encode("ascii") + b"\n" + first.raw)
            file.flush()
            os.fsync(file.fileno())
        os.link(draft, path)  # unlike a rename, never on top of a letter that is there
        draft.unlink()
        settle(self._folder)


def letters(folder: Path) -> Iterator[Spooled]:
    """Every letter below a spool folder in the order of arrival; nothing when there is none."""
    for path in _files(folder):
        yield from delivered(path)


def delivery(folder: Path, number: int) -> Path:
    """The file of a delivery; they are numbered from 1 in the order of arrival, without a gap."""
    return folder / f"{number:010d}{SUFFIX}"


def delivered(path: Path) -> Iterator[Spooled]:
    """The letters of one delivery: the same mail, one entry a recipient."""
    head, _, raw = path.read_bytes().partition(b"\n")
    envelope = json.loads(head)
    at = datetime.fromisoformat(envelope["at"])
    for account, recipient in envelope["recipients"]:
        yield Spooled(account, recipient, envelope["mail_from"], at, raw)


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob(f"*{SUFFIX}"))
