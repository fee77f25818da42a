# ruff: noqa: INP001 - a part of a program that is run by its path
"""How long processors worked, whatever else the machine had to do meanwhile."""

import os
import time
from functools import cache
from pathlib import Path
from typing import Final

_TICKS: Final = os.sysconf("SC_CLK_TCK")
_PARENT, _TIMES = 1, slice(11, 15)
"""Where proc(5) tells of the parent, and of the time of a process and its children that ended."""


def worked(*servers: int) -> float:
    """Seconds of this process, of its children, and of the servers (process ids) with theirs."""
    own = os.getpid()
    wanted = {own, *servers}
    # of this process proc(5) tells hundredths, and the clock everything
    beside = ((one, told) for one, told in _told().items() if one != own)
    ticks = sum(ticks for one, (parent, ticks) in beside if {one, parent} & wanted)
    return time.process_time() + ticks / _TICKS


def _told() -> dict[int, tuple[int, int]]:
    """By process: its parent, and its ticks."""
    found = {}
    for place in Path("/proc").iterdir():
        if place.name.isdigit():
            try:
                said = (place / "stat").read_text("utf-8").rpartition(")")[2].split()
            except OSError:
                continue  # it has ended meanwhile
            found[int(place.name)] = (int(said[_PARENT]), sum(map(int, said[_TIMES])))
    return found


@cache
def postmaster(folder: str) -> int:
    """The process id of the PostgreSQL server that has its socket in a folder."""
    return int((Path(folder) / "data" / "postmaster.pid").read_text("utf-8").split()[0])
