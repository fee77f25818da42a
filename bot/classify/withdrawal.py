"""Taking a request back, and undoing that. Consent and purchases are taken back elsewhere."""

from collections.abc import Iterable, Sequence
from typing import Final

from bot.classify.cues import Cue
from bot.classify.lexicon import Hit
from bot.classify.words import MOST, Word, fold
from bot.core.vocabulary import Right

_BESIDE: Final = 4
_TURNED: Final = 3
_A_WORD: Final = 32
_MOST_OF_A_CUE: Final = 12
_UNDO: Final = frozenset({fold("ångra"), "undo"})
_AROUND: Final = " \t*_.!,;:\"'”’()[]-–"

_PRIVATE: Final = frozenset(
    {Cue.ACCESS, Cue.FORGET, Cue.MY_DATA, Cue.PERSONAL_DATA, Cue.LAW, Cue.PORTABILITY, Cue.EXTRACT}
)
_UNSAID: Final = frozenset({Cue.IF_YOU, Cue.UNLESS, Cue.WHY, Cue.BOILER})
_WHAT_ELSE: Final = (Cue.CONSENT, Cue.GOODS, Cue.ERRAND)
_OF_WHOM: Final = (Cue.ME, Cue.MY_ACCOUNT, Cue.MY_DATA, Cue.MY_FIELD, Cue.ADS, Cue.LIST)
_NAMES: Final = {
    Cue.ACCESS: Right.ACCESS,
    Cue.EXTRACT: Right.ACCESS,
    Cue.ERASE: Right.ERASURE,
    Cue.FORGET: Right.ERASURE,
    Cue.CORRECT: Right.RECTIFICATION,
    Cue.RESTRICT: Right.RESTRICTION,
    Cue.PORTABILITY: Right.PORTABILITY,
    Cue.COMPLAIN: Right.COMPLAINT,
    Cue.DIRECT_ADS: Right.OBJECTION_MARKETING,
}


def taken_back(
    words: Sequence[Word], hits: Sequence[Hit], doubtful: int
) -> dict[int, tuple[int, int]]:
    """The sentences in which the writer takes a request back, each with the words that say so.

    Sentences numbered below `doubtful` (the subject of a reply) say nothing.
    """
    everywhere = {hit.cue for hit in hits}
    private = not everywhere.isdisjoint(_PRIVATE)
    found: dict[int, tuple[int, int]] = {}
    for sentence, inside in _sentences(words, hits).items():
        if sentence < doubtful or not _UNSAID.isdisjoint(inside):
            continue
        asked = [*inside.get(Cue.MY_REQUEST, ()), *(inside.get(Cue.MY_CASE, ()) if private else ())]
        span = _said(inside, asked) or _thought_better(inside, everywhere)
        if span is not None:
            found[sentence] = span
    return found


def named(words: Sequence[Word], hits: Iterable[Hit], sentences: Iterable[int]) -> list[Right]:
    """The rights that these sentences name, in their order, none twice."""
    inside = frozenset(sentences)
    said = [hit for hit in hits if words[hit.first].sentence in inside]
    # "stryk min begäran" strikes the request out, and no data
    verbs = {hit.first for hit in said if hit.cue is Cue.TAKE_BACK}
    names = (_NAMES.get(hit.cue) for hit in said if hit.first not in verbs)
    return list(dict.fromkeys(right for right in names if right is not None))


def regrets(subject: str, text: str) -> bool:
    """Whether the word ÅNGRA or UNDO stands alone on a line, or is all that the mail says."""
    lines = text[:MOST].splitlines() or [subject[:MOST]]
    return any(fold(line.strip(_AROUND)) in _UNDO for line in lines if len(line) <= _A_WORD)


def _sentences(words: Sequence[Word], hits: Iterable[Hit]) -> dict[int, dict[Cue, list[Hit]]]:
    sentences: dict[int, dict[Cue, list[Hit]]] = {}
    for hit in hits:
        of_cue = sentences.setdefault(words[hit.first].sentence, {}).setdefault(hit.cue, [])
        if len(of_cue) < _MOST_OF_A_CUE:
            of_cue.append(hit)
    return sentences


def _said(inside: dict[Cue, list[Hit]], asked: Sequence[Hit]) -> tuple[int, int] | None:
    """A verb of taking back and the request close together, and nothing that turns it round."""
    for verb in (*inside.get(Cue.TAKE_BACK, ()), *inside.get(Cue.NO_LONGER, ())):
        for request in asked:
            gap = max(verb.first, request.first) - min(verb.last, request.last)
            if gap <= _BESIDE and not _turned(inside, verb, request):
                return min(verb.first, request.first), max(verb.last, request.last)
    return None


def _turned(inside: dict[Cue, list[Hit]], verb: Hit, request: Hit) -> bool:
    """Whether a "not" stands there, or something else is taken back: consent, an order, an account.

    "Avsluta mitt konto enligt min begäran" ends the account, and takes nothing back.
    """
    first, last = min(verb.first, request.first), max(verb.last, request.last)
    if verb.cue is Cue.TAKE_BACK and any(
        first - _TURNED <= hit.first <= verb.last + 1 for hit in inside.get(Cue.NOT, ())
    ):
        return True
    if any(
        first - 1 <= hit.first <= last + _TURNED
        for cue in _WHAT_ELSE
        for hit in inside.get(cue, ())
    ):
        return True
    return any(
        verb.last < hit.first and hit.last < request.first
        for cue in _OF_WHOM
        for hit in inside.get(cue, ())
    )


def _thought_better(inside: dict[Cue, list[Hit]], everywhere: set[Cue]) -> tuple[int, int] | None:
    """After a change of mind, the wish to be kept: "do not delete me after all"."""
    if Cue.CHANGED_MIND not in everywhere:
        return None
    return next(((kept.first, kept.last) for kept in inside.get(Cue.KEEP_ME, ())), None)
