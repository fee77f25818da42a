import codecs
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from register_files import PEOPLE, folder_of, told

from bot.registers.erasures.rowplan import Within
from bot.registers.records import RegisterUnavailable

MARKS = {
    "utf-8": b"",
    "utf-8-sig": b"",
    "windows-1252": b"",
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
}


def written(delimiter: str, end: str, before: str = "") -> str:
    """The two people as a spreadsheet writes them: quotes where it must."""
    lines = [("nr", "namn", "mejl"), *PEOPLE]
    quoted = (['"' + c + '"' if delimiter in c else c for c in line] for line in lines)
    return before + "".join(delimiter.join(line) + end for line in quoted)


@pytest.mark.parametrize("encoding", MARKS)
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_a_file_keeps_its_encoding_delimiter_and_line_ends(
    tmp_path: Path, encoding: str, delimiter: str, end: str
) -> None:
    """As Excel on Windows and others write it; one cell changes and not one byte beside it."""
    path, files = tmp_path / "kund.csv", folder_of(tmp_path, "kund.csv")
    text = written(delimiter, end)
    path.write_bytes(MARKS[encoding] + text.encode(encoding))
    assert told(files) == list(PEOPLE)
    with files.writing() as writes:
        assert writes.update("kund", "nr", [2], {"namn": "Ek, Åke"}) == 1
    was = '"Ek, Bo"' if delimiter == "," else "Ek, Bo"
    new = text.replace(was, was.replace("Bo", "Åke"))
    assert path.read_bytes() == MARKS[encoding] + new.encode(encoding)


def test_the_line_in_which_excel_names_the_delimiter_is_no_row(tmp_path: Path) -> None:
    """It stands before the header and stays there."""
    path, files = tmp_path / "kund.csv", folder_of(tmp_path, "kund.csv")
    path.write_bytes(written("|", "\r\n", "sep=|\r\n").encode())
    assert told(files) == list(PEOPLE)
    with files.writing() as writes:
        writes.delete("kund", "nr", ["1"])
    assert path.read_bytes() == b"sep=|\r\nnr|namn|mejl\r\n2|Ek, Bo|bo@x.example\r\n"


CELL = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs"], exclude_characters="\0\ufeff"),
    max_size=8,
)
ENDS = st.sampled_from(["\r\n", "\n", "\r"])


@st.composite
def records(draw: st.DrawFn) -> tuple[str, list[str], str]:
    """The number of a record, its cells, quoted as they must be or for no reason, and its end."""
    number = draw(st.sampled_from(["1", "2", "3"]))
    cells = []
    for cell in (number, draw(CELL), draw(CELL)):
        must = any(sign in cell for sign in ';"\r\n')
        quoted = must or draw(st.booleans())
        cells.append('"' + cell.replace('"', '""') + '"' if quoted else cell)
    return number, cells, draw(ENDS)


def expected(number: str, cells: list[str], end: str) -> str:
    """What becomes of a record when 1 goes and 2 loses its last cell."""
    if number == "1":
        return ""
    empty = '""' if cells[2].startswith('"') else ""
    return ";".join([*cells[:2], empty] if number == "2" else cells) + end


@given(st.lists(records(), max_size=6), st.lists(ENDS, max_size=1), st.booleans())
def test_what_is_not_changed_is_not_touched(
    tmp_path_factory: pytest.TempPathFactory,
    drawn: list[tuple[str, list[str], str]],
    blank: list[str],
    has_mark: bool,  # noqa: FBT001 - drawn by name
) -> None:
    """Not by a byte, whatever stands in the cells and however they are quoted."""
    folder = tmp_path_factory.mktemp("drawn")
    path, files = folder / "kund.csv", folder_of(folder, "kund.csv")
    mark, start = codecs.BOM_UTF8 if has_mark else b"", "nr;namn;mejl\r\n" + "".join(blank)
    text = "".join(";".join(cells) + end for _, cells, end in drawn)
    path.write_bytes(mark + (start + text).encode())
    with files.writing() as writes:
        gone = writes.delete("kund", "nr", [1])
        emptied = writes.update("kund", "nr", ["2"], {"mejl": None})
    numbers = [number for number, _, _ in drawn]
    assert (gone, emptied) == (numbers.count("1"), numbers.count("2"))
    left = start + "".join(expected(*record) for record in drawn)
    assert path.read_bytes() == mark + left.encode()


