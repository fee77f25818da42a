"""The block list as a file that a mailing tool reads: one hash a line, sorted."""

import os
import tempfile
from pathlib import Path

from sqlmodel import Session

from bot.shell.blocks import all_blocked
from bot.shell.disk import settle


def write_block_file(session: Session, file: Path) -> None:
    """Write the whole list anew; a reader sees the old file or the new one, never a part.

    Hex SHA-256 of each normalised address (`core.addresses.block_hashes`), ASCII, a line each. It
    is personal data: its owner alone may read it. Inside the transaction that holds the ledger, so
    that two writers come one after the other. OSError where the folder cannot be written to.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    # mkstemp: readable by the owner alone
    handle, name = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)
    try:
        with os.fdopen(handle, "w", encoding="ascii", newline="\n") as fresh:
            fresh.writelines(f"{one}\n" for one in all_blocked(session))
            fresh.flush()
            os.fsync(fresh.fileno())
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    # the new name too outlives a power cut
    settle(file.parent)
