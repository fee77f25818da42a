"""A register that is away while a copy is collected: the rest goes, and what is missing follows."""

import pytest
from correspondence import Correspondence, Letter, pdf_text
from ways import to_the_letter

from bot.demo.people import KARIN
from bot.errands import MOST_TRIES

MISSING = "Mora Kontorsteam AB fanns register som inte svarade"


@pytest.fixture
def letter(story: Correspondence) -> Letter:
    """Karin has shown who she is, and Mora's register has been taken away; a day goes by."""
    letter = to_the_letter(story)
    story.anna.answers(story.anna.last, "POSTAT")
    (story.stage.folder / "registers" / "mora.sqlite").unlink()
    story.customer(KARIN).writes(f"KOD {letter.code}", "Koden")
    assert story.case().stage == "collecting"
    # what does not answer is asked again each hour, until it is given up
    for _ in range(MOST_TRIES):
        story.winds(hours=1)
    return letter


@pytest.mark.law("L36")
@pytest.mark.law("L79")
def test_a_human_releases_the_rest_and_the_answer_says_what_is_missing(
    story: Correspondence, letter: Letter
) -> None:
    """The prompt, the mail and the file name it; then staff are asked for it, and say KLAR."""
    assert "Mora (mora)" in story.anna.heard
    assert "Mora: något fattas" in story.anna.heard
    story.anna.answers(story.anna.last, "GODKÄNN")
    karin = story.customer(KARIN)
    assert MISSING in karin.heard
    [(_, data)] = karin.last.attachments()
    said = pdf_text(data, letter.passphrase)
    assert MISSING in said
    assert KARIN.customer_number("gavle") in said
    assert KARIN.customer_number("mora") not in said
    assert "Inga uppgifter hos Mora" not in said
    story.winds(days=8)
    assert story.case().stage == "with a person"
    assert "utom det som kan finnas i register som inte svarade: Mora (mora)" in story.anna.heard
    story.anna.answers(story.anna.last, "KLAR skickat med brev")
    assert story.matter().closed
