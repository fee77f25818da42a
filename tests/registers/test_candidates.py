"""What a register holds that may be hers too, and what becomes of it when staff say that it is."""

from dataclasses import replace
from pathlib import Path

import pytest
from erasing_shop import ASA, NOW, RULES, Shop
from register_shop import column

from bot.core.vocabulary import Act
from bot.registers.candidates import Candidate, Match, candidates_in
from bot.registers.erasures.rowplan import Fate, RowPlan
from bot.registers.orders import Order

AT_HOME = "Påhittsgatan 77"
MORE = (
    f"(4, 'Öberg, Åsa', '', NULL, '{AT_HOME}', NULL)",
    f"(5, 'Åsa Öberg', '', 'asa.ett@x.example', '{AT_HOME}', '070-174 06 09')",
    "(6, 'Per Öberg', '', NULL, 'Sagostigen 9', '+46 70 174-06 05')",
    "(7, 'Åsa Öberg', '900101-2385', 'tjuv@x.example', 'Fabelgränd 9', NULL)",
)
"""Her till card, her daughter, her husband, and somebody on her personnummer."""


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    """Åsa, a namesake who lives elsewhere (3), and four who may be she."""
    shop = Shop(f"sqlite:///{tmp_path / 'corner.sqlite'}").fill()
    for row in MORE:
        shop.run(f"INSERT INTO kund VALUES {row}")  # noqa: S608 - its own rows
        number = row[1]
        shop.run(f"INSERT INTO besok VALUES ('x', {number}, '/bara-{number}')")  # noqa: S608 - the same
    return shop


def found(shop: Shop) -> dict[str, Candidate]:
    """The candidates by their keys."""
    return {one.key: one for one in candidates_in(shop.register, shop.known(), ASA)}


def planned(shop: Shop, *also: str) -> RowPlan:
    """Her plan with these; whatever else is like her is somebody else."""
    plan = shop.register.plan(ASA, RULES, NOW, also)
    assert plan is not None
    others = tuple(f"kund/{n}" for n in range(3, 8) if f"kund/{n}" not in also)
    return replace(plan, others=others)


@pytest.mark.people("P01")
def test_a_name_alone_is_nobody_and_with_the_address_perhaps_she(shop: Shop) -> None:
    """By name and postal address, a number, a telephone; not her own record, not a namesake's."""
    assert {key: one.by for key, one in found(shop).items()} == {
        "kund/4": (Match.NAME_AND_PLACE,),
        "kund/5": (Match.NAME_AND_PLACE,),
        "kund/6": (Match.PHONE,),
        "kund/7": (Match.PERSONAL_NUMBER,),
    }


@pytest.mark.people("P01")
def test_contact_data_of_ones_own_ask_for_level_3(shop: Shop) -> None:
    """Another e-mail, telephone or street than hers; the till card has none of them."""
    assert {key for key, one in found(shop).items() if one.strong} == {"kund/5", "kund/6", "kund/7"}


@pytest.mark.people("P05")
def test_a_protected_person_is_no_candidate(tmp_path: Path) -> None:
    """That is for people: no list names her."""
    fields = {"id": column(), "nr": column(), "ord": column("protected", off="")}
    shop = Shop(f"sqlite:///{tmp_path / 'corner.sqlite'}", omdome={"fields": fields}).fill()
    shop.run(f"INSERT INTO kund VALUES {MORE[0]}")  # noqa: S608 - its own row
    assert set(found(shop)) == {"kund/4"}
    shop.run("INSERT INTO omdome VALUES (3, 4, 1, 'skyddad')")
    assert found(shop) == {}


@pytest.mark.people("P01")
def test_a_copy_holds_what_was_included_and_nothing_else(shop: Shop) -> None:
    """Without staff's word hers alone; with it one record more, and no field of the others."""
    for also, there in (((), []), (("kund/4",), [4]), (("kund/4", "kund/7"), [4, 7])):
        copy = shop.register.collect(ASA, NOW, also).to_json()
        assert "hemlig-sida-ett" in copy
        assert [n for n in range(4, 8) if f"/bara-{n}" in copy] == there
    # a row that is gone is no reason to fail, nor one that nobody knows
    assert shop.register.collect(ASA, NOW, ("kund/99", "stop/1")) == shop.register.collect(ASA, NOW)


@pytest.mark.people("P01")
def test_what_is_shared_stays_closed_whatever_staff_say(shop: Shop) -> None:
    """Two people behind the address: neither's rows, and none beside them."""
    shop.run(f"UPDATE kund SET mejl = '{ASA}' WHERE nr = 5")  # noqa: S608 - its own row
    assert shop.register.collect(ASA, NOW, ("kund/4",)).tables == ()
    assert planned(shop, "kund/4").rows == ()


@pytest.mark.people("P01")
@pytest.mark.law("L57", "L59")
def test_what_was_included_is_erased_with_the_rest(shop: Shop) -> None:
    """By the same plan; not without staff's word, and the others keep every row."""
    known, plan = shop.known(), planned(shop, "kund/4")
    assert ("kund", Fate.DELETE, (4,)) in {(one.table, one.fate, one.keys) for one in plan.rows}
    before = shop.all_rows()
    order = Order(Act.ERASE, ASA, NOW, plan=plan)
    assert not shop.register.carry_out(order)
    assert shop.all_rows() == before
    assert shop.register.carry_out(replace(order, also=("kund/4",)))
    left = shop.all_rows()
    assert [row[0] for row in left["kund"]] == [1, 2, 3, 5, 6, 7]
    assert {row[1] for row in left["besok"]} == {2, 5, 6, 7}
    assert shop.register.residue(plan, known.keys("corner")) == ()
