import pytest
from core.worlds import Story

from bot.core import facts as f
from bot.core.commands import Verb
from bot.core.effects import Kind
from bot.core.events import Event
from bot.core.identity import BlockOutcome
from bot.core.vocabulary import Mail, Right

FOUND, NOWHERE, SHARED = BlockOutcome.FOUND, BlockOutcome.NOWHERE, BlockOutcome.SHARED
PROTECTED = BlockOutcome.PROTECTED
CONFIRMED = [(Mail.ACKNOWLEDGEMENT, "requester")]


def objection(**how: bool | int) -> Story:
    """A mail that says no to marketing and nothing else."""
    story = Story()
    story.begin(Right.OBJECTION_MARKETING, **how)
    return story


@pytest.mark.people("P29")
def test_found_it_is_blocked_confirmed_and_over_without_a_prompt() -> None:
    """Nobody of the staff hears of a sure case."""
    story = objection()
    story.blocked(FOUND, NOWHERE)
    assert story.mails == []
    story.blocked(FOUND, NOWHERE, NOWHERE)
    assert story.mails == CONFIRMED
    assert not story.matter.closed
    story.happen(Event.ACKNOWLEDGED)
    assert story.matter.closed
    assert story.prompts() == []


@pytest.mark.people("P14")
@pytest.mark.parametrize(
    ("outcomes", "addresses", "reason"),
    [
        ((NOWHERE, NOWHERE, NOWHERE), 1, "nowhere"),
        ((FOUND, SHARED, NOWHERE), 1, "shared"),
        ((FOUND, FOUND, FOUND), 4, "many"),
    ],
)
def test_what_a_human_must_look_at_is_confirmed_in_the_same_way(
    outcomes: tuple[BlockOutcome, ...], addresses: int, reason: str
) -> None:
    """The customer's mail is the same; the case stays open until KLAR."""
    story = objection(addresses=addresses)
    story.blocked(*outcomes)
    assert story.mails == CONFIRMED
    assert story.matter.cases[0].reason == reason
    assert story.prompts() == [Mail.MARKETING_CHECK]
    story.happen(Event.ACKNOWLEDGED)
    assert not story.matter.closed
    story.command(Event.DONE, Verb.DONE)
    assert story.matter.closed


@pytest.mark.people("P14")
def test_a_register_that_fails_leaves_the_block_to_a_human() -> None:
    """What stands then is two of three: the matter says so, so that the mail can."""
    story = objection()
    story.blocked(FOUND, NOWHERE)
    story.happen(Event.REGISTER_SILENT, case=1)
    assert set(story.matter.blocks) == {"gavle", "borlange"}
    assert story.stages == ["checked by staff"]
    assert story.matter.cases[0].reason == "register_silent"
    assert story.mails == CONFIRMED


@pytest.mark.people("P05")
@pytest.mark.parametrize("beside", [(), (Right.ACCESS,), (Right.CONSENT_WITHDRAWAL,)])
def test_a_protected_identity_that_a_block_meets_leaves_every_word_to_a_human(
    beside: tuple[Right, ...],
) -> None:
    """One register's word is enough, and a silent one after it; nobody is thanked, nothing goes."""
    story = Story()
    story.begin(Right.OBJECTION_MARKETING, *beside)
    story.blocked(FOUND, PROTECTED)
    story.happen(Event.REGISTER_SILENT)
    story.ring(story.dates(Event.THANKS_DUE)[0])
    story.happen(Event.OVERDUE)
    assert [one for one in story.mails if one[1] == "requester"] == []
    assert story.stages == ["checked by staff", *("with a person" for _ in beside)]
    assert {case.reason for case in story.matter.cases} == {"protected"}
    assert story.prompts() == [Mail.MARKETING_CHECK, *(Mail.BY_HAND for _ in beside)]
    story.command(Event.DONE, Verb.DONE)
    assert story.stages[0] == "blocked"


def test_a_confirmation_that_bounces_goes_to_staff() -> None:
    """The block stands, and somebody looks for another way to say so."""
    story = objection()
    story.blocked(FOUND, FOUND, FOUND)
    story.happen(Event.UNDELIVERABLE, f.MailUndeliverable(mail=Mail.ACKNOWLEDGEMENT))
    assert story.stages == ["checked by staff"]
    assert story.prompts() == [Mail.MARKETING_CHECK]


def test_a_confirmation_that_bounces_later_opens_the_matter_again() -> None:
    """The server took it, and gave it back."""
    story = objection()
    story.blocked(FOUND, FOUND, FOUND)
    story.happen(Event.ACKNOWLEDGED)
    story.happen(Event.UNDELIVERABLE, f.MailUndeliverable(mail=Mail.ACKNOWLEDGEMENT))
    assert not story.matter.closed
    assert story.prompts() == [Mail.BY_HAND]


def test_without_an_answer_it_is_blocked_and_a_human_is_told() -> None:
    """A mail that may not be answered is obeyed all the same."""
    story = objection(may_answer=False)
    story.blocked(FOUND, FOUND, FOUND)
    assert story.mails == []
    assert story.prompts() == [Mail.MARKETING_CHECK]


def test_a_slow_register_brings_the_neutral_thanks_and_then_the_confirmation() -> None:
    """The confirmation is never held back by what was said before it."""
    story = objection()
    story.ring(story.dates(Event.THANKS_DUE)[0])
    story.blocked(FOUND, FOUND, FOUND)
    assert [mail for mail, _ in story.mails] == [
        Mail.NEUTRAL_ACKNOWLEDGEMENT,
        Mail.ACKNOWLEDGEMENT,
    ]


def test_every_register_is_told_at_once() -> None:
    """No case waits for another company."""
    story = objection()
    told = [effect.register for effect in story.effects.values() if effect.kind is Kind.BLOCK]
    assert told == ["gavle", "borlange", "mora"]
