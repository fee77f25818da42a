"""The header block of a mail or of a part: bytes in, fields out. Linear, and never raises."""

import binascii
import re
from dataclasses import dataclass
from email.message import Message
from email.utils import collapse_rfc2231_value

from bot.mail.charsets import decode, one_line

LONGEST_VALUE = 16_000
MOST_FIELDS = 2_000
MOST_ADDRESSES = 200
_LONGEST_PARAMETERS = 4_000
_LONGEST_ADDRESS = 254
_LONGEST_ID = 250
_FIELD = re.compile(rb"([!-9;-~]{1,100})[ \t]*:")
_WORD = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?]*)\?=")
# an encoded word is one piece: the comma or colon in it divides nothing
_PIECE = re.compile(r"=\?[^?\s]{1,60}\?[bBqQ]\?[^?]*\?=|.", re.DOTALL)
_BETWEEN = re.compile(r"(\?=)\s+(?==\?)")
_ID = re.compile(r"<([^<>\s]{1,250})>")
_ADDRESS = re.compile(r"[^\s@<>,;:\"()\[\]\\]{1,64}@[^\s@<>,;:\"()\\]{1,253}")
_ESCAPE = re.compile(rb"=([0-9A-Fa-f]{2})")


@dataclass(frozen=True)
class Headers:
    """The fields of one header block in their order: lower-case names, unfolded values as bytes."""

    fields: tuple[tuple[str, bytes], ...] = ()

    def all(self, name: str) -> tuple[str, ...]:
        """Every value of a field as text, encoded words still encoded; the name in lower case."""
        return tuple(decode(value, "", []).strip() for key, value in self.fields if key == name)

    def first(self, name: str) -> str:
        """The topmost value of a field as text, or an empty string."""
        return next(iter(self.all(name)), "")

    def readable(self, name: str) -> str:
        """The topmost value of a field with its encoded words decoded, on one safe line."""
        return one_line(words(self.first(name), []))


def read_headers(block: bytes) -> Headers:
    """The fields of a header block; a line that is no field and no continuation is passed over."""
    fields: list[tuple[str, list[bytes]]] = []
    for line in block.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n"):
        if line[:1] in (b" ", b"\t") and fields:
            fields[-1][1].append(line)
        elif (found := _FIELD.match(line)) and len(fields) < MOST_FIELDS:
            fields.append((found[1].decode("ascii").lower(), [line[found.end() :]]))
    return Headers(tuple((name, b"".join(value)[:LONGEST_VALUE]) for name, value in fields))


def words(text: str, problems: list[str]) -> str:
    """Text with its encoded words decoded (RFC 2047), also ones split inside a letter."""
    text = _BETWEEN.sub(r"\1", text)
    out: list[str] = []
    waiting, charset, position = b"", "", 0
    for found in _WORD.finditer(text):
        # the language tag of RFC 2231 section 5 follows an asterisk
        own = found[1].split("*")[0]
        if waiting and (own.lower() != charset.lower() or found.start() != position):
            out.append(decode(waiting, charset, problems))
            waiting = b""
        out.append(text[position : found.start()])
        waiting, charset, position = waiting + _word_bytes(found), own, found.end()
    if waiting:
        out.append(decode(waiting, charset, problems))
    return "".join((*out, text[position:]))


def _word_bytes(found: re.Match[str]) -> bytes:
    data = found[3].encode("utf-8", "replace")
    if found[2] in "qQ":
        return _ESCAPE.sub(lambda hit: bytes([int(hit[1], 16)]), data.replace(b"_", b" "))
    return base64(data)


def base64(data: bytes) -> bytes:
    """Base64 as far as it goes: foreign signs are passed over, a broken end is cut off."""
    for cut in range(4):
        try:
            return binascii.a2b_base64(data.rstrip(b"=\r\n \t")[: -cut or None] + b"==")
        except binascii.Error:
            continue
    return b""


def parameters(value: str) -> tuple[str, dict[str, str]]:
    """The first token of a Content-Type or Content-Disposition, lower case, and its parameters."""
    message = Message()
    try:
        message["Content-Type"] = value[:_LONGEST_PARAMETERS]
        found = message.get_params(failobj=[])
        pairs = {key.lower(): collapse_rfc2231_value(worth) for key, worth in found[1:]}
        return found[0][0].strip().lower() if found else "", pairs
    except (ValueError, LookupError, TypeError, AttributeError):
        return value.partition(";")[0].strip().lower()[:100], {}


def message_ids(value: str) -> tuple[str, ...]:
    """The message ids in a field, without brackets, none twice; a lone id may lack its brackets."""
    found = [item for item in _ID.findall(value) if item.isprintable()]
    bare = value.strip().strip("<>")
    if not found and 0 < len(bare) <= _LONGEST_ID and bare.isprintable() and " " not in bare:
        found = [bare]
    return tuple(dict.fromkeys(found))


def address(text: str) -> str | None:
    """One address in lower case, or None when it is none (loosely: something@something)."""
    text = text.strip().strip("'").lower()
    good = len(text) <= _LONGEST_ADDRESS and text.isprintable() and _ADDRESS.fullmatch(text)
    return text if good else None


def addresses(value: str) -> tuple[tuple[str, str], ...]:
    """(display name, raw address) of an address list; groups are opened, comments left out.

    The structure is read before encoded words are decoded, so that a name cannot hold an address.
    """
    found = _split_addresses(value)[:MOST_ADDRESSES]
    return tuple(_named(name, spot) for name, spot in found if name.strip() or spot.strip())


def _named(name: str, spot: str) -> tuple[str, str]:
    """(display name, raw address); an address that lost its brackets is found among the words."""
    if spot.strip():
        return one_line(words(name, [])), spot.strip()
    loose = [word for word in name.split() if address(word)]
    if len(loose) != 1:
        return "", name.strip()
    rest = " ".join(word for word in name.split() if word != loose[0])
    return one_line(words(rest, [])), loose[0]


def _split_addresses(value: str) -> list[tuple[str, str]]:  # noqa: C901 - a case a sign, each once
    found: list[tuple[str, str]] = []
    name: list[str] = []
    spot: list[str] = []
    comment, quoted, inside, escaped = 0, False, False, False
    for sign in _PIECE.findall(value[:LONGEST_VALUE]):
        if escaped:
            escaped = False
            (spot if inside else name).append(sign)
        elif sign == "\\" and (quoted or comment):
            escaped = not comment
        elif sign == '"' and not comment:
            quoted = not quoted
        elif quoted:
            (spot if inside else name).append(sign)
        elif sign in "()":
            comment = max(0, comment + (1 if sign == "(" else -1))
        elif comment:
            continue
        elif sign in "<>":
            inside = sign == "<"
        elif sign in ",;" and not inside:
            found.append(("".join(name), "".join(spot)))
            name, spot = [], []
        elif sign == ":" and not inside:
            name = []
        else:
            (spot if inside else name).append(sign)
    return [*found, ("".join(name), "".join(spot))]
