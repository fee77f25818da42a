"""What the bot itself keeps of a person is hers to see, and outlives an erasure."""

import pytest
from correspondence import ACCESS, Correspondence, pdf_text

from bot.demo.people import KARIN, NILS

FIRST, ANOTHERS, NOW = "2026-0001", "2026-0002", "2026-0003"


@pytest.mark.law("L36")
@pytest.mark.people("P20")
def test_her_earlier_matter_stands_in_her_extract(story: Correspondence) -> None:
    """With her own words and its last day, beside the one that asks; nobody else's is there."""
    karin = story.customer(KARIN)
    karin.writes("Skicka ingen mer reklam till mig. Brevlådan är full.", "Reklam")
    story.customer(NILS).writes("Skicka ingen mer reklam till mig. Jag är trött.", "Reklam")
    story.winds(days=3)
    karin.writes(ACCESS, "Registerutdrag")
    karin.returns_code()
    letter = story.letter(NOW)
    story.anna.answers(story.anna.last, "POSTAT")
    karin.writes(f"KOD {letter.code}", "Koden")
    assert "Ärenden om personuppgifter: " in story.anna.last.text
    story.anna.answers(story.anna.last, "GODKÄNN")
    [(_, data)] = karin.last.attachments()
    said = pdf_text(data, letter.passphrase)
    for word in (FIRST, NOW, "Brevlådan är full.", "5 år efter att ärendet är avslutat"):
        assert word in said
    assert (ANOTHERS in said, "Jag är trött" in said) == (False, False)
