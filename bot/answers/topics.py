"""Answers to questions about personal data, from approved facts alone (Art. 13, 26(2)).

Nobody's data are in them. Where anything is unknown there is no answer, and a human gives one.
"""

from collections.abc import Callable, Mapping
from typing import Final

from bot.core.vocabulary import Category, Language, Topic
from bot.registers.maps.datamap import DataMap, Purpose

Lines = tuple[str, ...]


def topic_lines(topic: Topic, data_map: DataMap, language: Language) -> Lines:
    """The answer to one question, a paragraph or an item of a list a line; () when unknown."""
    return _ANSWERS[topic](data_map, language)


def answerable(data_map: DataMap) -> frozenset[Topic]:
    """The questions that can be answered in every language."""
    return frozenset(
        topic
        for topic in Topic
        if all(topic_lines(topic, data_map, language) for language in Language)
    )


def retention_lines(data_map: DataMap, language: Language) -> Lines:
    """How long data are kept, purpose by purpose with the kinds of data (Art. 13(2)(a), L88).

    () unless the period of every purpose is known.
    """
    purposes = data_map.purposes.values()
    if not all(_known(one, "retention", data_map, language) for one in purposes):
        return ()
    return tuple(
        f"{one.told('title', language)} ({_kinds(one, data_map, language)}): "
        f"{one.told('retention', language)}"
        for one in purposes
    )


def recipient_lines(data_map: DataMap, language: Language) -> Lines:
    """The named recipients, each with the purposes that it serves (Art. 13(1)(e), L63).

    The statement that there is none where all purposes say so; () unless those of every purpose
    are known.
    """
    purposes = data_map.purposes.values()
    known = all(one.recipients and one.told("title", language) for one in purposes)
    used = {key for one in purposes for key in one.recipient_ids}
    if not purposes or not known or not used <= data_map.recipients.keys():
        return ()
    if not used:
        return data_map.statements.paragraphs("nobody", language)
    serves = {
        recipient.name: [
            one.told("title", language) for one in purposes if key in one.recipient_ids
        ]
        for key, recipient in data_map.recipients.items()
        if key in used
    }
    return tuple(f"{name}: {', '.join(titles)}" for name, titles in serves.items())


def _statement(name: str) -> Callable[[DataMap, Language], Lines]:
    return lambda data_map, language: data_map.statements.paragraphs(name, language)


_ANSWERS: Final[Mapping[Topic, Callable[[DataMap, Language], Lines]]] = {
    Topic.RETENTION: retention_lines,
    Topic.COOKIES: _statement("cookies"),
    Topic.RESPONSIBLE: _statement("arrangement"),
    Topic.RECIPIENTS: recipient_lines,
}


def _known(purpose: Purpose, fact: str, data_map: DataMap, language: Language) -> bool:
    titles = [_title(category, data_map, language) for category in purpose.categories]
    told = (purpose.told("title", language), purpose.told(fact, language))
    return bool(titles and all(titles) and all(told))


def _kinds(purpose: Purpose, data_map: DataMap, language: Language) -> str:
    titles = (_title(category, data_map, language) for category in purpose.categories)
    return ", ".join(title.lower() for title in titles)


def _title(category: Category, data_map: DataMap, language: Language) -> str:
    words = data_map.categories.get(category)
    return str(getattr(words, f"title_{language}")) if words else ""
