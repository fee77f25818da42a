"""`rightsbot registers lapsed`: whose time is up, by row numbers alone; nothing is touched."""

from collections import Counter
from datetime import datetime
from typing import TextIO

from bot.config import Settings
from bot.deeds.retiring import retention_of
from bot.registers.lapses.lapsed import Lapses
from bot.registers.mapped import MappedRegister
from bot.registers.records import RegisterUnavailable

#: records that are named one by one
MOST_NAMED = 1000


def print_lapsed(settings: Settings, now: datetime, out: TextIO) -> int:
    """What a retention run of each register would erase, and of whom it would not; `now` is aware.

    0, or 1 where a register did not answer.
    """
    silent = False
    for name, register_map in settings.registers.items():
        retention = retention_of(settings, register_map.company, now)
        try:
            retiring = MappedRegister(name, register_map).retiring()
            lapses = retiring.lapses(retention, (), MOST_NAMED)
        except RegisterUnavailable as silence:
            out.write(f"{silence}\n")
            silent = True
            continue
        _print(name, lapses, out)
    return int(silent)


def _print(name: str, lapses: Lapses, out: TextIO) -> None:
    held = ", ".join(f"{why} {count}" for why, count in sorted(lapses.held.items()))
    out.write(
        f"{name}: {len(lapses.found) + lapses.more} records are over"
        f"{f'; left alone: {held}' if held else ''}\n"
    )
    for one in lapses.found:
        counts: Counter[str] = Counter()
        for rows in one.rows:
            counts[f"{rows.table} {rows.fate}"] += len(rows.keys)
        what = ", ".join(f"{where} {count}" for where, count in sorted(counts.items()))
        out.write(f"  {one.record.key}: {what}\n")
