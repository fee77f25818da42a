"""Servers that live for one test, and what holds for all: nothing leaves, every row is proven."""

import gc
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from house import egress
from servers.dovecot import BINARY, WHY_NOT, Dovecot
from servers.embedded import Embedded

from bot.demo.registers import create

pytest_plugins = ("house.proven",)
# thousands of small tests leave little behind, and looking for it took time of every one
gc.set_threshold(100_000, 50, 50)
# most of what tests write is synced at once, which takes no time in memory, where there is room
IN_MEMORY = Path("/dev/shm")  # noqa: S108 - each run makes a folder of its own in it
if IN_MEMORY.is_dir() and shutil.disk_usage(IN_MEMORY).free > 2**30:
    tempfile.tempdir = os.environ.setdefault("TMPDIR", str(IN_MEMORY))

#: files that take longest: two workers that begin with them end at nearly the same time
LONGEST = ("test_story.py", "test_every_way.py", "test_killed.py")

BOXES = (
    "info.gavle@allkontor.example",
    "info.borlange@allkontor.example",
    "info.mora@allkontor.example",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest files first, the others as they come."""
    items.sort(key=lambda item: item.path.name not in LONGEST)


@pytest.fixture(autouse=True)
def nothing_leaves_this_machine() -> Iterator[None]:
    """No test opens a connection elsewhere, or asks for the address of another host."""
    egress.listen()
    before = len(egress.seen)
    yield
    assert egress.seen[before:] == []


@pytest.fixture(scope="session")
def registers_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[date], Path]:
    """The demo registers as they stand on a day, made once a run; nobody writes there."""

    @cache
    def made(day: date) -> Path:
        folder = tmp_path_factory.mktemp(f"registers-{day}")
        create(folder, day)
        return folder

    return made


@pytest.fixture
def dovecot() -> Iterator[Dovecot]:
    """A real Dovecot that serves the three info addresses."""
    if not BINARY.exists():
        pytest.skip(WHY_NOT)
    with Dovecot(BOXES) as server:
        yield server


@pytest.fixture
def embedded(tmp_path: Path) -> Iterator[Embedded]:
    """The embedded server with the three info addresses and a catch-all for the rest."""
    with Embedded(BOXES, tmp_path / "spool") as server:
        yield server


@pytest.fixture(params=["dovecot", "embedded"])
def mailserver(request: pytest.FixtureRequest) -> Dovecot | Embedded:
    """Each of the two in turn: what is true of one must be true of the other."""
    return request.getfixturevalue(request.param)
