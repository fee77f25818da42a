"""Whole conversations over weeks: she, the registers, the servers and staff, as chance has it.

`RIGHTSBOT_WALK=full` plays many more of them.
"""

import os
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import hypothesis.strategies as st
import pytest
from conversations.codes import Purse
from conversations.finale import end, next_word
from conversations.houses import ALONE, SEEN, STAFF, Setup, a_house
from conversations.moves import Move
from conversations.town import Town
from conversations.words import staff_moves
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from bot.core import facts as f
from bot.core.decide import Happening
from bot.core.events import Event
from bot.core.vocabulary import Concern, Right, Topic

FULL = os.environ.get("RIGHTSBOT_WALK") == "full"
EXAMPLES = 3_000 if FULL else 40
STEPS = 60 if FULL else 30

#: an ordinary day; before Easter, midsummer and Christmas; a month that is cut; a Saturday night
DAYS = (
    datetime(2026, 3, 5, 9, tzinfo=UTC),
    datetime(2026, 3, 27, 15, 30, tzinfo=UTC),
    datetime(2026, 6, 18, 12, tzinfo=UTC),
    datetime(2026, 12, 22, 8, tzinfo=UTC),
    datetime(2026, 1, 31, 23, 30, tzinfo=UTC),
)
#: of hours: minutes, an evening, days, a holiday
PAUSES = st.sampled_from((0.2, 3, 14, 26, 50, 100, 200, 500))
RIGHTS = st.lists(st.sampled_from(list(Right)), max_size=3, unique=True).map(tuple)
CHOICE = st.integers(0, 10_000)


def trouble(conversation: "Conversation") -> bool:
    """Whether more may go otherwise than usual in this conversation."""
    return conversation.troubles > 0


