"""`rightsbot blocked` and the file that a mailing tool reads, over a real ledger."""

import hashlib
import io
import os
import shutil
import sqlite3
import stat
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine
from typer.testing import CliRunner

from bot.blocked import BLOCKED, NO_ADDRESS, UnreadableListError, sift, take_over, tell
from bot.checks.registers import look_at_blocking
from bot.cli import app
from bot.config import Settings, load, shipped_config
from bot.config.blocking import Blocking
from bot.core.addresses import block_hashes
from bot.registers.keys import normalise_address
from bot.shell.block_file import write_block_file
from bot.shell.blocks import block, blocked, carry_over
from bot.shell.engine import LedgerFault, migrate, open_engine, transaction

SIV, PER, ASA = "siv@post.example", "per@post.example", "åsa@kontorsköp.example"
DAY = date(2026, 3, 10)
SPELLINGS = (
    SIV,
    "SIV@POST.EXAMPLE",
    "  Siv@Post.Example  ",
    "Siv Ek <siv@post.example>",
    '"Ek, Siv" <SIV@post.example>',
    "mailto:siv@post.example",
    "'siv@post.example'",
    "1017;Siv Ek;siv@post.example;ja",
    "1017|Siv Ek|siv@post.example|ja",
    '"1017","Ek, Siv","siv@post.example"',
    "\ufeffsiv@post.example",
    "siv\u200b@post.example",
    "siv@post.example.",
    "per@fritid.example, siv@post.example",
)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """The shipped settings over a folder of their own."""
    return load(shipped_config(), tmp_path / "var")


@pytest.fixture
def engine(settings: Settings) -> Iterator[Engine]:
    """A ledger in which Siv and Åsa are blocked."""
    engine = open_engine(settings.ledger.url)
    migrate(engine)
    with transaction(engine) as session:
        block(session, [SIV, ASA], DAY, "2026-0001")
    yield engine
    engine.dispose()


def asked(settings: Settings, *lines: str) -> tuple[int, list[str]]:
    """The exit code and the lines of an answer."""
    out = io.StringIO()
    return tell(settings, lines, out), out.getvalue().splitlines()


def sifted(settings: Settings, raw: bytes) -> bytes:
    """What is left of a list."""
    out = io.BytesIO()
    assert sift(settings, io.BytesIO(raw), out) == 0
    return out.getvalue()


@pytest.mark.usefixtures("engine")
def test_each_address_is_answered_with_its_day(settings: Settings) -> None:
    """And the exit code is zero only when all of them may be written to."""
    code, said = asked(settings, SIV, PER)
    assert (code, said) == (
        BLOCKED,
        [f"{SIV}\tblocked since 2026-03-10", f"{PER}\tnot blocked"],
    )
    assert asked(settings, PER) == (0, [f"{PER}\tnot blocked"])
    assert asked(settings, "Siv Ek") == (NO_ADDRESS, ["Siv Ek\tno address"])
    assert asked(settings, "Siv Ek", SIV)[0] == BLOCKED


@pytest.mark.law("L51")
def test_a_no_holds_for_the_address_that_hers_is_changed_to(engine: Engine) -> None:
    """From its first day, once; whose old address said nothing stays off the list."""
    changes = [({SIV}, {PER}), ({"bo@post.example"}, {"bo@nypost.example"})]
    with transaction(engine) as session:
        assert [carry_over(session, changes, "2026-0002") for _ in range(2)] == [1, 0]
        [since] = blocked(session, block_hashes(PER)).values()
        assert since == DAY
        assert blocked(session, block_hashes("bo@nypost.example")) == {}


@pytest.mark.law("L51")
@pytest.mark.usefixtures("engine")
@pytest.mark.parametrize("spelling", SPELLINGS)
def test_every_spelling_of_an_address_is_the_address(settings: Settings, spelling: str) -> None:
    """As people type it, as a mail program writes it, as a list has it."""
    assert asked(settings, spelling)[0] == BLOCKED
    assert sifted(settings, f"{spelling}\r\n{PER}\r\n".encode()) == f"{PER}\r\n".encode()


@pytest.mark.usefixtures("engine")
def test_letters_outside_ascii_are_one_address(settings: Settings) -> None:
    """Composed or not, the domain as people or as machines write it, in either encoding."""
    machine = f"åsa@{'kontorsköp'.encode('idna').decode()}.example"
    for spelt in (ASA, ASA.upper(), unicodedata.normalize("NFD", ASA), machine):
        assert asked(settings, spelt)[0] == BLOCKED, spelt
    for encoding in ("utf-8", "windows-1252"):
        assert sifted(settings, f"2;Åsa;{ASA};ja\n".encode(encoding)) == b""


@pytest.mark.law("L51")
@pytest.mark.usefixtures("engine")
def test_a_list_loses_the_blocked_lines_and_no_other_byte(settings: Settings) -> None:
    """The header, the bytes of every encoding, the ends of lines: as they came."""
    raw = "Nr;Namn;E-post\r\n1;Pär;per@post.example\r\n2;Siv;SIV@post.example\r\n3;Öst;o@x.example"
    for encoding in ("utf-8", "utf-8-sig", "windows-1252"):
        left = sifted(settings, raw.encode(encoding))
        assert left == raw.encode(encoding).replace(b"2;Siv;SIV@post.example\r\n", b"")
    many = b"".join(b"%d;n%d@post.example\n" % (n, n) for n in range(2345))
    assert sifted(settings, many + b"x;siv@post.example\n") == many


