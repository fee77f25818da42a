"""Finds in a cut text every phrase that the cue tables know, with its meaning and its language."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from bot.classify.cues import ARTICLES, Cue, Table
from bot.classify.cues_any import ANY, ARTICLE_WORDS
from bot.classify.tables import TABLES
from bot.classify.words import Word, cut

NEUTRAL: Final = ""
_SHORTEST_STEM: Final = 2
_FIGURES_AFTER: Final = 8


class Hit(NamedTuple):
    """A phrase found: what it means, in which language, and its first and last word."""

    cue: Cue
    language: str
    first: int
    last: int


class _Step(NamedTuple):
    """One word of a phrase after its first, and how many words may stand before it."""

    word: str
    stem: bool
    gap: int


class _Phrase(NamedTuple):
    """What stands after the first word; `next` is the word that must follow at once, if any."""

    cue: Cue
    language: str
    rest: tuple[_Step, ...]
    next: str


class _Index(NamedTuple):
    """Phrases by their first word, and by the stem of their first word."""

    exact: dict[str, list[_Phrase]]
    stems: dict[str, list[_Phrase]]
    longest_stem: int


def find(words: Sequence[Word]) -> list[Hit]:
    """Every phrase of every table in these words, in the order of their first words.

    Linear in the number of words: a word begins only the phrases of its own index entry, and a
    phrase looks at most a fixed number of words ahead.
    """
    index = _index()
    hits: list[Hit] = []
    met: dict[str, tuple[_Phrase, ...]] = {}
    for place, word in enumerate(words):
        if word.folded not in met:
            met[word.folded] = tuple(_beginning(index, word.folded))
        after = words[place + 1].folded if place + 1 < len(words) else ""
        for phrase in met[word.folded]:
            if phrase.next and phrase.next != after:
                continue
            last = _last_word(phrase.rest, words, place)
            if last is not None:
                hits.append(Hit(phrase.cue, phrase.language, place, last))
        if word.folded == "?":
            hits.append(Hit(Cue.ASKED, NEUTRAL, place, place))
        elif word.folded in ARTICLE_WORDS:
            hits.extend(_articles(words, place))
    return hits


def _beginning(index: _Index, word: str) -> Iterator[_Phrase]:
    yield from index.exact.get(word, ())
    for length in range(_SHORTEST_STEM, min(len(word), index.longest_stem) + 1):
        yield from index.stems.get(word[:length], ())


def _last_word(rest: tuple[_Step, ...], words: Sequence[Word], place: int) -> int | None:
    """Where the phrase ends, if its words follow in this sentence; the nearest fit is taken."""
    sentence = words[place].sentence
    for step in rest:
        for ahead in range(place + 1, min(place + 2 + step.gap, len(words))):
            word = words[ahead]
            if word.sentence != sentence:
                return None
            if word.folded == step.word or (step.stem and word.folded.startswith(step.word)):
                place = ahead
                break
        else:
            return None
    return place


def _articles(words: Sequence[Word], place: int) -> Iterator[Hit]:
    """The numbers beside the word for an article: "Articles 15, 16 and 17", "15 artiklan"."""
    window = range(max(place - 1, 0), min(place + _FIGURES_AFTER, len(words)))
    before_is_last = False
    for near in window:
        text = words[near].folded
        if near < place:
            before_is_last = text.isdigit() and int(text) in ARTICLES
            continue
        if text.isdigit() and len(text) <= len("15") and int(text) in ARTICLES:
            yield Hit(ARTICLES[int(text)], NEUTRAL, place, near)
            before_is_last = False
            if near + 1 < len(words) and words[near + 1].folded not in _LISTING:
                return
    if before_is_last:
        yield Hit(ARTICLES[int(words[place - 1].folded)], NEUTRAL, place - 1, place)


_JOINERS: Final = "och and und et y e og ja en i a oraz sowie 15 16 17 18 20 21 22"
_LISTING: Final = frozenset(_JOINERS.split())


@cache
def _index() -> _Index:
    exact: dict[str, list[_Phrase]] = defaultdict(list)
    stems: dict[str, list[_Phrase]] = defaultdict(list)
    for language, table in ((NEUTRAL, ANY), *TABLES.items()):
        for cue, spelling in _phrases(table):
            first, *rest = _steps(spelling)
            plain = rest and not rest[0].stem and not rest[0].gap
            phrase = _Phrase(cue, language, tuple(rest), rest[0].word if plain else "")
            (stems if first.stem else exact)[first.word].append(phrase)
    return _Index(dict(exact), dict(stems), max(map(len, stems)))


def _phrases(table: Table) -> Iterator[tuple[Cue, str]]:
    for cue, spellings in table.items():
        for spelling in dict.fromkeys(part.strip() for part in spellings.split(",")):
            yield cue, spelling


def _steps(spelling: str) -> Iterator[_Step]:
    """A phrase as written in a table, word by word; cut and folded like a mail."""
    gap = 0
    for part in spelling.split():
        if part.startswith("~"):
            gap = int(part[1:] or 2)
            continue
        pieces = [word.folded for word in cut(part.rstrip("*"))]
        for number, piece in enumerate(pieces, start=1):
            yield _Step(piece, part.endswith("*") and number == len(pieces), gap)
            gap = 0
