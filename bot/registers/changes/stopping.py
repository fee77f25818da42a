"""Stopping a use of one person's data in a register: its switches for that use say no."""

from collections.abc import Collection, Iterator

from bot.registers.maps.datamap import CONSENTS, Basis, Means, Purpose, RegisterMap
from bot.registers.orders import Order
from bot.registers.search import Family
from bot.registers.sources import Writes, as_text


def stop(register_map: RegisterMap, writes: Writes, theirs: Family, order: Order) -> bool:
    """Switch off what the order's purposes are steered by (Art. 7(3), 21(1)).

    Marketing is steered by the consents, and the one other purpose that rests on a legitimate
    interest by the switch for statistics. False, and nothing done, where a purpose uses data of
    hers on a record that has no switch for it, where two purposes would have to share the one for
    statistics, and where nobody has said which purposes end.
    """
    if not any(theirs.values()):
        return True
    others = [one for one in order.stops if not one.marketing]
    if not order.stops or len(others) > 1:
        return False
    channels: set[Means] = set()
    for purpose in order.stops:
        switches = _steering(purpose)
        for root in _using(register_map, theirs, purpose):
            if not _has(register_map, theirs, root, switches):
                return False
            channels |= switches
    switch_off(register_map, writes, theirs, channels)
    return True


def switch_off(
    register_map: RegisterMap, writes: Writes, theirs: Family, channels: Collection[Means]
) -> None:
    """Write the value for no into these switches of one person's rows."""
    for name, rows in theirs.items():
        table = register_map.tables[name]
        off = {column: table.fields[column].off for column in table.meaning(*channels)}
        column = table.upward[0] if table.upward else table.key
        if off:
            writes.update(name, column, [row[column] for row in rows], off)


def _steering(purpose: Purpose) -> frozenset[Means]:
    if purpose.marketing:
        return CONSENTS
    by_interest = purpose.basis is Basis.LEGITIMATE_INTEREST
    return frozenset({Means.STATISTICS} if by_interest else ())


def _using(register_map: RegisterMap, theirs: Family, purpose: Purpose) -> Iterator[str]:
    """The persons' own tables on which data hang that the purpose uses."""
    for name, rows in theirs.items():
        columns = [
            column
            for column, field in register_map.tables[name].fields.items()
            if field.category in purpose.categories
            and (not field.purposes or purpose.id in field.purposes)
        ]
        if any(as_text(row[column]) for row in rows for column in columns):
            yield register_map.root_of(name)


def _has(register_map: RegisterMap, theirs: Family, root: str, switches: Collection[Means]) -> bool:
    return any(
        theirs.get(name) and register_map.tables[name].meaning(*switches)
        for name in register_map.below(root)
    )
