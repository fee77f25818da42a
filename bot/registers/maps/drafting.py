"""A first map of a database from its own schema, as TOML: what nobody can read there stays empty.

Tables, columns, keys and links are the database's own. What a column means is guessed where its
name leaves no doubt, and marked so. What the law asks is left "", for the controllers to say.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from sqlalchemy import URL, Inspector, NullPool, create_engine, inspect
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError

from bot.registers.layout import layout_of
from bot.registers.maps.guessing import guess
from bot.registers.maps.linking import Found, Link, links
from bot.registers.records import RegisterUnavailable

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_HEAD = """\
# A first map of a database, drawn from its schema: no row was read.
# guessed: by a name or a key; look at it. unknown: for you to write; where a value is needed the
# settings are refused until it stands there, and what else is "" or commented out stays unknown:
# a human is asked. Titles and labels are the database's own names; write what a customer would say.
"""
_MARKETING = """\
# unknown: the table of those who get no marketing, if there is one
# [registers.{name}.marketing]
"""
_DEEDS = """\
erase = ""    # unknown: "rows", "cells" or "keep"
# kept_by, order, restrict, rectify: unknown
"""


def draft(url: str, company: str = "") -> str:
    """The map as TOML, to be pasted into a config. `company` is the key of its company.

    No secret of the URL is in it. ValueError for what is no URL that can be opened here,
    RegisterUnavailable when the database does not answer; neither quotes the URL.
    """
    try:
        address = make_url(url)
        engine = create_engine(address, hide_parameters=True, poolclass=NullPool)
    except (SQLAlchemyError, ValueError, ImportError):
        raise ValueError(
            "this is no database that can be opened here; write a SQLAlchemy URL, such as "
            "sqlite:///var/shop.sqlite, and see that its driver is installed"
        ) from None
    name = _register_name(address)
    if address.get_backend_name() == "sqlite" and not Path(address.database or "").is_file():
        # SQLite would quietly make an empty database
        raise RegisterUnavailable(name, "there is no such file")
    try:
        with engine.connect() as connection:
            seen = inspect(connection)
            tables = [_found(seen, one) for one in sorted(seen.get_table_names())]
            left_out = sorted(layout_of(seen)[0].keys() - {one.name for one in tables})
    except SQLAlchemyError as error:
        kind = type(getattr(error, "orig", None) or error).__name__
        raise RegisterUnavailable(name, f"the database refused ({kind})") from None
    return "\n".join([_head(name, address, company, left_out), *_tables(name, tables)])


def _found(seen: Inspector, name: str) -> Found:
    keys = [
        Link(one["constrained_columns"][0], one["referred_table"], one["referred_columns"][0])
        for one in seen.get_foreign_keys(name)
        if len(one["constrained_columns"]) == len(one["referred_columns"]) == 1
        and one.get("referred_schema") is None
    ]
    return Found(
        name,
        tuple(str(one["name"]) for one in seen.get_columns(name)),
        tuple(seen.get_pk_constraint(name)["constrained_columns"]),
        tuple(keys),
    )


def _register_name(address: URL) -> str:
    """The key of the register: the database's name, as a key may be."""
    stem = Path(address.database or "").stem.casefold()
    plain = re.sub(r"[^a-z0-9]+", "_", stem).strip("_")[:40]
    return plain if plain[:1].isalpha() else "register"


def _head(name: str, address: URL, company: str, left_out: Sequence[str]) -> str:
    if address.password or address.query:
        variable = f"RIGHTSBOT_{name.upper()}_URL"
        place = (
            f'{{ env = "{variable}" }}    # the whole URL stands there, with what is secret in it'
        )
    else:
        place = _text(address.render_as_string(hide_password=False))
    lines = [
        f"[registers.{name}]",
        f"company = {_text(company)}" + ("" if company else "    # unknown: the key of a company"),
        f"url = {place}",
        "writable = false    # unknown: whether the bot itself may change what stands there",
        "impersonal = []     # the tables that hold nobody's data, once they are out of here",
    ]
    if left_out:
        lines.append(
            f"# left out, as a view or in another schema: {', '.join(map(_text, left_out))}"
        )
    return "\n".join([_HEAD, *lines, "", _MARKETING.format(name=name)])


def _tables(register: str, found: Sequence[Found]) -> Iterator[str]:
    chosen, own = links(found)
    for one in found:
        link = chosen.get(one.name)
        lines = [f"[registers.{register}.tables.{_key(one.name)}]"]
        if link is None and one.name not in own:
            lines.append("# guessed: nobody's data, and then for impersonal; else link it")
        lines.append('whose = ""    # unknown: "person", "contact", "sole_trader" or "firm"')
        lines.append(_row_key(one, link))
        lines += _links(one, link)
        title = _text(_called(one.name))
        lines += [f"title_sv = {title}", f"title_en = {title}", _DEEDS.rstrip()]
        lines.append(f"[registers.{register}.tables.{_key(one.name)}.fields]")
        ties = {tie.column for tie in (*one.links, *filter(None, [link]))}
        lines += [_field(column, tied=column in ties) for column in one.columns]
        yield "\n".join([*lines, ""])


def _row_key(one: Found, link: Link | None) -> str:
    """The column that tells a row; of a key of several columns the one that says whose it is."""
    if len(one.primary) == 1:
        return f"key = {_text(one.primary[0])}"
    if link is not None and (not one.primary or link.column in one.primary):
        return f"key = {_text(link.column)}    # guessed: its rows go together"
    several = f"; the primary key is {', '.join(map(_text, one.primary))}" if one.primary else ""
    return f'key = ""    # unknown: the column that tells one row from another{several}'


def _links(one: Found, link: Link | None) -> Iterator[str]:
    if link is not None:
        guessed = "    # guessed" if link.guessed else ""
        yield f"link = {_as_link(link)}{guessed}"
    for other in one.links:
        if link is None or other != link:
            yield f"# it points elsewhere too: {_as_link(other)}"


def _field(column: str, *, tied: bool) -> str:
    meant = None if tied else guess(column)
    said: Mapping[str, str] = {
        "category": meant.category.value if meant else "",
        "label_sv": meant.label_sv if meant else _called(column),
        "label_en": meant.label_en if meant else _called(column),
        **({"means": meant.means.value} if meant else {}),
        "origin": "",
    }
    cells = ", ".join(f"{name} = {_text(value)}" for name, value in said.items())
    why = "guessed: category, means" if meant else "unknown: category"
    return f'{_key(column)} = {{ {cells}, purposes = [], erase = "" }}    # {why}'


def _as_link(link: Link) -> str:
    return f"{{ {_key(link.column)} = {_text(f'{link.table}.{link.there}')} }}"


def _called(name: str) -> str:
    """A name of the database as words."""
    return " ".join(name.replace("_", " ").split()) or "-"


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else _text(name)


def _text(value: str) -> str:
    """A TOML string; JSON escapes all that TOML does, but for one sign."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
