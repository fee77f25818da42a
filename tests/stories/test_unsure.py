"""A mail that may be a request: no thanks before staff say what it is (P27)."""

from datetime import UTC, datetime

import pytest
from correspondence import GAVLE, PERHAPS, Correspondence, Tell, flat

from bot.demo.people import KARIN

LETTER = "Hej från Karin"


def unsure(story: Correspondence) -> None:
    """Karin writes something that only a human can place."""
    story.customer(KARIN).writes(PERHAPS, LETTER)


@pytest.mark.people("P27")
def test_nobody_is_thanked_before_staff_have_answered(story: Correspondence) -> None:
    """Each of the owner's staff is asked; the mail lies where it was, unread."""
    unsure(story)
    assert story.customer(KARIN).mail == []
    for person in (story.anna, story.erik):
        assert "KLASSA VANLIGT" in person.last.text
    assert story.lies_in(GAVLE) == [(LETTER, False)]
    assert story.lies_in(GAVLE, "Rättigheter") == []


@pytest.mark.people("P27")
@pytest.mark.law("L23")
def test_at_three_on_the_next_working_day_she_hears_that_it_is_read(tell: Tell) -> None:
    """Written on Good Friday's eve: thanked neutrally on Tuesday at 15:00, once."""
    story = tell(start=datetime(2026, 4, 2, 12, tzinfo=UTC))
    unsure(story)
    karin = story.customer(KARIN)
    story.winds_to(datetime(2026, 4, 7, 12, 59, tzinfo=UTC))
    assert karin.mail == []
    story.winds_to(datetime(2026, 4, 7, 13, 0, tzinfo=UTC))
    [mail] = karin.mail
    assert mail.at == datetime(2026, 4, 7, 13, 0, tzinfo=UTC)
    assert "En medarbetare läser det" in flat(mail)
    assert "registerutdrag" not in flat(mail)
    story.winds(days=5)
    assert len(karin.mail) == 1


@pytest.mark.law("L04")
def test_what_staff_call_access_goes_on_with_its_first_receipt(story: Correspondence) -> None:
    """Classified two days later: the promise counts from the first mail, which is copied."""
    unsure(story)
    story.winds(days=2)
    story.anna.answers(story.anna.mail[0], "KLASSA TILLGÅNG")
    karin = story.customer(KARIN)
    assert "10 april 2026" in karin.heard
    assert story.lies_in(GAVLE)[0] == (LETTER, False)
    assert (LETTER, False) in story.lies_in(GAVLE, "Rättigheter")
    karin.returns_code()
    assert story.letter().file.exists()


@pytest.mark.people("P27")
def test_what_staff_call_ordinary_is_as_if_it_had_not_been_read(story: Correspondence) -> None:
    """Closed, unread in INBOX, its text destroyed, and she hears nothing, then or later."""
    unsure(story)
    story.anna.answers(story.anna.last, "KLASSA VANLIGT")
    assert story.matter().closed
    assert (LETTER, False) in story.lies_in(GAVLE)
    assert LETTER not in " ".join(text for _, text in story.cells())
    assert "Ta bort mig, tack" not in " ".join(text for _, text in story.cells())
    story.winds(days=5)
    assert story.customer(KARIN).mail == []


@pytest.mark.law("L03")
def test_several_rights_in_one_word_open_a_case_each(story: Correspondence) -> None:
    """KLASSA TILLGÅNG, RADERING: a code for the one, a human for the other, one acknowledgement."""
    unsure(story)
    story.anna.answers(story.anna.last, "KLASSA TILLGÅNG, RADERING")
    rights = {case.right for case in story.matter().cases}
    assert {"access", "erasure"} <= rights
    assert len(story.customer(KARIN).mail) == 1
    assert "KOD " in story.customer(KARIN).heard


@pytest.mark.law("L04")
def test_a_mail_that_cannot_be_read_is_shown_to_staff(story: Correspondence) -> None:
    """Nothing in it but bytes: the clock runs, nobody is answered, staff open it."""
    story.receives(b"\xff\xfe\x00\x01\n\n\x00\x00")
    assert "går inte att läsa" in story.anna.last.subject
    assert story.matter().cases[0].stage == "asking staff"
    assert not story.matter().closed
    story.anna.answers(story.anna.last, "KLASSA VANLIGT")
    assert story.matter().closed
