from dataclasses import replace

import pytest
from core.worlds import SEEN, Story, house, sightings

from bot.core import facts as f
from bot.core.events import Event, Finding
from bot.core.findings import JOINS, MOST_ADDRESSES, MOST_ROWS, PENDING, Pending, joined
from bot.core.fold import fold
from bot.core.house import House
from bot.core.identity import BlockOutcome
from bot.core.matter import Matter
from bot.core.vocabulary import Act, Concern, Right, Topic

FOUND, NOWHERE, SHARED = BlockOutcome.FOUND, BlockOutcome.NOWHERE, BlockOutcome.SHARED
HOME = house()


def begun(right: Right) -> Matter:
    """A matter of which the registers are asked for the first time."""
    story = Story()
    story.begin(right)
    story.code_back()
    return story.matter


def found(matter: Matter, event: Event, home: House = HOME) -> Finding | Pending | None:
    """What the event found out for the one case."""
    return joined(matter, event, home, matter.case(1))


@pytest.fixture
def access() -> Matter:
    """Somebody who proved her address wants to see everything."""
    return begun(Right.ACCESS)


@pytest.fixture
def marketing() -> Matter:
    """Somebody wants no more marketing."""
    story = Story()
    story.begin(Right.OBJECTION_MARKETING)
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


@pytest.mark.law("L36")
@pytest.mark.parametrize("finding", [one for one in SEEN if one is not Finding.MAIL_ONLY])
def test_a_search_is_weighed_when_every_register_has_answered(
    access: Matter, finding: Finding
) -> None:
    """One register's silence is no answer."""
    fact = sightings(finding)
    assert found(fold([fact], access), Event.LOOKED_UP) is finding
    part = f.LookedUp(sightings=fact.sightings[:2])
    assert found(fold([part], access), Event.LOOKED_UP) is PENDING


@pytest.mark.people("P10")
def test_what_hangs_on_the_address_alone_goes_by_mail_only_where_that_is_shielded() -> None:
    """Else it is as if there were no letterbox; an erasure shows nothing and needs neither."""
    fact = sightings(Finding.MAIL_ONLY)
    safe = replace(HOME, answers_by_mail=True)
    shown, gone = (fold([fact], begun(right)) for right in (Right.ACCESS, Right.ERASURE))
    assert found(shown, Event.LOOKED_UP, safe) is Finding.MAIL_ONLY
    assert found(shown, Event.LOOKED_UP) is Finding.NO_POSTAL
    assert found(gone, Event.LOOKED_UP) is Finding.MAIL_ONLY


@pytest.mark.law("L67")
@pytest.mark.parametrize("right", [Right.RECTIFICATION, Right.RESTRICTION, Right.OBJECTION_LI])
def test_what_can_be_undone_asks_for_the_address_alone(right: Right) -> None:
    """Level 1: neither fresh contact data nor a namesake asks for more."""
    for finding in (Finding.CONTACT_FRESH, Finding.SENSITIVE, Finding.OTHER_RECORDS):
        matter = fold([sightings(finding)], begun(right))
        assert found(matter, Event.LOOKED_UP) is Finding.ORDINARY


@pytest.mark.parametrize(
    ("category", "rows", "finding"),
    [
        ("purchases", 3, Finding.COMPLETE),
        ("credit", 0, Finding.COMPLETE),
        ("credit", 1, Finding.FACTS_MISSING),
        ("purchases", MOST_ROWS + 1, Finding.COMPLETE),
    ],
)
def test_an_answer_is_complete_when_each_category_it_holds_can_be_explained(
    access: Matter, category: str, rows: int, finding: Finding
) -> None:
    """A category without rows needs no facts; one that is too long to print is no hindrance."""
    answers = [("gavle", "purchases", 1), ("mora", category, rows)]
    assert found(collected(access, *answers), Event.COLLECTED) is PENDING
    answers.append(("borlange", "purchases", 0))
    assert found(collected(access, *answers), Event.COLLECTED) is finding


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
    marketing: Matter, outcomes: tuple[BlockOutcome, ...], finding: Finding
) -> None:
    """Two of three are none; a shared key goes before a find, a find before none."""
    assert found(blocked(marketing, *outcomes[:2]), Event.BLOCKED) is PENDING
    assert found(blocked(marketing, *outcomes), Event.BLOCKED) is finding


