"""Where the block list is laid for a mailing tool."""

from pydantic import BaseModel, ConfigDict

from bot.config.words import Place


class Blocking(BaseModel):
    """`file` holds the hashes of the addresses that get no marketing; None: there is no file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    file: Place | None = None
