"""What may never be printed, whoever wrote it: the traps of the notice, numbers, codes, links.

The sentences of the published privacy notice that are wrong in law (law document, section 0) must
not come back by way of a template, an approved text or a decider's own words.
"""

import re
from collections.abc import Iterator
from typing import Final

from bot.core.events import Event, Finding
from bot.core.law import GROUNDS, has_substance
from bot.core.vocabulary import Act, Concern, Extension, Refusal, Right, Verdict
from bot.mail.numbers import personal_number_free


def _either(*patterns: str) -> re.Pattern[str]:
    """Any of some patterns, in one casefolded sentence whose only blank is a blank."""
    return re.compile("|".join(patterns))


#: the fault, and what shows it
_TRAPS: Final = {
    "the old name of the authority; write IMY (tidigare Datainspektionen)": _either(
        r"(?<!imy\s\(tidigare\s)(?<!imy,\stidigare\s)(?<!imy,\sformerly\s)datainspektion",
    ),
    "data given under a withdrawn consent may not go on being used (Art. 7(3))": _either(
        r"tidigare\s(?:lämnande|samtycke|lämnade\ssamtycke)",
        r"fortsätt\w*\s(?:att\s)?(?:\w+\s){0,3}redan\sinsamla",
        r"redan\sinsamla\w*\s.{0,60}fortsätt",
        r"(?:earlier|previous)\sconsent",
        r"continu\w+\s(?:to\s)?(?:\w+\s){0,3}already\scollected",
        r"already\scollected\s.{0,60}continu",
    ),
    "browsing on is no consent to cookies (lag 2022:482)": _either(
        r"fortsätt\w*\s(?:att\s)?(?:surfa|använda\swebb)",
        r"continu\w*\s(?:to\s)?(?:brows|surf)",
    ),
    "cookies do hold personal data: visits and searches": _either(
        r"ing(?:en|a)\sperson(?:lig\sinformation|liga\suppgifter|uppgifter)\si\s(?:våra\s)?cookie",
        r"no\spersonal\s(?:information|data)\sin\s(?:our\s)?cookie",
    ),
    "the repealed act on electronic communications; it is lag (2022:482)": _either(
        r"2003:389|25\sjuli\s2003|25\sjuly\s2003",
    ),
}
_SENDS_ON: Final = "no customer is sent on to one of the companies (Art. 26(3))"
_ELSEWHERE: Final = re.compile(
    r"\b(?:kontakta|vända?\s(?:dig|er)\still|ringa?|skriva?\still|mejla|hör\sav\s(?:dig|er)\still"
    r"|contact|turn\sto|write\sto|call)\s(?:\w+\s){0,4}"
    r"(?:allkontor|gävle|borlänge|mora|kontor\s&\smiljö)"
)
_NO_PERIOD: Final = "no period, neither an end nor a length (EDPB 01/2022, 118)"
_KEEPS: Final = re.compile(
    r"\b(?:spar|bevar|lagra|behåll|finns\skvar|kept|keep|retain|stor(?:e|ed|age)\b)"
)
_BY_LAW: Final = _either(
    r"enligt\s(?:\w+\s)?\w*lag(?:en|ar|arna|stiftning(?:en)?)?\b",
    r"lagstadgad",
    r"så\slänge\s(?:som\s)?det\s(?:är\snödvändigt|behövs)",
    r"(?:by|under)\s(?:applicable\s)?law\b",
    r"statutory",
    r"as\slong\sas\s(?:is\s|it\sis\s)?(?:necessary|needed)",
)
_AS_LONG: Final = _either(r"så\slänge\sdet\sär\snödvändigt", r"as\slong\sas\s(?:is\s)?necessary")
_MEASURED: Final = re.compile(
    r"\b(?:\d+|en|ett|två|tre|fyra|fem|sex|sju|sjunde|åtta|nio|tio|elva|tolv"
    r"|a|one|two|three|four|five|six|seven|seventh|eight|nine|ten|eleven|twelve)"
    r"\s(?:kalender|calendar\s)?(?:dag|dygn|veck|månad|år\b|året\b|day|week|month|year)"
    r"|\b(?:19|20)\d\d\b(?!:\d)"
)
_LINK: Final = re.compile(
    r"https?:|\bwww\.|<a\s"
    r"|(?<![@\w.-])(?:[\w-]+\.)+(?:se|com|nu|net|org|eu|io|info|dk|no|fi|de)\b(?![\w.-]*@)"
)
_OUR_LINK: Final = re.compile(r"\bimy\.se\b")
_CODE_WORDS: Final = sorted(
    {
        word.value
        for kind in (Right, Concern, Verdict, Act, Refusal, Extension, Finding, Event)
        for word in kind
        if "_" in word.value or kind in {Refusal, Extension}
    },
    key=len,
    reverse=True,
)
_CODE_WORD: Final = re.compile(
    rf"(?<![\w@.-])(?:{'|'.join(_CODE_WORDS)})(?![\w@-])|\b(?:None(?!\s+of\b)|True|False|datetime)\b"
)
_SENTENCE_END: Final = re.compile(r"(?<=[.!?])\s(?=[A-ZÅÄÖ])")
#: SE, yyyy-mm-dd-nnnn and 01 with blanks between
_WIDEST: Final = 24
_NUMBER_END: Final = re.compile(r"\d(?!\d)")
_DAY_DIGITS: Final = 6
_LAST_DIGITS: Final = 4


