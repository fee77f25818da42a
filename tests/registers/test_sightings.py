from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from register_shop import TODAY

from bot.core.events import Finding
from bot.core.identity import assess
from bot.demo.people import (
    BO,
    CHANGED,
    EVA,
    FATHER,
    GUEST,
    KARIN,
    LEAP,
    MOVED,
    NILS,
    ON_CREDIT,
    PER,
    SIRI,
    SON,
    THIEF,
    UNDATED,
    UNKNOWN,
    DemoPerson,
)
from bot.registers.keys import SearchKeys
from bot.registers.records import Register, RegisterUnavailable, search_keys
from bot.registers.sightings import held_by_several, search_all, sight

Registers = dict[str, Register]
NOBODY = SearchKeys()


def keyed(text: str) -> str:
    """Stands in for a keyed hash: says nothing of the text."""
    return f"hash of {len(text)} {sum(map(ord, text))}"


def found(registers: Registers, address: str, named: SearchKeys = NOBODY) -> Finding:
    """What the registers together say of an address."""
    searched = search_all(registers, address, named)
    seen = [sight(name, records, address, TODAY, keyed) for name, records in searched.items()]
    return assess(seen)


@pytest.mark.parametrize(
    ("person", "what"),
    [
        (KARIN, Finding.ORDINARY),
        (PER, Finding.ORDINARY),
        (SIRI, Finding.NO_POSTAL),
        (BO, Finding.SHARED),
        (EVA, Finding.SHARED),
        (NILS, Finding.SENSITIVE),
        (GUEST, Finding.SENSITIVE),
        (LEAP, Finding.SENSITIVE),
        (ON_CREDIT, Finding.SENSITIVE),
        (FATHER, Finding.OTHER_RECORDS),
        (SON, Finding.OTHER_RECORDS),
        (MOVED, Finding.SEVERAL_POSTAL),
        (CHANGED, Finding.CONTACT_FRESH),
        (UNDATED, Finding.CONTACT_FRESH),
        (UNKNOWN, Finding.NOTHING),
    ],
    ids=lambda value: value.name if isinstance(value, DemoPerson) else str(value),
)
@pytest.mark.law("L67")
def test_each_invented_person_meets_the_rule_she_was_made_for(
    standing: Registers, person: DemoPerson, what: Finding
) -> None:
    """The demo shows every branch."""
    assert found(standing, person.address) is what


@pytest.mark.people("P01")
def test_the_thiefs_account_is_seen_as_anothers_record(standing: Registers) -> None:
    """Nils's personnummer leads to Mora, where another mailbox stands beside it."""
    searched = search_all(standing, NILS.address, NOBODY)
    mora = sight("mora", searched["mora"], NILS.address, TODAY, keyed)
    assert (mora.holding, mora.others) == (0, 1)
    back = search_all(standing, THIEF.address, NOBODY)
    gavle = sight("gavle", back["gavle"], THIEF.address, TODAY, keyed)
    assert (gavle.holding, gavle.others) == (0, 1)


def test_a_name_in_the_mail_finds_records_under_other_addresses(standing: Registers) -> None:
    """Nothing at this address, but somebody of this name: a human looks."""
    named = search_keys(names=[KARIN.name])
    assert found(standing, UNKNOWN.address, named) is Finding.ELSEWHERE


def test_equal_numbers_of_two_companies_are_two_people(shop: Callable[..., Register]) -> None:
    """Until the mail itself names the number."""
    shops = {
        "north": shop("north", (7, "Anna Norr", "", "anna@x.example")),
        "south": shop("south", (7, "Berit Syd", "", "berit@x.example")),
    }
    assert search_all(shops, "anna@x.example", NOBODY)["south"] == ()
    named = search_keys(customer_numbers=["7"])
    assert len(search_all(shops, "anna@x.example", named)["south"]) == 1


@pytest.mark.people("P01")
def test_father_and_son_on_one_mailbox_are_two(shop: Callable[..., Register]) -> None:
    """One name, one mailbox, two rows: shared, not one customer twice."""
    mailbox = "ek@x.example"
    shops = {"north": shop("north", (1, "Lars Ek", "", mailbox), (2, "Lars Ek", "", mailbox))}
    assert found(shops, mailbox) is Finding.SHARED


@pytest.mark.people("P01")
def test_a_mailbox_of_two_names_in_two_registers_is_shared(shop: Callable[..., Register]) -> None:
    """Neither register alone could know."""
    shops = {
        "north": shop("north", (1, "Bo Ek", "", "ek@x.example")),
        "south": shop("south", (1, "Eva Ek", "", "ek@x.example")),
    }
    assert found(shops, "ek@x.example") is Finding.SHARED
    assert held_by_several(shops.values(), "ek@x.example")


def test_the_couple_is_several_and_karin_is_one(standing: Registers) -> None:
    """Over all registers together."""
    assert held_by_several(standing.values(), EVA.address)
    assert not held_by_several(standing.values(), KARIN.address)


def test_a_sighting_holds_no_word_of_the_person(standing: Registers) -> None:
    """It goes into an event, and events hold no personal data."""
    searched = search_all(standing, KARIN.address, NOBODY)
    for name, records in searched.items():
        text = sight(name, records, KARIN.address, TODAY, keyed).model_dump_json().lower()
        for word in (KARIN.given, KARIN.family, KARIN.address, "påhittsgatan", "802"):
            assert word.lower() not in text


@pytest.mark.law("L71")
def test_ninety_days_are_counted_to_the_day(standing: Registers) -> None:
    """Fresh on the eighty-ninth day after the change, old on the ninetieth."""
    records = standing["borlange"].look_up(search_keys([CHANGED.address]))
    changed = records[0].contact_changed
    assert changed is not None

    def fresh(days: int) -> bool:
        day = date.fromordinal(changed.toordinal() + days)
        return sight("borlange", records, CHANGED.address, day, keyed).contact_fresh

    assert fresh(89)
    assert not fresh(90)


@pytest.mark.law("L36")
def test_a_register_that_is_down_is_no_register_without_hits(
    registers: Registers, folder: Path
) -> None:
    """The search stops and names it; it never reads as "nothing here"."""
    (folder / "mora.sqlite").unlink()
    with pytest.raises(RegisterUnavailable, match="mora"):
        search_all(registers, KARIN.address, NOBODY)
