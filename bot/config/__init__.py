"""config.toml → frozen, validated settings; or one error that lists every fault of the file."""

from pathlib import Path

import bot
from bot.config.faults import ConfigError, Fault
from bot.config.models import Company, Controllers, Dpo, Ledger, Mode, Settings, Staff
from bot.config.open_points import OpenPoint, notice_faults, open_points
from bot.config.own_ledger import CLOSED, OWN_LEDGER, OWN_PURPOSE
from bot.config.printing import Printing
from bot.config.reading import load
from bot.config.releases import releases_personal_data, why_nothing_is_released
from bot.config.secret import Secret
from bot.config.servers import Embedded, Lmtp, Mailbox, Security, Smtp

__all__ = [
    "CLOSED",
    "OWN_LEDGER",
    "OWN_PURPOSE",
    "Company",
    "ConfigError",
    "Controllers",
    "Dpo",
    "Embedded",
    "Fault",
    "Ledger",
    "Lmtp",
    "Mailbox",
    "Mode",
    "OpenPoint",
    "Printing",
    "Secret",
    "Security",
    "Settings",
    "Smtp",
    "Staff",
    "load",
    "notice_faults",
    "open_points",
    "releases_personal_data",
    "shipped_config",
    "why_nothing_is_released",
]


def shipped_config() -> Path:
    """The config file that comes with the program: in a wheel inside it, in a clone beside it."""
    package = Path(bot.__file__).parent
    inside = package / "shipped" / "config.toml"
    return inside if inside.exists() else package.parent / "config.toml"