#: what every refusal says, in either language
_REFUSAL: Final = {
    "why it is refused": _either("därför att", "because"),
    "the complaint to IMY, with its address": _either(
        r"imy\),\sbox\s8114,\s104\s20\sstockholm,\simy\.se",
    ),
    "the court": _either("tingsrätten", "district court"),
    "that it costs nothing": _either(r"kostar\s(?:dig\s)?ingenting", r"costs?\s(?:you\s)?nothing"),
    "who decided": _either("fattat beslutet", "made the decision"),
}
_REASONS: Final = re.compile(
    r"(?:bedömt\sditt\sfall|assessed\syour\scase):\s(?!\s)(.*?)(?:\n\n|\Z)", re.DOTALL
)


def lint(text: str, *, house: bool = False) -> list[str]:
    """Every fault of a text, a line each with the words that are wrong; empty when all is well.

    With `house` (a mail to staff, the officer or a recipient) the words of our own commands and
    grounds may stand in it, and where the companies are may be said.
    """
    found = [*_in_sentences(text, house=house)]
    if not personal_number_free(text):
        found.append(
            "a personal identity number, or the number of a sole trader (lag 2018:218, 3:10)"
        )
    flat = " ".join(text.split())
    if link := _LINK.search(_OUR_LINK.sub("", flat.casefold())):
        found.append(f"a link or a web address (P28): {link[0]!r}")
    if not house and (word := _CODE_WORD.search(flat)):
        found.append(f"a word of the code: {word[0]!r}")
    return list(dict.fromkeys(found))


def _in_sentences(text: str, *, house: bool) -> Iterator[str]:
    traps = _TRAPS if house else _TRAPS | {_SENDS_ON: _ELSEWHERE}
    for paragraph in re.split(r"\n\s*\n", text):
        for sentence in _SENTENCE_END.split(" ".join(paragraph.split())):
            said = sentence.casefold()
            yield from (
                f"{fault}: {hit[0]!r}"
                for fault, pattern in traps.items()
                if (hit := pattern.search(said))
            )
            vague = (_BY_LAW if _KEEPS.search(said) else _AS_LONG).search(said)
            if vague and not _MEASURED.search(said):
                yield f"{_NO_PERIOD}: {vague[0]!r}"


def lint_refusal(body: str, ground: Refusal | None = None) -> list[str]:
    """What a refusal lacks of Art. 12(4): reasons, IMY, the court; free, and by somebody named.

    `ground` says whether reasons in own words are needed (`core.law.GROUNDS`); None: they are.
    """
    flat = " ".join(body.split()).casefold()
    lacking = [
        f"a refusal does not say {what}"
        for what, pattern in _REFUSAL.items()
        if not pattern.search(flat)
    ]
    own = _REASONS.search(body)
    needed = ground is None or GROUNDS[ground].needs_reasons
    if needed and not (own and has_substance(own[1])):
        lacking.append("a refusal does not say its concrete reasons in the decider's own words")
    return lacking


def mask(text: str) -> str:
    """The text with every personal identity number as ÅÅMMDD-****, a sole trader's VAT number too.

    Law document, section 3. What `personal_number_free` lets pass is left as it stands.
    """
    if personal_number_free(text):
        return text
    written: list[str] = []
    done = 0
    for match in _NUMBER_END.finditer(text):
        start = _number_before(text, match.end(), done)
        if start is None:
            continue
        written += [text[done:start], _masked(text[start : match.end()])]
        done = match.end()
    return "".join((*written, text[done:]))


def _number_before(text: str, end: int, done: int) -> int | None:
    """Where the personal number that ends here begins; the nearest place that makes it one."""
    for start in range(end - _DAY_DIGITS, max(done, end - _WIDEST) - 1, -1):
        cut = start > 0 and text[start - 1].isdigit() and text[start].isdigit()
        if not cut and not personal_number_free(text[start:end]):
            return start
    return None


def _masked(number: str) -> str:
    digits = re.sub(r"\D", "", number)
    if number[:2].upper() == "SE":
        return f"SE{digits[:_DAY_DIGITS]}-****"
    day = digits[-_DAY_DIGITS - _LAST_DIGITS : -_LAST_DIGITS]
    return f"{day}-****"
