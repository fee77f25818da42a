"""What the data map contradicts and leaves open, told with its place and its price."""

from typing import Any

import pytest
from register_shop import KUND, SHOP, column, table

from bot.registers.maps.datamap import Purpose, RegisterMap
from bot.registers.maps.unsaid import contradictions, unsaid

BOOKS: dict[str, Any] = {
    "basis": "legal_obligation",
    "categories": ["purchases", "identity"],
    "retention": {"kind": "bookkeeping"},
}
OFFERS: dict[str, Any] = {"basis": "consent", "categories": ["contact"], "marketing": True}
PURPOSES = {key: Purpose.model_validate(one) for key, one in (("books", BOOKS), ("offers", OFFERS))}
KOP = {
    "nr": column(category="purchases"),
    "kund": column(category="purchases"),
    "dag": column("booked", "purchases"),
}
SAID = {"origin": "given", "erase": "clear"}


def shop(**tables: dict[str, Any]) -> RegisterMap:
    """A writable register of these tables beside `kund`."""
    raw = SHOP | {"url": "sqlite:///shop.sqlite"}
    return RegisterMap.model_validate(raw | {"tables": {"kund": table("nr", KUND)} | tables})


def kop(fields: dict[str, Any] = KOP, **more: object) -> dict[str, object]:
    """The purchases of `kund`."""
    return table("nr", fields, link={"kund": "kund.nr"}, **more)


def wrong(register_map: RegisterMap) -> list[str]:
    """What contradicts."""
    return list(contradictions("shop", register_map, PURPOSES))


def unknown(register_map: RegisterMap, *words: str) -> list[str]:
    """What is left open, and has all these words."""
    said = unsaid("shop", register_map, PURPOSES)
    return [one for one in said if all(word in one for word in words)]


@pytest.mark.law("L36")
def test_each_unknown_is_told_with_its_place_and_what_it_costs() -> None:
    """Erasing, restricting, correcting and the origin: a human is asked, nothing is guessed."""
    empty = shop()
    assert wrong(empty) == []
    place = "registers.shop.tables.kund"
    for fact in ("erase", "restrict", "rectify"):
        (told,) = unknown(empty, f"{place}.{fact}:")
        assert "human" in told
    (origin,) = unknown(empty, f"{place}.fields:", "origin")
    assert "nr, namn, pnr, mejl, andrad" in origin
    assert "portable" in origin


def test_a_map_that_says_it_all_leaves_nothing_open() -> None:
    """Each fact that is written down takes its sentence away."""
    fields = {name: one | SAID for name, one in KUND.items()}
    whole = table("nr", fields, erase="cells", restrict={"column": "namn", "on": 1, "off": 0},
                  rectify="overwrite")  # fmt: skip
    register_map = shop(kund=whole)
    assert unknown(register_map) == []
    fields["andrad"] = KUND["andrad"] | {"origin": "given"}
    (told,) = unknown(shop(kund=whole))
    assert "erase is unknown of andrad" in told


def test_what_hangs_on_a_restricted_record_is_restricted_with_it() -> None:
    """A purchase needs no way of its own."""
    kund = table("nr", KUND, restrict={"column": "namn", "on": 1, "off": 0})
    assert unknown(shop(kund=kund, kop=kop()), ".restrict:") == []


def test_a_law_that_keeps_rows_is_one_that_exists_and_obliges() -> None:
    """A name that stands nowhere, and a purpose that only somebody wished for."""
    assert wrong(shop(kop=kop(kept_by="books"))) == []
    (nowhere,) = wrong(shop(kop=kop(kept_by="bokforing")))
    assert "registers.shop.tables.kop.kept_by: there is no purposes.bokforing" in nowhere
    (wished,) = wrong(shop(kop=kop(kept_by="offers")))
    assert "no legal obligation" in wished
    (told,) = unknown(shop(kop=kop(erase="keep")), "kept_by")
    assert "nobody can say which law" in told


def test_what_stays_with_a_kept_row_is_named() -> None:
    """The law keeps the row, and nobody said which cells it needs."""
    fields = KOP | {"rabatt": column(category="purchases")}
    (told,) = unknown(shop(kop=kop(fields, kept_by="books", erase="rows")), "as long as")
    assert "rabatt" in told


def test_a_field_is_used_for_purposes_that_have_its_category() -> None:
    """One that is not there, and one that speaks of other data."""
    fields = KOP | {"dag": column("booked", "purchases", purposes=["books", "offers", "nonsense"])}
    other, nowhere = wrong(shop(kop=kop(fields)))
    assert "purposes.offers has no purchases" in other
    assert "there is no purposes.nonsense" in nowhere


@pytest.mark.people("P16")
def test_a_personal_number_is_used_for_no_marketing() -> None:
    """Not by a single field either."""
    fields = KUND | {"pnr": column("personal_number", "contact", purposes=["offers"])}
    (told,) = wrong(shop(kund=table("nr", fields)))
    assert "no marketing" in told
    assert "kund.fields.pnr" in told


def test_what_is_written_beside_a_record_is_mapped_too() -> None:
    """Else a restriction or a note about her would stand in no answer."""
    beside = {"table": "pauser", "key": "nr", "since": "dag"}
    noted = {"table": "kop", "key": "nr", "text": "not", "on": "dag"}
    kund = table("nr", KUND, restrict=beside, rectify=noted)
    missing, lacking = wrong(shop(kund=kund, kop=kop()))
    assert "the table pauser is not mapped" in missing
    assert "tables.kop has no field not" in lacking


def test_what_people_do_by_hand_is_told_once() -> None:
    """A register that the bot may not write, one without block list, and what people restrict."""
    raw = SHOP | {"url": "sqlite:///shop.sqlite", "writable": False, "marketing": None}
    by_hand = RegisterMap.model_validate(raw | {"tables": {"kund": table("nr", KUND)}})
    assert unknown(by_hand, "registers.shop.writable")
    assert unknown(by_hand, "registers.shop.marketing", "rightsbot blocked")
    assert unknown(by_hand, ".erase") == []
    people = shop(kund=table("nr", KUND, restrict="person"))
    (told,) = unknown(people, "restricts kund")
    assert "human" in told
