"""Whoever approves an answer may read her own company's part, and nobody else can (P04)."""

import io

import pikepdf
import pytest
from correspondence import Correspondence, Tell, pdf_text
from ways import to_the_approval

from bot.config import Secret, Settings
from bot.demo.people import BORLANGE, GAVLE, KARIN

PHRASE = "Annas egen fras"


def with_a_passphrase(settings: Settings) -> Settings:
    """Anna has one, her colleagues have not."""
    company = settings.companies["gavle"]
    staff = tuple(
        one.model_copy(update={"passphrase": Secret.model_validate(PHRASE)})
        if one.id == "anna"
        else one
        for one in company.staff
    )
    companies = {**settings.companies, "gavle": company.model_copy(update={"staff": staff})}
    return settings.model_copy(update={"companies": companies})


@pytest.fixture
def approving(tell: Tell) -> Correspondence:
    """Karin's answer waits for a yes."""
    story = tell(adjust=with_a_passphrase)
    to_the_approval(story)
    return story


@pytest.mark.people("P04")
def test_the_draft_opens_with_the_readers_own_passphrase(approving: Correspondence) -> None:
    """Gävle's part for Gävle's Anna; not the number that Borlänge knows Karin by."""
    [(name, data)] = approving.anna.last.attachments()
    assert name == "utkast-2026-0001.pdf"
    assert name in approving.anna.last.text
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(data))
    said = pdf_text(data, PHRASE)
    assert KARIN.customer_number(GAVLE) in said
    assert KARIN.customer_number(BORLANGE) not in said


@pytest.mark.people("P04")
def test_who_has_no_passphrase_gets_no_file(approving: Correspondence) -> None:
    """Counts and masked values, as before."""
    assert list(approving.erik.last.attachments()) == []
    assert "utkast-" not in approving.erik.last.text
