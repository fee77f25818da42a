"""One story a test: the registers are made once a run, each story plays with a copy."""

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date, datetime
from pathlib import Path

import pytest
from correspondence import START, Correspondence, Tell
from secrecy import leaks
from servers.dovecot import BINARY, WHY_NOT
from stages import Adjust, on_dovecot, on_embedded

from bot.config import Settings
from bot.demo.registers import create

#: people in each register of a story; the demo and the tests of registers have ten times as many
STRANGERS = 200
STAGES = {"embedded": on_embedded, "dovecot": on_dovecot}


@pytest.fixture(scope="session")
def demo_registers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made once, with fewer strangers around the designed people; nobody writes here."""
    folder = tmp_path_factory.mktemp("registers")
    create(folder, date(2026, 3, 10), per_register=STRANGERS)
    return folder


@pytest.fixture
def tell(demo_registers: Path, tmp_path: Path) -> Iterator[Tell]:
    """Begins a story: `tell(start=…, server=…, adjust=…)`; in the end no staff mail has leaked."""
    stories: list[Correspondence] = []
    with ExitStack() as stack:

        def begin(
            start: datetime = START, server: str = "embedded", adjust: Adjust = _as_shipped
        ) -> Correspondence:
            if server == "dovecot" and not BINARY.exists():
                pytest.skip(WHY_NOT)
            folder = tmp_path / str(len(stories))
            folder.mkdir()
            stage = stack.enter_context(STAGES[server](demo_registers, folder, start, adjust))
            stories.append(Correspondence(stage))
            return stories[-1]

        yield begin
    assert [leak for story in stories for leak in leaks(story)] == []


@pytest.fixture
def story(tell: Tell) -> Correspondence:
    """A story on the embedded server that begins at START."""
    return tell()


@pytest.fixture(params=sorted(STAGES))
def anywhere(tell: Tell, request: pytest.FixtureRequest) -> Correspondence:
    """The same story on each of the two servers."""
    return tell(server=request.param)


def _as_shipped(settings: Settings) -> Settings:
    return settings
