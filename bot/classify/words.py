"""A text cut into words and sentences, with every word folded to the spelling that cues use.

Everything here is linear in the text, and the text is capped first: no regular expression meets
more than `MOST` characters of a stranger's mail.
"""

import re
import unicodedata
from typing import Final, NamedTuple

MOST: Final = 20_000
_HEAD: Final = 14_000
_LONGEST_SENTENCE: Final = 60
_LONGEST_WORD: Final = 40

_PIECE: Final = re.compile(r"[^\W_]+|[.!?;:|•\n]")
_UNSEEN: Final = dict.fromkeys(
    map(ord, "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
)
_LETTERS: Final = str.maketrans({"ø": "o", "æ": "a", "ð": "d", "þ": "t", "ł": "l", "đ": "d"})
_WRAPPED_FROM: Final = 50
_BULLETS: Final = ("- ", "* ", "– ", "· ")
_TWICE: Final = re.compile(r"([^r])\1+")
_MARKS: Final = "!?;|•\n"


class Word(NamedTuple):
    """One word: its folded spelling, where it stands in the cleaned text, and its sentence."""

    folded: str
    start: int
    end: int
    sentence: int


def clean(text: str) -> str:
    """The text a person sees: NFKC, nothing invisible, one space at a time, at most MOST signs.

    A single line break inside a paragraph becomes a space, an empty line stays a break. What is
    cut from a longer text is its middle.
    """
    if len(text) > MOST:
        text = text[:_HEAD] + "\n\n" + text[-(MOST - _HEAD) :]
    seen = unicodedata.normalize("NFKC", text).translate(_UNSEEN)
    lines = [" ".join(line.split()) for line in seen.splitlines()]
    return _join(lines)[:MOST]


def _join(lines: list[str]) -> str:
    """Lines of a wrapped paragraph run on, and so do the items of a list after its colon."""
    parts: list[str] = []
    listing = False
    for line, after in zip(lines, [*lines[1:], ""], strict=False):
        parts.append(line)
        wrapped = len(line) > _WRAPPED_FROM and (line[-1].isalnum() or line[-1] == ",")
        listed = after[:2] in _BULLETS and (listing or line.endswith(":"))
        listing = listed
        parts.append(" " if wrapped or listed else "\n")
    return "".join(parts).strip()


def fold(word: str) -> str:
    """A word without case, accents, doubled letters or the two-letter spellings of å, ä, ö.

    So "UPPGIFTER", "upgifter" and "uppgiffter" are one word, as are "løsche" and "loesche". A
    doubled r stays: "spärra" (block) is not "spara" (keep).
    """
    plain = word.casefold()
    if not plain.isascii():
        plain = plain.translate(_LETTERS)
        plain = "".join(c for c in unicodedata.normalize("NFD", plain) if not _is_accent(c))
    plain = plain.replace("ae", "a").replace("oe", "o")
    if plain.isdigit():
        return plain
    return _TWICE.sub(r"\1", plain)


def _is_accent(sign: str) -> bool:
    return unicodedata.combining(sign) != 0


def cut(text: str) -> list[Word]:
    """The words of a cleaned text in order, numbered by the sentence they stand in."""
    words: list[Word] = []
    sentence = length = 0
    for piece in _PIECE.finditer(text):
        sign = piece.group()
        if sign[0].isalnum():
            if length >= _LONGEST_SENTENCE:
                sentence, length = sentence + 1, 0
            words.append(Word(fold(sign[:_LONGEST_WORD]), piece.start(), piece.end(), sentence))
            length += 1
        elif sign == "?" and length:
            words.append(Word(sign, piece.start(), piece.end(), sentence))
            sentence, length = sentence + 1, 0
        elif length and _ends(text, piece.start(), sign):
            sentence, length = sentence + 1, 0
    return words


def _ends(text: str, place: int, sign: str) -> bool:
    """Whether this sign ends a sentence: a full stop before a figure or inside a word does not.

    Nor does the last one of "f.d." or "m.m.".
    """
    if sign in _MARKS:
        return True
    if place > 1 and text[place - 2] == "." and text[place - 1].isalpha():
        return False
    after = text[place + 1 : place + 3]
    if sign == ":":
        return False
    return after == "" or (after[0].isspace() and not after[1:].isdigit())
