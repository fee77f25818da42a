import io
from zipfile import ZipFile

import pytest

from bot.answers.archive import archive

FILES = {"data.json": b'{"a": "1"}' * 50, "kop.csv": b"\xef\xbb\xbfa;b\r\n"}


@pytest.mark.people("P30")
def test_a_plain_zip_comes_apart_into_the_same_files() -> None:
    """Packed by the way that every Windows knows, not locked, whole, and the same each time."""
    made = archive(FILES)
    with ZipFile(io.BytesIO(made)) as opened:
        assert opened.testzip() is None
        assert {one.filename: opened.read(one) for one in opened.infolist()} == FILES
        assert not any(one.flag_bits & 1 for one in opened.infolist())
        assert {one.compress_type for one in opened.infolist()} == {8}
    assert made == archive(FILES)
    assert len(made) < 500


def test_an_empty_archive_is_not_made() -> None:
    """Nothing portable is a refusal, not an empty file."""
    with pytest.raises(ValueError, match="no file to pack"):
        archive({})
