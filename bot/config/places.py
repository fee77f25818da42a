"""Where paths lead: below the config file's folder, or below another data folder if given."""

import os
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationInfo
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

IN_MEMORY = ":memory:"


@dataclass(frozen=True)
class Places:
    """`base` is the config file's folder, `own` the data folder named in the file.

    With `moved`, whatever lies in `own` or below it lies in `moved` instead. All are absolute.
    """

    base: Path
    own: Path
    moved: Path | None = None

    def settle(self, path: Path) -> Path:
        """The absolute path that a path of the config file means."""
        whole = Path(os.path.normpath(self.base / path.expanduser()))
        if self.moved is not None and whole.is_relative_to(self.own):
            return self.moved / whole.relative_to(self.own)
        return whole

    def settle_url(self, url: str) -> str:
        """The same URL; of a SQLite file with its absolute path. What is no URL is left alone."""
        try:
            parsed = make_url(url)
        except ArgumentError:
            return url
        name = parsed.database
        if not parsed.drivername.startswith("sqlite") or not name or name == IN_MEMORY:
            return url
        settled_path = str(self.settle(Path(name)))
        return parsed.set(database=settled_path).render_as_string(hide_password=False)


def settled(path: Path, info: ValidationInfo) -> Path:
    """The path as the places of the reading settle it; unchanged when a model is built by hand."""
    return info.context.settle(path) if isinstance(info.context, Places) else path
