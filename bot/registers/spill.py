"""Rows of one table, however many: a few in memory, many in a sealed file that has no name.

What is laid on the disk is sealed with AES-256-GCM under a key that nobody writes down, in a file
that is gone when the rows are let go, or when the process dies.
"""

import json
import os
import zlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from secrets import token_bytes
from tempfile import TemporaryFile
from typing import Final, overload

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

Cells = tuple[str, ...]
"""One row of a copy."""

BLOCK: Final = 500_000
"""Signs of one table that stay in memory; more of them go to the disk."""
_NONCE: Final = 12


class Spilled(Sequence[Cells]):
    """Rows that lie on the disk, with the last ones in memory; to be read as often as is wanted."""

    def __init__(self) -> None:
        self._cipher = AESGCM(token_bytes(32))
        self.file = TemporaryFile()  # noqa: SIM115 - it lives as long as the rows
        self._places: list[tuple[int, int]] = []
        self._end = 0
        self._count = 0
        self._last: list[Cells] = []

    def seal(self, block: list[Cells]) -> None:
        """Lay these rows on the disk, behind the others; there is no last one in memory then."""
        packed = zlib.compress(json.dumps(block).encode(), 1)
        sealed = self._cipher.encrypt(_nonce(len(self._places)), packed, None)
        os.pwrite(self.file.fileno(), sealed, self._end)
        self._places.append((self._end, len(sealed)))
        self._end += len(sealed)
        self._count += len(block)

    def end(self, last: list[Cells]) -> None:
        """No more rows come than these, which stay in memory."""
        self._last = last

    def __len__(self) -> int:
        return self._count + len(self._last)

    def __iter__(self) -> Iterator[Cells]:
        for number, (start, length) in enumerate(self._places):
            sealed = os.pread(self.file.fileno(), length, start)
            packed = self._cipher.decrypt(_nonce(number), sealed, None)
            yield from map(tuple, json.loads(zlib.decompress(packed)))
        yield from self._last

    @overload
    def __getitem__(self, at: int) -> Cells: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Cells]: ...

    def __getitem__(self, at: int | slice) -> Cells | Sequence[Cells]:
        if isinstance(at, slice):
            return tuple(islice(self, *at.indices(len(self))))
        return next(islice(self, range(len(self))[at], None))

    def __del__(self) -> None:
        self.file.close()


class Gathered:
    """Takes rows one by one, and gives them back as a tuple, or from the disk where it is long."""

    def __init__(self) -> None:
        self._block: list[Cells] = []
        self._signs = 0
        self._spilled: Spilled | None = None

    def add(self, row: Cells) -> None:
        """One row more."""
        self._block.append(row)
        self._signs += len(row) + sum(map(len, row))
        if self._signs >= BLOCK:
            self._spilled = self._spilled or Spilled()
            self._spilled.seal(self._block)
            self._block, self._signs = [], 0

    def rows(self) -> Sequence[Cells]:
        """All rows that came; no more may come afterwards."""
        if self._spilled is None:
            return tuple(self._block)
        self._spilled.end(self._block)
        return self._spilled


def gathered(rows: Iterable[Cells]) -> Sequence[Cells]:
    """These rows, in memory or on the disk."""
    found = Gathered()
    for row in rows:
        found.add(row)
    return found.rows()


def _nonce(number: int) -> bytes:
    """A key of its own for each file, so that a count is nonce enough."""
    return number.to_bytes(_NONCE, "big")
