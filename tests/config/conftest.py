from pathlib import Path

import pytest
from config_letters import TO_LIVE, Edit, Letter, read

from bot.config import Settings


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder for the config file whose name is difficult."""
    folder = tmp_path / "Åsa & co 100%"
    folder.mkdir()
    return folder


@pytest.fixture
def demo(home: Path) -> Letter:
    """Read the demo file with some edits."""

    def letter(*edits: Edit, folder: Path | None = None) -> Settings:
        return read(home, edits, folder)

    return letter


@pytest.fixture
def live(home: Path) -> Letter:
    """Read the same file made live, with some edits after that."""
    return lambda *edits: read(home, (*TO_LIVE, *edits))
