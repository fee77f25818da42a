"""A story that is told once and read by several tests: letters first, then what they prove."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from correspondence import START, Correspondence
from secrecy import leaks
from stages import on_embedded


@contextmanager
def told_once(registers: Path, folder: Path, start: datetime = START) -> Iterator[Correspondence]:
    """A story on the embedded server; in the end no staff mail has leaked."""
    with on_embedded(registers, folder, start, lambda settings: settings) as stage:
        story = Correspondence(stage)
        yield story
        assert leaks(story) == []
