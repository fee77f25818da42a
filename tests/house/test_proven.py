"""The plugin that fails a run whose rows are not proven: it is right, and it can fail."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from house.law_rows import BadRowError, complaints, read_rows
from house_sources import ROOT

ROWS = """
[law.L01]
article = "12(2)"
says = "First."
[law.L02]
article = "12(2)"
says = "Second."
open = { owed_by = "porter", why = "not built" }
[people.P01]
says = "Third."
"""
CONFTEST = 'pytest_plugins = ("house.proven",)\n'
INI = "[pytest]\nlaw_rows = rows.toml\nmarkers =\n  law(n): a\n  people(n): b\ntestpaths = .\n"
PROVES = """
import pytest

@pytest.mark.law("L01")
def test_first(): pass
"""
SKIPS = """
import pytest

@pytest.mark.people("P01")
@pytest.mark.parametrize("way", ["a@b", "c"])
def test_third(way):
    if way == "c":
        pytest.skip("not here")
"""
GREEN = """
import pytest

@pytest.mark.law("L01")
def test_skipped(): pytest.skip("no server")

@pytest.mark.law("L01")
@pytest.mark.xfail
def test_expected_to_fail(): assert False

@pytest.mark.law("L02")
def test_of_an_open_row(): pass

@pytest.mark.law("L99")
def test_of_no_row(): pass
"""
COMPLAINTS = [
    (
        "L01 has no passing test (marked, and failed or skipped: "
        "test_it.py::test_expected_to_fail, test_it.py::test_skipped): First."
    ),
    (
        "L02 is listed as open (owed by porter), and test_it.py::test_of_an_open_row proves it: "
        "take it off the list"
    ),
    "P01 has no passing test (none is marked with it): Third.",
    "L99 is no row, and marks test_it.py::test_of_no_row",
]
FALLS = """
import pytest

@pytest.fixture
def falls():
    yield
    raise OSError

@pytest.mark.law("L01")
def test_it(falls): pass
"""
ONE_BY_ONE = ()
WITH_WORKERS = ("-p", "xdist", "-n", "2", "--dist", "loadgroup")


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A small project with three rows, to which a test adds its own test files."""
    for name, text in (("rows.toml", ROWS), ("conftest.py", CONFTEST), ("pytest.ini", INI)):
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def play(tree: Path, *options: str) -> tuple[int, str]:
    """The exit code and the words of one run of pytest in the tree, in a process of its own."""
    run = subprocess.run(  # noqa: S603 - this very Python
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *options],
        cwd=tree,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT / "tests"),
            "PYTEST_ADDOPTS": "",
            "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    return run.returncode, run.stdout + run.stderr


@pytest.mark.parametrize("how", [ONE_BY_ONE, WITH_WORKERS], ids=["one by one", "with workers"])
def test_a_run_in_which_every_row_is_proven_passes(tree: Path, how: tuple[str, ...]) -> None:
    """One case of a test that passed is enough; an open row needs none."""
    (tree / "test_first.py").write_text(PROVES, "utf-8")
    (tree / "test_third.py").write_text(SKIPS, "utf-8")
    code, said = play(tree, *how)
    assert code == 0, said
    assert (
        "law: 2 rows, 1 proven (0 of them in part), 1 open, 0 without a test; people: 1 rows, 1 "
        in said
    )


@pytest.mark.parametrize("how", [ONE_BY_ONE, WITH_WORKERS], ids=["one by one", "with workers"])
def test_a_whole_run_fails_with_a_line_for_each_number(tree: Path, how: tuple[str, ...]) -> None:
    """Skipped or expected to fail is not passed; nothing else in this run is wrong."""
    (tree / "test_it.py").write_text(GREEN, "utf-8")
    code, said = play(tree, *how)
    assert code == 1, said
    assert [line for line in said.splitlines() if line in COMPLAINTS] == COMPLAINTS
    assert "2 passed, 1 skipped, 1 xfailed" in said


