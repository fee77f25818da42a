"""The parts of a mail as a tree of places in its bytes: nothing is copied, nothing decoded."""

import binascii
import re
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Final

from bot.mail.charsets import one_line
from bot.mail.headers import Headers, base64, parameters, read_headers, words

DEEPEST: Final = 20
MOST_PARTS: Final = 300
MOST_DELIMITERS: Final = 2_000
LONGEST_HEADER: Final = 256_000
LARGEST: Final = 60_000_000
LARGEST_ENCODED_MESSAGE: Final = 1_000_000
_COMMON: Final = re.compile(
    "from|to|cc|subject|date|received|return-path|message-id|reply-to|sender|mime-version"
    "|content-type|delivered-to|in-reply-to|references"
)
MESSAGES: Final = frozenset({"message/rfc822", "message/global"})
_UUENCODED: Final = frozenset({"x-uuencode", "uuencode", "x-uue"})
_HEADER_ENDS: Final = (b"\n\n", b"\n\r\n")


@dataclass(frozen=True, eq=False)
class Part:
    """One part: where its body lies in `raw`, what it says it is, and the parts inside it.

    `kind` is the content type in lower case. A message/rfc822 part has one child: the message.
    """

    raw: bytes = field(repr=False)
    start: int
    end: int
    headers: Headers
    kind: str
    parameters: dict[str, str]
    children: tuple["Part", ...] = ()

    @property
    def encoding(self) -> str:
        """The transfer encoding, lower case, or an empty string."""
        return self.headers.first("content-transfer-encoding").split(";")[0].strip().lower()

    @property
    def disposition(self) -> str:
        """`inline`, `attachment`, or an empty string."""
        return parameters(self.headers.first("content-disposition"))[0]

    @property
    def name(self) -> str:
        """The file name that the part claims, on one line and without folders."""
        own = parameters(self.headers.first("content-disposition"))[1].get("filename")
        name = one_line(words(own or self.parameters.get("name", ""), []))
        return name.replace("\\", "/").rsplit("/", 1)[-1][:200]

    @property
    def size(self) -> int:
        """The size of the decoded body in bytes, reckoned without decoding it."""
        whole = self.end - self.start
        if self.encoding != "base64":
            return whole
        breaks = sum(self.raw.count(sign, self.start, self.end) for sign in (b"\n", b"\r"))
        tail = self.raw[max(self.start, self.end - 4) : self.end]
        return max(0, (whole - breaks) * 3 // 4 - tail.count(b"="))

    def decoded(self, most: int) -> bytes:
        """The decoded bytes of the part, as many as its first `most` encoded bytes give."""
        data = self.raw[self.start : min(self.end, self.start + max(0, most))]
        if self.encoding == "base64":
            return base64(data)
        if self.encoding == "quoted-printable":
            return binascii.a2b_qp(data)
        return _uudecoded(data) if self.encoding in _UUENCODED else data

    def leaves(self) -> tuple["Part", ...]:
        """The parts that hold no others; a message that lies in the mail is one of them."""
        if not self.children or self.kind in MESSAGES:
            return (self,)
        return tuple(leaf for child in self.children for leaf in child.leaves())

    def walk(self) -> tuple["Part", ...]:
        """This part and every part inside it, outermost first."""
        return (self, *(inner for child in self.children for inner in child.walk()))


def _uudecoded(data: bytes) -> bytes:
    out: list[bytes] = []
    for line in data.split(b"\n"):
        if line.startswith((b"begin ", b"end")):
            continue
        with suppress(binascii.Error):
            out.append(binascii.a2b_uu(line))
    return b"".join(out)


@dataclass
class _Allowance:
    """What one mail may still cost, and what was said about it."""

    problems: list[str]
    parts: int = MOST_PARTS
    delimiters: int = MOST_DELIMITERS
    seen: set[str] = field(default_factory=set)

    def say(self, problem: str) -> None:
        if problem not in self.seen:
            self.seen.add(problem)
            self.problems.append(problem)


def tree(raw: bytes, problems: list[str]) -> Part:
    """The tree of a whole mail; what was cut off or broken is added to `problems`."""
    allowance = _Allowance(problems)
    if len(raw) > LARGEST:
        allowance.say("too large")
    if b"\n" not in raw[:LONGEST_HEADER]:
        raw = raw.replace(b"\r", b"\n")
    return _part(raw, *_whole(raw), allowance, depth=0, default="text/plain")


def header_fields(raw: bytes) -> Headers:
    """The header of a whole mail, without looking at its body."""
    start, end = _whole(raw[:LONGEST_HEADER])
    return read_headers(raw[start : _body_start(raw, start, end)])


def _whole(raw: bytes) -> tuple[int, int]:
    """Where a mail begins and ends: without blank lines, byte order mark and mbox line above it."""
    start = len(raw) - len(raw.lstrip(b"\r\n \t\x00\xef\xbb\xbf"))
    if raw.startswith((b"From ", b">From "), start):
        start = raw.find(b"\n", start) + 1
    return start, min(len(raw), LARGEST)


def _part(  # noqa: PLR0913 - the place in the bytes, the allowance and the depth are one gesture
    raw: bytes, start: int, end: int, allowance: _Allowance, *, depth: int, default: str
) -> Part:
    allowance.parts -= 1
    body = _body_start(raw, start, end)
    if body - start > LONGEST_HEADER:
        allowance.say("header too long")
    headers = read_headers(raw[start : min(body, start + LONGEST_HEADER)])
    names = (name for name, _ in headers.fields)
    if not headers.fields or (depth == 0 and not any(map(_COMMON.fullmatch, names))):
        # a block without one field that mails have is no header: its lines are the text
        headers, body = Headers(), start
    kind, given = parameters(headers.first("content-type"))
    if kind.count("/") != 1 or not all(kind.split("/")):
        kind = default
    part = Part(raw, body, end, headers, kind, given)
    if not (kind.startswith("multipart/") or kind in MESSAGES):
        return part
    if depth >= DEEPEST:
        allowance.say("too deep")
        return part
    return Part(raw, body, end, headers, kind, given, _children(part, allowance, depth + 1))


def _body_start(raw: bytes, start: int, end: int) -> int:
    """Where the body begins: after the first empty line, or at once when there is no header."""
    for blank in (b"\n", b"\r\n"):
        if raw.startswith(blank, start):
            return min(end, start + len(blank))
    near = min(end, start + LONGEST_HEADER)
    ends = [(spot, mark) for mark in _HEADER_ENDS if (spot := raw.find(mark, start, near)) >= 0]
    if not ends:
        ends = [(s, mark) for mark in _HEADER_ENDS if (s := raw.find(mark, start, end)) >= 0]
    if not ends:
        return end
    spot, mark = min(ends)
    return spot + len(mark)


def _children(part: Part, allowance: _Allowance, depth: int) -> tuple[Part, ...]:
    if not part.kind.startswith("multipart/"):
        if allowance.parts <= 0:
            allowance.say("too many parts")
            return ()
        return (_embedded(part, allowance, depth),)
    spans = _spans(part, allowance)
    default = "message/rfc822" if part.kind == "multipart/digest" else "text/plain"
    children: list[Part] = []
    for start, end in spans:
        if allowance.parts <= 0:
            allowance.say("too many parts")
            break
        inner = _part(part.raw, start, end, allowance, depth=depth, default=default)
        children.append(inner)
    return tuple(children)


def _embedded(part: Part, allowance: _Allowance, depth: int) -> Part:
    """The message inside a message part; some programs encode it although they must not."""
    raw, start, end = part.raw, part.start, part.end
    if part.encoding == "base64" and part.size < LARGEST_ENCODED_MESSAGE:
        raw = base64(raw[start:end])
        start, end = 0, len(raw)
    return _part(raw, start, end, allowance, depth=depth, default="text/plain")


def _spans(part: Part, allowance: _Allowance) -> list[tuple[int, int]]:
    """Where the children of a multipart lie, its closing line missing or not."""
    boundary = part.parameters.get("boundary", "").strip().encode("utf-8", "replace")
    delimiters = _delimiters(part, boundary, allowance)
    if not delimiters:
        allowance.say("wrong boundary" if boundary else "no boundary")
        delimiters = _delimiters(part, _guessed_boundary(part), allowance)
    spans: list[tuple[int, int]] = []
    opened = -1
    for line_start, line_end, closing in delimiters:
        if opened >= 0:
            spans.append((opened, max(opened, line_start)))
        opened = -1 if closing else line_end
        if closing:
            break
    if opened >= 0:
        allowance.say("no closing boundary")
        spans.append((opened, part.end))
    if not spans:
        allowance.say("multipart without parts")
    return spans


def _guessed_boundary(part: Part) -> bytes:
    line = part.raw[part.start : min(part.end, part.start + 200)].lstrip().split(b"\n")[0].strip()
    return line[2:] if line.startswith(b"--") else b""


def _delimiters(part: Part, boundary: bytes, allowance: _Allowance) -> list[tuple[int, int, bool]]:
    """(start, end, is the last) of each delimiter line; the start has its line break before it."""
    found: list[tuple[int, int, bool]] = []
    mark = b"--" + boundary
    spot = part.start if boundary else -1
    if boundary and not part.raw.startswith(mark, spot):
        spot = part.raw.find(b"\n" + mark, part.start, part.end)
    while spot >= 0 and allowance.delimiters > 0:
        allowance.delimiters -= 1
        after = spot + len(mark) + (part.raw[spot : spot + 1] == b"\n")
        stop = part.raw.find(b"\n", after, min(part.end, after + 1_000))
        stop = stop if stop >= 0 else min(part.end, after + 1_000)
        rest = part.raw[after:stop].strip()
        if rest in {b"", b"--"}:
            found.append((spot, min(part.end, stop + 1), rest == b"--"))
        spot = part.raw.find(b"\n" + mark, after, part.end)
    if spot >= 0:
        allowance.say("too many parts")
    return found
