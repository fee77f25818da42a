"""`rightsbot blocked`: who gets no marketing, for people and for the tools that send it.

Exit codes, for scripts: 0 when none of what was asked is blocked, so that `blocked X && send X`
sends nothing by mistake; BLOCKED when something is; NO_ADDRESS when something is no address and
nothing is blocked. What keeps the list from being asked is a fault, exit 1, never a "not blocked".
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from itertools import islice
from pathlib import Path
from typing import BinaryIO, TextIO

from sqlalchemy import Engine, inspect, make_url

from bot.config import Settings
from bot.core.addresses import block_hashes, normalise_address
from bot.registers.blocklist import listed
from bot.registers.keys import addresses_in
from bot.registers.records import RegisterUnavailable
from bot.shell.block_file import write_block_file
from bot.shell.blocks import block, blocked
from bot.shell.engine import LedgerFault, open_engine, transaction
from bot.shell.tables import BlockRow

BLOCKED = 3
NO_ADDRESS = 2
FAULT = 1
_AT_ONCE = 500
_APART = re.compile(r"[\s,;<>|\"()\[\]{}:=]+")
_EDGES = "'`.!"


class UnreadableListError(Exception):
    """No address could be seen in a list, and all of it would pass for not blocked."""


def tell(settings: Settings, asked: Iterable[str], out: TextIO) -> int:
    """A line each: what was asked, a tab, since when it is blocked; the exit code."""
    codes = {0}
    with _list_of(settings) as engine:
        for line, since in _answers(engine, asked):
            if since:
                said, code = f"blocked since {min(since)}", BLOCKED
            else:
                said, code = ("no address", NO_ADDRESS) if since is None else ("not blocked", 0)
            out.write(f"{line.strip()}\t{said}\n")
            codes.add(code)
    return max(codes)


def sift(settings: Settings, lines: BinaryIO, out: BinaryIO) -> int:
    """Hand on, byte by byte as they came, the lines that name no blocked address; the exit code.

    A line is one record, in UTF-8 or Windows-1252. Raises as `read_lines` and for a list that
    cannot be asked.
    """
    with _list_of(settings) as engine:
        while some := list(islice(lines, _AT_ONCE)):
            told = _answers(engine, read_lines(some))
            out.writelines(raw for raw, (_, since) in zip(some, told, strict=True) if not since)
    return 0


def take_over(settings: Settings, today: date, out: TextIO) -> int:
    """Whom the registers have blocked themselves goes on our list; the exit code.

    `today` stands for a day that a register does not know.
    """
    code = 0
    with _list_of(settings) as engine:
        for name, register_map in settings.registers.items():
            try:
                theirs = list(listed(name, register_map))
            except RegisterUnavailable as silence:
                out.write(f"{silence}\n")
                code = FAULT
                continue
            by_day: dict[date, list[str]] = {}
            for address, since in theirs:
                by_day.setdefault(since or today, []).append(address)
            with transaction(engine) as session:
                new = sum(block(session, by_day[day], day, name) for day in sorted(by_day))
            out.write(f"{name}: {len(theirs)} on its block list, {new} new on ours\n")
        if settings.blocking.file is not None:
            with transaction(engine) as session:
                write_block_file(session, settings.blocking.file)
    return code


def read_lines(lines: Iterable[bytes]) -> Iterator[str]:
    """Lines in UTF-8 or Windows-1252; UnreadableListError for UTF-16, which would hide all."""
    for raw in lines:
        if b"\0" in raw:
            raise UnreadableListError("the list is no UTF-8 text: save it as that")
        try:
            yield raw.decode()
        except UnicodeDecodeError:
            yield raw.decode("windows-1252", errors="replace")


def addresses_of(line: str) -> frozenset[str]:
    """Every mail address that a line names, in whatever spelling, normalised."""
    seen = "".join(sign for sign in line if unicodedata.category(sign) != "Cf")
    words = (word.strip(_EDGES) for word in _APART.split(seen))
    return addresses_in(seen) | {normalise_address(word) for word in words if "@" in word}


def _answers(engine: Engine, asked: Iterable[str]) -> Iterator[tuple[str, list[date] | None]]:
    """Each line and the days since when what it names is blocked; None where it names nobody."""
    rest = iter(asked)
    while some := list(islice(rest, _AT_ONCE)):
        named = [frozenset().union(*map(block_hashes, addresses_of(line))) for line in some]
        with transaction(engine) as session:
            since = blocked(session, frozenset().union(*named))
        yield from zip(some, (_days(one, since) for one in named), strict=True)


def _days(named: frozenset[str], since: Mapping[str, date]) -> list[date] | None:
    return [since[one] for one in named if one in since] if named else None


@contextmanager
def _list_of(settings: Settings) -> Iterator[Engine]:
    """The ledger, where it is and has a block list; an empty one would call nobody blocked."""
    url = make_url(settings.ledger.url)
    place = url.render_as_string(hide_password=True)
    if url.get_backend_name() == "sqlite" and not Path(str(url.database)).is_file():
        raise LedgerFault(
            f"{place}: there is no ledger, so nobody knows who is blocked; see that the config is "
            "the right one, and start `rightsbot run` once"
        )
    engine = open_engine(settings.ledger.url)
    try:
        if not inspect(engine).has_table(str(BlockRow.__tablename__)):
            raise LedgerFault(f"{place}: no block list is in it yet; start `rightsbot run` once")
        yield engine
    finally:
        engine.dispose()
