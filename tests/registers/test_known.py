"""By what she was known before she was erased, every register is asked again."""

import pytest

from bot.registers.erasures.known import Known, known_of
from bot.registers.keys import search_keys
from bot.registers.records import PersonRecord

HERS = PersonRecord(
    "gavle",
    "customers/1",
    names=("Åsa Öberg",),
    addresses=frozenset({"asa@x.example", "asa.gammal@x.example"}),
    customer_numbers=frozenset({"g-1"}),
    personal_numbers=frozenset({"199001012385"}),
    postal=("Påhittsgatan 14", "802 55 Gävle"),
    more_postal=(("Box 7", "792 99 Mora"),),
    phones=frozenset({"0701740605"}),
)
KNOWN = known_of("asa@x.example", {"gavle": (HERS,), "mora": ()})


@pytest.mark.law("L59")
def test_every_key_of_hers_is_asked_by() -> None:
    """A customer number in the company that gave it; another company gave it to somebody else."""
    assert KNOWN.keys("gavle") == search_keys(
        ["asa@x.example", "asa.gammal@x.example"], ["G-1"], ["19900101-2385"]
    )
    assert KNOWN.keys("mora").customer_numbers == frozenset()
    assert KNOWN.by_name() == search_keys(names=["Öberg, Åsa"])


@pytest.mark.people("P01")
@pytest.mark.parametrize(
    ("record", "hers"),
    [
        (PersonRecord("mora", "m/1", ("Öberg Åsa",), postal=("BOX 7", "79299 Mora")), True),
        (PersonRecord("mora", "m/1", ("Åsa Öberg",), phones=frozenset({"0701740605"})), True),
        (PersonRecord("mora", "m/1", ("Åsa Öberg",), postal=("Sagostigen 3",)), False),
        (PersonRecord("mora", "m/1", ("Åsa Öberg",)), False),
        (PersonRecord("mora", "m/1", ("Bo Ek",), postal=("Box 7", "792 99 Mora")), False),
    ],
)
def test_a_name_alone_is_a_namesake_s_too(record: PersonRecord, hers: bool) -> None:  # noqa: FBT001
    """With her address or her telephone number beside it, it is hers; an address alone is not."""
    assert KNOWN.resembles(record) is hers


def test_it_comes_back_from_the_vault() -> None:
    """As it was, and equal knowledge is equal text."""
    assert Known.from_json(KNOWN.to_json().encode()) == KNOWN
    assert Known.from_json(KNOWN.to_json()).to_json() == KNOWN.to_json()
