"""Many files as one: an AES-256 zip under the passphrase, or one that Windows opens by itself.

The names of the files and their sizes stay readable in a sealed zip: they must say nothing.
"""

from collections.abc import Iterable, Mapping
from typing import IO, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from pyzipper import WZ_AES, AESZipFile

_LARGE: Final = True
"""Every entry may pass 4 GB: nobody knows its size before it is written."""


def seal(files: Mapping[str, Iterable[bytes]], passphrase: str, target: IO[bytes]) -> None:
    """Write the files, which come in pieces, into a zip that only the passphrase opens (AE-2).

    `target` can seek. ValueError without a file or a passphrase.
    """
    if not files:
        raise ValueError("no file to pack")
    if not passphrase:
        raise ValueError("a file without a passphrase is open to everybody")
    with AESZipFile(target, "w", compression=ZIP_DEFLATED, encryption=WZ_AES) as packed:
        packed.setpassword(passphrase.encode())
        for name, pieces in files.items():
            with packed.open(name, "w", force_zip64=_LARGE) as entry:
                for piece in pieces:
                    entry.write(piece)


def pack(files: Mapping[str, Iterable[bytes]], target: IO[bytes]) -> None:
    """The same without a lock, for where nothing need be locked; equal files give equal bytes."""
    if not files:
        raise ValueError("no file to pack")
    with ZipFile(target, "w") as packed:
        for name, pieces in files.items():
            # an entry without a date is of 1980, the first that the format knows
            about = ZipInfo(name)
            about.compress_type = ZIP_DEFLATED
            with packed.open(about, "w") as entry:
                for piece in pieces:
                    entry.write(piece)


def named_in(file: IO[bytes], passphrase: str, name: str) -> bytes:
    """One file of a zip that `seal` wrote; KeyError where it lacks it.

    RuntimeError for another passphrase, pyzipper's BadZipFile for what is no zip.
    """
    with AESZipFile(file) as packed:
        packed.setpassword(passphrase.encode())
        return bytes(packed.read(name))
