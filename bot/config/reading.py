"""From the file to the settings, or to every fault that the file has."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from bot.config.crossings import crossing_faults
from bot.config.faults import ConfigError, Fault
from bot.config.models import Mode, Settings
from bot.config.open_points import notice_faults
from bot.config.places import Places
from bot.config.shapes import fault_of
from bot.config.urls import settle_registers

DEFAULT_FOLDER = "var"
OPTIONAL = ("embedded", "lmtp")


def load(path: Path, folder: Path | None = None) -> Settings:
    """The settings of a config file and of the files that it names, every path in them absolute.

    With `folder` (relative to where the program runs), what the file lays in its own data folder
    lies there instead. Raises `ConfigError` with every fault; no secret is in it.
    """
    raw = _whole(path)
    base = path.resolve().parent
    named = raw.get("folder")
    own = Places(base, base).settle(Path(named if isinstance(named, str) else DEFAULT_FOLDER))
    places = Places(base, own, folder.resolve() if folder else None)
    crossed = [*crossing_faults(raw), *settle_registers(raw, places)]
    for name in OPTIONAL:
        raw.setdefault(name, {})
    try:
        settings = Settings.model_validate(raw, context=places)
    except ValidationError as error:
        shape = [fault_of(one, Settings, raw) for one in error.errors(include_url=False)]
        raise ConfigError(path, [*shape, *crossed]) from None
    if settings.mode is Mode.LIVE:
        crossed += notice_faults(settings)
    if crossed:
        raise ConfigError(path, crossed)
    return settings


def _whole(path: Path) -> dict[str, Any]:
    """The tables of a config file, and of those that its `include` names beside it.

    `ConfigError` where one cannot be read, or where two say the same thing.
    """
    raw = _parsed(path)
    named = raw.pop("include", [])
    if not isinstance(named, list) or not all(isinstance(one, str) for one in named):
        wrong = Fault("include", "no list of files", 'include = ["registers.toml"]')
        raise ConfigError(path, [wrong])
    for one in named:
        more = _parsed(path.parent / one)
        twice = list(_laid_in(raw, more))
        if twice:
            why = f"said in {one}, and elsewhere too"
            raise ConfigError(path, [Fault(key, why, "each key in one file") for key in twice])
    return raw


def _laid_in(raw: dict[str, Any], more: dict[str, Any], under: str = "") -> Iterator[str]:
    """Lay tables in those that are there; the keys that stand in both."""
    for key, value in more.items():
        there = raw.get(key)
        if key not in raw:
            raw[key] = value
        elif isinstance(there, dict) and isinstance(value, dict) and not under:
            yield from _laid_in(there, value, f"{key}.")
        else:
            yield f"{under}{key}"


def _parsed(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except tomllib.TOMLDecodeError as error:
        what, _, where = str(error).rpartition(" (")
        fault = Fault(where.rstrip(")"), f"no TOML ({what})", 'key = "text", key = 25 or [table]')
    except UnicodeDecodeError as error:
        fault = Fault(f"byte {error.start}", "a byte that is no UTF-8", "the file as UTF-8 text")
    except FileNotFoundError:
        fault = Fault("the file", "no such file", "the path of a config file that exists")
    except OSError as error:
        why = f"no file that can be read ({error.strerror})"
        fault = Fault("the file", why, "the path of a config file that can be read")
    raise ConfigError(path, [fault]) from None
