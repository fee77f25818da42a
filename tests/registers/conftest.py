"""The demo registers, made once a run and copied for whoever writes; and small shops by hand."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from corner_shop import Corner, corner, tables
from register_shop import KUND, SHOP, TODAY, Maps, Query, shipped_maps, table

from bot.registers.maps.datamap import RegisterMap
from bot.registers.opening import open_registers
from bot.registers.records import Register


@pytest.fixture(scope="session")
def demo_folder(registers_of: Callable[[date], Path]) -> Path:
    """Made once; nobody writes here."""
    return registers_of(TODAY)


@pytest.fixture(scope="session")
def standing(demo_folder: Path) -> dict[str, Register]:
    """The three demo registers, for reading."""
    return open_registers(shipped_maps(demo_folder))


@pytest.fixture
def folder(demo_folder: Path, tmp_path: Path) -> Path:
    """A copy of the demo registers' files."""
    return Path(shutil.copytree(demo_folder, tmp_path / "registers"))


@pytest.fixture
def maps(folder: Path) -> Maps:
    """The maps of the copies."""
    return shipped_maps(folder)


@pytest.fixture
def registers(maps: Maps) -> dict[str, Register]:
    """The three demo registers, for writing."""
    return open_registers(maps)


@pytest.fixture
def query(folder: Path) -> Query:
    """Runs a statement on one register's file, beside everything of ours."""

    def run(register: str, statement: str, *values: object) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(folder / f"{register}.sqlite")) as database, database:
            return database.execute(statement, values).fetchall()

    return run


@pytest.fixture
def shop_with(tmp_path: Path) -> Callable[..., Corner]:
    """Makes the corner shop, with further statements and some tables mapped otherwise."""

    def make(*more: str, **said: dict[str, Any]) -> Corner:
        return corner(tmp_path / "corner.sqlite", tables(**said), more)

    return make


@pytest.fixture
def shop(shop_with: Callable[..., Corner]) -> Corner:
    """The corner shop as its map stands."""
    return shop_with()


@pytest.fixture
def one_table(tmp_path: Path) -> Callable[..., Register]:
    """Makes a register of one table `kund` from rows, as company and register of a given name."""

    def make(name: str, *rows: tuple[object, ...]) -> Register:
        path = tmp_path / f"{name}.sqlite"
        with closing(sqlite3.connect(path)) as database, database:
            database.execute("CREATE TABLE kund (nr, namn, pnr, mejl, andrad)")
            database.execute("CREATE TABLE stop (address, day)")
            database.executemany("INSERT INTO kund VALUES (?, ?, ?, ?, '2020-01-01')", rows)
        raw = SHOP | {"company": name, "url": f"sqlite:///{path}"}
        raw["tables"] = {"kund": table("nr", KUND)}
        return open_registers({name: RegisterMap.model_validate(raw)})[name]

    return make
