"""A register read through its data map: what stands behind `Register`, whatever the source."""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime

from bot.core.deadlines import receipt_day
from bot.core.identity import BlockOutcome
from bot.core.vocabulary import Act
from bot.registers.both import BothKinds, BothWritten
from bot.registers.changes.changing import CHANGES, switch_off
from bot.registers.changes.restricting import unmarked
from bot.registers.copies import copies
from bot.registers.erasures.erasing import erase, left_over, may_go
from bot.registers.erasures.fates import plan_rows
from bot.registers.erasures.rowplan import Residue, RowPlan, Rules
from bot.registers.faults import faults, unmapped
from bot.registers.files.folder import FileFolder
from bot.registers.keys import SearchKeys, addresses_in, normalise_address, search_keys
from bot.registers.lapses.retiring import Doors, Retiring
from bot.registers.maps.datamap import CONSENTS, Means, RegisterMap
from bot.registers.orders import Order
from bot.registers.portrait import portrait, telling
from bot.registers.pouring import poured
from bot.registers.records import PersonRecord, Snapshot, TableRows, several_people
from bot.registers.search import Family, Root, family, hits, pieces_of, roots_named
from bot.registers.sources import Row, Rows, Writes, as_text
from bot.registers.sql import SqlDatabase

_Held = dict[Root, PersonRecord]


