"""Who asks for paper is answered on paper."""

import pytest

from bot.classify.reader import read_text

WANTED = (
    "Jag vill ha ett registerutdrag. Skicka det på papper, tack.",
    "Jag begär registerutdrag enligt artikel 15. Sänd svaret per post.",
    "Registerutdrag tack. Jag vill ha det med vanlig post.",
    "I want a copy of my personal data, on paper please.",
    "Please send my subject access request answer by post.",
)
UNASKED = (
    "Jag vill ha ett registerutdrag.",
    "Jag vill inte ha reklam med posten.",
    "Vi behöver mer papper till skrivaren, och ett registerutdrag enligt GDPR.",
    "Skicka mig ett brev om det blir fel. Jag begär registerutdrag.",
    "Please send me a copy of my personal data by e-mail.",
)


@pytest.mark.law("L20")
@pytest.mark.parametrize("text", WANTED)
def test_a_wish_for_paper_is_seen(text: str) -> None:
    """In the words of both languages."""
    assert read_text("", text).paper


@pytest.mark.parametrize("text", UNASKED)
def test_paper_that_is_no_wish_is_let_be(text: str) -> None:
    """Goods, advertising by post, an electronic answer."""
    assert not read_text("", text).paper
