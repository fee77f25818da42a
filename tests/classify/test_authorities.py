from dataclasses import replace

import pytest

from bot.classify.authorities import is_supervisor
from bot.core.vocabulary import Concern, Right, Road
from bot.mail.shapes import IncomingMail
from bot.reading import read_mail

_MAIL = IncomingMail(sender="registrator@imy.se", subject="Dnr 1", new_text="Se bifogat. Sluta nu.")


@pytest.mark.parametrize(
    ("address", "known"),
    [
        ("registrator@imy.se", True),
        ("dpo@mail.imy.se", True),
        ("imy.se@example.com", False),
        ("anna@notimy.se", False),
        ("", False),
        (None, False),
    ],
)
def test_an_authority_is_known_by_its_domain(address: str | None, *, known: bool) -> None:
    """Its own domain and what lies below it; no name that only looks like it."""
    assert is_supervisor(address) is known


@pytest.mark.law("L87")
def test_whatever_an_authority_sends_is_for_a_person() -> None:
    """A page attached without a word goes to people the same day; its newsletter does not."""
    reading = read_mail(_MAIL)
    assert (reading.road, reading.rights) == (Road.SURE, (Right.HUMAN_ONLY,))
    assert reading.concerns == (Concern.AUTHORITY,)
    assert read_mail(replace(_MAIL, bulk_signals=("list-id",))).concerns == ()


def test_a_mail_passed_on_takes_nothing_back() -> None:
    """Whoever forwards it is not the one who asked."""
    below = "Jag tar tillbaka min begäran om radering."
    reading = read_mail(IncomingMail(subject="Vb: hej", quoted_text=below))
    assert (reading.road, reading.withdraws) == (Road.PERHAPS, False)
