import pytest

from bot.mail.charsets import codec, decode, one_line, tidy

WORDS = "Åsa vill ha allt på svenska"


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        (WORDS.encode(), "utf-8"),
        (WORDS.encode(), ""),
        (WORDS.encode(), "us-ascii"),
        (WORDS.encode(), "iso-8859-1"),
        (WORDS.encode(), "x-foo"),
        (WORDS.encode("latin-1"), "iso-8859-1"),
        (WORDS.encode("latin-1"), "utf-8"),
        (WORDS.encode("latin-1"), ""),
        (WORDS.encode("cp1252"), "us-ascii"),
        (WORDS.encode("utf-16"), "utf-16"),
        (WORDS.encode("cp850"), "cp850"),
    ],
)
def test_swedish_survives_every_charset(data: bytes, charset: str) -> None:
    """What a Swede wrote is read, whether the charset is right, wrong, unknown or not named."""
    assert decode(data, charset, []) == WORDS


def test_one_broken_sign_does_not_spoil_the_rest() -> None:
    """UTF-8 that was cut in the middle of a letter stays UTF-8."""
    assert decode("Åsa är på väg".encode() + b"\xc3", "utf-8", []) == "Åsa är på väg\ufffd"


@pytest.mark.parametrize(
    "name", ["punycode", "idna", "unicode_escape", "rot13\0", "../x", "x" * 99]
)
def test_codecs_that_run_or_hang_are_unknown(name: str) -> None:
    """A charset that is no charset, or one that takes quadratic time, is never looked up."""
    assert codec(name) is None


def test_hidden_signs_are_taken_out_of_words() -> None:
    """Soft hyphens, zero-width spaces, NULs and loose accents do not hide a word."""
    assert tidy("ra\xaddera\u200b a\u030allt\0\r\nnu\u2028ja\xa0tack") == "radera ållt\nnu\nja tack"


def test_a_line_is_one_line() -> None:
    """No line break, control or direction sign is left for a header or a log."""
    assert one_line(" a\r\n Bcc: b\x00\u202efdp.exe\x85c ") == "a Bcc: b fdp.exe c"
