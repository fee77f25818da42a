"""Database URLs: each with its path settled, its secret fetched and its driver at hand."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from bot.config.faults import ConfigError, Fault
from bot.config.places import IN_MEMORY, Places
from bot.config.secret import Secret
from bot.config.shapes import HIDDEN, fault_of, shown

STAND_IN = "sqlite:///never-opened.sqlite"
"""Takes the place of a URL that was told as a fault, so that the shape does not tell it twice."""


def settle_registers(raw: dict[str, Any], places: Places) -> Iterator[Fault]:
    """Settle, inside `raw`, the URL of the ledger and the URL and files of each register.

    A URL that is a secret table is replaced by its text. Yields what is wrong with them.
    """
    registers = raw.get("registers")
    tables = {"ledger": raw.get("ledger")}
    if isinstance(registers, dict):
        tables |= {f"registers.{key}": table for key, table in registers.items()}
    for key, table in tables.items():
        if not isinstance(table, dict):
            continue
        if isinstance(table.get("folder"), str):
            table["folder"] = str(places.settle(Path(table["folder"])))
        if isinstance(table.get("url"), str | dict):
            yield from _settle_url(f"{key}.url", table, places)


def _settle_url(key: str, table: dict[str, Any], places: Places) -> Iterator[Fault]:
    given, table["url"] = table["url"], STAND_IN
    try:
        url = given if isinstance(given, str) else _fetched(given, places)
    except ValidationError as error:
        faults = [fault_of(one, Secret, given) for one in error.errors(include_url=False)]
        yield from (Fault(f"{key}.{one.key}".rstrip("."), one.found, one.write) for one in faults)
        return
    except ConfigError as error:
        yield from (Fault(key, f"{error.file}: {one.found}", one.write) for one in error.faults)
        return
    wrong = _what_to_write(url)
    if wrong is None:
        table["url"] = places.settle_url(url)
    else:
        yield Fault(key, shown(url) if isinstance(given, str) else HIDDEN, wrong)


def _fetched(given: dict[str, Any], places: Places) -> str:
    return Secret.model_validate(given, context=places).reveal()


def _what_to_write(url: str) -> str | None:
    """None for a URL whose dialect and driver are at hand, else what would be one."""
    try:
        parsed = make_url(url)
        parsed.get_dialect().import_dbapi()
    except NoSuchModuleError:
        return "a known database, such as sqlite:///var/name.sqlite"
    except (ArgumentError, ValueError):
        return "a SQLAlchemy URL, such as sqlite:///var/name.sqlite"
    except ImportError as fault:
        return f"it again once the driver is installed (Python package {fault.name})"
    if parsed.get_backend_name() == "sqlite" and parsed.database in {None, "", IN_MEMORY}:
        return "a file, such as sqlite:///var/name.sqlite: memory is lost at every stop"
    return None
