"""Those who got her data (Art. 19): told by their own key, reminded, and rung up in the end."""

from datetime import UTC, datetime

import pytest
from correspondence import MORA, Correspondence, flat
from handwork import Hands, asked, recipient

from bot.core.deadlines import receipt_day
from bot.demo.people import NEW

LETTER = """Hej!

Mitt efternamn är felstavat hos er. Rätta det enligt artikel 16: det ska vara Qvistlid.

Med vänlig hälsning"""
TOLD = ("Kontorsmolnet Drift AB", "Siffran Redovisning", "Brevlådan Tryck och Utskick AB")


@pytest.mark.law("L62")
@pytest.mark.people("P25")
def test_they_are_reminded_twice_and_then_staff_ring(story: Correspondence) -> None:
    """The customer does not wait for them, the matter does; who answered hears no more."""
    hands, signe = Hands(story), story.customer(NEW)
    signe.writes(LETTER, to=MORA)
    signe.returns_code()
    hands.say_done()
    story.britta.answers(
        asked(story.britta, "vad ska rättas"), "RÄTTA UPPGIFT\nKvistlid -> Qvistlid", to=MORA
    )
    hands.say_done()
    assert all(name in signe.heard for name in TOLD)
    assert "Norrbud" not in signe.heard, "it knows people by a telephone number, and she has none"
    hands.say_done()

    cloud, mailer = recipient(story, "kontorsmolnet"), recipient(story, "brevladan")
    assert f"Kundnummer: {NEW.customer_number('mora')}" in cloud.last.text
    assert recipient(story, "norrbud").mail == []
    assert recipient(story, "sidvisaren").mail == []
    cloud.answers(cloud.last, "Hej, klart! /Driften", to=MORA)
    story.winds_to(datetime(2026, 4, 2, 8, tzinfo=UTC))
    days = [receipt_day(one.at) for one in mailer.mail]
    assert [f"{day:%d/%m}" for day in days] == ["10/03", "18/03", "25/03"]
    assert all("Påminnelse" in one.subject for one in mailer.mail[1:])
    assert len(cloud.mail) == 1

    prompt = asked(story.britta, "ring en mottagare")
    assert "Den 10 mars 2026 bad vi dem att rätta uppgifter" in flat(prompt)
    assert "Kontorsmolnet" not in flat(prompt)
    assert "Norrbud" not in flat(prompt)
    assert not story.matter().closed
    story.britta.answers(prompt, "KLAR båda har rättat, sa de i telefon", to=MORA)
    assert story.matter().closed
    assert len(signe.mail) == 2
