"""A register read through its data map: what stands behind `Register`, whatever the source."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime

from bot.core.identity import BlockOutcome
from bot.core.vocabulary import Act
from bot.registers.datamap import CONSENTS, Means, RegisterMap
from bot.registers.faults import faults
from bot.registers.files import CsvFolder
from bot.registers.keys import SearchKeys, addresses_in, normalise_address, search_keys
from bot.registers.portrait import copies, portrait, telling
from bot.registers.records import PersonRecord, Snapshot, TableRows, several_people
from bot.registers.search import Root, family, hits, pieces_of
from bot.registers.sources import Row, Rows, as_text
from bot.registers.sql import SqlDatabase, SqlRows

_Held = dict[Root, PersonRecord]


class MappedRegister:
    """A database, and files where the map says so; see `records.Register` for the promises."""

    def __init__(self, name: str, register_map: RegisterMap) -> None:
        self.name = name
        self.company = register_map.company
        self._map = register_map
        self._files = CsvFolder(name, register_map)
        self._database = SqlDatabase(name, register_map)
        self._telling = telling(register_map)

    def look_up(self, keys: SearchKeys, *, whole: bool = False) -> tuple[PersonRecord, ...]:
        """Every record that one of the keys reaches, by any of its tables; sorted by key."""
        if not keys:
            return ()
        tables = self._map.tables if whole else self._telling
        with self._database.reading() as sql:
            found = self._search(self._rows(sql), keys, tables)
        return tuple(sorted(found.values(), key=lambda record: record.key))

    def collect(self, address: str, taken: datetime) -> Snapshot:
        """A faithful copy of every row of the records that hold the address; aware `taken`."""
        tables: tuple[TableRows, ...] = ()
        with self._database.reading() as sql:
            held = self._holders(self._rows(sql), address)
            if held and not several_people(list(held.values())):
                tables = self._copies(sql, held, address)
        return Snapshot(self.name, self.company, taken, tables)

    def block_marketing(
        self, address: str, on: datetime, *, email_only: bool = False
    ) -> BlockOutcome:
        """Block list always, then the channels; one transaction, the same when repeated."""
        if "@" not in address:
            raise ValueError("only a mail address can be blocked")
        marketing = self._map.marketing
        with self._database.writing() as sql:
            if not self._block_rows(sql, address):
                day = on.date().isoformat()
                new = {marketing.address: normalise_address(address), marketing.date: day}
                sql.insert(marketing.table, new)
            held = self._holders(self._rows(sql), address)
            shared = several_people(list(held.values())) or (email_only and bool(held))
            self._switch_off(sql, held, {Means.CONSENT_MAIL} if shared else CONSENTS)
        if shared:
            return BlockOutcome.SHARED
        return BlockOutcome.FOUND if held else BlockOutcome.NOWHERE

    def carry_out(self, act: Act, address: str, on: datetime) -> bool:
        """False: no map says yet how a register restricts, corrects or erases."""
        del act, address, on
        return False

    def problems(self) -> list[str]:
        """What is wrong with the register or its map, and what to do, one sentence each."""
        return faults(self.name, self._map, self._database, self._files)

    def _rows(self, sql: SqlRows) -> Rows:
        return _BothKinds(self._map, sql, self._files)

    def _search(self, rows: Rows, keys: SearchKeys, tables: Collection[str]) -> _Held:
        found = hits(self._map, rows, keys)
        return {
            root: portrait(self.name, self._map, root, family(self._map, rows, [root], tables), by)
            for root, by in found.items()
        }

    def _holders(self, rows: Rows, address: str) -> _Held:
        return self._search(rows, search_keys(addresses=[address]), self._telling)

    def _copies(self, sql: SqlRows, held: Iterable[Root], address: str) -> tuple[TableRows, ...]:
        theirs = family(self._map, self._rows(sql), held, self._map.tables)
        marketing = self._map.marketing
        pieces = [
            copy
            for name, part in self._map.tables.items()
            for copy in copies(part, theirs.get(name, ()))
        ]
        blocked = copies(marketing, self._block_rows(sql, address))
        return (*pieces, *blocked)

    def _block_rows(self, sql: SqlRows, address: str) -> list[Row]:
        marketing, wanted = self._map.marketing, normalise_address(address)
        near = sql.resembling(marketing.table, [marketing.address], [pieces_of(wanted)])
        return [row for row in near if wanted in addresses_in(as_text(row[marketing.address]))]

    def _switch_off(self, sql: SqlRows, held: _Held, channels: Collection[Means]) -> None:
        theirs = family(self._map, self._rows(sql), held, self._telling)
        for name, rows in theirs.items():
            table = self._map.tables[name]
            off = {column: table.fields[column].off for column in table.meaning(*channels)}
            column = table.upward[0] if table.upward else table.key
            if off:
                sql.update(name, column, [row[column] for row in rows], off)


class _BothKinds:
    """The rows of a register, each table from where the map says it is."""

    def __init__(self, register_map: RegisterMap, sql: SqlRows, files: CsvFolder) -> None:
        self._sources: dict[str, Rows] = {
            name: files if table.source == "csv" else sql
            for name, table in register_map.tables.items()
        }

    def resembling(
        self, table: str, columns: Sequence[str], wanted: Collection[Sequence[str]]
    ) -> Iterable[Row]:
        """As `Rows` says."""
        return self._sources[table].resembling(table, columns, wanted)

    def having(self, table: str, column: str, values: Collection[object]) -> Iterable[Row]:
        """As `Rows` says."""
        return self._sources[table].having(table, column, values)
