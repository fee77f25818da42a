"""How long a file and a function may be, and what nothing is called."""

import ast

from house_sources import modules

LONGEST_FILE = 250
LONGEST_FUNCTION = 40

LONG_FILES = {
    "bot/shell/migrations/versions/0001_the_first_shape_of_the_ledger.py": (
        "alembic wrote it from the tables, and a migration is never taken apart afterwards"
    ),
}
LONG_FUNCTIONS = {
    "bot/shell/migrations/versions/0001_the_first_shape_of_the_ledger.py upgrade": (
        "one statement a table, written by alembic"
    ),
    "bot/shell/migrations/versions/0001_the_first_shape_of_the_ledger.py downgrade": (
        "the same, backwards"
    ),
}
NO_NAMES = {"utils", "util", "helpers", "helper", "common", "misc"}

Function = (ast.FunctionDef, ast.AsyncFunctionDef)


def test_no_file_is_longer_than_a_person_reads_at_once() -> None:
    """250 lines, and a reason in words for each that is longer."""
    long = {
        module.place: lines
        for module in modules()
        if (lines := module.text.count("\n")) > LONGEST_FILE
    }
    assert {place: n for place, n in long.items() if place not in LONG_FILES} == {}


def test_no_function_is_longer_than_a_screen() -> None:
    """40 lines with its docstring, and a reason in words for each that is longer."""
    long = {
        f"{module.place} {node.name}": lines
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, Function)
        and (lines := (node.end_lineno or node.lineno) - node.lineno + 1) > LONGEST_FUNCTION
    }
    assert {name: n for name, n in long.items() if name not in LONG_FUNCTIONS} == {}


def test_no_excuse_outlives_its_file() -> None:
    """What was mended is taken off the lists above."""
    places = {module.place for module in modules()}
    assert {name.split(" ")[0] for name in (*LONG_FILES, *LONG_FUNCTIONS)} <= places


def test_nothing_is_called_by_a_name_that_says_nothing() -> None:
    """No module `utils` or `helpers`, no class `…Manager`."""
    rooms = {part for module in modules() for part in module.name.split(".")}
    classes = {
        node.name
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ClassDef)
    }
    assert rooms & NO_NAMES == set()
    assert {name for name in classes if name.endswith("Manager")} == set()
