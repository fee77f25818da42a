"""An objection to what rests on our own interest (Art. 21(1)), as letters."""

import pytest
from correspondence import MORA, Correspondence, flat
from handwork import Hands, all_answer, asked, recipient

from bot.demo.people import NEW

SWEDISH = """Hej!

Jag invänder mot att ni använder mina uppgifter för uppföljning och utvärdering.

Med vänlig hälsning"""
ENGLISH = """Hello,

I object to the processing of my personal data for follow-up and evaluation (Article 21).

Kind regards"""
NILS = "nils.moberg@mora.allkontor.example"
"""Handler in Mora."""
WHY = "Vi måste kunna följa upp garantier för maskiner som du har köpt, och kan inte annars."


@pytest.mark.law("L18", "L54", "L61")
@pytest.mark.people("P22")
def test_the_burden_is_ours_and_a_no_needs_a_decider_with_reasons(story: Correspondence) -> None:
    """Restricted at once; reasons from a decider, which she reads before anything is lifted."""
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
    """In English: a handler may say yes; stopped in the register, told to her and to recipients."""
    hands, signe, nils = Hands(story), story.customer(NEW), story.customer(NILS)
    signe.writes(ENGLISH, to=MORA)
    signe.returns_code()
    hands.say_done()
    nils.answers(asked(nils, "ett beslut om invändning"), "GODKÄNN", to=MORA)
    [task] = hands.open_tasks()
    assert "sluta använda uppgifter" in task.subject
    hands.say_done()
    assert signe.last.subject == "We have followed your objection (case 2026-0001)"
    assert "Follow-up and evaluation: we have stopped" in signe.heard
    assert "From now on we do so again, apart from what you objected to" in signe.heard
    assert "Sluta använda dem" in flat(recipient(story, "kontorsmolnet").last)
    hands.say_done()
    all_answer(story)
    story.winds(days=2)
    assert story.matter().closed
