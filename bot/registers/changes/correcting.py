"""Putting right what a named human calls wrong in one person's rows, as the map says how (Art. 16).

Everything is worked out before anything is written: what the bot cannot place with certainty it
leaves to people, whole. What belongs to the books is never written over (bokföringslagen 5 kap.
5 §): a note beside says what is right.
"""

from bot.core.deadlines import receipt_day
from bot.registers.changes.corrections import Corrections, ForPeopleError
from bot.registers.maps.registermap import RegisterMap
from bot.registers.orders import Order
from bot.registers.search import Family
from bot.registers.sources import Writes, as_text


def rectify(register_map: RegisterMap, writes: Writes, theirs: Family, order: Order) -> bool:
    """Write each new value in place of the old, in all her rows; repeated, it changes nothing.

    False, and nothing done, where people correct a table that holds an old value, where something
    is to be added, where a value means different things in different columns, where neither old
    nor new is there at all, where a new key is somebody else's already, and without any change.
    """
    if not any(theirs.values()):
        return True
    if not order.changes:
        return False
    today = receipt_day(order.on)
    work = Corrections(register_map, writes, theirs)
    try:
        for change in order.changes:
            work.place(change)
        work.mark_day(today)
        batches = list(work.batches())
    except ForPeopleError:
        return False
    for name, keys, new, within in batches:
        writes.update(name, register_map.tables[name].key, keys, new, within)
    for note, key, said in work.notes:
        text = f"{said} ({order.reference})" if order.reference else said
        there = {as_text(row[note.text]) for row in writes.having(note.table, note.key, [key])}
        if text not in there:
            values = {note.key: key, note.text: text, note.on: today.isoformat()}
            writes.insert(note.table, values)
    return True
