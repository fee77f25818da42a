"""Level 3, the telephone and the counter: where a code by mail is not enough (P21)."""

import pytest
from bilingual import ACCESS as BOTH
from bilingual import EN
from correspondence import ACCESS, BORLANGE, MORA, Correspondence, Writer, flat, pdf_text

from bot.demo.people import CHANGED, KARIN, NILS, UNDATED
from bot.demo.play import Post
from bot.shell.identity_provider import Assurance, FakeIdentityProvider, Identified, Invitation


def asked(person: Writer, *words: str) -> Post:
    """The last mail to a member of staff with these words in its subject."""
    return next(
        mail for mail in reversed(person.mail) if all(word in mail.subject for word in words)
    )


@pytest.mark.law("L68")
@pytest.mark.people("P09")
@pytest.mark.people("P21")
def test_a_document_shown_in_the_shop_is_noted_and_not_copied(story: Correspondence) -> None:
    """Credit data: she comes with her ID, gets the passphrase in her hand, the file by mail.

    Who saw the document does not approve; a colleague does. Nothing of the document is kept.
    """
    nils = story.customer(NILS)
    nils.writes(ACCESS)
    nils.returns_code()
    assert "måste skyddas extra väl" in nils.heard
    assert "Skicka inte personnummer eller kopia på legitimation" in nils.heard
    story.anna.answers(asked(story.anna, "ta reda på vem"), "ID VISAT")
    assert story.matter().level == 3
    assert len(nils.mail) == 2
    [paper] = (story.stage.folder / "print").iterdir()
    passphrase = story.stage.play.works.premises.secret("2026-0001", "passphrase")
    assert passphrase in pdf_text(paper.read_bytes())
    story.anna.answers(story.anna.last, "POSTAT")
    assert not paper.exists()
    assert "godkänn" not in story.anna.last.subject
    story.erik.answers(asked(story.erik, "godkänn svaret"), "GODKÄNN")
    [(_, file)] = nils.last.attachments()
    assert "Kreditupplysningar" in pdf_text(file, passphrase)


@pytest.mark.law("L71")
@pytest.mark.people("P02")
def test_fresh_contact_data_need_an_address_from_the_population_register(
    story: Correspondence,
) -> None:
    """Changed three weeks ago: SPAR sends a letter to the checked address; its code is level 3."""
    tove = story.customer(CHANGED)
    tove.writes(ACCESS)
    tove.returns_code()
    assert "kan ha ändrats nyligen" in tove.heard
    dahl = story.dahl
    dahl.answers(asked(dahl, "ta reda på vem"), "SPAR", to=BORLANGE)
    letter = story.letter()
    assert "Sagostigen 40" in pdf_text(letter.file.read_bytes())
    dahl.answers(asked(dahl, "posta ett brev"), "POSTAT", to=BORLANGE)
    tove.writes(f"KOD {letter.code}")
    assert story.matter().level == 3
    assert story.case().stage == "approval"


@pytest.mark.people("P02")
def test_a_clerk_knows_that_an_address_is_old(story: Correspondence) -> None:
    """Nobody noted when Ivar's contact data changed: GODKÄNN sends the letter, at level 2."""
    ivar = story.customer(UNDATED)
    ivar.writes(ACCESS)
    ivar.returns_code()
    assert "inte när kontaktuppgifterna ändrades" in ivar.heard
    britta = story.britta
    prompt = asked(britta, "ta reda på vem")
    assert "GODKÄNN" in prompt.text
    assert "90 dagar" in prompt.text
    britta.answers(prompt, "GODKÄNN", to=MORA)
    letter = story.letter()
    ivar.writes(f"KOD {letter.code}")
    assert story.matter().level == 2
    assert story.case().stage == "approval"


@pytest.mark.people("P21")
def test_a_code_may_be_telephoned(story: Correspondence) -> None:
    """Karin reads the letter's code out to Anna, long after Anna said POSTAT.

    A wrong one is told and counted, the right one counts once; who typed it does not approve.
    """
    karin = story.customer(KARIN)
    karin.writes(ACCESS)
    karin.returns_code()
    letter = story.letter()
    story.anna.answers(asked(story.anna, "posta ett brev"), "POSTAT")
    story.winds(days=3)
    wrong = letter.code[:-1] + ("A" if letter.code[-1] != "A" else "B")
    posting = asked(story.anna, "posta ett brev")
    story.anna.answers(posting, f"KOD {wrong}")
    assert "koden stämde inte" in story.anna.heard
    assert story.matter().wrong_codes == 1
    story.anna.answers(posting, f"KOD {letter.code}")
    assert story.matter().level == 2
    assert story.case().stage == "approval"
    assert letter.code not in " ".join(mail.text for mail in story.mail if mail.to != KARIN.address)
    story.erik.answers(asked(story.erik, "godkänn svaret"), "GODKÄNN")
    assert karin.last.subject.startswith("Ditt registerutdrag")


@pytest.mark.law("L74")
def test_who_wants_to_may_identify_electronically(story: Correspondence) -> None:
    """Nils is invited in his language, beside the shop; he does it an hour later, without a visit.

    The passphrase comes on paper, the file by mail.
    """
    words = Invitation("Öppna appen och tryck på Legitimera.", "Open the app and tap Identify.")
    fake = FakeIdentityProvider("Exempellegget", words)
    story.stage.offers(fake)
    nils = story.customer(NILS)
    nils.writes(BOTH[EN])
    nils.returns_code()
    [invited] = [mail for mail in nils.mail if "Exempellegget" in mail.text]
    assert words.en in flat(invited)
    assert "ID VISAT" in story.anna.last.text
    story.winds(hours=1)
    assert story.matter().level == 1
    number = NILS.personal_number.replace("-", "")
    fake.ends(Identified(Assurance.SUBSTANTIAL, number, NILS.name))
    story.winds(hours=2)
    assert story.matter().level == 3
    passphrase = story.stage.play.works.premises.secret("2026-0001", "passphrase")
    story.anna.answers(story.anna.last, "POSTAT")
    story.anna.answers(asked(story.anna, "godkänn svaret"), "GODKÄNN")
    [(_, file)] = nils.last.attachments()
    assert NILS.customer_number("gavle") in pdf_text(file, passphrase)
