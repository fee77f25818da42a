"""`rightsbot check`: what is wrong and what to do, before anything starts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.checks.erasures import look_at_erasures
from bot.checks.facts import (
    look_at_facts,
    look_at_notice,
    look_at_open_points,
    look_at_personal_numbers,
    look_at_texts,
)
from bot.checks.places import look_at_folders, look_at_ledger
from bot.checks.registers import look_at_blocking, look_at_registers
from bot.checks.remark import Remark, fault, note
from bot.checks.retention import look_at_retention
from bot.checks.servers import look_at_servers
from bot.checks.settings import look_at_companies, look_at_receipt, look_at_secrets
from bot.config import ConfigError, Settings, load, why_nothing_is_released
from bot.core.deadlines import receipt_day
from bot.mail.templates import check_templates
from bot.shell.clock import Clock, RealClock


@dataclass(frozen=True)
class Checked:
    """Sentences without any secret: faults must be mended, notes are good to know."""

    faults: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def check(path: Path, folder: Path | None = None, clock: Clock | None = None) -> Checked:
    """Look at everything that a config file leads to; `folder` as `config.load` takes it.

    Makes the folders that are missing, on this machine and in the mailboxes, and nothing else.
    """
    try:
        settings = load(path, folder)
    except ConfigError as error:
        return Checked(faults=tuple(str(error).splitlines()))
    return _sorted(_looks(settings, clock or RealClock()))


def _looks(settings: Settings, clock: Clock) -> Iterator[Remark]:
    today = receipt_day(clock.now())
    yield from map(fault, check_templates())
    yield from look_at_secrets(settings)
    yield from look_at_companies(settings)
    yield from look_at_folders(settings)
    yield from look_at_ledger(settings)
    yield from look_at_erasures(settings)
    yield from look_at_retention(settings)
    yield from look_at_registers(settings)
    yield from look_at_blocking(settings)
    yield from look_at_servers(settings, today)
    yield from look_at_notice(settings, today)
    yield from look_at_personal_numbers(settings)
    yield from look_at_facts(settings)
    yield from look_at_texts(settings)
    yield from look_at_open_points(settings)
    yield from look_at_receipt(settings)
    if withheld := why_nothing_is_released(settings):
        yield note(withheld)


def _sorted(remarks: Iterable[Remark]) -> Checked:
    told = list(remarks)
    return Checked(
        faults=tuple(remark.text for remark in told if remark.is_fault),
        notes=tuple(remark.text for remark in told if not remark.is_fault),
    )
