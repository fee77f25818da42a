import io
from dataclasses import replace
from datetime import date

import pikepdf
import pytest
from answers_world import GAVLE, page_text

from bot.answers.letter import Letter, build
from bot.core.vocabulary import Language
from bot.mail.codes import candidates, says_not_me
from bot.mail.numbers import personal_number_free

LETTER = Letter(
    number="2026-0001",
    language=Language.SV,
    company=GAVLE,
    recipient="Kerstin Låtsasson",
    postal_lines=("c/o Påhitt", "Sagostigen 4 lgh 1101", "784 33 BORLÄNGE"),
    code="KX7P-22MD",
    passphrase="TALL-7K2M-9QXW-4HRD",
    date=date(2026, 4, 7),
)
MM = 72 / 25.4
# where a Swedish C5 envelope with its window to the right shows the page, with room to slide
WINDOW = {"-x": 100, "-y": 42, "-W": 108, "-H": 38}


@pytest.mark.people("P17")
def test_one_letter_holds_the_code_and_the_passphrase() -> None:
    """What to mail, to whom and for how long; and never to mail the passphrase."""
    text = page_text(build(LETTER))
    assert "KOD KX7P-22MD" in text
    assert "TALL-7K2M-9QXW-4HRD" in text
    assert "info.gavle@allkontor.example" in text
    assert "21 dagar från den dag vi postade brevet" in text
    assert "Skriv den aldrig i ett mejl" in text
    assert "7 april 2026" in text
    assert "2026-0001" in text


@pytest.mark.people("P17")
def test_the_letter_is_written_in_the_customers_language() -> None:
    """The same in English, with the word that the bot reads."""
    text = page_text(build(replace(LETTER, language=Language.EN)))
    assert "KOD KX7P-22MD" in text
    assert "Never write it in an email" in text
    assert "NOT ME" in text
    assert "7 April 2026" in text


@pytest.mark.people("P17")
@pytest.mark.parametrize(
    ("language", "words"),
    [(Language.SV, ("lösenfras", "öppnar filen")), (Language.EN, ("passphrase", "opens the file"))],
)
def test_where_no_file_comes_no_passphrase_is_spoken_of(
    language: Language, words: tuple[str, ...]
) -> None:
    """An erasure or a change of contact data needs the code alone."""
    text = page_text(build(replace(LETTER, language=language, passphrase="")))
    assert "KOD KX7P-22MD" in text
    assert not any(word in text for word in words)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (Language.SV, ("KOD", "Koden gäller", "Är det du som har frågat?")),
        (Language.EN, ("KOD", "The code is valid", "Was it you who asked?")),
    ],
)
def test_who_has_shown_a_document_is_asked_for_no_code(
    language: Language, words: tuple[str, ...]
) -> None:
    """Identified at the counter or electronically: the letter brings the passphrase alone."""
    text = page_text(build(replace(LETTER, language=language, code="")))
    assert LETTER.passphrase in text
    assert not any(word in text for word in words)
    assert ("INTE JAG" if language is Language.SV else "NOT ME") in text


@pytest.mark.parametrize("language", Language)
def test_the_letter_suits_every_right_that_needs_one(language: Language) -> None:
    """It says what we do with data, never that somebody asked to see them."""
    text = page_text(build(replace(LETTER, language=language, passphrase="")))
    what = {
        Language.SV: "lämnar ut, rättar eller raderar",
        Language.EN: "hand anything out, correct it or erase it",
    }
    assert what[language] in text


def test_a_letter_without_code_and_passphrase_is_none() -> None:
    """Nobody is written to for nothing."""
    with pytest.raises(ValueError, match="code or a passphrase"):
        build(replace(LETTER, code="", passphrase=""))


@pytest.mark.people("P26")
def test_whoever_writes_a_third_language_gets_both_letters() -> None:
    """Swedish in the window, English on the page behind it; the same code on both."""
    data = build(replace(LETTER, both=True))
    with pikepdf.open(io.BytesIO(data)) as document:
        assert len(document.pages) == 2
    text = page_text(data)
    assert text.count("KOD KX7P-22MD") == 2
    assert text.index("Skriv den aldrig") < text.index("Never write it")


@pytest.mark.parametrize("language", Language)
def test_what_the_letter_tells_people_to_write_is_understood(language: Language) -> None:
    """The line with the code and the two words are read as what they are."""
    text = page_text(build(replace(LETTER, language=language)))
    assert "KX7P-22MD" in candidates("KOD KX7P-22MD")
    stop = "INTE JAG" if language is Language.SV else "NOT ME"
    assert stop in text
    assert says_not_me(stop)


@pytest.mark.law("L69")
def test_the_window_shows_name_and_address_alone() -> None:
    """Neither the sender's matter nor a number can be read from outside."""
    place = [str(part) for key, mm in WINDOW.items() for part in (key, round(mm * MM))]
    seen = page_text(build(LETTER), *place)
    assert seen == "Kerstin Låtsasson c/o Påhitt Sagostigen 4 lgh 1101 784 33 BORLÄNGE"


@pytest.mark.law("L69")
def test_the_letter_holds_no_personal_identity_number() -> None:
    """Nothing that looks like one stands on the page."""
    assert personal_number_free(page_text(build(LETTER)))


def test_whoever_did_not_ask_learns_how_to_stop_it() -> None:
    """The letter says that someone asked for what goes with the reader's e-mail address."""
    text = page_text(build(LETTER))
    assert "Någon har mejlat oss" in text
    assert "hör till din e-postadress" in text
    assert "Mejla de två orden INTE JAG" in text


@pytest.mark.parametrize("language", Language)
def test_a_letter_is_one_page(language: Language) -> None:
    """Also with a long name, a long address and a long passphrase."""
    long = replace(
        LETTER,
        language=language,
        recipient="Anna-Karin Elisabet Låtsasson-Påhittsgård von Sagostig",
        postal_lines=("c/o Diktarbacken Förvaltning AB", "Plan 4", "Sagostigen 4", "784 33 ORT"),
        passphrase="TALL-7K2M-9QXW-4HRD-TALL-7K2M-9QXW-4HRD",
    )
    data = build(long)
    assert long.passphrase in page_text(data)
    with pikepdf.open(io.BytesIO(data)) as document:
        assert len(document.pages) == 1
