"""One person, two of the companies, two mails: one matter, one acknowledgement, one month."""

from datetime import date, timedelta

import pytest
from bilingual import ACCESS, EN, LANGUAGES, RETENTION, SV, Both
from correspondence import BORLANGE, GAVLE, MORA, PERHAPS, START, Correspondence
from machines import written

from bot.demo.people import KARIN

REMINDER = Both(
    "Påminnelse: jag har inte fått något svar på mitt mejl. Jag vill ha ett registerutdrag.",
    "Reminder: I have had no answer to my email. Please send me a copy of my personal data.",
)


@pytest.mark.law("L01")
@pytest.mark.law("L78")
@pytest.mark.people("P23")
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_wish_to_two_companies_is_one_matter(story: Correspondence, language: str) -> None:
    """Her mail to Borlänge is read second and was received first: its day is the matter's.

    She is thanked once, keeps one code, and every later mail promises the earlier day.
    """
    karin = story.customer(KARIN)
    karin.writes(ACCESS[language], "Mina uppgifter", to=GAVLE)
    other = f"{ACCESS[language]}\n\n{KARIN.name}"
    story.remember(karin, other)
    raw = written(KARIN.address, "Samma sak", other)
    assert story.puts(raw, BORLANGE, START - timedelta(days=2)) == []
    assert story.matters() == ["2026-0001"]
    assert story.matter().due.received == date(2026, 3, 8)
    assert len(karin.mail) == 1
    assert story.lies_in(BORLANGE, "Rättigheter") == [("Samma sak", False)]
    karin.returns_code()
    assert ("8 april 2026", "8 April 2026")[language == EN] in karin.heard
    assert "kontakta" not in karin.heard.lower()


@pytest.mark.people("P08")
@pytest.mark.law("L07")
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reminder_of_a_mail_that_is_still_with_staff(
    story: Correspondence, language: str
) -> None:
    """Nobody has said yet what her first mail is: the reminder lies with it and changes no date.

    KLASSA names both, and the month counts from the first.
    """
    karin = story.customer(KARIN)
    karin.writes(PERHAPS, "Hej")
    story.winds(hours=3)
    karin.writes(REMINDER[language], "Påminnelse", to=MORA)
    assert story.matters() == ["2026-0001"]
    assert [mail.subject for mail in story.anna.mail].count(story.anna.last.subject) == 1
    story.winds(days=1)
    story.anna.answers(story.anna.mail[0], "KLASSA TILLGÅNG")
    assert {case.right for case in story.matter().cases} == {None, "access"}
    assert story.matter().due.received == date(2026, 3, 10)
    assert "KOD " in karin.last.text
    assert not story.matter().closed


@pytest.mark.law("L41")
def test_after_an_answer_the_same_wish_is_answered_in_full(story: Correspondence) -> None:
    """Vera asks again while the first matter rests: no reminder, but a request of its own."""
    vera = story.customer("vera@nyhamn.example")
    for number in ("2026-0001", "2026-0002"):
        vera.writes(ACCESS[SV])
        vera.returns_code()
        assert story.matters()[-1] == number
        story.anna.answers(story.anna.last, "GODKÄNN")
        assert "inga uppgifter om vera@nyhamn.example" in vera.heard
    assert len(vera.mail) == 4


def test_a_second_question_is_not_swallowed_by_the_first(story: Correspondence) -> None:
    """The first waits for people; the second is one that facts answer at once."""
    vera = story.customer("vera@nyhamn.example")
    vera.writes("Hej!\n\nHar ni ett dataskyddsombud, och krypterar ni personuppgifterna?")
    assert story.case().stage == "with a person"
    vera.writes(RETENTION[SV])
    assert "24 månader" in vera.heard
    assert story.matter("2026-0002").closed
    assert not story.matter().closed


@pytest.mark.people("P05")
def test_words_of_fear_in_a_new_mail_stop_what_is_under_way(story: Correspondence) -> None:
    """She writes anew instead of replying: nothing more goes to her old address all the same."""
    karin = story.customer(KARIN)
    karin.writes(ACCESS[SV])
    karin.returns_code()
    letter = story.letter()
    before = len(karin.mail)
    karin.writes(
        "Hej!\n\nJag har flyttat från min man och har skyddade personuppgifter. Skicka inget "
        "till min gamla adress.",
        "Viktigt",
        to=MORA,
    )
    assert not letter.file.exists()
    assert (story.case().stage, story.case().reason) == ("with a person", "concerned")
    story.winds(days=5)
    assert len(karin.mail) == before
