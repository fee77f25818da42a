"""Finding again, in a restored register, what the deletion log says is erased; touching nothing."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from bot.registers.erasures.deletions import Erased, Identity, Marking
from bot.registers.erasures.once_more import Due, due_rows
from bot.registers.erasures.rowplan import Rules
from bot.registers.keys import addresses_in, normalise_customer_number, twelve_digits
from bot.registers.maps.datamap import Means, RegisterMap
from bot.registers.portrait import portrait
from bot.registers.records import Key, PersonRecord
from bot.registers.search import Family, Root
from bot.registers.sources import Row, Rows, as_text

_Says = tuple[Key, Callable[[str], Iterable[str]]]
_SAYS: Final[Mapping[Means, _Says]] = {
    Means.EMAIL: (Key.ADDRESS, addresses_in),
    Means.CUSTOMER_NUMBER: (Key.CUSTOMER_NUMBER, lambda cell: (normalise_customer_number(cell),)),
    Means.PERSONAL_NUMBER: (Key.PERSONAL_NUMBER, twelve_digits),
}
_GIVEN_ONCE: Final = frozenset({str(Key.CUSTOMER_NUMBER), str(Key.PERSONAL_NUMBER)})
_SURE: Final = _GIVEN_ONCE | {str(Key.ADDRESS)}
_TWO: Final = 2


class Owner(StrEnum):
    """Whose a record is that the log's keys lead to.

    The erased person's; somebody's who got her row number since; or hers who came anew after the
    day of the erasure.
    """

    HERS = "hers"
    STRANGER = "stranger"
    NEWER = "newer"


@dataclass(frozen=True)
class Again:
    """A record that one matter erased and that is there again; or a stranger's, left alone.

    `address` is one that the record holds now, "" when it holds none.
    """

    matter: str
    root: Root
    owner: Owner
    address: str = ""
    due: Due = field(default_factory=Due)


@dataclass(frozen=True)
class Searching:
    """One open register, its marks, and the rules that say what a law keeps today."""

    rows: Rows
    marking: Marking
    rules: Rules
    today: date

    @property
    def register_map(self) -> RegisterMap:
        """The map of the register."""
        return self.marking.register_map

    def again(self, log: Sequence[Erased]) -> Iterator[Again]:
        """What must be done once more, record by record; what is gone asks for nothing."""
        for root in self._candidates(log):
            theirs = self._family(root)
            record = portrait(
                self.marking.register, self.register_map, root, self._unwritten(theirs), ()
            )
            said = self._said(root, record) if theirs[root.table] else {}
            for one in log:
                by_key = self.marking.person(root.table, root.value) in one.persons
                owner = self._owner((root, record, said), one, by_key=by_key)
                if owner is Owner.HERS:
                    # where the row itself no longer says who, only what the log names goes
                    whole = bool(_SURE & said.keys()) and one.erases(root.table)
                    law = (self.rules, self.today)
                    if due := due_rows(self.marking, theirs, one, law, whole=whole):
                        address = min(record.addresses, default="")
                        yield Again(one.matter, root, owner, address, due)
                elif owner is not None:
                    yield Again(one.matter, root, owner)

    def _owner(
        self, found: tuple[Root, PersonRecord, Identity], erased: Erased, *, by_key: bool
    ) -> Owner | None:
        """Whose a record is, by what it says; None where the matter has nothing to do with it."""
        root, record, said = found
        key = self.marking.key(root.table, root.value)
        # a number that was not given back is still hers, and so is what hung on one nobody has now
        kept = by_key and erased.kept(root.table, key) and not _differing(erased.identity, said)
        bare = by_key and not said
        if not (bare or kept) and not _is_hers(erased.identity, said, by_key=by_key):
            return Owner.STRANGER if by_key else None
        newer = record.registered is not None and record.registered > erased.day
        return Owner.NEWER if newer else Owner.HERS

    def _unwritten(self, theirs: Family) -> Family:
        """The rows without what an erasure writes into a cell: `Raderad` is nobody's name."""
        return {
            name: [
                {
                    column: None
                    if (one := fields.get(column))
                    and one.erase == "replace"
                    and as_text(cell) == as_text(one.replacement)
                    else cell
                    for column, cell in row.items()
                }
                for row in rows
            ]
            for name, rows in theirs.items()
            if (fields := self.register_map.tables[name].fields)
        }

    def _said(self, root: Root, record: PersonRecord) -> Identity:
        """What a record says beside its own key, which proves nothing of whoever has it now."""
        table = self.register_map.tables[root.table]
        means = table.fields[table.key].means
        own = str(_SAYS[means][0]) if means in _SAYS else ""
        said = self.marking.identity([record])
        return {kind: marks for kind, marks in said.items() if kind != own}

    def _candidates(self, log: Sequence[Erased]) -> Iterable[Root]:
        """The own rows that the log may mean: by their keys, and by what the person is known by."""
        known = {mark for one in log for marks in one.identity.values() for mark in marks}
        persons = {person for one in log for person in one.persons}
        found: dict[Root, None] = {}
        for name in self.register_map.tables:
            for row in self._all(name):
                if self._tells(name, row, known):
                    found |= dict.fromkeys(self._roots_of(name, row))
                root = self._pointed_at(name, row)
                if root and self.marking.person(root.table, root.value) in persons:
                    found[root] = None
        return found

    def _all(self, name: str) -> Iterable[Row]:
        """Every row of a table that says who somebody is, or hangs on who does; else none."""
        table = self.register_map.tables[name]
        close = table.upward is None or self.register_map.tables[table.upward[1]].upward is None
        if close or table.meaning(*_SAYS):
            return self.rows.resembling(name, [table.key], [()])
        return ()

    def _tells(self, name: str, row: Row, known: set[str]) -> bool:
        table = self.register_map.tables[name]
        return any(
            self.marking.mark(kind, one) in known
            for means, (kind, says) in _SAYS.items()
            for column in table.meaning(means)
            for one in says(as_text(row[column]))
        )

    def _roots_of(self, name: str, row: Row) -> Iterator[Root]:
        """The own rows that a row hangs on."""
        upward = self.register_map.tables[name].upward
        if upward is None:
            yield Root(name, row[self.register_map.tables[name].key])
            return
        column, parent, there = upward
        for above in self.rows.having(parent, there, [row[column]]):
            yield from self._roots_of(parent, above)

    def _pointed_at(self, name: str, row: Row) -> Root | None:
        """The own row that a row is, or that it points to by its key, be it there or not."""
        table = self.register_map.tables[name]
        if table.upward is None:
            return Root(name, row[table.key])
        column, parent, there = table.upward
        above = self.register_map.tables[parent]
        return Root(parent, row[column]) if (above.upward, there) == (None, above.key) else None

    def _family(self, root: Root) -> Family:
        """As `search.family`, also of an own row that is gone while what hung on it came back."""
        tables = self.register_map.tables
        members: dict[str, list[Row]] = {}
        for name in self.register_map.below(root.table):
            upward = tables[name].upward
            if upward is None:
                members[name] = list(self.rows.having(name, tables[name].key, [root.value]))
                continue
            column, parent, there = upward
            up = [row[there] for row in members[parent]]
            if parent == root.table and there == tables[parent].key:
                up.append(root.value)
            members[name] = list(self.rows.having(name, column, dict.fromkeys(up)))
        return members


def _is_hers(logged: Identity, said: Identity, *, by_key: bool) -> bool:
    """Whether a restored row is the erased person's, and not of whoever got its number since.

    A kind that both know and that has nothing in common contradicts. By what she is called alone,
    it must hold the address (P01).
    """
    differ = _differing(logged, said)
    agree = {kind for kind in said if kind in logged} - differ
    if not agree & _SURE or differ & _GIVEN_ONCE or (differ and len(agree) < _TWO):
        return False
    return by_key or str(Key.ADDRESS) in agree


def _differing(logged: Identity, said: Identity) -> set[str]:
    return {kind for kind in said if kind in logged and not logged[kind] & said[kind]}
