"""An erasure in a register: planned row by row, carried out from the plan, and asked for again."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from erasing_shop import ASA, NOW, ROWS, RULES, Shop
from register_shop import column, table

from bot.core.vocabulary import Category
from bot.registers.erasures.rowplan import Fate, Residue, RowPlan, RowsPlanned, Rules
from bot.registers.records import Register, search_keys


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    """Åsa and two others, one of her name."""
    return Shop(f"sqlite:///{tmp_path / 'corner.sqlite'}").fill()


def fates(plan: RowPlan) -> set[tuple[str, Fate, tuple[int | str, ...]]]:
    """What becomes of which keys of each table."""
    return {(one.table, one.fate, one.keys) for one in plan.rows}


def one(plan: RowPlan, table_name: str, fate: Fate) -> RowsPlanned:
    """The rows of a table that share a fate."""
    return next(each for each in plan.rows if (each.table, each.fate) == (table_name, fate))


@pytest.mark.law("L55", "L56")
def test_each_row_is_tried_by_itself(shop: Shop) -> None:
    """Accounts of 2018 go, those of 2019 stay with their line and with her name; nothing else."""
    plan = shop.plan()
    assert fates(plan) == {
        ("rader", Fate.DELETE, (100,)),
        ("rader", Fate.KEEP, (101,)),
        ("kop", Fate.DELETE, (10,)),
        ("kop", Fate.KEEP, (11,)),
        ("besok", Fate.DELETE, ("a", "b")),
        ("omdome", Fate.CLEAR, (1,)),
        ("kund", Fate.CLEAR, (1,)),
        ("kund", Fate.KEEP, (1,)),
    }
    kept = one(plan, "kop", Fate.KEEP)
    assert (kept.law, kept.until) == ("bookkeeping", date(2026, 12, 31))
    assert one(plan, "kund", Fate.KEEP).until == one(plan, "rader", Fate.KEEP).until == kept.until
    assert dict(one(plan, "besok", Fate.DELETE).counts) == {Category.BEHAVIOUR: 2}
    assert dict(one(plan, "kund", Fate.CLEAR).counts) == {Category.IDENTITY: 1, Category.CONTACT: 1}


@pytest.mark.law("L56")
def test_the_day_after_the_last_day_nothing_is_kept(shop: Shop) -> None:
    """The same rows on the first of January: her own row goes with the last one on it."""
    plan = shop.plan(on=datetime(2027, 1, 1, 12, tzinfo=UTC))
    assert {each.fate for each in plan.rows if each.table != "omdome"} == {Fate.DELETE}
    assert shop.erase(plan, datetime(2027, 1, 1, 12, tzinfo=UTC))
    assert [row[0] for row in shop.all_rows()["kund"]] == [2, 3]


@pytest.mark.law("L57", "L59")
def test_what_was_planned_is_done_and_nothing_beside_it(shop: Shop) -> None:
    """Her rows go, or lose what the law does not need; no row of anybody else's is touched.

    She shares a number of a visit with Bo, and her name with a third.
    """
    plan, known = shop.plan(), shop.known()
    assert shop.erase(plan)
    rows = shop.all_rows()
    assert rows["kund"][0][:4] == (1, "Åsa Öberg", None, None)
    assert rows["kund"][1:] == list(ROWS["kund"][1:])
    assert rows["besok"] == [("b", 2, "/start")]
    assert [row[0] for row in rows["kop"]] == [11, 12]
    assert rows["rader"] == list(ROWS["rader"][1:])
    assert rows["omdome"] == [(1, None, 4, "(raderat)"), (2, 2, 5, "bra")]
    assert shop.register.residue(plan, known.keys("corner")) == ()


@pytest.mark.law("L59")
def test_repeated_it_changes_nothing_and_the_plan_says_the_first_counts(shop: Shop) -> None:
    """Also after the plan has lain in the vault; a new plan would find next to nothing."""
    plan = RowPlan.from_json(shop.plan().to_json())
    assert shop.erase(plan)
    after = shop.all_rows()
    assert shop.erase(RowPlan.from_json(plan.to_json()))
    assert shop.all_rows() == after
    assert dict(one(plan, "besok", Fate.DELETE).counts) == {Category.BEHAVIOUR: 2}


def test_a_plan_holds_keys_and_counts_and_no_other_value(shop: Shop) -> None:
    """It comes back from the vault as it was."""
    plan = shop.plan()
    assert RowPlan.from_json(plan.to_json().encode()) == plan
    for value in ("Öberg", ASA, "19900101", "Påhitts", "hemlig", "lampa"):
        assert value not in plan.to_json()


@pytest.mark.law("L59")
def test_what_is_left_is_told_by_table(shop: Shop) -> None:
    """A row put back, a cell that was not emptied, and one that came by another door."""
    plan, known = shop.plan(), shop.known()
    assert {each.table for each in shop.register.residue(plan, known.keys("corner"))} == {
        *("besok", "kop", "kund", "omdome", "rader")
    }
    assert shop.erase(plan)
    shop.run("INSERT INTO besok VALUES ('a', 1, '/tillbaka')")
    shop.run("UPDATE kund SET telefon = '070' WHERE nr = 1")
    shop.run("INSERT INTO kund VALUES (9, 'Å', NULL, 'ASA.Oberg@x.example', NULL, NULL)")
    shop.run("INSERT INTO besok VALUES ('z', 1, '/ny')")
    left = shop.register.residue(plan, known.keys("corner"))
    assert left == (Residue("besok", 2), Residue("kund", 2))


@pytest.mark.law("L55")
def test_what_a_law_keeps_is_no_residue_also_where_it_came_after_the_plan(shop: Shop) -> None:
    """An invoice booked in the days of grace stands on her kept row; a comment does not."""
    plan, known = shop.plan(), shop.known()
    assert shop.erase(plan)
    shop.run("INSERT INTO kop VALUES (19, 1, '2026-03-04', 'sen')")
    assert shop.register.residue(plan, known.keys("corner")) == ()
    shop.run("INSERT INTO omdome VALUES (7, 1, 1, 'nytt')")
    assert shop.register.residue(plan, known.keys("corner")) == (Residue("omdome", 1),)


@pytest.mark.people("P01")
def test_the_namesake_and_whoever_gets_her_number_are_left_alone(shop: Shop) -> None:
    """Her own row went; its number is somebody else's by now: people look, nothing is touched."""
    shop.run("DELETE FROM rader WHERE kop = 11")
    shop.run("DELETE FROM kop WHERE id = 11")
    plan = shop.plan()
    assert ("kund", Fate.DELETE, (1,)) in fates(plan)
    assert shop.erase(plan)
    shop.run("INSERT INTO kund VALUES (1, 'Cia Al', '', 'cia@x.example', 'Gåtbacken 3', '')")
    shop.run("INSERT INTO besok VALUES ('a', 1, '/cia')")
    before = shop.all_rows()
    assert not shop.erase(plan)
    assert shop.all_rows() == before


