"""What goes by hand, and refusals."""

import pytest
from correspondence import ACCESS, ERASE, Correspondence, Tell
from ways import decider, nothing_leaves, to_the_approval, to_the_letter

from bot.core.law import grounds_for
from bot.core.vocabulary import Right
from bot.demo.people import BO, CHANGED, KARIN, MOVED, NILS, PER, SIRI

BY_HAND = {
    "access": ACCESS,
    "erasure": ERASE,
    "rectification": "Hej!\n\nRätta min adress enligt artikel 16, den är fel.\n\nHälsningar",
    "portability": "Hej!\n\nJag begär dataportabilitet enligt artikel 20.\n\nHälsningar",
    "restriction": "Hej!\n\nJag begär begränsning av behandlingen enligt artikel 18.\n\nMvh",
}
REASONS = "Vi har läst begäran noga, och den som skriver har redan fått alla uppgifter."


def test_where_nothing_may_leave_every_right_is_given_to_people(tell: Tell) -> None:
    """Acknowledged without a code; the owner's staff are asked; KLAR closes, nothing else goes."""
    story = tell(adjust=nothing_leaves)
    people = (KARIN, SIRI, NILS, PER, MOVED)
    for number, ((right, letter), who) in enumerate(zip(BY_HAND.items(), people, strict=True), 1):
        customer = story.customer(who)
        customer.writes(letter)
        matter = f"2026-{number:04}"
        assert [case.right for case in story.matter(matter).cases] == [right]
        assert "KOD " not in customer.heard
        assert "10 april 2026" in customer.heard
        assert "KLAR" in story.erik.heard
        story.anna.answers(story.anna.last, "KLAR ringde kunden, allt är gjort")
        assert story.matter(matter).closed
        assert len(customer.mail) == 1


@pytest.mark.people("P11")
def test_nobody_is_refused_before_an_address_is_proved(tell: Tell) -> None:
    """A refusal would tell a stranger who is a customer."""
    story = tell(adjust=nothing_leaves)
    karin = story.customer(KARIN)
    karin.writes(ERASE)
    story.anna.answers(story.anna.last, f"AVSLÅ OGRUNDAD {REASONS}")
    assert "inte visat vem det är" in story.anna.heard
    assert len(karin.mail) == 1
    assert story.case().stage == "with a person"


@pytest.mark.law("L17")
def test_a_decider_refuses_with_reasons_and_the_ways_to_complain(story: Correspondence) -> None:
    """One mail to each customer: why, in the decider's own words, IMY, the court. Then the end."""
    grounds, texts = grounds_for(Right.ACCESS), set()
    for ground, who in zip(grounds, (NILS, SIRI, KARIN, MOVED, CHANGED, BO), strict=True):
        customer = story.customer(who)
        customer.writes("Hej!\n\nJag vill ha ett registerutdrag enligt artikel 15.")
        customer.returns_code()
        number = story.matters()[-1]
        person = decider(story, number)
        person.answers(person.last, f"AVSLÅ {ground} {REASONS}")
        assert customer.last.subject.startswith("Svar på det du bad om")
        for word in ("därför att", "Integritetsskyddsmyndigheten", "domstol"):
            assert word in customer.heard
        assert ground == "OIDENTIFIERAD" or REASONS in customer.heard
        texts.add(customer.heard.partition("därför att")[2])
        assert story.matter(number).closed
    assert len(texts) == len(grounds)


@pytest.mark.people("P22")
def test_a_handler_cannot_refuse(story: Correspondence) -> None:
    """Erik is told to ask a decider; the customer hears nothing; the draft still stands."""
    to_the_approval(story)
    karin = story.customer(KARIN)
    before = len(karin.mail)
    story.erik.answers(story.erik.last, f"AVSLÅ OGRUNDAD {REASONS}")
    assert "beslutsfattare" in story.erik.heard
    assert len(karin.mail) == before
    assert story.case().stage == "approval"


@pytest.mark.law("L17")
def test_a_refusal_needs_one_of_the_grounds_and_reasons(story: Correspondence) -> None:
    """No ground, one of one's own making, another right's, or no reasons: nothing is done."""
    to_the_approval(story)
    for said, why in (
        ("AVSLÅ", "SEKRETESS"),
        ("AVSLÅ för att jag vill", "SEKRETESS"),
        (f"AVSLÅ LAGKRAV {REASONS}", "kan inte användas mot det"),
        ("AVSLÅ ORIMLIG", "Skriv skälen i egna ord"),
    ):
        story.anna.answers(story.anna.last, said)
        assert why in story.anna.heard
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
    story.anna.answers(story.anna.last, f"AVSLÅ ORIMLIG {REASONS}")
    assert story.customer(KARIN).last.subject.startswith("Svar på det du bad om")
