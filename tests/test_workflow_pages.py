from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import app
from bot.core.command_words import RIGHT_WORDS
from bot.core.machine_print import mermaid, rules_table, stages_table
from bot.core.vocabulary import Right
from bot.workflow_pages import find, pages, tables_text, told, write
from workflows import ALL


def say(*words: str) -> tuple[int, str, str]:
    """What `rightsbot workflow` does with these words: exit code, output, errors."""
    result = CliRunner().invoke(app, ["workflow", *words])
    return result.exit_code, result.stdout, result.stderr


def test_the_table_is_printed_with_and_without_asking() -> None:
    """The right in any case, its stages and its rules."""
    table = ALL["access"]
    assert say("ACCESS") == (0, tables_text(table), "")
    assert say("access", "--table") == (0, tables_text(table), "")
    assert stages_table(table) in tables_text(table)
    assert rules_table(table) in tables_text(table)
    assert table.source in tables_text(table)


def test_the_diagram_is_printed_alone() -> None:
    """So that it can be given to Mermaid as it is; with --table too, it comes below."""
    table = ALL["objection_marketing"]
    assert say("OBJECTION_MARKETING", "--mermaid") == (0, mermaid(table), "")
    both = f"{tables_text(table)}\n{mermaid(table)}"
    assert say("objection-marketing", "--table", "--mermaid") == (0, both, "")


@pytest.mark.parametrize("right", list(Right))
def test_a_right_is_found_by_each_word_for_it(right: Right) -> None:
    """Its own name and every word that staff use, with dots and without, in any case."""
    found = {
        find(spelling).name
        for word in (right.value, *RIGHT_WORDS[right])
        for spelling in (word, word.lower(), word.title(), word.replace("Å", "A"))
    }
    assert found == {right.value if right.value in ALL else "by_hand"}


@pytest.mark.parametrize("name", ALL)
def test_a_table_is_found_by_its_own_name(name: str) -> None:
    """Also one that serves no right of its own, with a dash or a blank in it."""
    assert find(name) is find(name.upper().replace("_", "-")) is find(name.replace("_", " "))
    assert find(name) is ALL[name]


@pytest.mark.parametrize(
    ("typed", "near"), [("acess", "access"), ("REGISTERUTDRG", "access"), ("hand", "by_hand")]
)
def test_an_unknown_word_is_answered_with_the_nearest(typed: str, near: str) -> None:
    """Exit 2, the nearest name, and all there are."""
    code, said, error = say(typed)
    assert (code, said) == (2, "")
    assert f"{typed!r} names no workflow; the nearest is {near}." in error
    assert all(name in error for name in ALL)


def test_every_table_stands_in_a_module_of_its_name_that_says_what_it_is() -> None:
    """The first paragraph becomes the page's own."""
    for name, table in ALL.items():
        assert table.name == name
        assert told(table).endswith(".")
        assert "\n" not in told(table)


def test_pages_of_tables_that_are_gone_are_removed(tmp_path: Path) -> None:
    """What is written is what is there; nothing but pages is touched."""
    for name in ("old_right.md", "picture.png"):
        (tmp_path / name).write_text("old", "utf-8")
    write(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {*pages(), "picture.png"}
    assert {f"{name}.md" for name in ALL} < pages().keys()
    assert all(f"]({name}.md)" in pages()["README.md"] for name in ALL)
