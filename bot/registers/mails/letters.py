"""The mails of one person in a mailbox: whose a mail is, which are one, and how they are copied."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from bot.core.addresses import normalise_address
from bot.core.deadlines import STOCKHOLM
from bot.registers.copies import column_of
from bot.registers.mails.archive import Envelope, Heading, Letter
from bot.registers.maps.archive_map import TABLE, MailboxMap
from bot.registers.records import Key, TableRows

_BETWEEN = "\x1f"
"""Between folder, UIDVALIDITY and UID of a key; no folder's name holds it."""


@dataclass(frozen=True)
class Place:
    """Where a copy of a mail lies; it stands for the same mail while `uidvalidity` does."""

    folder: str
    uidvalidity: int
    uid: int

    @property
    def key(self) -> str:
        """As a row of a plan is called."""
        return _BETWEEN.join((self.folder, str(self.uidvalidity), str(self.uid)))

    @classmethod
    def of(cls, key: object) -> "Place":
        """The place that a key stands for; ValueError for what is none."""
        folder, uidvalidity, uid = str(key).rsplit(_BETWEEN, 2)
        return cls(folder, int(uidvalidity), int(uid))


def place_of(envelope: Envelope) -> Place:
    """Where a mail lies."""
    return Place(envelope.folder, envelope.uidvalidity, envelope.uid)


@dataclass(frozen=True)
class Candidate:
    """A mail that only names somebody: staff say whether it is hers. It holds no word of it.

    `day` is the Swedish day on which it came in, `digest` the same for every copy of the mail, and
    `by` are the kinds of key that it names.
    """

    place: Place
    day: date
    digest: str
    by: frozenset[Key] = frozenset()


Folders = dict[str, dict[int, set[int]]]
"""UIDs by folder and UIDVALIDITY."""


def folders_of(keys: Iterable[object]) -> Folders:
    """The places that these keys stand for; ValueError for what is none."""
    folders: Folders = {}
    for place in map(Place.of, keys):
        folders.setdefault(place.folder, {}).setdefault(place.uidvalidity, set()).add(place.uid)
    return folders


def parted(also: Iterable[str]) -> tuple[list[str], Folders]:
    """What staff said is hers: further addresses (of records), and single mails by place."""
    keys = list(also)
    places = [key for key in keys if _BETWEEN in key]
    records = (key for key in keys if _BETWEEN not in key)
    return [key.removeprefix(f"{TABLE}/") for key in records], folders_of(places)


def canonical(address: str) -> str:
    """One address for comparing: folded, its domain as DNS writes it (RFC 5891)."""
    folded = normalise_address(address)
    local, _, domain = folded.rpartition("@")
    try:
        return folded if domain.isascii() else f"{local}@{domain.encode('idna').decode('ascii')}"
    except UnicodeError:
        return folded


def everybody(heading: Heading) -> frozenset[str]:
    """Who wrote a mail and whom it was sent to, for comparing."""
    return frozenset(map(canonical, heading.senders | heading.recipients))


def is_among(address: str, ours: Iterable[str]) -> bool:
    """Whether an address is one of some, of which "@domain" is all of a domain."""
    wanted = canonical(address)
    return any(
        wanted.endswith(known) if known.startswith("@") else wanted == known
        for known in map(canonical, ours)
    )


@dataclass(frozen=True)
class Held:
    """One mail with every place where a copy of it lies."""

    arrived: datetime
    letter: Letter
    folders: tuple[str, ...]


def as_one(copies: Iterable[tuple[Envelope, Letter]]) -> list[Held]:
    """Copies of one mail become one: the same Message-ID and the same digest. Sorted by arrival.

    The digest breaks ties of the second, so that each mail keeps its number.
    """
    found: dict[tuple[str | None, str], Held] = {}
    for envelope, letter in copies:
        known = found.get((letter.message_id, letter.digest))
        at, folders = envelope.arrived, {envelope.folder}
        if known is not None:
            at, folders = min(at, known.arrived), folders.union(known.folders)
        kept = known.letter if known is not None else letter
        found[letter.message_id, letter.digest] = Held(at, kept, tuple(sorted(folders)))
    return sorted(found.values(), key=lambda one: (one.arrived, one.letter.digest))


def copied(box: MailboxMap, mails: Iterable[Held]) -> TableRows:
    """A faithful copy, a row a mail, numbered from 1 in the order in which they came in."""
    part = box.tables[TABLE]
    columns = (column_of(name, one) for name, one in part.fields.items())
    rows = tuple(tuple(_cells(number, one)) for number, one in enumerate(mails, start=1))
    return TableRows(box.category, part.title_sv, tuple(columns), rows, part.title_en)


def _cells(number: int, held: Held) -> Iterator[str]:
    letter = held.letter
    yield str(number)
    yield held.arrived.astimezone(STOCKHOLM).isoformat()
    yield from (letter.sender, letter.to, letter.cc, letter.subject, letter.text)
    yield ", ".join(letter.attachments)
    yield ", ".join(held.folders)
    yield letter.unread


def begins_with(subject: str, starts: Iterable[str]) -> bool:
    """Whether a subject begins so, however it is spaced and cased."""
    folded = re.sub(r"\s+", " ", subject).strip().casefold()
    return any(folded.startswith(one.casefold()) for one in starts)