class MappedRegister:
    """A database, and files where the map says so; see `records.Register` for the promises."""

    def __init__(self, name: str, register_map: RegisterMap) -> None:
        self.name = name
        self.company = register_map.company
        self._map = register_map
        self._files = FileFolder(name, register_map)
        self._database = SqlDatabase(name, register_map)
        self._telling = telling(register_map)

    def look_up(self, keys: SearchKeys, *, whole: bool = False) -> tuple[PersonRecord, ...]:
        """Every record that one of the keys reaches, by any of its tables; sorted by key."""
        if not keys:
            return ()
        tables = self._map.tables if whole else self._telling
        with self._reading() as rows:
            found = self._search(rows, keys, tables)
        return tuple(sorted(found.values(), key=lambda record: record.key))

    def collect(self, address: str, taken: datetime, also: Collection[str] = ()) -> Snapshot:
        """A faithful copy of every row of the records that hold the address; aware `taken`."""
        tables: tuple[TableRows, ...] = ()
        with self._reading() as rows:
            if hers := self._hers(rows, address, also):
                tables = self._copies(rows, hers, address)
        return Snapshot(self.name, self.company, taken, tables)

    def block_marketing(
        self, address: str, on: datetime, *, email_only: bool = False
    ) -> BlockOutcome:
        """Block list always, then the channels; one transaction, the same when repeated."""
        if "@" not in address:
            raise ValueError("only a mail address can be blocked")
        if not self._map.writable:
            with self._reading() as rows:
                held = self._holders(rows, address)
            return _blocked(held.values(), shared=True)
        with self._writing() as writes:
            self._put_on_block_list(writes, address, on)
            held = self._holders(writes, address)
            shared = several_people(list(held.values()), address) or (email_only and bool(held))
            channels = {Means.CONSENT_MAIL} if shared else CONSENTS
            switch_off(self._map, writes, self._theirs(writes, held, self._telling), channels)
        return _blocked(held.values(), shared=shared)

    def plan(
        self, address: str, rules: Rules, on: datetime, also: Collection[str] = ()
    ) -> RowPlan | None:
        """What an erasure would do to each of her rows; None where the bot may not erase here."""
        if not self._map.writable:
            return None
        with self._reading() as rows:
            hers = self._hers(rows, address, also)
            theirs = self._theirs(rows, hers, self._map.tables) if hers else {}
            planned = plan_rows(self._map, theirs, rules, receipt_day(on))
        return RowPlan(self.name, self.company, on, planned, rules)

    def carry_out(self, order: Order) -> bool:
        """One transaction; False where the map does not say how, or says that people do it."""
        if not self._map.writable:
            return False
        if order.act is Act.ERASE:
            return self._erase(order)
        with self._writing() as writes:
            held = self._search(writes, search_keys(addresses=order.addresses), self._telling)
            if several_people(list(held.values()), order.address, order.changes):
                return False
            theirs = self._theirs(writes, held, self._map.tables)
            done = CHANGES[order.act](self._map, writes, theirs, order)
            if done and order.act is Act.RECTIFY:
                self._carry_blocks_over(writes, order)
            return done

    def unmarked(self, order: Order) -> tuple[str, ...]:
        """What a restriction would mark now, `table/key` each; what is marked already is not."""
        with self._reading() as rows:
            held = self._search(rows, search_keys(addresses=order.addresses), self._telling)
            return unmarked(self._map, rows, self._theirs(rows, held, self._map.tables))

    def residue(self, plan: RowPlan, keys: SearchKeys) -> tuple[Residue, ...]:
        """What the plan erases and is there all the same, by its keys and by every search key."""
        with self._reading() as rows:
            found = hits(self._map, rows, keys)
            reached = [root for root in found if str(root) not in plan.others]
            theirs = self._theirs(rows, reached, self._map.tables)
            return left_over(self._map, rows, plan, theirs)

    def _erase(self, order: Order) -> bool:
        if order.plan is None:
            return False
        with self._writing() as writes:
            held = self._search(writes, search_keys(addresses=order.addresses), self._telling)
            hers = {*held, *roots_named(self._map, writes, order.also)}
            if several_people(list(held.values()), order.address, order.changes) or not may_go(
                self._map, writes, order.plan, hers
            ):
                return False
            erase(self._map, writes, order.plan)
        self._database.forget()
        return True

    def retiring(self) -> Retiring:
        """What a retention run does here."""
        doors = Doors(self._reading, self._writing, self._database.forget)
        return Retiring(self.name, self._map, doors)

    def unmapped(self) -> tuple[str, ...]:
        """Tables and columns that the map does not mention."""
        return unmapped(self._map, self._database, self._files)

    def problems(self) -> list[str]:
        """What is wrong with the register or its map, and what to do, one sentence each."""
        return faults(self.name, self._map, self._database, self._files)

    @contextmanager
    def _reading(self) -> Iterator[Rows]:
        with self._files.reading() as files, self._database.reading() as sql:
            yield BothKinds(self._map, sql, files)

    @contextmanager
    def _writing(self) -> Iterator[Writes]:
        """The files are written last: what went wrong before has changed none of them."""
        with self._files.writing() as files, self._database.writing() as sql:
            yield BothWritten(self._map, sql, files)

    def _search(self, rows: Rows, keys: SearchKeys, tables: Collection[str]) -> _Held:
        found = hits(self._map, rows, keys)
        return {
            root: portrait(self.name, self._map, root, poured(self._map, rows, [root], tables), by)
            for root, by in found.items()
        }

    def _holders(self, rows: Rows, address: str) -> _Held:
        return self._search(rows, search_keys(addresses=[address]), self._telling)

    def _hers(self, rows: Rows, address: str, also: Collection[str]) -> list[Root]:
        """The persons that hold the address, if they are one, and those that staff said are hers.

        None where several hold it: what nobody can tell apart is left alone, whatever staff say.
        """
        held = self._holders(rows, address)
        if several_people(list(held.values()), address):
            return []
        return list(dict.fromkeys((*held, *roots_named(self._map, rows, also))))

    def _theirs(self, rows: Rows, held: Iterable[Root], tables: Collection[str]) -> Family:
        return family(self._map, rows, held, tables)

    def _copies(self, rows: Rows, held: Iterable[Root], address: str) -> tuple[TableRows, ...]:
        place = f"registers.{self.name}"
        found = {
            name: copies(self._map.tables[name], theirs, f"{place}.tables.{name}")
            for name, theirs in poured(self._map, rows, held)
        }
        pieces = [copy for name in self._map.tables for copy in found.get(name, ())]
        marketing = self._map.marketing
        if marketing is not None:
            pieces += copies(marketing, self._block_rows(rows, address), f"{place}.marketing")
        return tuple(pieces)

    def _block_rows(self, rows: Rows, address: str) -> list[Row]:
        marketing, wanted = self._map.marketing, normalise_address(address)
        if marketing is None:
            return []
        near = rows.resembling(marketing.table, [marketing.address], [pieces_of(wanted)])
        return [row for row in near if wanted in addresses_in(as_text(row[marketing.address]))]

    def _carry_blocks_over(self, writes: Writes, order: Order) -> None:
        """A no to marketing holds for the address that hers is changed to (Art. 21(3))."""
        for change in order.changes:
            if any(self._block_rows(writes, old) for old in addresses_in(change.old)):
                for new in addresses_in(change.new):
                    self._put_on_block_list(writes, new, order.on)

    def _put_on_block_list(self, writes: Writes, address: str, on: datetime) -> None:
        marketing = self._map.marketing
        if marketing is not None and not self._block_rows(writes, address):
            day = on.date().isoformat()
            new = {marketing.address: normalise_address(address), marketing.date: day}
            writes.insert(marketing.table, new)


def _blocked(held: Collection[PersonRecord], *, shared: bool) -> BlockOutcome:
    """What to say of a block, by the records that hold the address."""
    if not held:
        return BlockOutcome.NOWHERE
    if any(record.protected for record in held):
        return BlockOutcome.PROTECTED
    return BlockOutcome.SHARED if shared else BlockOutcome.FOUND
