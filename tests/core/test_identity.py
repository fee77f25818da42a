import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.events import Finding
from bot.core.identity import Sighting
from bot.core.identity import assess as weigh

HELD = Sighting(register_name="gavle", holding=1, postal=("p",), people=("a",))
EMPTY = Sighting(register_name="mora")

sightings = st.builds(
    Sighting,
    register_name=st.sampled_from(("gavle", "borlange", "mora")),
    holding=st.integers(0, 2),
    shared=st.booleans(),
    others=st.integers(0, 2),
    sensitive=st.booleans(),
    postal=st.sampled_from(((), ("p",), ("q",), ("p", "q"))),
    contact_fresh=st.booleans(),
    contact_unknown=st.booleans(),
    mail_only=st.booleans(),
    people=st.sampled_from(((), ("a",), ("b",))),
    protected=st.booleans(),
)


def assess(seen: list[Sighting], level: int = 2, *, discloses: bool = True) -> Finding:
    """What the sightings come to, for an answer that shows data if nothing else is said."""
    return weigh(seen, level, discloses=discloses)


def held(**change: object) -> Sighting:
    """A register that holds her, and says this besides."""
    return HELD.model_copy(update=change)


@pytest.mark.people("P11")
def test_nothing_is_said_only_when_nobody_was_met() -> None:
    """Neither a holder nor a namesake in any register; of a namesake staff alone hear."""
    assert assess([EMPTY, EMPTY]) is Finding.NOTHING
    assert assess([EMPTY, EMPTY.model_copy(update={"others": 1})]) is Finding.ELSEWHERE


@pytest.mark.law("L36")
def test_no_register_asked_is_no_answer() -> None:
    """Silence never becomes "we hold nothing"."""
    with pytest.raises(ValueError, match="no register was asked"):
        assess([])


def test_one_person_with_one_postal_address_goes_the_usual_road() -> None:
    """Also when one of the registers has no postal address or no name for her."""
    assert assess([HELD, held(postal=(), people=()), EMPTY]) is Finding.ORDINARY


@pytest.mark.people("P01")
def test_two_names_behind_one_address_are_two_people() -> None:
    """Even when each register for itself knows just one."""
    assert assess([HELD, held(register_name="mora", people=("b",))]) is Finding.SHARED


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"protected": True, "shared": True}, Finding.PROTECTED),
        ({"shared": True, "sensitive": True}, Finding.SHARED),
        ({"sensitive": True, "contact_fresh": True}, Finding.SENSITIVE),
        ({"contact_fresh": True, "others": 1}, Finding.CONTACT_FRESH),
        ({"others": 1, "mail_only": True}, Finding.OTHER_RECORDS),
        ({"mail_only": True, "contact_unknown": True}, Finding.MAIL_ONLY),
        ({"contact_unknown": True, "postal": ()}, Finding.CONTACT_UNKNOWN),
        ({"postal": ()}, Finding.NO_POSTAL),
        ({"postal": ("p", "q")}, Finding.SEVERAL_POSTAL),
    ],
)
@pytest.mark.law("L67")
def test_the_gravest_reason_is_the_one_that_is_said(
    change: dict[str, object], found: Finding
) -> None:
    """Protected, shared, sensitive, fresh, others, mail alone, unknown age, postal: in order."""
    assert assess([held(**change)]) is found


@pytest.mark.people("P01")
@pytest.mark.law("L67")
def test_at_level_one_only_several_people_behind_the_address_are_a_doubt() -> None:
    """What can be undone is done for the record that holds the proved address."""
    doubts = held(sensitive=True, contact_fresh=True, others=1, postal=("p", "q"))
    assert assess([doubts], level=1) is Finding.ORDINARY
    assert assess([held(shared=True)], level=1) is Finding.SHARED
    assert assess([EMPTY], level=1) is Finding.NOTHING


@pytest.mark.law("L67")
def test_credit_data_are_a_doubt_only_where_they_would_be_shown() -> None:
    """An erasure hands nothing out."""
    assert assess([held(sensitive=True)], discloses=False) is Finding.ORDINARY


@pytest.mark.people("P10")
def test_the_address_alone_is_enough_only_where_every_record_hangs_on_it() -> None:
    """One register that knows more of her asks for the second channel."""
    alone = held(mail_only=True, postal=())
    assert assess([alone, EMPTY]) is Finding.MAIL_ONLY
    assert assess([alone, held(register_name="mora")]) is Finding.ORDINARY


@pytest.mark.law("L77")
@pytest.mark.people("P05")
@pytest.mark.parametrize("level", [1, 2])
def test_a_protected_identity_stops_whoever_meets_it(level: int) -> None:
    """At each level, and also who only named her: staff decide what may be said, and where to."""
    assert assess([HELD, EMPTY.model_copy(update={"protected": True})], level) is Finding.PROTECTED
    named = EMPTY.model_copy(update={"others": 1, "protected": True})
    assert assess([named], level) is Finding.PROTECTED


@pytest.mark.people("P05")
def test_two_registers_with_two_postal_addresses_are_a_conflict() -> None:
    """Nobody guesses which letterbox is hers."""
    assert assess([HELD, held(register_name="mora", postal=("q",))]) is Finding.SEVERAL_POSTAL


@given(st.lists(sightings, min_size=1, max_size=4))
def test_the_usual_road_needs_every_doubt_to_be_absent(seen: list[Sighting]) -> None:
    """Whatever the registers say: ordinary means one person, one letterbox, nothing sensitive."""
    holders = [sighting for sighting in seen if sighting.holding]
    if assess(seen) is Finding.ORDINARY:
        assert holders
        assert not any(s.shared or s.sensitive or s.contact_fresh for s in holders)
        assert not any(s.contact_unknown for s in holders)
        assert not all(s.mail_only for s in holders)
        assert not any(s.others or s.protected for s in seen)
        assert len({line for s in holders for line in s.postal}) == 1
        assert len({name for s in holders for name in s.people}) <= 1
    if assess(seen) is Finding.NOTHING:
        assert not any(s.holding or s.others for s in seen)


@given(st.permutations([HELD, EMPTY, held(others=1), held(sensitive=True)]))
def test_the_order_of_the_registers_decides_nothing(seen: list[Sighting]) -> None:
    """One answer, whoever answers first."""
    assert assess(seen) is Finding.SENSITIVE


def test_a_sighting_survives_being_stored() -> None:
    """It is written into an event and read back the same."""
    assert Sighting.model_validate_json(HELD.model_dump_json()) == HELD
