"""The words that may stand after a command, each with its spellings, and the free text after them.

A word is compared in any case, with or without the dots and rings of å, ä and ö, and with blanks
or underscores between its parts.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from bot.core.vocabulary import Extension, Refusal, Right

Meaning = TypeVar("Meaning")

# The first word of each row is the one that prompts propose.
RIGHT_WORDS: Final[Mapping[Right, tuple[str, ...]]] = {
    Right.ACCESS: ("TILLGÅNG", "REGISTERUTDRAG", "UTDRAG", "ACCESS"),
    Right.RECTIFICATION: ("RÄTTELSE", "RÄTTA", "RECTIFICATION"),
    Right.ERASURE: ("RADERING", "RADERA", "ERASURE"),
    Right.RESTRICTION: ("BEGRÄNSNING", "RESTRICTION"),
    Right.PORTABILITY: ("PORTABILITET", "DATAPORTABILITET", "PORTABILITY"),
    Right.OBJECTION_MARKETING: (
        "REKLAM",
        "DIREKTREKLAM",
        "MARKNADSFÖRING",
        "NEJ TILL DIREKTREKLAM",
        "MARKETING",
    ),
    Right.OBJECTION_LI: ("INVÄNDNING", "OBJECTION"),
    Right.CONSENT_WITHDRAWAL: ("SAMTYCKE", "ÅTERKALLAT SAMTYCKE", "CONSENT"),
    Right.COMPLAINT: ("KLAGOMÅL", "COMPLAINT"),
    Right.PRIVACY_QUESTION: ("FRÅGA", "FRÅGA OM PERSONUPPGIFTER", "QUESTION"),
    Right.HUMAN_ONLY: ("MÄNNISKA", "ÄRENDE FÖR MÄNNISKA", "HUMAN"),
}
ORDINARY_WORDS: Final = ("VANLIGT", "ORDINARY")
GROUND_WORDS: Final[Mapping[Refusal, tuple[str, ...]]] = {
    Refusal.UNFOUNDED: ("OGRUNDAD", "UNFOUNDED"),
    Refusal.EXCESSIVE: ("ORIMLIG", "EXCESSIVE"),
    Refusal.UNIDENTIFIED: ("OIDENTIFIERAD", "UNIDENTIFIED"),
    Refusal.OTHERS_RIGHTS: ("ANDRAS_RÄTT", "OTHERS_RIGHTS"),
    Refusal.SECRECY: ("SEKRETESS", "SECRECY"),
    Refusal.DRAFT: ("ARBETSMATERIAL", "DRAFT"),
    Refusal.LEGAL_DUTY: ("LAGKRAV", "LEGAL_DUTY"),
    Refusal.LEGAL_CLAIMS: ("RÄTTSANSPRÅK", "LEGAL_CLAIMS"),
    Refusal.ACCURATE: ("STÄMMER", "ACCURATE"),
    Refusal.NO_GROUND: ("GRUND_SAKNAS", "NO_GROUND"),
    Refusal.COMPELLING: ("TVINGANDE_SKÄL", "COMPELLING"),
    Refusal.NOT_PORTABLE: ("EJ_PORTABELT", "NOT_PORTABLE"),
}
EXTENSION_WORDS: Final[Mapping[Extension, tuple[str, ...]]] = {
    Extension.COMPLEX: ("KOMPLICERAT", "KOMPLEXT", "COMPLEX"),
    Extension.NUMBER: ("MÅNGA", "MANY", "NUMBER"),
}
#: on which a single row of a copy may be left out (Art. 15(4); lag (2018:218) 5 kap. 1-2 §§)
ROW_GROUNDS: Final = frozenset({Refusal.OTHERS_RIGHTS, Refusal.SECRECY, Refusal.DRAFT})
#: what a correction changes: true for a way to reach somebody (the old address is told first)
CONTACT_WORDS: Final[Mapping[bool, tuple[str, ...]]] = {
    True: ("KONTAKT", "KONTAKTUPPGIFT", "CONTACT"),
    False: ("UPPGIFT", "DETAIL", "DATA"),
}

ROUND: Final = " \t.,:;!\"'*_`()[]<>«»“”„’‘–—-"
_ASCII: Final = str.maketrans("åäöé", "aaoe")
_LONGEST_WORD: Final = 4
_GREETING: Final = re.compile(
    r"(?:hej(?:san)?|hallå|hi|hello|dear|god (?:morgon|dag|kväll)|good (?:morning|afternoon))\b"
)
_LONGEST_GREETING: Final = 5
_FAREWELL: Final = re.compile(
    r"(?:mvh|vh|m\.? ?v\.? ?h|(?:med )?(?:vänlig|bästa|varma|många)\w* hälsning\w*|vänligen"
    r"|hälsning\w*|(?:best|kind|warm) regards|regards|sincerely)\b"
)
_THANKS: Final = frozenset({"tack", "tack på förhand", "thanks", "best"})
_LONGEST_FAREWELL: Final = 6
_ARROW: Final = re.compile(r"[-–—=]{1,2}>|[→⇒➔➜]")
_LEADING: Final = re.compile(rf"\A(?:(?!{_ARROW.pattern})[{re.escape(ROUND)}])+")
_TO: Final = re.compile(r"\s(?:till|to)\s", re.IGNORECASE)
_RANGE: Final = re.compile(r"(\d{1,4})(?:\s?[-–]\s?(\d{1,4}))?")
_NUMBERS: Final = re.compile(rf"{_RANGE.pattern}(?:\s?(?:,|och|and|\s)\s?{_RANGE.pattern})*(?!\w)")
_LONGEST_RANGE: Final = 1000
_DONE: Final = re.compile(r"\W*(?:klart|klar|done)\b([^.!;]*)")
_NOT: Final = re.compile(r"\?|\b(?:inte|ej|aldrig|not|never|cannot|can't)\b")


@dataclass(frozen=True)
class Change:
    """One thing that is put right (Art. 16). `old` is empty where something was left out."""

    old: str
    new: str


def plain(text: str) -> str:
    """Casefolded and composed, with every run of white space or underscores as one blank."""
    composed = unicodedata.normalize("NFC", text).casefold()
    return " ".join(composed.replace("_", " ").split())


def spellings(words: Iterable[str]) -> frozenset[str]:
    """Each word as it is compared: with its own letters, and with a, a, o for å, ä, ö."""
    own = {plain(word) for word in words}
    return frozenset(own | {word.translate(_ASCII) for word in own})


def spelt(table: Mapping[Meaning, tuple[str, ...]]) -> dict[str, Meaning]:
    """What each spelling of a table of words means."""
    return {spelling: meaning for meaning, words in table.items() for spelling in spellings(words)}


def headed(text: str, known: Mapping[str, Meaning]) -> tuple[Meaning, str] | None:
    """What the longest known word at the beginning of a text means, and the text after it."""
    pieces = text.split()
    for length in range(min(_LONGEST_WORD, len(pieces)), 0, -1):
        head = plain(" ".join(pieces[:length])).strip(ROUND)
        if head in known and pieces[length - 1].strip(ROUND):
            rest = text.split(maxsplit=length)[length:]
            return known[head], _LEADING.sub("", "".join(rest))
    return None


def is_greeting(line: str) -> bool:
    """Whether a line only greets: `Hej`, `Hej Anna!`."""
    said = plain(line).strip(ROUND)
    return bool(_GREETING.match(said)) and len(said.split()) <= _LONGEST_GREETING


def own_words(first: str, following: Sequence[str]) -> str:
    """Free words as written: the rest of the command's line, and the lines below, no farewell."""
    kept = []
    for line in following:
        if _is_farewell(line):
            break
        kept.append(line)
    return "\n".join([first.strip(), *kept]).strip()


