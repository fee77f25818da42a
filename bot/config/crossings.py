"""Faults that no single key can tell: used twice, not known elsewhere, or wrong in this mode.

Each check reads the file as it stands, so that it also speaks when other keys are wrong; whatever
has the wrong shape is passed over here and is told by the shape.
"""

import ipaddress
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from bot.config.faults import Fault
from bot.config.own_ledger import OWN_LEDGER
from bot.config.secret import WHERE
from bot.config.shapes import name_in_list, shown

Raw = Mapping[str, Any]

REGISTERS = ("registers", "mail_archives", "people_registers")
"""The sections of the kinds of register; a key is used once in all of them."""

# RFC 2606 and 6761: nobody can own these, so mail to them reaches nobody
RESERVED = (
    "example",
    "test",
    "invalid",
    "localhost",
    "example.com",
    "example.net",
    "example.org",
)


def is_loopback(host: str) -> bool:
    """True for localhost, 127.0.0.0/8 and ::1, written as a name or an address."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower().rstrip(".") == "localhost"


def _is_reserved(address: str) -> bool:
    domain = f".{address.rpartition('@')[2]}"
    return any(domain.endswith(f".{name}") for name in RESERVED)


def crossing_faults(raw: Raw) -> Iterator[Fault]:
    """Every such fault of a parsed TOML file."""
    yield from _unknown_companies(raw)
    yield from _unknown_recipients(raw)
    yield from _twice(raw)
    yield from _unprotected(raw)
    if raw.get("mode") == "demo":
        yield from _live_in_demo(raw)
    if raw.get("mode") == "live":
        yield from _demo_in_live(raw)


def _tables(raw: Raw, *names: str) -> list[tuple[str, Raw]]:
    """Those of the named tables that are tables."""
    return [(name, raw[name]) for name in names if isinstance(raw.get(name), dict)]


def _entries(raw: Raw, *sections: str) -> list[tuple[str, Raw]]:
    """Every table one step below some sections, with its dotted key."""
    return [
        (f"{section}.{key}", part)
        for section, table in _tables(raw, *sections)
        for key, part in table.items()
        if isinstance(part, dict)
    ]


def _servers(raw: Raw) -> list[tuple[str, Raw]]:
    """Every table that names a mail server's host."""
    return [*_tables(raw, "smtp", "lmtp"), *_entries(raw, "mailboxes", "mail_archives")]


def _staff(raw: Raw) -> Iterator[tuple[str, Raw]]:
    for key, company in _entries(raw, "companies"):
        people = company.get("staff")
        for number, person in enumerate(people if isinstance(people, list) else [], 1):
            if isinstance(person, dict):
                yield f"{key}.staff.{name_in_list(person, number)}", person


def _addresses(raw: Raw) -> Iterator[tuple[str, str]]:
    """Every address with its key."""
    yield from _texts(_entries(raw, "mailboxes"), "address")
    yield from _texts(_tables(raw, "dpo"), "address")
    yield from _texts(_entries(raw, "recipients"), "address")
    yield from _texts(_staff(raw), "address")
    yield from _texts(_tables(raw, "embedded"), "catch_all")


def _texts(tables: Iterable[tuple[str, Raw]], word: str) -> Iterator[tuple[str, str]]:
    """The texts that stand under one key in some tables, lower case; never an empty one."""
    for key, table in tables:
        if isinstance(table.get(word), str) and table[word].strip():
            yield f"{key}.{word}", table[word].strip().lower()


def _unknown_companies(raw: Raw) -> Iterator[Fault]:
    known = [key.removeprefix("companies.") for key, _ in _entries(raw, "companies")]
    for key, name in _texts(_entries(raw, "mailboxes", *REGISTERS), "company"):
        if name not in known:
            near = get_close_matches(name, known, n=1) or known
            yield Fault(key, shown(name), f"the key of a company: {', '.join(near) or 'none yet'}")


def _unknown_recipients(raw: Raw) -> Iterator[Fault]:
    known = [key.removeprefix("recipients.") for key, _ in _entries(raw, "recipients")]
    for key, purpose in _entries(raw, "purposes"):
        named = purpose.get("recipients")
        for name in named if isinstance(named, list) else []:
            if isinstance(name, str) and name not in known:
                near = get_close_matches(name, known, n=1) or known
                write = f"the key of a recipient: {', '.join(near) or 'none yet'}"
                yield Fault(f"{key}.recipients", shown(name), write)


