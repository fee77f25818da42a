"""The words after a command, the free text below it, and the KLART of a recipient."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.command_words import (
    EXTENSION_WORDS,
    GROUND_WORDS,
    Change,
    changes,
    means_done,
    own_words,
    plain,
    spelt,
)
from bot.core.vocabulary import Extension, Refusal


def test_the_stored_word_of_each_ground_and_reason_is_one_of_its_spellings() -> None:
    """What a prompt prints from the vocabulary can be typed back; no spelling means two things."""
    grounds, reasons = spelt(GROUND_WORDS), spelt(EXTENSION_WORDS)
    assert all(grounds[plain(word)] is word for word in Refusal)
    assert all(reasons[plain(word)] is word for word in Extension)
    words = [
        word for table in (GROUND_WORDS, EXTENSION_WORDS) for row in table.values() for word in row
    ]
    assert len({plain(word) for word in words}) == len(words)


@pytest.mark.parametrize(
    ("line", "change"),
    [
        ("a -> b", Change("a", "b")),
        ("a→b", Change("a", "b")),
        ("a --> b", Change("a", "b")),
        ("a => b", Change("a", "b")),
        ("Storgatan 1 till Storgatan 2", Change("Storgatan 1", "Storgatan 2")),
        ("Anderson to Andersson", Change("Anderson", "Andersson")),
        ('"Anderson" -> ”Andersson”', Change("Anderson", "Andersson")),
        (
            "Vägen till Mora 1 -> Vägen till Mora 2",
            Change("Vägen till Mora 1", "Vägen till Mora 2"),
        ),
        ("-> 08-2", Change("", "08-2")),
    ],
)
def test_a_change_is_an_old_and_a_new_value(line: str, change: Change) -> None:
    """With an arrow or a word between them; without an old one something is completed (Art. 16)."""
    assert changes(line) == (change,)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        "a ->",
        "a -> a",
        "a -> b -> c",
        "a till b till c",
        "till b",
        "a -> b\nsedan\nc -> d",
        "a -> b\nBo",
    ],
)
def test_a_line_that_is_no_change_stops_them_all(text: str) -> None:
    """Nothing is corrected by halves; deleting a value is not correcting it."""
    assert changes(text) is None


@pytest.mark.parametrize(
    "farewell",
    ["Mvh", "Med vänliga hälsningar Bo", "/Bo", "Best regards, Bo Ek", "Tack!", "--", "m.v.h. Bo"],
)
def test_a_farewell_ends_the_own_words(farewell: str) -> None:
    """What stands below it is a name and a telephone number."""
    assert own_words(" Det gäller två bolag.", ["", "Och ett arkiv.", "", farewell, "026-1"]) == (
        "Det gäller två bolag.\n\nOch ett arkiv."
    )


def test_a_reason_that_begins_like_a_farewell_stays() -> None:
    """Thanks to whom, and greetings in a sentence, are reasons."""
    lines = [
        "Tack vare avtalet behöver vi inte svara.",
        "Hälsningar i arkivet räknas som utkast hos oss.",
    ]
    assert own_words("", lines) == "\n".join(lines)


@pytest.mark.law("L62")
@pytest.mark.people("P25")
@pytest.mark.parametrize(
    "text",
    [
        *(
            "KLART",
            "klart.",
            "Klar",
            "DONE!",
            "  KLART  ",
            "*KLART*",
            "Klart, raderat i dag.",
            "KLART /Bo",
        ),
        *("Hej,\n\nKLART\n\nMvh Bo", "Hej Anna! Klart.", "Hi, done", "God morgon\nklart"),
        "KLART. Vi hade inte kvar något annat.",
    ],
)
def test_a_recipient_who_begins_with_klart_has_done_it(text: str) -> None:
    """In any case and dress, after a greeting too."""
    assert means_done(text)


@pytest.mark.people("P25")
@pytest.mark.parametrize(
    "text",
    [
        *("", "Hej", "Hej,\n\nTack för ert mejl.", "Det är klart", "klarar vi inte", "Klart?"),
        *("Klart inte!", "KLART är det inte än", "Done? When?", "Not done", "Tack!\nKLART"),
        "Jag är på semester. KLART.",
    ],
)
def test_what_is_not_klart_at_once_closes_nothing(text: str) -> None:
    """A question, a denial, an absence, or a word further down goes on waiting."""
    assert not means_done(text)


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    """None breaks the reader, and what is a change has a new value."""
    assert means_done(text) in (True, False)
    assert all(change.new for change in changes(text) or ())
