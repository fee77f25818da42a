"""What staff write, and what becomes of it."""

import pytest
from correspondence import ACCESS, ANNA, ERIK, GAVLE, Correspondence, flat
from machines import AUTOMATIC, written
from ways import to_the_approval, to_the_letter

from bot.demo.people import KARIN, UNKNOWN
from bot.demo.play import Post

NOT_DONE = {
    "POSTAT\nGODKÄNN": "två olika kommandon",
    "Jag har lagt det på lådan": "inte med något av orden",
    "": "ditt svar var tomt",
    "GODKÄNN inte": "går inte att använda där",
    "KLAR": "fattas ett ord",
    "GODKÄNN": "passar inte där ärendet står nu",
}
"""What is written, and a part of the reason that comes back."""


@pytest.mark.people("P09")
def test_a_command_from_another_address_does_nothing(story: Correspondence) -> None:
    """With the right token, from a stranger: the real person is told, once a day."""
    to_the_letter(story)
    prompt = story.anna.last
    stranger = story.customer("anna.berg@gavle-allkontor.example")
    for _ in range(3):
        stranger.answers(prompt, "POSTAT")
    assert story.case().stage == "letter to post"
    assert stranger.mail == []
    told = [mail for mail in story.anna.mail if "kommando gjordes inte" in mail.subject]
    assert len(told) == 1
    assert "från en annan adress än din" in told[0].text
    story.winds(days=1)
    stranger.answers(prompt, "POSTAT")
    assert "kommando gjordes inte" in story.anna.last.subject
    assert len([one for one in story.anna.mail if "gjordes inte" in one.subject]) == 2


@pytest.mark.people("P09")
def test_a_colleague_cannot_answer_another_ones_prompt(story: Correspondence) -> None:
    """Erik has a token of his own; with Anna's nothing happens, and Anna is told."""
    to_the_letter(story)
    story.erik.answers(story.anna.last, "POSTAT")
    assert story.case().stage == "letter to post"
    assert "kommando gjordes inte" in story.anna.last.subject


@pytest.mark.people("P09")
def test_a_command_without_a_prompt_is_told_once_a_day(story: Correspondence) -> None:
    """Anna writes GODKÄNN out of the blue."""
    for _ in range(2):
        story.anna.writes("GODKÄNN")
    [mail] = story.anna.mail
    assert "inte ett svar på något av botens mejl" in flat(mail)
    assert story.matters() == []


@pytest.mark.people("P04")
def test_a_customers_command_does_nothing(story: Correspondence) -> None:
    """A customer who writes GODKÄNN, alone or in reply, moves no case and hears nothing."""
    to_the_approval(story)
    karin = story.customer(KARIN)
    before = len(karin.mail)
    karin.writes("GODKÄNN")
    karin.answers(karin.last, "GODKÄNN")
    story.customer(UNKNOWN).answers(story.anna.last, "GODKÄNN")
    assert story.case().stage == "approval"
    assert len(karin.mail) == before
    assert story.customer(UNKNOWN).mail == []


def test_the_second_colleague_hears_that_it_is_done(story: Correspondence) -> None:
    """First to act wins."""
    to_the_letter(story)
    asked = story.erik.last
    story.anna.answers(story.anna.last, "POSTAT")
    story.erik.answers(asked, "POSTAT")
    assert "redan besvarad" in story.erik.heard
    assert len(story.facts("letter_posted")) == 1


def test_a_stale_step_is_not_now(story: Correspondence) -> None:
    """The letter was answered before its posting was told: POSTAT comes too late."""
    letter = to_the_letter(story)
    prompt = story.anna.last
    story.customer(KARIN).writes(f"KOD {letter.code}")
    story.anna.answers(prompt, "POSTAT")
    assert "passar inte där ärendet står nu" in story.anna.heard
    assert story.case().stage == "approval"


def test_what_cannot_be_done_is_told_with_the_reason(story: Correspondence) -> None:
    """Nothing happens, the reason comes back, and the same mail may be answered again."""
    to_the_letter(story)
    prompt = story.anna.last
    for said, why in NOT_DONE.items():
        story.anna.answers(prompt, said)
        assert "Inget är gjort" in story.anna.heard
        assert why in story.anna.heard
        assert story.case().stage == "letter to post"
    story.anna.answers(prompt, "POSTAT")
    assert story.case().stage == "letter code"


def test_asking_consumes_nothing(story: Correspondence) -> None:
    """STATUS and HJÄLP are answered however often, and POSTAT counts afterwards."""
    to_the_letter(story)
    for said, answer in (("STATUS", "väntar på"), ("HJÄLP", "KLASSA"), ("STATUS", "väntar på")):
        story.anna.answers(story.anna.last, said)
        assert answer in story.anna.heard
    story.anna.answers(story.anna.last, "POSTAT")
    assert story.case().stage == "letter code"


def test_a_transcript_can_be_answered_like_its_prompt(story: Correspondence) -> None:
    """It names the prompt in References, so that a second try needs no search for it."""
    to_the_letter(story)
    prompt = story.anna.last
    story.anna.answers(prompt, "POSTAR")
    assert prompt.mail.message_id in story.anna.last.mail.references
    story.anna.answers(story.anna.last, "POSTAT")
    assert prompt.mail.message_id in story.anna.last.mail.references
    assert story.case().stage == "letter code"


def test_every_command_mail_is_answered_and_filed(story: Correspondence) -> None:
    """One transcript to the person who wrote, none to the colleague; the mail leaves INBOX."""
    to_the_letter(story)
    led_to = story.anna.answers(story.anna.last, "POSTAT")
    assert [mail.to for mail in led_to] == [ANNA]
    assert story.lies_in(GAVLE) == []
    assert len(story.lies_in(GAVLE, "Rättigheter")) == 3


def test_a_word_is_read_as_people_write_it(story: Correspondence) -> None:
    """With a greeting, a full stop and a name below."""
    to_the_letter(story)
    story.anna.answers(story.anna.last, "Hej!\n\nPostat.\n\n/Anna")
    assert story.case().stage == "letter code"


def test_a_word_that_is_only_quoted_is_no_command(story: Correspondence) -> None:
    """An automatic reply that quotes our prompt with all its words does nothing."""
    to_the_letter(story)
    prompt: Post = story.anna.last
    away = written(ANNA, "Frånvarande", "POSTAT\nJag är på semester.", AUTOMATIC, prompt)
    story.receives(away)
    assert story.case().stage == "letter to post"


def test_staff_are_customers_too(story: Correspondence) -> None:
    """What Erik asks for himself is no command: he gets an acknowledgement with a code."""
    story.erik.writes(ACCESS)
    assert "KOD " in story.customer(ERIK).mail[0].text
