"""Several rights in one mail: one acknowledgement, one answer, access before anything is erased."""

from datetime import UTC, datetime

import pytest
from bilingual import EN, SV, THREE_RIGHTS
from correspondence import Correspondence, Letter, Writer, code_in, flat, pdf_text
from handwork import Hands
from ways import blocked

from bot.demo.people import KARIN, REGISTERS
from bot.demo.play import Post

RED_ALARM = datetime(2026, 4, 8, 8, tzinfo=UTC)
"""Two working days before 10 April, in the morning."""


def asks_for_three_things(story: Correspondence, language: str) -> tuple[Writer, Letter]:
    """Her mail, her code, her letter, its code: drafts lie before staff."""
    karin = story.customer(KARIN)
    karin.writes(THREE_RIGHTS[language])
    karin.returns_code()
    letter = story.letter()
    story.anna.answers(story.anna.last, "POSTAT")
    karin.writes(f"KOD {letter.code}")
    return karin, letter


def prompt(person: Writer, *words: str) -> Post:
    """The last mail to a member of staff with these words in its subject."""
    return next(
        mail for mail in reversed(person.mail) if all(word in mail.subject for word in words)
    )


@pytest.mark.law("L03")
@pytest.mark.law("L37")
@pytest.mark.law("L79")
def test_she_gets_her_data_before_they_are_erased(story: Correspondence) -> None:
    """Advertising stops at once; the erasure waits for the draft; one answer with both parts.

    What the file holds is what stood there before: her telephone number is in it, and in no
    register any more.
    """
    karin, letter = asks_for_three_things(story, SV)
    hands = Hands(story)
    acknowledged = karin.mail[0]
    assert "spärrad för reklam" in flat(acknowledged)
    assert "Du får dina uppgifter innan vi raderar" in flat(acknowledged)
    assert code_in(acknowledged)
    assert all(KARIN.address in blocked(story, register) for register in REGISTERS)
    story.anna.answers(prompt(story.anna, "godkänn en radering"), "GODKÄNN")
    story.erik.answers(prompt(story.erik, "ett ja till"), "GODKÄNN")
    assert "raderar vi uppgifter" in karin.last.subject
    before = hands.held(KARIN)
    story.winds(days=7)
    assert hands.open_tasks() == []
    assert hands.held(KARIN) == before
    story.anna.answers(prompt(story.anna, "godkänn svaret"), "GODKÄNN")
    assert hands.open_tasks() == []
    assert "contact" not in hands.held(KARIN)["mora"]
    assert [mail.subject.partition(" (")[0] for mail in karin.mail] == [
        "Vi har fått ditt mejl",
        "Tack, nu kommer ett brev",
        "Den 13 mars 2026 raderar vi uppgifter",
        "Svar på ditt mejl",
    ]
    for heading in ("REGISTERUTDRAG", "RADERING"):
        assert heading in karin.last.text
    [(name, file)] = karin.last.attachments()
    assert name.startswith("registerutdrag")
    assert KARIN.phone in pdf_text(file, letter.passphrase)
    facts = [str(fact) for fact in story.column("SELECT fact FROM event ORDER BY seq")]
    collected = [spot for spot, fact in enumerate(facts) if '"register_collected"' in fact]
    acted = [spot for spot, fact in enumerate(facts) if '"register_acted"' in fact]
    assert len(collected) == len(acted) == len(REGISTERS) + 1  # the ledger is one too
    assert max(collected) < min(acted)


@pytest.mark.people("P13")
def test_what_is_ready_goes_when_the_last_day_is_near(story: Correspondence) -> None:
    """Nobody approves the erasure: the data go out on the red alarm, and what is missing is named.

    In English. The rest follows in an answer of its own; nothing is said twice.
    """
    karin, _ = asks_for_three_things(story, EN)
    story.anna.answers(prompt(story.anna, "godkänn svaret"), "GODKÄNN")
    plan = prompt(story.anna, "godkänn en radering")
    story.winds_to(RED_ALARM.replace(day=7))
    assert len(karin.mail) == 2
    story.winds_to(RED_ALARM)
    assert len(karin.mail) == 3
    assert list(karin.last.attachments())
    for word in ("WHAT IS MISSING", "erasure of data", "10 April 2026"):
        assert word in karin.heard
    story.winds_to(datetime(2026, 4, 10, 13, tzinfo=UTC))
    assert "late" in karin.last.subject
    assert "copy of" not in karin.heard
    story.anna.answers(plan, "GODKÄNN")
    story.erik.answers(prompt(story.erik, "ett ja till"), "GODKÄNN")
    story.winds(days=6)
    assert "erased" in karin.last.subject
    assert not list(karin.last.attachments())
