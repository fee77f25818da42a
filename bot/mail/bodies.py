"""The readable text of a mail, as a human saw it, and what hangs on it."""

import re
from dataclasses import dataclass, replace
from typing import Final

from bot.mail import reply
from bot.mail.charsets import decode, tidy
from bot.mail.markup import LONGEST as LONGEST_HTML
from bot.mail.markup import read_markup
from bot.mail.parts import MESSAGES, Part
from bot.mail.shapes import Attachment

LONGEST_TEXT: Final = 200_000
_MOST_BYTES: Final = 1_000_000
_MOST_SEGMENTS: Final = 50
_SEALED: Final = frozenset(
    {"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"}
)
_PLAIN: Final = frozenset({"text/plain", "text/enriched", "text/markdown", "text/x-plain"})
_HTML: Final = frozenset({"text/html", "application/xhtml+xml"})
_ARMOUR: Final = "-----BEGIN PGP MESSAGE-----"
_SIGNED: Final = "-----BEGIN PGP SIGNED MESSAGE-----"
_META: Final = re.compile(rb"charset\s{0,3}=\s{0,3}[\"']?([A-Za-z0-9_:\-]{1,40})", re.IGNORECASE)
_FLOWED: Final = re.compile(r"(?<!\n--)(?<!^--)(?<=\S) \n(?![>\n])")
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_FEWEST_WORDS: Final = 8
_STUB: Final = 4


@dataclass(frozen=True)
class Body:
    """What can be read: everything, the newly written, the rest; and the attached parts."""

    text: str = ""
    new_text: str = ""
    quoted_text: str = ""
    attachments: tuple[Attachment, ...] = ()


@dataclass(frozen=True)
class _Segment:
    plain: str = ""
    html: str = ""

    @property
    def is_empty(self) -> bool:
        return not (self.plain.strip() or self.html.strip())


@dataclass
class _Reader:
    """Reads the parts of one mail; `left` is how many bytes it may still decode."""

    problems: list[str]
    left: int = _MOST_BYTES

    def segments(self, part: Part) -> list[_Segment]:
        """The texts of a part in their order; an alternative is one text in two forms."""
        if part.kind in _SEALED or part.kind in MESSAGES:
            return []
        if not part.kind.startswith("multipart/"):
            return [] if part.disposition == "attachment" else self.leaf(part)
        if not part.children:
            return [_Segment(plain=self._text(part, LONGEST_TEXT))]
        inner = [segment for child in part.children for segment in self.segments(child)]
        if part.kind != "multipart/alternative":
            return inner
        plain = "\n".join(segment.plain for segment in inner if segment.plain)
        return [_Segment(plain, "\n".join(segment.html for segment in inner if segment.html))]

    def leaf(self, part: Part) -> list[_Segment]:
        """The text of a single part, if it is one that people read."""
        if part.kind in _PLAIN:
            return [_Segment(plain=self._text(part, LONGEST_TEXT))]
        if part.kind in _HTML:
            return [_Segment(html=self._text(part, LONGEST_HTML))]
        return []

    def attached_text(self, top: Part) -> list[_Segment]:
        """Where no part is the body the first attached text is what the writer wrote."""
        found = (self.leaf(part) for part in top.leaves())
        return next(([item[0]] for item in found if item and not item[0].is_empty), [])

    def forwarded(self, part: Part) -> str:
        """Subject and text of a message that lies in the mail."""
        if not part.children:
            return ""
        inner = part.children[0]
        texts = [item.plain or read_markup(item.html)[0] for item in self.segments(inner)]
        return "\n\n".join((inner.headers.readable("subject"), *texts)).strip()

    def _text(self, part: Part, longest: int) -> str:
        most = min(self.left, 4 * longest)
        data = part.decoded(most)
        self.left -= len(data)
        charset = part.parameters.get("charset", "").strip()
        if not charset and part.kind in _HTML and (found := _META.search(data[:3_000])):
            charset = found[1].decode("ascii")
        text = tidy(decode(data, charset, self.problems))
        if part.parameters.get("format", "").lower() == "flowed":
            # RFC 3676: a space at the end of a line says that the line goes on
            joint = "" if part.parameters.get("delsp", "").lower() == "yes" else " "
            text = _FLOWED.sub(joint, text)
        if len(text) > longest or part.end - part.start > most:
            self.problems.append("text cut")
        return text[:longest]