class Conversation(RuleBasedStateMachine):
    """One matter from the mail that opens it to whatever chance brings; then staff act."""

    def __init__(self) -> None:
        super().__init__()
        self.chances: list[int] = [0]
        self.turn = 0
        self.troubles = 0

    @initialize(
        rights=RIGHTS,
        day=st.sampled_from(DAYS),
        staff=st.sampled_from((STAFF, ALONE)),
        concerns=st.sampled_from(((), (), (), (), (Concern.AGENT,), (Concern.PROTECTED,))),
        how=st.fixed_dictionaries(
            {
                "e_identification": st.booleans(),
                "answers_by_mail": st.booleans(),
                "other_consents": st.booleans(),
            }
        ),
        may_answer=st.sampled_from((True, True, True, False)),
        chances=st.lists(CHOICE, min_size=1, max_size=30),
        seen=st.sampled_from(("ordinary", "ordinary", *SEEN)),
        troubles=st.integers(0, 4),
    )
    def a_mail_comes(self, **given: object) -> None:
        """It opens a matter; from now on chance says what becomes of each deed."""
        house = a_house(staff=given["staff"], registers=("gavle", "mora"), **given["how"])  # type: ignore[arg-type]
        self.chances = given["chances"]  # type: ignore[assignment]
        self.troubles = given["troubles"]  # type: ignore[assignment]
        setup = Setup(
            given["rights"],  # type: ignore[arg-type]
            house,
            may_answer=given["may_answer"],  # type: ignore[arg-type]
            concerns=given["concerns"],  # type: ignore[arg-type]
            topics=(Topic.RETENTION,),
            seen=(given["seen"],),  # type: ignore[arg-type]
            most_cases=5,
            clocked=True,
            classes=((), (Right.ACCESS,), (Right.ERASURE, Right.OBJECTION_MARKETING)),
        )
        self.town = Town(setup, given["day"], self.luck)  # type: ignore[arg-type]
        self.purse = Purse(self.town)

    def luck(self, options: Sequence[Move]) -> Move:
        """What comes of a deed."""
        self.turn += 1
        chance = self.chances[self.turn % len(self.chances)] + self.turn
        usual = [one for one in options if one.what in {"", "whole", "found", "0 left"}]
        return options[chance % len(options)] if chance % 4 == 0 else (usual or options)[0]

    @rule(hours=PAUSES)
    def time_passes(self, hours: float) -> None:
        """Dates ring, deeds are tried."""
        self.town.wait(timedelta(hours=hours))

    @rule(choice=CHOICE)
    def an_ordinary_day(self, choice: int) -> None:
        """The newest code comes back, staff do what is asked, the registers answer."""
        self.town.registers_answer = True
        if choice % 3 and self.purse.codes:
            self.purse.give_back(-1)
        for _ in range(choice % 4):
            word = next_word(self.town)
            if word is not None:
                self.town.happen(word)
        self.town.wait(timedelta(hours=24))

    @rule(choice=CHOICE)
    def another_ordinary_day(self, choice: int) -> None:
        """Most days are."""
        self.an_ordinary_day(choice)

    @rule(choice=CHOICE)
    def days_without_news(self, choice: int) -> None:
        """Three of them."""
        for _ in range(3):
            self.an_ordinary_day(choice)

    @precondition(trouble)
    @rule()
    def the_registers_fail_or_come_back(self) -> None:
        """Until then each deed is tried again, and then given up."""
        self.troubles -= 1
        self.town.registers_answer = not self.town.registers_answer

    @precondition(lambda self: self.purse.codes)
    @rule(choice=CHOICE)
    def a_code_comes_back(self, choice: int) -> None:
        """One that counts, or one that is late, void or used."""
        self.purse.give_back(choice)

    @precondition(trouble)
    @rule(times=st.integers(1, 6))
    def wrong_codes_come(self, times: int) -> None:
        """After five a human takes over."""
        self.troubles -= 1
        for _ in range(times):
            self.purse.guess()

    @precondition(trouble)
    @rule(choice=CHOICE)
    def staff_say_a_word(self, choice: int) -> None:
        """One that the table takes where the case of a prompt stands."""
        self.town.state.now = self.town.now
        options = list(staff_moves(self.town.state))
        if options:
            self.troubles -= 1
            self.town.happen(options[choice % len(options)])

    @precondition(lambda self: self.town.state.asked)
    @rule(choice=CHOICE)
    def somebody_is_away(self, choice: int) -> None:
        """The prompt bounces, or an automatic reply comes."""
        asked = self.town.state.asked[choice % len(self.town.state.asked)]
        fact = f.StaffAway(person=min(asked.people), step=asked.step)
        self.town.try_event(Event.STAFF_AWAY, fact, ordinal=asked.step)

    @precondition(trouble)
    @rule(event=st.sampled_from((Event.NOT_ME, Event.CONCERNED, Event.UNDELIVERABLE)))
    def she_or_a_server_says_stop(self, event: Event) -> None:
        """INTE JAG; words that say she must be protected; a bounce, however late."""
        self.troubles -= 1
        self.town.try_event(event)

    @precondition(trouble)
    @rule(event=st.sampled_from((Event.WITHDRAWN, Event.REOPENED)), choice=CHOICE)
    def she_takes_back_or_takes_up(self, event: Event, choice: int) -> None:
        """One right or all of them."""
        self.troubles -= 1
        numbers = [case.number for case in self.town.matter.cases]
        meant = [numbers[choice % len(numbers)]] if choice % 2 else numbers
        for number in meant:
            self.town.try_event(event, case=number)

    @precondition(lambda self: self.troubles and not self.town.matter.closed)
    @rule(days=st.integers(-3, 40))
    def another_mail_joins(self, days: int) -> None:
        """A reminder, or a mail that had lain in another box for days."""
        self.troubles -= 1
        received = min(self.town.now, self.town.promises.since - timedelta(days=days))
        self.town.try_event(Event.JOINED, f.Joined(received_at=received, why="chance"))

    @rule(choice=CHOICE)
    def a_recipient_says_done(self, choice: int) -> None:
        """KLART, once or again."""
        waiting = [case for case in self.town.matter.cases if case.told]
        if waiting:
            case = waiting[choice % len(waiting)]
            fact = f.RecipientDone(case=case.number, recipient=min(case.told))
            self.town.happen(Move(Happening(Event.RECIPIENT_DONE, (fact,), case.number)))

    def teardown(self) -> None:
        """In the end the registers answer and staff act; then every conversation ends."""
        if hasattr(self, "town"):
            end(self.town)


Conversation.TestCase.settings = settings(
    max_examples=EXAMPLES,
    stateful_step_count=STEPS,
    deadline=None,
    derandomize=True,
    print_blob=False,
    suppress_health_check=list(HealthCheck),
)


@pytest.mark.law("L23")
@pytest.mark.law("L11")
@pytest.mark.law("L16")
@pytest.mark.people("P13")
class TestConversations(Conversation.TestCase):  # type: ignore[misc,name-defined]
    """No exception, no broken truth, and an end."""
