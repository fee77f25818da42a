"""What was put into one answer, and whether what is about to be sent is that and hers.

Art. 32 GDPR: another person's file in the envelope is a breach that cannot be called back. So the
files are looked at once more at the moment of sending, from the outside and from the inside.
"""

import hashlib
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

import pikepdf
from pyzipper import BadZipFile

from bot.answers.archive import named_in
from bot.core.kept_json import KeptJson

#: name, bytes and content type
File = tuple[str, bytes, str]

PDF = "application/pdf"
ZIP = "application/zip"
ABOUT = "about.txt"
"""The entry of a zip that says whose it is; PDFs say it among their properties."""


class Wrong(StrEnum):
    """Why a parcel is not sent."""

    OTHER_MATTER = "other_matter"
    OTHER_PERSON = "other_person"
    OTHER_RECIPIENT = "other_recipient"
    OTHER_DATA = "other_data"
    OTHER_FILES = "other_files"
    CHANGED = "changed"
    UNREADABLE = "unreadable"
    OTHER_STAMP = "other_stamp"
    MISSING_DATA = "missing_data"


@dataclass(frozen=True)
class Stamp:
    """Whose a file is: the number of the matter and the keyed hash of the proved address."""

    number: str
    holder: str

    def __str__(self) -> str:
        return f"{self.number} {self.holder}"


@dataclass(frozen=True)
class Listed:
    """One file of a parcel; `pages` is 0 where it is no PDF."""

    name: str
    sha256: str
    size: int
    pages: int


@dataclass(frozen=True)
class Manifest(KeptJson):
    """What was put together: for whom, from which snapshots (digest by register), which files.

    `missing` are the registers of which the files say that something is missing. Nothing in it is
    personal but a keyed hash.
    """

    stamp: Stamp
    snapshots: tuple[tuple[str, str], ...]
    files: tuple[Listed, ...]
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sending:
    """What is known of the mail that is about to go, from another source than the files.

    `stamp` is the matter's own, `recipient` the keyed hash of the address in the envelope,
    `collected` the digests that the registers' facts name, `passphrase` what she holds; "" where
    nothing is locked. Of all `registers`, the `silent` ones never gave a copy.
    """

    stamp: Stamp
    recipient: str
    collected: Mapping[str, str]
    passphrase: str = ""
    registers: frozenset[str] = frozenset()
    silent: frozenset[str] = frozenset()


def listed(
    stamp: Stamp,
    snapshots: Mapping[str, str],
    files: Iterable[File],
    passphrase: str,
    missing: Iterable[str] = (),
) -> Manifest:
    """The manifest of files that were just made. `snapshots` are digests by register."""
    return Manifest(
        stamp,
        tuple(sorted(snapshots.items())),
        tuple(
            Listed(name, _hash(content), len(content), _pages(content, kind, passphrase))
            for name, content, kind in files
        ),
        tuple(sorted(missing)),
    )


def wrong(manifest: Manifest, files: Iterable[File], sending: Sending) -> tuple[Wrong, ...]:
    """Every reason against sending these files; () when they are hers, and what was listed."""
    files = tuple(files)
    said = {
        Wrong.OTHER_MATTER: manifest.stamp.number != sending.stamp.number,
        Wrong.OTHER_PERSON: manifest.stamp.holder != sending.stamp.holder,
        Wrong.OTHER_RECIPIENT: sending.recipient != manifest.stamp.holder,
        Wrong.OTHER_DATA: dict(manifest.snapshots) != dict(sending.collected),
        # a register is in the files, or they say that it is missing; never neither, never both
        Wrong.MISSING_DATA: frozenset(manifest.missing) != sending.silent
        or not sending.registers <= sending.collected.keys() | sending.silent,
        Wrong.OTHER_FILES: sorted(name for name, _, _ in files)
        != sorted(one.name for one in manifest.files),
        Wrong.CHANGED: any(_differs(file, manifest) for file in files),
    }
    inside = [_stamp_in(content, kind, sending.passphrase) for _, content, kind in files]
    said[Wrong.UNREADABLE] = None in inside
    said[Wrong.OTHER_STAMP] = any(one not in {None, str(sending.stamp)} for one in inside)
    return tuple(reason for reason, is_so in said.items() if is_so)


def _differs(file: File, manifest: Manifest) -> bool:
    name, content, _ = file
    of_name = [one for one in manifest.files if one.name == name]
    return not any(one.sha256 == _hash(content) and one.size == len(content) for one in of_name)


def _stamp_in(content: bytes, kind: str, passphrase: str) -> str | None:
    """What a file says of itself; "" where it says nothing, None where it cannot be opened."""
    try:
        if kind == ZIP:
            return named_in(io.BytesIO(content), passphrase, ABOUT).decode()
        with pikepdf.open(io.BytesIO(content), password=passphrase) as document:
            return str(document.docinfo.get("/Keywords", ""))
    except KeyError:
        return ""
    except (pikepdf.PdfError, pikepdf.PasswordError, BadZipFile, RuntimeError):
        return None


def _pages(content: bytes, kind: str, passphrase: str) -> int:
    if kind != PDF:
        return 0
    with pikepdf.open(io.BytesIO(content), password=passphrase) as document:
        return len(document.pages)


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
