"""What a decider wrote in own words: whether it says anything, and whether it may be pleaded."""

import re
import unicodedata
from typing import Final

FEWEST_WORDS: Final = 4
FEWEST_LONG_WORDS: Final = 3
_LONG: Final = 4
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_MOST_READ: Final = 4_000
# EDPB 01/2022, 162-164 name the complexity and the number of requests. Not in the text: staffing
# and holidays (IMY DI-2021-10488), a slow processor (EDPB 07/2020, 132), a wrong mailbox (Ex. 8).
_NEVER: Final = re.compile(
    r"\b(?:semest\w*|ledig\w*|foraldraled\w*|sjuk\w*|vab\w*|vikarie\w*|\w*bemann\w*"
    r"|personalbrist\w*|resursbrist\w*|tidsbrist\w*|arbetsbelastning\w*"
    r"|(?:ont om|brist pa) \w+|hinner (?:inte|ej)|(?:inte|ej) hunnit"
    r"|(?:stor|lang)?helg(?:en|er|erna|dag\w*)?|jul(?:en|helg\w*|ledig\w*|uppehall\w*)?"
    r"|pask(?:en|helg\w*)?|midsommar\w*|sommar\w*|nyar\w*"
    r"|fel (?:brev\w*|mejl\w*|mail\w*|e-?post\w*|adress\w*|inkorg\w*|bolag\w*|avdelning\w*)"
    r"|skrappost\w*|spam\w*|junk\w*"
    r"|vacation\w*|holidays?|(?:on|annual|parental|sick) leave|sick\w*|under-?staff\w*|staffing"
    r"|short[- ]?staff\w*|(?:shortage|short|lack) of (?:staff|people|time)|staff shortage\w*"
    r"|no time|busy|christmas|easter|summer|wrong (?:mail\w*|e-?mail|inbox|address|department))\b"
)
_PROCESSOR: Final = re.compile(r"(?:bitrade|leverantor|processor|supplier|vendor)")
_SLOW: Final = re.compile(
    r"\b(?:vanta\w*|droj\w*|sen|sena|forsen\w*|langsam\w*|(?:inte|ej) svara\w*"
    r"|wait\w*|delay\w*|late|slow\w*|not (?:yet )?(?:answer|repl|respond)\w*)\b"
)


def has_substance(words: str) -> bool:
    """Whether a text says something of its own: four words, three different ones not short."""
    found = [word.casefold() for word in _LETTERS.findall(words[:_MOST_READ])]
    long = {word for word in found if len(word) >= _LONG}
    return len(found) >= FEWEST_WORDS and len(long) >= FEWEST_LONG_WORDS


def pleads_what_is_no_reason(words: str) -> bool:
    """Whether a text pleads staffing, holidays, a slow processor or a wrong mailbox (L13)."""
    decomposed = unicodedata.normalize("NFKD", words[:_MOST_READ].casefold())
    bare = " ".join("".join(sign for sign in decomposed if sign.isascii()).split())
    if _NEVER.search(bare):
        return True
    return bool(_PROCESSOR.search(bare) and _SLOW.search(bare))
