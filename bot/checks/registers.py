"""The registers: each compared with its data map, and the map with itself."""

import stat
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import make_url

from bot.checks.remark import Remark, fault, note
from bot.config import Mode, Settings
from bot.registers.faults import notes, undated
from bot.registers.maps.datamap import RegisterMap
from bot.registers.maps.unsaid import contradictions, unsaid
from bot.registers.opening import open_register

_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def look_at_registers(settings: Settings) -> Iterator[Remark]:
    """What contradicts is a fault; what nobody has said, and costs a human's time, is a note."""
    for name, register_map in settings.registers.items():
        yield from map(fault, contradictions(name, register_map, settings.purposes))
        yield from map(note, unsaid(name, register_map, settings.purposes))
        yield from _standing(settings, name, register_map)


def look_at_blocking(settings: Settings) -> Iterator[Remark]:
    """The file that a mailing tool reads is personal data, as a hash of an address is."""
    file = settings.blocking.file
    if file is None:
        yield note(
            "blocking.file: none is named, so a mailing tool learns who is blocked from `rightsbot "
            "blocked` alone"
        )
    elif file.is_file() and file.stat().st_mode & _OTHERS:
        yield fault(
            f"blocking.file: other accounts of this machine may read {file}; let the mailing tool "
            f"run under ours or get a copy, and write: chmod 600 {file}"
        )


def _standing(settings: Settings, name: str, register_map: RegisterMap) -> Iterator[Remark]:
    known = undated(name, register_map)
    yield from map(note, known)
    if settings.mode is Mode.DEMO and _not_yet_made(register_map):
        yield note(
            f"registers.{name}: there is no such register yet; a demo register is made by "
            "`rightsbot run`"
        )
        return
    problems = open_register(name, register_map).problems()
    yield from (fault(problem) for problem in problems if problem not in known)
    yield from map(note, notes(name, register_map))


def _not_yet_made(register_map: RegisterMap) -> bool:
    if register_map.url is None:
        return False
    url = make_url(register_map.url)
    is_file = url.get_backend_name() == "sqlite" and url.database
    return bool(register_map.demo and is_file and not Path(str(url.database)).exists())
