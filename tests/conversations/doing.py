"""What must be true of every act in the registers; each breach is a sentence."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from conversations.moves import Move
from conversations.past import Past
from conversations.standing import is_unsaid, stage_of
from conversations.state import State

from bot.core.effects import Effect
from bot.core.events import Event
from bot.core.receipts import READING
from bot.core.vocabulary import Act, Mail

#: mails that may say that a restriction ends
TELLING = frozenset({Mail.ANSWER, Mail.REFUSAL, Mail.LIFTING})
TWO = 2


@dataclass(frozen=True)
class Deed:
    """One act that a decision orders: what was, what happened, what is."""

    before: State
    move: Move
    effect: Effect
    now: State

    @property
    def past(self) -> Past:
        """What happened to the case."""
        return self.now.past(self.effect.case)

    @property
    def level(self) -> int:
        """What is proved."""
        return self.now.matter.level


def wrongs_of_act(before: State, move: Move, effect: Effect, now: State) -> Iterator[str]:
    """Every truth that an act breaks."""
    yield from ACTS[Act(effect.word)](Deed(before, move, effect, now))


def _restrict(deed: Deed) -> Iterator[str]:
    """The bot may, once the address is proved; it can be undone."""
    if deed.level < 1:
        yield "restricted below level 1"


def _lift(deed: Deed) -> Iterator[str]:
    """Art. 18(3): an accepted mail told it, and a named human, or she herself, decided it."""
    event, told = deed.move.happening.event, deed.move.over
    if event is Event.WITHDRAWAL_FINAL:
        if not deed.past.taken_back:
            yield "lifted, and nobody told her that her request is taken back"
        return
    if not (deed.past.approvers or deed.past.decided):
        yield "lifted, and no named human decided it"
    if not isinstance(told, Effect) or told.mail not in TELLING:
        yield f"lifted on {event}, and no mail told it"
    elif told.mail is Mail.ANSWER:
        part = part_of_table(deed.before, deed.effect.case)
        if part not in told.reason.split("+"):
            yield f"lifted for {part}, and the accepted answer spoke of {told.reason}"
    elif told.case != deed.effect.case:
        yield "lifted, and the mail told it of another case"


def part_of_table(state: State, number: int) -> str:
    """The part of the joint answer that a case's table has."""
    case = state.matter.case(number)
    stages = state.setup.house.tables[case.workflow].stages
    return next((one.part for one in stages if one.part not in {"", "nothing_held"}), "")


def _change(deed: Deed) -> Iterator[str]:
    """Nothing is changed while another case of the matter still reads (EDPB 01/2022, 36).

    Nor while she is still to get what a silent register holds.
    """
    for case in deed.now.matter.cases:
        if case.right in READING and is_unsaid(case):
            yield f"{deed.effect.word} while {case.workflow} still reads"
        if case.right in READING and case.owed and not stage_of(case).final:
            yield f"{deed.effect.word} while something of {case.workflow} is still owed"
    if deed.level < 1:
        yield f"{deed.effect.word} below level 1"
    if not (deed.past.approvers or deed.past.decided):
        yield f"{deed.effect.word}, and no named human said so"


def _rectify(deed: Deed) -> Iterator[str]:
    """A way to reach her is how accounts are taken over (L46)."""
    yield from _change(deed)
    if deed.past.contact is None:
        yield "corrected, and nobody said what"
    if deed.past.contact and deed.level < deed.past.need:
        yield f"contact data changed at level {deed.level}, needed is {deed.past.need}"
    if deed.past.contact and not deed.past.waited:
        yield "contact data changed before every address on file was told and days passed"


def _erase(deed: Deed) -> Iterator[str]:
    """It cannot be called back (L59)."""
    yield from _change(deed)
    people = deed.past.approvers
    if deed.level < deed.past.need:
        yield f"erased at level {deed.level}, needed is {deed.past.need}"
    if len(people) < TWO or not deed.before.setup.house.has_decider(people):
        yield f"erased on the word of {sorted(people)}"
    if not deed.past.waited:
        yield "erased before every address on file was told and the grace was over"


ACTS: Mapping[Act, Callable[[Deed], Iterator[str]]] = {
    Act.RESTRICT: _restrict,
    Act.LIFT: _lift,
    Act.RECTIFY: _rectify,
    Act.STOP: _change,
    Act.ERASE: _erase,
}
