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
