"""What the front door prints of the ledger: matters, one matter's story, traces, the digest."""

import json
from collections.abc import Iterable
from datetime import date, datetime

from rich.console import Console
from rich.table import Column, Table
from sqlmodel import select

from bot.bootstrap import Works
from bot.core.deadlines import STOCKHOLM, receipt_day, suspended
from bot.core.digest import Row, digest, row_of_matter
from bot.core.matter import Matter
from bot.core.vocabulary import Waits
from bot.shell.engine import transaction
from bot.shell.journal import seen
from bot.shell.store import open_matters
from bot.shell.tables import MatterRow

NOT_FOUND = 1
_SHORT = 16


def list_matters(works: Works, *, everything: bool = False) -> None:
    """One line a matter: open ones, or all."""
    today = receipt_day(works.office.clock.now())
    with transaction(works.office.engine) as session:
        ledger = works.office.ledger(session)
        if everything:
            numbers = session.exec(select(MatterRow.number).order_by(MatterRow.number))
            matters = [ledger.load(number) for number in numbers]
        else:
            matters = open_matters(ledger)
    rows = [row_of_matter(matter, today, works.office.house) for matter in matters]
    _print_rows("Matters" if everything else "Open matters", rows)


def tell_matter(works: Works, number: str) -> int:
    """Every fact of one matter in order, with who and when; the exit code."""
    console = Console()
    with transaction(works.office.engine) as session:
        ledger = works.office.ledger(session)
        events = ledger.events(number)
        if not events:
            console.print(f"There is no matter {number}. `rightsbot cases --all` lists them.")
            return NOT_FOUND
        matter = ledger.load(number)
    console.print(_heading(matter))
    table = Table("when", "who", "what", box=None)
    for event in events:
        said = json.loads(event.fact)
        kind = said.pop("kind").replace("_", " ")
        rest = ", ".join(f"{name} {_short(value)}" for name, value in said.items() if value)
        table.add_row(_local(event.at), event.actor, f"{kind}: {rest}" if rest else kind)
    console.print(table)
    return 0


def tell_trace(works: Works, sender: str, day: date | None) -> None:
    """Each mail of a sender that was seen: when, where, verdict, matter."""
    console = Console()
    with transaction(works.office.engine) as session:
        rows = seen(session, works.office.keys, sender, day)
    if not rows:
        console.print("No mail from that address was seen" + (f" on {day}." if day else "."))
        return
    for row in rows:
        led_to = f"matter {row.matter}" if row.matter else "no matter"
        console.print(
            f"{_local(row.received_at)}  {row.mailbox}  {row.verdict}  {led_to}  "
            f"(rules {row.rules})"
        )


def print_digest(works: Works) -> None:
    """The digest as it stands now."""
    now = works.office.clock.now()
    with transaction(works.office.engine) as session:
        matters = open_matters(works.office.ledger(session))
    found = digest(matters, receipt_day(now), works.office.house)
    if not found.has_something_to_say:
        Console().print("There is nothing to say: no mail would be sent.")
    for title, rows in (
        ("Overdue", found.overdue),
        ("Due soon", found.due_soon),
        ("Waiting", found.waiting),
    ):
        if rows:
            _print_rows(title, rows)


def _print_rows(title: str, rows: Iterable[Row]) -> None:
    rights = Column("rights", overflow="fold")
    table = Table("matter", rights, "received", "answer by", "legal date", "waits for", "days",
                  title=title, box=None)  # fmt: skip
    for row in rows:
        ended = row.waits is Waits.NOBODY
        table.add_row(
            row.number,
            ", ".join(row.rights) or "not yet named",
            str(row.received),
            str(row.safe_due),
            str(row.legal_due),
            row.waits,
            "" if ended else str(row.days_left),
        )
    Console().print(table)


def _heading(matter: Matter) -> str:
    due = matter.due
    state = "closed" if matter.closed else "open"
    told = (
        f"Matter {matter.number} ({state}), {matter.company}: received {due.received}, "
        f"answer by {matter.promised}, legal date {due.legal_due}, identity level {matter.level}"
    )
    lines = [told]
    if matter.is_extended:
        lines.append(f"Extended on {matter.extension_sent}; a refusal was due by {due.safe_due}")
    if matter.suspensions:
        waited = suspended(due.received, matter.suspensions)
        lines.append(
            "While we waited to know who writes the month stood still, by some readings until "
            f"{waited.strict} (strict) or {waited.lenient} (lenient); we do not count on it"
        )
    if matter.breached:
        lines.append("Breached: the promised day passed without an answer")
    if matter.frozen:
        lines.append("Frozen: nothing of it is destroyed until a decider says HÄV")
    return "\n".join(lines)


def _short(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False) if isinstance(value, (list, dict)) else str(value)
    return text if len(text) <= 4 * _SHORT else f"{text[:_SHORT]}…"


def _local(at: datetime) -> str:
    return f"{at.astimezone(STOCKHOLM):%Y-%m-%d %H:%M}"
