"""What a withdrawn consent and an objection change, purpose by purpose (Art. 7(3), 21(1)).

Titles, grounds and periods come from the data map alone, in both languages. Where a ground or one
of those words is unknown no answer can be made: FactsMissingError, and a human completes the map.
"""

from collections.abc import Collection, Iterable
from typing import Any, Final

from bot.answers.extract import FactsMissingError
from bot.core.vocabulary import Category, Language
from bot.mail.words import Both
from bot.registers.maps.datamap import Basis, DataMap, Purpose, continuing

STOPPED: Final = "stopped"
EXCLUDED: Final = "excluded"
ERASED: Final = "erased"
"""The words of the table [objected]."""


def stops(data_map: DataMap, held: Collection[Category]) -> list[dict[str, Any]]:
    """What rested on consent, as {title}; the caller says since when.

    `held` are the categories of the person; empty where nothing is proved of her (level 0): then
    every such purpose is named, so that a stranger and a customer read the same (P11).
    """
    touching = data_map.purposes_of(held) if held else tuple(data_map.purposes.values())
    stopped = continuing(_known(touching)).stops
    return _rows(stopped, "title")


def continues(data_map: DataMap, held: Collection[Category]) -> list[dict[str, Any]]:
    """What goes on, as {title, basis, retention}: each with its own ground (L48).

    [] where nothing is proved of her: what goes on depends on what is held, and is nobody else's.
    """
    going_on = continuing(_known(data_map.purposes_of(held))).continues
    return _rows(going_on, "title", "basis", "retention")


def objected(
    data_map: DataMap,
    held: Collection[Category],
    *,
    statistics: Collection[str] = (),
    erased: Collection[Category] = (),
) -> list[dict[str, Any]]:
    """What rested on a legitimate interest and has ended, as {title, done} (Art. 17(1)(c), 21(1)).

    `statistics` are the keys of purposes that only count people: she is taken out of the basis of
    those. `erased` are the categories of which every register has said that they are gone.
    """
    ended = [
        purpose
        for purpose in _known(data_map.purposes_of(held))
        if purpose.basis is Basis.LEGITIMATE_INTEREST
    ]
    titles = _rows(ended, "title")
    return [
        row | {"done": _done(purpose, held, statistics, erased)}
        for purpose, row in zip(ended, titles, strict=True)
    ]


def _done(
    purpose: Purpose,
    held: Collection[Category],
    statistics: Collection[str],
    erased: Collection[Category],
) -> str:
    if set(purpose.categories) & set(held) <= set(erased):
        return ERASED
    return EXCLUDED if purpose.id in statistics else STOPPED


def _known(purposes: Iterable[Purpose]) -> tuple[Purpose, ...]:
    """The same purposes; FactsMissingError when one of them rests on nobody knows what."""
    purposes = tuple(purposes)
    unknown = [f"purposes.{one.id}.basis" for one in purposes if not one.basis]
    if unknown:
        raise FactsMissingError(unknown)
    return purposes


def _rows(purposes: Iterable[Purpose], *facts: str) -> list[dict[str, Any]]:
    """Some facts of each purpose in both languages; FactsMissingError when one is unknown."""
    purposes = tuple(purposes)
    unknown = [
        f"purposes.{one.id}.{fact}_{language}"
        for one in purposes
        for fact in facts
        for language in Language
        if not one.told(fact, language)
    ]
    if unknown:
        raise FactsMissingError(unknown)
    return [
        {fact: Both(one.told(fact, Language.SV), one.told(fact, Language.EN)) for fact in facts}
        for one in purposes
    ]
