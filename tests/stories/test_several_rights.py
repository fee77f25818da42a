"""Several rights in one letter: access on unchanged data first, and one joint answer."""

import pytest
from correspondence import Correspondence, flat, pdf_text
from handwork import Hands, asked
from ways import rows

from bot.demo.people import KARIN

LETTER = """Hello,

Please send me a copy of all personal data you hold about me, and correct my family name, which is
misspelt: it should be Forsbeckh.

Kind regards"""


@pytest.mark.law("L03", "L37")
def test_a_copy_of_what_was_comes_with_the_word_that_it_is_put_right(
    story: Correspondence,
) -> None:
    """In English. The correction waits for the copy; both stand in one mail."""
    hands, karin = Hands(story), story.customer(KARIN)
    karin.writes(LETTER)
    assert "before we erase or correct anything" in karin.heard
    karin.returns_code()
    story.anna.answers(asked(story.anna, "vad ska rättas"), "RÄTTA UPPGIFT\nForsbeck -> Forsbeckh")
    assert hands.open_tasks() == []
    access, rectification = story.matter().cases
    assert access.right == "access"
    assert rectification.stage == "access comes first"

    letter = story.letter()
    story.erik.answers(asked(story.erik, "posta ett brev"), "POSTAT")
    karin.writes(f"CODE {letter.code}", "My code")
    right = "SELECT customer_no FROM customers WHERE last_name = 'Forsbeckh'"
    assert rows(story, "gavle", right) == []
    before = len(karin.mail)
    story.erik.answers(asked(story.erik, "godkänn svaret"), "GODKÄNN")
    assert hands.open_tasks() == []
    assert rows(story, "gavle", right) == [(KARIN.customer_number("gavle"),)]

    [answer] = karin.mail[before:]
    assert answer.subject == "The answer to your email (case 2026-0001)"
    for words in ("THE COPY OF YOUR DATA", "F*** → F***", "in all three companies"):
        assert words in flat(answer)
    [(name, data)] = answer.attachments()
    assert name == "registerutdrag-2026-0001.pdf"
    said = pdf_text(data, letter.passphrase)
    assert "Forsbeck" in said
    # in her own words, and as what she asked us to put right; in no register yet
    assert said.count("Forsbeckh") == 2
