"""Whoever said no stays off every mailing list, whatever becomes of the registers (Art. 21(3))."""

import io
import shutil
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest
from correspondence import STOP, Correspondence
from ways import blocked

from bot.blocked import BLOCKED, sift, tell
from bot.core.addresses import block_hashes
from bot.demo.people import KARIN, PER, REGISTERS, UNKNOWN

LIST = "Kundnr;Namn;E-post\r\n{0};Någon;{1}\r\n77;Karin;{2}\r\n"


def asked(story: Correspondence, *addresses: str) -> tuple[int, str]:
    """What `rightsbot blocked` answers."""
    out = io.StringIO()
    return tell(story.stage.play.works.settings, addresses, out), out.getvalue()


def sent_to(story: Correspondence, address: str) -> str:
    """What is left of an import with an address and Karin's, before it is sent to."""
    out = io.BytesIO()
    raw = LIST.format(17, address, KARIN.address).encode("windows-1252")
    sift(story.stage.play.works.settings, io.BytesIO(raw), out)
    return out.getvalue().decode("windows-1252")


def file_of(story: Correspondence) -> Path:
    """The file that a mailing tool reads."""
    file = story.stage.play.works.settings.blocking.file
    assert file is not None
    return file


def emptied(story: Correspondence, register: str) -> None:
    """Every row of every table is gone: his, and the block list."""
    file = story.stage.folder / "registers" / f"{register}.sqlite"
    with closing(sqlite3.connect(file)) as database, database:
        names = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (name,) in names:
            if not name.startswith("sqlite_"):
                database.execute(f'DELETE FROM "{name}"')  # noqa: S608 - names of the register


@pytest.mark.law("L50")
@pytest.mark.law("L51")
@pytest.mark.people("P14")
def test_a_no_holds_after_a_new_import_and_after_an_erasure(story: Correspondence) -> None:
    """One mail to one company; every list of all three leaves him out, in every spelling."""
    registers = story.stage.folder / "registers"
    shutil.copytree(registers, registers.with_name("before"))
    story.customer(PER).writes(STOP)
    for register in REGISTERS:
        assert PER.address in blocked(story, register)

    for register in REGISTERS:
        shutil.copy(registers.with_name("before") / f"{register}.sqlite", registers)
        assert PER.address not in blocked(story, register)
    spellings = (
        PER.address,
        PER.address.upper(),
        f"Per <{PER.address.title()}>",
        f" {PER.address} ",
    )
    for spelling in spellings:
        left = sent_to(story, spelling)
        assert PER.address not in left.lower()
        assert KARIN.address in left

    for register in REGISTERS:
        emptied(story, register)
    for spelling in spellings:
        assert asked(story, spelling)[0] == BLOCKED
        assert PER.address not in sent_to(story, spelling).lower()
    assert f"{PER.address}\tblocked since 2026-03-10" in asked(story, PER.address)[1]
    assert asked(story, KARIN.address)[0] == 0


@pytest.mark.people("P14")
def test_the_file_holds_whom_no_register_knows_and_no_address(story: Correspondence) -> None:
    """It is written as soon as the no has come, and again for the next one."""
    for who in (PER, UNKNOWN):
        story.customer(who).writes(STOP)
        held = file_of(story).read_text("ascii").splitlines()
        assert block_hashes(who.address) <= set(held)
    assert len(held) == 2
    assert stat.S_IMODE(file_of(story).stat().st_mode) == 0o600
    assert "@" not in file_of(story).read_text("ascii")


@pytest.mark.law("L51")
def test_a_register_that_is_silent_keeps_nobody_from_the_list(story: Correspondence) -> None:
    """Our own list has him in the moment he is understood."""
    for register in REGISTERS:
        (story.stage.folder / "registers" / f"{register}.sqlite").unlink()
    story.customer(PER).writes(STOP)
    assert asked(story, PER.address)[0] == BLOCKED
    assert block_hashes(PER.address) <= set(file_of(story).read_text("ascii").splitlines())
