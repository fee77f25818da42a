"""The reader: decides from a mail's own words whether it exercises a right under the GDPR."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from bot.classify.cues import Cue
from bot.classify.language import UNKNOWN, detect
from bot.classify.lexicon import NEUTRAL, Hit, find
from bot.classify.nets import A_LOOK
from bot.classify.scorer import PERHAPS, SURE, Weighed, weigh
from bot.classify.words import Word, clean, cut
from bot.core.vocabulary import Right, Road
from bot.mail.shapes import Reading

_ANSWER_MARK: Final = re.compile(r"\s{0,3}(?:re|sv|vs|vb|fw|fwd|aw|wg|antw|ref)\s?:", re.IGNORECASE)
_SHORT: Final = 12
_SHORTISH: Final = 16
_A_FEW: Final = 4
_LONG: Final = 80
_HALF: Final = 0.5
_OUT_OF_A_LIST: Final = frozenset({Right.OBJECTION_MARKETING})
_IN_FEW_WORDS: Final = 0.3
_MOST_REASONS: Final = 6
_LONGEST_REASON: Final = 120
_AROUND: Final = " \t\n.,;:!?…\"'()[]<>|•*-–"
_BESIDE_SURE: Final = 0.75
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
_NORDIC: Final = frozenset({"sv", "no", "da"})
_ONE_NORDIC: Final = "sv"


def read_text(subject: str, text: str, quoted: str = "") -> Reading:
    """What a mail asks for, by its subject, its newly written text and what that text quotes.

    The quotation never decides by itself; it only tells what a bare "STOPP" above it stops. Any
    text may come in, of any length: at most `words.MOST` characters are read. `because` holds
    words of the mail as they stand in it.
    """
    head = clean(subject)[:500]
    body = clean(text)
    whole = f"{head}\n{body}" if head else body
    words = cut(whole)
    every = find(words)
    language = detect(whole, Counter(hit.language for hit in every if hit.language != NEUTRAL))
    hits = _in_languages(every, language, len(words))
    doubtful = _sentences_of_subject(head, words) if _ANSWER_MARK.match(head) else 0
    found = weigh(words, hits, doubtful)
    _bare_words((words, hits), doubtful, quoted, found)
    _shortly(words, hits, found)
    _not_a_mailing(words, hits, found)
    return _reading(whole, words, hits, found, language)


def _in_languages(hits: list[Hit], language: str, length: int) -> list[Hit]:
    """Phrases of the languages that the mail can be in: words of one mean others in another.

    Swedish, Norwegian and Danish count as one: they are mixed, mistaken and read by each other.
    """
    hits = list(
        dict.fromkeys(
            hit._replace(language=_ONE_NORDIC) if hit.language in _NORDIC else hit for hit in hits
        )
    )
    if language == UNKNOWN or length <= _A_FEW:
        return hits
    spoken = Counter(hit.language for hit in hits if hit.language != NEUTRAL)
    known = {NEUTRAL, language, *(code for code, _ in spoken.most_common(1))}
    if language in _NORDIC:
        known.add(_ONE_NORDIC)
    return [hit for hit in hits if hit.language in known]


def _sentences_of_subject(head: str, words: Sequence[Word]) -> int:
    return next((word.sentence for word in words if word.start > len(head)), 1_000)


def _bare_words(
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


def _shortly(words: Sequence[Word], hits: Sequence[Hit], found: dict[Right, Weighed]) -> None:
    """A mail of a few words that names a right is that request: "Registerutdrag tack"."""
    if len(words) > _SHORTISH or any(hit.cue in (Cue.GOODS, Cue.HOW, Cue.DONE) for hit in hits):
        return
    marketing = found.get(Right.OBJECTION_MARKETING)
    if marketing and marketing.weight > PERHAPS:
        marketing.weight += _IN_FEW_WORDS
    for right in (Right.ACCESS, Right.ERASURE, Right.PORTABILITY):
        named = {Right.ACCESS: Cue.ACCESS, Right.ERASURE: Cue.FORGET}.get(right, Cue.PORTABILITY)
        if right in found and any(hit.cue is named for hit in hits):
            found[right].weight = found[right].weight + _IN_FEW_WORDS


def _not_a_mailing(words: Sequence[Word], hits: Sequence[Hit], found: dict[Right, Weighed]) -> None:
    """A long text that tells its reader how to be rid of it is a mailing: it asks for nothing."""
    if len(words) > _LONG and any(hit.cue is Cue.BOILER for hit in hits):
        for right in _OUT_OF_A_LIST & found.keys():
            if found.keys() <= _OUT_OF_A_LIST | set(_ASIDE):
                found[right].weight *= _HALF


def _reading(
    whole: str,
    words: Sequence[Word],
    hits: Sequence[Hit],
    found: dict[Right, Weighed],
    language: str,
) -> Reading:
    reminder = any(hit.cue is Cue.UNANSWERED for hit in hits)
    rights = _rights(found, reminder=reminder)
    if not rights:
        return Reading(Road.NO, language=language)
    road = Road.SURE if any(found[right].weight >= SURE for right in rights) else Road.PERHAPS
    spans = [span for right in rights for span in found[right].spans[:2]]
    return Reading(
        road,
        rights,
        language,
        _because(whole, words, spans),
        road is Road.SURE and _only(words, hits, spans),
        reminder,
    )


def _rights(found: dict[Right, Weighed], *, reminder: bool) -> tuple[Right, ...]:
    """The rights meant, the surest and first said in front; what people must read, before all."""
    if any(weighed.alone for weighed in found.values()):
        kept = (Right.HUMAN_ONLY, Right.OBJECTION_MARKETING)
        found = {right: found[right] for right in kept if right in found}
    least = PERHAPS
    if any(weighed.weight >= SURE for weighed in found.values()):
        least = _BESIDE_SURE
    meant = [right for right, weighed in found.items() if weighed.weight >= least]
    if any(found[right].weight > A_LOOK for right in meant):
        meant = [right for right in meant if found[right].weight > A_LOOK or right not in _ASIDE]
    first = min((found[right].place for right in meant if right not in _ASIDE), default=0)
    own: list[Right] = [right for right in meant if right not in _ASIDE]
    question = found.get(Right.PRIVACY_QUESTION)
    best = max((found[right].weight for right in own), default=SURE)
    if question and best < question.weight < SURE:
        own.append(Right.PRIVACY_QUESTION)
    complaint = found.get(Right.COMPLAINT)
    if complaint in [found[right] for right in meant] and (reminder or complaint.place < first):
        own.append(Right.COMPLAINT)
    return tuple(
        sorted(own or meant, key=lambda right: _rank(right, found[right], reminder=reminder))
    )


def _rank(right: Right, weighed: Weighed, *, reminder: bool) -> tuple[bool, bool, bool, float, int]:
    """What people must read goes first, then an unanswered complaint, then the surest."""
    sure = weighed.weight >= SURE
    return (
        right is not Right.HUMAN_ONLY,
        not (reminder and right is Right.COMPLAINT),
        not sure,
        0.0 if sure else -weighed.weight,
        weighed.place,
    )


_ASIDE: Final = (Right.PRIVACY_QUESTION, Right.COMPLAINT)


def _because(
    whole: str, words: Sequence[Word], spans: Sequence[tuple[int, int]]
) -> tuple[str, ...]:
    reasons = (
        whole[words[a].start : words[b].end][:_LONGEST_REASON].strip(_AROUND) for a, b in spans
    )
    return tuple(dict.fromkeys(reasons))[:_MOST_REASONS]


def _only(words: Sequence[Word], hits: Sequence[Hit], spans: Sequence[tuple[int, int]]) -> bool:
    """Whether nothing else is asked: no goods, no errand, no asking sentence without a reason."""
    if any(hit.cue in (Cue.GOODS, Cue.ERRAND) for hit in hits):
        return False
    said = {words[first].sentence for first, _ in spans}
    privately = {words[h.first].sentence for h in hits if h.cue in _PRIVATE_WORDS} | said
    asking = {words[h.first].sentence for h in hits if h.cue is Cue.ASK}
    return len(asking - privately) <= 1


_PRIVATE_WORDS: Final = frozenset(
    {
        Cue.LAW,
        Cue.MY_DATA,
        Cue.PERSONAL_DATA,
        Cue.ABOUT_ME,
        Cue.CONSENT,
        Cue.AUTHORITY,
        Cue.ERASE,
        Cue.STOP,
        Cue.ADS,
        Cue.ACCESS,
        Cue.PROCESSING,
        Cue.UNSUBSCRIBE,
        Cue.UNANSWERED,
    }
)
