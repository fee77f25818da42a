"""What people did by hand in a register: the words they may say, and what these make happen."""

import hashlib
from collections.abc import Sequence

from bot.core import facts as f
from bot.core.commands import Verb
from bot.core.decide import Happening
from bot.core.events import Event
from bot.core.matter import Errand
from bot.core.vocabulary import Category
from bot.mail.papers import Paper

NO_PAPERS = "attachments_missing"


def words_for(errand: Errand) -> tuple[Verb, ...]:
    """KLAR; where something was to be looked for, INGET too."""
    return (Verb.DONE, Verb.NOTHING) if errand.round else (Verb.DONE,)


def against(errand: Errand, verb: Verb, papers: Sequence[Paper]) -> str:
    """Why nothing may happen, a closed word; empty when there is no reason.

    Whoever says KLAR to a search without a file has forgotten it, or means INGET.
    """
    if verb not in words_for(errand):
        return "not_now"
    forgotten = errand.round and verb is Verb.DONE and not papers
    return NO_PAPERS if forgotten else ""


def handed_in(errand: Errand, given: f.Commanded, papers: Sequence[Paper]) -> Happening:
    """The hand of a person is the receipt of a register that cannot do it itself."""
    if not errand.round:
        acted = f.RegisterActed(
            case=errand.case, turn=errand.turn, register_name=errand.register, by=given.person
        )
        return Happening(Event.ACTED, facts=(given, acted), person=given.person)
    found = papers if given.word == Verb.DONE else ()
    collected = f.RegisterCollected(
        register_name=errand.register,
        round=errand.round,
        counts=((Category.CORRESPONDENCE.value, len(found)),) if found else (),
        digest=digest_of(found),
    )
    return Happening(Event.COLLECTED, facts=(given, collected), person=given.person)


def digest_of(papers: Sequence[Paper]) -> str:
    """Hex SHA-256 over the files, each with its length, so that none runs together."""
    whole = hashlib.sha256()
    for paper in papers:
        whole.update(len(paper.data).to_bytes(8, "big") + paper.data)
    return whole.hexdigest()
