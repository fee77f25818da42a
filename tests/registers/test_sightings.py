from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from register_shop import TODAY, Maps, Query, column

from bot.core.events import Finding
from bot.core.identity import Sighting, assess
from bot.demo.people import (
    BO,
    CHANGED,
    EVA,
    FATHER,
    GUEST,
    KARIN,
    LEAP,
    MOVED,
    NEW,
    NILS,
    ON_CREDIT,
    PER,
    RENTING,
    SIRI,
    SON,
    THIEF,
    UNDATED,
    UNKNOWN,
    WAITING,
    DemoPerson,
)
from bot.demo.unusual import BUYER, CARETAKER, COMPLAINING, DEPARTED, OWING, SHIELDED, SOLE
from bot.registers.keys import SearchKeys
from bot.registers.opening import open_register
from bot.registers.records import PersonRecord, Register, RegisterUnavailable, search_keys
from bot.registers.sightings import held_by_several, owner_of, search_all, sight

Registers = dict[str, Register]
NOBODY = SearchKeys()


def keyed(text: str) -> str:
    """Stands in for a keyed hash: says nothing of the text."""
    return f"hash of {len(text)} {sum(map(ord, text))}"


def found(registers: Registers, address: str, named: SearchKeys = NOBODY) -> Finding:
    """What the registers together say of an address."""
    searched = search_all(registers, address, named)
    seen = [sight(name, records, address, TODAY, keyed) for name, records in searched.items()]
    return assess(seen, 2, discloses=True)


