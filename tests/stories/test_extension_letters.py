"""More time, as letters: only a decider, only with a reason that the law knows, only in time."""

from datetime import UTC, date, datetime

import pytest
from correspondence import ACCESS, MORA, Correspondence, Tell, flat
from handwork import asked
from stages import DovecotOffice

from bot.core.deadlines import receipt_day
from bot.demo.people import SIRI

ENGLISH = "Hello,\n\nPlease send me a copy of all personal data you hold about me.\n\nKind regards"
NILS = "nils.moberg@mora.allkontor.example"
"""Handler in Mora."""
HOLIDAYS = "FÖRLÄNG KOMPLICERAT vi har semester i mars och hinner inte med det här"
WHY = "uppgifterna ligger i flera gamla register som måste läsas för hand"


def until_the_draft(story: Correspondence, letter: str) -> None:
    """Her code is back; the draft lies before Mora's staff."""
    siri = story.customer(SIRI)
    siri.writes(letter, to=MORA)
    siri.returns_code()
    assert "GODKÄNN" in asked(story.britta, "godkänn svaret").text


@pytest.mark.law("L11", "L13", "L16")
@pytest.mark.people("P22")
def test_a_decider_gives_a_reason_in_time_and_a_refusal_gets_no_more(story: Correspondence) -> None:
    """No handler, no holidays; then the answer has until June, and a refusal until April."""
    until_the_draft(story, ACCESS)
    siri, nils = story.customer(SIRI), story.customer(NILS)
    draft = asked(story.britta, "godkänn svaret")
    nils.answers(asked(nils, "godkänn svaret"), f"FÖRLÄNG KOMPLICERAT {WHY}", to=MORA)
    assert "bara den som är beslutsfattare" in nils.heard
    story.britta.answers(draft, HOLIDAYS, to=MORA)
    assert "inget skäl till mer tid" in story.britta.heard
    assert len(siri.mail) == 1
    story.britta.answers(draft, f"FÖRLÄNG KOMPLICERAT {WHY}", to=MORA)
    for words in (
        "Du får svar senast den 10 juni 2026",
        "komplicerat att svara på",
        "register som måste läsas för hand",
        "Britta Hed hos Mora Kontorsteam AB har fattat beslutet",
        "Integritetsskyddsmyndigheten",
        "tingsrätten",
    ):
        assert words in siri.heard

    story.winds_to(datetime(2026, 4, 10, 14, tzinfo=UTC))
    assert not story.matter().breached
    assert "refusal" not in siri.heard
    alarm = asked(story.britta, "avslag")
    assert receipt_day(alarm.at) == date(2026, 4, 10)
    assert "den 10 juni 2026" in flat(alarm)
    assert len(siri.mail) == 2
    story.britta.answers(draft, "GODKÄNN", to=MORA)
    assert siri.last.subject == "Ditt registerutdrag (ärende 2026-0001)"


@pytest.mark.law("L11")
@pytest.mark.people("P13")
def test_a_notice_that_comes_a_day_late_gives_no_time(tell: Tell) -> None:
    """The server is busy on the last afternoon: nothing is extended, and she hears we are late."""
    story = tell(start=datetime(2026, 3, 10, 8, tzinfo=UTC), server="dovecot")
    office, siri = story.stage.office, story.customer(SIRI)
    assert isinstance(office, DovecotOffice)
    until_the_draft(story, ENGLISH)
    draft = asked(story.britta, "godkänn svaret")
    story.winds_to(datetime(2026, 4, 10, 12, tzinfo=UTC))
    office.mta.answers["RCPT"] = "451 4.3.0 later"
    story.britta.answers(draft, f"EXTEND COMPLEX {WHY}", to=MORA)
    story.winds_to(datetime(2026, 4, 11, 8, tzinfo=UTC))
    office.mta.answers.clear()
    story.winds(hours=2)
    matter = story.matter()
    assert matter.breached
    assert not matter.is_extended
    assert [one.subject for one in siri.mail[1:]] == ["Your answer is late (case 2026-0001)"]
    assert "we have not extended the time" in siri.heard
    assert "svaret är försenat" in asked(story.dpo, "försenat").subject

    story.britta.answers(draft, f"EXTEND COMPLEX {WHY}", to=MORA)
    assert "Den har gått" in story.britta.heard
    story.britta.answers(draft, "APPROVE", to=MORA)
    assert siri.last.subject.startswith("The copy of your personal data")
