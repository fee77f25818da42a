"""What a mail says as a whole: a bare STOPP, a request in three words, a mailing to many."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from bot.classify.cues import Cue
from bot.classify.lexicon import Hit, find
from bot.classify.scorer import PERHAPS, Weighed
from bot.classify.words import Word, clean, cut
from bot.core.vocabulary import Right

_SHORT: Final = 12
_SHORTISH: Final = 16
_A_FEW: Final = 4
_LONG: Final = 80
_HALF: Final = 0.5
_OUT_OF_A_LIST: Final = frozenset({Right.OBJECTION_MARKETING})
_IN_FEW_WORDS: Final = 0.3
_ASIDE: Final = frozenset({Right.PRIVACY_QUESTION, Right.COMPLAINT})
_NOT_BARE: Final = frozenset(
    {
        Cue.GOODS,
        Cue.ERRAND,
        Cue.MY_ACCOUNT,
        Cue.MY_DATA,
        Cue.CONSENT,
        Cue.PROCESSING,
        Cue.PROFILING,
    }
)


def bare_words(
    read: tuple[Sequence[Word], Sequence[Hit]],
    subject: int,
    quoted: str,
    found: dict[Right, Weighed],
) -> None:
    """A mail that says "STOPP" and no more stops the mailings, unless it quotes an order.

    `subject` is the first sentence below the subject of an answer.
    """
    words, hits = read
    if sum(word.sentence >= subject for word in words) > _SHORT:
        return
    own = {hit.cue for hit in hits if words[hit.first].sentence >= subject}
    above = {hit.cue for hit in hits if words[hit.first].sentence < subject}
    lines = Counter(word.sentence for word in words)
    # the subject of an answer is what was answered: goods in it may be an offer or an order
    business = _quotes_business(quoted) or not above.isdisjoint(_NOT_BARE)
    for hit in hits:
        bare = hit.cue in (Cue.BARE_STOP, Cue.UNSUBSCRIBE)
        if bare and lines[words[hit.first].sentence] <= _A_FEW and own.isdisjoint(_NOT_BARE):
            weighed = found.setdefault(Right.OBJECTION_MARKETING, Weighed(place=hit.first))
            weight = PERHAPS if business and not _quotes_mailing(quoted) else 1.0
            if hit.cue is Cue.UNSUBSCRIBE:
                weight = 1.0
            weighed.weight = max(weighed.weight, weight)
            weighed.spans.append((hit.first, hit.last))


def _quotes_business(quoted: str) -> bool:
    if not quoted.strip():
        return False
    cues = Counter(hit.cue for hit in find(cut(clean(quoted)[:4000])))
    return cues[Cue.GOODS] > cues[Cue.ADS] + cues[Cue.UNSUBSCRIBE]


def _quotes_mailing(quoted: str) -> bool:
    cues = {hit.cue for hit in find(cut(clean(quoted)[:4000]))}
    return not cues.isdisjoint({Cue.ADS, Cue.UNSUBSCRIBE, Cue.BOILER})


def shortly(words: Sequence[Word], hits: Sequence[Hit], found: dict[Right, Weighed]) -> None:
    """A mail of a few words that names a right is that request: "Registerutdrag tack"."""
    cues = {hit.cue for hit in hits}
    if len(words) > _SHORTISH or not cues.isdisjoint((Cue.GOODS, Cue.HOW, Cue.DONE)):
        return
    if {Cue.LODGE, Cue.ANSWERED} <= cues:
        return
    marketing = found.get(Right.OBJECTION_MARKETING)
    if marketing and marketing.weight > PERHAPS:
        marketing.weight += _IN_FEW_WORDS
    for right in (Right.ACCESS, Right.ERASURE, Right.PORTABILITY):
        named = {Right.ACCESS: Cue.ACCESS, Right.ERASURE: Cue.FORGET}.get(right, Cue.PORTABILITY)
        if right in found and named in cues:
            found[right].weight = found[right].weight + _IN_FEW_WORDS


def not_a_mailing(words: Sequence[Word], hits: Sequence[Hit], found: dict[Right, Weighed]) -> None:
    """A long text that tells its reader how to be rid of it is a mailing: it asks for nothing."""
    if len(words) > _LONG and any(hit.cue is Cue.BOILER for hit in hits):
        for right in _OUT_OF_A_LIST & found.keys():
            if found.keys() <= _OUT_OF_A_LIST | _ASIDE:
                found[right].weight *= _HALF
