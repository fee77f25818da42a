"""What stops an erasure: her own word, somebody else's, and whatever still runs."""

from dataclasses import dataclass

import pytest
from correspondence import ACCESS, ERASE, Correspondence, flat
from handwork import OWN_NUMBER, Hands, asked, by_letter
from machines import bounce_of
from ways import decider

from bot.demo.people import KARIN, RENTING, WAITING, DemoPerson

OLD_ADDRESS = "karin.f@gammalpost.example"
DEAD_ADDRESS = "karin@finnsinte.example"
COMPLAINT = "Hej!\n\nJag vill klaga på hur ni har behandlat mina personuppgifter.\n\nKarin"


@dataclass(frozen=True)
class Running:
    """Somebody who asks to be erased while something runs; how staff read it, how it is over."""

    who: DemoPerson
    letter: str
    reads: str
    register: str
    over: str


RUNNING = (
    Running(
        WAITING,
        "Radera allt ni har om mig. /Mia",
        "en beställning är inte levererad och en faktura är inte betald",
        "gavle",
        f"UPDATE purchases SET delivered = 1, paid = 1 WHERE customer_id IN ({OWN_NUMBER})",  # noqa: S608 - its own names
    ),
    Running(
        RENTING,
        "Please erase everything you have about me under Article 17. Kind regards, Torsten",
        "något hyrs fortfarande",
        "borlange",
        "UPDATE hyra SET aktiv = 'N' WHERE kundnr = ?",
    ),
)


@pytest.mark.people("P02", "P12")
def test_a_request_is_taken_back_and_up_again_and_stopped_by_another(story: Correspondence) -> None:
    """In the grace she thinks better of it, and again; then her old address says INTE JAG.

    A third address is dead: that its notice came back stops nothing.
    """
    hands = Hands(story)
    for address in (OLD_ADDRESS, DEAD_ADDRESS):
        hands.second_address(KARIN, address)
    by_letter(story, KARIN, ERASE)
    story.anna.answers(story.anna.last, "GODKÄNN")
    story.erik.answers(story.erik.last, "GODKÄNN")
    karin, old = story.customer(KARIN), story.customer(OLD_ADDRESS)
    coming = old.last
    assert "raderar vi uppgifter" in coming.subject
    story.receives(bounce_of(story.customer(DEAD_ADDRESS).last))
    assert story.case().stage == "grace"

    karin.answers(karin.last, "Hej!\n\nJag tar tillbaka min begäran om radering.\n\nKarin")
    for told in (karin, old):
        assert told.last.subject == "Vi har avslutat ärendet (2026-0001)"
        assert "ÅNGRA" in told.heard
    story.winds(days=7)
    assert hands.open_tasks() == []
    assert "contact" in hands.held(KARIN)["gavle"]

    karin.answers(karin.last, "ÅNGRA")
    assert "KOD " in karin.last.text
    assert story.matter().level == 0
    assert "10 april 2026" in karin.heard

    old.answers(coming, "INTE JAG")
    assert story.case().reason == "not_me"
    assert old.last.subject == "Vi har stoppat ärendet (2026-0001)"
    assert "INTE JAG" in story.dpo.heard
    karin.returns_code()
    assert story.matter().level == 0
    assert "contact" in hands.held(KARIN)["gavle"]


@pytest.mark.people("P07")
@pytest.mark.parametrize("running", RUNNING, ids=lambda one: one.who.given)
def test_what_still_runs_comes_first(story: Correspondence, running: Running) -> None:
    """The plan says so, and says nothing of it when GÖR OM makes a new one after it is over."""
    hands, who = Hands(story), running.who
    by_letter(story, who, running.letter)
    clerk = decider(story)
    assert story.case().stage == "held"
    assert f"Tänk på: {running.reads}." in flat(asked(clerk, "godkänn en radering"))
    assert hands.run(running.register, running.over, who.customer_number(running.register))
    clerk.answers(asked(clerk, "godkänn en radering"), "GÖR OM")
    assert story.case().stage == "first approval"
    assert "Tänk på" not in flat(asked(clerk, "godkänn en radering"))


@pytest.mark.people("P07")
def test_an_open_access_and_an_open_complaint_come_first(story: Correspondence) -> None:
    """In matters of their own, and the plan of the erasure still names them."""
    karin = story.customer(KARIN)
    karin.writes(ACCESS, "Utdrag")
    karin.writes(COMPLAINT, "Klagomål")
    karin.writes(ERASE, "Radering")
    karin.returns_code()
    number = story.matters()[-1]
    letter = story.letter(number)
    story.anna.answers(story.anna.last, "POSTAT")
    karin.writes(f"KOD {letter.code}", "Koden")
    assert story.case(number).holds == ("access", "complaint")
    assert "ett klagomål pågår" in story.anna.heard
    assert "registerutdrag först" in story.anna.heard


@pytest.mark.people("P07")
@pytest.mark.law("L59")
def test_what_begins_in_the_days_of_grace_stops_the_erasure(story: Correspondence) -> None:
    """She orders toner: on the day nothing is erased anywhere, and she and staff hear why.

    When it is delivered and paid, GÖR OM makes another plan, which two people approve again.
    """
    hands, karin = Hands(story), story.customer(KARIN)
    by_letter(story, KARIN, ERASE)
    story.anna.answers(story.anna.last, "GODKÄNN")
    story.erik.answers(story.erik.last, "GODKÄNN")
    before = hands.held(KARIN)
    order = f"UPDATE purchases SET delivered = 0 WHERE customer_id IN ({OWN_NUMBER})"  # noqa: S608 - its own names
    hands.run("gavle", order, KARIN.customer_number("gavle"))
    story.winds(days=6)
    assert story.case().stage == "held after all"
    assert hands.held(KARIN) == before
    assert "Något pågår fortfarande" in karin.heard
    plan = asked(story.anna, "godkänn en radering")
    assert "Tänk på: en beställning är inte levererad" in flat(plan)
    assert "GODKÄNN" not in flat(plan).partition("Svara med en av raderna")[2]

    hands.run("gavle", order.replace("= 0", "= 1"), KARIN.customer_number("gavle"))
    story.anna.answers(plan, "GÖR OM")
    story.anna.answers(asked(story.anna, "godkänn en radering"), "GODKÄNN")
    story.erik.answers(asked(story.erik, "ett ja till"), "GODKÄNN")
    story.winds(days=6)
    assert "raderade" in karin.last.subject
    assert "contact" not in hands.held(KARIN)["gavle"]


@pytest.mark.people("P07")
def test_a_complaint_in_the_days_of_grace_stops_the_erasure(story: Correspondence) -> None:
    """In a matter of its own: what it is about must not be gone when somebody looks."""
    hands, karin = Hands(story), story.customer(KARIN)
    by_letter(story, KARIN, ERASE)
    story.anna.answers(story.anna.last, "GODKÄNN")
    story.erik.answers(story.erik.last, "GODKÄNN")
    karin.writes(COMPLAINT, "Klagomål")
    story.winds(days=6)
    assert story.case().holds == ("complaint",)
    assert "contact" in hands.held(KARIN)["mora"]
