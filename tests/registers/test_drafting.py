"""A first map of a database that nobody has mapped yet."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from drafted_shop import SHOP, completed, tables
from register_shop import shipped_maps
from typer.testing import CliRunner

from bot.cli import app
from bot.config import ConfigError, load, shipped_config
from bot.registers.maps.drafting import draft
from bot.registers.maps.guessing import guess
from bot.registers.opening import open_register
from bot.registers.records import RegisterUnavailable, search_keys


@pytest.fixture
def url(tmp_path: Path) -> str:
    """The shop in a file."""
    with closing(sqlite3.connect(tmp_path / "Min butik.sqlite")) as database, database:
        database.executescript(SHOP)
    return f"sqlite:///{tmp_path / 'Min butik.sqlite'}"


def test_tables_columns_keys_and_links_are_the_databases_own(url: str) -> None:
    """Each column of each table, none left out; what customers own comes before what staff do."""
    found = tables(draft(url))
    assert sorted(found) == [
        *("addresses", "customers", "employees", "order_lines"),
        *("orders", "products", "search log", "settings"),
    ]
    assert list(found["orders"]["fields"]) == [
        *("order_id", "employee_id", "customer_id", "order_date", "ship_name"),
    ]
    linked = {name: one["link"] for name, one in found.items() if "link" in one}
    assert linked == {
        "addresses": {"address_id": "customers.address_id"},
        "order_lines": {"order_id": "orders.order_id"},
        "orders": {"customer_id": "customers.customer_id"},
        "search log": {"customer_id": "customers.customer_id"},
    }
    assert 'sök"ord' in found["search log"]["fields"]
    assert [found[name]["key"] for name in ("customers", "order_lines", "settings")] == [
        *("customer_id", "order_id", ""),
    ]


def test_what_is_guessed_says_so_and_the_rest_is_empty(url: str) -> None:
    """No legal fact is made up, and a meaning only where the name leaves no doubt."""
    text = draft(url)
    found = tables(text)
    means = {
        f"{name}.{column}": field["means"]
        for name, one in found.items()
        for column, field in one["fields"].items()
        if "means" in field
    }
    assert means["customers.e-post"] == "email"
    assert means["customers.Telefon"] == "phone"
    assert "products.name" not in means
    assert "orders.ship_name" not in means
    for one in found.values():
        assert (one["whose"], one["erase"]) == ("", "")
        assert not {"kept_by", "restrict", "rectify"} & one.keys()
        for field in one["fields"].values():
            assert (field["origin"], field["purposes"], field["erase"]) == ("", [], "")
            assert bool(field["category"]) == ("means" in field)
    for line in text.splitlines():
        if "means =" in line or "customers.address_id" in line:
            assert "# guessed" in line
        if '= ""' in line or 'category = ""' in line:
            assert "# unknown" in line or "# guessed" in line
    assert '# left out, as a view or in another schema: "sales"' in text
    assert text.count("guessed: nobody's data") == 2


def test_a_config_with_the_draft_says_exactly_what_is_missing(url: str, tmp_path: Path) -> None:
    """Whose, category and key, each with its place; and nothing else is wrong with it."""
    config = tmp_path / "config.toml"
    text = draft(url, "gavle")
    config.write_text(shipped_config().read_text("utf-8") + text, "utf-8")
    with pytest.raises(ConfigError) as caught:
        load(config)
    told = {fault.key for fault in caught.value.faults}
    empty = {
        f"registers.min_butik.tables.{name}.fields.{column}.category"
        for name, one in tables(text).items()
        for column, field in one["fields"].items()
        if not field["category"]
    }
    assert empty <= told
    assert "registers.min_butik.tables.settings.key" in told
    assert {key.partition(".whose")[0] for key in told - empty if "whose" in key} == {
        f"registers.min_butik.tables.{name}" for name in tables(text)
    }
    assert all(re.search(r"\.(category|key|whose)\b", key) for key in told)


@pytest.mark.law("L36")
def test_once_the_gaps_are_filled_it_finds_a_person_and_her_rows(url: str, tmp_path: Path) -> None:
    """Hers, and nobody else's; the same text is a config that can be read."""
    text = completed(draft(url))
    config = tmp_path / "config.toml"
    config.write_text(shipped_config().read_text("utf-8") + text, "utf-8")
    register_map = load(config).registers["min_butik"]
    register = open_register("shop", register_map)
    (asta,) = register.look_up(search_keys(addresses=["asta@ros.example"]), whole=True)
    assert asta.names == ("Asta Ros",)
    assert asta.postal == ("Låtsasgatan 1", "802 55 Gefle")
    assert asta.key == "customers/7"
    said = "\n".join(register.problems())
    assert "which the map does not mention" not in said
    assert "has no column" not in said


def test_no_password_is_printed_and_none_is_in_an_error(url: str) -> None:
    """The URL goes where secrets are kept; a fault does not quote it."""
    runner = CliRunner()
    for bad in ("postgresql://bo:hemligt@127.0.0.1:1/shop", "hemligt:@@", "sqlite:///hemligt.db"):
        done = runner.invoke(app, ["registers", "draft", bad])
        assert done.exit_code == 1
        assert "hemligt" not in done.output.replace("register hemligt", "")
    text = draft(f"{url}?timeout=17")
    assert "17" not in text
    assert 'url = { env = "RIGHTSBOT_MIN_BUTIK_URL" }' in text


def test_the_command_prints_it_and_makes_no_database(url: str, tmp_path: Path) -> None:
    """From an argument or from standard input; a file that is not there stays so."""
    runner = CliRunner()
    done = runner.invoke(app, ["registers", "draft", url, "--company", "mora"])
    assert done.exit_code == 0
    assert 'company = "mora"\n' in done.stdout
    assert runner.invoke(app, ["registers", "draft", "-"], input=f"{url}\n").stdout == draft(url)
    with pytest.raises(RegisterUnavailable):
        draft(f"sqlite:///{tmp_path / 'none.sqlite'}")
    assert not (tmp_path / "none.sqlite").exists()


def test_our_own_registers_come_out_as_we_mapped_them(demo_folder: Path) -> None:
    """The links and most meanings, in Swedish and English, with and without declared keys."""
    for name, ours in shipped_maps(demo_folder).items():
        drawn = tables(draft(ours.url))
        for table, mapped in ours.tables.items():
            if mapped.source == "sql":
                assert list(mapped.fields).sort() == list(drawn[table]["fields"]).sort()
                assert drawn[table].get("link", {}) == dict(mapped.link), (name, table)


@pytest.mark.parametrize(
    ("column", "means"),
    [
        *(("E-POST", "email"), ("EmailAddress", "email"), ("förnamn", "name")),
        *(("Pers_nr", "personal_number"), ("PNR", "personal_number"), ("ssn", "personal_number")),
        *(("PostalCode", "postcode"), ("mobil", "phone"), ("cookie_id", "cookie_id")),
    ],
)
def test_a_plain_name_says_what_it_means(column: str, means: str) -> None:
    """In any case and with any signs between."""
    said = guess(column)
    assert said is not None
    assert said.means == means


@pytest.mark.parametrize(
    "column", ["name", "address", "number", "id", "title", "email_sent", "type"]
)
def test_a_name_that_leaves_a_doubt_says_nothing(column: str) -> None:
    """A product has a name, a computer an address."""
    assert guess(column) is None
