"""Registers kept as files: CSV, XLSX and JSON, read row by row and written as one gesture."""

from collections.abc import Iterator
from contextlib import contextmanager

from bot.registers.files.file_tables import FileTables
from bot.registers.files.file_writing import FileWrites
from bot.registers.sources import Writes


class FileFolder(FileTables):
    """The files of one register, to read and to write. Nothing stays open between two gestures."""

    @contextmanager
    def writing(self) -> Iterator[Writes]:
        """One gesture over all files: all of it is in place afterwards, or nothing is touched.

        The folder is locked from the first look into a file on, so what is read here is what is
        changed. RegisterUnavailable, to be repeated, when somebody else changed a file meanwhile
        or has it open. A stop between two files is mended by the same gesture once more. What the
        old version held is left to the file system's free blocks.
        """
        with FileWrites(self) as writes:
            yield writes
            writes.put_in_place()
