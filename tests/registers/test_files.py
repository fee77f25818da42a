from datetime import UTC, datetime
from pathlib import Path

import pytest
from register_shop import KUND, SHOP, table

from bot.demo.people import EVA, KARIN
from bot.registers.maps.datamap import RegisterMap
from bot.registers.opening import open_register
from bot.registers.records import Register, RegisterUnavailable, Snapshot, search_keys

NOW = datetime(2026, 3, 5, 9, tzinfo=UTC)
HEADER = "Kvitto;Datum;Kundnr;Vara;Antal;Belopp;Bokförd\r\n"
Registers = dict[str, Register]


def bought(snapshot: Snapshot) -> list[tuple[str, ...]]:
    """The purchases in a copy."""
    return [row for table in snapshot.tables if table.title == "Köp" for row in table.rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "windows-1252"])
def test_a_swedish_file_is_read_in_each_of_its_encodings(
    registers: Registers, folder: Path, encoding: str
) -> None:
    """With a mark in front or none, the same letters come out."""
    line = 'X-1;2026-01-02;M30001;"Pärm; ""röd"" é";1;1 249,50;2026-01-05\r\n'
    (folder / "mora" / "kop_2031.csv").write_bytes((HEADER + line).encode(encoding))
    row = ("X-1", "2026-01-02", "M30001", 'Pärm; "röd" é', "1", "1 249,50", "2026-01-05")
    assert row in bought(registers["mora"].collect(KARIN.address, NOW))


def test_a_purchase_without_a_number_is_nobodys(registers: Registers, folder: Path) -> None:
    """A cash sale does not land with the first who has none."""
    line = "X-1;2026-01-02;;Pärm;1;49,90;2026-01-05\r\n"
    (folder / "mora" / "kop_2031.csv").write_text(HEADER + line, newline="")
    for person in (KARIN, EVA):
        rows = bought(registers["mora"].collect(person.address, NOW))
        assert all(row[0] != "X-1" for row in rows)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (HEADER + "X-1;2026-01-02;M30001;Pärm\r\n", "row 2 of kop_2031.csv has 4 cells"),
        (HEADER + "X-1;2026-01-02;M30001;Pärm;1;2;3;4\r\n", "row 2 of kop_2031.csv has 8 cells"),
        ("Kvitto;Datum;Kundnr\r\n", "lacks the column Vara"),
        ("Kvitto;Kvitto\r\n", "names each column once"),
        ("", "names each column once"),
        (HEADER + '"open', "cannot be read"),
    ],
)
@pytest.mark.law("L36")
def test_a_file_that_does_not_fit_stops_the_copy(
    registers: Registers, folder: Path, content: str, told: str
) -> None:
    """A row left out in silence could be hers."""
    (folder / "mora" / "kop_2031.csv").write_text(content, encoding="utf-8", newline="")
    with pytest.raises(RegisterUnavailable, match="mora") as caught:
        registers["mora"].collect(KARIN.address, NOW)
    assert told in str(caught.value)


def test_a_lost_folder_stops_the_copy_and_not_the_block(registers: Registers, folder: Path) -> None:
    """Looking up and blocking need no purchases."""
    (folder / "mora").rename(folder / "elsewhere")
    with pytest.raises(RegisterUnavailable, match=r"kop_\*\.csv"):
        registers["mora"].collect(KARIN.address, NOW)
    assert registers["mora"].look_up(search_keys([KARIN.address]))
    registers["mora"].block_marketing(KARIN.address, NOW)


def test_the_customers_themselves_may_stand_in_a_file(folder: Path, tmp_path: Path) -> None:
    """Found and copied like any other; only the block list is in the database."""
    files = tmp_path / "files"
    files.mkdir()
    rows = "nr;namn;pnr;mejl;andrad\r\n7;Öberg, Åsa;;Asa@x.example;2020-01-01\r\n"
    (files / "kund.csv").write_text(rows, encoding="windows-1252", newline="")
    raw = SHOP | {"url": f"sqlite:///{folder / 'mora.sqlite'}", "folder": files}
    fields = {"address": KUND["mejl"], "since": KUND["andrad"]}
    stop = {"table": "stop_list", "date": "since", "fields": fields}
    raw["marketing"] = SHOP["marketing"] | stop
    raw["tables"] = {"kund": table("nr", KUND, source="csv", file="kund.csv")}
    register = open_register("corner", RegisterMap.model_validate(raw))
    assert register.look_up(search_keys(names=["Åsa Öberg"]))[0].key == "kund/7"
    copy = register.collect("asa@x.example", NOW)
    assert [row for part in copy.tables for row in part.rows] == [
        ("7", "Öberg, Åsa", ""),
        ("Asa@x.example", "2020-01-01"),
    ]