@pytest.mark.people("P14")
def test_many_addresses_and_a_mail_without_answer_go_before_what_was_found(
    marketing: Matter,
) -> None:
    """The gravest reason for a human is the one that is said."""
    done = blocked(marketing, SHARED, FOUND, FOUND)
    many = replace(done, addresses=MOST_ADDRESSES + 1)
    assert found(many, Event.BLOCKED) is Finding.MANY
    mute = replace(many, may_answer=False)
    assert found(mute, Event.BLOCKED) is Finding.UNANSWERABLE
    three = replace(done, addresses=MOST_ADDRESSES)
    assert found(three, Event.BLOCKED) is Finding.SHARED


@pytest.mark.people("P16")
def test_a_withdrawn_consent_is_over_with_the_block_where_nothing_else_rests_on_one() -> None:
    """Else an address is proved first; and people look where no code may go."""
    story = Story()
    story.begin(Right.CONSENT_WITHDRAWAL)
    done = blocked(story.matter, FOUND, FOUND, FOUND)
    assert found(done, Event.BLOCKED) is Finding.HELD
    assert found(done, Event.BLOCKED, replace(HOME, other_consents=False)) is Finding.FREE
    assert found(done, Event.BLOCKED, replace(HOME, releases=False)) is Finding.UNANSWERABLE
    of_the_dead = replace(done, concerns=(Concern.ESTATE,))
    assert found(of_the_dead, Event.BLOCKED) is Finding.UNANSWERABLE


def test_a_register_that_was_taken_away_is_not_waited_for(marketing: Matter) -> None:
    """What it said before counts, and the others suffice."""
    done = blocked(marketing, FOUND, FOUND, FOUND)
    smaller = house(registers=("gavle", "mora"))
    assert found(done, Event.BLOCKED, smaller) is Finding.FOUND


@pytest.mark.law("L42")
def test_an_act_is_done_when_every_register_has_done_it() -> None:
    """Two receipts of three are none, and a receipt for an earlier act is none at all."""
    begin = f.ActBegan(case=1, act=Act.RESTRICT, turn=2)
    receipts = [f.RegisterActed(case=1, turn=2, register_name=name) for name in HOME.registers]
    late = f.RegisterActed(case=1, turn=1, register_name="mora")
    matter = begun(Right.RESTRICTION)
    assert found(fold([begin, *receipts[:2], late], matter), Event.ACTED) is PENDING
    assert found(fold([begin, *receipts], matter), Event.ACTED) is None


@pytest.mark.law("L90")
@pytest.mark.parametrize(
    ("asked", "finding"),
    [
        ((Topic.COOKIES,), Finding.KNOWN),
        ((Topic.COOKIES, Topic.RETENTION), Finding.UNKNOWN),
        ((), Finding.UNKNOWN),
    ],
)
def test_a_question_is_known_when_approved_facts_answer_all_of_it(
    marketing: Matter, asked: tuple[Topic, ...], finding: Finding
) -> None:
    """One part that nobody approved, or a question without a topic, goes to a human whole."""
    home = replace(HOME, topics=frozenset({Topic.COOKIES}))
    assert found(replace(marketing, topics=asked), Event.OPENED, home) is finding


@pytest.mark.law("L46")
def test_a_way_to_reach_her_is_changed_at_level_two_alone() -> None:
    """Other data at level 1."""
    matter = replace(begun(Right.RECTIFICATION), corrects_contact=True)
    assert found(replace(matter, corrects_contact=False), Event.CORRECTED) is Finding.OTHER_DATA
    assert found(matter, Event.CORRECTED) is Finding.CONTACT_DATA
    assert found(replace(matter, level=2), Event.CORRECTED) is Finding.CONTACT_PROVED


def test_what_registers_do_not_answer_has_no_finding(access: Matter) -> None:
    """Every other event brings its own, or none."""
    assert all(found(access, event) is None for event in set(Event) - set(JOINS))
