"""Which config file a command reads, the same for all of them."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from bot.config import Settings

Config = Annotated[
    Path | None,
    typer.Option("--config", "-c", help="The config file; ./config.toml if it is there."),
]


def config_path(config: Path | None) -> Path:
    """The named file; else ./config.toml if it is there, else the shipped one."""
    from bot.config import shipped_config  # noqa: PLC0415 - `--help` answers at once

    if config is not None:
        return config
    here = Path("config.toml")
    return here if here.exists() else shipped_config()


def settings_of(config: Path | None) -> "Settings":
    """Its settings; ConfigError with every fault of it."""
    from bot.config import load  # noqa: PLC0415 - the same

    return load(config_path(config))
