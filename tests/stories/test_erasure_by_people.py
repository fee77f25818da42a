"""An erasure where the registers are only read: people do it, and each register is asked again."""

from datetime import UTC, datetime

import pytest
from correspondence import ERASE, Correspondence, Tell, flat
from handwork import BOXES, Hands, by_letter
from ways import only_read

from bot.core.vocabulary import Category
from bot.demo.people import KARIN

ERASES = datetime(2026, 3, 17, 8, tzinfo=UTC)
"""Nine o'clock three working days after the second yes."""


def two_say_yes(story: Correspondence) -> None:
    """Karin asks and proves who she is; Anna and Erik approve; the days of grace go by."""
    by_letter(story, KARIN, ERASE, days=2)
    story.anna.answers(story.anna.last, "GODKÄNN")
    story.erik.answers(story.erik.last, "GODKÄNN")
    story.winds_to(ERASES)


@pytest.mark.law("L57")
@pytest.mark.people("P07")
def test_who_says_klar_is_not_believed(tell: Tell) -> None:
    """Neither when nothing was done, nor when her address alone was hidden."""
    story = tell(adjust=only_read)
    hands, karin = Hands(story), story.customer(KARIN)
    two_say_yes(story)
    each_company_is_asked(story)
    hands.say_done()
    assert story.case().stage == "residue"
    hands.forget_address(KARIN)
    story.anna.answers(story.anna.last, "KLAR adressen är borta")
    assert story.case().stage == "residue"
    assert "finns kvar i ett register" in story.anna.heard
    hands.erase(KARIN)
    story.anna.answers(story.anna.last, "KLAR nu är allt borta")
    assert karin.last.subject == "Dina uppgifter är raderade (ärende 2026-0001)"
    assert len([one for one in karin.mail if "raderade" in one.subject]) == 1
    left = {Category.IDENTITY, Category.PURCHASES, Category.CONSENTS}
    assert set(hands.held(KARIN)["gavle"]) == left


def each_company_is_asked(story: Correspondence) -> None:
    """One task to each, naming the company and what goes there; nobody before the grace ended."""
    tasks = [one for one in story.mail if "radera uppgifter senast" in one.subject]
    assert {one.to for one in tasks} > BOXES.keys()
    assert {one.at for one in tasks} == {ERASES}
    by_person = {one.to: flat(one) for one in tasks}
    gavle, borlange, mora = (by_person[person] for person in BOXES)
    assert "hos Mora Kontorsteam AB" in mora
    assert "besöks- och sökhistorik" in borlange
    assert "besöks- och sökhistorik" not in gavle


@pytest.mark.law("L59")
def test_what_came_after_the_plan_is_left_and_staff_hear_in_which_table(
    story: Correspondence,
) -> None:
    """A visit in the days of grace stands in no plan: nothing is erased that nobody approved.

    Nobody is told that it is done before it is gone.
    """
    hands, karin = Hands(story), story.customer(KARIN)
    by_letter(story, KARIN, ERASE, days=2)
    story.anna.answers(story.anna.last, "GODKÄNN")
    story.erik.answers(story.erik.last, "GODKÄNN")
    number = int(KARIN.customer_number("borlange"))
    visit = "INSERT INTO besok (kundnr, tidpunkt, sida) VALUES (?, '2026-03-16 10:00', '/toner')"
    hands.run("borlange", visit, number)
    story.winds_to(ERASES)
    assert story.case().stage == "residue"
    assert "raderar vi" in karin.last.subject
    assert "(borlange: Besök på hemsidan: 1)" in story.anna.heard
    hands.run("borlange", "DELETE FROM besok WHERE kundnr = ?", number)
    story.anna.answers(story.anna.last, "KLAR besöket är borta")
    assert "raderade" in karin.last.subject