@pytest.mark.usefixtures("engine")
def test_a_list_in_which_no_address_would_be_seen_is_refused(tmp_path: Path) -> None:
    """UTF-16 would let everybody through."""
    config = tmp_path / "config.toml"
    config.write_text(shipped_config().read_text("utf-8"), "utf-8")
    runner = CliRunner()
    raw = f"{SIV}\n".encode("utf-16")
    done = runner.invoke(app, ["blocked", "--filter", "-c", str(config)], input=raw)
    assert isinstance(done.exception, UnreadableListError)
    assert done.stdout == ""
    done = runner.invoke(app, ["blocked", "--stdin", "-c", str(config)], input=f"{PER}\n{SIV}\n")
    assert done.exit_code == BLOCKED
    assert done.stdout.splitlines()[1] == f"{SIV}\tblocked since 2026-03-10"
    assert runner.invoke(app, ["blocked", PER, "-c", str(config)]).exit_code == 0
    assert runner.invoke(app, ["blocked", "-c", str(config)]).exit_code == NO_ADDRESS


def test_without_a_list_nobody_is_said_to_be_free(settings: Settings) -> None:
    """No ledger, or one of an older shape: a fault, and no new file."""
    with pytest.raises(LedgerFault, match="no ledger"):
        asked(settings, PER)
    file = Path(settings.ledger.url.removeprefix("sqlite:///"))
    assert not file.exists()
    file.parent.mkdir(parents=True, exist_ok=True)
    sqlite3.connect(file).close()
    with pytest.raises(LedgerFault, match="rightsbot run"):
        asked(settings, PER)


@pytest.mark.people("P14")
def test_the_file_is_what_a_mailing_tool_can_make_itself(engine: Engine, tmp_path: Path) -> None:
    """SHA-256 of the normalised address, a line each, sorted; for the owner's eyes alone."""
    file = tmp_path / "lists" / "blocked.sha256"
    old = os.umask(0)
    try:
        with transaction(engine) as session:
            write_block_file(session, file)
    finally:
        os.umask(old)
    lines = file.read_text("ascii").splitlines()
    assert lines == sorted(lines)
    assert len(lines) == 3  # Åsa's domain has two spellings
    for address in (SIV, ASA):
        assert hashlib.sha256(normalise_address(address).encode()).hexdigest() in lines
    assert block_hashes(ASA) < set(lines)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [one.name for one in file.parent.iterdir()] == ["blocked.sha256"]


def test_a_reader_never_meets_half_a_file(engine: Engine, tmp_path: Path) -> None:
    """Who holds the old one open goes on reading it whole."""
    file = tmp_path / "blocked.sha256"
    with transaction(engine) as session:
        write_block_file(session, file)
    with file.open() as reader:
        with transaction(engine) as session:
            block(session, [PER], DAY, "2026-0002")
            write_block_file(session, file)
        assert len(reader.readlines()) == 3
    assert len(file.read_text().splitlines()) == 4


def test_the_first_day_stays(engine: Engine, settings: Settings) -> None:
    """A second no changes nothing."""
    with transaction(engine) as session:
        assert block(session, [SIV.upper()], date(2027, 1, 1), "2027-0001") == 0
    assert asked(settings, SIV)[1] == [f"{SIV}\tblocked since 2026-03-10"]


@pytest.mark.law("L50")
@pytest.mark.usefixtures("engine")
def test_who_is_blocked_in_one_company_is_blocked_in_all(
    settings: Settings, registers_of: Callable[[date], Path]
) -> None:
    """What a register knew before us comes onto the list that every mailing asks."""
    folder = settings.folder / "registers"
    shutil.copytree(registers_of(DAY), folder)
    with closing(sqlite3.connect(folder / "mora.sqlite")) as mora, mora:
        mora.execute("INSERT INTO stop_list VALUES ('Per@Post.Example', '2024-05-06')")
        mora.execute("INSERT INTO stop_list VALUES ('lo@post.example', 'i våras')")
    before = asked(settings, PER)[0]
    out = io.StringIO()
    assert take_over(settings, DAY, out) == 0
    assert before == 0
    assert asked(settings, PER, "lo@post.example") == (
        BLOCKED,
        [f"{PER}\tblocked since 2024-05-06", "lo@post.example\tblocked since 2026-03-10"],
    )
    assert "mora: " in out.getvalue()
    assert "@" not in out.getvalue()
    assert settings.blocking.file is not None
    assert block_hashes(PER) <= set(settings.blocking.file.read_text().splitlines())


def test_a_register_that_is_down_is_named_and_the_others_are_read(
    settings: Settings, registers_of: Callable[[date], Path]
) -> None:
    """The exit code says that something is missing."""
    engine = open_engine(settings.ledger.url)
    migrate(engine)
    engine.dispose()
    shutil.copytree(registers_of(DAY), settings.folder / "registers")
    (settings.folder / "registers" / "gavle.sqlite").unlink()
    out = io.StringIO()
    assert take_over(settings, DAY, out) == 1
    assert "register gavle: there is no file" in out.getvalue()
    assert "borlange: " in out.getvalue()


def test_check_looks_after_the_file(settings: Settings) -> None:
    """Others may not read it; without one it is said what is left."""
    file = settings.blocking.file
    assert file is not None
    assert list(look_at_blocking(settings)) == []
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("")
    file.chmod(0o644)
    (open_to_all,) = look_at_blocking(settings)
    assert open_to_all.is_fault
    assert "chmod 600" in open_to_all.text
    (none,) = look_at_blocking(settings.model_copy(update={"blocking": Blocking()}))
    assert not none.is_fault
    assert "rightsbot blocked" in none.text