def _twice(raw: Raw) -> Iterator[Fault]:
    once = "another one: each person, mailbox, recipient and the DPO needs an address of its own"
    yield from _repeated(_addresses(raw), once)
    yield from _repeated(_texts(_staff(raw), "id"), "an id that is used once in the whole file")
    names = ((key, key.partition(".")[2]) for key, _ in _entries(raw, *REGISTERS))
    yield from _repeated(names, "a key that no other register of any kind has")
    for key, _ in _entries(raw, *REGISTERS):
        if key.partition(".")[2] == OWN_LEDGER:
            yield Fault(key, shown(OWN_LEDGER), "another key: this one is the bot's own ledger")
    accounts = (
        (f"{key}.user", f"{box.get('user')} on {box.get('host')}:{box.get('port')}")
        for key, box in _entries(raw, "mailboxes")
        if isinstance(box.get("user"), str)
    )
    yield from _repeated(accounts, "another account: a mailbox is read once")
    listening = (
        (f"{key}.{word}", str(table[word]))
        for key, table in _tables(raw, "embedded", "lmtp")
        for word in ("smtp_port", "imap_port", "port")
        if table.get("enabled") is True and word in table
    )
    yield from _repeated(listening, "a port that nothing else in this file listens on")


def _repeated(named: Iterable[tuple[str, str]], write: str) -> Iterator[Fault]:
    first: dict[str, str] = {}
    for key, value in named:
        if value in first:
            yield Fault(key, f"{shown(value)}, which also stands in {first[value]}", write)
        first.setdefault(value, key)


def _unprotected(raw: Raw) -> Iterator[Fault]:
    bare = [(key, table) for key, table in _servers(raw) if table.get("security") == "none"]
    for key, host in _texts(bare, "host"):
        if not is_loopback(host):
            where = f"{key.removesuffix('host')}security"
            found = f'"none" for {shown(host)}'
            yield Fault(where, found, '"tls" or "starttls": plain text is for loopback')


def _live_in_demo(raw: Raw) -> Iterator[Fault]:
    for key, host in _texts(_servers(raw), "host"):
        if not is_loopback(host):
            yield Fault(key, shown(host), '"127.0.0.1": a demo talks to this machine alone')
    for key, address in _addresses(raw):
        if not address.endswith(".example"):
            yield Fault(key, shown(address), "an address that ends in .example in a demo")


def _demo_in_live(raw: Raw) -> Iterator[Fault]:
    for key, address in _addresses(raw):
        if _is_reserved(address):
            yield Fault(key, shown(address), "an address that people read, in live mode")
    for key, domain in _texts(_tables(raw, "smtp"), "domain"):
        if _is_reserved(domain):
            yield Fault(key, shown(domain), "a domain that your companies own, in live mode")
    for key, table in _tables(raw, "embedded"):
        if table.get("enabled") is True:
            yield Fault(f"{key}.enabled", "true", "false: live mode needs a real mail server")
    sections = (*REGISTERS, "categories", "purposes", "recipients")
    written = _tables(raw, "statements", "notice", "controllers")
    for key, part in (*_entries(raw, *sections), *written):
        if part.get("demo") is True:
            yield Fault(f"{key}.demo", "true", "true facts, and take `demo` out, in live mode")
    yield from _open_secrets(raw)


def _open_secrets(raw: Raw) -> Iterator[Fault]:
    for key, server in _servers(raw):
        if isinstance(server.get("password"), str):
            yield Fault(f"{key}.password", "a plain secret (not shown)", WHERE)
    for key, person in _staff(raw):
        if isinstance(person.get("passphrase"), str):
            yield Fault(f"{key}.passphrase", "a plain secret (not shown)", WHERE)
    for key, table in (*_tables(raw, "ledger"), *_entries(raw, "registers")):
        if _holds_password(table.get("url")):
            yield Fault(f"{key}.url", "a URL with its password (not shown)", f"url = {WHERE}")


def _holds_password(url: object) -> bool:
    try:
        return isinstance(url, str) and make_url(url).password is not None
    except ArgumentError:
        return False
