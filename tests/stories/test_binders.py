"""Registers that only people can look in: what they send goes with the answer."""

import io
from email.message import EmailMessage

import pikepdf
import pytest
from correspondence import ACCESS, MORA, Correspondence, Letter, Tell
from ways import to_the_letter

from bot.config import Settings
from bot.demo.people import KARIN, UNKNOWN
from bot.demo.play import Post
from bot.registers.by_people import PeopleMap

BINDERS = PeopleMap(
    company="mora", title_sv="Pärmar med hyresavtal", title_en="Binders with rental agreements"
)
SCAN = b"%PDF-1.4 hyresavtal, inskannat"


def with_binders(settings: Settings) -> Settings:
    """Mora has binders beside its database."""
    return settings.model_copy(update={"people_registers": {"parmar": BINDERS}})


@pytest.fixture
def letter(tell: Tell) -> tuple[Correspondence, Letter]:
    """Karin has asked, and her letter is written."""
    story = tell(adjust=with_binders)
    return story, to_the_letter(story)


@pytest.fixture
def asked(letter: tuple[Correspondence, Letter]) -> Correspondence:
    """She has shown who she is; Mora's people are to look in the binders."""
    story, posted = letter
    story.anna.answers(story.anna.last, "POSTAT")
    story.winds(days=2)
    story.customer(KARIN).writes(f"KOD {posted.code}", "Koden")
    return story


def sends(story: Correspondence, prompt: Post, word: str, *files: bytes) -> None:
    """Britta replies to a prompt, with files."""
    mail = EmailMessage()
    mail["From"] = story.britta.address
    mail["To"] = MORA
    mail["Subject"] = f"SV: {prompt.subject}"
    mail["In-Reply-To"] = prompt.mail.message_id or ""
    mail["Message-ID"] = f"<{len(story.mail)}@mora.allkontor.example>"
    mail.set_content(f"{word}\n")
    for data in files:
        mail.add_attachment(data, maintype="application", subtype="pdf", filename="Avtal Karin.pdf")
    story.receives(mail.as_bytes(), to=MORA)


@pytest.mark.law("L36")
def test_what_stands_in_a_binder_goes_with_the_answer(
    asked: Correspondence, letter: tuple[Correspondence, Letter]
) -> None:
    """Nobody approves before Mora has looked; the scan lies in the sealed file, as it is."""
    prompt = asked.britta.last
    assert prompt.subject.startswith("Ärende 2026-0001: leta upp uppgifter")
    assert asked.case().stage == "collecting"
    sends(asked, prompt, "KLAR ett avtal", SCAN)
    assert "Brev, mejl och anteckningar: 1" in asked.anna.last.text
    asked.anna.answers(asked.anna.last, "GODKÄNN")
    [(_, data)] = asked.customer(KARIN).last.attachments()
    with pikepdf.open(io.BytesIO(data), password=letter[1].passphrase) as pdf:
        inside = {name: pdf.attachments[name].get_file().read_bytes() for name in pdf.attachments}
    assert inside["bilaga-1.pdf"] == SCAN


@pytest.mark.law("L36")
def test_a_binder_without_her_is_looked_in_too(asked: Correspondence) -> None:
    """INGET is a receipt with a name; KLAR without a file is asked about."""
    prompt = asked.britta.last
    sends(asked, prompt, "KLAR ett avtal")
    assert "inga filer följde med" in asked.britta.heard
    sends(asked, prompt, "INGET")
    assert asked.case().stage == "approval"


@pytest.mark.people("P13")
def test_where_nobody_looks_the_deputy_is_asked(asked: Correspondence) -> None:
    """The clock runs while a binder is closed."""
    asked.winds(days=6)
    deputy = asked.customer("lena.kvist@mora.allkontor.example")
    assert "Påminnelse" in deputy.last.text
    assert "Pärmar med hyresavtal" in deputy.last.text


@pytest.mark.law("L26")
def test_nothing_is_said_to_be_held_before_the_binders_were_opened(tell: Tell) -> None:
    """No database knows the stranger; Gävle approves that answer after Mora's INGET."""
    story = tell(adjust=with_binders)
    vera = story.customer(UNKNOWN)
    vera.writes(ACCESS)
    vera.returns_code()
    assert story.anna.mail == []
    assert "Pärmar med hyresavtal" in story.britta.last.text
    sends(story, story.britta.last, "INGET")
    assert "Vi hittade inget om adressen" in story.anna.last.text
    story.anna.answers(story.anna.last, "GODKÄNN")
    assert f"inga uppgifter om {UNKNOWN.address}." in vera.heard
