"""A restriction, as letters: set at once, looked at again, and lifted only after a word to her.

Mora's register enters it by itself; where registers are only read, people do, and say KLAR.
"""

from datetime import timedelta

import pytest
from correspondence import MORA, Correspondence, Tell, flat
from handwork import Hands, all_answer, asked, recipient
from ways import only_read, rows

from bot.demo.people import NEW

SWEDISH = """Hej!

Jag begär att ni begränsar behandlingen av mina personuppgifter enligt artikel 18. Jag behöver
dem för ett rättsligt krav.

Med vänlig hälsning"""
ENGLISH = """Hello,

I ask you to restrict the processing of my personal data under Article 18.

Kind regards"""
BOTH = """Hej!

Mitt efternamn är felstavat hos er. Rätta det enligt artikel 16: det ska vara Qvistlid. Jag begär
också att ni begränsar behandlingen av mina personuppgifter enligt artikel 18.

Med vänlig hälsning"""
NILS = "nils.moberg@mora.allkontor.example"
"""Handler in Mora."""
ENTERED = "SELECT member_no, since FROM restrictions"


@pytest.mark.law("L60", "L61", "L62")
@pytest.mark.people("P07", "P22", "P25")
def test_it_stands_until_a_decider_lifts_it(story: Correspondence) -> None:
    """Told at once, answered when a human has weighed it, asked about every ninety days."""
    signe, nils = story.customer(NEW), story.customer(NILS)
    consents = rows(story, "mora", "SELECT * FROM newsletter")
    signe.writes(SWEDISH, to=MORA)
    assert rows(story, "mora", ENTERED) == []
    signe.returns_code()
    entered = [(NEW.customer_number("mora"), "2026-03-10")]
    assert rows(story, "mora", ENTERED) == entered
    assert signe.last.subject == "Dina uppgifter är begränsade (ärende 2026-0001)"
    for words in ("Sedan den 10 mars 2026", "inga utskick och ingen statistik", "levereras"):
        assert words in signe.heard
    nils.answers(asked(nils, "ett beslut om begränsning"), "GODKÄNN", to=MORA)
    assert len(signe.mail) == 3
    assert "Sedan den 10 mars 2026" in signe.heard
    assert "Begränsningen upphör inte utan att du först får ett mejl" in signe.heard
    assert "Begränsa dem" in flat(recipient(story, "kontorsmolnet").last)

    all_answer(story)
    story.winds(days=2)
    story.stage.play.clock.wind(timedelta(days=90))
    story.settle()
    nils.answers(asked(nils, "ska begränsningen vara kvar"), "HÄV", to=MORA)
    assert "bara den som är beslutsfattare" in nils.heard
    assert rows(story, "mora", ENTERED) == entered
    story.britta.answers(asked(story.britta, "ska begränsningen vara kvar"), "HÄV", to=MORA)
    assert signe.last.subject.startswith("Begränsningen upphör")
    assert "Britta Hed" in signe.heard
    assert rows(story, "mora", ENTERED) == []
    assert rows(story, "mora", "SELECT * FROM newsletter") == consents
    assert Hands(story).open_tasks() == []
    assert story.matter().closed


@pytest.mark.law("L17", "L61")
def test_a_refusal_says_that_the_restriction_ends_with_it(tell: Tell) -> None:
    """By hand, in English: a ground, reasons in own words, and only then it is lifted."""
    story = tell(adjust=only_read)
    hands, signe = Hands(story), story.customer(NEW)
    signe.writes(ENGLISH, to=MORA)
    signe.returns_code()
    assert [one.to for one in hands.open_tasks()] == [story.britta.address]
    hands.say_done()
    assert signe.last.subject == "The use of your data is restricted (case 2026-0001)"
    prompt = asked(story.britta, "ett beslut om begränsning")
    story.britta.answers(prompt, "AVSLÅ GRUND_SAKNAS", to=MORA)
    assert "Skriv skälen i egna ord" in story.britta.heard
    why = "Nobody contests your data, and no claim and no objection of yours is open."
    story.britta.answers(prompt, f"REFUSE NO_GROUND {why}", to=MORA)
    assert why in signe.heard
    assert "we did not use your data as usual" in signe.heard
    [lift] = hands.open_tasks()
    assert story.mail.index(lift) > story.mail.index(signe.last)
    hands.say_done()
    assert story.matter().closed


@pytest.mark.law("L61")
def test_one_restriction_outlasts_the_correction_beside_it(story: Correspondence) -> None:
    """Her name is right again and told so; what she asked to have restricted stays restricted."""
    signe = story.customer(NEW)
    signe.writes(BOTH, to=MORA)
    signe.returns_code()
    prompt = asked(story.britta, "vad ska rättas")
    story.britta.answers(prompt, "RÄTTA UPPGIFT\nKvistlid -> Qvistlid", to=MORA)
    story.britta.answers(asked(story.britta, "ett beslut om begränsning"), "GODKÄNN", to=MORA)
    assert rows(story, "mora", "SELECT full_name FROM members WHERE full_name LIKE '%Qvistlid%'")
    rectification = next(one for one in story.matter().cases if one.right == "rectification")
    story.winds(days=2)
    assert rectification.act == "lift"
    assert len(rows(story, "mora", ENTERED)) == 1
