from datetime import date

import pytest
from corner_shop import ASTA, NOW
from pg_server import server
from register_shop import column, table
from sqlalchemy import create_engine, text

from bot.core.command_words import Change
from bot.core.vocabulary import Act
from bot.registers.maps.datamap import RegisterMap
from bot.registers.opening import open_register
from bot.registers.orders import Order

SCHEMA = """
CREATE TABLE people (nr integer PRIMARY KEY, name text, held boolean NOT NULL DEFAULT false);
CREATE TABLE ways (id serial PRIMARY KEY, nr integer REFERENCES people ON UPDATE CASCADE,
    mail text, changed date DEFAULT '2020-01-01');
INSERT INTO people (nr, name) VALUES (7, 'Asta Ros'), (8, 'Bengt Ros');
INSERT INTO ways (nr, mail) VALUES (7, 'asta@ros.example'), (8, 'bengt@ros.example');
"""
PEOPLE = {"nr": column("customer_number"), "name": column("name"), "held": column()}
WAYS = {
    "id": column(),
    "nr": column(),
    "mail": column("email", "contact"),
    "changed": column("contact_changed", "contact"),
}
TABLES = {
    "people": table(
        "nr", PEOPLE, restrict={"column": "held", "on": 1, "off": 0}, rectify="overwrite"
    ),
    "ways": table("id", WAYS, link={"nr": "people.nr"}, rectify="overwrite"),
}


@pytest.mark.law("L45", "L60")
def test_a_database_with_types_and_links_of_its_own() -> None:
    """Booleans, days and whole numbers keep their types; a foreign key follows the number."""
    with server() as url:
        if url is None:
            pytest.skip("there is no PostgreSQL, or no driver for it, on this machine")
        engine = create_engine(url)

        def ask(statement: str) -> list[tuple[object, ...]]:
            with engine.begin() as connection:
                done = connection.execute(text(statement))
                return [tuple(row) for row in done] if done.returns_rows else []

        ask(SCHEMA)
        said = {"company": "corner", "writable": True, "url": url, "tables": TABLES}
        register = open_register("corner", RegisterMap.model_validate(said))
        held = "SELECT nr, held FROM people ORDER BY nr"
        assert register.carry_out(Order(Act.RESTRICT, ASTA, NOW))
        assert ask(held) == [(7, True), (8, False)]
        assert register.carry_out(Order(Act.LIFT, ASTA, NOW, marked=frozenset({"people/7"})))
        assert ask(held) == [(7, False), (8, False)]
        put = (Change("7", "70"), Change(ASTA, "asta@post.example"))
        assert register.carry_out(Order(Act.RECTIFY, ASTA, NOW, changes=put))
        assert ask("SELECT nr, mail, changed FROM ways ORDER BY nr DESC") == [
            (70, "asta@post.example", date(2026, 3, 10)),
            (8, "bengt@ros.example", date(2020, 1, 1)),
        ]
        engine.dispose()
