"""What a refusal says, ground by ground."""

import pytest
from mail_samples import EVERY, names, pages, variables

from bot.core.law import GROUNDS
from bot.core.vocabulary import Language, Mail, Refusal
from bot.mail.templates import file_names, render

#: what in the paragraph of a ground must stand in its mail
ARTICLES = {
    Refusal.UNFOUNDED: ("12.5",),
    Refusal.EXCESSIVE: ("12.5",),
    Refusal.UNIDENTIFIED: ("12.2", "12.6"),
    Refusal.OTHERS_RIGHTS: ("15.4", "20.4"),
    Refusal.SECRECY: ("2018:218", "1"),
    Refusal.DRAFT: ("2018:218", "2"),
    Refusal.LEGAL_DUTY: ("17.3 b",),
    Refusal.LEGAL_CLAIMS: ("17.3 e", "21.1"),
    Refusal.ACCURATE: ("16",),
    Refusal.NO_GROUND: ("17.1", "18.1", "21.1"),
    Refusal.COMPELLING: ("21.1",),
    Refusal.NOT_PORTABLE: ("20.1",),
}


def flat(text: str) -> str:
    """The text on one line."""
    return " ".join(text.split())


def test_every_ground_has_one_file() -> None:
    """Found by its word in small letters."""
    assert names(Mail.REFUSAL) == tuple(Refusal) == tuple(GROUNDS)
    assert "requester.answer.refusal.andras_ratt.txt" in file_names(Mail.REFUSAL)


@pytest.mark.law("L17")
@pytest.mark.parametrize("ground", Refusal)
@pytest.mark.parametrize("language", Language)
def test_a_refusal_names_its_paragraph(ground: Refusal, language: Language) -> None:
    """The article that the ground rests on, in either language."""
    said = flat(render(ground, language, variables(Mail.REFUSAL)).body)
    for article in ARTICLES[ground]:
        assert article in said


@pytest.mark.law("L17")
@pytest.mark.law("L18")
@pytest.mark.law("L86")
def test_a_refusal_has_its_reasons_a_name_imy_and_court() -> None:
    """Art. 12(4): in every ground, every shape and both languages."""
    for language, _, page in pages(Mail.REFUSAL):
        said = flat(page.body)
        assert {Language.SV: "därför att", Language.EN: "because"}[language] in said
        assert "Anna Berg" in said
        assert "IMY), Box 8114, 104 20 Stockholm, imy.se" in said
        assert "tingsrätten" in said
        assert {Language.SV: "kostar dig ingenting", Language.EN: "costs you nothing"}[
            language
        ] in said


@pytest.mark.law("L17")
@pytest.mark.parametrize("language", Language)
def test_the_deciders_own_words_go_to_the_customer(language: Language) -> None:
    """As a sentence, in every ground but the one that must read alike for all."""
    why = str(EVERY["why"])
    for ground in Refusal:
        said = flat(render(ground, language, variables(Mail.REFUSAL)).body)
        assert (why[1:] in said) is GROUNDS[ground].needs_reasons


@pytest.mark.people("P11")
def test_whoever_is_unproved_reads_the_same_whatever_was_written() -> None:
    """No reason of one's own, so that the last answer tells nobody who is a customer."""
    bodies = {
        render(Refusal.UNIDENTIFIED, Language.SV, variables(Mail.REFUSAL, why=why)).body
        for why in ("", "hon är inte kund hos oss", "kundnumret stämde inte")
    }
    assert len(bodies) == 1


def test_no_two_grounds_give_the_same_reason() -> None:
    """Each ground is concrete: its text is its own."""
    given = variables(Mail.REFUSAL)
    assert len({render(ground, Language.SV, given).body for ground in Refusal}) == len(Refusal)


@pytest.mark.law("L61")
@pytest.mark.parametrize("language", Language)
def test_a_refusal_says_that_a_restriction_ends_with_it(language: Language) -> None:
    """Art. 18(3): told where data were restricted while the matter was weighed, and only there."""
    ends = {Language.SV: "från och med nu", Language.EN: "From now on"}[language]
    for lifts in (True, False):
        page = render(Refusal.COMPELLING, language, variables(Mail.REFUSAL, lifts=lifts))
        assert (ends in flat(page.body)) is lifts
