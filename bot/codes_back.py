"""A code that comes back: by mail from whom it went to, or told to staff by telephone."""

from datetime import datetime

from bot.core import facts as f
from bot.core.deadlines import receipt_day
from bot.core.decide import Happening
from bot.core.effects import Decision
from bot.core.events import Event
from bot.core.matter import Matter
from bot.desk import BOT, Desk
from bot.gather import MOST_TRIES, Arrival
from bot.shell.tables import CodeRow, TokenRow, WrongTry

#: by the channel of a code, what its return is
RETURNED = {"mail": Event.CODE_RETURNED, "letter": Event.LETTER_CODE_RETURNED}


def code_back(desk: Desk, code: CodeRow, now: datetime, by: str = "") -> str:
    """A code that we know; the number of its matter. What it opens depends on whether it counts."""
    matter = desk.ledger.load(code.matter)
    # what one address has proved, a code to another cannot take over (P01)
    other = matter.proved not in {"", code.label}
    counts = desk.gatherer.is_open(code) and not other
    if counts:
        code.used_at = now
        proof = f.Proved(level=_level(matter, code), address=code.label, on=receipt_day(now), by=by)
        actor = f"staff:{by}" if by else BOT
        happening = Happening(RETURNED[code.channel], facts=(proof,))
        desk.happen(code.matter, happening, now, actor=actor)
    elif code.used_at is None and not other:
        desk.happen(code.matter, Happening(Event.CODE_LATE), now)
    else:
        noted = Decision(facts=(f.Noted(event=Event.CODE_RETURNED),))
        desk.ledger.record(code.matter, noted, BOT, now)
    return code.matter


def _level(matter: Matter, code: CodeRow) -> int:
    """Law document, section 3: the letter is level 2, to an address checked by staff level 3."""
    if code.channel == "mail":
        return 1
    return 3 if matter.address_checked else 2


def code_told(desk: Desk, prompt: TokenRow, said: str, now: datetime) -> str:
    """A clerk types what the customer read out (P21); the closed word of the transcript."""
    code = desk.gatherer.code_of(said)
    if code is None or code.matter != prompt.matter:
        number = prompt.matter
        matter = desk.ledger.record(number, Decision(facts=(f.WrongCode(),)), BOT, now)
        spend_tries(desk, matter, now)
        return "wrong_code"
    code_back(desk, code, now, by=prompt.person)
    return "done"


def wrong_code(desk: Desk, arrival: Arrival, thread: str, now: datetime) -> str | None:
    """A guess counts against the thread's matter, else the sender's; none is told from another.

    A code is forgotten a day after it lapsed: what its own writer sends later begins again.
    """
    mine = desk.gatherer.open_matters(arrival.sender_key)
    numbers = [thread] if thread else mine
    for number in [one for one in numbers if one in mine]:
        if desk.tries(number, Happening(Event.CODE_LATE), now):
            return number
    desk.ledger.session.add(WrongTry(sender_key=arrival.sender_key, at=now))
    for number in numbers:
        matter = desk.ledger.record(number, Decision(facts=(f.WrongCode(),)), BOT, now)
        spend_tries(desk, matter, now)
    return numbers[0] if numbers else None


def spend_tries(desk: Desk, matter: Matter, now: datetime) -> None:
    """After five wrong codes a human takes over."""
    if matter.wrong_codes >= MOST_TRIES:
        desk.happen(matter.number, Happening(Event.TRIES_SPENT), now)
