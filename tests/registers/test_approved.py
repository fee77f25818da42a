import pytest
from pydantic import ValidationError

from bot.core.vocabulary import Language
from bot.registers.maps.datamap import Statements

LAWFUL = "Bara med ditt samtycke. Lagen (2022:482) gäller, och PTS har tillsyn."


@pytest.mark.law("L89")
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Genom att fortsätta surfa godkänner du detta. " + LAWFUL, "fortsätta surfa"),
        ("By continuing to browse you consent. 2022:482, PTS.", "continuing to brows"),
        ("Lagen (2003:389) kräver samtycke, säger PTS. 2022:482", "2003:389"),
        ("Lagen som trädde i kraft den 25 juli 2003. " + LAWFUL, "25 juli 2003"),
        ("Vi sparar ingen personlig information i cookies. " + LAWFUL, "ingen personlig"),
        ("Vi använder cookies.", "2022:482, PTS, consent too"),
        ("Vi använder cookies med samtycke, lag (2022:482).", "PTS too"),
    ],
)
def test_a_cookie_text_that_is_wrong_in_law_is_refused(text: str, told: str) -> None:
    """The traps of the published notice, and what an answer must name."""
    with pytest.raises(ValidationError) as caught:
        Statements(cookies_sv=text)
    assert told in str(caught.value)


@pytest.mark.law("L89")
def test_a_lawful_cookie_text_is_taken_and_so_is_none() -> None:
    """Empty means that a human answers."""
    assert Statements(cookies_sv=LAWFUL).told("cookies", Language.SV) == LAWFUL
    assert Statements().paragraphs("cookies", Language.EN) == ()


def test_a_statement_is_read_paragraph_by_paragraph() -> None:
    """However its lines are broken in the file."""
    text = "\nEtt\nbolag.\n\n  Tre bolag.\n\n\n"
    statements = Statements(arrangement_sv=text)
    assert statements.paragraphs("arrangement", Language.SV) == ("Ett bolag.", "Tre bolag.")
