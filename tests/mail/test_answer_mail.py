"""The one answer of a matter, part by part."""

import pytest
from mail_samples import (
    BORLANGE,
    ERASED,
    EVERY,
    GAVLE,
    KEPT,
    MORA,
    NOTHING,
    PARTS,
    pages,
    variables,
)

from bot.core.vocabulary import Language, Mail, Refusal, Right
from bot.mail.templates import SHIPPED, render
from bot.mail.words import words_of

COURT = "tingsrätten"


def flat(text: str) -> str:
    """The text on one line."""
    return " ".join(text.split())


def answered(language: Language = Language.SV, **changes: object) -> str:
    """The body of a joint answer with nothing missing, on one line."""
    given = variables(Mail.ANSWER, missing=[], **changes)
    return flat(render(Mail.ANSWER, language, given).body)


@pytest.mark.parametrize("language", Language)
def test_one_part_has_its_own_subject_and_several_have_one(language: Language) -> None:
    """A customer sees in her inbox what came; headings stand only where there is more than one."""
    subjects = words_of(SHIPPED, language).tables["answer_subjects"]
    headings = words_of(SHIPPED, language).tables["answer_headings"]
    for part in PARTS:
        page = render(Mail.ANSWER, language, variables(Mail.ANSWER, parts=[part], missing=[]))
        assert page.subject.startswith(subjects[part])
    page = render(Mail.ANSWER, language, variables(Mail.ANSWER, parts=list(PARTS), missing=[]))
    assert page.subject.startswith(subjects["several"])
    lines = page.body.splitlines()
    assert [line for line in lines if line in headings.values()] == [
        *(headings[part] for part in PARTS),
        headings["rest"],
    ]


@pytest.mark.law("L79")
def test_every_answer_names_each_of_the_three_companies() -> None:
    """And says that it costs nothing, whom to call, and how to complain."""
    for language, _, page in pages(Mail.ANSWER):
        said = flat(page.body)
        for name in (GAVLE, BORLANGE, MORA):
            assert name in said
        assert {Language.SV: "kostar ingenting", Language.EN: "costs nothing"}[language] in said
        assert "Box 8114, 104 20 Stockholm, imy.se" in said
        assert str(EVERY["phone"]) in said


@pytest.mark.people("P10")
@pytest.mark.people("P17")
@pytest.mark.parametrize("part", ["access", "portability"])
def test_the_passphrase_is_spoken_of_only_where_there_is_one(part: str) -> None:
    """Who has a letter is told to take it from there and never to mail it."""
    assert "lösenfrasen från vårt brev" in answered(parts=[part], by_letter=True)
    assert "Skriv aldrig lösenfrasen i ett mejl" in answered(parts=[part], by_letter=True)
    assert "lösenfras" not in answered(parts=[part], by_letter=False)


@pytest.mark.law("L26")
@pytest.mark.law("L76")
@pytest.mark.people("P11")
@pytest.mark.people("P30")
def test_nothing_held_is_said_of_the_proved_address_and_with_what_would_help() -> None:
    """From which identifier the search was made, on which day; another address, number, cookie."""
    said = answered(parts=["nothing_held"], **NOTHING | {"taken": EVERY["taken"]} | ADDRESS)
    assert "inga uppgifter om siri@kund.example" in said
    assert "den 24 mars 2026 på den e-postadressen, och bara på den" in said
    for help_ in ("en annan e-postadress", "kundnummer", "vår cookie", "din webbläsare"):
        assert help_ in said
    assert "Skicka inte personnummer" in said


ADDRESS = {"address": "siri@kund.example"}


@pytest.mark.law("L64")
@pytest.mark.law("L65")
@pytest.mark.people("P30")
@pytest.mark.parametrize("opened_with", ["zip", "pdf", "plain"])
def test_a_portable_file_comes_with_what_is_in_it_and_how_to_open_it(opened_with: str) -> None:
    """And with what is outside and why; on a Windows as it comes, or with which program."""
    said = answered(parts=["portability"], opened_with=opened_with)
    assert "uppgifter-2026-17.pdf" in said
    assert "vad varje fält betyder" in said
    assert "Genomförda köp: vi har det för att en lag kräver det" in said
    assert {"zip": "7-Zip", "pdf": "Acrobat Reader", "plain": "dubbelklicka"}[opened_with] in said
    assert "Anteckningar" in said
    assert "Vi har kvar uppgifterna" in said


@pytest.mark.law("L42")
@pytest.mark.law("L44")
def test_a_rectification_shows_old_and_new_and_what_the_books_keep() -> None:
    """All three companies, the day, the recipients, and the note beside a bookkeeping entry."""
    said = answered(parts=["rectification"])
    assert "A*** Andresson → A*** Andersson" in said
    assert "Den 7 april 2026 rättade vi det här hos alla tre bolagen" in said
    assert "bokföringen får vi inte skriva över" in said
    assert "Kontorsmolnet Drift AB" in said


@pytest.mark.law("L56")
@pytest.mark.law("L58")
@pytest.mark.law("L79")
def test_an_erasure_says_company_by_company_what_went_and_what_stays() -> None:
    """With the ground and the exact last day of what stays, or an end event and a length."""
    given = variables(Mail.ANSWER, parts=["erasure"], missing=[])
    body = render(Mail.ANSWER, Language.SV, given).body
    assert (
        f"{GAVLE}\n"
        "    Raderat: kontaktuppgifter och besöks- och sökhistorik\n"
        "    Sparat: genomförda köp\n"
        "    Grund: rättslig förpliktelse (artikel 6.1 c i GDPR): bokföringslagen\n"
        "    Hur länge: till och med den 31 december 2033\n"
    ) in body
    assert "Hur länge: så länge du hyr kopiatorn och i 24 månader därefter" in body
    assert f"\n{MORA}: inga uppgifter\n" in body
    assert "den 12 maj 2026. Sedan är det överskrivet" in flat(body)


