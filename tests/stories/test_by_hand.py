"""Rights that a human carries out, and refusals."""

import pytest
from correspondence import ERASE, Correspondence
from ways import to_the_approval, to_the_letter

from bot.core.vocabulary import Refusal
from bot.demo.people import BO, CHANGED, KARIN, MOVED, NILS, SIRI

BY_HAND = {
    "erasure": ERASE,
    "rectification": "Hej!\n\nRätta min adress enligt artikel 16, den är fel.\n\nHälsningar",
    "portability": "Hej!\n\nJag begär dataportabilitet enligt artikel 20.\n\nHälsningar",
    "restriction": "Hej!\n\nJag begär begränsning av behandlingen enligt artikel 18.\n\nHälsningar",
}


@pytest.mark.parametrize(("right", "letter"), BY_HAND.items(), ids=BY_HAND.keys())
def test_a_right_without_a_table_is_acknowledged_and_given_to_people(
    story: Correspondence, right: str, letter: str
) -> None:
    """Each of the owner's staff is asked; KLAR closes, and the bot answers nothing itself."""
    karin = story.customer(KARIN)
    karin.writes(letter)
    assert [case.right for case in story.matter().cases] == [right]
    assert "En medarbetare läser det du skriver" in karin.heard
    assert "10 april 2026" in karin.heard
    assert "KLAR" in story.erik.heard
    story.winds(days=4)
    assert not story.matter().closed
    story.anna.answers(story.anna.last, "KLAR ringde kunden, allt är gjort")
    assert story.matter().closed
    assert len(karin.mail) == 1


@pytest.mark.people("P11")
def test_nobody_is_refused_before_an_address_is_proved(story: Correspondence) -> None:
    """A refusal would tell a stranger who is a customer."""
    karin = story.customer(KARIN)
    karin.writes(ERASE)
    story.anna.answers(story.anna.last, "AVSLÅ OGRUNDAD")
    assert "inte bekräftat sin adress" in story.anna.heard
    assert len(karin.mail) == 1
    assert story.case().stage == "with a person"


@pytest.mark.law("L17")
def test_a_decider_refuses_with_reasons_and_the_ways_to_complain(story: Correspondence) -> None:
    """One mail to each customer: why, IMY, the court. Then the matter ends."""
    reasons = set()
    for ground, who in zip(Refusal, (NILS, SIRI, MOVED, CHANGED, BO), strict=True):
        customer = story.customer(who)
        customer.writes("Hej!\n\nJag vill ha ett registerutdrag enligt artikel 15.")
        customer.returns_code()
        story.anna.answers(story.anna.last, f"AVSLÅ {ground}")
        assert customer.last.subject.startswith("Svar på det du bad om")
        for word in ("därför att", "Integritetsskyddsmyndigheten", "domstol"):
            assert word in customer.heard
        reasons.add(customer.heard.partition("därför att")[2])
        assert story.matter(story.matters()[-1]).closed
    assert len(reasons) == len(Refusal)


@pytest.mark.people("P22")
def test_a_handler_cannot_refuse(story: Correspondence) -> None:
    """Erik is told to ask a decider; the customer hears nothing; the draft still stands."""
    to_the_approval(story)
    karin = story.customer(KARIN)
    before = len(karin.mail)
    story.erik.answers(story.erik.last, "AVSLÅ OGRUNDAD")
    assert "beslutsfattare" in story.erik.heard
    assert len(karin.mail) == before
    assert story.case().stage == "approval"


def test_a_refusal_needs_one_of_the_grounds(story: Correspondence) -> None:
    """A ground of one's own making, or none, is told which there are."""
    to_the_approval(story)
    for said in ("AVSLÅ", "AVSLÅ för att jag vill"):
        story.anna.answers(story.anna.last, said)
        assert "SEKRETESS" in story.anna.heard
        assert story.case().stage == "approval"


def test_do_it_again_collects_anew(story: Correspondence) -> None:
    """GÖR OM at a draft gives a new draft and a new prompt; the old prompt is stale."""
    to_the_approval(story)
    old = story.anna.last
    story.anna.answers(old, "GÖR OM")
    assert story.matter().round == 2
    fresh = [mail for mail in story.anna.mail if "godkänn" in mail.subject][-1]
    story.erik.answers(
        next(mail for mail in story.erik.mail if "godkänn" in mail.subject), "GODKÄNN"
    )
    assert story.case().stage == "approval"
    story.anna.answers(fresh, "GODKÄNN")
    assert story.customer(KARIN).last.subject.startswith("Ditt registerutdrag")


def test_a_refusal_is_possible_while_the_letter_waits(story: Correspondence) -> None:
    """After level 1 a decider may refuse at the posting too."""
    to_the_letter(story)
    story.anna.answers(story.anna.last, "AVSLÅ ORIMLIG")
    assert story.customer(KARIN).last.subject.startswith("Svar på det du bad om")
