import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from stat import S_IMODE

import pytest
from openpyxl import load_workbook
from register_files import SHOP_ROWS, folder_of, map_of, shop_in, told
from register_shop import column, table

from bot.registers.files import file_swap
from bot.registers.files.folder import FileFolder
from bot.registers.records import RegisterUnavailable

TEXT = "nr;namn;mejl\n1;A;a@x.example\n2;B;b@x.example\n"
LOCK = ".rightsbot.lock"
HERE = Path(__file__).parent
OURS = os.environ | {"PYTHONPATH": os.pathsep.join((str(HERE.parents[1]), str(HERE)))}

STOPPED = """
import os, signal, sys
from pathlib import Path
from register_files import shop_in
from bot.registers.files.folder import FileFolder
seen = []
def killed(event, arguments):
    if event == "os.rename":
        seen.append(event)
        if len(seen) == int(sys.argv[3]):
            os.kill(os.getpid(), signal.SIGKILL)
files = FileFolder("corner", shop_in(Path(sys.argv[1]), sys.argv[2]))
sys.addaudithook(killed)
with files.writing() as writes:
    writes.delete("kund", "nr", [7])
    writes.delete("kop", "nr", [7])
"""

COUNTING = """
import sys
from pathlib import Path
from register_files import folder_of
files = folder_of(Path(sys.argv[1]), "kund.csv")
for number in range(int(sys.argv[2]), 40, 2):
    with files.writing() as writes:
        assert writes.update("kund", "nr", [number], {"namn": "ny"}) == 1
        writes.insert("kund", {"nr": 100 + number, "namn": "", "mejl": ""})
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file of two people."""
    path = tmp_path / "kund.csv"
    path.write_text(TEXT)
    return path


@pytest.fixture
def files(path: Path) -> FileFolder:
    """The register around it."""
    return folder_of(path.parent, "kund.csv")


def test_a_block_that_fails_touches_nothing(path: Path, files: FileFolder) -> None:
    """Not even the time of the last change; inside it, the change was there already."""
    before = path.stat()
    with suppress(ZeroDivisionError), files.writing() as writes:
        writes.delete("kund", "nr", ["1"])
        assert [row["nr"] for row in writes.resembling("kund", ["nr"], [])] == ["2"]
        raise ZeroDivisionError
    assert path.stat() == before
    assert path.read_text() == TEXT


def test_a_file_that_looks_the_same_is_not_rewritten(path: Path, files: FileFolder) -> None:
    """Rows are counted all the same."""
    before = path.stat()
    with files.writing() as writes:
        assert writes.update("kund", "nr", [1], {"namn": "A"}) == 1
        assert writes.delete("kund", "nr", [3, "", None]) == 0
        writes.insert("kund", {"nr": 2, "namn": "B"})
    assert path.stat() == before


def test_mode_and_owner_stay_and_no_copy_is_left(path: Path, files: FileFolder) -> None:
    """Beside the file there is the empty lock and nothing else."""
    path.chmod(0o640)
    if os.geteuid() == 0:
        os.chown(path, 12345, 12346)
    was = path.stat()
    with files.writing() as writes:
        writes.delete("kund", "nr", [1])
    now = path.stat()
    assert (S_IMODE(now.st_mode), now.st_uid, now.st_gid) == (0o640, was.st_uid, was.st_gid)
    assert sorted(one.name for one in path.parent.iterdir()) == [LOCK, "kund.csv"]
    assert (path.parent / LOCK).read_bytes() == b""
    assert files.strays() == []


def test_a_lock_is_no_file_of_the_table(path: Path) -> None:
    """Nor what a spreadsheet program or a killed process left, whatever the pattern."""
    files = folder_of(path.parent, "*")
    for name in (LOCK, "~$kund.xlsx", ".~lock.kund.csv#", ".rightsbot.kund.csv.tmp"):
        (path.parent / name).write_text("x")
    assert files.paths("kund") == [path]


def test_a_change_from_outside_is_not_overwritten(path: Path, files: FileFolder) -> None:
    """It is as long as before and bears the old time; the gesture is to be repeated."""
    before = path.stat()

    def both() -> None:
        with files.writing() as writes:
            writes.delete("kund", "nr", [1])
            path.write_text(TEXT.replace("B", "C"))
            os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    with pytest.raises(RegisterUnavailable, match="changed meanwhile"):
        both()
    assert path.read_text() == TEXT.replace("B", "C")
    with files.writing() as writes:
        writes.delete("kund", "nr", [1])
    assert told(files) == [("2", "C", "b@x.example")]


def test_a_file_that_comes_meanwhile_is_not_overlooked(tmp_path: Path, path: Path) -> None:
    """Its rows might have been hers."""
    files = folder_of(tmp_path, "kund*.csv")

    def both() -> None:
        with files.writing() as writes:
            writes.delete("kund", "nr", [1])
            (tmp_path / "kund_2.csv").write_text(TEXT)

    with pytest.raises(RegisterUnavailable, match="came or went"):
        both()
    assert path.read_text() == TEXT


@pytest.mark.parametrize("name", ["~$kund.csv", ".~lock.kund.csv#"])
def test_a_file_that_somebody_has_open_is_left_alone(
    path: Path, files: FileFolder, name: str
) -> None:
    """Saving it would bring back what we took out."""
    (path.parent / name).write_text("x")
    with pytest.raises(RegisterUnavailable, match="somebody has"), files.writing() as writes:
        writes.delete("kund", "nr", [1])
    assert path.read_text() == TEXT


