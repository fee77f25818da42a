"""Where erasures are written down, to be repeated after a restored backup."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict

from bot.config.words import Place


class Erasure(BaseModel):
    """The deletion log, and the file of its own key; both are made at the first erasure.

    Neither may come back with a register's backup, nor the key lie in a backup of the log.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=True)

    log: Place = Path("var/erasures.log")
    key_file: Place = Path("var/erasures.key")
