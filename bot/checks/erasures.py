"""Where erasures are written down: neither the log nor its key may come back with a backup."""

import stat
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import make_url

from bot.checks.remark import Remark, fault, note
from bot.config import Settings
from bot.registers.maps.datamap import RegisterMap

_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def look_at_erasures(settings: Settings) -> Iterator[Remark]:
    """A backup of a register's folder that brings back an older log forgets what was erased since.

    One that holds the key beside the log tells who was erased to whoever finds it.
    """
    erasure = settings.erasure
    folders = {where: name for name, one in settings.registers.items() for where in _folders(one)}
    for key, path in (("log", erasure.log), ("key_file", erasure.key_file)):
        for folder, register in folders.items():
            if path.is_relative_to(folder):
                yield fault(
                    f"erasure.{key}: {path} lies in the folder of the register {register}, "
                    "and would come back with its backup; name a place outside"
                )
        if path.exists() and path.stat().st_mode & _OTHERS:
            yield fault(
                f"erasure.{key}: other accounts of this machine may read {path}; "
                f"write: chmod 600 {path}"
            )
    if erasure.log.exists() and not erasure.key_file.exists():
        yield fault(
            f"erasure.key_file: {erasure.key_file} is gone, and no erasure of {erasure.log} can be "
            "repeated without it; restore it from its own backup"
        )
    elif not erasure.key_file.exists():
        yield note(
            f"erasure.key_file: {erasure.key_file} is made at the first erasure; back it up apart "
            f"from {erasure.log}, and both apart from the registers"
        )


def _folders(register_map: RegisterMap) -> Iterator[Path]:
    """Where a register's files lie, as far as they lie on this machine."""
    url = make_url(register_map.url) if register_map.url else None
    if url is not None and url.get_backend_name() == "sqlite" and url.database:
        yield Path(url.database).parent
    if register_map.folder is not None:
        yield register_map.folder
