"""What the human newly wrote: quotations and signatures off. One pass over the lines, no more.

Swedish and English, and the basics of Norwegian, Danish and German.
"""

from enum import Enum, auto
from typing import Final

from bot.mail import marks

_LONGEST_MARK: Final = 300
_MOST_WRAPPED: Final = 3
_HEADER_WINDOW: Final = 10
_LONGEST_DEVICE: Final = 60
_LONGEST_ADVERT: Final = 140


class _Line(Enum):
    PLAIN = auto()
    BLANK = auto()
    OPENING = auto()
    QUOTED = auto()
    OLDER = auto()
    RULE = auto()
    DASHES = auto()
    DEVICE = auto()
    FROM = auto()
    SENT = auto()
    DATE = auto()
    OTHER_KEY = auto()


_KEYS: Final = {
    **dict.fromkeys(("från", "from", "fra", "von", "avsändare"), _Line.FROM),
    **dict.fromkeys(("skickat", "sent", "sendt", "gesendet"), _Line.SENT),
    **dict.fromkeys(("datum", "date", "dato"), _Line.DATE),
    **dict.fromkeys(
        ("till", "to", "til", "an", "kopia", "cc", "kopi", "ämne", "subject", "emne", "betreff"),
        _Line.OTHER_KEY,
    ),
}
_BLOCKS: Final = frozenset({_Line.RULE, _Line.FROM})
_WRITTEN: Final = frozenset(
    {_Line.PLAIN, _Line.OPENING, _Line.FROM, _Line.SENT, _Line.DATE, _Line.OTHER_KEY}
)
_SILENT: Final = frozenset({_Line.PLAIN, _Line.BLANK, _Line.SENT, _Line.DATE, _Line.OTHER_KEY})


def split(text: str) -> tuple[str, str]:
    """(new text, quoted text) of a plain text body.

    Lines between quotations stay in the new text. Signatures and "sent from my phone" are quoted.
    """
    lines = text.split("\n")
    kinds = [_kind(line) if line else _Line.BLANK for line in lines]
    first = next((spot for spot, kind in enumerate(kinds) if kind in _WRITTEN), len(kinds))
    new: list[str] = []
    quoted: list[str] = []
    signature, done = False, 0
    for place, kind in enumerate(kinds):
        if kind in _SILENT or place < done:
            continue
        span, rest = _aside(lines, kinds, place, bare=place <= first)
        if span:
            (quoted if signature else new).extend(lines[done:place])
            quoted.extend(lines[place : place + span])
            signature = rest or kind is _Line.DASHES or (signature and kind is _Line.DEVICE)
            done = place + span
        if rest:
            break
    (quoted if signature else new).extend(lines[done:])
    return "\n".join(new).strip(), "\n".join(quoted).strip()


def _aside(lines: list[str], kinds: list[_Line], place: int, *, bare: bool) -> tuple[int, bool]:
    """(how many lines from here are not newly written, whether all after them is an older mail).

    `bare` when nothing newly written stands above.
    """
    kind = kinds[place]
    if kind is _Line.OPENING:
        return _attribution(lines, kinds, place)
    if kind is _Line.OLDER:
        return 1, True
    if kind in _BLOCKS:
        found = _is_header_block(lines, kinds, place, bare=bare)
        return int(found), found
    if kind is _Line.DASHES and bare and not lines[place].endswith(" "):
        return 0, False
    return 1, False


def _kind(line: str) -> _Line:
    bare = line[:_LONGEST_MARK].strip()
    if not bare:
        return _Line.PLAIN if line.strip() else _Line.BLANK
    if bare[0] == ">":
        return _Line.QUOTED
    if len(bare) == 1 or len(line) > _LONGEST_MARK:
        return _Line.PLAIN
    return _mark(bare.casefold())


