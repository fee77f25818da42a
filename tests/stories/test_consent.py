"""A consent that is taken back: marketing stops at once, the rest is told by a human (walk 1a)."""

import pytest
from correspondence import BORLANGE, MORA, Correspondence, flat
from handwork import Hands, asked

from bot.demo.people import RENTING, SIRI

LARS = "Jag återkallar mitt samtycke enligt er GDPR-text. /Torsten, kundnr {}"
ENGLISH = """Hello,

I withdraw my consent to your processing of my personal data.

Kind regards"""
TRAP = "stöd av ditt tidigare"
"""What the published notice says and no mail of ours ever may."""


@pytest.mark.law("L47", "L48")
@pytest.mark.people("P16")
def test_marketing_stops_at_once_and_a_human_says_what_goes_on(story: Correspondence) -> None:
    """He rents a copier: his one mail is enough for the block; the contract is told by a human."""
    hands, torsten = Hands(story), story.customer(RENTING)
    torsten.writes(LARS.format(RENTING.customer_number("borlange")))
    assert "nu är det gjort" in torsten.heard
    assert "Du behöver inte säga varför" in torsten.heard
    assert "avtal" not in torsten.heard
    off = 'SELECT samtycke_epost || samtycke_sms || samtycke_brev FROM kund WHERE "kundnr" = ?'
    number = int(RENTING.customer_number("borlange"))
    assert hands.run_one("borlange", off, number) == "NNN"

    torsten.returns_code()
    prompt = asked(story.dahl, "ett beslut om återkallat samtycke")
    assert "Att ta tillbaka ett samtycke kan vi aldrig neka" in flat(prompt)
    story.dahl.answers(prompt, "AVSLÅ ORIMLIG han hyr ju en kopiator av oss nu", to=BORLANGE)
    assert "den grunden kan inte användas" in story.dahl.heard
    story.dahl.answers(prompt, "GODKÄNN", to=BORLANGE)
    assert hands.open_tasks() == []
    assert hands.run_one("borlange", off, number) == "NNN"

    answer = torsten.last
    assert answer.subject == "Ditt samtycke gäller inte längre (ärende 2026-0001)"
    for words in (
        "Anpassade erbjudanden, från och med den 10 mars 2026",
        "Hantera dig som kund Grund: avtal med dig",
        "Bokföring Grund: rättslig förpliktelse",
        "En medarbetare har granskat svaret",
    ):
        assert words in flat(answer)
    assert not any(TRAP in flat(one) for one in torsten.mail)
    story.winds(days=2)
    assert story.matter().closed
    rented = "SELECT aktiv FROM hyra WHERE kundnr = ?"
    assert hands.run_one("borlange", rented, number) == "J"


@pytest.mark.law("L47")
def test_a_reader_of_the_newsletter_is_off_the_list_and_told_in_english(
    story: Correspondence,
) -> None:
    """Nothing else rests on her consent, and nothing else is said to go on."""
    hands, siri = Hands(story), story.customer(SIRI)
    siri.writes(ENGLISH, to=MORA)
    wanted = "SELECT by_mail FROM subscribers WHERE e_mail = ?"
    assert hands.run_one("mora", wanted, SIRI.address) == "no"
    siri.returns_code()
    story.britta.answers(asked(story.britta, "återkallat samtycke"), "APPROVE", to=MORA)
    assert hands.open_tasks() == []
    assert siri.last.subject == "Your consent no longer holds (case 2026-0001)"
    assert "Offers, from 10 March 2026" in siri.heard
    assert "contract" not in siri.heard.partition("goes on")[2].partition("later")[0]
