"""Weighs what was found: which rules hold in which sentence, and how surely each right is meant."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from bot.classify.concerns import CONCERNS
from bot.classify.cues import Cue
from bot.classify.lexicon import NEUTRAL, Hit
from bot.classify.nets import A_LOOK, NETS
from bot.classify.questions import QUESTIONS
from bot.classify.rules import RULES, Rule
from bot.classify.words import Word
from bot.core.vocabulary import Concern, Right, Topic

SURE: Final = 0.95
PERHAPS: Final = 0.5
_SOFTENED: Final = 0.5
_A_QUESTION: Final = 0.6
_MORE: Final = 0.1
_LAW_NAMED: Final = 0.2
_BESIDE: Final = 3
_MOST_OF_A_CUE: Final = 12

_ON_A_LINE: Final = 6
_ON_CARDS: Final = frozenset({Cue.LAW, Cue.PERSONAL_DATA, Cue.PRIVACY, Cue.AUTHORITY})
_NEVER_LIFTED: Final = (Right.COMPLAINT, Right.PRIVACY_QUESTION, Right.HUMAN_ONLY)

_BY_FIRST_NEED: Final[dict[Cue, list[Rule]]] = {
    cue: [rule for rule in (*RULES, *QUESTIONS, *NETS, *CONCERNS) if rule.needs[0] is cue]
    for cue in Cue
}

_Found = Mapping[Cue, Sequence[Hit]]


@dataclass
class Weighed:
    """How surely one right is meant, where it was first said, and the words that say so.

    `concerns` says why it is for people; `topics`, with the sentences, what is asked about.
    `beside` is what counts only next to another right: its rule and the words it spans.
    """

    weight: float = 0.0
    place: int = 0
    spans: list[tuple[int, int]] = field(default_factory=list)
    alone: bool = False
    concerns: set[Concern] = field(default_factory=set)
    topics: dict[Topic, set[int]] = field(default_factory=lambda: defaultdict(set))
    beside: list[tuple[Rule, tuple[int, int]]] = field(default_factory=list)


def weigh(words: Sequence[Word], hits: Iterable[Hit], doubtful: int = 0) -> dict[Right, Weighed]:
    """Every right that a sentence of these words supports, with its weight.

    Sentences numbered below `doubtful` (the subject of a reply, which may be somebody else's)
    never make anything sure.
    """
    kept = _without_boilerplate(words, hits)
    everywhere = {hit.cue for hit in kept}
    weights: dict[Right, dict[Rule, float]] = defaultdict(dict)
    found: dict[Right, Weighed] = defaultdict(Weighed)
    for sentence, cues in _by_sentence(words, kept):
        most = _A_QUESTION if sentence < doubtful else 1.0
        for rule, full, span in _holding(cues, everywhere):
            weight = min(full, most)
            if rule.beside:
                found[rule.right].beside.append((rule, span))
                continue
            _note(found[rule.right], rule, weight, span)
            if rule.topic is not None and weight >= SURE:
                found[rule.right].topics[rule.topic].add(sentence)
            known = weights[rule.right]
            known[rule] = max(known.get(rule, 0.0), weight)
    for right, known in weights.items():
        named = Cue.LAW in everywhere and right not in _NEVER_LIFTED
        found[right].weight = _together(known.values(), named=named)
    return dict(found)


def _note(weighed: Weighed, rule: Rule, weight: float, span: tuple[int, int]) -> None:
    if weight >= PERHAPS and (weight > weighed.weight or not weighed.spans):
        weighed.place = span[0]
        weighed.spans.insert(0, span)
        weighed.weight = weight
    if weight >= PERHAPS and rule.concern is not None:
        weighed.concerns.add(rule.concern)
    weighed.alone = weighed.alone or (rule.alone and weight >= SURE)


def join_beside(found: dict[Right, Weighed], *, alone: bool = False) -> None:
    """Whatever counts only beside a right, where one is found; with `alone`, in any case."""
    if not alone and not any(weighed.weight >= PERHAPS for weighed in found.values()):
        return
    for weighed in found.values():
        for rule, span in weighed.beside:
            _note(weighed, rule, rule.weight, span)


def _together(weights: Iterable[float], *, named: bool) -> float:
    ordered = sorted(weights, reverse=True)
    best = ordered[0]
    others = sum(1 for weight in ordered[1:3] if weight > A_LOOK)
    lift = _MORE * others + (_LAW_NAMED if named else 0.0)
    return best + lift if best > _A_QUESTION else best


def _without_boilerplate(words: Sequence[Word], hits: Iterable[Hit]) -> list[Hit]:
    """Only what the writer says: no footer, no idle phrase, no line of a visiting card."""
    hits = list(hits)
    foreign = {words[hit.first].sentence for hit in hits if hit.cue is Cue.BOILER}
    foreign -= {words[hit.first].sentence for hit in hits if hit.cue is Cue.LINK_FAILED}
    idle = {at for h in hits if h.cue is Cue.IDLE for at in range(h.first, h.last + 1)}
    carded = _card(words, hits)
    return [
        hit
        for hit in hits
        if words[hit.first].sentence not in foreign
        and not {hit.first, hit.last} <= idle
        and not (hit.cue in _ON_CARDS and words[hit.first].sentence in carded)
    ]


def _card(words: Sequence[Word], hits: Sequence[Hit]) -> set[int]:
    """The short lines below "best regards": a name, a title, a company."""
    signed = next((words[hit.first].sentence for hit in hits if hit.cue is Cue.SIGNED), None)
    if signed is None:
        return set()
    lengths = Counter(word.sentence for word in words)
    return {line for line, length in lengths.items() if line > signed and length <= _ON_A_LINE}


def _by_sentence(words: Sequence[Word], hits: Iterable[Hit]) -> Iterator[tuple[int, _Found]]:
    """The hits of each sentence, once for each language that speaks in it."""
    sentences: dict[int, dict[str, dict[Cue, list[Hit]]]] = defaultdict(dict)
    for hit in hits:
        languages = sentences[words[hit.first].sentence]
        cues = languages.setdefault(hit.language, defaultdict(list))
        if len(cues[hit.cue]) < _MOST_OF_A_CUE:
            cues[hit.cue].append(hit)
    for sentence, languages in sentences.items():
        neutral = languages.pop(NEUTRAL, {})
        for cues in languages.values() or [{}]:
            both = {cue: [*cues.get(cue, ()), *neutral.get(cue, ())] for cue in (*cues, *neutral)}
            yield sentence, both


def _holding(cues: _Found, everywhere: set[Cue]) -> Iterator[tuple[Rule, float, tuple[int, int]]]:
    """The rules that hold in one sentence, with their weight here and the words they span."""
    for rule in (rule for cue in cues for rule in _BY_FIRST_NEED.get(cue, ())):
        if any(need not in cues for need in rule.needs) or any(cue in cues for cue in rule.absent):
            continue
        if rule.anywhere and everywhere.isdisjoint(rule.anywhere):
            continue
        if not everywhere.isdisjoint(rule.nowhere):
            continue
        span = _closest(rule, cues)
        if span is None or _denied(rule, cues, span):
            continue
        weight = rule.weight
        if any(soft in cues for soft in rule.soft):
            weight *= _SOFTENED
        if _only_told(rule, cues) or _turned_round(cues, span):
            weight = min(weight, _A_QUESTION)
        yield rule, weight, span


def _closest(rule: Rule, cues: _Found) -> tuple[int, int] | None:
    """The first place where all that the rule needs stands within its reach."""
    for anchor in cues[rule.needs[0]]:
        first, last = anchor.first, anchor.last
        longest = last - first
        for need in rule.needs[1:]:
            nearest = _nearest(cues[need], anchor.first, ordered=rule.ordered)
            if nearest is None:
                break
            first, last = min(first, nearest.first), max(last, nearest.last)
            longest = max(longest, nearest.last - nearest.first)
        else:
            if last - first <= rule.near + longest:
                return first, last
    return None


def _nearest(hits: Sequence[Hit], place: int, *, ordered: bool) -> Hit | None:
    """The hit nearest to a place, where they are ordered the nearest that does not precede it."""
    near = [hit for hit in hits if not ordered or hit.first >= place]
    return min(near, key=lambda hit: abs(hit.first - place), default=None)


def _only_told(rule: Rule, cues: _Found) -> bool:
    """Whether the sentence asks how, or tells of the past, or of the answer that it blames."""
    blamed = Cue.ANSWERED in cues and Cue.COMPLAIN in cues and Cue.UNANSWERED not in cues
    return Cue.HOW in cues or Cue.DONE in cues or (blamed and rule.right is not Right.COMPLAINT)


def _turned_round(cues: _Found, span: tuple[int, int]) -> bool:
    """Whether a "not" stands just before: "do not delete my data"."""
    return any(span[0] - _BESIDE <= hit.first < span[0] for hit in cues.get(Cue.NOT, ()))


def _denied(rule: Rule, cues: _Found, span: tuple[int, int]) -> bool:
    first, last = span
    beside = (hit.first for cue in rule.unless for hit in cues.get(cue, ()))
    if any(first - _BESIDE <= place <= last + _BESIDE for place in beside):
        return True
    between = (hit.first for cue in rule.between for hit in cues.get(cue, ()))
    return any(first - 1 <= place <= last and place != first for place in between)