@pytest.mark.people("P07")
@pytest.mark.parametrize(
    ("rules", "change", "missing"),
    [
        (RULES, {"besok": {"erase": ""}}, "tables.besok.erase"),
        (RULES, {"kop": {"erase": "keep", "kept_by": None}}, "tables.kop.kept_by"),
        (replace(RULES, closing=None), {}, "fiscal_year_end"),
        (Rules({}, "12-31"), {}, "purposes.bookkeeping.retention"),
        (RULES, {"kop": {"erase": "keep"}}, "tables.kop.erase"),
    ],
)
def test_what_nobody_has_said_is_asked_and_nothing_is_erased(
    tmp_path: Path, rules: Rules, change: dict[str, dict[str, object]], missing: str
) -> None:
    """Not even the rest: a plan with an open question is nobody's order."""
    shop = Shop(f"sqlite:///{tmp_path / 'corner.sqlite'}", **change).fill()
    plan = shop.plan(rules)
    assert missing in {word for each in plan.rows for word in each.missing}
    before = shop.all_rows()
    assert not shop.erase(plan)
    assert shop.all_rows() == before


@pytest.mark.law("L55")
def test_a_cell_of_a_row_that_stays_for_another_s_sake_must_be_spoken_of(tmp_path: Path) -> None:
    """A column that the map says nothing of is asked about, and never kept by default."""
    fields = {"nr": column("customer_number"), "mejl": column("email", "contact", erase="clear")}
    fields |= {"namn": column("name")}
    shop = Shop(f"sqlite:///{tmp_path / 'a.sqlite'}", kund=table("nr", fields, erase="rows")).fill()
    assert one(shop.plan(), "kund", Fate.ASK).missing == ("tables.kund.fields.namn.erase",)


