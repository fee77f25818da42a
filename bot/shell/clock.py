"""The door through which time comes in."""

from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Whoever can tell the time."""

    def now(self) -> datetime:
        """The present instant, aware, in UTC."""
        ...


class RealClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """The present instant, aware, in UTC."""
        return datetime.now(UTC)


class WoundClock:
    """A clock that stands still until somebody winds it: for stories and the demo."""

    def __init__(self, start: datetime) -> None:
        self._now = start.astimezone(UTC)

    def now(self) -> datetime:
        """The instant it was last wound to, aware, in UTC."""
        return self._now

    def set(self, instant: datetime) -> None:
        """Wind to an aware instant that is not earlier; time never runs backwards."""
        if instant < self._now:
            raise ValueError(f"a clock is not wound back: {instant} is before {self._now}")
        self._now = instant.astimezone(UTC)

    def wind(self, span: timedelta) -> None:
        """Wind forward by a span."""
        self.set(self._now + span)
