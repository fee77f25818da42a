"""A mail in a language that we do not write: Swedish first, English below, in one mail (P26)."""

import pytest
from correspondence import MORA, Correspondence, code_in

from bot.demo.people import KARIN, SIRI

FINNISH = "Hei!\n\nHaluan tietää, mitä henkilötietoja teillä on minusta.\n\nTerveisin"
GERMAN = "Guten Tag,\n\nich möchte Auskunft nach Artikel 15 DSGVO über meine Daten.\n\nGrüße"
HEADING = "IN ENGLISH"


@pytest.mark.people("P26")
def test_a_finnish_letter_is_answered_in_swedish_and_english(story: Correspondence) -> None:
    """From the first mail to the last, with one code in both halves; staff read Swedish alone."""
    siri = story.customer(SIRI)
    siri.writes(FINNISH, "Tietoni", to=MORA)
    swedish, heading, english = siri.last.text.partition(HEADING)
    assert heading
    assert "(English text below.)" in swedish
    assert f"KOD {code_in(siri.last)}" in swedish
    assert f"CODE {code_in(siri.last)}" in english
    assert siri.last.subject == "Vi har fått ditt mejl (ärende 2026-0001)"
    siri.returns_code()
    assert HEADING not in story.britta.last.text
    story.britta.answers(story.britta.last, "GODKÄNN", to=MORA)
    swedish, heading, english = siri.last.text.partition(HEADING)
    assert "Utdraget är PDF-filen" in swedish
    assert "the PDF file attached" in english
    assert list(siri.last.attachments())


@pytest.mark.people("P26")
def test_the_refusal_and_the_stop_are_in_both_too(story: Correspondence) -> None:
    """A German letter, answered NOT ME: whoever reads either half knows what happens."""
    karin = story.customer(KARIN)
    karin.writes(GERMAN, "Auskunft")
    assert HEADING in karin.last.text
    karin.answers(karin.last, "NOT ME")
    assert "Vi har stoppat ärendet" in karin.last.subject
    assert HEADING in karin.last.text
