"""The end of a conversation: the registers answer, and staff say what lets each case end."""

from collections.abc import Sequence

from conversations.moves import Move
from conversations.town import GIVEN_UP, Town
from conversations.words import staff_moves

from bot.core.events import Event

MOST_STEPS = 600
#: what takes a case further on its way
ONWARD = (
    *(Event.ACTED, Event.POSTED, Event.APPROVED, Event.CORRECTED, Event.ADDRESS_CHECKED),
    *(Event.LIFTED, Event.CLASSIFIED, Event.DONE),
)
#: what lets a case end, the first that is possible: nothing that begins it again
CLOSING = (
    *(Event.ACTED, Event.DONE, Event.POSTED, Event.APPROVED, Event.CLASSIFIED),
    *(Event.CORRECTED, Event.LIFTED, Event.REFUSED),
)


def end(town: Town) -> None:
    """Play on until the matter is closed; an AssertionError where it never is."""
    town.registers_answer = True
    town.luck = _good
    for _ in range(MOST_STEPS):
        if town.matter.closed:
            return
        word = _word(town, CLOSING)
        if word is not None:
            town.happen(word)
            continue
        due = town.next_due()
        assert due is not None, f"nothing comes any more: {town.state.way()}"
        town.now = max(town.now, due[0])
        town.take(due[1])
    raise AssertionError(f"staff act, and it never ends: {town.state.way()}")


def next_word(town: Town) -> Move | None:
    """What staff say when all goes as it should."""
    return _word(town, ONWARD)


def _word(town: Town, wanted: Sequence[Event]) -> Move | None:
    town.state.now = town.now
    said = {move.happening.event: move for move in reversed(list(staff_moves(town.state)))}
    said.pop(Event.IDENTIFIED, None)
    return next((said[event] for event in wanted if event in said), None)


def _good(options: Sequence[Move]) -> Move:
    """What comes of a deed where nothing goes wrong."""
    return next(one for one in options if one.happening.event not in GIVEN_UP)
