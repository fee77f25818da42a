"""HTML becomes the text that a human saw, the quoted mail apart from what was newly written.

One walk over the tree and no layout: a table of 240 kB keeps a layout engine busy for minutes.
"""

import re
from typing import Any, Final

import lxml.etree
import lxml.html

from bot.mail.charsets import tidy

LONGEST: Final = 400_000
_SPACE = re.compile(r"[ \t\n\r\f]+")
_BLANK_LINES = re.compile(r"\n{3,}")
_HIDING: Final = ("display:none", "visibility:hidden", "mso-hide:all")
_NO_SIZE = re.compile(r"font-size:0(?:\.0+)?(?:px|pt|em|rem|%)?(?=;|!|$)")
_UNSEEN: Final = frozenset(
    {"script", "style", "head", "template", "noscript", "object", "title", "select", "textarea"}
)
_PARAGRAPHS: Final = frozenset(
    {"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote", "pre", "hr"}
)
_LINED: Final = frozenset(
    {"div", "tr", "li", "dt", "dd", "section", "article", "header", "footer", "center", "address"}
)
_CELLS: Final = frozenset({"td", "th"})
_CLASSES: Final = frozenset(
    {"gmail_quote", "gmail_attr", "yahoo_quoted", "protonmail_quote", "moz-cite-prefix"}
)
# from these marks to the end of the mail everything is the older mail
_STARTS: Final = ("divRplyFwdMsg", "appendonsend", "mail-editor-reference-message-container")
_OUTLOOK_LINE = re.compile(r"border-top:solid#(?:e1e1e1|b5c4df)")


def read_markup(html: str) -> tuple[str, str]:
    """(new text, quoted text) of an HTML body, hidden elements in neither; no link is followed.

    What cannot be read as HTML comes back as it stands, without its tags.
    """
    html = html[:LONGEST]
    try:
        parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
        page = lxml.html.document_fromstring(html.encode("utf-8", "replace"), parser=parser)
    except (lxml.etree.LxmlError, ValueError):
        return _tidied([re.sub(r"<[^<>]{0,2000}>", " ", html)]), ""
    walk = _Walk()
    for event, element in lxml.etree.iterwalk(page, events=("start", "end")):
        if event == "start":
            walk.enter(element)
        else:
            walk.leave(element)
    return _tidied(walk.new), _tidied(walk.older)


class _Walk:
    """Where the walk over a page stands: inside how many hiding and quoting elements.

    What has no size is unseen too, until an element within it is given one again.
    """

    def __init__(self) -> None:
        self.new: list[str] = []
        self.older: list[str] = []
        self._above: list[tuple[int, int, bool]] = []
        self._hidden = 0
        self._quoted = 0
        self._sizeless = False
        self._rest = False

    def enter(self, element: Any) -> None:  # noqa: ANN401 - lxml publishes no types
        tag = element.tag
        self._above.append((self._hidden, self._quoted, self._sizeless))
        self._hidden += tag in _UNSEEN
        if element.attrib:
            style = "".join(element.get("style", "")[:2_000].lower().split())
            self._hidden += _is_hidden(element, style)
            self._quoted += _is_quote(element)
            self._rest = self._rest or _starts_older(element, style)
            if "font-size:" in style:
                self._sizeless = _NO_SIZE.search(style) is not None
        self._break(tag)
        self._write(("- " if tag == "li" else "") + _flat(element.text, tag))

    def leave(self, element: Any) -> None:  # noqa: ANN401 - lxml publishes no types
        if element.tag != "br":
            self._break(element.tag)
        self._hidden, self._quoted, self._sizeless = self._above.pop()
        if element.tail:
            self._write(_flat(element.tail, element.getparent().tag))

    def _break(self, tag: str) -> None:
        if tag in _PARAGRAPHS:
            self._write("\n\n")
        elif tag == "br":
            self._write("\n")
        elif tag in _LINED:
            # where one element ends its line and the next begins one there is one line break
            self._write("\n", once=True)
        elif tag in _CELLS:
            self._write(" ")

    def _write(self, text: str, *, once: bool = False) -> None:
        out = self.older if self._quoted or self._rest else self.new
        if not text or self._hidden or self._sizeless:
            return
        last = out[-1][-1] if out else "\n"
        if (once and last == "\n") or (text == " " and last in " \n"):
            return
        out.append(text)


def _flat(text: str | None, holder: str) -> str:
    return _SPACE.sub(" ", text) if text and holder != "pre" else text or ""


def _tidied(texts: list[str]) -> str:
    lines = (line.strip() for line in tidy("".join(texts)).split("\n"))
    return _BLANK_LINES.sub("\n\n", "\n".join(lines)).strip()


def _is_hidden(element: Any, style: str) -> bool:  # noqa: ANN401 - lxml publishes no types
    if element.get("hidden") is not None:
        return True
    return any(way in style for way in _HIDING)


def _starts_older(element: Any, style: str) -> bool:  # noqa: ANN401 - lxml publishes no types
    mark = element.get("id", "").removeprefix("x_")
    return mark in _STARTS or _OUTLOOK_LINE.search(style) is not None


def _is_quote(element: Any) -> bool:  # noqa: ANN401 - lxml publishes no types
    if element.tag == "blockquote" and element.get("type", "").lower() == "cite":
        return True
    if _CLASSES.isdisjoint(element.get("class", "").split()):
        return False
    # a reply written between two quotations stands inside the outer quotation of Gmail
    return element.tag == "blockquote" or not any(
        child.tag == "blockquote" and "gmail_quote" in child.get("class", "") for child in element
    )
