"""What PostgreSQL has beside plain tables, drawn and looked at on a real server."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from drafted_shop import SHOP, completed, tables
from pg_server import server
from sqlalchemy import NullPool, create_engine

from bot.config import load, shipped_config
from bot.registers.faults import faults, notes, unmapped
from bot.registers.files.folder import FileFolder
from bot.registers.maps.datamap import RegisterMap
from bot.registers.maps.drafting import draft
from bot.registers.opening import open_register
from bot.registers.records import search_keys
from bot.registers.sql import SqlDatabase

BESIDE = """
CREATE SCHEMA crm;
CREATE TABLE crm.leads (id INTEGER, email TEXT);
CREATE MATERIALIZED VIEW best AS SELECT * FROM customers;
"""


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    """The shop on a server of its own; skips where the machine has no PostgreSQL."""
    with server() as running:
        if running is None:
            pytest.skip("needs PostgreSQL and the Python package psycopg")
        engine = create_engine(running, poolclass=NullPool)
        with engine.begin() as connection:
            for statement in f"{SHOP}{BESIDE}".split(";"):
                if statement.strip():
                    connection.exec_driver_sql(statement)
        yield running


@pytest.fixture
def shop(url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> RegisterMap:
    """The completed draft, read with the settings."""
    monkeypatch.setenv("RIGHTSBOT_POSTGRES_URL", url)
    config = tmp_path / "config.toml"
    text = shipped_config().read_text("utf-8") + completed(draft(url))
    config.write_text(text, "utf-8")
    return load(config).registers["postgres"]


def test_the_draft_is_the_same_on_another_server(url: str) -> None:
    """Keys and links read from its catalogue; what is no table of its own is named."""
    text = draft(url)
    found = tables(text)
    assert {name: one["link"] for name, one in found.items() if "link" in one} == {
        "addresses": {"address_id": "customers.address_id"},
        "order_lines": {"order_id": "orders.order_id"},
        "orders": {"customer_id": "customers.customer_id"},
        "search log": {"customer_id": "customers.customer_id"},
    }
    assert 'in another schema: "best", "crm.leads", "sales"' in text
    assert tomllib.loads(text)["registers"]["postgres"]["url"] == {"env": "RIGHTSBOT_POSTGRES_URL"}


def test_a_person_is_found_by_the_completed_draft(shop: RegisterMap) -> None:
    """Hers and nobody else's."""
    (asta,) = open_register("shop", shop).look_up(
        search_keys(addresses=["ASTA@ros.example"]), whole=True
    )
    assert asta.names == ("Asta Ros",)
    assert asta.postal == ("Låtsasgatan 1", "802 55 Gefle")


@pytest.mark.law("L36")
def test_other_schemas_and_stored_views_are_not_skipped(shop: RegisterMap) -> None:
    """They hold rows of their own; a plain view shows what is found elsewhere."""
    database, files = SqlDatabase("shop", shop), FileFolder("shop", shop)
    assert unmapped(shop, database, files) == ("best", "crm.leads")
    said = "\n".join(faults("shop", shop, database, files))
    assert "the database has the table crm.leads (id, email)" in said
    assert "the database has the table best" in said
    assert "sales" not in said
    assert any("the view sales" in one for one in notes("shop", shop))
