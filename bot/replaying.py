"""`rightsbot registers replay`: what the deletion log says is erased is erased again.

For a register that was restored from a backup. Where nothing came back, nothing is done.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final, TextIO

from bot.config import Settings
from bot.core.deadlines import receipt_day
from bot.core.vocabulary import Act
from bot.registers.both import BothKinds
from bot.registers.erasures.deletions import Erased, Marking, erased, line_after, lines_before
from bot.registers.erasures.repeating import Again, Owner, Searching
from bot.registers.erasures.rowplan import Fate, RowPlan, Rules
from bot.registers.files.folder import FileFolder
from bot.registers.opening import open_register
from bot.registers.orders import Order
from bot.registers.records import RegisterUnavailable
from bot.registers.sql import SqlDatabase
from bot.shell.deletion_log import DeletionLog

_LEFT: Final = {
    Owner.STRANGER: "is somebody else's by now and was left alone",
    Owner.NEWER: "came into the register after the erasure and was left alone",
}


def replay(
    settings: Settings, now: datetime, out: TextIO, *, since: date = date.min, dry_run: bool = False
) -> int:
    """Repeat what was carried out on a day or later, and print counts by register and table.

    0 when all of it is gone; 1 when a register could not be asked, or people must see to some of
    it. `dry_run` changes nothing and writes nothing down. KeyFileFault without the log's own key.
    """
    log = DeletionLog(settings.erasure.log, settings.erasure.key_file)
    done = erased(log.lines(), since)
    wrong = False
    for name, matters in done.items():
        if name not in settings.registers:
            out.write(f"{name}: the log speaks of this register, and the config does not\n")
            wrong = True
            continue
        try:
            one = _Register(settings, name, log, now)
            wrong |= not one.replay(matters, out, dry_run=dry_run)
        except RegisterUnavailable as silence:
            out.write(f"{silence}; nothing was done in it\n")
            wrong = True
    out.write("Nothing was changed: this was a dry run.\n" if dry_run else "")
    out.write("" if done else "The log names no erasure.\n")
    return int(wrong)


@dataclass
class _Counts:
    """Rows by table; what people must see to, in sentences."""

    deleted: Counter[str] = field(default_factory=Counter)
    cleared: Counter[str] = field(default_factory=Counter)
    kept: Counter[str] = field(default_factory=Counter)
    asks: list[str] = field(default_factory=list)

    def add(self, again: Again) -> None:
        for one in again.due.rows:
            counts = self.deleted if one.fate is Fate.DELETE else self.cleared
            counts[one.table] += len(one.keys)
        self.kept += again.due.kept

    def lines(self, register: str) -> Iterator[str]:
        for table in dict.fromkeys((*self.deleted, *self.cleared, *self.kept)):
            yield (
                f"{register} {table}: deleted {self.deleted[table]}, "
                f"cleared {self.cleared[table]}, kept by law {self.kept[table]}"
            )
        yield from (f"{register} {ask}" for ask in self.asks)


class _Register:
    """One register and what the log says of it."""

    def __init__(self, settings: Settings, name: str, log: DeletionLog, now: datetime) -> None:
        self._map = settings.registers[name]
        self._name = name
        self._log = log
        self._now = now
        self._marking = Marking(name, self._map, log.mark)
        periods = {key: one.retention for key, one in settings.purposes.items() if one.retention}
        closing = settings.companies[self._map.company].fiscal_year_end
        self._rules = Rules(periods, closing)

    def replay(self, matters: list[Erased], out: TextIO, *, dry_run: bool) -> bool:
        """Whether all that the log names is gone, or may be there."""
        found = self._found(matters)
        counts = _Counts()
        by_matter = {one.matter: one for one in matters}
        for again in found:
            if again.owner in _LEFT:
                counts.asks.append(_told(again, _LEFT[again.owner]))
            elif dry_run or self._erase(again, by_matter[again.matter]):
                counts.add(again)
            else:
                counts.asks.append(_told(again, "is hers, and people must erase it"))
        out.writelines(f"{line}\n" for line in counts.lines(self._name))
        if dry_run:
            return True
        left = [again for again in self._found(matters) if again.owner is Owner.HERS]
        out.writelines(f"{self._name} {_told(one, 'is still there')}\n" for one in left)
        return not left

    def _found(self, matters: list[Erased]) -> list[Again]:
        database, files = SqlDatabase(self._name, self._map), FileFolder(self._name, self._map)
        with database.reading() as sql:
            rows = BothKinds(self._map, sql, files)
            today = receipt_day(self._now)
            return list(Searching(rows, self._marking, self._rules, today).again(matters))

    def _erase(self, again: Again, matter: Erased) -> bool:
        company, now, day = self._map.company, self._now, receipt_day(self._now)
        plan = RowPlan(self._name, company, now, again.due.rows, self._rules)
        root = self._marking.person(again.root.table, again.root.value)
        known = (matter.identity, frozenset({root}))
        self._write(lines_before(self._marking, plan, matter.matter, day, known))
        order = Order(Act.ERASE, again.address, now, plan=plan, reference=matter.matter)
        if not open_register(self._name, self._map).carry_out(order):
            return False
        self._write([line_after(self._name, matter.matter, day)])
        return True

    def _write(self, lines: Iterable[str]) -> None:
        self._log.append(lines)


def _told(again: Again, what: str) -> str:
    return f"{again.root.table}: a record of {again.matter} {what}"
