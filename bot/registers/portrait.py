"""What a person's rows say of her: the record that identity is weighed by. No row is held."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from bot.core.vocabulary import Category
from bot.registers.keys import (
    addresses_in,
    normalise_customer_number,
    normalise_phone,
    twelve_digits,
)
from bot.registers.maps.datamap import CONSENTS, HOLDS, FieldMap, Means, RegisterMap, TableMap
from bot.registers.maps.tablemap import Whose
from bot.registers.records import Key, PersonRecord
from bot.registers.search import Family, Root, whole_names
from bot.registers.sources import Row, as_day, as_text
from bot.registers.whose import whose_of

_MAIL_ONLY = frozenset(
    {Means.NAME, Means.EMAIL, Means.CONTACT_CHANGED, Means.REGISTERED, *CONSENTS}
)
_OF_HISTORY = frozenset(
    {Means.NOTHING, Means.RELATION, Means.ENDED, Means.BOOKED, Means.OCCURRED, *HOLDS}
)
_OF_FIRM = frozenset({Whose.CONTACT, Whose.SOLE_TRADER})
_TOLD = HOLDS | {Means.PROTECTED}
_Take = Callable[[str], None]
"""Takes in the text of one cell."""


def portrait(
    register: str,
    register_map: RegisterMap,
    root: Root,
    rows: Family | Iterable[tuple[str, Iterable[Row]]],
    hit_by: Iterable[Key],
) -> PersonRecord:
    """One person's record in one register, from the rows that are hers, table by table.

    They are read once, from the front, and none is kept. What only the whole can tell (`mail_only`)
    is told only where no table is left out.
    """
    sitting = _Sitting(register_map, root)
    for name, some in rows.items() if isinstance(rows, Mapping) else rows:
        sitting.look_at(name, some)
    return sitting.record(register, frozenset(hit_by))


def telling(register_map: RegisterMap) -> frozenset[str]:
    """The tables that say who a person is; long histories are read for a copy, or the whole."""
    return frozenset(
        name
        for name, table in register_map.tables.items()
        for field in table.fields.values()
        if field.means not in _OF_HISTORY or field.category is Category.CREDIT
    )


def fold_postal(lines: Iterable[str]) -> str:
    """Postal lines for comparing: lower case, no spaces or punctuation."""
    return "".join(char for line in lines for char in line.lower() if char.isalnum())


@dataclass
class _Days:
    """The first and the last of the days in some cells; `all_read` when each cell holds one."""

    first: date | None = None
    last: date | None = None
    all_read: bool = True

    def take(self, cell: str) -> None:
        """One cell more."""
        day = as_day(cell)
        if day is None:
            self.all_read = False
            return
        self.first = min(day, self.first or day)
        self.last = max(day, self.last or day)


class _Sitting:
    """What was seen of one person so far."""

    def __init__(self, register_map: RegisterMap, root: Root) -> None:
        self._map, self._root = register_map, root
        self._tables: set[str] = set()
        self._names: dict[str, None] = {}
        self._postal: dict[str, tuple[str, ...]] = {}
        self._found: dict[Means, set[str]] = {}
        self._registered, self._dealings, self._changed = _Days(), _Days(), _Days()
        self._categories: set[Category] = set()
        self._said: set[str] = set()
        self._has_credit = self._beyond_mail = self._of_firm = False

    def look_at(self, name: str, rows: Iterable[Row]) -> None:
        """Every row of hers in one table."""
        self._tables.add(name)
        table = self._map.tables[name]
        takers = [
            (column, list(self._takers(table, column, field)))
            for column, field in table.fields.items()
        ]
        named, lives = bool(table.meaning(Means.NAME)), table.meaning(Means.STREET)
        for row in rows:
            for column, takes in takers:
                cell = as_text(row[column])
                for take in takes:
                    take(cell)
            if named and (whole := whole_names(table, row)):
                self._names[whole] = None
            if lives:
                self._take_postal(table, row)
            if name == self._root.table:
                self._of_firm = self._of_firm or whose_of(table, row) in _OF_FIRM

    def record(self, register: str, hit_by: frozenset[Key]) -> PersonRecord:
        """All of it as a record."""
        postal = list(self._postal.values())
        latest = (self._registered.last, self._dealings.last)
        is_whole = set(self._map.below(self._root.table)) <= self._tables
        holds = {means.value for means in HOLDS}
        return PersonRecord(
            register=register,
            key=str(self._root),
            names=tuple(self._names),
            addresses=self._of(Means.EMAIL),
            customer_numbers=self._of(Means.CUSTOMER_NUMBER),
            personal_numbers=self._of(Means.PERSONAL_NUMBER),
            postal=postal[0] if postal else (),
            more_postal=tuple(postal[1:]),
            has_credit=self._has_credit,
            contact_changed=self._changed.last if self._changed.all_read else None,
            phones=self._of(Means.PHONE) - {""},
            cookies=self._of(Means.COOKIE_ID) - {""},
            registered=self._registered.first,
            related=max(filter(None, latest), default=None),
            categories=frozenset(self._categories),
            holds=frozenset(self._said & holds),
            mail_only=is_whole and not self._beyond_mail,
            protected=Means.PROTECTED.value in self._said,
            of_firm=self._of_firm,
            hit_by=hit_by,
        )

    def _of(self, means: Means) -> frozenset[str]:
        return frozenset(self._found.get(means, ()))

    def _takers(self, table: TableMap, column: str, field: FieldMap) -> Iterator[_Take]:
        """What a cell of a column is asked; a column that tells nothing more is asked nothing."""
        means = field.means
        yield partial(self._take_category, field.category)
        if means in _SAYS:
            yield partial(self._take_key, means, self._found.setdefault(means, set()))
        if days := self._days(means):
            yield days.take
        if means in _TOLD:
            yield partial(self._take_told, means, str(field.off))
        if field.category is Category.CREDIT or means is Means.CREDIT:
            yield self._take_credit
        # a column whose meaning nobody wrote down says more, unless it only ties rows together
        ties = means is Means.NOTHING and column in {table.key, *table.link}
        if not (ties or means in _MAIL_ONLY or field.category is Category.CONSENTS):
            yield self._take_beyond_mail

    def _days(self, means: Means) -> _Days | None:
        return {
            Means.REGISTERED: self._registered,
            Means.RELATION: self._dealings,
            Means.BOOKED: self._dealings,
            Means.CONTACT_CHANGED: self._changed,
        }.get(means)

    def _take_category(self, category: Category, cell: str) -> None:
        """What a copy would hold, so that both say the same (L28)."""
        if cell:
            self._categories.add(category)

    @staticmethod
    def _take_key(means: Means, found: set[str], cell: str) -> None:
        if cell.strip():
            found.update(_SAYS[means](cell))

    def _take_told(self, means: Means, off: str, cell: str) -> None:
        """What a cell says that is neither empty nor the value for no, or for "over"."""
        if cell.strip() not in {"", off}:
            self._said.add(means.value)

    def _take_credit(self, cell: str) -> None:
        self._has_credit = self._has_credit or bool(cell.strip())

    def _take_beyond_mail(self, cell: str) -> None:
        """Whether it says more of a person than name, mail address and consents (P10)."""
        self._beyond_mail = self._beyond_mail or bool(cell.strip())

    def _take_postal(self, table: TableMap, row: Row) -> None:
        """Each different postal address once. Without a street there is nowhere to send to."""
        street = [as_text(row[column]).strip() for column in table.meaning(Means.STREET)]
        place = (*table.meaning(Means.POSTCODE), *table.meaning(Means.CITY))
        town = " ".join(as_text(row[column]).strip() for column in place).strip()
        lines = tuple(filter(None, (*street, town)))
        if any(street):
            self._postal.setdefault(fold_postal(lines), lines)


_SAYS: Mapping[Means, Callable[[str], Iterable[str]]] = {
    Means.EMAIL: addresses_in,
    Means.CUSTOMER_NUMBER: lambda cell: (normalise_customer_number(cell),),
    Means.PERSONAL_NUMBER: twelve_digits,
    Means.PHONE: lambda cell: (normalise_phone(cell),),
    Means.COOKIE_ID: lambda cell: (cell.strip(),),
}
