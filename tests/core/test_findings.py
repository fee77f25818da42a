from dataclasses import replace

import pytest
from core.worlds import SEEN, Story, house, sightings

from bot.core import facts as f
from bot.core.events import Event, Finding
from bot.core.findings import MOST_ADDRESSES, MOST_ROWS, PENDING, joined
from bot.core.identity import BlockOutcome
from bot.core.matter import Matter, fold
from bot.core.vocabulary import Right

FOUND, NOWHERE, SHARED = BlockOutcome.FOUND, BlockOutcome.NOWHERE, BlockOutcome.SHARED
HOME = house()


@pytest.fixture
def matter() -> Matter:
    """A matter of which the registers have said nothing yet."""
    story = Story()
    story.begin(Right.ACCESS)
    return story.matter


def collected(matter: Matter, *answers: tuple[str, str, int]) -> Matter:
    """The matter after some registers gave rows of a category in the first round."""
    given = [
        f.RegisterCollected(register_name=name, round=1, counts=((category, rows),), digest="")
        for name, category, rows in answers
    ]
    return fold([f.CollectingBegan(round=1), *given], matter)


def blocked(matter: Matter, *outcomes: BlockOutcome) -> Matter:
    """The matter after the registers in turn set the block."""
    return replace(matter, blocks=dict(zip(HOME.registers, outcomes, strict=False)))


@pytest.mark.parametrize("finding", SEEN)
def test_a_search_is_weighed_when_every_register_has_answered(
    matter: Matter, finding: Finding
) -> None:
    """One register's silence is no answer."""
    fact = sightings(finding)
    assert joined(fold([fact], matter), Event.LOOKED_UP, HOME) is finding
    part = f.LookedUp(sightings=fact.sightings[:2])
    assert joined(fold([part], matter), Event.LOOKED_UP, HOME) is PENDING


@pytest.mark.parametrize(
    ("category", "rows", "finding"),
    [
        ("purchases", 3, Finding.COMPLETE),
        ("credit", 0, Finding.COMPLETE),
        ("credit", 1, Finding.FACTS_MISSING),
        ("purchases", MOST_ROWS, Finding.COMPLETE),
        ("purchases", MOST_ROWS + 1, Finding.TOO_LONG),
    ],
)
def test_an_answer_is_complete_when_each_category_it_holds_can_be_explained(
    matter: Matter, category: str, rows: int, finding: Finding
) -> None:
    """A category without rows needs no facts; one that is too long goes to a human."""
    answers = [("gavle", "purchases", 1), ("mora", category, rows)]
    assert joined(collected(matter, *answers), Event.COLLECTED, HOME) is PENDING
    answers.append(("borlange", "purchases", 0))
    assert joined(collected(matter, *answers), Event.COLLECTED, HOME) is finding


@pytest.mark.parametrize(
    ("outcomes", "finding"),
    [
        ((NOWHERE, NOWHERE, NOWHERE), Finding.NOWHERE),
        ((NOWHERE, FOUND, NOWHERE), Finding.FOUND),
        ((FOUND, FOUND, SHARED), Finding.SHARED),
    ],
)
@pytest.mark.people("P14")
def test_a_block_stands_when_all_registers_have_set_it(
    matter: Matter, outcomes: tuple[BlockOutcome, ...], finding: Finding
) -> None:
    """Two of three are none; a shared key goes before a find, a find before none."""
    assert joined(blocked(matter, *outcomes[:2]), Event.BLOCKED, HOME) is PENDING
    assert joined(blocked(matter, *outcomes), Event.BLOCKED, HOME) is finding


@pytest.mark.people("P14")
def test_many_addresses_and_a_mail_without_answer_go_before_what_was_found(
    matter: Matter,
) -> None:
    """The gravest reason for a human is the one that is said."""
    done = blocked(matter, SHARED, FOUND, FOUND)
    many = replace(done, addresses=MOST_ADDRESSES + 1)
    assert joined(many, Event.BLOCKED, HOME) is Finding.MANY
    mute = replace(many, may_answer=False)
    assert joined(mute, Event.BLOCKED, HOME) is Finding.UNANSWERABLE
    three = replace(done, addresses=MOST_ADDRESSES)
    assert joined(three, Event.BLOCKED, HOME) is Finding.SHARED


def test_a_register_that_was_taken_away_is_not_waited_for(matter: Matter) -> None:
    """What it said before counts, and the others suffice."""
    done = blocked(matter, FOUND, FOUND, FOUND)
    smaller = house(registers=("gavle", "mora"))
    assert joined(done, Event.BLOCKED, smaller) is Finding.FOUND


def test_what_registers_do_not_answer_has_no_finding(matter: Matter) -> None:
    """Every other event brings its own, or none."""
    asked = {Event.LOOKED_UP, Event.COLLECTED, Event.BLOCKED}
    assert all(joined(matter, event, HOME) is None for event in set(Event) - asked)
