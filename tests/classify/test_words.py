import pytest

from bot.classify.cues import Cue
from bot.classify.lexicon import find
from bot.classify.words import MOST, clean, cut, fold


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("UPPGIFTER", "uppgifter"),
        ("personupgifter", "personuppgifter"),
        ("adres", "adress"),
        ("raettelse", "rättelse"),
        ("loeschen", "löschen"),
        ("Opplysninger", "oplysninger"),
        ("forsaljning", "försäljning"),
    ],
)
def test_spellings_of_one_word_fold_to_one(typed: str, meant: str) -> None:
    """Case, accents, doubled letters and typed-out letters make no difference."""
    assert fold(typed) == fold(meant)


def test_numbers_are_left_as_they_are() -> None:
    """Article 22 is not article 2."""
    assert fold("22") == "22"


def test_a_full_stop_before_a_figure_ends_no_sentence() -> None:
    """In "art. 15" the words stay together; two sentences do not."""
    words = cut(clean("Enligt art. 15 GDPR. Radera inte."))
    assert [word.sentence for word in words] == [0, 0, 0, 0, 1, 1]


def test_words_point_back_into_the_text() -> None:
    """Each word knows where it stands, whatever folding did to it."""
    text = clean("Rätta  MITT namn!")
    assert [text[word.start : word.end] for word in cut(text)] == ["Rätta", "MITT", "namn"]


def test_no_more_than_the_cap_is_kept() -> None:
    """A text that grows when normalised is still capped."""
    assert len(clean("\ufdfa" * 200_000)) <= MOST


@pytest.mark.parametrize(
    ("text", "articles"),
    [
        ("artikel 15 GDPR", {Cue.ART_15}),
        ("Articles 15, 16 and 17 GDPR", {Cue.ART_15, Cue.ART_16, Cue.ART_17}),
        ("Art. 21(2) GDPR", {Cue.ART_21}),
        ("17 ja 21 artikla", {Cue.ART_21}),
        ("artikel 1521", set()),
    ],
)
def test_articles_are_read_with_their_numbers(text: str, articles: set[Cue]) -> None:
    """The numbers beside the word for an article are the articles cited, in any language."""
    found = {hit.cue for hit in find(cut(clean(text))) if hit.cue.startswith("art_")}
    assert found == articles