def read_body(top: Part, problems: list[str]) -> Body:
    """The text and the attachments of a mail; what could not be read is added to `problems`."""
    reader = _Reader(problems)
    segments = reader.segments(top)
    if all(segment.is_empty for segment in segments):
        segments = reader.attached_text(top)
    bodies, length = [], 0
    for segment in segments[:_MOST_SEGMENTS]:
        bodies.append(_choose(segment, problems))
        length += len(bodies[-1].text)
        if length > LONGEST_TEXT:
            break
    forwarded = [reader.forwarded(part) for part in _messages(top)]
    body = Body(
        text=_join([*(body.text for body in bodies), *forwarded]),
        new_text=_join([body.new_text for body in bodies]),
        quoted_text=_join([*(body.quoted_text for body in bodies), *forwarded]),
        attachments=tuple(
            Attachment(part.name, part.kind[:100], part.size)
            for part in top.leaves()
            if _is_attached(part)
        ),
    )
    return _say_sealed(top, body, problems)


def _join(texts: list[str]) -> str:
    return "\n\n".join(text for text in texts if text.strip())[:LONGEST_TEXT]


def _choose(segment: _Segment, problems: list[str]) -> Body:
    """The plain text if it says what the HTML says, which is what most people see."""
    plain = _unarmoured(segment.plain).strip()
    as_plain = Body(plain, *reply.split(plain))
    if not segment.html.strip():
        return as_plain
    seen, older = read_markup(segment.html)
    new, quoted = reply.split(seen)
    as_html = Body(_join([seen, older]), new, _join([quoted, older]))
    plain_words, html_words = _words(plain), _words(as_html.text)
    if len(html_words) < _FEWEST_WORDS and plain_words:
        return as_plain
    if len(plain_words) * _STUB < len(html_words):
        return as_html
    if len(plain_words & html_words) * 2 < len(plain_words):
        problems.append("plain and html differ")
        return as_html
    return as_plain


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text[:LONGEST_TEXT].casefold()))


def _unarmoured(text: str) -> str:
    """Text that was signed with PGP, without the armour; what is encrypted stays as it is."""
    if _SIGNED not in text:
        return text
    before, _, signed = text.partition(_SIGNED)
    signed = signed.partition("\n\n")[2] or signed
    return before + signed.partition("-----BEGIN PGP SIGNATURE-----")[0]


def _messages(top: Part) -> list[Part]:
    """The outermost messages attached to a mail; a delivery report's are evidence, not text."""
    if top.kind == "multipart/report":
        return []
    if top.kind in MESSAGES:
        return [top]
    return [found for child in top.children for found in _messages(child)][:_MOST_SEGMENTS]


def _is_attached(part: Part) -> bool:
    if part.kind.startswith("multipart/") or part.kind == "message/delivery-status":
        return False
    if part.disposition == "attachment" or part.kind in MESSAGES:
        return True
    return part.kind not in _PLAIN and part.kind not in _HTML


def _say_sealed(top: Part, body: Body, problems: list[str]) -> Body:
    """Say what only a human with the right key or program can read."""
    parts = top.walk()
    if any(part.kind in _SEALED for part in parts) and not body.text.strip():
        problems.append("encrypted body")
    if _ARMOUR in body.text:
        problems.append("encrypted body")
        new, text = (item.partition(_ARMOUR)[0].strip() for item in (body.new_text, body.text))
        body = replace(body, new_text=new, text=text)
    tnef = any(p.kind == "application/ms-tnef" or p.name.lower() == "winmail.dat" for p in parts)
    if tnef and not body.text.strip():
        problems.append("tnef body")
    return body
