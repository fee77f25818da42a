"""Where what people print, post or put on a medium is laid."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict

from bot.config.words import Place


class Printing(BaseModel):
    """`folder` is for letters; `media` for locked files that no mail holds, beside it if not named.

    Two folders, because who posts a letter with a passphrase never gets what it opens (P04).
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    folder: Place
    media: Place | None = None

    @property
    def media_folder(self) -> Path:
        """The folder for media."""
        return self.media or self.folder.with_name(f"{self.folder.name}-media")
