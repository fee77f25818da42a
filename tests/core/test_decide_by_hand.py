import pytest
from core.worlds import Story, house

from bot.core import facts as f
from bot.core.commands import Verb
from bot.core.decide import Happening, allows, decide
from bot.core.effects import Decision
from bot.core.events import Event, Finding
from bot.core.vocabulary import Mail, Refusal, Right

WHOLE = {Right.ACCESS, Right.OBJECTION_MARKETING}


@pytest.fixture
def erasure() -> Story:
    """A right that has no table of its own."""
    story = Story()
    story.begin(Right.ERASURE)
    return story


@pytest.mark.parametrize("right", [right for right in Right if right not in WHOLE])
def test_a_right_without_a_table_is_acknowledged_and_prompted(right: Right) -> None:
    """Open until a human says KLAR; the bot sends no answer of its own."""
    story = Story()
    story.begin(right)
    assert story.mails == [(Mail.ACKNOWLEDGEMENT, "requester")]
    assert story.prompts() == [Mail.BY_HAND]
    story.command(Event.DONE, Verb.DONE)
    assert story.matter.closed
    assert story.mails == [(Mail.ACKNOWLEDGEMENT, "requester")]


def test_a_refusal_goes_to_the_proved_address_with_its_ground(erasure: Story) -> None:
    """Proved by the other case of the same matter: one set of proofs."""
    erasure.command(
        Event.CLASSIFIED,
        Verb.CLASSIFY,
        finding=Finding.REQUEST,
        rights=(Right.ACCESS, Right.ERASURE),
    )
    erasure.code_back()
    erasure.command(Event.REFUSED, Verb.REFUSE, case=3, argument=Refusal.UNFOUNDED.value)
    sent = [one for one in erasure.effects.values() if one.mail is Mail.REFUSAL]
    assert [(one.to, one.reason, one.case) for one in sent] == [("proved", "OGRUNDAD", 3)]
    erasure.happen(Event.ANSWER_ACCEPTED, case=3)
    assert erasure.stages[2] == "refused"


def test_a_refusal_before_any_proof_has_no_address(erasure: Story) -> None:
    """It goes to the proved label, which names nobody, and comes back to a person."""
    erasure.command(Event.REFUSED, Verb.REFUSE, argument=Refusal.UNFOUNDED.value)
    assert erasure.matter.proved == ""
    assert erasure.mails[-1] == (Mail.REFUSAL, "proved")
    erasure.happen(Event.UNDELIVERABLE, f.MailUndeliverable(mail=Mail.REFUSAL))
    assert erasure.stages == ["with a person"]
    assert erasure.prompts() == [Mail.BY_HAND, Mail.BY_HAND]


def test_not_me_asks_staff_again_with_the_reason(erasure: Story) -> None:
    """The earlier prompt no longer counts: its step is gone."""
    erasure.happen(Event.NOT_ME)
    case = erasure.matter.case(1)
    assert (case.reason, case.step) == ("not_me", 2)
    assert erasure.prompts() == [Mail.BY_HAND, Mail.BY_HAND]


def test_what_no_table_knows_moves_nothing(erasure: Story) -> None:
    """The facts are kept, and nothing is ordered."""
    happening = Happening(Event.LOOKED_UP, facts=(f.WrongCode(),))
    nothing = decide(erasure.matter, happening, erasure.now, house())
    assert nothing == Decision((f.WrongCode(),))
    assert not nothing.moved
    assert not allows(erasure.matter, 1, Event.APPROVED, None, house())
    assert allows(erasure.matter, 1, Event.DONE, None, house())


def test_a_case_that_is_not_there_is_an_error(erasure: Story) -> None:
    """A number without a case never passes in silence."""
    with pytest.raises(KeyError, match="has no case 9"):
        allows(erasure.matter, 9, Event.DONE, None, house())
