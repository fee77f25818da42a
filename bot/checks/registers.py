"""The registers: each compared with its data map."""

from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import make_url

from bot.checks.remark import Remark, fault, note
from bot.config import Mode, Settings
from bot.registers.datamap import RegisterMap
from bot.registers.faults import undated
from bot.registers.opening import open_register


def look_at_registers(settings: Settings) -> Iterator[Remark]:
    """Everything wrong is a fault; a register without a date of contact change works (P02)."""
    for name, register_map in settings.registers.items():
        known = undated(name, register_map)
        yield from map(note, known)
        if settings.mode is Mode.DEMO and _not_yet_made(register_map):
            yield note(
                f"registers.{name}: there is no such register yet; a demo register is made by "
                "`rightsbot run`"
            )
            continue
        problems = open_register(name, register_map).problems()
        yield from (fault(problem) for problem in problems if problem not in known)


def _not_yet_made(register_map: RegisterMap) -> bool:
    url = make_url(register_map.url)
    is_file = url.get_backend_name() == "sqlite" and url.database
    return bool(register_map.demo and is_file and not Path(str(url.database)).exists())
