import zipfile
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.worksheet.table import Table
from register_files import NAMES, PEOPLE, folder_of, map_of, told
from register_shop import column, table

from bot.registers.files.folder import FileFolder
from bot.registers.records import RegisterUnavailable

FIELDS = {"nr": column(), "dag": column(), "mejl": column("email", "contact")}


def customers(book: Workbook) -> None:
    """Two people on the first sheet, as somebody has dressed it up; and a second sheet."""
    sheet = book.worksheets[0]
    sheet.append(NAMES)
    for nr, name, mail in PEOPLE:
        sheet.append([int(nr), name, mail])
        cell = sheet.cell(sheet.max_row, 3)
        cell.hyperlink = f"mailto:{mail}"
        cell.comment = Comment(f"ring {name}", "x")
    sheet.append([3, "Alm, Cia", "cia@x.example"])
    sheet["B4"].font = Font(bold=True)
    sheet.column_dimensions["B"].width = 33
    sheet.row_dimensions[4].height = 40
    sheet.freeze_panes = "A2"
    sheet.add_table(Table(displayName="Kunder", ref="A1:C4"))
    book.create_sheet("Priser").append(["vara", 1249.5])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The book."""
    book = Workbook()
    customers(book)
    book.save(tmp_path / "kund.xlsx")
    return tmp_path / "kund.xlsx"


@pytest.fixture
def files(path: Path) -> FileFolder:
    """The register around it."""
    return folder_of(path.parent, "kund.xlsx", "xlsx")


def everything(path: Path) -> bytes:
    """All parts of a book, unpacked."""
    with zipfile.ZipFile(path) as book:
        return b"\n".join(book.read(name) for name in book.namelist())


def test_cells_are_read_as_a_clerk_sees_them(tmp_path: Path) -> None:
    """A day is a day, a number is itself, and what its format fills up with noughts has them."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["nr", "dag", "mejl"])
    for value, shown in ((1, "00000"), (101019801, r"000000\-0000"), (80255, "000 00")):
        sheet.append([value, date(2020, 1, 2), None])
        sheet.cell(sheet.max_row, 1).number_format = shown
    sheet.append([])
    sheet.append([1249.5, datetime(2020, 1, 2, 3, 4), True])  # noqa: DTZ001 - Excel knows no zone
    sheet.append(["'=1", time(3, 4), "=A1"])
    sheet["C7"].data_type = "s"
    book.save(tmp_path / "kund.xlsx")
    assert told(folder_of(tmp_path, "kund.xlsx", "xlsx", FIELDS)) == [
        ("00001", "2020-01-02", None),
        ("010101-9801", "2020-01-02", None),
        ("802 55", "2020-01-02", None),
        ("1249.5", "2020-01-02T03:04:00", "true"),
        ("'=1", "03:04:00", "=A1"),
    ]


def test_what_is_not_changed_survives(path: Path, files: FileFolder) -> None:
    """The other sheet, widths, heights, styles, panes; rows move up with all that is theirs."""
    with files.writing() as writes:
        assert writes.delete("kund", "nr", ["1"]) == 1
        writes.update("kund", "nr", [3], {"mejl": "ny@x.example"})
    book = load_workbook(path)
    sheet = book.worksheets[0]
    assert told(files) == [(2, *PEOPLE[1][1:]), (3, "Alm, Cia", "ny@x.example")]
    assert (sheet["B3"].font.bold, sheet.row_dimensions[3].height) == (True, 40)
    assert (sheet.column_dimensions["B"].width, sheet.freeze_panes) == (33, "A2")
    assert (sheet["C2"].hyperlink.target, sheet["C2"].hyperlink.ref) == (
        "mailto:bo@x.example",
        "C2",
    )
    assert sheet["C2"].comment.text == "ring Ek, Bo"
    assert sheet.tables["Kunder"].ref == "A1:C3"
    assert [[cell.value for cell in row] for row in book["Priser"]] == [["vara", 1249.5]]


@pytest.mark.law("L57")
def test_nothing_of_a_row_that_went_stands_in_the_book(path: Path, files: FileFolder) -> None:
    """Neither in the shared texts nor in a link, a note or the values of a filter."""
    book = load_workbook(path)
    sheet = book.worksheets[0]
    sheet.tables["Kunder"].autoFilter.add_filter_column(1, ["Öberg, Åsa", "Ek, Bo"])
    book.save(path)
    assert b"asa@x.example" in everything(path)
    with files.writing() as writes:
        writes.delete("kund", "nr", [1])
        writes.update("kund", "nr", [2], {"mejl": None, "namn": None})
    left = everything(path)
    for value in ("asa@x.example", "Öberg", "bo@x.example", "Ek, Bo"):
        assert value.encode() not in left
    assert told(files) == [(2, None, None), (3, "Alm, Cia", "cia@x.example")]


