from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pydantic import ValidationError
from register_files import map_of, marked_in, shop_in
from register_shop import KUND, column, table

from bot.core.identity import BlockOutcome
from bot.core.vocabulary import Act
from bot.registers.erasures.rowplan import Fate, Rules
from bot.registers.files.folder import FileFolder
from bot.registers.mapped import MappedRegister
from bot.registers.maps.datamap import RegisterMap
from bot.registers.orders import Order
from bot.registers.records import Key, RegisterUnavailable, search_keys

NOW = datetime(2026, 3, 5, 9, tzinfo=UTC)
ASA = "asa@x.example"
KINDS = pytest.mark.parametrize("kind", ["csv", "xlsx", "json"])


def register_of(folder: Path, kind: str) -> MappedRegister:
    """A register of one kind of file: two customers, and receipts that share a number."""
    return MappedRegister("corner", shop_in(folder, kind))


def cells(register: MappedRegister, address: str) -> list[tuple[str, ...]]:
    """What a copy holds."""
    return [row for part in register.collect(address, NOW).tables for row in part.rows]


@KINDS
def test_a_person_in_files_is_found_by_each_key(tmp_path: Path, kind: str) -> None:
    """By address, number and name, as in a database."""
    register = register_of(tmp_path, kind)
    for keys, by in (
        (search_keys(["ASA@x.example"]), Key.ADDRESS),
        (search_keys(customer_numbers=["7"]), Key.CUSTOMER_NUMBER),
        (search_keys(names=["Åsa Öberg"]), Key.NAME),
    ):
        (found,) = register.look_up(keys, whole=True)
        assert (found.key, found.hit_by, found.names) == ("kund/7", {by}, ("Åsa Öberg",))
        assert found.contact_changed is not None
    assert register.look_up(search_keys(["nobody@x.example"])) == ()


@KINDS
@pytest.mark.law("L36")
def test_a_copy_from_files_holds_all_that_is_hers(tmp_path: Path, kind: str) -> None:
    """Through the link too, and nothing of anybody else's; the same from every kind of file."""
    assert cells(register_of(tmp_path, kind), ASA) == [
        ("7", "Öberg, Åsa", ""),
        ("Asa@x.example", "2020-01-01"),
        ("ja",),
        ("K-1", "7"),
        ("K-3", "7"),
    ]


@KINDS
def test_a_block_switches_a_consent_off_in_a_file(tmp_path: Path, kind: str) -> None:
    """Hers alone; twice is once."""
    register = register_of(tmp_path, kind)
    for _ in range(2):
        assert register.block_marketing(ASA, NOW) is BlockOutcome.FOUND
    assert ("nej",) in cells(register, ASA)
    assert ("ja",) in cells(register, "bo@x.example")
    assert register.block_marketing("nobody@x.example", NOW) is BlockOutcome.NOWHERE


@KINDS
@pytest.mark.law("L43", "L61")
def test_a_restriction_of_files_is_marked_and_lifted(tmp_path: Path, kind: str) -> None:
    """By a flag and by a file beside, in every kind of file; then each cell stands as it stood."""
    register_map = marked_in(tmp_path, kind)
    register, files = MappedRegister("corner", register_map), FileFolder("corner", register_map)

    def marks() -> tuple[list[object], list[tuple[object, ...]]]:
        flags = [row["utskick"] for row in files.rows("kund")]
        return flags, [tuple(row.values()) for row in files.rows("pauses")]

    before, order = marks(), Order(Act.RESTRICT, ASA, NOW)
    marked = frozenset(register.unmarked(order))
    for _ in range(2):
        assert register.carry_out(order)
    assert marks() == (["ja", "nej"], [*before[1], ("L-1", "2026-03-05")])
    assert register.carry_out(replace(order, act=Act.LIFT, marked=marked))
    assert marks() == before


@KINDS
@pytest.mark.law("L57")
def test_an_erasure_leaves_nothing_of_hers_in_a_file(tmp_path: Path, kind: str) -> None:
    """Rows go by the plan, the receipt number that she shares with him stays his; then a proof."""
    register = register_of(tmp_path, kind)
    his = cells(register, "bo@x.example")
    plan = register.plan(ASA, Rules(), NOW)
    assert plan is not None
    assert {one.table: one.fate for one in plan.rows} == {"kop": Fate.DELETE, "kund": Fate.DELETE}
    keys = search_keys([ASA], ["7"], [], ["Åsa Öberg"])
    assert register.residue(plan, keys)
    for _ in range(2):
        assert register.carry_out(Order(Act.ERASE, ASA, NOW, plan=plan))
    assert register.residue(plan, keys) == ()
    assert register.look_up(keys) == ()
    assert cells(register, "bo@x.example") == his
    for path in tmp_path.iterdir():
        assert b"Asa@x" not in path.read_bytes()


@KINDS
def test_a_map_that_fits_its_files_has_no_fault(tmp_path: Path, kind: str) -> None:
    """Nothing is said of a database that there is not, nor of our own lock."""
    register = register_of(tmp_path, kind)
    register.block_marketing(ASA, NOW)
    assert register.problems() == []


@KINDS
def test_an_unmapped_column_of_a_file_is_named(tmp_path: Path, kind: str) -> None:
    """As one of a database is."""
    raw = shop_in(tmp_path, kind).model_dump(mode="json")
    del raw["tables"]["kund"]["fields"]["pnr"]
    said = MappedRegister("corner", RegisterMap.model_validate(raw)).problems()
    assert any("has the column pnr, which the map does not mention" in one for one in said)


def test_a_table_in_a_database_needs_one(tmp_path: Path) -> None:
    """A register without url is made of files alone."""
    with pytest.raises(ValidationError, match="kund is in a database: set url"):
        map_of(tmp_path, kund=table("nr", KUND))


def test_a_consent_in_a_file_can_be_switched_off(tmp_path: Path) -> None:
    """So it may stand there."""
    fields = {"nr": column(), "mejl": KUND["mejl"], "sms": column("consent_sms", off="nej")}
    (tmp_path / "kund.csv").write_text(f"nr;mejl;sms\n1;{ASA};ja\n")
    one = table("nr", fields, source="csv", file="kund.csv")
    assert MappedRegister("corner", map_of(tmp_path, kund=one)).block_marketing(ASA, NOW)
    assert (tmp_path / "kund.csv").read_text() == f"nr;mejl;sms\n1;{ASA};nej\n"


def test_a_lost_file_stops_the_search(tmp_path: Path) -> None:
    """Somebody took a file away: that is no empty register."""
    register = register_of(tmp_path, "csv")
    (tmp_path / "kop.csv").unlink()
    with pytest.raises(RegisterUnavailable, match=r"no file matches kop\.csv"):
        register.look_up(search_keys(customer_numbers=["7"]), whole=True)
