import pytest
from core.worlds import NOW, Story

from bot.core.commands import Verb
from bot.core.deadlines import STOCKHOLM
from bot.core.effects import Kind
from bot.core.events import Event, Finding
from bot.core.vocabulary import Mail, Manner, Right

REQUEST = Finding.REQUEST


@pytest.fixture
def unsure() -> Story:
    """A mail that may be a request."""
    story = Story()
    story.begin()
    return story


def classify(story: Story, *rights: Right) -> None:
    """Staff say what the mail is."""
    finding = REQUEST if rights else Finding.NO_REQUEST
    story.command(Event.CLASSIFIED, Verb.CLASSIFY, finding=finding, rights=rights)


@pytest.mark.people("P27")
def test_an_unsure_mail_is_not_thanked_before_staff_answer(unsure: Story) -> None:
    """Each of the owner's staff is asked; the customer hears nothing yet."""
    assert unsure.mails == []
    assert unsure.prompts("anna") == unsure.prompts("bo") == [Mail.CLASSIFY]


@pytest.mark.people("P27")
def test_the_neutral_acknowledgement_is_due_at_three_on_the_next_working_day() -> None:
    """Swedish time, over a weekend too; and once."""
    story = Story()
    story.wait(days=1)
    story.begin()
    (due,) = story.dates(Event.THANKS_DUE)
    assert due.at.astimezone(STOCKHOLM).isoformat() == "2026-03-09T15:00:00+01:00"
    story.ring(due)
    story.ring(due)
    assert story.mails == [(Mail.NEUTRAL_ACKNOWLEDGEMENT, "requester")]


def test_no_neutral_acknowledgement_follows_a_full_one(unsure: Story) -> None:
    """Staff answered in time."""
    classify(unsure, Right.ERASURE)
    unsure.ring(unsure.dates(Event.THANKS_DUE)[0])
    assert unsure.mails == [(Mail.ACKNOWLEDGEMENT, "requester")]


def test_access_after_the_neutral_acknowledgement_sends_the_code_alone(unsure: Story) -> None:
    """Nobody is thanked twice; the clock runs from the first receipt."""
    unsure.ring(unsure.dates(Event.THANKS_DUE)[0])
    classify(unsure, Right.ACCESS)
    assert unsure.mails[1:] == [(Mail.CODE, "requester")]
    assert unsure.stages == ["classified", "address code"]
    assert unsure.matter.received_at == NOW


def test_a_mail_that_staff_call_a_request_is_copied(unsure: Story) -> None:
    """What was unsure may hold an order too, so the original stays."""
    classify(unsure, Right.ACCESS)
    filed = [effect.manner for effect in unsure.effects.values() if effect.kind is Kind.FILE]
    assert filed == [Manner.COPY]


@pytest.mark.people("P27")
def test_an_ordinary_mail_is_forgotten_and_never_thanked(unsure: Story) -> None:
    """VANLIGT ends the matter; the date that was set says nothing more."""
    classify(unsure)
    assert unsure.matter.closed
    unsure.ring(unsure.dates(Event.THANKS_DUE)[0])
    assert unsure.mails == []
    shredded = [one.reason for one in unsure.effects.values() if one.kind is Kind.SHRED]
    assert "mail" in shredded


def test_a_bounce_of_the_neutral_thanks_opens_no_ordinary_mail_again(unsure: Story) -> None:
    """It was none of ours, so nobody has an answer to get."""
    unsure.ring(unsure.dates(Event.THANKS_DUE)[0])
    classify(unsure)
    unsure.happen(Event.UNDELIVERABLE)
    assert unsure.matter.closed
    assert unsure.prompts() == [Mail.CLASSIFY]


def test_a_mail_that_nobody_could_read_is_set_before_staff() -> None:
    """The clock runs; a human opens it."""
    story = Story()
    story.begin(may_answer=False, readable=False)
    assert story.prompts() == [Mail.SET_ASIDE]
    story.ring(story.dates(Event.THANKS_DUE)[0])
    assert story.mails == []
