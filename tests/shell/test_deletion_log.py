import json
import stat
from pathlib import Path

import pytest

from bot.shell.deletion_log import DeletionLog
from bot.shell.keys import KeyFileFault


@pytest.fixture
def log(tmp_path: Path) -> DeletionLog:
    """A log in a folder that is not there yet."""
    return DeletionLog(tmp_path / "kept" / "log", tmp_path / "apart" / "key")


def line(number: int) -> str:
    """One entry."""
    return json.dumps({"number": number})


def test_lines_come_back_in_the_order_of_writing(log: DeletionLog) -> None:
    """Each call adds to the end; nothing is there before the first."""
    assert list(log.lines()) == []
    log.append([line(1), line(2)])
    log.append([])
    log.append([line(3)])
    assert list(log.lines()) == [line(1), line(2), line(3)]


def test_log_and_key_are_the_owners_alone(log: DeletionLog, tmp_path: Path) -> None:
    """Nobody else of the machine reads either."""
    log.mark("key", "17")
    log.append([line(1)])
    for path in (tmp_path / "kept" / "log", tmp_path / "apart" / "key"):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_half_a_line_of_a_crash_is_no_entry(log: DeletionLog, tmp_path: Path) -> None:
    """Neither at the end nor when more was written behind it."""
    path = tmp_path / "kept" / "log"
    log.append([line(1)])
    with path.open("ab") as file:
        file.write(b'{"number": 2, "more": {"x": 1}')
    assert list(log.lines()) == [line(1)]
    log.append([line(3)])
    assert list(log.lines()) == [line(1), line(3)]


def test_a_mark_tells_equal_from_unequal_under_one_key(log: DeletionLog, tmp_path: Path) -> None:
    """The same text, another purpose, another installation."""
    one = log.mark("address", "karin@post.example")
    assert one == log.mark("address", "karin@post.example")
    assert one != log.mark("name", "karin@post.example")
    assert one != DeletionLog(tmp_path / "b", tmp_path / "c").mark("address", "karin@post.example")


def test_a_log_whose_key_is_gone_gets_no_new_one(tmp_path: Path) -> None:
    """Under another key nothing that it tells would ever be found again."""
    log, key = tmp_path / "log", tmp_path / "key"
    first = DeletionLog(log, key)
    first.mark("key", "17")
    first.append([line(1)])
    key.unlink()
    with pytest.raises(KeyFileFault, match="restore it"):
        DeletionLog(log, key).mark("key", "17")
    assert not key.exists()
