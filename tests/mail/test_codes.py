import pytest

from bot.mail.codes import candidates, normalise, says_code, says_not_me

CODE = "KX7P-22MD"


@pytest.mark.parametrize(
    "typed",
    [
        "KX7P-22MD",
        "kx7p-22md",
        "KX7P 22MD",
        "kx7p22md",
        "Kx7p–22mD",
        "KX7P - 22MD",
        "ＫＸ７Ｐ-22MD",
    ],
)
def test_a_code_is_known_however_it_is_typed(typed: str) -> None:
    """Small letters, spaces, other dashes and full-width signs are the same code."""
    assert normalise(typed) == CODE
    assert candidates(f"Hej! Min kod är {typed}. Mvh Maja") == (CODE,)


@pytest.mark.parametrize(
    "said",
    [
        "KOD KX7P-22MD",
        "kod: kx7p 22md",
        "Koden är K X 7 P 2 2 M D",
        "Code:\nKX7P-22MD",
        "kod kx7p22md",
    ],
)
def test_the_word_before_a_code_is_heard(said: str) -> None:
    """KOD or CODE before it says that a code is meant."""
    assert says_code(said)
    assert candidates(said) == (CODE,)


@pytest.mark.parametrize(
    "text",
    [
        "Ring 070-1740605 eller 0701740605",
        "Toner TN-2420 och HP CF226X",
        "Jag är född 19900101-2385",
        "803 20 Gävle, 18900101-9802",
        "Order 20262345 från mars 2026",
        "Tack så mycket",
        "maja2233@example.com",
        "KX7P-22MDX och XKX7P-22MD",
        "KX0P-22MD KXLP-22MD ABCD-EFGH 2345-6789 ABCDEFG2",
        "",
    ],
)
def test_other_numbers_are_no_codes(text: str) -> None:
    """Phone numbers, articles, personnummer, postcodes and addresses are not tried as codes."""
    assert candidates(text) == ()
    assert not says_code(text)


def test_a_flood_of_codes_is_cut() -> None:
    """Who sends a thousand guesses has twenty of them looked at."""
    signs = "23456789"
    flood = " ".join(
        f"AB{a}{b}-CD{c}{d}" for a in signs for b in signs for c in signs for d in signs
    )
    assert len(candidates(flood)) == 20


@pytest.mark.people("P12")
@pytest.mark.parametrize(
    "text",
    [
        "INTE JAG",
        "Hej,\ninte jag!\nMaja",
        "*Not me.*",
        "Det var inte jag",
        "It wasn’t me",
        "> INTE JAG",
    ],
)
def test_not_me_is_heard_on_a_line_of_its_own(text: str) -> None:
    """INTE JAG counts alone on its line, however it is punctuated."""
    assert says_not_me(text)


@pytest.mark.parametrize("text", ["Det är inte jag som har beställt", "inte jaga", "Not me but Bo"])
def test_not_me_inside_a_sentence_is_none(text: str) -> None:
    """The same words as part of a sentence stop nothing."""
    assert not says_not_me(text)
