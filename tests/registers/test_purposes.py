from datetime import date
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from bot.core.vocabulary import Category
from bot.registers.maps.datamap import (
    Basis,
    CategoryWords,
    DataMap,
    Notice,
    Purpose,
    Purposes,
    Recipients,
    continuing,
    earlier_wording,
)

CONSENT = {
    "version": "1",
    "basis": "consent",
    "valid_from": date(2018, 5, 25),
    "valid_until": date(2025, 12, 31),
}
NOW = {"version": "2", "valid_from": date(2026, 1, 1)}


def purposes(**tables: dict[str, Any]) -> dict[str, Purpose]:
    """The purposes of a config file."""
    return TypeAdapter(Purposes).validate_python(tables)


def purpose(**said: Any) -> Purpose:  # noqa: ANN401 - whatever a config may say
    """One purpose."""
    return purposes(one=said)["one"]


KNOWN = purposes(
    customer={
        "categories": ["identity", "contact", "purchases"],
        "needs": ["purchases"],
        "basis": "contract",
        "earlier": [CONSENT],
        "recipients": ["parcels", "cloud"],
    }
    | NOW,
    books={"categories": ["purchases"], "basis": "legal_obligation", "recipients": "none"} | NOW,
    offers={
        "categories": ["contact", "behaviour"],
        "basis": "consent",
        "marketing": True,
        "recipients": ["press"],
    }
    | NOW,
)
RECIPIENTS = TypeAdapter(Recipients).validate_python(
    {
        "cloud": {"name": "Moln AB"},
        "parcels": {"name": "Paket AB", "companies": ["gavle"]},
        "press": {"name": "Tryck AB", "address": "Hej@Tryck.example", "key": "email"},
    }
)
MAP = DataMap(
    purposes=KNOWN,
    recipients=RECIPIENTS,
    categories={each: CategoryWords(provided=each is not Category.CREDIT) for each in Category},
    notice=Notice(version="1"),
)


def names(found: tuple[Any, ...]) -> list[str]:
    """Their keys."""
    return [one.id for one in found]


def test_a_purpose_and_a_recipient_know_their_keys() -> None:
    """As the config file calls them; addresses are lower case."""
    assert names(tuple(KNOWN.values())) == ["customer", "books", "offers"]
    assert RECIPIENTS["press"].address == "hej@tryck.example"


@pytest.mark.law("L27")
def test_a_purpose_touches_those_whose_data_it_uses() -> None:
    """And, where it needs something, only those of whom that is held."""
    assert names(MAP.purposes_of([Category.CONTACT])) == ["offers"]
    assert names(MAP.purposes_of([Category.CONTACT, Category.PURCHASES])) == [
        *("customer", "books", "offers")
    ]
    assert MAP.purposes_of([Category.CREDIT]) == ()


@pytest.mark.law("L62")
@pytest.mark.people("P25")
def test_only_recipients_who_got_this_persons_data_are_told() -> None:
    """By what is held of her, and by the company that held it; each once, "none" is nobody."""
    held = [Category.CONTACT, Category.PURCHASES]
    assert names(MAP.recipients_of(held)) == ["cloud", "parcels", "press"]
    assert names(MAP.recipients_of(held, "mora")) == ["cloud", "press"]
    assert names(MAP.recipients_of(held, "gavle")) == ["cloud", "parcels", "press"]
    assert names(MAP.recipients_of([Category.CONTACT])) == ["press"]
    assert MAP.recipients_of([]) == ()


@pytest.mark.law("L62")
@pytest.mark.parametrize(
    "held",
    [
        *([Category.CONTACT], [Category.IDENTITY], [Category.BEHAVIOUR], [Category.CREDIT]),
        *([Category.CONTACT, Category.PURCHASES], list(Category)),
    ],
)
def test_recipients_by_category_add_up_to_those_of_a_person(held: list[Category]) -> None:
    """Decisions know categories alone, and come to the same."""
    table = MAP.recipients_by_category()
    added = {key for category in held for key in table[category]}
    assert added == set(names(MAP.recipients_of(held)))


@pytest.mark.law("L48")
def test_a_withdrawal_stops_what_rests_on_consent_and_names_what_goes_on() -> None:
    """Each that goes on has its other ground; an unknown one is decided by a human."""
    found = continuing([*KNOWN.values(), purpose()])
    assert names(found.stops) == ["offers"]
    assert [one.basis for one in found.continues] == [Basis.CONTRACT, Basis.LEGAL_OBLIGATION]
    assert names(found.unknown) == ["one"]


