"""Files inside a PDF come out as they went in, and only for who has the passphrase."""

import io
import zlib

import pikepdf
import pytest
from answers_world import HELD, extract, shipped_map

from bot.answers import portable_page
from bot.answers.pdf import encrypt, with_attachments
from bot.answers.portable import portable

PHRASE = "TALL-7K2M-9QXW-4HRD"
FILES = {"data.json": '{"namn": "Låtsasson"}'.encode(), "kop.csv": b"\xef\xbb\xbfa;b\r\n1;2\r\n"}


def page() -> bytes:
    """A small tagged document."""
    return portable_page.build(extract(), portable(HELD, shipped_map()))


def carried(data: bytes, passphrase: str = "") -> dict[str, tuple[bytes, str]]:
    """The files inside, with their types."""
    with pikepdf.open(io.BytesIO(data), password=passphrase) as document:
        return {
            name: (one.get_file().read_bytes(), one.get_file().mime_type)
            for name, one in document.attachments.items()
        }


@pytest.mark.people("P30")
def test_what_is_attached_comes_out_again() -> None:
    """Byte by byte, with its type; the reader lists the files when it opens the document."""
    made = with_attachments(page(), FILES)
    assert carried(made) == {
        "data.json": (FILES["data.json"], "application/json"),
        "kop.csv": (FILES["kop.csv"], "text/csv"),
    }
    with pikepdf.open(io.BytesIO(made)) as document:
        assert document.Root.PageMode == pikepdf.Name.UseAttachments
        assert "/StructTreeRoot" in document.Root
        assert str(document.Root.Lang) == "sv"


@pytest.mark.law("L70")
def test_only_the_passphrase_opens_what_is_inside() -> None:
    """Under AES-256 the files are locked with the pages, and their names too."""
    sealed = encrypt(with_attachments(page(), FILES), PHRASE)
    for wrong in ("", PHRASE.lower()):
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(io.BytesIO(sealed), password=wrong)
    assert {name: content for name, (content, _) in carried(sealed, PHRASE).items()} == FILES
    with pikepdf.open(io.BytesIO(sealed), password=PHRASE) as document:
        assert document.encryption.R == 6
        assert document.encryption.file_method.name == "aesv3"
        assert document.encryption.stream_method.name == "aesv3"


@pytest.mark.law("L70")
def test_nothing_inside_is_readable_outside() -> None:
    """Neither a value nor a file's name stands in the locked bytes, packed or not."""
    open_one = with_attachments(page(), FILES)
    sealed = encrypt(open_one, PHRASE)
    secrets = (b"sasson", b"kop.csv", b"a;b", b"data.json")
    assert all(one in open_one + b"".join(_streams(open_one)) for one in secrets)
    assert not any(one in sealed + b"".join(_streams(sealed)) for one in secrets)


def test_the_same_files_give_the_same_bytes() -> None:
    """Before it is locked, which draws fresh salt."""
    assert with_attachments(page(), FILES) == with_attachments(page(), FILES)


def test_no_file_is_no_attachment() -> None:
    """An empty copy must be a refusal, not an empty envelope."""
    with pytest.raises(ValueError, match="no file to attach"):
        with_attachments(page(), {})


def _streams(data: bytes) -> list[bytes]:
    """What can be unpacked without any key."""
    found = []
    for piece in data.split(b"stream")[1:]:
        try:
            found.append(zlib.decompressobj().decompress(piece.lstrip(b"\r\n")))
        except zlib.error:
            continue
    return found