def changes(text: str) -> tuple[Change, ...] | None:
    """Each `gammalt -> nytt` of a text, one a line; None where a line is no change.

    `→`, `=>` and the words till and to do as arrows. What stands after a blank line below the last
    change is a name or a signature and is passed over.
    """
    lines = [line.strip() for line in text.splitlines()]
    found = [_change(line) if line else None for line in lines]
    last = max((place for place, change in enumerate(found) if change), default=-1)
    wrong = any(
        line and change is None for line, change in zip(lines[:last], found[:last], strict=True)
    )
    tail = lines[last + 1 :]
    if last < 0 or wrong or (tail and tail[0]):
        return None
    return tuple(change for change in found if change)


def row_numbers(text: str) -> tuple[tuple[int, ...], str]:
    """The numbers that a text begins with (`3,7-9`, `4 och 6`), rising, and the text after them.

    () where it begins with none, or with a range that runs backwards or is longer than a page.
    """
    found = _NUMBERS.match(text)
    if found is None:
        return (), text
    numbers: set[int] = set()
    for first, last in _RANGE.findall(found[0]):
        span = range(int(first), int(last or first) + 1)
        if not 0 < len(span) <= _LONGEST_RANGE:
            return (), text
        numbers |= {*span}
    return tuple(sorted(numbers - {0})), _LEADING.sub("", text[found.end() :])


def means_done(text: str) -> bool:
    """Whether a recipient says that it is done (Art. 19): the new text begins with KLART.

    KLAR and DONE do as well, after a greeting too; not where the sentence denies or asks.
    """
    lines = [line for line in map(plain, text.splitlines()) if line]
    if lines and _GREETING.match(lines[0]):
        after = re.split(r"[,.!]", lines[0], maxsplit=1)[1:]
        lines = [*(one for one in after if one.strip()), *lines[1:]]
    said = _DONE.match(lines[0]) if lines else None
    return said is not None and not _NOT.search(said[1])


def _change(line: str) -> Change | None:
    parts = _ARROW.split(line)
    if len(parts) == 1:
        parts = _TO.split(line)
        if not parts[0].strip():
            return None
    if len(parts) != 2:  # noqa: PLR2004 - an old value and a new one
        return None
    old, new = (part.strip().strip("\"'“”„’‘").strip() for part in parts)
    return Change(old, new) if new and new != old else None


def _is_farewell(line: str) -> bool:
    said = plain(line).strip(ROUND)
    if line.startswith(("/", "--")) or said in _THANKS:
        return True
    return bool(_FAREWELL.match(said)) and len(said.split()) <= _LONGEST_FAREWELL
