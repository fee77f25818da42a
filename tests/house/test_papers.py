"""The README and the map say what the code does."""

import re

import pytest
from house_sources import ROOT

from bot.cli import app
from bot.core.commands import readme_table
from bot.deadline_lines import print_one

README = (ROOT / "README.md").read_text("utf-8")
MAP = (ROOT / "bot" / "README.md").read_text("utf-8")


def test_the_table_of_staff_commands_is_the_one_in_the_code() -> None:
    """Row by row."""
    assert readme_table() in README


def test_every_command_of_the_front_door_is_told() -> None:
    """In the README's list, each with a line of its own."""
    commands = {
        command.callback.__name__ for command in app.registered_commands if command.callback
    }
    told = set(re.findall(r"(?m)^- `(\w+)", README))
    assert commands
    assert commands <= told


def test_the_example_of_a_deadline_is_what_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """Copied, not remembered."""
    print_one("2026-03-05")
    assert capsys.readouterr().out in README


def test_every_file_that_the_readme_names_is_there() -> None:
    """What a person is told to touch can be touched."""
    named = set(re.findall(r"`((?:bot|workflows|mail_templates|tests)/[\w./]+)`", README))
    assert len(named) > 15
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []


def test_every_file_that_the_map_names_is_there() -> None:
    """By its name alone, wherever it lies."""
    named = set(re.findall(r"`([a-z_]+\.py)`", MAP))
    there = {path.name for room in ("bot", "workflows") for path in (ROOT / room).rglob("*.py")}
    assert named - there == set()


def test_no_file_of_the_house_is_missing_on_the_map() -> None:
    """Each module stands in it, by itself or by its folder; cue tables by their pattern."""
    whole = {"demo", "deeds", "checks", "migrations", "versions"}
    missing = [
        path.relative_to(ROOT).as_posix()
        for path in sorted((ROOT / "bot").rglob("*.py"))
        if path.name != "__init__.py"
        and path.parent.name not in whole
        and not path.name.startswith("cues")
        and f"`{path.name}`" not in MAP
    ]
    assert missing == []
