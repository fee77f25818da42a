"""The reader: decides from a mail's own words whether it exercises a right under the GDPR."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from bot.classify.concerns import GRAVEST_FIRST
from bot.classify.cues import Cue
from bot.classify.language import UNKNOWN, detect
from bot.classify.lexicon import NEUTRAL, Hit, find
from bot.classify.nets import A_LOOK
from bot.classify.paper import wants_paper
from bot.classify.scorer import PERHAPS, SURE, Weighed, join_beside, weigh
from bot.classify.whole import bare_words, not_a_mailing, shortly
from bot.classify.withdrawal import named, regrets, taken_back
from bot.classify.words import Word, clean, cut
from bot.core.vocabulary import Concern, Right, Road, Topic
from bot.mail.shapes import Reading

_ANSWER_MARK: Final = re.compile(r"\s{0,3}(?:re|sv|vs|vb|fw|fwd|aw|wg|antw|ref)\s?:", re.IGNORECASE)
_A_FEW: Final = 4
_MOST_REASONS: Final = 6
_LONGEST_REASON: Final = 120
_AROUND: Final = " \t\n.,;:!?…\"'()[]<>|•*-–"
_BESIDE_SURE: Final = 0.75
_HINTED: Final = 0.6
_SAID_OF_IT: Final = frozenset({Concern.THREAT, Concern.TRANSFER})
_NO_TOPIC: Final = frozenset({Cue.OFFICER, Cue.SOURCE})
_NORDIC: Final = frozenset({"sv", "no", "da"})
_ONE_NORDIC: Final = "sv"


def read_text(subject: str, text: str, quoted: str = "", *, in_matter: bool = False) -> Reading:
    """What a mail asks for, by its subject, its newly written text and what that text quotes.

    The quotation never decides by itself; it only tells what a bare "STOPP" above it stops. Any
    text may come in, of any length: at most `words.MOST` characters are read. `because` holds
    words of the mail as they stand in it. `in_matter`: the mail answers one of ours, so that a
    threat or a danger counts although no right is named beside it (P05, P28).
    """
    head = clean(subject)[:500]
    body = clean(text)
    whole = f"{head}\n{body}" if head else body
    words = cut(whole)
    every = find(words)
    language = detect(whole, Counter(hit.language for hit in every if hit.language != NEUTRAL))
    hits = _in_languages(every, language, len(words))
    doubtful = _sentences_of_subject(head, words) if _ANSWER_MARK.match(head) else 0
    back = taken_back(words, hits, doubtful)
    # what is taken back is named in the subject too
    past = {*back, *range(_sentences_of_subject(head, words) if back else 0)}
    asking = [hit for hit in hits if words[hit.first].sentence not in past]
    found = weigh(words, asking, doubtful)
    if not back:
        bare_words((words, asking), doubtful, quoted, found)
    shortly(words, asking, found)
    not_a_mailing(words, asking, found)
    join_beside(found, alone=in_matter or bool(back))
    reading = _reading(whole, words, asking, found, language)
    if back:
        why = _because(whole, words, back.values())
        reading = _without(reading, named(words, hits, past), why)
    return replace(reading, regrets=regrets(subject, text), paper=wants_paper(whole))


def _without(reading: Reading, taken: Sequence[Right], because: tuple[str, ...]) -> Reading:
    """A reading where a request was taken back: its `rights` are those, none where unsaid.

    Never sure, so that what is asked beside it is seen by people. Where a person must read it
    anyway, she takes the request back too: the notice of it goes to every address (P05, P12).
    """
    if reading.concerns:
        return replace(reading, only=False)
    asks = reading.rights if reading.road is Road.SURE else ()
    return Reading(Road.PERHAPS, tuple(taken), reading.language, because, withdraws=True, asks=asks)


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
        _concerns(found) if Right.HUMAN_ONLY in rights else (),
        _topics(words, hits, found) if Right.PRIVACY_QUESTION in rights else (),
    )


def _concerns(found: dict[Right, Weighed]) -> tuple[Concern, ...]:
    seen = _seen(found)
    return tuple(concern for concern in GRAVEST_FIRST if concern in seen)


def _topics(
    words: Sequence[Word], hits: Sequence[Hit], found: dict[Right, Weighed]
) -> tuple[Topic, ...]:
    """What is asked, unless something else is asked as well: that is for a person, and all of it.

    A question about goods is no part of it.
    """
    if any(hit.cue in _NO_TOPIC for hit in hits):
        return ()
    topics = found[Right.PRIVACY_QUESTION].topics
    goods = {words[hit.first].sentence for hit in hits if hit.cue in (Cue.GOODS, Cue.ERRAND)}
    asked = {words[hit.first].sentence for hit in hits if hit.cue is Cue.ASKED}
    answered = {sentence for sentences in topics.values() for sentence in sentences}
    return tuple(topic for topic in Topic if topic in topics) if asked <= answered | goods else ()


def _rights(found: dict[Right, Weighed], *, reminder: bool) -> tuple[Right, ...]:
    """The rights meant, the surest and first said in front; what people must read, before all."""
    if any(weighed.alone for weighed in found.values()):
        kept = (Right.HUMAN_ONLY, Right.OBJECTION_MARKETING)
        found = {right: found[right] for right in kept if right in found}
    least = PERHAPS
    if any(weighed.weight >= SURE for weighed in found.values()):
        least = _BESIDE_SURE
    if Concern.PROTECTED in _seen(found):
        # a person reads it all; what is only hinted at must not be lost beside the danger
        least = _HINTED
    meant = [right for right, weighed in found.items() if weighed.weight >= least]
    if any(found[right].weight > A_LOOK for right in meant):
        meant = [right for right in meant if found[right].weight > A_LOOK or right not in _ASIDE]
    first = min((found[right].place for right in meant if right not in _ASIDE), default=0)
    own: list[Right] = [right for right in meant if right not in _ASIDE]
    question = found.get(Right.PRIVACY_QUESTION)
    if question and question.topics and own and Right.ACCESS not in own:
        own.append(Right.PRIVACY_QUESTION)
        question = None
    best = max((found[right].weight for right in own), default=SURE)
    if question and best < question.weight < SURE:
        own.append(Right.PRIVACY_QUESTION)
    complaint = found.get(Right.COMPLAINT)
    if complaint in [found[right] for right in meant] and (reminder or complaint.place < first):
        own.append(Right.COMPLAINT)
    return tuple(
        sorted(own or meant, key=lambda right: _rank(right, found[right], reminder=reminder))
    )


def _seen(found: dict[Right, Weighed]) -> set[Concern]:
    return found[Right.HUMAN_ONLY].concerns if Right.HUMAN_ONLY in found else set()


def _rank(right: Right, weighed: Weighed, *, reminder: bool) -> tuple[int, bool, bool, float, int]:
    """What people must read goes first, then an unanswered complaint, then the surest.

    A mere threat, or to whom it shall be sent, goes last: it is said of what is asked for.
    """
    sure = weighed.weight >= SURE
    said_of_it = bool(weighed.concerns) and weighed.concerns <= _SAID_OF_IT
    return (
        (2 if said_of_it else 0) if right is Right.HUMAN_ONLY else 1,
        not (reminder and right is Right.COMPLAINT),
        not sure,
        0.0 if sure else -weighed.weight,
        weighed.place,
    )


_ASIDE: Final = (Right.PRIVACY_QUESTION, Right.COMPLAINT)


def _because(
    whole: str, words: Sequence[Word], spans: Iterable[tuple[int, int]]
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
