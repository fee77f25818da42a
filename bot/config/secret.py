"""Secrets: where one is kept, read only when it is used."""

import os
from pathlib import Path
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator, model_validator

from bot.config.faults import ConfigError, Fault
from bot.config.places import settled

WHERE = '{env = "NAME"} or {file = "path"}'


class Secret(BaseModel):
    """`{env = "NAME"}`, `{file = "path"}`, or, in the demo only, the plain text itself."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    env: str | None = Field(
        default=None,
        pattern=r"^[A-Za-z_][A-Za-z0-9_]{0,99}$",
        description="the name of an environment variable, such as RIGHTSBOT_IMAP_GAVLE",
    )
    file: Path | None = Field(default=None, description="the path of a file that holds the secret")
    plain: str | None = Field(default=None, repr=False, exclude=True)

    @model_validator(mode="before")
    @classmethod
    def _text_is_plain(cls, given: Any) -> Any:  # noqa: ANN401 - whatever stands in the file
        if isinstance(given, dict) and "plain" in given:
            raise ValueError(WHERE)
        return {"plain": given} if isinstance(given, str) else given

    @model_validator(mode="after")
    def _kept_in_one_place(self) -> Self:
        if sum(place is not None for place in (self.env, self.file, self.plain)) != 1:
            raise ValueError(f"one of {WHERE}")
        return self

    @field_validator("file")
    @classmethod
    def _beside_the_config(cls, path: Path | None, info: ValidationInfo) -> Path | None:
        return settled(path, info) if path else path

    def reveal(self) -> str:
        """The secret itself, read now. Raises `ConfigError` when it is absent or empty."""
        text = self.plain if self.plain is not None else self._kept()
        if not text:
            raise ConfigError(self.place, [Fault("secret", "nothing there", "the secret into it")])
        return text

    @property
    def place(self) -> str:
        """Where the secret is kept, for people: never the secret."""
        if self.env is not None:
            return f"environment variable {self.env}"
        return str(self.file) if self.file is not None else "config file"

    def _kept(self) -> str | None:
        if self.file is None:
            return os.environ.get(self.env or "")
        try:
            return self.file.read_text(encoding="utf-8").rstrip("\r\n")
        except (OSError, UnicodeDecodeError) as fault:
            why = getattr(fault, "strerror", None) or "bytes that are no UTF-8"
            absent = Fault("secret", f"no readable file ({why})", "the secret into this file")
            raise ConfigError(self.place, [absent]) from fault
