"""However a key is spelt in a cell, a database gives the row; a wildcard in it is only a sign."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pg_server import server
from register_shop import SHOP, column, table
from sqlalchemy import NullPool, create_engine, text

from bot.registers.keys import SearchKeys, search_keys
from bot.registers.maps.datamap import RegisterMap
from bot.registers.opening import open_register
from bot.registers.records import Register

CELLS: list[tuple[dict[str, Any], SearchKeys]] = [
    ({"mail": "KARIN@POST.EXAMPLE"}, search_keys(["karin@post.example"])),
    ({"mail": "Karin Ek <karin.ek@post.example>"}, search_keys(["karin.ek@post.example"])),
    ({"mail": "a@x.example; B@x.example"}, search_keys(["b@x.example"])),
    ({"mail": "o_o%25@x.example"}, search_keys(["o_o%25@x.example"])),
    ({"mail": "a\\b@x.example"}, search_keys(["a\\b@x.example"])),
    ({"mail": "grüße.strauß@x.example"}, search_keys(["GRÜSSE.STRAUSS@x.example"])),
    ({"code": "K 100 23"}, search_keys((), ["k10023"])),
    ({"code": "\u00a0k-10\t024 "}, search_keys((), ["K-10024"])),
    ({"pnr": "1990-01-01-2385"}, search_keys((), (), ["19900101-2385"])),
    ({"pnr": "000229 2399"}, search_keys((), (), ["20000229-2399"])),
    ({"given": "Anna-Karin", "family": "ÅSTRÖM"}, search_keys((), (), (), ["Åström, Anna Karin"])),
    ({"given": None, "family": "Ek Per"}, search_keys((), (), (), ["Per Ek"])),
]
FIELDS = {
    "id": column(),
    "mail": column("email", "contact"),
    "code": column("customer_number"),
    "pnr": column("personal_number"),
    "given": column("name"),
    "family": column("name"),
}


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def register(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Register]:
    """One row a case, in their order."""
    if request.param == "sqlite":
        yield _made(f"sqlite:///{_empty(tmp_path_factory.mktemp('search'))}")
        return
    with server() as url:
        if url is None:
            pytest.skip("no PostgreSQL on this machine")
        yield _made(url)


def _empty(folder: Path) -> Path:
    path = folder / "shop.sqlite"
    path.touch()
    return path


def _made(url: str) -> Register:
    blank = dict.fromkeys(FIELDS)
    rows = [blank | cells | {"id": at} for at, (cells, _) in enumerate(CELLS)]
    with create_engine(url, poolclass=NullPool).begin() as database:
        names = "id INTEGER, mail TEXT, code TEXT, pnr TEXT, given TEXT, family TEXT"
        database.execute(text(f"CREATE TABLE people ({names})"))
        database.execute(text("CREATE TABLE stop (address TEXT, day TEXT)"))
        values = ":id, :mail, :code, :pnr, :given, :family"
        database.execute(text(f"INSERT INTO people VALUES ({values})"), rows)  # noqa: S608 - our own
    people = {"people": table("id", FIELDS)}
    return open_register(
        "corner", RegisterMap.model_validate(SHOP | {"url": url, "tables": people})
    )


@pytest.mark.law("L36")
def test_every_spelling_of_a_key_is_found(register: Register) -> None:
    """And each leads to that one row."""
    for at, (_, keys) in enumerate(CELLS):
        assert [record.key for record in register.look_up(keys)] == [f"people/{at}"], at


def test_a_short_number_stands_alone_in_its_cell(register: Register) -> None:
    """Two digits stand in nearly every number; blanks around them are the number's all the same."""
    assert register.look_up(search_keys((), ["10", "k1", "23"])) == ()


def test_signs_of_a_pattern_stand_for_themselves(register: Register) -> None:
    """What is a wildcard to a database is a letter of an address to us."""
    assert register.look_up(search_keys(["o_o%@x.example", "%@%", "_@x.example"])) == ()
