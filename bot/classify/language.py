"""Which language a mail is written in: its small words first, statistics where they are silent."""

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

UNKNOWN: Final = "und"
_WORD: Final = re.compile(r"[^\W\d_]+")
_ENOUGH: Final = 3000
_FEW_WORDS: Final = 6
_SHARE: Final = 6
_A_PARAGRAPH: Final = 150

_SMALL_WORDS: Final = {
    "sv": """
        och jag inte ni er ert era att är på från för med som ej eller mig mej har kan
        vill om min mina mitt till hej tack hälsningar vad vilka någon vi oss detta det
        den av ska skall måste nej igen bort uppgifter adress sluta skicka ta reklam
        snälla vet hos ur ha få mvh hejsan""",
    "no": """
        og jeg ikke dere deres å er på fra for med som eller meg har kan vil om min mine
        mitt til hei takk hilsen hva hvilke noen vi oss dette det den av skal må nei
        slett opplysninger ønsker vennligst hos deg noe bort få mvh personopplysninger""",
    "da": """
        og jeg ikke i jeres at er på fra for med som eller mig har kan vil om min mine
        mit til hej tak hilsen hvad hvilke nogen vi os dette det den af skal må nej slet
        oplysninger ønsker venligst hos dig noget væk få mvh personoplysninger kære
        gerne hvilken""",
    "en": """
        the and i you your is are on from for with that or me have can want about my to
        hi hello thanks thank regards what which any we us this it of should must no
        please do not would like delete remove dear unsubscribe stop be all in send data""",
    "de": """
        und ich nicht sie ihr ihre ihren ist sind auf von für mit dass oder mich mir
        haben kann möchte über mein meine meiner meinen zu hallo danke grüße was welche
        wir uns dies das der die den bitte werden geehrte damen herren löschen daten zum
        zur ein eine""",
    "fi": """
        ja minä en ei te teidän on ovat että tai minut minua minun minusta voi haluan
        hei kiitos mitä mikä me tämä se ne pitää olkaa hyvä tietoja tiedot tietoni
        poistakaa kaikki terveisin olen pyydän""",
}
_NORDIC: Final = ("sv", "no", "da")
_SAME: Final = {"nb": "no", "nn": "no", "bs": "hr", "sr": "hr"}
_CODES: Final = """
    sv no nb nn da en de fi nl fr es it pt pl cs sk hr sl et lv lt hu ro el bg uk ru tr is ar fa so
"""
_CANDIDATES: Final = frozenset(_CODES.split())


def detect(text: str, phrases: Mapping[str, int] | None = None) -> str:
    """The ISO 639-1 code of a text's language, "und" where nothing can be read.

    `phrases` counts the known phrases found in it by their language: they decide a mail of few
    words. Norwegian is "no", whichever of its two forms. Swedish, Danish and Norwegian are told
    apart by their small words, Swedish winning a draw: it is what most customers write.
    """
    words = [word.casefold() for word in _WORD.findall(text[:_ENOUGH])]
    if not words:
        return UNKNOWN
    counts = _count(words)
    if len(words) <= _FEW_WORDS:
        for language, number in (phrases or {}).items():
            # a phrase that the neighbours share («stopp») is Swedish until a small word says else
            known = language if counts.get(language) or language not in _NORDIC else "sv"
            counts[known] = counts.get(known, 0) + number
    best, most = max(counts.items(), key=lambda item: item[1])
    rival = max((n for language, n in counts.items() if language != best), default=0)
    clear = most - rival >= max(2, most // 4) and most * _SHARE >= min(len(words), _A_PARAGRAPH)
    if clear or (most and len(words) <= _FEW_WORDS):
        return best
    guess = _by_statistics(text[:_ENOUGH])
    if guess in _NORDIC:
        return max(_NORDIC, key=lambda language: counts[language])
    if guess in counts and counts[guess] < rival:
        return best
    return guess


def _count(words: list[str]) -> dict[str, int]:
    seen = Counter(words)
    return {
        language: sum(min(seen[word], 3) for word in small if word in seen)
        for language, small in _tables().items()
    }


@cache
def _tables() -> dict[str, frozenset[str]]:
    return {language: frozenset(words.split()) for language, words in _SMALL_WORDS.items()}


def _by_statistics(text: str) -> str:
    language = str(_identifier().classify(text)[0])
    return _SAME.get(language, language)


@cache
def _identifier() -> "LanguageIdentifier":
    # numpy and the model cost a fifth of a second: paid by the first mail that needs them
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - see above

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages([code for code in _CANDIDATES if code in identifier.labels])
    return identifier
