"""What the corrections of one person's rows come to, worked out before anything is written."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from bot.core.command_words import Change
from bot.registers.changes.beside import is_mapped
from bot.registers.changes.matching import corrected, hanging, mentions, typed
from bot.registers.erasures.rowplan import Within
from bot.registers.keys import SearchKeys, search_keys
from bot.registers.maps.fieldmap import HOLDS, SWITCHES, FieldMap, Means
from bot.registers.maps.registermap import RegisterMap
from bot.registers.maps.tablemap import Flag, NoteMap, SideTable, TableMap, WhoseBy
from bot.registers.search import Family, Root, hits
from bot.registers.sources import Writes, as_text

_PLACE: Final = frozenset({Means.POSTCODE, Means.CITY})
_REACHES: Final = _PLACE | {Means.STREET, Means.EMAIL, Means.PHONE}
"""What is a way to reach her: with it changes the day of contact change (P02)."""
_EVERYWHERE: Final = _REACHES | {Means.NAME, Means.CUSTOMER_NUMBER, Means.PERSONAL_NUMBER}
"""What is put right wherever it stands; of everything else, one cell at most."""
_NOT_DATA: Final = SWITCHES | HOLDS | {Means.PROTECTED, Means.CONTACT_CHANGED}

_Place = tuple[str, int, str]
"""A cell: table, number of its row among hers, column."""
_Batch = tuple[str, list[object], dict[str, object], Within | None]
"""Table, keys of its rows, the new cells, and what narrows to rows of hers."""


class ForPeopleError(Exception):
    """It cannot be told with certainty what to write."""


class Corrections:
    """What will be written: batches of new cells, and notes as (where, key of the row, text).

    Each gesture raises ForPeopleError where a human has to say more.
    """

    def __init__(self, register_map: RegisterMap, writes: Writes, theirs: Family) -> None:
        self._map = register_map
        self._writes = writes
        self._theirs = theirs
        self._new: dict[tuple[str, int], dict[str, object]] = {}
        self._reached: set[tuple[str, int]] = set()
        self.notes: list[tuple[NoteMap, object, str]] = []

    def place(self, change: Change) -> None:
        """Put one change into every cell that holds its old value."""
        found = self._holding(change) if change.old else {}
        noted = self._note(change) if change.old else False
        if not (found or noted or self._is_right(change)):
            raise ForPeopleError
        if found:
            self._must_be_one_thing(found, change)
        for (name, number, column), text in found.items():
            table = self._map.tables[name]
            if table.rectify != "overwrite":
                raise ForPeopleError
            self._put((name, number, column), text)
            if table.fields[column].means in _REACHES:
                self._reached.add((name, number))

    def mark_day(self, today: date) -> None:
        """A row with a new way to reach her says so; else the rows that say it for the record."""
        for name, number in self._reached:
            if self._map.tables[name].meaning(Means.CONTACT_CHANGED):
                self._date(name, number, today)
                continue
            root = self._map.root_of(name)
            for other in filter(self._theirs.__contains__, self._map.below(root)):
                if self._map.tables[other].rectify == "overwrite":
                    for place in range(len(self._theirs[other])):
                        self._date(other, place, today)

    def batches(self) -> Iterator[_Batch]:
        """What to write, what others hang on first; rows with the same new cells together."""
        depth = {name: len(list(self._map.path(name))) for name in self._theirs}
        for name in sorted(self._theirs, key=depth.__getitem__):
            table, rows = self._map.tables[name], self._theirs[name]
            wanted: dict[object, set[tuple[tuple[str, object], ...]]] = {}
            for number, row in enumerate(rows):
                new = self._new.get((name, number), {})
                wanted.setdefault(row[table.key], set()).add(tuple(sorted(new.items())))
            alike: dict[tuple[tuple[str, object], ...], list[object]] = {}
            for key, ways in wanted.items():
                if ways == {()}:
                    continue
                if len(ways) > 1 or not as_text(key).strip():
                    raise ForPeopleError  # two rows of one key, and not both are to be changed
                alike.setdefault(ways.pop(), []).append(key)
            links = [new[table.upward[0]] for (one, _), new in self._new.items()
                     if one == name and table.upward and table.upward[0] in new]  # fmt: skip
            for cells, keys in alike.items():
                yield name, keys, dict(cells), hanging(table, rows, *links)

    def _holding(self, change: Change) -> dict[_Place, str]:
        """Every cell outside the books that holds the old value, with its new text."""
        places = self._places(books=False)
        texts = {place: corrected(self._cell(place), means, change) for place, means in places}
        return {place: text for place, text in texts.items() if text is not None}

    def _is_right(self, change: Change) -> bool:
        """Whether what the bot may write over holds the new value already."""
        right = self._holding(Change(change.new, change.new)) if change.old else {}
        return any(self._map.tables[name].rectify == "overwrite" for name, _, _ in right)

    def _note(self, change: Change) -> bool:
        """A note beside each row of the books that holds the old value; whether there is any."""
        rows = {
            (name, number)
            for (name, number, column), means in self._places(books=True)
            if mentions(self._cell((name, number, column)), means, change)
        }
        for name, number in sorted(rows):
            table = self._map.tables[name]
            note = table.rectify
            if isinstance(note, NoteMap) and is_mapped(self._map, note):
                key = self._theirs[name][number][table.key]
                self.notes.append((note, key, f"{change.old} → {change.new}"))
                continue
            raise ForPeopleError
        return bool(rows)

    def _places(self, *, books: bool) -> Iterator[tuple[_Place, Means]]:
        """Every cell of hers that says something of her, in the books or outside them."""
        for name, rows in self._theirs.items():
            table = self._map.tables[name]
            if isinstance(table.rectify, NoteMap) is not books:
                continue
            for column, field in table.fields.items():
                if _is_data(table, column, field):
                    yield from (
                        ((name, number, column), field.means) for number in range(len(rows))
                    )

    def _cell(self, place: _Place) -> object:
        name, number, column = place
        new = self._new.get((name, number), {})
        return new[column] if column in new else self._theirs[name][number][column]

    def _must_be_one_thing(self, found: dict[_Place, str], change: Change) -> None:
        """One kind of value in all these cells, and of one place; else nobody knows which."""
        means = {self._map.tables[name].fields[column].means for name, _, column in found}
        rows = {(name, number) for name, number, _ in found}
        of_one_kind = len(means) == 1 and means <= _EVERYWHERE
        an_address = "@" in change.old and means <= {Means.EMAIL, Means.NOTHING}
        if len(found) > 1 and not (of_one_kind or an_address):
            raise ForPeopleError
        if Means.NAME in means and len(rows) < len(found):
            raise ForPeopleError
        if means & _PLACE and len(set(filter(None, map(self._street, rows)))) > 1:
            raise ForPeopleError
        if any(set(hits(self._map, self._writes, _keys(one, change.new))) - self._own
               for one in means):  # fmt: skip
            raise ForPeopleError

    @property
    def _own(self) -> set[Root]:
        tables = self._map.tables
        return {
            Root(name, row[tables[name].key])
            for name in self._map.roots
            for row in self._theirs.get(name, ())
        }

    def _street(self, row: tuple[str, int]) -> str:
        name, number = row
        columns = self._map.tables[name].meaning(Means.STREET)
        return " ".join(as_text(self._cell((name, number, column))) for column in columns).strip()

    def _put(self, place: _Place, text: str) -> None:
        """Write a new text into a cell, and into every link that points to it (L45)."""
        name, number, column = place
        held = self._cell(place)
        try:
            new = typed(text, held)
        except ValueError:
            raise ForPeopleError from None
        pointing = [
            other for other, table in self._map.tables.items()
            if table.upward and table.upward[1:] == (name, column)
        ]  # fmt: skip
        is_key = bool(pointing) or column == self._map.tables[name].key
        if is_key and new != held and any(True for _ in self._writes.having(name, column, [new])):
            raise ForPeopleError
        self._new.setdefault((name, number), {})[column] = new
        for other in pointing:
            self._follow(other, held, text)

    def _follow(self, name: str, held: object, text: str) -> None:
        table = self._map.tables[name]
        marks = [one.restrict for one in self._map.tables.values()]
        beside = any(isinstance(one, SideTable) and one.table == name for one in marks)
        link = table.upward[0] if table.upward else table.key
        for number, row in enumerate(self._theirs.get(name, ())):
            if as_text(row[link]) == as_text(held):
                if not (beside or table.rectify == "overwrite"):
                    raise ForPeopleError  # what the books say of her number stays
                self._put((name, number, link), text)

    def _date(self, name: str, number: int, today: date) -> None:
        for column in self._map.tables[name].meaning(Means.CONTACT_CHANGED):
            new = typed(today.isoformat(), self._theirs[name][number][column])
            self._new.setdefault((name, number), {})[column] = new


def _is_data(table: TableMap, column: str, field: FieldMap) -> bool:
    """Whether a column says something of her: not what ties rows together, nor steers a use."""
    ties = column in table.link or (column == table.key and field.means is Means.NOTHING)
    steers = [
        table.restrict.column if isinstance(table.restrict, Flag) else "",
        table.whose.column if isinstance(table.whose, WhoseBy) else "",
    ]
    return not ties and column not in steers and field.means not in _NOT_DATA


def _keys(means: Means, new: str) -> SearchKeys:
    """By what the new value would lead to a record."""
    return search_keys(
        addresses=[new] if means is Means.EMAIL else (),
        customer_numbers=[new] if means is Means.CUSTOMER_NUMBER else (),
        personal_numbers=[new] if means is Means.PERSONAL_NUMBER else (),
    )