@pytest.mark.law("L48")
def test_data_that_rest_on_consent_alone_go_with_it() -> None:
    """Contact data stay where a contract needs them."""
    assert MAP.without_ground([Category.CONTACT, Category.BEHAVIOUR]) == (
        *(Category.CONTACT, Category.BEHAVIOUR),
    )
    held = [Category.CONTACT, Category.PURCHASES, Category.BEHAVIOUR, Category.CREDIT]
    assert MAP.without_ground(held) == (Category.BEHAVIOUR,)


@pytest.mark.people("P16")
def test_who_met_the_wording_that_said_consent_gets_a_human() -> None:
    """Whoever came later, or where consent still is the ground, does not."""
    customer, books, offers = KNOWN.values()
    assert earlier_wording([books, customer])
    assert not earlier_wording([books, offers])
    assert earlier_wording([customer], date(2025, 12, 31))
    assert not earlier_wording([customer], date(2026, 1, 1))
    still = purpose(**NOW, basis="consent", earlier=[CONSENT])
    assert not earlier_wording([still])


@pytest.mark.people("P16")
@pytest.mark.law("L90")
def test_what_nobody_knows_of_a_ground_is_decided_by_a_human() -> None:
    """Not its ground, not since when, not what the notice says."""
    assert earlier_wording([purpose(**NOW)])
    assert earlier_wording([purpose(basis="contract", basis_sv="", valid_from=None)])
    assert DataMap().other_consents()
    marketing = DataMap(purposes={"offers": KNOWN["offers"]}, notice=Notice(version="1"))
    assert not marketing.other_consents()
    assert DataMap(purposes={"offers": KNOWN["offers"]}).other_consents()
    assert MAP.other_consents()


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"basis": "consent", "basis_sv": "Avtal (artikel 6.1 b i GDPR)."}, "6.1 a"),
        ({"basis": "contract", "basis_en": "Your consent (Article 6(1)(a))."}, r"6\(1\)\(b\)"),
        ({"basis": "habit"}, "'consent', 'contract', 'legal_obligation'"),
        ({"basis_sv": "Tillstånd av Datainspektionen"}, "Integritetsskyddsmyndigheten"),
        ({"text_sv": "Uppgifter med stöd av ditt tidigare lämnande"}, "wrong in law"),
        ({"marketing": True, "personal_number": True}, "no ground allows both"),
        ({"recipients": ["none", "cloud"]}, "not both"),
        ({"recipiens": []}, "Extra inputs"),
        ({"categories": ["shoes"]}, "'identity', 'contact'"),
        ({"earlier": [CONSENT | {"valid_until": date(2010, 1, 1)}]}, "valid_until on or after"),
        ({"earlier": [CONSENT], "valid_from": date(2025, 12, 31)}, "one after the other"),
        ({"earlier": [CONSENT, CONSENT]}, "one after the other"),
    ],
)
@pytest.mark.people("P16")
def test_what_contradicts_itself_or_the_law_is_refused(said: dict[str, Any], told: str) -> None:
    """With what to write instead."""
    with pytest.raises(ValidationError, match=told):
        purpose(**said)


@pytest.mark.law("L30")
@pytest.mark.parametrize(
    "period",
    ["enligt lag", "efter lagstadgad tid", "så länge det är nödvändigt", "så länge du är kund"],
)
def test_a_period_without_a_measure_is_refused(period: str) -> None:
    """With a rule beside it or none; the event that ends it must be named."""
    with pytest.raises(ValidationError, match="no period"):
        purpose(retention_sv=period)
    with pytest.raises(ValidationError, match="24 months"):
        purpose(retention_sv=period, retention={"kind": "relation", "months": 24})


@pytest.mark.law("L30")
@pytest.mark.parametrize(
    "period", ["så länge det är nödvändigt", "as long as necessary", "enligt lag"]
)
def test_until_an_event_is_not_until_it_is_needed(period: str) -> None:
    """A period of no months still ends at something."""
    with pytest.raises(ValidationError, match="no period"):
        purpose(retention_en=period, retention={"kind": "event", "event": "end", "months": 0})


def test_an_unknown_fact_is_taken_and_named() -> None:
    """Nothing needs to be known at the start; a human answers meanwhile."""
    assert "retention_sv" in purpose(retention={"kind": "bookkeeping"}).missing()
    assert purpose(recipients="none").recipient_ids == ()
    assert "recipients" not in purpose(recipients="none").missing()
    assert "recipients" in purpose().missing()


@pytest.mark.parametrize(
    "address", ["Tryck <a@b.example>", "a@b", "a b@c.example", "a@b.example,c@d.e"]
)
def test_a_recipients_address_is_one_address(address: str) -> None:
    """A mail to two would tell one of the other."""
    with pytest.raises(ValidationError):
        TypeAdapter(Recipients).validate_python({"x": {"name": "X", "address": address}})
