"""The deletion log: a file outside every database, to repeat erasures from after a restored backup.

Append-only, a line an entry, on the disk before `append` returns. Its key lies in a file of its
own, and neither may lie where the backups of a register would bring them back with it.
"""

import fcntl
import hashlib
import hmac
import os
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from bot.shell.disk import settle
from bot.shell.keys import KeyFileFault, load_or_make

_ONLY_OURS = 0o600
_TORN = "#torn\n"
"""What is put behind half a line that a crash has left, so that nobody reads it."""


class DeletionLog:
    """One log and its key; both are made at the first use, readable by the owner alone."""

    def __init__(self, path: Path, key_file: Path) -> None:
        self._path = path
        self._key_file = key_file
        self._key_of = cache(self._derived)

    def mark(self, purpose: str, text: str) -> str:
        """The keyed hash of a text, hex. KeyFileFault when the key file holds no key."""
        return hmac.digest(self._key_of(purpose), text.encode(), hashlib.sha256).hex()

    def append(self, lines: Iterable[str]) -> None:
        """Put lines at the end, each in one piece; OSError if the disk does not take them."""
        text = "".join(f"{line}\n" for line in lines).encode()
        if not text:
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_APPEND, _ONLY_OURS)
        with os.fdopen(handle, "r+b", buffering=0) as file:
            os.fchmod(handle, _ONLY_OURS)
            fcntl.flock(file, fcntl.LOCK_EX)
            _write(handle, (_TORN.encode() if _torn(handle) else b"") + text)
            os.fsync(handle)
        settle(self._path.parent)

    def lines(self) -> Iterator[str]:
        """Every whole line in the order of writing; none where there is no log yet."""
        if not self._path.exists():
            return
        with self._path.open(encoding="utf-8") as file:
            for line in file:
                # half a line: what it would have told was not carried out, or is told again
                if line.endswith("\n") and not line.endswith(_TORN):
                    yield line.rstrip("\n")

    def _derived(self, purpose: str) -> bytes:
        if not self._key_file.exists() and self._path.exists():
            raise KeyFileFault(
                f"{self._key_file} is gone, and nothing that {self._path} tells can be found again "
                "without it; restore it from its own backup"
            )
        return load_or_make(self._key_file).of(f"deletions {purpose}")


def _torn(handle: int) -> bool:
    """Whether the last line was not written to its end."""
    size = os.fstat(handle).st_size
    return size > 0 and os.pread(handle, 1, size - 1) != b"\n"


def _write(handle: int, text: bytes) -> None:
    while text:
        text = text[os.write(handle, text) :]
