import pytest

from bot.classify.language import detect


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("vad vet ni om mig?", "sv"),
        ("ta bort mig från er lista", "sv"),
        ("sluta skicka reklam", "sv"),
        ("Hej, kan ni skicka toner?", "sv"),
        ("Jeg ønsker innsyn i hvilke opplysninger dere har om meg", "no"),
        ("Hvilke oplysninger har I om mig?", "da"),
        ("Please delete my data", "en"),
        ("Bitte löschen Sie alle meine Daten", "de"),
        ("Haluan tietää, mitä tietoja teillä on minusta", "fi"),
        ("Veuillez supprimer toutes mes données personnelles de vos fichiers", "fr"),
        ("Žádám o výmaz mých osobních údajů podle nařízení", "cs"),
        ("Proszę o usunięcie moich danych osobowych z waszej bazy", "pl"),
        ("", "und"),
        ("0243-79 23 40", "und"),
    ],
)
def test_the_language_of_a_short_mail_is_known(text: str, language: str) -> None:
    """Neighbouring languages are told apart in a handful of words, and Swedish is the default."""
    assert detect(text) == language


def test_known_phrases_decide_where_words_are_few() -> None:
    """A word that only the phrase tables know gives a mail of one word its language."""
    assert detect("avregistrera", {"sv": 2}) == "sv"


def test_a_phrase_that_the_neighbours_share_is_swedish() -> None:
    """Most customers write Swedish, and «STOPP» alone is answered in one language."""
    assert detect("STOPP", {"no": 1}) == "sv"
    assert detect("Slett meg", {"no": 1}) == "no"
