"""Mails that only a human may take: why, the same day, and nobody whom they name hears of it."""

import pytest
from bilingual import EN, FOR_PEOPLE, LANGUAGES, SV
from correspondence import DPO, Correspondence, flat
from ways import blocked, decider, to_the_letter

from bot.core.vocabulary import Language
from bot.demo.people import KARIN, NILS, REGISTERS
from bot.mail.templates import SHIPPED
from bot.mail.words import words_of

SILENT = {"authority", "protected"}
"""These are not even acknowledged by us."""
IMY = "registrator@imy.se"


def why(concern: str) -> str:
    """What staff are told of a concern."""
    return words_of(SHIPPED, Language.SV).word(concern, "concerns")


@pytest.mark.law("L77")
@pytest.mark.law("L66")
@pytest.mark.people("P18")
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_is_given_to_people_in_the_same_minute(story: Correspondence, language: str) -> None:
    """Staff read why; the writer gets the neutral acknowledgement or nothing; Karin hears nothing.

    Karin, whom agent and collector name, is a customer and her number leads to her address.
    """
    for concern, letter in FOR_PEOPLE.items():
        writer = story.customer(IMY if concern == "authority" else f"{concern}@post.example")
        led_to = writer.writes(letter[language], "Fråga")
        asked = [mail for mail in led_to if mail.to in {story.anna.address, story.erik.address}]
        assert any(why(concern) in flat(mail) for mail in asked)
        outside = [mail for mail in led_to if not mail.to.endswith("allkontor.example")]
        if concern in SILENT:
            assert outside == []
        else:
            assert {mail.to for mail in outside} == {writer.address}
            assert ("Vi har fått", "We have received")[language == EN] in outside[0].subject
        assert not any("KOD " in mail.text or "CODE " in mail.text for mail in outside)
        matter = story.matter(story.matters()[-1])
        assert concern in matter.concerns
        assert {case.workflow for case in matter.cases} <= {"by_hand", "objection_marketing"}
        assert (matter.level, matter.codes) == (0, 0)
    assert story.customer(KARIN).mail == []
    assert not (story.stage.folder / "print").exists()


@pytest.mark.people("P05")
@pytest.mark.people("P18")
def test_the_clock_writes_to_nobody_either_who_must_not_hear(story: Correspondence) -> None:
    """Nobody answers for five weeks: lateness is owned up to, but not to her who moved away."""
    for concern in ("protected", "authority", "agent"):
        story.customer(f"{concern}@post.example").writes(FOR_PEOPLE[concern][SV])
    story.winds(days=35)
    assert all(story.matter(number).breached for number in story.matters())
    assert story.customer("protected@post.example").mail == []
    assert story.customer("authority@post.example").mail == []
    assert "försenat" in story.customer("agent@post.example").last.subject
    assert story.customer(KARIN).mail == []


@pytest.mark.people("P18")
@pytest.mark.parametrize("language", LANGUAGES)
def test_advertising_to_a_dead_husband_stops_at_once(story: Correspondence, language: str) -> None:
    """His widow names his address: it is blocked everywhere, and his mailbox hears nothing.

    She hears it in one mail, and that a human will answer the rest.
    """
    olle = NILS.address
    widow = story.customer("anhorig@post.example")
    widow.writes(f"{FOR_PEOPLE['estate'][language]}\n{olle}")
    for register in REGISTERS:
        assert olle in blocked(story, register)
    [mail] = widow.mail
    assert ("spärrad för reklam", "blocked for marketing")[language == EN] in flat(mail)
    assert ("En medarbetare läser", "A colleague is reading")[language == EN] in flat(mail)
    assert story.customer(olle).mail == []
    assert why("estate") in " ".join(flat(mail) for mail in story.anna.mail)
    for mail in list(story.anna.mail):
        story.anna.answers(mail, "KLAR ringde henne och svarade på allt")
    assert story.matter().closed


@pytest.mark.people("P18")
def test_police_and_supervisor_are_answered_by_people(story: Correspondence) -> None:
    """Whatever the supervisor writes is for people; who is inquired about is not tipped off."""
    led_to = story.customer(IMY).writes("Registerutdrag begärs. Svara senast den 1 april.")
    assert {mail.to for mail in led_to} <= {story.anna.address, story.erik.address, DPO}
    assert why("authority") in flat(led_to[0])
    story.customer("utredare@polisen.se").writes(
        "Polisen begär kunduppgifter om Karin Forsbeck, kundnr G-20001, i en förundersökning."
    )
    assert "Den som skriver vill veta något om någon annan" in story.anna.heard
    story.winds(days=2)
    assert story.customer(KARIN).mail == []


@pytest.mark.people("P05")
def test_words_of_fear_in_the_middle_stop_what_was_under_way(story: Correspondence) -> None:
    """Her letter lies ready to be posted to his house: it is shredded, and nothing more is sent."""
    letter = to_the_letter(story)
    karin = story.customer(KARIN)
    before = len(karin.mail)
    karin.answers(karin.last, FOR_PEOPLE["protected"][SV])
    assert not letter.file.exists()
    assert (story.case().stage, story.case().reason) == ("with a person", "concerned")
    assert "Skicka inget till någon adress" in decider(story).heard
    story.winds(days=35)
    assert len(karin.mail) == before
    karin.writes(f"KOD {letter.code}")
    assert story.matter().snapshots == {}


def test_a_case_for_people_ends_with_their_word(story: Correspondence) -> None:
    """KLAR by one of them, who says what was done; the others hear that it is."""
    story.customer("krav@post.example").writes(FOR_PEOPLE["damages"][SV])
    asked = story.erik.last
    story.anna.answers(story.anna.last, "KLAR kravet ligger hos vår chef, kunden har fått svar")
    assert story.matter().closed
    story.erik.answers(asked, "KLAR")
    assert "redan besvarad" in story.erik.heard or "fattas ett ord" in story.erik.heard
