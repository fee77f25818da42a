"""Registers kept as files: CSV, XLSX and JSON, read row by row and written as one gesture."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from bot.registers.files.file_swap import unchanged
from bot.registers.files.file_tables import FileTables
from bot.registers.files.file_writing import FileWrites
from bot.registers.sources import Rows, Writes


class FileFolder(FileTables):
    """The files of one register, to read and to write. Nothing stays open between two gestures."""

    @contextmanager
    def reading(self) -> Iterator[Rows]:
        """One gesture over all files: nobody who asks changes one of them before it is over.

        To be opened before a database is: a writer may wait for us, and we for nobody who waits.
        RegisterUnavailable, to be repeated, while somebody writes for too long.
        """
        with ExitStack() as stack:
            folder = self.map.folder
            if folder is not None:
                with self.guarded(folder):
                    stack.enter_context(unchanged(folder))
            yield self

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
