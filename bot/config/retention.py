"""When, and how much at once, the companies erase by age what they promised to erase (P03)."""

from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, Field

_DAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday")


class RetentionRun(BaseModel):
    """The table [retention]; without it no run is proposed, and `check` says so.

    Each company proposes on `weekday`. A run takes at most `at_most` records of a company, its
    first one at most `first_at_most`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    weekday: Literal["monday", "tuesday", "wednesday", "thursday", "friday"] = Field(
        description='a working day in English, such as "monday"'
    )
    first_at_most: int = Field(strict=True, ge=1, le=1000, description="a number of records")
    at_most: int = Field(strict=True, ge=1, le=5000, description="a number of records")

    @property
    def day(self) -> int:
        """The day of the week; Monday is 0."""
        return _DAYS.index(self.weekday)
