"""A note that names others is masked or left out by a word of staff, and the rest is delivered."""

import pytest
from correspondence import Correspondence, Letter, Writer, pdf_text
from ways import decider, to_the_letter

from bot.demo.play import Post
from bot.demo.unusual import COMPLAINING, NEIGHBOUR


@pytest.fixture
def letter(story: Correspondence) -> Letter:
    """Rolf, whose complaints name a neighbour, has asked, and shown who he is."""
    letter = to_the_letter(story, COMPLAINING)
    decider(story).answers(decider(story).last, "POSTAT")
    story.winds(days=2)
    story.customer(COMPLAINING).writes(f"KOD {letter.code}", "Koden")
    return letter


@pytest.fixture
def clerk(story: Correspondence, letter: Letter) -> Writer:
    """Who is asked to approve the answer."""
    assert letter.code
    return decider(story)


def preview(clerk: Writer) -> Post:
    """The last question whether the answer may go."""
    return [one for one in clerk.mail if "godkänn svaret" in one.subject][-1]


def extract(story: Correspondence, letter: Letter) -> str:
    """What his registerutdrag says."""
    [(_, data), *_rest] = story.customer(COMPLAINING).last.attachments()
    return pdf_text(data, letter.passphrase)


@pytest.mark.law("L39")
@pytest.mark.people("P20")
def test_a_neighbours_name_is_masked_and_the_note_is_given(
    story: Correspondence, letter: Letter, clerk: Writer
) -> None:
    """MASKERA, a new preview, GODKÄNN; no mail to staff shows the name."""
    assert "1. " in preview(clerk).text
    assert NEIGHBOUR.name not in preview(clerk).text
    clerk.answers(preview(clerk), "MASKERA 1-2")
    assert "(dolt)" in preview(clerk).text
    clerk.answers(preview(clerk), "GODKÄNN")
    said = extract(story, letter)
    assert "vinglar" in said
    assert "[…]" in said
    assert NEIGHBOUR.family not in said
    assert "Där det står […]" in story.customer(COMPLAINING).heard


@pytest.mark.law("L40")
@pytest.mark.law("L17")
def test_a_row_is_left_out_with_reasons_imy_and_court(
    story: Correspondence, letter: Letter, clerk: Writer
) -> None:
    """A refusal in part: a decider's, on a ground, in own words; without them nothing is done."""
    clerk.answers(preview(clerk), "UTELÄMNA 1 ANDRAS_RÄTT")
    assert "skälen" in clerk.heard
    clerk.answers(preview(clerk), "UTELÄMNA 1-2 ANDRAS_RÄTT Anteckningarna handlar om en granne")
    clerk.answers(preview(clerk), "GODKÄNN")
    assert "vinglar" not in extract(story, letter)
    heard = story.customer(COMPLAINING).heard
    assert "2 rader får du inte, därför att de handlar om andra människor" in heard
    assert "Anteckningarna handlar om en granne" in heard
    assert "tingsrätten" in heard


@pytest.mark.people("P20")
def test_a_number_that_is_not_there_masks_nothing(clerk: Writer) -> None:
    """Nothing half runs."""
    clerk.answers(preview(clerk), "MASKERA 1,99")
    assert "ett av numren finns inte" in clerk.heard
