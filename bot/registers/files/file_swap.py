"""New versions of files in the place of the old ones: each stands whole, or the old one does."""

import fcntl
import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from stat import S_IMODE
from typing import BinaryIO

from bot.registers.files.file_changes import FileFault

LOCK = ".rightsbot.lock"
"""Beside the files of a register: empty, and left there, or two would lock two of them."""
_TEMPORARY = ".rightsbot.{}.tmp"
_BUSY_SECONDS = 10
_PAUSE_SECONDS = 0.02

Stamp = tuple[int, ...]
"""What tells two versions of a file apart: no program can set the last of them back."""


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """The folder's files are ours alone among all processes that ask; FileFault when too busy."""
    handle = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    with _held(handle, fcntl.LOCK_EX):
        yield


@contextmanager
def unchanged(folder: Path) -> Iterator[None]:
    """No process that asks writes the folder's files meanwhile; any number may read together.

    Nothing is laid into a folder for that: where no lock lies nobody has written yet. FileFault
    when a writer takes too long.
    """
    try:
        handle = os.open(folder / LOCK, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        # no lock, or one that is not for us to open: who cannot write cannot wait for a writer
        yield
        return
    with _held(handle, fcntl.LOCK_SH):
        yield


def stamp(path: Path) -> Stamp:
    """Which version of a file this is."""
    seen = path.stat()
    return (seen.st_dev, seen.st_ino, seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns)


def in_use(path: Path) -> None:
    """FileFault when a person has the file open: saving it would bring back what we took out.

    Excel and LibreOffice lay a file of their own beside it for as long. A second name of the same
    file (a hard link) would keep the old version.
    """
    for name in (f"~${path.name}", f".~lock.{path.name}#"):
        if path.with_name(name).exists():
            raise FileFault(f"somebody has {path.name} open ({name}); it must be closed")
    if path.stat().st_nlink > 1:
        raise FileFault(f"the file {path.name} has another name too, which would keep what goes")


def is_ours(path: Path) -> bool:
    """Whether this is our lock or a spreadsheet program's: it holds nothing of anybody's."""
    return path.name == LOCK or path.name.startswith(("~$", ".~lock."))


def clear_away(folders: Iterable[Path]) -> None:
    """Remove what a killed process left. Only under the lock: nobody else is writing then."""
    for folder in folders:
        for path in folder.glob(_TEMPORARY.format("*")):
            path.unlink(missing_ok=True)


def swap(writers: Mapping[Path, Callable[[BinaryIO], None]], still_so: Callable[[], None]) -> None:
    """Write each file anew beside the old one, then put all of them in place.

    `still_so` raises when an old version is no longer what was read. Up to the first rename nothing
    is touched; a stop between two of them is mended by doing the same gesture again.
    """
    made = {path: path.with_name(_TEMPORARY.format(path.name)) for path in writers}
    try:
        for path, write in writers.items():
            _write_beside(path, made[path], write)
        still_so()
        for path, temporary in made.items():
            temporary.replace(path)
        for folder in {path.parent for path in made}:
            _sync_folder(folder)
    finally:
        for temporary in made.values():
            temporary.unlink(missing_ok=True)


def _write_beside(path: Path, temporary: Path, write: Callable[[BinaryIO], None]) -> None:
    """The new version with the old one's owner and mode, on the disk before we go on."""
    was = path.stat()
    handle = os.open(temporary, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    with os.fdopen(handle, "w+b") as file:
        write(file)
        file.flush()
        now = os.fstat(file.fileno())
        if (now.st_uid, now.st_gid) != (was.st_uid, was.st_gid):
            os.fchown(file.fileno(), was.st_uid, was.st_gid)
        os.fchmod(file.fileno(), S_IMODE(was.st_mode))
        os.fsync(file.fileno())


@contextmanager
def _held(handle: int, kind: int) -> Iterator[None]:
    try:
        until = time.monotonic() + _BUSY_SECONDS
        while not _taken(handle, kind):
            if time.monotonic() > until:
                raise FileFault("somebody else is reading or writing its files just now")
            time.sleep(_PAUSE_SECONDS)
        yield
    finally:
        os.close(handle)


def _taken(handle: int, kind: int) -> bool:
    try:
        fcntl.flock(handle, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