def test_a_test_that_comes_down_badly_proves_nothing(tree: Path) -> None:
    """Its body passed, and what it left behind did not hold."""
    (tree / "test_it.py").write_text(FALLS, "utf-8")
    code, said = play(tree)
    assert code == 1, said
    assert "L01 has no passing test (marked, and failed or skipped: test_it.py::test_it)" in said


@pytest.mark.parametrize(
    "some",
    [("-k", "first"), ("test_first.py",), ("-m", "not law"), ("--deselect", "test_first.py")],
)
def test_a_run_of_some_tests_complains_of_no_row(tree: Path, some: tuple[str, ...]) -> None:
    """Who looks at one test is not told of the others."""
    (tree / "test_first.py").write_text(PROVES, "utf-8")
    (tree / "test_else.py").write_text("def test_else(): pass\n", "utf-8")
    code, said = play(tree, *ONE_BY_ONE, *some)
    assert code == 0, said
    assert "P01" not in said


def test_a_worker_that_left_a_test_out_makes_the_run_no_whole_one(tree: Path) -> None:
    """Whatever deselected it: the process that counts has never seen the test."""
    drops = "\ndef pytest_collection_modifyitems(config, items):\n"
    drops += "    config.hook.pytest_deselected(items=items[1:])\n    del items[1:]\n"
    (tree / "conftest.py").write_text(CONFTEST + drops, "utf-8")
    (tree / "test_first.py").write_text(PROVES, "utf-8")
    (tree / "test_third.py").write_text(SKIPS, "utf-8")
    code, said = play(tree, *WITH_WORKERS)
    assert code == 0, said
    assert "P01" not in said


def test_the_page_is_written_without_running_a_test(tree: Path) -> None:
    """Each row with its tests, named and linked; what nothing proves says who owes it."""
    (tree / "test_it.py").write_text(GREEN, "utf-8")
    code, said = play(tree, "--print-law", "law.md")
    assert code == 0, said
    lines = (tree / "law.md").read_text("utf-8").splitlines()
    assert "| L02 | 12(2) | Second. | [of an open row](../test_it.py)<br>*open: porter* |" in lines
    assert "| P01 | Third. | *none* |" in lines
    assert "| L02 | porter | not built |" in lines
    assert play(tree, "--print-law", "part.md", "test_it.py")[0] == pytest.ExitCode.USAGE_ERROR
    assert not (tree / "part.md").exists()


def test_a_row_that_is_proven_in_part_needs_its_test_too(tmp_path: Path) -> None:
    """What is owed of it excuses nothing."""
    path = tmp_path / "rows.toml"
    path.write_text(ROWS.replace("open =", "rest ="), "utf-8")
    rows = read_rows(path)
    proven = {"L01": {"a": True}, "P01": {"b": True}}
    assert complaints(rows, proven) == ["L02 has no passing test (none is marked with it): Second."]
    assert complaints(rows, {**proven, "L02": {"c": True}}) == []


@pytest.mark.parametrize(
    ("slip", "told"),
    [
        (("porter", "nobody"), "L02: owed_by is one of registers, porter"),
        (('why = "not built"', 'why = ""'), "L02: write { owed_by"),
        (('article = "12(2)"\nsays = "First."', 'says = "First."'), "L01: a row of law holds"),
        (("[people.P01]", "[folk.P01]"), "rows.toml: tables are called"),
        (('says = "Third."', 'says = " "'), "P01: a row of people holds"),
    ],
)
def test_a_row_that_cannot_be_meant_is_refused(
    tmp_path: Path, slip: tuple[str, str], told: str
) -> None:
    """The sentence names the row and what may stand there."""
    path = tmp_path / "rows.toml"
    path.write_text(ROWS.replace(*slip), "utf-8")
    with pytest.raises(BadRowError, match=f"^{told}"):
        read_rows(path)
