"""The tables beside: where a restriction is entered, and where a correction is noted."""

from bot.registers.maps.registermap import RegisterMap
from bot.registers.maps.tablemap import NoteMap, SideTable


def is_mapped(register_map: RegisterMap, part: SideTable | NoteMap) -> bool:
    """Whether the map describes the table beside, and each column that is written in it."""
    beside = register_map.tables.get(part.table)
    written = (part.since,) if isinstance(part, SideTable) else (part.text, part.on)
    return beside is not None and {part.key, *written} <= beside.fields.keys()
