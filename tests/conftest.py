"""Servers that live for one test, and what holds for all: nothing leaves, every row is proven."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from house import egress
from servers.dovecot import BINARY, WHY_NOT, Dovecot
from servers.embedded import Embedded

pytest_plugins = ("house.proven",)
# thousands of small tests leave little behind, and looking for it took time of every one
gc.set_threshold(100_000, 50, 50)

BOXES = (
    "info.gavle@allkontor.example",
    "info.borlange@allkontor.example",
    "info.mora@allkontor.example",
)


@pytest.fixture(autouse=True)
def nothing_leaves_this_machine() -> Iterator[None]:
    """No test opens a connection elsewhere, or asks for the address of another host."""
    egress.listen()
    before = len(egress.seen)
    yield
    assert egress.seen[before:] == []


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
