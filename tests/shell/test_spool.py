"""What holds for the folder of the embedded mail server."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.shell.spool import Spool, Spooled, letters

AT = datetime(2026, 3, 5, 8, 0, tzinfo=UTC)


def letter(number: int, to: str = "info.gavle@allkontor.example") -> Spooled:
    """One letter."""
    return Spooled(to, to, "kund@example.org", AT, b"Subject: %d\r\n\r\nhej\n\n" % number)


def test_letters_come_back_in_the_order_of_arrival(tmp_path: Path) -> None:
    """Across a restart too, byte for byte, one for each recipient."""
    first = [letter(1), letter(1, "info.mora@allkontor.example")]
    Spool(tmp_path).keep(first)
    Spool(tmp_path).keep([letter(2)])
    assert list(letters(tmp_path)) == [*first, letter(2)]


def test_a_torn_letter_is_none(tmp_path: Path) -> None:
    """What a crash left half written got no 250, and is cleared away."""
    (tmp_path / "0000000001.tmp").write_bytes(b'{"at": "20')
    spool = Spool(tmp_path)
    assert list(tmp_path.iterdir()) == []
    spool.keep([letter(1)])
    assert list(letters(tmp_path)) == [letter(1)]


def test_a_letter_is_never_written_over(tmp_path: Path) -> None:
    """Two servers on one folder: the second is told, and no letter is lost."""
    one, other = Spool(tmp_path), Spool(tmp_path)
    one.keep([letter(1)])
    with pytest.raises(FileExistsError):
        other.keep([letter(2)])
    other.keep([letter(2)])
    assert list(letters(tmp_path)) == [letter(1), letter(2)]


def test_a_folder_that_is_missing_holds_no_letters(tmp_path: Path) -> None:
    """A gallery of nothing is empty."""
    assert list(letters(tmp_path / "spool")) == []
