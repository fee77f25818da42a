from dataclasses import replace

import pytest
from core.roads import approve, asked, correct, finds, home, kinds, say
from core.worlds import Story, house

from bot.core import facts as f
from bot.core.commands import Verb
from bot.core.effects import Kind
from bot.core.events import Event, Finding
from bot.core.vocabulary import Mail, Right

#: what asks for more than a letter to the address on file
STRONGER = (Finding.CONTACT_FRESH, Finding.NO_POSTAL)


def shown(story: Story, event: Event = Event.IDENTIFIED, case: int = 1) -> None:
    """She showed who she is; what opens a copy is printed and handed over."""
    proof = f.Proved(level=3, address="requester", by="bo")
    starts = story.matter.starts
    story.happen(event, proof, case=case, person="bo", ordinal=starts)
    if Kind.PRINT in kinds(story):
        story.happen(Event.LETTER_PRINTED, f.LetterPrinted())
        say(story, Event.POSTED, Verb.POSTED)


@pytest.mark.law("L67")
@pytest.mark.law("L71")
@pytest.mark.law("L74")
@pytest.mark.people("P21")
@pytest.mark.parametrize("right", [Right.ACCESS, Right.PORTABILITY, Right.ERASURE])
@pytest.mark.parametrize("found", STRONGER)
def test_where_a_letter_is_not_enough_a_document_is(right: Right, found: Finding) -> None:
    """A clerk saw it, and nothing was collected or planned before."""
    story = asked(right)
    finds(story, found)
    nowhere = found is Finding.NO_POSTAL
    assert story.stages == ["nowhere to write" if nowhere else "stronger proof"]
    assert story.prompts() == [Mail.IDENTIFY]
    assert not kinds(story) & {Kind.PRINT, Kind.COLLECT, Kind.PLAN}
    shown(story)
    assert kinds(story) & {Kind.COLLECT, Kind.PLAN}
    assert not [one for one in story.effects.values() if one.kind is Kind.PRINT and one.code]


@pytest.mark.people("P21")
def test_who_showed_a_document_is_given_what_opens_her_file() -> None:
    """On paper, without a code; nothing is collected before it was handed over."""
    story = asked(Right.ACCESS)
    finds(story, Finding.CONTACT_FRESH)
    proof = f.Proved(level=3, address="requester", by="bo")
    story.happen(Event.IDENTIFIED, proof, case=1, person="bo")
    assert Kind.PRINT in kinds(story)
    story.happen(Event.LETTER_PRINTED, f.LetterPrinted())
    assert story.prompts()[-1] is Mail.POST_LETTER
    assert Kind.COLLECT not in kinds(story)
    say(story, Event.POSTED, Verb.POSTED)
    assert story.stages == ["collecting"]


@pytest.mark.law("L67")
@pytest.mark.law("L71")
def test_credit_data_ask_for_more_only_where_they_would_be_shown() -> None:
    """An erasure shows nothing, so its letter goes to the address on file."""
    shown, gone = asked(Right.ACCESS), asked(Right.ERASURE)
    for story in (shown, gone):
        finds(story, Finding.SENSITIVE)
    assert (shown.stages, gone.stages) == (["stronger proof"], ["printing"])


@pytest.mark.people("P02")
def test_where_nobody_knows_the_age_of_an_address_a_clerk_says_it() -> None:
    """GODKÄNN: it has stood for more than ninety days; then the letter goes."""
    story = asked(Right.ERASURE)
    finds(story, Finding.CONTACT_UNKNOWN)
    assert story.prompts() == [Mail.IDENTIFY]
    assert Kind.PRINT not in kinds(story)
    approve(story)
    assert story.stages == ["printing"]


def test_an_address_that_staff_looked_up_in_the_register_of_the_people_gets_a_letter() -> None:
    """Its code proves level 3, however fresh the other contact data are."""
    story = asked(Right.ACCESS)
    finds(story, Finding.CONTACT_FRESH)
    story.happen(Event.ADDRESS_CHECKED, f.AddressChecked(), case=1, person="bo")
    assert story.stages == ["printing"]
    assert story.matter.address_checked


