"""A request that is taken back: by the same sender alone, told to her addresses, and reopened."""

from datetime import date

import pytest
from bilingual import ACCESS, EN, LANGUAGES, SV, Both
from correspondence import MORA, Correspondence
from handwork import Hands
from ways import to_the_letter

from bot.demo.people import KARIN

BACK = Both("Jag tar tillbaka min begäran.", "I withdraw my request.")
EX = "exmake@post.example"
OLD = "karin.gammal@post.example"
REGRET = {SV: "ÅNGRA", EN: "UNDO"}


@pytest.mark.people("P12")
def test_somebody_else_takes_nothing_back(story: Correspondence) -> None:
    """Her former husband writes as her, with her number, and in reply to a mail of hers."""
    karin, ex = story.customer(KARIN), story.customer(EX)
    karin.writes(ACCESS[SV])
    ex.writes(f"{BACK[SV]}\nKarin Forsbeck, kundnr {KARIN.customer_number('gavle')}")
    ex.answers(karin.last, BACK[SV])
    ex.answers(karin.last, "ÅNGRA")
    assert story.case().stage == "address code"
    assert len(karin.mail) == 1
    assert ex.mail == []
    karin.returns_code()
    assert story.case().stage == "letter to post"


@pytest.mark.people("P12")
@pytest.mark.parametrize("language", LANGUAGES)
def test_she_takes_it_back_and_regrets_it(story: Correspondence, language: str) -> None:
    """Told at once; her code is void; within thirty days one word takes it up with its old date."""
    karin = story.customer(KARIN)
    karin.writes(ACCESS[language])
    asked = karin.last
    karin.writes(BACK[language], to=MORA)
    assert ("avslutat ärendet", "closed the case")[language == EN] in karin.last.subject
    assert ("9 april 2026", "9 April 2026")[language == EN] in karin.heard
    closing = karin.last
    karin.answers(asked, f"KOD {asked.text.partition(('KOD ', 'CODE ')[language == EN])[2][:9]}")
    assert story.matter().level == 0
    story.winds(days=29)
    assert len(karin.mail) == 2
    karin.answers(closing, REGRET[language])
    assert story.case().stage == "address code"
    assert story.matter().due.received == date(2026, 3, 10)
    karin.returns_code()
    assert story.matter().level == 1


@pytest.mark.people("P12")
def test_after_thirty_days_it_is_taken_back_for_good(story: Correspondence) -> None:
    """ÅNGRA comes too late, and a new request is a new matter with a month of its own."""
    karin = story.customer(KARIN)
    karin.writes(ACCESS[SV])
    karin.answers(karin.last, BACK[SV])
    closing = karin.last
    story.winds(days=31)
    assert story.matter().closed
    karin.answers(closing, "ÅNGRA")
    assert story.matter().closed
    karin.writes(ACCESS[SV])
    assert story.matter("2026-0002").due.received == date(2026, 4, 10)


@pytest.mark.people("P02")
@pytest.mark.people("P12")
def test_every_address_on_file_hears_of_it_and_may_say_not_me(story: Correspondence) -> None:
    """After the code: the letter is shredded, both addresses are told, either can stop it."""
    Hands(story).second_address(KARIN, OLD)
    letter = to_the_letter(story)
    karin, old = story.customer(KARIN), story.customer(OLD)
    karin.answers(karin.last, BACK[SV])
    assert not letter.file.exists()
    for address in (karin, old):
        assert address.last.subject == "Vi har avslutat ärendet (2026-0001)"
    karin.writes(f"KOD {letter.code}")
    assert story.matter().level == 1
    old.answers(old.last, "INTE JAG")
    assert (story.case().stage, story.case().reason) == ("with a person", "not_me")
    assert "INTE JAG" in story.dpo.heard or "stopp" in story.dpo.heard
