"""Imports run inward, and what must be pure is."""

import ast
import sys

import pytest
from house import egress
from house_sources import OURS, Module, is_below, modules

#: what a room may import of ours beside itself; the order is the order of the house
MAY_IMPORT: dict[str, tuple[str, ...]] = {
    "bot.core": (),
    "workflows": ("bot.core",),
    "bot.mail": ("bot.core", "mail_templates"),
    "bot.classify": ("bot.core", "bot.mail.shapes"),
    "bot.registers": ("bot.core",),
    "bot.answers": (
        *("bot.core", "bot.mail.templates", "bot.mail.words"),
        *("bot.registers.records", "bot.registers.maps.datamap", "bot.registers.erasures.rowplan"),
    ),
    "bot.config": (
        *("bot.core", "bot.answers.facts", "bot.registers.maps.datamap"),
        *("bot.registers.maps.archive_map", "bot.registers.by_people"),
        *("bot.mail.templates", "bot.mail.words"),
    ),
    "bot.shell": ("bot.core", "bot.mail"),
}
#: on top of the rooms, where everything meets; only a command that plays may reach the demo
ON_TOP = ("bot", "bot.deeds", "bot.checks", "bot.demo")
MAY_REACH_THE_DEMO = {
    "bot.cli": "its command `demo` plays the story",
    "bot.running": "the shipped config runs on the demo registers",
}
PURE = ("bot.core", "workflows", "bot.classify", "bot.mail")
LIBRARIES = {
    "bot.core": {"pydantic", "transitions"},
    "workflows": set[str](),
    "bot.classify": {"py3langid"},
    "bot.mail": {"jinja2", "lxml", "inscriptis"},
}
#: doors to the outside, time and chance, that the standard library offers
DOORS = {
    *("asyncio", "concurrent", "ftplib", "http", "imaplib", "logging", "multiprocessing"),
    *("os", "poplib", "random", "secrets", "select", "shutil", "smtplib", "socket", "sqlite3"),
    *("ssl", "subprocess", "tempfile", "threading", "time", "urllib", "uuid"),
}
#: who opens a connection, and to whom: servers that the config names, or this machine itself
LEADS_OUT = {
    "bot.shell.imap_line": "the mailboxes of the config",
    "bot.shell.imap": "the same, on an open line",
    "bot.shell.survey": "the same, for `check`",
    "bot.shell.mail_archive": "the mailboxes of the config that are registers",
    "bot.shell.folders": "no connection: the names of folders on an open line",
    "bot.shell.smtp": "the outgoing server of the config",
    "bot.demo.stage": "the embedded server of the demo",
    "bot.errands": "no connection: the name of this machine, for the worker's own",
}
CONNECTING = {
    *("ftplib", "http.client", "imapclient", "imaplib", "nntplib", "poplib", "requests", "httpx"),
    *("smtplib", "socket", "telnetlib", "urllib.request", "urllib3", "websockets", "xmlrpc"),
}
CLOCKS = {
    *(("datetime", "now"), ("datetime", "utcnow"), ("datetime", "today"), ("date", "today")),
    *(("time", "time"), ("time", "time_ns"), ("time", "localtime"), ("time", "gmtime")),
}


def of_rooms(*rooms: str) -> list[Module]:
    """The modules of some rooms."""
    return [module for module in modules() if module.room in rooms]


def test_every_room_has_its_place_in_the_order() -> None:
    """A new room is added to the list above before it is built on."""
    assert {module.room for module in modules()} == {*MAY_IMPORT, *ON_TOP}


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_a_room_imports_inward_only(room: str) -> None:
    """Itself, and what lies further in."""
    allowed = (room, *MAY_IMPORT[room])
    wrong = [
        f"{module.place} imports {name}"
        for module in of_rooms(room)
        for name in module.imports()
        if is_below(name, OURS)
        and not is_below(name, allowed)
        and name != "bot"  # the package itself, for the place of its files
    ]
    assert wrong == []


def test_the_order_has_no_way_back() -> None:
    """What a room may import is named before it."""
    seen: list[str] = ["mail_templates"]
    for room, allowed in MAY_IMPORT.items():
        assert all(is_below(name, tuple(seen)) for name in allowed), room
        seen.append(room)


def test_no_two_modules_import_each_other() -> None:
    """Nor do three in a ring: every module can be read before those that use it."""
    known = {module.name: module for module in modules()}
    uses = {
        name: {part for one in module.imports() for part in _modules_of(one, known)} - {name}
        for name, module in known.items()
    }
    left = dict(uses)
    while free := [name for name, needed in left.items() if not needed & left.keys()]:
        for name in free:
            del left[name]
    assert sorted(left) == []


def test_only_the_front_door_reaches_the_demo() -> None:
    """Invented people stay out of the workers."""
    reaching = {
        module.name
        for module in modules()
        if module.room != "bot.demo"
        for name in module.imports()
        if is_below(name, ("bot.demo",))
    }
    assert reaching == set(MAY_REACH_THE_DEMO)


@pytest.mark.parametrize("room", PURE)
def test_a_pure_room_opens_no_door(room: str) -> None:
    """No socket, database, thread, clock or chance: of libraries only those that compute."""
    wrong = [
        f"{module.place} imports {name}"
        for module in of_rooms(room)
        for name in module.imports()
        if not is_below(name, OURS) and not _computes(name.split(".")[0], LIBRARIES[room])
    ]
    assert wrong == []


@pytest.mark.law("L85")
def test_only_mail_servers_of_the_config_are_called() -> None:
    """No web service and no model is asked: nothing else that could connect is imported."""
    calling = {
        module.name
        for module in modules()
        for name in module.imports()
        if is_below(name, tuple(CONNECTING))
    }
    assert calling == set(LEADS_OUT)


@pytest.mark.law("L85")
def test_a_connection_to_elsewhere_would_be_seen() -> None:
    """Each test of the house fails where something leaves this machine; nothing is sent here."""
    here = ("127.0.0.1", "::1", "localhost", "", None, b"/run/a-socket")
    assert [host for host in here if not egress.is_here(host)] == []
    elsewhere = ("192.0.2.1", "2001:db8::1", "api.example.com", "127.example.com")
    for host in elsewhere:
        sys.audit("socket.connect", None, (host, 443))
        sys.audit("socket.getaddrinfo", host, 443, 0, 0, 0)
    heard = egress.seen[-2 * len(elsewhere) :]
    del egress.seen[-2 * len(elsewhere) :]
    assert [line.split()[1] for line in heard] == [host for host in elsewhere for _ in range(2)]


def test_time_comes_in_by_its_own_door() -> None:
    """Nobody but bot/shell/clock.py asks what time it is."""
    wrong = [
        f"{module.place}:{node.lineno} asks {node.value.id}.{node.attr}"
        for module in modules()
        if module.place != "bot/shell/clock.py"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and (node.value.id, node.attr) in CLOCKS
    ]
    assert wrong == []


def _computes(library: str, allowed: set[str]) -> bool:
    is_standard = library in sys.stdlib_module_names or library == "__future__"
    return library in allowed or (is_standard and library not in DOORS)


def _modules_of(name: str, known: dict[str, Module]) -> set[str]:
    """The module that an imported name is, or is in."""
    parent = name.rpartition(".")[0]
    return {name} if name in known else {parent} & known.keys()
