"""What the companies promised to erase by age goes, after two people and a week (P03)."""

from datetime import UTC, datetime

import pytest
from correspondence import ACCESS, Correspondence, Tell
from handwork import Hands, asked

from bot.config import Settings
from bot.config.retention import RetentionRun
from bot.demo.unusual import LEFT

MONDAY = datetime(2026, 3, 16, 5, 5, tzinfo=UTC)
"""Five past six in the morning in Sweden."""
WEEK_AFTER = datetime(2026, 3, 23, 6, tzinfo=UTC)
BEFORE = datetime(2026, 3, 15, 20, tzinfo=UTC)


def weekly(settings: Settings) -> Settings:
    """Every Monday, two records at most in a company's first run."""
    run = RetentionRun(weekday="monday", first_at_most=2, at_most=500)
    return settings.model_copy(update={"retention": run})


@pytest.fixture
def proposed(tell: Tell) -> Correspondence:
    """The staff of each company have the proposal of the week."""
    story = tell(start=BEFORE, adjust=weekly)
    story.winds_to(MONDAY)
    return story


def hers(story: Correspondence, table: str, column: str = "customer_id") -> int:
    """How many rows Gävle has of the one who left, by her row number there."""
    own = "SELECT id FROM customers WHERE last_name = ?"
    counted = f"SELECT count(*) FROM {table} WHERE {column} IN ({own})"  # noqa: S608 - its own names
    return int(str(Hands(story).run_one("gavle", counted, LEFT.family)))


def approved(story: Correspondence) -> None:
    """Two people of Gävle say yes."""
    story.anna.answers(story.anna.last, "GODKÄNN")
    story.erik.answers(story.erik.last, "GODKÄNN")


@pytest.mark.people("P03")
def test_two_people_and_a_week_and_then_it_is_gone(proposed: Correspondence) -> None:
    """What bookkeeping needs stays and every other row of hers is gone; nobody is written to.

    Of Mora's readers who said no two years ago two go at first, and the mail says how many wait.
    """
    story = proposed
    assert "Registret mora: 2 personer" in story.britta.heard
    assert "till kommer med en annan vecka" in story.britta.heard
    booked = hers(story, "purchases")
    assert "Registret gavle: 1 person" in story.anna.heard
    assert "H*** A***, kund till 2024" in story.anna.heard
    story.anna.answers(story.anna.last, "GODKÄNN")
    assert "Anna Berg har sagt ja" in story.erik.heard
    story.anna.answers(story.anna.mail[0], "GODKÄNN")
    assert "Inget är gjort" in story.anna.heard
    story.erik.answers(story.erik.last, "GODKÄNN")
    assert "gallring den 23 mars 2026" in asked(story.erik, "gallring den").subject
    assert hers(story, "contacts") == 1
    story.winds_to(WEEK_AFTER)
    assert story.anna.last.subject.endswith("gallringen är gjord")
    assert "Registret gavle: 1 person gallrad" in story.anna.heard
    assert (hers(story, "contacts"), hers(story, "visits"), hers(story, "consents")) == (0, 0, 0)
    assert 0 < hers(story, "purchases") < booked
    assert story.customer(LEFT).mail == []
    assert story.matter().closed


@pytest.mark.people("P03", "P07")
def test_who_writes_in_that_week_is_left_alone(proposed: Correspondence) -> None:
    """An open matter holds what was approved: she asks what there is about her, and it is there."""
    approved(proposed)
    proposed.customer(LEFT).writes(ACCESS)
    proposed.winds_to(WEEK_AFTER)
    assert "1 lämnade i fred" in proposed.anna.heard
    assert hers(proposed, "contacts") == 1


@pytest.mark.people("P03")
def test_any_of_them_stops_it_in_that_week(proposed: Correspondence) -> None:
    """GÖR OM counts anew and begins with two approvals again; KLAR leaves all as it is."""
    approved(proposed)
    proposed.anna.answers(asked(proposed.anna, "gallring den"), "GÖR OM")
    approved_again = asked(proposed.anna, "godkänn veckans gallring")
    proposed.anna.answers(approved_again, "GODKÄNN")
    proposed.erik.answers(asked(proposed.erik, "ett ja till"), "GODKÄNN")
    proposed.erik.answers(asked(proposed.erik, "gallring den"), "KLAR vi väntar")
    assert proposed.matter().closed
    proposed.winds_to(WEEK_AFTER.replace(hour=3))
    assert hers(proposed, "contacts") == 1
