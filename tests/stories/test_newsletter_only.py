"""Siri reads the newsletter and is nothing else: no number, no home, no telephone (P10)."""

import pytest
from correspondence import ACCESS, MORA, Correspondence, Tell, pdf_text

from bot.config import Settings
from bot.demo.people import SIRI

REASON = "ingen postadress"


@pytest.mark.people("P10")
@pytest.mark.people("P29")
@pytest.mark.law("L67")
def test_a_code_to_her_address_is_all_that_is_asked(story: Correspondence) -> None:
    """Access whole in two mails: no letter, no passphrase; Mora, who knows her, approves and signs.

    She wrote to Gävle. Nothing that we do not know of her is asked for.
    """
    siri = story.customer(SIRI)
    siri.writes(ACCESS)
    assert "GÄVLE" in siri.last.text
    led_to = siri.returns_code()
    assert {mail.to.partition("@")[2] for mail in led_to} == {"mora.allkontor.example"}
    assert story.matter().company == "mora"
    story.britta.answers(story.britta.last, "GODKÄNN", to=MORA)
    assert siri.last.subject == "Ditt registerutdrag (ärende 2026-0001)"
    assert "Den är inte låst" in siri.heard
    assert "Mora Kontorsteam AB Skålmyrsvägen 34" in siri.heard
    [(_, file)] = siri.last.attachments()
    said = pdf_text(file)
    for word in (SIRI.name, "Prenumeranter på nyhetsbrevet", "Inga uppgifter hos Allkontor"):
        assert word in said
    assert not (story.stage.folder / "print").exists()
    assert len(siri.mail) == 2
    story.winds(days=3)
    assert story.matter().closed


@pytest.mark.people("P10")
@pytest.mark.law("L70")
def test_without_enforced_tls_nothing_goes_out_by_mail(tell: Tell) -> None:
    """The code proves her address, but a mail might be read on its way: people take over."""
    story = tell(adjust=_without_tls)
    siri = story.customer(SIRI)
    siri.writes(ACCESS)
    siri.returns_code()
    assert story.case().reason == "no_postal"
    assert REASON in siri.heard
    assert "ID VISAT" in story.britta.heard
    assert not any(list(mail.attachments()) for mail in siri.mail)
    assert story.matter().snapshots == {}
    story.britta.answers(
        story.britta.last, "KLAR hon kom till butiken med legitimation och fick utdraget", to=MORA
    )
    assert story.matter().closed


def _without_tls(settings: Settings) -> Settings:
    smtp = settings.smtp.model_copy(update={"tls_to_recipients": False})
    return settings.model_copy(update={"smtp": smtp})
