"""Zips: one that only the passphrase opens, and one that every Windows opens."""

import io
from zipfile import ZipFile

import pytest
from pyzipper import AESZipFile, BadZipFile

from bot.answers.archive import named_in, pack, seal

PHRASE = "TALL-7K2M-9QXW-4HRD"
FILES = {"export.json": (b'{"a": "1"}', b"\n") * 50, "export-1.csv": (b"\xef\xbb\xbfa;b\r\n",)}
WHOLE = {name: b"".join(pieces) for name, pieces in FILES.items()}


def sealed() -> io.BytesIO:
    """A zip under the passphrase."""
    made = io.BytesIO()
    seal(FILES, PHRASE, made)
    return made


@pytest.mark.law("L70")
def test_only_the_passphrase_opens_a_sealed_zip() -> None:
    """AE-2 with 256 bits; another passphrase opens nothing, and no value can be read from it."""
    made = sealed()
    with AESZipFile(made) as opened:
        assert {(one.wz_aes_strength, one.wz_aes_version) for one in opened.infolist()} == {(3, 2)}
        opened.setpassword(PHRASE.encode())
        assert {one.filename: opened.read(one) for one in opened.infolist()} == WHOLE
    assert named_in(made, PHRASE, "export-1.csv") == WHOLE["export-1.csv"]
    with pytest.raises(RuntimeError):
        named_in(made, PHRASE.lower(), "export-1.csv")
    with pytest.raises(KeyError):
        named_in(made, PHRASE, "other")
    with pytest.raises(BadZipFile):
        named_in(io.BytesIO(b"%PDF-1.7"), PHRASE, "other")
    assert b"a;b" not in made.getvalue()


@pytest.mark.people("P30")
def test_a_plain_zip_comes_apart_into_the_same_files() -> None:
    """Packed by the way that every Windows knows, not locked, whole, and the same each time."""
    made, again = io.BytesIO(), io.BytesIO()
    pack(FILES, made)
    pack(FILES, again)
    with ZipFile(made) as opened:
        assert opened.testzip() is None
        assert {one.filename: opened.read(one) for one in opened.infolist()} == WHOLE
        assert not any(one.flag_bits & 1 for one in opened.infolist())
        assert {one.compress_type for one in opened.infolist()} == {8}
    assert made.getvalue() == again.getvalue()
    assert len(made.getvalue()) < 500


def test_an_empty_archive_is_not_made() -> None:
    """Nothing portable is a refusal, not an empty file; and no lock is a lock without a key."""
    for attempt in (lambda: pack({}, io.BytesIO()), lambda: seal({}, PHRASE, io.BytesIO())):
        with pytest.raises(ValueError, match="no file to pack"):
            attempt()
    with pytest.raises(ValueError, match="open to everybody"):
        seal(FILES, "", io.BytesIO())
