"""Codes: how people send them back, and what wrong, late and repeated ones do."""

from collections.abc import Callable

import pytest
from correspondence import ACCESS, DPO, GAVLE, MORA, Correspondence, code_in
from machines import AUTOMATIC, bounce_of, written
from ways import to_the_letter

from bot.demo.people import KARIN, UNKNOWN
from bot.mail.codes import ALPHABET

Back = Callable[[Correspondence, str], object]

WAYS_BACK: dict[str, Back] = {
    "another address": lambda story, code: story.customer("karin@arbetet.example").writes(code),
    "another mailbox": lambda story, code: story.customer(KARIN).writes(f"KOD {code}", to=MORA),
    "the subject": lambda story, code: story.customer(KARIN).writes("Hej", f"kod {code}"),
    "lower case": lambda story, code: story.customer(KARIN).writes(f"kod {code.lower()}"),
    "without its dash": lambda story, code: story.customer(KARIN).writes(code.replace("-", " ")),
    "a whole sentence": lambda story, code: story.customer(KARIN).answers(
        story.customer(KARIN).last, f"Hej! Koden är {code}. Tack, Karin"
    ),
}


def wrong(code: str) -> str:
    """A code of the same shape that was never given out."""
    last = ALPHABET[(ALPHABET.index(code[-1]) + 1) % len(ALPHABET)]
    return code[:-1] + last


@pytest.mark.people("P12")
@pytest.mark.parametrize("way", WAYS_BACK.values(), ids=WAYS_BACK.keys())
def test_a_code_counts_however_it_comes_back(story: Correspondence, way: Back) -> None:
    """From any address, in any box, in text or subject; what follows goes to Karin's own."""
    karin = story.customer(KARIN)
    karin.writes(ACCESS)
    way(story, code_in(karin.last))
    assert story.matter().level == 1
    assert karin.last.subject.startswith("Tack, nu kommer ett brev")
    assert story.customer("karin@arbetet.example").mail == []


@pytest.mark.people("P12")
def test_a_code_that_a_machine_quotes_does_not_count(story: Correspondence) -> None:
    """An automatic answer above our own mail, or a bounce with the code in it, proves nobody."""
    karin = story.customer(KARIN)
    karin.writes(ACCESS)
    mail = karin.last
    away = f"Jag är på semester.\n\nKOD {code_in(mail)}"
    story.receives(written(karin.address, f"Autosvar: {mail.subject}", away, AUTOMATIC, mail))
    assert story.matter().level == 0
    assert story.matter().wrong_codes == 0


def test_a_code_that_is_only_quoted_does_not_count(story: Correspondence) -> None:
    """A reply with a question above our mail is a question."""
    karin = story.customer(KARIN)
    karin.writes(ACCESS)
    karin.answers(karin.last, "Vad är det här för kod?")
    assert story.matter().level == 0
    assert story.matter().wrong_codes == 0


def test_a_used_code_again_is_no_wrong_try(story: Correspondence) -> None:
    """She sends it six times to be sure: nothing happens, and nothing is counted."""
    karin = story.customer(KARIN)
    karin.writes(ACCESS)
    asked = karin.last
    karin.returns_code()
    for _ in range(6):
        karin.answers(asked, f"KOD {code_in(asked)}")
    assert story.case().stage == "letter to post"
    assert story.matter().wrong_codes == 0
    assert len(karin.mail) == 2


@pytest.mark.law("L73")
def test_five_wrong_codes_end_the_guessing(story: Correspondence) -> None:
    """A human takes over; the right code comes too late, until GÖR OM gives a new one."""
    karin = story.customer(KARIN)
    karin.writes(ACCESS)
    asked, code = karin.last, code_in(karin.last)
    guess = code
    for tried in range(1, 6):
        assert story.matter().wrong_codes == tried - 1
        guess = wrong(guess)
        karin.answers(asked, f"KOD {guess}")
    assert story.case().reason == "tries_spent"
    karin.answers(asked, f"KOD {code}")
    assert story.matter().level == 0
    assert len(karin.mail) == 1
    assert "Fem felaktiga koder" in story.anna.mail[0].text


def test_do_it_again_gives_a_new_code_and_forgets_the_old(story: Correspondence) -> None:
    """When the first has lapsed GÖR OM sends a fresh code, which goes all the way."""
    karin = story.customer(KARIN)
    karin.writes(ACCESS)
    old = code_in(karin.last)
    story.winds(days=8)
    story.anna.answers(story.anna.last, "GÖR OM")
    assert karin.last.subject == "Är det du som frågar? (ärende 2026-0001)"
    fresh = code_in(karin.last)
    assert fresh != old
    karin.writes(f"KOD {old}")
    assert story.matter().level == 0
    karin.writes(f"KOD {fresh}")
    assert story.case().stage == "letter to post"


def test_a_code_that_nobody_uses_in_seven_days_is_shown_to_staff(story: Correspondence) -> None:
    """The clock runs on; known and unknown alike, and the writer hears nothing more."""
    for who in (KARIN, UNKNOWN):
        story.customer(who).writes(ACCESS)
    story.winds(days=6, hours=23)
    assert story.case().stage == "address code"
    led_to = story.winds(hours=2)
    for number in story.matters():
        assert story.case(number).stage == "unproved"
        assert story.case(number).reason == "code_lapsed"
        assert not story.matter(number).closed
    assert {mail.to for mail in led_to} <= {story.anna.address, story.erik.address, DPO}
    assert "inte kommit tillbaka inom sju dagar" in story.anna.heard


@pytest.mark.people("P17")
def test_a_letter_code_lives_21_days_from_its_posting(story: Correspondence) -> None:
    """Posted a week after it was printed: the 21 days count from POSTAT."""
    to_the_letter(story)
    story.winds(days=7)
    story.anna.answers(story.anna.last, "POSTAT")
    story.winds(days=20)
    assert story.case().stage == "letter code"
    story.winds(days=1, minutes=1)
    assert (story.case().stage, story.case().reason) == ("unproved", "letter_code_lapsed")
    assert "Koden i brevet har inte kommit tillbaka" in story.anna.heard
    assert not story.matter().closed


def test_a_code_that_cannot_be_delivered_goes_to_a_human(story: Correspondence) -> None:
    """A bounce of the first mail."""
    karin = story.customer(KARIN)
    karin.writes(ACCESS)
    story.receives(bounce_of(karin.last))
    assert story.case().reason == "undeliverable"
    karin.returns_code()
    assert story.matter().level == 0


def test_guessing_without_a_matter_opens_nothing(story: Correspondence) -> None:
    """A stranger who tries codes blindly is answered by nobody and opens no matter."""
    karin = story.customer(KARIN)
    karin.writes(ACCESS)
    guess = code_in(karin.last)
    stranger = story.customer("gissare@spion.example")
    for _ in range(6):
        guess = wrong(guess)
        stranger.writes(f"KOD {guess}", to=GAVLE)
    stranger.writes(f"KOD {code_in(karin.last)}")
    assert stranger.mail == []
    assert story.matters() == ["2026-0001"]
    assert story.matter().level == 0
    assert story.matter().wrong_codes == 0
