"""The house read as text and as syntax trees, for the tests that hold its rules."""

import ast
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
OURS = ("bot", "workflows", "mail_templates")


@dataclass(frozen=True)
class Module:
    """One Python file; `name` is dotted, `place` is its path as a person writes it."""

    name: str
    place: str
    text: str
    tree: ast.Module

    @property
    def room(self) -> str:
        """`bot.core`, `workflows` …; `bot` for what lies on top."""
        parts = self.name.split(".")
        is_package = self.place.endswith("__init__.py")
        inside = parts[0] == "bot" and (len(parts) > 2 or (len(parts) == 2 and is_package))
        return ".".join(parts[:2]) if inside else parts[0]

    def imports(self) -> Iterator[str]:
        """Every dotted name that is imported, also inside functions."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield from (f"{node.module}.{alias.name}" for alias in node.names)

    def texts(self) -> Iterator[tuple[int, str]]:
        """Every string of the code with its line; docstrings are left out."""
        docs = {id(text) for text in _docstrings(self.tree)}
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Constant) and id(node) not in docs:
                yield from ((node.lineno, text) for text in [node.value] if isinstance(text, str))


def _docstrings(tree: ast.Module) -> Iterator[ast.Constant]:
    """A string that stands as a statement of its own says something to the reader alone."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.value


@cache
def modules() -> tuple[Module, ...]:
    """Every module of bot/ and workflows/, by path."""
    paths = [path for room in ("bot", "workflows") for path in (ROOT / room).rglob("*.py")]
    return tuple(_module(path) for path in sorted(paths))


def _module(path: Path) -> Module:
    place = path.relative_to(ROOT)
    parts = [part for part in place.with_suffix("").parts if part != "__init__"]
    text = path.read_text(encoding="utf-8")
    return Module(".".join(parts), place.as_posix(), text, ast.parse(text))


def is_below(name: str, rooms: tuple[str, ...]) -> bool:
    """Whether a dotted name is one of the rooms or lies in one."""
    return any(name == room or name.startswith(f"{room}.") for room in rooms)


@cache
def committed() -> tuple[Path, ...]:
    """Every text file that git keeps or would keep; skips the test where there is no checkout."""
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout: which files are committed is not known here")
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],  # noqa: S607 - git of the machine
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout.decode()
    paths = [ROOT / name for name in sorted(set(listed.split("\0"))) if name]
    return tuple(path for path in paths if path.is_file() and _is_text(path))


def _is_text(path: Path) -> bool:
    return b"\0" not in path.read_bytes()[:4096]
