"""The key file: one secret of the installation, from which every other key is derived."""

import hashlib
import hmac
import os
import secrets
from collections.abc import Callable
from pathlib import Path

SIZE = 32

#: so many random bytes; a story hands in its own
Draw = Callable[[int], bytes]


class KeyFileFault(Exception):  # noqa: N818 - the fault lies in the file
    """The key file cannot be used; says which file, what is wrong, and what to do."""


class Keys:
    """Keys for single purposes. The master never leaves this object."""

    def __init__(self, master: bytes) -> None:
        if len(master) != SIZE:
            raise KeyFileFault(f"a key has {SIZE} bytes, not {len(master)}")
        self._master = master

    def of(self, purpose: str) -> bytes:
        """The 32-byte key for a purpose («token», «vault», «trace» …)."""
        return hmac.digest(self._master, purpose.encode(), hashlib.sha256)

    def mark(self, purpose: str, text: str) -> str:
        """A keyed hash of a text, hex: tells equal from unequal and nothing else."""
        return hmac.digest(self.of(purpose), text.encode(), hashlib.sha256).hex()


def load_or_make(path: Path) -> Keys:
    """The key of the file; made, readable by the owner alone, where there is none yet."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(secrets.token_hex(SIZE) + "\n")
            file.flush()
            os.fsync(file.fileno())
    try:
        return Keys(bytes.fromhex(path.read_text(encoding="ascii").strip()))
    except (ValueError, KeyFileFault) as fault:
        raise KeyFileFault(
            f"{path}: this is no key of rightsbot. Codes and tokens that are out depend on it: "
            f"restore the file from your backup; remove it only on a new installation"
        ) from fault
