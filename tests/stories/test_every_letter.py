"""Each kind of letter in Swedish and in English, from the first mail to the last word."""

import io
import json

import pikepdf
import pytest
from bilingual import ACCESS, COMPLAINT, EN, LANGUAGES, NO_ADVERTISING, PORTABILITY
from correspondence import Correspondence, Writer, flat, pdf_text
from ways import blocked

from bot.demo.people import KARIN, PER, REGISTERS

REASONS = "Du fick samma uppgifter i går, och inget har ändrats sedan dess."


def asks_for_a_copy(story: Correspondence, letter: str) -> tuple[Writer, bytes, str]:
    """Code, letter, approval; she, the file that she got, and the passphrase of the letter."""
    karin = story.customer(KARIN)
    karin.writes(letter)
    karin.returns_code()
    posted = story.letter()
    story.anna.answers(story.anna.last, "POSTAT")
    karin.writes(f"KOD {posted.code}")
    story.anna.answers(story.anna.last, "GODKÄNN")
    [(_, file)] = karin.last.attachments()
    return karin, file, posted.passphrase


@pytest.mark.law("L79")
@pytest.mark.law("L30")
def test_an_english_access_request_is_answered_in_english(story: Correspondence) -> None:
    """Every mail to her, the file, and its facts; staff are asked in Swedish."""
    karin, file, passphrase = asks_for_a_copy(story, ACCESS[EN])
    assert [mail.subject for mail in karin.mail] == [
        "We have received your email (case 2026-0001)",
        "Thank you, a letter is on its way (case 2026-0001)",
        "The copy of your personal data (case 2026-0001)",
    ]
    said = pdf_text(file, passphrase)
    for register in REGISTERS:
        assert KARIN.customer_number(register) in said
    for period in ("24 months", "as long as you are a customer"):
        assert period in said
    assert "enligt lag" not in said
    assert all("Ärende 2026-0001" in mail.subject for mail in story.anna.mail)


@pytest.mark.law("L64")
@pytest.mark.law("L65")
@pytest.mark.parametrize("language", LANGUAGES)
def test_portability_is_a_file_that_a_computer_reads(story: Correspondence, language: str) -> None:
    """JSON and CSV with a description of each field, sealed; what is outside is said and why."""
    karin, file, passphrase = asks_for_a_copy(story, PORTABILITY[language])
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(file))
    with pikepdf.open(io.BytesIO(file), password=passphrase) as pdf:
        inside = {name: one.get_file().read_bytes() for name, one in pdf.attachments.items()}
    assert {"data.json", "schema.json"} < set(inside)
    assert any(name.endswith(".csv") for name in inside)
    assert KARIN.address in json.dumps(json.loads(inside["data.json"]), ensure_ascii=False)
    unchanged = ("Vi har kvar uppgifterna", "We still have the data")[language == EN]
    assert unchanged in karin.heard
    assert ("för att en lag kräver det", "because a law requires it")[language == EN] in karin.heard
    story.winds(days=12)
    assert story.matter().closed
    for register in story.stage.play.works.premises.registers.values():
        assert register.collect(KARIN.address, story.stage.play.clock.now()).tables


@pytest.mark.law("L49")
@pytest.mark.law("L53")
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_more_advertising_in_one_mail(story: Correspondence, language: str) -> None:
    """Set in all three companies before the mail is answered; no code, nobody of staff is asked."""
    per = story.customer(PER)
    per.writes(NO_ADVERTISING[language])
    for register in REGISTERS:
        assert PER.address in blocked(story, register)
    [mail] = per.mail
    said = ("spärrad för reklam", "blocked for marketing")[language == EN]
    assert said in flat(mail)
    assert story.matter().closed
    assert story.anna.mail == []


@pytest.mark.law("L87")
@pytest.mark.people("P24")
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_complaint_goes_to_somebody_who_did_not_decide(
    story: Correspondence, language: str
) -> None:
    """IMY is named at once; the officer hears the same day; Anna, who refused, is not asked.

    On day 29 after the refusal: what would have gone a day later is kept until a decider lifts.
    """
    karin = story.customer(KARIN)
    karin.writes(ACCESS[language])
    karin.returns_code()
    story.anna.answers(story.anna.last, f"AVSLÅ ORIMLIG {REASONS}")
    story.winds(days=29)
    before = len(story.anna.mail)
    led_to = karin.writes(COMPLAINT[language])
    assert {mail.to for mail in led_to} >= {karin.address, story.erik.address, story.dpo.address}
    assert ("Du kan klaga", "You can complain")[language == EN] in karin.heard
    assert "imy.se" in karin.heard
    assert len(story.anna.mail) == before
    assert "du inte har beslutat i det som kunden klagar på" in story.erik.heard
    assert "ett klagomål" in story.dpo.last.subject
    story.erik.answers(story.erik.last, "KLAR gick igenom allt på nytt och ringde kunden")
    story.winds(days=8)
    assert not story.matter("2026-0002").closed
    kept = "SELECT DISTINCT matter FROM content WHERE label LIKE 'mail:%' ORDER BY matter"
    assert story.column(kept) == ["2026-0001", "2026-0002"]
