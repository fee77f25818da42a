"""The whole way of a registerutdrag, as letters."""

import io
from datetime import UTC, date, datetime

import pikepdf
import pytest
from correspondence import ACCESS, BORLANGE, Correspondence, Tell, pdf_text
from machines import bounce_of
from ways import to_the_answer, to_the_letter, whole_way

from bot.config import Settings
from bot.demo.people import KARIN, REGISTERS, UNKNOWN


@pytest.mark.law("L36")
@pytest.mark.law("L79")
def test_a_customer_gets_what_three_registers_hold_of_her(story: Correspondence) -> None:
    """Three mails to her, a PDF that only the letter's passphrase opens, a closed matter."""
    letter = to_the_answer(story)
    karin = story.customer(KARIN)
    assert [mail.subject for mail in karin.mail] == [
        "Vi har fått ditt mejl (ärende 2026-0001)",
        "Tack, nu kommer ett brev (ärende 2026-0001)",
        "Ditt registerutdrag (ärende 2026-0001)",
    ]
    [(name, data)] = karin.last.attachments()
    assert name == "registerutdrag-2026-0001.pdf"
    for wrong in ("", letter.code):
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(io.BytesIO(data), password=wrong)
    with pikepdf.open(io.BytesIO(data), password=letter.passphrase) as pdf:
        assert pdf.encryption.R == 6
    said = pdf_text(data, letter.passphrase)
    for register in REGISTERS:
        assert KARIN.customer_number(register) in said
    assert KARIN.phone in said
    assert "Påhittsgatan 14" in said


def test_an_answer_that_did_not_come_back_ends_the_matter(story: Correspondence) -> None:
    """Closed when five working days after the posting have passed without a bounce."""
    whole_way(story)
    assert story.matter().posted_on == date(2026, 3, 11)
    assert story.case().stage == "answered"
    assert story.matter().closed


def test_the_letter_holds_what_the_answer_needs(story: Correspondence) -> None:
    """Name, home, reply code and passphrase, in one letter."""
    letter = to_the_letter(story)
    said = pdf_text(letter.file.read_bytes())
    for word in (KARIN.name, "Påhittsgatan 14", "802 55", letter.code, letter.passphrase):
        assert word in said


def test_secrets_leave_the_house_with_their_letters(story: Correspondence) -> None:
    """File and code are gone at POSTAT, the passphrase when the answer was accepted."""
    letter = to_the_letter(story)
    story.anna.answers(story.anna.last, "POSTAT")
    assert not letter.file.exists()
    assert sorted(story.kept_secrets()) == ["keys", "known", "passphrase"]
    story.customer(KARIN).writes(f"KOD {letter.code}")
    assert "passphrase" in story.kept_secrets()
    story.anna.answers(story.anna.last, "GODKÄNN")
    assert "passphrase" not in story.kept_secrets()
    assert letter.passphrase not in " ".join(text for _, text in story.cells())


def test_a_letter_that_was_answered_has_been_posted(story: Correspondence) -> None:
    """The right code before anybody said POSTAT completes the posting and removes the file."""
    letter = to_the_letter(story)
    story.customer(KARIN).writes(f"KOD {letter.code}")
    assert story.case().stage == "approval"
    assert story.matter().posted_on == date(2026, 3, 10)
    assert not letter.file.exists()


@pytest.mark.people("P17")
def test_two_letters_in_series_fit_into_the_month(tell: Tell) -> None:
    """Received on 30 June: the letter's code lives 21 days, and both dates are August's."""
    story = tell(start=datetime(2026, 6, 30, 9, tzinfo=UTC))
    karin = story.customer(KARIN)
    karin.writes(ACCESS)
    assert "senast den 30 juli 2026" in karin.heard
    karin.returns_code()
    assert story.anna.last.subject == "Ärende 2026-0001: posta ett brev senast den 23 juli 2026"
    letter = story.letter()
    story.winds_to(datetime(2026, 7, 1, 9, tzinfo=UTC))
    story.anna.answers(story.anna.last, "POSTAT")
    story.winds_to(datetime(2026, 7, 20, 9, tzinfo=UTC))
    karin.writes(f"KOD {letter.code}")
    story.anna.answers(story.anna.last, "GODKÄNN")
    assert karin.last.subject.startswith("Ditt registerutdrag")
    assert story.matter().due.safe_due == date(2026, 7, 30)


@pytest.mark.law("L26")
@pytest.mark.people("P11")
def test_a_proved_address_that_no_register_holds_hears_so(story: Correspondence) -> None:
    """After code and approval, without a letter, and about that address alone."""
    vera = story.customer(UNKNOWN)
    vera.writes(ACCESS, to=BORLANGE)
    vera.returns_code()
    assert len(vera.mail) == 1
    assert not (story.stage.folder / "print").exists()
    dahl = story.customer("karin.dahl@borlange.allkontor.example")
    assert "GODKÄNN" in dahl.heard
    dahl.answers(dahl.last, "GODKÄNN", to=BORLANGE)
    assert f"inga uppgifter om {UNKNOWN.address}." in vera.heard
    assert not list(vera.last.attachments())
    story.winds(days=3)
    assert story.matter().closed


def test_an_answer_that_comes_back_goes_to_a_human(story: Correspondence) -> None:
    """A bounce of the answer: staff are prompted again, and the clock runs."""
    to_the_answer(story)
    story.receives(bounce_of(story.customer(KARIN).last))
    assert story.case().stage == "with a person"
    assert "gick inte fram" in story.anna.heard
    assert not story.matter().closed


@pytest.mark.law("L90")
def test_a_draft_with_missing_facts_goes_to_a_human(tell: Tell) -> None:
    """Art. 15(1)(a)-(h) is part of the answer: an empty fact sends no half answer."""
    story = tell(adjust=_without_retention)
    letter = to_the_letter(story)
    story.customer(KARIN).writes(f"KOD {letter.code}")
    assert story.case().stage == "with a person"
    assert story.case().reason == "facts_missing"


def _without_retention(settings: Settings) -> Settings:
    bookkeeping = settings.purposes["bookkeeping"].model_copy(update={"retention_sv": ""})
    return settings.model_copy(
        update={"purposes": settings.purposes | {"bookkeeping": bookkeeping}}
    )
