from collections.abc import Callable
from typing import Any

import pytest
from corner_shop import Corner, purpose, tables

from bot.core.vocabulary import Act

COUNTING = purpose("followup", "legitimate_interest", "purchases")
LETTERS = purpose("offers", "consent", "contact", marketing=True)
PROFILES = purpose("profiles", "consent", "contact")


def switches(shop: Corner) -> tuple[list[tuple[Any, ...]], ...]:
    """Who is counted, and who is written to."""
    return (
        shop.ask("SELECT counted FROM people ORDER BY nr"),
        shop.ask("SELECT news FROM ways ORDER BY nr"),
        shop.ask("SELECT news FROM readers ORDER BY no"),
    )


@pytest.mark.law("L54")
def test_an_objection_takes_her_out_of_the_statistics_alone(
    shop_with: Callable[..., Corner],
) -> None:
    """She objected to being counted, not to the newsletter that she said yes to."""
    shop = shop_with()
    for _ in range(2):
        assert shop.does(Act.STOP, stops=(COUNTING,))
        assert switches(shop) == ([("N",), ("J",)], [(1,), (1,)], [(1,), (1,)])


@pytest.mark.law("L48")
def test_a_withdrawn_consent_switches_every_consent_off(shop_with: Callable[..., Corner]) -> None:
    """On each record of hers; what rests on another ground goes on."""
    shop = shop_with()
    assert shop.does(Act.STOP, stops=(LETTERS,))
    assert switches(shop) == ([("J",), ("J",)], [(0,), (1,)], [(0,), (1,)])


@pytest.mark.parametrize(
    "stops",
    [
        (),  # nobody said what ends
        (PROFILES,),  # rests on consent, and no switch is known to steer it
        (LETTERS, PROFILES),
        (COUNTING, purpose("claims", "legitimate_interest", "identity")),  # one switch for two
        (purpose("guess", "", "contact"),),
    ],
)
def test_what_no_switch_steers_is_for_people(
    stops: tuple[Any, ...], shop_with: Callable[..., Corner]
) -> None:
    """And then nothing is switched: half of it would be told as the whole."""
    shop = shop_with()
    before = shop.dump()
    assert not shop.does(Act.STOP, stops=stops)
    assert shop.dump() == before


def test_a_record_without_a_switch_is_for_people(shop_with: Callable[..., Corner]) -> None:
    """What counts her there cannot be told to stop."""
    people = tables()["people"]
    plain = people["fields"] | {"counted": people["fields"]["held"]}
    shop = shop_with(people={"fields": plain})
    assert not shop.does(Act.STOP, stops=(COUNTING,))
    assert shop.does(Act.STOP, stops=(LETTERS,))


def test_a_purpose_that_uses_nothing_of_hers_here_needs_no_switch(
    shop_with: Callable[..., Corner],
) -> None:
    """By its categories, and by the columns that name their purposes."""
    shop = shop_with()
    before = shop.dump()
    assert shop.does(Act.STOP, stops=(purpose("scores", "consent", "credit"),))
    ways = tables()["ways"]["fields"]
    named = {key: field | {"purposes": ["offers"]} for key, field in ways.items()}
    readers = tables()["readers"]["fields"]
    read = {key: field | {"purposes": ["offers"]} for key, field in readers.items()}
    shop.path.unlink()
    shop = shop_with(ways={"fields": named}, readers={"fields": read})
    assert shop.does(Act.STOP, stops=(PROFILES,))
    assert shop.dump() == before