def test_a_day_that_cannot_be_read_keeps_the_row_for_people(shop: Shop) -> None:
    """Neither erased nor kept to a day that was made up."""
    shop.run("UPDATE kop SET datum = 'i våras' WHERE id = 10")
    assert one(shop.plan(), "kop", Fate.ASK).keys == (10,)


def test_a_row_without_key_is_for_people(shop: Shop) -> None:
    """No statement could name it."""
    shop.run("INSERT INTO besok VALUES (NULL, 1, '/utan'), (x'00ff', 1, '/kladd')")
    assert one(shop.plan(), "besok", Fate.ASK).missing == ("tables.besok.key",)


def test_a_register_that_is_only_read_plans_nothing(tmp_path: Path) -> None:
    """Its people do it, and see the plan by category."""
    shop = Shop(f"sqlite:///{tmp_path / 'corner.sqlite'}").fill()
    readable = shop.map.model_copy(update={"writable": False})
    register: Register = type(shop.register)("corner", readable)
    assert register.plan(ASA, RULES, NOW) is None


@pytest.mark.people("P19")
def test_a_firm_is_nobody_and_its_contact_gets_her_own_row_alone(tmp_path: Path) -> None:
    """Her colleague, the firm and what it bought stay, and stand in no copy of hers."""
    firm = {"whose": "firm", "erase": "rows"}
    contact = {
        "id": column(erase="keep"),
        "firma": column(erase="clear"),
        "namn": column("name", erase="clear"),
        "mejl": column("email", "contact", erase="clear"),
    }
    shop = Shop(
        f"sqlite:///{tmp_path / 'corner.sqlite'}",
        kund=firm,
        **{name: {"whose": "firm"} for name in ("kop", "rader", "besok", "omdome")},
        kontakt=table("id", contact, whose="contact", link={"firma": "kund.nr"}, erase="rows"),
    ).fill()
    shop.run("CREATE TABLE kontakt (id INTEGER, firma INTEGER, namn TEXT, mejl TEXT)")
    shop.run("INSERT INTO kontakt VALUES (1, 1, 'Åsa Öberg', 'asa.oberg@x.example')")
    shop.run("INSERT INTO kontakt VALUES (2, 1, 'Bo', 'bo@y.example')")
    before = shop.all_rows()
    assert [t.rows for t in shop.register.collect(ASA, NOW).tables] == [
        (("1", "1", "Åsa Öberg"),),
        ((ASA,),),
    ]
    assert [record.key for record in shop.register.look_up(search_keys([ASA]))] == ["kontakt/1"]
    plan = replace(shop.plan(), others=())
    assert fates(plan) == {("kontakt", Fate.DELETE, (1,))}
    assert shop.erase(plan)
    assert shop.all_rows() == before
    assert shop.run("SELECT id FROM kontakt") == [(2,)]


@pytest.mark.people("P19")
def test_a_row_whose_owner_nobody_knows_is_for_people(tmp_path: Path) -> None:
    """The column says of each row whose it is; a value that stands for nobody is asked about."""
    whose = {"column": "sak", "person": ["ritbord Oslo"], "firm": ["lampa Bergen"]}
    shop = Shop(f"sqlite:///{tmp_path / 'corner.sqlite'}", kop={"whose": whose}).fill()
    assert ("kop", Fate.DELETE, (10,)) in fates(shop.plan())
    assert not [each for each in shop.plan().rows if 11 in each.keys]
    shop.run("UPDATE kop SET sak = 'stol' WHERE id = 10")
    assert one(shop.plan(), "kop", Fate.ASK).missing == ("tables.kop.whose",)
