import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.registers.keys import (
    addresses_in,
    fold_name,
    normalise_address,
    search_keys,
    twelve_digits,
    written_name,
)


def test_one_address_has_one_spelling() -> None:
    """Case and the space around it do not make another person."""
    assert normalise_address(" Karin@Post.EXAMPLE\n") == "karin@post.example"


@pytest.mark.parametrize(
    "cell", ["a@x.example; B@x.example", "<a@x.example>,b@x.example", "A a@x.example b@x.example"]
)
def test_a_cell_may_hold_several_addresses(cell: str) -> None:
    """Each of them is a way to the record."""
    assert addresses_in(cell) == {"a@x.example", "b@x.example"}


def test_an_apostrophe_within_belongs_to_the_address() -> None:
    """O'Brien is not Brien; quotes around an address are no part of it."""
    assert addresses_in("'o'brien@x.example'") == {"o'brien@x.example"}


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("19900101-2385", {"199001012385"}),
        ("199001012385", {"199001012385"}),
        ("900101-2385", {"199001012385", "209001012385"}),
        ("000101+9801", {"180001019801", "190001019801"}),
        ("19140168-2396", {"191401682396"}),
        ("070-174", set()),
        ("", set()),
    ],
)
def test_a_personnummer_is_met_however_it_is_written(text: str, numbers: set[str]) -> None:
    """Ten digits stand for both centuries that they may mean."""
    assert twelve_digits(text) == numbers


def test_a_name_is_met_in_either_order() -> None:
    """Family name first, last, or hyphened; but a is not å."""
    assert fold_name("Ek-Dunge, Karin") == fold_name("KARIN  Ek Dunge")
    assert fold_name("Åsa Ek") != fold_name("Asa Ek")


def test_a_name_is_written_as_on_an_envelope() -> None:
    """The counter's `Ek, Karin` is a letter's `Karin Ek`."""
    assert written_name("Ek,  Karin ") == "Karin Ek"
    assert written_name(" Karin  Ek") == "Karin Ek"


def test_blank_keys_look_for_nobody() -> None:
    """An empty cell is no key that all without a number share."""
    assert not search_keys([" "], [""], ["-"], ["  "])


@given(st.text())
def test_a_normalised_key_stays_as_it_is(text: str) -> None:
    """What is stored normalised is found when normalised again."""
    assert normalise_address(normalise_address(text)) == normalise_address(text)