@pytest.mark.people("P30")
def test_an_erasure_receipt_names_the_block_record_and_the_case_file() -> None:
    """What is kept of the erasure itself."""
    said = answered(parts=["erasure"], marketing_blocked=True)
    assert "spärrlista mot reklam" in said
    assert "fem år efter att ärendet är avslutat" in said
    assert "spärrlista" not in answered(parts=["erasure"], marketing_blocked=False)


@pytest.mark.law("L17")
@pytest.mark.parametrize("language", Language)
def test_what_is_kept_is_a_refusal_in_part_with_imy_and_court(language: Language) -> None:
    """Art. 12(4) for the kept part; where nothing is kept there is nothing to take to court."""
    assert COURT in answered(language, parts=["erasure"], kept=KEPT)
    assert COURT not in answered(language, parts=["erasure"], kept=[])


@pytest.mark.law("L39")
@pytest.mark.law("L40")
@pytest.mark.parametrize("language", Language)
def test_rows_that_are_left_out_are_a_refusal_in_part(language: Language) -> None:
    """How many, on which ground, in the decider's own words, and the ways to complain."""
    left = [{"count": 2, "ground": Refusal.OTHERS_RIGHTS}]
    own = "De två raderna handlar bara om en kollega"
    said = answered(language, parts=["access"], left_out=left, why_left_out=[own], masked=True)
    assert COURT in said
    assert own in said
    assert "15.4" in said or "15(4)" in said
    assert "[…]" in said


@pytest.mark.law("L63")
def test_recipients_are_named_or_told_on_request() -> None:
    """Art. 19: who was told; or that she may ask."""
    assert "Kontorsmolnet Drift AB och Norrbud Paket AB" in answered(parts=["erasure"])
    asked = answered(parts=["erasure"], told=[])
    assert "Vill du veta vilka de är?" in asked
    assert "Kontorsmolnet" not in asked


@pytest.mark.law("L48")
@pytest.mark.parametrize("language", Language)
def test_a_withdrawn_consent_says_what_stopped_and_what_goes_on(language: Language) -> None:
    """Since when; on which other ground and how long; never on the consent that was given."""
    said = answered(language, parts=["consent_withdrawal"], **NOTHING)
    for words in {
        Language.SV: ("Anpassade erbjudanden, från och med den 10 mars 2026", "Grund:", "kredit"),
        Language.EN: ("Personal offers, from 10 March 2026", "Ground:", "credit"),
    }[language]:
        assert words in said


@pytest.mark.people("P11")
@pytest.mark.law("L24")
def test_an_unproved_withdrawal_says_nothing_of_what_is_held() -> None:
    """What goes on is told in general, and how to find out."""
    given: dict[str, object] = {"continues": [], "approved": False}
    said = answered(parts=["consent_withdrawal"], **NOTHING | given)
    assert "Vill du veta om vi har sådana uppgifter om dig?" in said
    assert "Genomförda köp" not in said


@pytest.mark.law("L54")
def test_an_objection_that_was_followed_says_what_ended() -> None:
    """Stopped and erased, or no longer counted."""
    said = answered(parts=["objection_li"], **NOTHING)
    assert "Rapporter och statistik: du räknas inte längre med" in said
    assert "Anpassade erbjudanden: vi har slutat, och uppgifterna är raderade" in said


@pytest.mark.law("L61")
@pytest.mark.parametrize("part", ["rectification", "objection_li"])
def test_an_answer_says_that_a_restriction_meanwhile_has_ended(part: str) -> None:
    """Art. 18(3); but not where she has a restriction of her own that stands."""
    assert "från och med nu" in answered(parts=[part])
    assert "från och med nu" not in answered(parts=[part, "restriction"])


@pytest.mark.law("L36")
def test_what_is_missing_is_named_with_its_day() -> None:
    """At the red alarm the ready parts go, and the rest is promised or known to be late."""
    given = variables(Mail.ANSWER, parts=["access"], missing=[Right.ERASURE])
    said = flat(render(Mail.ANSWER, Language.SV, given).body)
    assert "Det här är inte klart än: radering av uppgifter." in said
    assert "Du får det senast den 10 april 2026." in said
    late = flat(render(Mail.ANSWER, Language.SV, given | {"late": True}).body)
    assert "senast den 10 april 2026" not in late
    assert "Den har vi inte klarat" in late


@pytest.mark.people("P23")
def test_whether_a_human_has_read_it_is_said_as_it_is() -> None:
    """One sentence or the other, never both."""
    for approved in (True, False):
        said = answered(parts=["consent_withdrawal"], approved=approved)
        assert ("En medarbetare har granskat svaret" in said) is approved
        assert ("automatiskt system" in said) is not approved


def test_what_went_without_an_erasure_being_asked_is_told_too() -> None:
    """Art. 17(1)(b) and (c): data that nothing holds any more go with the consent."""
    given: dict[str, object] = {"erased": ERASED}
    said = answered(parts=["consent_withdrawal"], **NOTHING | given)
    assert "Uppgifter som vi inte längre behöver har vi raderat" in said
    assert "Raderat: kontaktuppgifter" in said