def test_a_second_name_would_keep_the_old_version(path: Path, files: FileFolder) -> None:
    """So it is refused; a symbolic link is followed and stays one."""
    (path.parent / "other").hardlink_to(path)
    with pytest.raises(RegisterUnavailable, match="another name"), files.writing() as writes:
        writes.delete("kund", "nr", [1])
    (path.parent / "other").unlink()
    (path.parent / "link.csv").symlink_to(path)
    with folder_of(path.parent, "link.csv").writing() as writes:
        writes.delete("kund", "nr", [1])
    assert (path.parent / "link.csv").is_symlink()
    assert "a@x" not in path.read_text()


def test_a_column_that_the_file_lacks_is_not_made_up(path: Path, files: FileFolder) -> None:
    """A restriction that is written nowhere restricts nobody."""
    with pytest.raises(RegisterUnavailable, match="lacks the column spärr"), files.writing() as w:
        w.update("kund", "nr", [1], {"spärr": 1})
    with pytest.raises(RegisterUnavailable, match="lacks the column spärr"), files.writing() as w:
        w.insert("kund", {"spärr": 1})
    assert path.read_text() == TEXT


def test_two_tables_in_one_file_see_each_others_changes(path: Path) -> None:
    """A row that goes from one is gone from the other."""
    fields = {"nr": column(), "mejl": column("email", "contact")}
    one = {"source": "csv", "file": "kund.csv"}
    files = FileFolder(
        "corner",
        map_of(path.parent, kund=table("nr", fields, **one), mejl=table("mejl", fields, **one)),
    )
    with files.writing() as writes:
        writes.delete("kund", "nr", [1])
        assert list(writes.having("mejl", "mejl", ["a@x.example"])) == []
        writes.update("mejl", "mejl", ["b@x.example"], {"mejl": None})
    assert path.read_text() == "nr;namn;mejl\n2;B;\n"


@pytest.mark.parametrize("kind", ["csv", "json", "xlsx"])
@pytest.mark.parametrize("at", [1, 2])
def test_a_killed_process_loses_nothing(tmp_path: Path, kind: str, at: int) -> None:
    """Killed before the first rename or between two: the same gesture once more mends all of it."""
    run = [sys.executable, "-c", STOPPED, str(tmp_path), kind, str(at)]
    killed = subprocess.run(run, check=False, env=OURS)  # noqa: S603
    only_one = kind == "xlsx" and at == 2  # both tables are sheets of one book
    assert killed.returncode == (0 if only_one else -signal.SIGKILL)
    left = [one for one in tmp_path.iterdir() if one.name.endswith(".tmp")]
    assert bool(left) is not only_one
    where = tmp_path / "again"
    where.mkdir()
    files = FileFolder("corner", shop_in(where, kind))
    for one in tmp_path.iterdir():
        if one.is_file():
            one.rename(where / one.name)
    before = [row["nr"] for row in files.rows("kund")]
    assert len(before) == (2 if at == 1 else 1)
    with files.writing() as writes:
        writes.delete("kund", "nr", [7])
        writes.delete("kop", "nr", [7])
    assert [str(row["nr"]) for row in files.rows("kund")] == ["8"]
    assert [str(row["nr"]) for row in files.rows("kop")] == ["8", "8"]
    assert not [one for one in where.iterdir() if one.name.endswith(".tmp")]


def test_two_processes_lose_no_update_of_each_other(tmp_path: Path) -> None:
    """Each waits for the other, again and again."""
    lines = [f"{number};alt;p{number}@x.example\r\n" for number in range(40)]
    (tmp_path / "kund.csv").write_text("nr;namn;mejl\r\n" + "".join(lines), newline="")
    runs = [
        subprocess.Popen(  # noqa: S603
            [sys.executable, "-c", COUNTING, str(tmp_path), start],
            env=OURS,
        )
        for start in ("0", "1")
    ]
    assert [run.wait(60) for run in runs] == [0, 0]
    rows = told(folder_of(tmp_path, "kund.csv"))
    assert [row[1] for row in rows[:40]] == ["ny"] * 40
    assert sorted(str(row[0]) for row in rows[40:]) == [str(100 + number) for number in range(40)]


def test_a_book_is_a_book_for_excel(tmp_path: Path) -> None:
    """What we wrote opens again as what it was."""
    files = FileFolder("corner", shop_in(tmp_path, "xlsx"))
    with files.writing() as writes:
        writes.delete("kund", "nr", [7])
    sheet = load_workbook(tmp_path / "bok.xlsx").worksheets[0]
    assert sheet.max_row == len(SHOP_ROWS)


def test_who_reads_waits_for_who_writes_and_not_for_who_reads(
    path: Path, files: FileFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Readers share the folder; a reading gesture lays no lock where nobody has written."""
    monkeypatch.setattr(file_swap, "_BUSY_SECONDS", 0.05)
    with files.reading() as one, files.reading() as other:
        assert [row["nr"] for row in one.having("kund", "nr", ["2"])] == ["2"]
        assert len(list(other.reached("kund", [(["nr"], [("1",)])]))) == 2
    assert [one.name for one in path.parent.iterdir()] == ["kund.csv"]
    with files.writing() as writes:
        writes.delete("kund", "nr", ["1"])
        with pytest.raises(RegisterUnavailable, match="writing"), files.reading():
            pass
    with files.reading() as rows, pytest.raises(RegisterUnavailable), files.writing() as writes:
        writes.delete("kund", "nr", ["2"])
    with files.reading() as rows:
        assert [row["nr"] for row in rows.having("kund", "nr", ["1", "2"])] == ["2"]
