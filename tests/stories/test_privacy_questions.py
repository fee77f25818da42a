"""Questions about personal data: answered at once from approved facts, or by people."""

import re

import pytest
from bilingual import (
    COOKIES,
    EN,
    LANGUAGES,
    RECIPIENTS,
    RESPONSIBLE,
    RETENTION,
    SV,
    UNANSWERED,
    Both,
)
from correspondence import Correspondence, Tell

from bot.config import Settings
from bot.demo.people import KARIN, UNKNOWN

#: a question, and what its answer must hold
ANSWERS: dict[str, tuple[Both, Both]] = {
    "retention": (
        RETENTION,
        Both(
            "så länge du är kund och i 24 månader därefter"
            "|till och med den 31 december det sjunde året|24 månader från besöket",
            "for as long as you are a customer and 24 months after that"
            "|until 31 December of the seventh year|24 months from the visit",
        ),
    ),
    "cookies": (
        COOKIES,
        Both(
            "ditt samtycke, och det ger du med ett eget, aktivt val|(2022:482)"
            "|Post- och telestyrelsen (PTS)|ta tillbaka det när som helst",
            "your consent, which you give by an active choice of your own|(2022:482)"
            "|Post and Telecom Authority (PTS)|withdraw it at any time",
        ),
    ),
    "responsible": (
        RESPONSIBLE,
        Both(
            "gemensamt personuppgiftsansvariga|Gemensam kontaktpunkt|vem av oss som gör vad",
            "joint controllers|common contact point|who of us does what",
        ),
    ),
    "recipients": (
        RECIPIENTS,
        Both(
            "Kontorsmolnet Drift AB|Norrbud Paket AB|Siffran Redovisning i Dalarna AB: Bokföring",
            "Kontorsmolnet Drift AB|Norrbud Paket AB|Siffran Redovisning i Dalarna AB: Accounting",
        ),
    ),
}
NEVER = re.compile(r"(?i)enligt lag\b|as required by law|fortsätt\w* surfa|continu\w* to browse")


@pytest.mark.law("L88")
@pytest.mark.law("L63")
@pytest.mark.law("L80")
@pytest.mark.law("L89")
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_is_answered_at_once(story: Correspondence, language: str) -> None:
    """Without a code, without people; the same to a customer and to a stranger; then closed."""
    for who in (KARIN, UNKNOWN):
        customer = story.customer(who)
        for question, answer in ANSWERS.values():
            customer.writes(question[language])
            for said in getattr(answer, language).split("|"):
                assert said in customer.heard
            assert not NEVER.search(customer.heard)
            assert "KOD " not in customer.heard
            assert story.matter(story.matters()[-1]).closed
    karin, vera = ([mail.text for mail in story.customer(who).mail] for who in (KARIN, UNKNOWN))
    assert [_bare(one) for one in karin] == [_bare(one) for one in vera]
    assert story.anna.mail == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_four_questions_in_one_mail_have_one_answer(story: Correspondence, language: str) -> None:
    """Each under a heading of its own."""
    vera = story.customer(UNKNOWN)
    vera.writes(" ".join(getattr(question, language) for question, _ in ANSWERS.values()))
    [mail] = vera.mail
    headings = [line for line in mail.text.splitlines() if line.isupper() and line[0].isalpha()]
    assert len(headings) == len(ANSWERS)
    assert story.matter().closed


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_no_fact_answers_is_a_persons(story: Correspondence, language: str) -> None:
    """Acknowledged with its last day, asked of staff, closed by KLAR."""
    vera = story.customer(UNKNOWN)
    vera.writes(UNANSWERED[language])
    assert ("10 april 2026", "10 April 2026")[language == EN] in vera.heard
    assert not story.matter().closed
    assert "AVSLÅ" not in story.anna.last.text
    story.anna.answers(story.anna.last, "KLAR svarade på frågan i ett eget mejl")
    assert story.matter().closed
    assert len(vera.mail) == 1


@pytest.mark.law("L90")
def test_a_fact_that_is_not_known_is_never_invented(tell: Tell) -> None:
    """One period is missing: the question about periods goes to people, the others are answered."""
    story = tell(adjust=_without_a_period)
    vera = story.customer(UNKNOWN)
    vera.writes(RETENTION[SV])
    assert "24 månader" not in vera.heard
    assert "fråga om personuppgifter" in story.anna.heard
    assert not story.matter().closed
    vera.writes(COOKIES[SV])
    assert "aktivt val" in vera.heard


def _bare(text: str) -> str:
    return re.sub(r"2026-\d{4}", "", text)


def _without_a_period(settings: Settings) -> Settings:
    offers = settings.purposes["offers"].model_copy(update={"retention_en": ""})
    return settings.model_copy(update={"purposes": settings.purposes | {"offers": offers}})
