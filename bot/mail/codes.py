"""How people write our codes back: XXXX-XXXX of an alphabet without look-alikes."""

import re
import unicodedata
from typing import Final

ALPHABET: Final = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH: Final = 8
FEWEST_DIGITS: Final = 2
FEWEST_LETTERS: Final = 2
MOST_CANDIDATES: Final = 20
_LONGEST_TEXT = 20_000
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−﹘﹣－_", "-"))
_SIGNS = "2-9A-HJKMNP-TV-Z"
# looking ahead only, so that of three groups of four any neighbours are tried
_SHAPE = re.compile(
    rf"(?<![\w@])(?<!\w[-.])(?=([{_SIGNS}]{{4}})(?: ?-{{1,2}} ?| )?([{_SIGNS}]{{4}})(?![\w@]|-\w))"
)
# after the word KOD also the signs one by one, as people read them out
_SAID = re.compile(
    r"(?<!\w)(?:KOD|KODEN|CODE)(?: ÄR| IS)?[\s:=]{0,4}[<\"'*]?"
    rf"((?:[{_SIGNS}][ -]{{0,2}}){{7}}[{_SIGNS}])(?!\w)"
)
_NOT_ME = frozenset(
    {
        "inte jag",
        "det var inte jag",
        "det är inte jag",
        "not me",
        "it was not me",
        "it wasn't me",
        "this was not me",
        "this wasn't me",
        "that was not me",
        "that wasn't me",
    }
)
_AROUND = " .!*\"'>”“-\t"


def normalise(word: str) -> str | None:
    """A code as `XXXX-XXXX` however it was typed, or None when it cannot be one of ours."""
    bare = "".join(_plain(word).replace("-", "").split())
    if len(bare) != LENGTH or any(sign not in ALPHABET for sign in bare):
        return None
    digits = sum(sign.isdigit() for sign in bare)
    if digits < FEWEST_DIGITS or LENGTH - digits < FEWEST_LETTERS:
        return None
    return f"{bare[:4]}-{bare[4:]}"


def candidates(text: str) -> tuple[str, ...]:
    """Everything in a text that may be a code, normalised, in order, none twice, at most twenty."""
    plain = _plain(text)
    found = [*_said(plain)]
    for hit in _SHAPE.finditer(plain):
        code = normalise(hit[1] + hit[2])
        if code is not None:
            found.append(code)
        if len(found) > 4 * MOST_CANDIDATES:
            break
    return tuple(dict.fromkeys(found))[:MOST_CANDIDATES]


def says_code(text: str) -> bool:
    """Whether the word KOD or CODE stands before something that may be a code."""
    return bool(_said(_plain(text)))


def says_not_me(text: str) -> bool:
    """Whether a line of its own says INTE JAG or NOT ME."""
    lines = text[:_LONGEST_TEXT].replace("’", "'").split("\n")
    return any(
        " ".join(line.casefold().strip(" .!*\"'>”“-\t").split()) in _NOT_ME for line in lines
    )


def _said(plain: str) -> list[str]:
    codes = (normalise(hit[1]) for hit in _SAID.finditer(plain))
    return [code for code in codes if code is not None]


def _plain(text: str) -> str:
    # NFKC makes full-width letters and hard spaces plain
    return unicodedata.normalize("NFKC", text[:_LONGEST_TEXT]).upper().translate(_DASHES)
