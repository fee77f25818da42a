"""Nobody answers: others are asked, all are alarmed, the customer is told the truth (P13)."""

from datetime import UTC, datetime

import pytest
from correspondence import ACCESS, ANNA, DAHL, DPO, ERIK, GAVLE, Correspondence
from machines import AUTOMATIC, bounce_of, written
from secrecy import neutral
from ways import to_the_approval, to_the_letter

from bot.demo.people import KARIN, SIRI, UNKNOWN
from bot.demo.play import Post

SARA = "sara.holm@gavle.allkontor.example"
"""Stands in for the others in Gävle."""
OLLE = "olle.strom@borlange.allkontor.example"
LATE = datetime(2026, 4, 10, 13, tzinfo=UTC)
"""15:00 in Sweden on the promised day."""


def about(mails: list[Post], *words: str) -> set[str]:
    """Who got a mail with all of these words in its subject."""
    return {mail.to for mail in mails if all(word in mail.subject for word in words)}


@pytest.mark.people("P13")
@pytest.mark.law("L23")
def test_a_month_in_which_nobody_is_at_home(story: Correspondence) -> None:
    """The stand-in after two working days, Borlänge after four; alarms on day 10, 20 and 29.

    At 15:00 on the promised day the customer hears that we are late, what is missing, and where to
    complain; the officer hears it too. Nothing in it is an extension or a refusal.
    """
    to_the_letter(story)
    karin = story.customer(KARIN)
    posting = "posta ett brev"
    assert about(story.mail, posting) == {ANNA, ERIK}
    assert about(story.winds_to(_at(12)), posting) == {SARA}
    assert "Påminnelse" in story.customer(SARA).heard
    assert about(story.winds_to(_at(16)), posting) == {DAHL, OLLE}
    assert about(story.winds_to(_at(20)), "inget utkast efter tio dagar") == {ANNA, ERIK}
    assert about(story.winds_to(_at(30)), "inget svar efter tjugo dagar") == {ANNA, ERIK}
    alarmed = about(story.winds_to(_at(8, month=4)), "bråttom")
    assert {ANNA, ERIK, DAHL, OLLE, story.britta.address} <= alarmed
    assert SARA not in alarmed
    assert len(karin.mail) == 2
    story.winds_to(LATE)
    assert karin.last.at == LATE
    for word in ("registerutdrag", "inget nej", "inte förlängt", "Integritetsskyddsmyndigheten",
                 "domstol", "dataskyddsombud"):  # fmt: skip
        assert word in karin.heard
    assert about(story.mail, "svaret är försenat") == {DPO}
    assert story.matter().breached
    assert not story.matter().closed


@pytest.mark.people("P11")
@pytest.mark.people("P13")
@pytest.mark.law("L75")
def test_lateness_tells_nobody_who_is_a_customer(story: Correspondence) -> None:
    """A subscriber and a stranger, both unproved: the same words at the same minute."""
    for who in (SIRI, UNKNOWN):
        story.customer(who).writes(ACCESS, "Registerutdrag")
    story.winds_to(LATE)
    siri, vera = (story.customer(who).last for who in (SIRI, UNKNOWN))
    assert siri.at == vera.at == LATE
    assert neutral(siri) == neutral(vera)
    assert "försenat" in siri.subject


@pytest.mark.people("P13")
def test_an_automatic_reply_brings_in_the_stand_in_the_same_day(story: Correspondence) -> None:
    """To a prompt comes "I am away": Sara is asked at once, and may answer it like the others."""
    to_the_approval(story)
    away = written(ANNA, "Frånvarande", "Jag är på semester.", AUTOMATIC, story.anna.last)
    led_to = story.receives(away)
    assert about(led_to, "godkänn svaret") == {SARA}
    sara = story.customer(SARA)
    sara.answers(sara.last, "GODKÄNN")
    assert story.customer(KARIN).last.subject.startswith("Ditt registerutdrag")


@pytest.mark.people("P13")
def test_a_staff_mailbox_that_is_gone_brings_in_the_stand_in(story: Correspondence) -> None:
    """A bounce of a prompt; a second one changes nothing; the customer notices nothing."""
    to_the_letter(story)
    karin = story.customer(KARIN)
    led_to = story.receives(bounce_of(story.erik.last))
    assert about(led_to, "posta ett brev") == {SARA}
    assert len(karin.mail) == 2
    assert story.case().stage == "letter to post"
    story.anna.answers(story.anna.last, "POSTAT", to=GAVLE)
    assert story.case().stage == "letter code"


def _at(day: int, month: int = 3) -> datetime:
    """Ten in the morning in Sweden, or eleven."""
    return datetime(2026, month, day, 9, tzinfo=UTC)