@pytest.mark.parametrize(
    ("person", "what"),
    [
        (KARIN, Finding.ORDINARY),
        (PER, Finding.ORDINARY),
        (SIRI, Finding.MAIL_ONLY),
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
        (UNDATED, Finding.CONTACT_UNKNOWN),
        (WAITING, Finding.ORDINARY),
        (RENTING, Finding.ORDINARY),
        (NEW, Finding.CONTACT_FRESH),
        (SHIELDED, Finding.PROTECTED),
        (COMPLAINING, Finding.ORDINARY),
        (CARETAKER, Finding.SHARED),
        (SOLE, Finding.SENSITIVE),
        (DEPARTED, Finding.SENSITIVE),
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


def test_equal_numbers_of_two_companies_are_two_people(one_table: Callable[..., Register]) -> None:
    """Until the mail itself names the number."""
    shops = {
        "north": one_table("north", (7, "Anna Norr", "", "anna@x.example")),
        "south": one_table("south", (7, "Berit Syd", "", "berit@x.example")),
    }
    assert search_all(shops, "anna@x.example", NOBODY)["south"] == ()
    named = search_keys(customer_numbers=["7"])
    assert len(search_all(shops, "anna@x.example", named)["south"]) == 1


@pytest.mark.people("P01")
def test_a_nameless_row_with_two_addresses_is_nobodys(one_table: Callable[..., Register]) -> None:
    """It may be a household's, and is shown to neither; with a name it is one person's."""
    both = "bo@x.example, eva@x.example"
    shops = {
        "north": one_table("north", (1, "", "", both)),
        "south": one_table("south", (1, "Bo Ek", "", "bo@x.example")),
    }
    assert found(shops, "bo@x.example") is Finding.SHARED
    taken = datetime(2026, 3, 5, 9, tzinfo=UTC)
    assert shops["north"].collect("bo@x.example", taken).tables == ()
    named = {"west": one_table("west", (1, "Bo Ek", "", both))}
    assert found(named, "bo@x.example") is not Finding.SHARED


@pytest.mark.people("P01")
def test_father_and_son_on_one_mailbox_are_two(one_table: Callable[..., Register]) -> None:
    """One name, one mailbox, two rows: shared, not one customer twice."""
    mailbox = "ek@x.example"
    shops = {"north": one_table("north", (1, "Lars Ek", "", mailbox), (2, "Lars Ek", "", mailbox))}
    assert found(shops, mailbox) is Finding.SHARED


@pytest.mark.people("P01")
def test_a_mailbox_of_two_names_in_two_registers_is_shared(
    one_table: Callable[..., Register],
) -> None:
    """Neither register alone could know."""
    shops = {
        "north": one_table("north", (1, "Bo Ek", "", "ek@x.example")),
        "south": one_table("south", (1, "Eva Ek", "", "ek@x.example")),
    }
    assert found(shops, "ek@x.example") is Finding.SHARED
    assert held_by_several(shops.values(), "ek@x.example")


def test_the_couple_is_several_and_karin_is_one(standing: Registers) -> None:
    """Over all registers together."""
    assert held_by_several(standing.values(), EVA.address)
    assert not held_by_several(standing.values(), KARIN.address)


@pytest.mark.people("P01", "P19")
def test_the_office_of_a_firm_proves_nobody_who_works_there(standing: Registers) -> None:
    """Nor the one whom the register knows alone; her own address does, and a customer's info@."""
    held = {
        person: standing["gavle"].look_up(search_keys([person.address]))[0]
        for person in (BUYER, SOLE, KARIN)
    }
    assert [record.of_firm for record in held.values()] == [True, True, False]
    for office in ("info@kontor.example", "Order.Mora@kontor.example", "växel@kontor.example"):
        address = office.lower()
        at = {person: replace(one, addresses=frozenset({address})) for person, one in held.items()}
        shared = [sight("gavle", [one], address, TODAY, keyed).shared for one in at.values()]
        assert shared == [True, True, False]
    assert not sight("gavle", [held[BUYER]], BUYER.address, TODAY, keyed).shared


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


def seen_in(registers: Registers, register: str, address: str) -> Sighting:
    """What one register says of an address after the search of all."""
    records = search_all(registers, address, NOBODY)[register]
    return sight(register, records, address, TODAY, keyed)


@pytest.mark.people("P02")
def test_an_unknown_day_of_change_is_not_a_fresh_one(standing: Registers) -> None:
    """A clerk can confirm the one, and not the other."""
    undated = seen_in(standing, "mora", UNDATED.address)
    changed = seen_in(standing, "borlange", CHANGED.address)
    assert (undated.contact_unknown, undated.contact_fresh) == (True, False)
    assert (changed.contact_unknown, changed.contact_fresh) == (False, True)
    nothing = seen_in(standing, "gavle", CHANGED.address)
    assert (nothing.contact_unknown, nothing.contact_fresh) == (False, False)


@pytest.mark.people("P10")
def test_whose_data_all_hang_on_the_address_is_seen(standing: Registers) -> None:
    """A reader of the newsletter: name, address and consent. A customer has more."""
    assert seen_in(standing, "mora", SIRI.address).mail_only
    for name in standing:
        assert not seen_in(standing, name, KARIN.address).mail_only
        assert not seen_in(standing, name, UNKNOWN.address).mail_only


@pytest.mark.people("P10")
def test_a_cell_that_nobody_gave_a_meaning_ends_it(
    registers: Registers, query: Query, maps: Maps
) -> None:
    """It may say anything of her: the letter is needed again."""
    query("mora", "ALTER TABLE subscribers ADD COLUMN note TEXT")
    raw = maps["mora"].model_dump(mode="json")
    raw["tables"]["subscribers"]["fields"]["note"] = column()
    registers["mora"] = open_register("mora", type(maps["mora"]).model_validate(raw))
    assert seen_in(registers, "mora", SIRI.address).mail_only
    query("mora", "UPDATE subscribers SET note = 'ring efter fem'")
    assert not seen_in(registers, "mora", SIRI.address).mail_only


@pytest.mark.people("P10")
def test_a_customer_number_beside_the_newsletter_ends_it(
    registers: Registers, query: Query
) -> None:
    """The same person in two tables of one register, one of them with more."""
    query("mora", "INSERT INTO members (member_no, full_name) VALUES ('M1', ?)", SIRI.name)
    query("mora", "INSERT INTO contacts (member_no, e_mail) VALUES ('M1', ?)", SIRI.address)
    seen = seen_in(registers, "mora", SIRI.address)
    assert (seen.holding, seen.shared, seen.mail_only) == (2, False, False)


@pytest.mark.people("P07")
def test_what_still_runs_is_seen(standing: Registers) -> None:
    """An order on its way, an unpaid invoice, a rental, a complaint; what is over is not."""
    assert seen_in(standing, "gavle", WAITING.address).holds == ("open_order", "unpaid_invoice")
    assert seen_in(standing, "borlange", RENTING.address).holds == ("rental",)
    assert seen_in(standing, "borlange", OWING.address).holds == ("unpaid_invoice",)
    for name in ("gavle", "mora"):
        assert seen_in(standing, name, COMPLAINING.address).holds == ("goods_complaint",)
    assert all(seen_in(standing, name, KARIN.address).holds == () for name in standing)


@pytest.mark.people("P05")
def test_one_registers_mark_of_protection_counts_for_all(standing: Registers) -> None:
    """Gävle has not heard of it; Borlänge's word is met by her address and by her name."""
    searched = search_all(standing, SHIELDED.address, NOBODY)
    told = {
        name: sight(name, records, SHIELDED.address, TODAY, keyed).protected
        for name, records in searched.items()
    }
    assert told == {"gavle": False, "borlange": True, "mora": False}
    named = search_keys(names=[SHIELDED.name])
    assert found(standing, UNKNOWN.address, named) is Finding.PROTECTED


@pytest.mark.law("L28")
def test_a_sighting_and_a_copy_name_the_same_categories(standing: Registers) -> None:
    """In every register, from files too."""
    now = datetime(2026, 3, 5, 9, tzinfo=UTC)
    for person in (KARIN, SIRI, NILS, ON_CREDIT):
        for name, register in standing.items():
            copied = register.collect(person.address, now).counts()
            assert set(seen_in(standing, name, person.address).categories) == set(copied)


@pytest.mark.people("P29")
def test_the_latest_relation_owns_the_matter(standing: Registers) -> None:
    """By the dates of purchases, in files too; nobody's where nothing is dated."""
    found = search_all(standing, KARIN.address, NOBODY)
    latest = {
        name: max(record.related for record in records if record.related)
        for name, records in found.items()
    }
    owner = owner_of(found, standing, KARIN.address)
    assert latest[owner] == max(latest.values())
    assert owner_of(search_all(standing, SIRI.address, NOBODY), standing, SIRI.address) == "mora"
    nobody = search_all(standing, UNKNOWN.address, NOBODY)
    assert owner_of(nobody, standing, UNKNOWN.address) == ""


@pytest.mark.people("P29")
def test_a_record_that_does_not_hold_the_address_owns_nothing(standing: Registers) -> None:
    """The thief's later purchase in the victim's name moves no matter."""
    mine = PersonRecord("gavle", "a/1", addresses=frozenset({"me@x.example"}))
    theirs = PersonRecord("mora", "b/1", addresses=frozenset({"thief@x.example"}))
    found = {
        "gavle": (replace(mine, related=date(2020, 1, 1)),),
        "mora": (replace(theirs, related=date(2026, 1, 1)),),
    }
    assert owner_of(found, standing, "Me@x.example") == "gavle"
    level = {**found, "borlange": (replace(mine, related=date(2020, 1, 1)),)}
    assert owner_of(level, standing, "me@x.example") == "gavle"


@pytest.mark.people("P16")
def test_the_day_of_registration_is_read(standing: Registers) -> None:
    """The first one on file; the wording of that day is the one she met."""
    (record,) = standing["mora"].look_up(search_keys([NEW.address]))
    assert record.registered == date.fromordinal(TODAY.toordinal() - (NEW.since or 0))


@pytest.mark.law("L36")
def test_a_register_that_is_down_is_no_register_without_hits(
    registers: Registers, folder: Path
) -> None:
    """The search stops and names it; it never reads as "nothing here"."""
    (folder / "mora.sqlite").unlink()
    with pytest.raises(RegisterUnavailable, match="mora"):
        search_all(registers, KARIN.address, NOBODY)
