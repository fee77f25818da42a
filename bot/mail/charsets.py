"""Bytes become text here, whatever the charset says and whatever is hidden between letters."""

import codecs
import re
import unicodedata

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:\-]{0,39}")
# punycode and idna take quadratic time; the escapes run a language of their own
_REFUSED = frozenset({"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined"})
_LATIN = frozenset({"ascii", "iso8859-1", "iso8859-15", "cp1252"})
_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_SPACES = str.maketrans(dict.fromkeys("\xa0\u2007\u202f\u2002\u2003\u2009", " "))
_HIDDEN = str.maketrans(dict.fromkeys("\u200b\u2060\ufeff\xad"))
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_SAFE_LINE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
_BIDI = str.maketrans(
    dict.fromkeys("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
)


def codec(name: str) -> str | None:
    """Python's own name of a charset, or None when it is unknown or refused."""
    if not _NAME.fullmatch(name):
        return None
    try:
        found = codecs.lookup(name).name
    except (LookupError, ValueError):
        return None
    return None if found.replace("-", "_") in _REFUSED else found


def decode(data: bytes, charset: str, problems: list[str]) -> str:
    """Bytes as text: declared charset, then UTF-8, then windows-1252; never raises.

    `charset` may be empty. An unknown one is said in `problems`.
    """
    declared = codec(charset) if charset else None
    if charset and declared is None:
        problems.append(f"unknown charset {one_line(charset)[:40]}")
    if declared and declared not in _LATIN and declared != "utf-8":
        try:
            return data.decode(declared)
        except (UnicodeError, LookupError, ValueError):
            problems.append(f"text is not {declared}")
    return _utf8_or_windows(data, declared)


def _utf8_or_windows(data: bytes, declared: str | None) -> str:
    # valid UTF-8 with signs beyond ASCII is never meant as Latin, whatever was declared
    tolerant = data.decode("utf-8", "replace")
    broken = tolerant.count("\ufffd")
    if not broken:
        return tolerant
    if declared in (None, "utf-8") and sum(sign > "\x7f" for sign in tolerant) > 2 * broken:
        return tolerant
    return data.decode("iso8859-15" if declared == "iso8859-15" else "cp1252", "replace")


def tidy(text: str) -> str:
    """Text with plain line ends, composed letters, and no NUL, control or invisible signs."""
    text = _LINE_ENDS.sub("\n", text).translate(_SPACES).translate(_HIDDEN)
    return unicodedata.normalize("NFC", _CONTROLS.sub("", text))


def one_line(text: str) -> str:
    """Text fit for a header or a log: one line, single spaces, no control or direction signs."""
    text = _SAFE_LINE.sub(" ", text).translate(_SPACES).translate(_HIDDEN).translate(_BIDI)
    return unicodedata.normalize("NFC", " ".join(text.split()))