def test_a_new_row_takes_the_place_below(path: Path, files: FileFolder) -> None:
    """In the style of the last, inside the table; a text that begins with = is no formula."""
    with files.writing() as writes:
        writes.insert("kund", {"nr": 4, "namn": "=1+1", "mejl": None})
        writes.update("kund", "nr", [2], {"namn": "=A1"})
    sheet = load_workbook(path).worksheets[0]
    assert (sheet["B5"].value, sheet["B5"].data_type, sheet["B5"].font.bold) == ("=1+1", "s", True)
    assert sheet.tables["Kunder"].ref == "A1:C5"
    assert told(files)[1::2] == [(2, "=A1", "bo@x.example"), (4, "=1+1", None)]


def test_a_new_value_is_of_the_old_ones_kind(tmp_path: Path) -> None:
    """A day stays a day and a yes a yes in Excel's own eyes."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["nr", "dag", "mejl"])
    sheet.append([1, date(2020, 1, 2), True])
    book.save(tmp_path / "kund.xlsx")
    files = folder_of(tmp_path, "kund.xlsx", "xlsx", FIELDS)
    with files.writing() as writes:
        writes.update("kund", "nr", [1], {"nr": "12", "dag": "2021-03-04", "mejl": "false"})
    row = load_workbook(tmp_path / "kund.xlsx").worksheets[0][2]
    assert [c.value for c in row] == [
        12,
        datetime(2021, 3, 4, tzinfo=UTC).replace(tzinfo=None),
        False,
    ]
    assert told(files) == [(12, "2021-03-04", "false")]


@pytest.mark.parametrize(
    ("deed", "said"),
    [
        (lambda s: s.cell(3, 2, "=A1"), "cell B3 of kund.xlsx is a formula"),
        (lambda s: s.cell(3, 5, "x"), "row 3 of kund.xlsx has a cell beyond"),
        (lambda s: s.cell(1, 2, "nr"), "names each column once"),
        (lambda s: s.cell(1, 2, "annat"), "lacks the column namn"),
    ],
)
@pytest.mark.law("L36")
def test_what_is_no_table_stops_the_read(
    tmp_path: Path, deed: object, said: str, path: Path, files: FileFolder
) -> None:
    """A formula's value is not ours to judge, and a cell without a name is nobody's."""
    del tmp_path
    book = load_workbook(path)
    for name in list(book.worksheets[0].tables):
        del book.worksheets[0].tables[name]
    deed(book.worksheets[0])  # type: ignore[operator] # a lambda above
    book.save(path)
    with pytest.raises(RegisterUnavailable) as caught:
        told(files)
    assert said in str(caught.value)


def test_a_broken_book_is_unavailable(path: Path, files: FileFolder) -> None:
    """Cut off or no book at all: never an empty register, never an error of another's making."""
    whole = path.read_bytes()
    for content in (b"no book", whole[: len(whole) // 2], whole[:-30]):
        path.write_bytes(content)
        with pytest.raises(RegisterUnavailable, match="cannot be read"):
            told(files)
        with pytest.raises(RegisterUnavailable), files.writing() as writes:
            writes.delete("kund", "nr", [1])


def test_what_would_be_lost_is_refused(path: Path, files: FileFolder) -> None:
    """A chart keeps values of its own, formulas elsewhere point at rows: not one byte changes."""
    book = load_workbook(path)
    book["Priser"]["A2"] = "=Sheet!B2"
    book.save(path)
    before = path.read_bytes()
    with pytest.raises(RegisterUnavailable, match="Priser has formulas"), files.writing() as writes:
        writes.delete("kund", "nr", [1])
    chart = BarChart()
    chart.add_data(Reference(book.worksheets[0], range_string="Sheet!A2:A4"))
    book["Priser"].add_chart(chart)
    assert path.read_bytes() == before
    book.save(path)
    before = path.read_bytes()
    with pytest.raises(RegisterUnavailable, match="a person changes it"), files.writing() as writes:
        writes.update("kund", "nr", [1], {"namn": "N"})
    assert path.read_bytes() == before


def test_two_sheets_of_one_book_are_written_together(path: Path) -> None:
    """And a third that holds something and that no table names is told."""
    book = load_workbook(path)
    for name in ("Nummer 2", "Glömd", "Tom"):
        book.create_sheet(name)
    book["Nummer 2"].append(["nr"])
    book["Nummer 2"].append([1])
    book["Glömd"].append(["x"])
    book.save(path)
    fields = {name: column() for name in NAMES}
    files = FileFolder(
        "corner",
        map_of(
            path.parent,
            kund=table("nr", fields, source="xlsx", file="kund.xlsx"),
            kop=table("nr", {"nr": column()}, source="xlsx", file="*.xlsx#Nummer 2"),
        ),
    )
    with files.writing() as writes:
        writes.delete("kund", "nr", [1])
        writes.delete("kop", "nr", ["1"])
    assert [row["nr"] for row in files.rows("kund")] == [2, 3]
    assert list(files.rows("kop")) == []
    assert files.header(files.paths("kop")[0]) == ("nr",)
    assert [one.name for one in files.strays()] == ["kund.xlsx#Priser", "kund.xlsx#Glömd"]
    lost = folder_of(path.parent, "kund.xlsx#Borta", "xlsx")
    with pytest.raises(RegisterUnavailable, match="has no such sheet; it has Sheet, Priser"):
        told(lost)
