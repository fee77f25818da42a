import pytest
from core.worlds import Story, house

from bot.core import facts as f
from bot.core.commands import Verb
from bot.core.decide import Happening, allows, decide
from bot.core.effects import Decision
from bot.core.events import Event, Finding
from bot.core.vocabulary import Mail, Refusal, Right

#: the rights that an address must be proved for
CODED = (
    Right.ACCESS,
    Right.RECTIFICATION,
    Right.ERASURE,
    Right.RESTRICTION,
    Right.PORTABILITY,
    Right.OBJECTION_LI,
)


@pytest.fixture
def by_hand() -> Story:
    """A mail that only a person may take."""
    story = Story()
    story.begin(Right.HUMAN_ONLY)
    return story


@pytest.mark.parametrize("right", CODED)
def test_where_nothing_personal_may_leave_a_human_carries_out_what_needs_a_code(
    right: Right,
) -> None:
    """Acknowledged, prompted, clocked, and open until KLAR; no code, no answer of the bot's own."""
    story = Story(house(releases=False))
    story.begin(right)
    assert story.matter.codes == 0
    assert story.mails == [(Mail.ACKNOWLEDGEMENT, "requester")]
    assert story.prompts() == [Mail.BY_HAND]
    story.command(Event.DONE, Verb.DONE)
    assert story.matter.closed
    assert story.mails == [(Mail.ACKNOWLEDGEMENT, "requester")]


@pytest.mark.law("L17")
def test_a_refusal_goes_with_its_ground_and_ends_the_case_when_it_was_taken(
    by_hand: Story,
) -> None:
    """To the address that wrote, for nothing else was proved."""
    by_hand.command(Event.REFUSED, Verb.REFUSE, argument=Refusal.UNFOUNDED.value)
    sent = [one for one in by_hand.effects.values() if one.mail is Mail.REFUSAL]
    assert [(one.to, one.reason, one.case) for one in sent] == [("requester", "OGRUNDAD", 1)]
    assert by_hand.stages == ["refusing"]
    by_hand.happen(Event.REFUSAL_ACCEPTED, case=1)
    assert by_hand.stages == ["refused"]
    assert by_hand.matter.closed


def test_a_refusal_that_comes_back_is_a_persons_again(by_hand: Story) -> None:
    """She has heard nothing, so the case is open."""
    by_hand.command(Event.REFUSED, Verb.REFUSE, argument=Refusal.UNFOUNDED.value)
    by_hand.happen(Event.UNDELIVERABLE, f.MailUndeliverable(mail=Mail.REFUSAL))
    assert by_hand.stages == ["with a person"]
    assert by_hand.prompts() == [Mail.BY_HAND, Mail.BY_HAND]


def test_not_me_asks_staff_again_with_the_reason(by_hand: Story) -> None:
    """The earlier prompt no longer counts: its step is gone."""
    by_hand.happen(Event.NOT_ME)
    case = by_hand.matter.case(1)
    assert (case.reason, case.step) == ("not_me", 2)
    assert by_hand.prompts() == [Mail.BY_HAND, Mail.BY_HAND]


@pytest.mark.people("P18")
def test_what_staff_call_a_right_stays_with_people(by_hand: Story) -> None:
    """Whom such a mail is about is never sent a code, and nobody is thanked twice."""
    by_hand.command(
        Event.CLASSIFIED, Verb.CLASSIFY, finding=Finding.REQUEST, rights=(Right.ACCESS,)
    )
    assert by_hand.stages == ["reclassified", "with a person"]
    assert by_hand.matter.codes == 0
    assert by_hand.mails == [(Mail.ACKNOWLEDGEMENT, "requester")]


def test_what_no_table_knows_moves_nothing(by_hand: Story) -> None:
    """The facts are kept, and nothing is ordered."""
    happening = Happening(Event.LOOKED_UP, facts=(f.WrongCode(),))
    nothing = decide(by_hand.matter, happening, by_hand.now, house())
    assert nothing == Decision((f.WrongCode(),))
    assert not nothing.moved
    for event, may in ((Event.APPROVED, False), (Event.DONE, True)):
        said = Happening(event, case=1, person="anna")
        assert allows(by_hand.matter, said, house(), by_hand.now) is may


def test_a_case_that_is_not_there_is_an_error(by_hand: Story) -> None:
    """A number without a case never passes in silence."""
    with pytest.raises(KeyError, match="has no case 9"):
        allows(by_hand.matter, Happening(Event.DONE, case=9), house(), by_hand.now)
