"""What a person's rows say: the record that identity is weighed by, and the faithful copies."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, datetime

from bot.core.vocabulary import Category
from bot.registers.keys import addresses_in, normalise_customer_number, twelve_digits
from bot.registers.maps.datamap import (
    CONSENTS,
    HOLDS,
    FieldMap,
    MarketingMap,
    Means,
    RegisterMap,
    TableMap,
)
from bot.registers.records import Code, Column, Key, PersonRecord, TableRows
from bot.registers.search import Family, Root, whole_names
from bot.registers.sources import Row, as_text
from bot.registers.spill import Gathered

_MAIL_ONLY = frozenset(
    {Means.NAME, Means.EMAIL, Means.CONTACT_CHANGED, Means.REGISTERED, *CONSENTS}
)
_OF_HISTORY = frozenset({Means.NOTHING, Means.RELATION, Means.ENDED, Means.BOOKED, *HOLDS})


def portrait(
    register: str, register_map: RegisterMap, root: Root, rows: Family, hit_by: Iterable[Key]
) -> PersonRecord:
    """One person's record in one register, from the rows that are hers in some tables.

    What only the whole can tell (`mail_only`) is told only where no table is left out.
    """
    tables = register_map.tables
    mail = _cells(tables, rows, Means.EMAIL)
    numbers = _cells(tables, rows, Means.CUSTOMER_NUMBER)
    personal = _cells(tables, rows, Means.PERSONAL_NUMBER)
    names = [whole_names(tables[name], row) for name in rows for row in rows[name]]
    postal = list(_postal(tables, rows))
    is_whole = set(register_map.below(root.table)) <= rows.keys()
    registered = _days(_cells(tables, rows, Means.REGISTERED))
    dealings = _days(_cells(tables, rows, Means.RELATION, Means.BOOKED))
    return PersonRecord(
        register=register,
        key=str(root),
        names=tuple(dict.fromkeys(filter(None, names))),
        addresses=frozenset(address for cell in mail for address in addresses_in(cell)),
        customer_numbers=frozenset(map(normalise_customer_number, filter(str.strip, numbers))),
        personal_numbers=frozenset(twelve for cell in personal for twelve in twelve_digits(cell)),
        postal=postal[0] if postal else (),
        more_postal=tuple(postal[1:]),
        has_credit=any(map(str.strip, _credit_cells(tables, rows))),
        contact_changed=_latest(_cells(tables, rows, Means.CONTACT_CHANGED)),
        phones=frozenset(filter(None, map(_digits, _cells(tables, rows, Means.PHONE)))),
        registered=min(registered, default=None),
        related=max((*registered, *dealings), default=None),
        categories=_categories(tables, rows),
        holds=_said(tables, rows, HOLDS),
        mail_only=is_whole and not any(map(str.strip, _beyond_mail(tables, rows))),
        protected=bool(_said(tables, rows, frozenset({Means.PROTECTED}))),
        hit_by=frozenset(hit_by),
    )


def telling(register_map: RegisterMap) -> frozenset[str]:
    """The tables that say who a person is; long histories are read for a copy, or the whole."""
    return frozenset(
        name
        for name, table in register_map.tables.items()
        for field in table.fields.values()
        if field.means not in _OF_HISTORY or field.category is Category.CREDIT
    )


def copies(
    part: TableMap | MarketingMap, rows: Iterable[Row], place: str = ""
) -> tuple[TableRows, ...]:
    """The rows of one table, a piece for each category in the order of the map.

    A category whose cells are all empty is not held (L28); the others are complete. `place` is the
    key of the table in the config. The rows are read once, from the front.
    """
    categories: dict[Category, dict[str, FieldMap]] = {}
    for column, field in part.fields.items():
        categories.setdefault(field.category, {})[column] = field
    gathered = {category: Gathered() for category in categories}
    for row in rows:
        for category, fields in categories.items():
            cells = tuple(as_text(row[column]) for column in fields)
            if any(cells):
                gathered[category].add(cells)
    pieces = (
        TableRows(
            category,
            part.title_sv,
            tuple(_column(name, field) for name, field in fields.items()),
            gathered[category].rows(),
            part.title_en,
            place,
        )
        for category, fields in categories.items()
    )
    return tuple(piece for piece in pieces if piece.rows)


def _column(name: str, field: FieldMap) -> Column:
    return Column(
        name,
        field.label_sv,
        field.label_en,
        tuple(Code(value, said.sv, said.en) for value, said in field.codes.items()),
        field.origin,
        field.source,
        field.purposes,
        field.free_text,
    )


def fold_postal(lines: Iterable[str]) -> str:
    """Postal lines for comparing: lower case, no spaces or punctuation."""
    return "".join(char for line in lines for char in line.lower() if char.isalnum())


def _cells(tables: Mapping[str, TableMap], rows: Family, *means: Means) -> list[str]:
    return [
        as_text(row[column])
        for name in rows
        for row in rows[name]
        for column in tables[name].meaning(*means)
    ]


def _credit_cells(tables: Mapping[str, TableMap], rows: Family) -> Iterator[str]:
    for name in rows:
        for column, field in tables[name].fields.items():
            if field.category is Category.CREDIT or field.means is Means.CREDIT:
                yield from (as_text(row[column]) for row in rows[name])


def _categories(tables: Mapping[str, TableMap], rows: Family) -> frozenset[Category]:
    """What a copy would hold, so that both say the same (L28)."""
    return frozenset(
        field.category
        for name in rows
        for column, field in tables[name].fields.items()
        if any(as_text(row[column]) for row in rows[name])
    )


def _said(tables: Mapping[str, TableMap], rows: Family, means: Collection[Means]) -> frozenset[str]:
    """Which of these some cell says: it is neither empty nor the value for no, or for "over"."""
    return frozenset(
        field.means.value
        for name in rows
        for column, field in tables[name].fields.items()
        if field.means in means
        for row in rows[name]
        if as_text(row[column]).strip() not in {"", str(field.off)}
    )


def _beyond_mail(tables: Mapping[str, TableMap], rows: Family) -> Iterator[str]:
    """The cells that say more of a person than name, mail address and consents (P10).

    A column whose meaning nobody wrote down says more, unless it only ties rows together.
    """
    for name in rows:
        table = tables[name]
        for column, field in table.fields.items():
            ties = field.means is Means.NOTHING and column in {table.key, *table.link}
            if not (ties or field.means in _MAIL_ONLY or field.category is Category.CONSENTS):
                yield from (as_text(row[column]) for row in rows[name])


def _postal(tables: Mapping[str, TableMap], rows: Family) -> Iterator[tuple[str, ...]]:
    """Each different postal address once. Without a street there is nowhere to send a letter."""
    seen = set()
    for name in rows:
        table = tables[name]
        place = (*table.meaning(Means.POSTCODE), *table.meaning(Means.CITY))
        for row in rows[name]:
            street = [as_text(row[column]).strip() for column in table.meaning(Means.STREET)]
            town = " ".join(as_text(row[column]).strip() for column in place).strip()
            lines = tuple(filter(None, (*street, town)))
            if any(street) and fold_postal(lines) not in seen:
                seen.add(fold_postal(lines))
                yield lines


def _latest(cells: list[str]) -> date | None:
    """The latest day in the cells; None when there is none or one of them cannot be read."""
    days = [_day(cell) for cell in cells]
    known = [day for day in days if day is not None]
    return max(known) if known and len(known) == len(days) else None


def _days(cells: list[str]) -> list[date]:
    """The days in the cells that can be read."""
    return [day for cell in cells if (day := _day(cell)) is not None]


def _digits(cell: str) -> str:
    """A telephone number for comparing: its digits, +46 as 0."""
    digits = "".join(sign for sign in cell if sign.isdigit() or sign == "+")
    return digits.replace("+46", "0", 1).lstrip("+")


def _day(cell: str) -> date | None:
    try:
        return datetime.fromisoformat(cell.strip()).date()
    except ValueError:
        return None
