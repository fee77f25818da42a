"""A config in several files: what the first one names is read with it, and nothing twice."""

from pathlib import Path

import pytest
from config_letters import DEMO

from bot.config import ConfigError, load


def in_two(home: Path, more: str = "") -> Path:
    """The demo's config with Gävle's register in a file of its own."""
    start = DEMO.index("[registers.gavle]")
    end = f"{DEMO}\n[".index("\n[", DEMO.rindex("[registers.gavle"))
    (home / "register gävle.toml").write_text(DEMO[start:end] + more, "utf-8")
    path = home / "config.toml"
    named = 'include = ["register gävle.toml"]\n'
    path.write_text(named + DEMO[:start] + DEMO[end:], "utf-8")
    return path


def test_a_register_s_map_may_stand_in_a_file_of_its_own(home: Path) -> None:
    """It says the same as in one file; paths start at the first file's folder."""
    path = in_two(home)
    whole = home / "whole.toml"
    whole.write_text(DEMO, "utf-8")
    assert load(path) == load(whole)


@pytest.mark.parametrize(
    ("more", "where"),
    [
        ("\n[registers.gavle.tables.customers]\nkey = 1\n", "line"),
        ('\n[smtp]\nhost = "127.0.0.1"\n', "smtp.host"),
        ("\n[companies.gavle]\n", "companies.gavle"),
    ],
)
def test_what_two_files_say_is_told_with_its_key(home: Path, more: str, where: str) -> None:
    """Nobody guesses which of them is meant."""
    with pytest.raises(ConfigError, match=where):
        load(in_two(home, more))


def test_a_file_that_is_not_there_is_named(home: Path) -> None:
    """And so is a list that is none."""
    path = in_two(home)
    (home / "register gävle.toml").unlink()
    with pytest.raises(ConfigError, match="register gävle"):
        load(path)
    path.write_text(f"include = 7\n{DEMO}", "utf-8")
    with pytest.raises(ConfigError, match="include"):
        load(path)
