"""Which row belongs to which person, read from the keys of a schema."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from bot.registers.maps.fieldmap import Means
from bot.registers.maps.guessing import guess

_OWN = frozenset({Means.NAME, Means.CUSTOMER_NUMBER, Means.PERSONAL_NUMBER})
_REACHED = frozenset({Means.STREET, Means.POSTCODE, Means.PHONE, Means.EMAIL})
_CUSTOMERS = re.compile(
    r"customer|kund|member|medlem|client|user|subscri|prenum|person|patient|guest|gäst|buyer",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Link:
    """A column, and the table and column that it points to; `guessed` where no key says so."""

    column: str
    table: str
    there: str
    guessed: bool = False


@dataclass(frozen=True)
class Found:
    """One table of a schema: its columns, its primary key, and its keys of one column."""

    name: str
    columns: tuple[str, ...]
    primary: tuple[str, ...] = ()
    links: tuple[Link, ...] = field(default=())

    def means(self) -> set[Means]:
        """What its columns say by their names; a column that points elsewhere says nothing."""
        ties = {link.column for link in self.links}
        return {said.means for name in self.columns if name not in ties and (said := guess(name))}


def links(found: Iterable[Found]) -> tuple[dict[str, Link], frozenset[str]]:
    """How each table hangs on a person's own, and which tables are a person's own.

    What customers own comes before what staff and suppliers do. Links never run round.
    """
    tables = {one.name: one for one in _with_equal_names(list(found))}
    own = frozenset(name for name, one in tables.items() if _is_a_persons(one, tables))
    chosen: dict[str, Link] = {}
    reached: set[str] = set()
    for some in ({n for n in own if _CUSTOMERS.search(n)}, set(own)):
        reached |= some
        while step := _next(tables, reached | own, reached):
            chosen |= step
            reached |= step.keys()
    return chosen | dict(_turned(tables, reached)), own


def _next(
    tables: Mapping[str, Found], taken: set[str] | frozenset[str], reached: set[str]
) -> dict[str, Link]:
    """The tables one step further from a person, each by its first key that leads there."""
    step: dict[str, Link] = {}
    for name, one in tables.items():
        leading = [link for link in one.links if link.table in reached and link.table != name]
        if name not in taken and leading:
            step[name] = leading[0]
    return step


def _is_a_persons(one: Found, tables: Mapping[str, Found]) -> bool:
    said = one.means()
    if said & _OWN:
        return True
    above = (tables[link.table] for link in one.links if link.table != one.name)
    return Means.EMAIL in said and not any(up.means() & {*_OWN, Means.EMAIL} for up in above)


def _turned(tables: Mapping[str, Found], reached: set[str]) -> Iterator[tuple[str, Link]]:
    """A table that a person's row points to, and that says where she is: the key read backwards."""
    for name, one in tables.items():
        if name in reached or not one.means() & _REACHED:
            continue
        for other in sorted(reached, key=lambda n: not _CUSTOMERS.search(n)):
            back = [link for link in tables[other].links if link.table == name]
            if back:
                yield name, Link(back[0].there, other, back[0].column, guessed=True)
                break


def _with_equal_names(found: list[Found]) -> Iterator[Found]:
    """Where no key is declared, a column that is called like one other table's only key."""
    keys = Counter(one.primary[0] for one in found if len(one.primary) == 1)
    owner = {one.primary[0]: one.name for one in found if len(one.primary) == 1}
    names = {one.name for one in found}
    for one in found:
        declared = tuple(link for link in one.links if link.table in names)
        known = {link.column for link in declared} | set(one.primary)
        equal = tuple(
            Link(column, owner[column], column, guessed=True)
            for column in one.columns
            if keys[column] == 1 and _names_a_row(column) and column not in known
        )
        yield Found(one.name, one.columns, one.primary, (*declared, *equal))


def _names_a_row(column: str) -> bool:
    """Whether two columns of this name may well be one key: a number of a row, not an address."""
    said = guess(column)
    return column.casefold() != "id" and (said is None or said.means is Means.CUSTOMER_NUMBER)