def _mark(folded: str) -> _Line:
    """What a short written line is by its first signs; the line is stripped and casefolded."""
    if folded == "--":
        return _Line.DASHES
    if folded.startswith("_" * 10) and not folded.strip("_"):
        return _Line.RULE
    if _is_older(folded):
        return _Line.OLDER
    if _is_device(folded):
        return _Line.DEVICE
    head, colon, _ = folded[:30].partition(":")
    if colon and (key := _KEYS.get(head.strip("*_ \t"))):
        return key
    opening = folded.lstrip("* ").startswith(marks.OPENINGS) or any(
        verb in folded for verb in marks.VERBS
    )
    return _Line.OPENING if opening else _Line.PLAIN


def _is_older(folded: str) -> bool:
    if folded.startswith(("-", "_", "=", "#", "*", "~", "[", "(", "↑", "s", "w")) and any(
        mark in folded for mark in marks.OWN_MARKS
    ):
        return True
    if folded.startswith("--"):
        return any(mark in folded for mark in marks.OLDER_MARKS)
    return folded.startswith(marks.OLDER_LINES)


def _is_device(folded: str) -> bool:
    return (len(folded) <= _LONGEST_DEVICE and folded.startswith(marks.DEVICES)) or (
        len(folded) <= _LONGEST_ADVERT and folded.startswith(marks.ADVERTS)
    )


def _ends(lines: list[str], kinds: list[_Line], place: int, *, bare: bool) -> bool:
    """Whether all from here on is an older mail; `bare` when nothing new stands above."""
    return kinds[place] is _Line.OLDER or _is_header_block(lines, kinds, place, bare=bare)


def _is_header_block(lines: list[str], kinds: list[_Line], place: int, *, bare: bool) -> bool:
    """Whether the head of an older mail begins here; `bare` when nothing new stands above it.

    A formal letter also opens with Från, Till, Datum: so a date alone is no proof at the top.
    """
    ruled = kinds[place] is _Line.RULE
    if ruled:
        place = _next_written(kinds, place + 1)
    if place >= len(kinds) or kinds[place] is not _Line.FROM:
        return False
    window = kinds[place : place + _HEADER_WINDOW]
    if _Line.OTHER_KEY not in window:
        return False
    if _Line.SENT in window:
        return True
    return _Line.DATE in window and (ruled or (not bare and "@" in lines[place]))


def _next_written(kinds: list[_Line], place: int) -> int:
    stop = min(len(kinds), place + _MOST_WRAPPED)
    while place < stop and kinds[place] is _Line.BLANK:
        place += 1
    return place


def _attribution(lines: list[str], kinds: list[_Line], place: int) -> tuple[int, bool]:
    """(lines of a "Den … skrev …:" that begins here or 0, whether all that follows is older)."""
    window = lines[place : place + _MOST_WRAPPED]
    if not any(line.endswith((":", ": ", ":*")) for line in window):
        return 0, False
    joined, span = "", 0
    while not joined.endswith(":"):
        ended = span == _MOST_WRAPPED or place + span == len(lines)
        # no client leaves a blank line inside it: what stands above one is the writer's own
        if ended or (span and kinds[place + span] is _Line.BLANK):
            return 0, False
        joined = f"{joined} {lines[place + span][:_LONGEST_MARK]}".strip("* \t")
        span += 1
    folded = joined.casefold()
    if not any(verb in folded for verb in marks.VERBS) or any(
        own in folded for own in marks.OWN_VOICE
    ):
        return 0, False
    after = _next_written(kinds, place + span)
    if after < len(kinds) and kinds[after] is _Line.QUOTED:
        return span, False
    dated = folded.startswith(marks.OPENINGS) and any(sign.isdigit() for sign in folded)
    return (span, True) if "@" in folded or (dated and _has_time(folded)) else (0, False)


def _has_time(folded: str) -> bool:
    return any(
        folded[spot - 1 : spot].isdigit() and folded[spot + 1 : spot + 3].isdigit()
        for spot, sign in enumerate(folded)
        if sign in ":." and spot
    )
