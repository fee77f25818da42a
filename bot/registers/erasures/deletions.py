"""The lines of the deletion log: what an erasure took away, said so that it tells of nobody.

After a restored backup the erasure is repeated from them (Art. 5(1)(e), 17, 32(1)(c)). A row number
stands as it is. A key that a person is called by (a kundnummer), every key that is a text, and all
that a person is known by stand as keyed hashes alone.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import Annotated, Final, Literal

from pydantic import Field, TypeAdapter

from bot.registers.erasures.rowplan import Fate, RowPlan, Scalar
from bot.registers.keys import fold_name, normalise_address
from bot.registers.maps.datamap import IDENTITY, Means, RegisterMap
from bot.registers.records import Key, PersonRecord
from bot.registers.sources import as_text

Mark = Callable[[str, str], str]
"""The keyed hash of a text for a purpose, hex."""

Identity = Mapping[str, frozenset[str]]
"""Keyed hashes of what a person is known by, by kind (`records.Key`)."""

NAMING: Final = IDENTITY | {Means.PHONE}
"""A key that means one of these names whoever has it."""
_A_LINE: Final = 1000
ROW_NUMBER: Final = re.compile(r"0|[1-9][0-9]{0,8}")
"""Shorter than every personal number and telephone number."""


@dataclass(frozen=True)
class Deletion:
    """Rows of one table that an erasure is about to delete, to clear in `columns`, or to keep.

    `keys` are row numbers or keyed hashes, `persons` (table/key) the own rows of the person that
    they hang on. What was kept is named so that nobody takes it for something that came back.
    `day` is a Swedish day.
    """

    register: str
    matter: str
    day: date
    table: str
    fate: Fate
    keys: tuple[Scalar, ...]
    columns: tuple[str, ...] = ()
    persons: frozenset[str] = frozenset()
    identity: dict[str, frozenset[str]] = field(default_factory=dict)
    step: Literal["begun"] = "begun"


@dataclass(frozen=True)
class Finished:
    """The register has done it: what was begun in this matter is gone since that day."""

    register: str
    matter: str
    day: date
    step: Literal["done"] = "done"


_LINE: Final[TypeAdapter[Deletion | Finished]] = TypeAdapter(
    Annotated[Deletion | Finished, Field(discriminator="step")]
)


Did = tuple[Fate, tuple[str, ...]]
"""What was done to a row, and to which of its columns."""


@dataclass
class Erased:
    """What one matter erased in one register, as the log has it; `rows` by table and logged key."""

    matter: str
    day: date = date.min
    identity: dict[str, frozenset[str]] = field(default_factory=dict)
    persons: frozenset[str] = frozenset()
    rows: dict[tuple[str, Scalar], set[Did]] = field(default_factory=dict)

    def add(self, line: Deletion) -> None:
        """One more line of the same matter and register."""
        self.persons |= line.persons
        for kind, marks in line.identity.items():
            self.identity[kind] = self.identity.get(kind, frozenset()) | marks
        for key in line.keys:
            self.rows.setdefault((line.table, key), set()).add((line.fate, line.columns))

    def kept(self, table: str, key: Scalar) -> bool:
        """Whether it knew a row and did not delete it."""
        fates = {fate for fate, _ in self.rows.get((table, key), ())}
        return bool(fates) and Fate.DELETE not in fates

    def erases(self, table: str) -> bool:
        """Whether it took or emptied some row of a table."""
        return any(
            name == table and fate in {Fate.DELETE, Fate.CLEAR}
            for (name, _), dids in self.rows.items()
            for fate, _ in dids
        )


@dataclass(frozen=True)
class Marking:
    """How the keys of one register are written down."""

    register: str
    register_map: RegisterMap
    mark: Mark

    def key(self, table: str, value: object) -> Scalar:
        """A row number as it is, however a file writes it; the keyed hash of every other key."""
        text = as_text(value).strip()
        number = ROW_NUMBER.fullmatch(text)
        if number and not self._names_a_person(table):
            return int(text)
        return self.mark("key", f"{self.register}/{table}/{text}")

    def person(self, table: str, value: object) -> str:
        """A person's own row: its table and logged key."""
        return f"{table}/{self.key(table, value)}"

    def persons(self, records: Iterable[PersonRecord]) -> frozenset[str]:
        """The own rows of these records."""
        places = (record.key.partition("/") for record in records)
        return frozenset(self.person(table, value) for table, _, value in places)

    def identity(self, records: Iterable[PersonRecord], address: str = "") -> Identity:
        """What these records and an address say of a person, each as a keyed hash."""
        records = tuple(records)
        said: dict[str, set[str]] = {
            Key.ADDRESS: {one for record in records for one in record.addresses},
            Key.CUSTOMER_NUMBER: {one for record in records for one in record.customer_numbers},
            Key.PERSONAL_NUMBER: {one for record in records for one in record.personal_numbers},
            Key.NAME: {fold_name(name) for record in records for name in record.names},
        }
        if address:
            said[Key.ADDRESS].add(normalise_address(address))
        return {
            str(kind): frozenset(self.mark(kind, text) for text in texts)
            for kind, texts in said.items()
            if texts
        }

    def _names_a_person(self, table: str) -> bool:
        """Whether the key of a table is what a person is called by, there or where it points to."""
        column = self.register_map.tables[table].key
        while True:
            part = self.register_map.tables[table]
            if part.fields[column].means in NAMING:
                return True
            if part.upward is None or part.upward[0] != column:
                return False
            _, table, column = part.upward


def lines_before(
    marking: Marking, plan: RowPlan, matter: str, day: date, known: tuple[Identity, frozenset[str]]
) -> Iterator[str]:
    """What to write down before a plan is carried out; `known`: her identity, and her own rows."""
    identity, persons = known
    for one in plan.rows:
        keys = iter(one.keys)
        while some := tuple(islice(keys, _A_LINE)):
            line = Deletion(
                register=plan.register,
                matter=matter,
                day=day,
                table=one.table,
                fate=one.fate,
                keys=tuple(marking.key(one.table, key) for key in some),
                columns=one.columns if one.fate is Fate.CLEAR else (),
                persons=persons,
                identity=dict(identity),
            )
            yield _LINE.dump_json(line).decode()


def line_after(register: str, matter: str, day: date) -> str:
    """What to write down when the register has carried it out."""
    return _LINE.dump_json(Finished(register, matter, day)).decode()


def erased(lines: Iterable[str], since: date = date.min) -> dict[str, list[Erased]]:
    """What was carried out on a day or later, by register; pydantic's ValidationError for no line.

    What was begun and never done is left out: it may have been stopped.
    """
    found: dict[tuple[str, str], Erased] = {}
    done: dict[tuple[str, str], date] = {}
    for text in lines:
        line = _LINE.validate_json(text)
        place = (line.register, line.matter)
        if isinstance(line, Finished):
            done[place] = max(line.day, done.get(place, date.min))
        else:
            found.setdefault(place, Erased(line.matter)).add(line)
    by_register: dict[str, list[Erased]] = {}
    for place, one in found.items():
        one.day = done.get(place, date.min)
        if place in done and one.day >= since:
            by_register.setdefault(place[0], []).append(one)
    return by_register