@pytest.mark.people("P10")
def test_where_all_hangs_on_the_mail_address_its_code_is_enough() -> None:
    """No letter to wait for, so that one working day is enough for a bounce."""
    story = Story(replace(house(), answers_by_mail=True))
    story.begin(Right.ACCESS)
    finds(story, Finding.MAIL_ONLY)
    story.collected()
    approve(story)
    story.happen(Event.ANSWER_ACCEPTED)
    assert story.matter.level == 1
    (quiet,) = story.dates(Event.QUIET_OVER)
    assert quiet.at.isoformat() == "2026-03-06T23:59:00+01:00"


@pytest.mark.people("P10")
@pytest.mark.law("L70")
def test_without_tls_to_the_recipient_nothing_goes_by_open_mail() -> None:
    """What hangs on the address alone is shown to who comes with a document; erasing shows none."""
    shown, gone = asked(Right.ACCESS), asked(Right.ERASURE)
    for story in (shown, gone):
        finds(story, Finding.MAIL_ONLY)
    assert (shown.stages, gone.stages) == (["nowhere to write"], ["planning"])


@pytest.mark.people("P17")
def test_one_letter_serves_every_case_that_waits_for_it() -> None:
    """Printed once, asked for once, and its code moves them both."""
    story = asked(Right.ACCESS, Right.ERASURE)
    finds(story, Finding.ORDINARY)
    printed = [effect for effect in story.effects.values() if effect.kind is Kind.PRINT]
    story.happen(Event.LETTER_PRINTED, f.LetterPrinted())
    assert (len(printed), story.prompts()) == (1, [Mail.POST_LETTER])
    say(story, Event.POSTED, Verb.POSTED)
    assert story.stages == ["letter code", "letter code"]
    story.letter_back()
    assert story.stages == ["collecting", "planning"]


def test_a_document_that_is_shown_while_the_letter_is_on_its_way_counts() -> None:
    """Of all cases where the event names none."""
    story = asked(Right.ACCESS, Right.ERASURE)
    finds(story, Finding.ORDINARY)
    story.happen(Event.LETTER_PRINTED, f.LetterPrinted())
    say(story, Event.POSTED, Verb.POSTED)
    proof = f.Proved(level=3, address="requester", by="bo")
    story.happen(Event.IDENTIFIED, proof, person="bo")
    assert story.stages == ["collecting", "planning"]


@pytest.mark.people("P17")
def test_a_correction_of_contact_data_uses_the_letter_that_is_out() -> None:
    """Nobody is sent a second one in the same month."""
    story = asked(Right.ACCESS, Right.RECTIFICATION)
    finds(story, Finding.ORDINARY)
    story.happen(Event.LETTER_PRINTED, f.LetterPrinted())
    say(story, Event.POSTED, Verb.POSTED)
    correct(story, contact=True, case=2)
    story.looked_up(Finding.ORDINARY)
    printed = [effect for effect in story.effects.values() if effect.kind is Kind.PRINT]
    assert len(printed) == 1
    story.letter_back()
    assert story.stages == ["collecting", "announced"]


@pytest.mark.law("L74")
def test_an_electronic_identity_is_one_way_beside_the_others() -> None:
    """Offered where there is a provider, and staff are asked all the same."""
    for there in (False, True):
        story = asked(Right.ACCESS, at=home(e_identification=there))
        finds(story, Finding.CONTACT_FRESH)
        assert (Kind.E_IDENTIFY in kinds(story)) is there
        assert story.prompts() == [Mail.IDENTIFY]


def test_what_a_provider_said_before_inte_jag_proves_nothing() -> None:
    """It was asked about somebody who has since started over."""
    story = asked(Right.ACCESS, at=home(e_identification=True))
    finds(story, Finding.CONTACT_FRESH)
    starts = story.matter.starts
    story.happen(Event.NOT_ME)
    say(story, Event.REDO, Verb.REDO)
    finds(story, Finding.CONTACT_FRESH)
    proof = f.Proved(level=3, address="requester")
    story.happen(Event.E_IDENTIFIED, proof, ordinal=starts)
    assert (story.stages, story.matter.level) == (["stronger proof"], 1)
    shown(story, Event.E_IDENTIFIED)
    assert (story.stages, story.matter.level) == (["collecting"], 3)