def test_a_new_row_looks_like_its_neighbours(tmp_path: Path) -> None:
    """Quoted as they are, behind a line end that was missing; twice is once."""
    path, files = tmp_path / "kund.csv", folder_of(tmp_path, "kund.csv")
    path.write_bytes('nr;namn;mejl\n1;"Åsa";a@x.example'.encode())
    for _ in range(2):
        with files.writing() as writes:
            writes.insert("kund", {"nr": 2, "namn": "Bo", "mejl": None})
            assert [str(row["nr"]) for row in writes.having("kund", "namn", ["Bo"])] == ["2"]
    assert path.read_text("utf-8") == 'nr;namn;mejl\n1;"Åsa";a@x.example\n2;"Bo";'


def test_a_letter_that_the_encoding_lacks_is_not_replaced(tmp_path: Path) -> None:
    """Neither by a question mark nor by another letter: the write is refused, nothing changes."""
    path, files = tmp_path / "kund.csv", folder_of(tmp_path, "kund.csv")
    path.write_bytes(written(";", "\r\n").encode("windows-1252"))
    before = path.read_bytes()
    with (
        pytest.raises(RegisterUnavailable, match="save it as UTF-8") as caught,
        files.writing() as w,
    ):
        w.update("kund", "nr", ["1"], {"namn": "Łucja"})
    assert "ucja" not in str(caught.value)
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir() if one != path] == [".rightsbot.lock"]


def test_a_file_in_two_encodings_is_not_guessed_at(tmp_path: Path) -> None:
    """Half of its names would be found under no spelling."""
    text = written(";", "\r\n").encode("windows-1252") + "3;Örn;o@x.example\r\n".encode()
    (tmp_path / "kund.csv").write_bytes(text)
    with pytest.raises(RegisterUnavailable, match="mixes UTF-8 and Windows-1252"):
        told(folder_of(tmp_path, "kund.csv"))


def test_a_row_is_changed_only_where_it_hangs_on_the_person(tmp_path: Path) -> None:
    """Two customers share a receipt number; a blank number is nobody's."""
    path, files = tmp_path / "kund.csv", folder_of(tmp_path, "kund.csv")
    path.write_text("nr;namn;mejl\nK;a;1\nK;b;2\n;c;1\n")
    with files.writing() as writes:
        assert writes.delete("kund", "nr", ["K", "", None], Within("mejl", (1,))) == 1
        assert [row["namn"] for row in writes.having("kund", "nr", ["K", ""])] == ["b"]
    assert path.read_text() == "nr;namn;mejl\nK;b;2\n;c;1\n"


def test_a_large_file_is_never_held_in_memory(tmp_path: Path) -> None:
    """Reading and writing take a few megabytes, however many rows there are."""
    path, files = tmp_path / "kund.csv", folder_of(tmp_path, "kund.csv")
    with path.open("w", encoding="utf-8") as file:
        file.write("nr;namn;mejl\n")
        file.writelines(f"{n};{'Påhittad ' * 200};p{n}@x.example\n" for n in range(10_000))
    size = path.stat().st_size
    tracemalloc.start()
    try:
        assert sum(1 for _ in files.having("kund", "nr", ["9999"])) == 1
        with files.writing() as writes:
            writes.delete("kund", "nr", ["5000"])
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert size > 16_000_000
    assert most < 4_000_000
    assert not list(files.having("kund", "nr", ["5000"]))
