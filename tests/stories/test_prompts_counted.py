"""What one member of staff is asked in a sure case, where the registers act by themselves (P29)."""

from collections import Counter

import pytest
from correspondence import ACCESS, ERASE, STOP, Correspondence
from handwork import Hands, asked, by_letter
from secrecy import is_to_staff
from ways import decider

from bot.demo.people import KARIN, PER, SIRI

TRANSCRIPT = "svar på ditt kommando"


def asked_in(story: Correspondence, number: str) -> Counter[str]:
    """How many mails about a matter each member of staff got, transcripts apart."""
    return Counter(
        one.to
        for one in story.mail
        if is_to_staff(one) and number in one.subject and TRANSCRIPT not in one.subject
    )


@pytest.mark.people("P29")
@pytest.mark.law("L59")
def test_marketing_nought_access_two_erasure_three(story: Correspondence) -> None:
    """Nobody for a block; to post and to approve for a copy; to post and two yes for an erasure."""
    hands = Hands(story)
    story.customer(SIRI).writes(STOP)
    by_letter(story, PER, ACCESS, days=0)
    clerk = decider(story, "2026-0002")
    clerk.answers(asked(clerk, "godkänn svaret"), "GODKÄNN")
    by_letter(story, KARIN, ERASE, days=0)
    story.anna.answers(asked(story.anna, "godkänn en radering"), "GODKÄNN")
    story.erik.answers(asked(story.erik, "ett ja till"), "GODKÄNN")
    story.winds(days=3)

    for customer, subject in (
        (SIRI, "Vi har fått ditt mejl (ärende 2026-0001)"),
        (PER, "Ditt registerutdrag (ärende 2026-0002)"),
        (KARIN, "Dina uppgifter är raderade (ärende 2026-0003)"),
    ):
        assert story.customer(customer).last.subject == subject
    marketing, access, erasure = (asked_in(story, f"2026-000{one}") for one in (1, 2, 3))
    assert marketing == {}
    assert set(access.values()) == {2}
    assert erasure[story.erik.address] == 3
    assert max(erasure.values()) == 3
    assert hands.open_tasks() == []
    assert "contact" not in hands.held(KARIN)["mora"]
