"""An objection to what rests on our own interest (Art. 21(1)), as letters."""

import pytest
from correspondence import GAVLE, MORA, Correspondence, Tell, flat
from handwork import Hands, all_answer, asked, recipient
from ways import only_read, rows

from bot.demo.people import KARIN, NEW

SWEDISH = """Hej!

Jag invänder mot att ni använder mina uppgifter för uppföljning och utvärdering.

Med vänlig hälsning"""
ENGLISH = """Hello,

I object to the processing of my personal data for follow-up and evaluation (Article 21).

Kind regards"""
NILS = "nils.moberg@mora.allkontor.example"
"""Handler in Mora."""
UNCOUNTED = {
    "gavle": "SELECT customer_id FROM consents WHERE statistics = 0",
    "borlange": "SELECT kundnr FROM kund WHERE statistik = 'N'",
}
WHY = "Vi måste kunna följa upp garantier för maskiner som du har köpt, och kan inte annars."


@pytest.mark.law("L18", "L54", "L61")
@pytest.mark.people("P22")
def test_the_burden_is_ours_and_a_no_needs_a_decider_with_reasons(tell: Tell) -> None:
    """Restricted at once; reasons from a decider, which she reads before anything is lifted."""
    story = tell(adjust=only_read)
    hands, signe, nils = Hands(story), story.customer(NEW), story.customer(NILS)
    signe.writes(SWEDISH, to=MORA)
    signe.returns_code()
    [task] = hands.open_tasks()
    assert "begränsa uppgifter" in task.subject
    prompt = asked(story.britta, "ett beslut om invändning")
    assert "Det är vi som måste visa skäl som väger tyngre" in flat(prompt)
    hands.say_done()

    nils.answers(asked(nils, "ett beslut om"), f"AVSLÅ TVINGANDE_SKÄL {WHY}", to=MORA)
    assert "bara den som är beslutsfattare" in nils.heard
    story.britta.answers(prompt, "AVSLÅ TVINGANDE_SKÄL vi vill", to=MORA)
    assert "Skriv skälen i egna ord" in story.britta.heard
    assert len(signe.mail) == 1
    story.britta.answers(prompt, f"AVSLÅ TVINGANDE_SKÄL {WHY}", to=MORA)
    assert WHY in signe.heard
    assert "artikel 21.1" in signe.heard
    assert "Det gör vi igen från och med nu" in signe.heard
    [lift] = hands.open_tasks()
    assert story.mail.index(lift) > story.mail.index(signe.last)
    hands.say_done()
    assert story.case().stage == "refused"


@pytest.mark.law("L54")
def test_what_is_followed_is_stopped_and_told(story: Correspondence) -> None:
    """In English: a handler may say yes; stopped by Mora's people, told to her and to others."""
    hands, signe, nils = Hands(story), story.customer(NEW), story.customer(NILS)
    signe.writes(ENGLISH, to=MORA)
    signe.returns_code()
    nils.answers(asked(nils, "ett beslut om invändning"), "GODKÄNN", to=MORA)
    [task] = hands.open_tasks()
    assert "sluta använda uppgifter" in task.subject
    hands.say_done()
    assert signe.last.subject == "We have followed your objection (case 2026-0001)"
    assert "Follow-up and evaluation: we have stopped" in signe.heard
    assert "From now on we do so again, apart from what you objected to" in signe.heard
    assert "Sluta använda dem" in flat(recipient(story, "kontorsmolnet").last)
    assert rows(story, "mora", "SELECT * FROM restrictions") == []
    all_answer(story)
    story.winds(days=2)
    assert story.matter().closed


@pytest.mark.law("L54")
def test_a_register_with_a_switch_for_statistics_stops_by_itself(story: Correspondence) -> None:
    """Two do; Mora has none, so its people do it. What she said yes to goes on."""
    hands, karin = Hands(story), story.customer(KARIN)
    consents = "SELECT c.id, email, sms, letter, profiling FROM consents c ORDER BY c.id"
    chosen = rows(story, "gavle", consents)
    counted = [rows(story, name, one) for name, one in UNCOUNTED.items()]
    karin.writes(SWEDISH, to=GAVLE)
    karin.returns_code()
    story.anna.answers(asked(story.anna, "ett beslut om invändning"), "GODKÄNN", to=GAVLE)
    assert [one.to for one in hands.open_tasks()] == [story.britta.address]
    more = [rows(story, name, one) for name, one in UNCOUNTED.items()]
    assert [len(now) - len(was) for now, was in zip(more, counted, strict=True)] == [1, 1]
    assert rows(story, "gavle", consents) == chosen
    hands.say_done()
    assert karin.last.subject.startswith("Vi har följt din invändning")
    assert rows(story, "gavle", "SELECT * FROM customers WHERE restricted = 1") == []
