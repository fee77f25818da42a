"""What comes back: codes, INTE JAG, other replies of a requester, and delivery reports."""

import json
from datetime import datetime

from bot.core import facts as f
from bot.core.decide import Happening
from bot.core.effects import Decision
from bot.core.events import Event
from bot.core.vocabulary import Mail, Manner, Right
from bot.desk import BOT, Desk
from bot.gather import MOST_TRIES, Arrival
from bot.mail.codes import says_not_me
from bot.mail.named import says_nothing_else
from bot.shell.tables import WrongTry

#: by the channel of a code: what its return is, and the level that it proves
RETURNED = {"mail": (Event.CODE_RETURNED, 1), "letter": (Event.LETTER_CODE_RETURNED, 2)}


def reply(desk: Desk, arrival: Arrival, now: datetime) -> str | None:
    """A code, INTE JAG, or words to a mail of ours; the matter's number, None if it has none."""
    number = _reply_to(desk, arrival, now)
    if number is None:
        return desk.open(arrival, (), now) if _says_not_me(arrival) else None
    desk.ledger.record(number, Decision(facts=(desk.keep_mail(arrival, number),)), BOT, now)
    only = says_nothing_else(arrival.mail) and (
        arrival.code is not None or arrival.guesses or says_not_me(arrival.mail.new_text)
    )
    desk.file(number, arrival.row.id or 0, Manner.MOVE if only else Manner.COPY, now)
    new = _new_rights(desk, arrival, number)
    if new:
        return desk.open(arrival, new, now)
    return number


def _new_rights(desk: Desk, arrival: Arrival, number: str) -> tuple[Right, ...]:
    """A right that a reply exercises beside the one that it answers for is never dropped."""
    there = {case.right for case in desk.ledger.load(number).cases}
    sure = arrival.reading.road == "sure"
    return tuple(right for right in arrival.reading.rights if sure and right not in there)


def _reply_to(desk: Desk, arrival: Arrival, now: datetime) -> str | None:
    code = arrival.code
    thread = arrival.answers.matter if arrival.answers is not None else ""
    if code is not None:
        return _code_back(desk, arrival, now)
    if _says_not_me(arrival):
        return _not_me(desk, arrival, thread, now)
    if arrival.guesses:
        return _wrong_code(desk, arrival, thread, now)
    return thread or None


def _says_not_me(arrival: Arrival) -> bool:
    return says_not_me(f"{arrival.mail.new_text}\n{arrival.mail.subject}")


def _not_me(desk: Desk, arrival: Arrival, thread: str, now: datetime) -> str | None:
    """Stop what the thread names, or every open matter that the writer was asked about (P12).

    A letter asks for INTE JAG too, and whoever got it may write from any address: where nothing
    is found, staff are asked.
    """
    numbers = [thread] if thread else desk.gatherer.written_to(arrival.mail.sender or "")
    for number in numbers:
        desk.ledger.keep(number, "writer", (arrival.mail.sender or "").encode())
        desk.happen(number, Happening(Event.NOT_ME), now)
    return numbers[0] if numbers else None


def _code_back(desk: Desk, arrival: Arrival, now: datetime) -> str:
    code = arrival.code
    if code is None:
        raise ValueError("no code came back")
    counts = desk.gatherer.is_open(code)
    if counts:
        code.used_at = now
    # what one address has proved, a code to another cannot take over (P01)
    if not counts or desk.ledger.load(code.matter).proved not in {"", code.label}:
        noted = Decision(facts=(f.Noted(event=Event.CODE_RETURNED),))
        desk.ledger.record(code.matter, noted, BOT, now)
        return code.matter
    event, level = RETURNED[code.channel]
    proof = f.Proved(level=level, address=code.label)
    desk.happen(code.matter, Happening(event, facts=(proof,)), now)
    return code.matter


def _wrong_code(desk: Desk, arrival: Arrival, thread: str, now: datetime) -> str | None:
    desk.ledger.session.add(WrongTry(sender_key=arrival.sender_key, at=now))
    numbers = [thread] if thread else desk.gatherer.open_matters(arrival.sender_key)
    for number in numbers:
        matter = desk.ledger.record(number, Decision(facts=(f.WrongCode(),)), BOT, now)
        if matter.wrong_codes >= MOST_TRIES:
            desk.happen(number, Happening(Event.TRIES_SPENT), now)
    return numbers[0] if numbers else None


def bounce(desk: Desk, arrival: Arrival, now: datetime) -> str | None:
    """A delivery report: of a mail of ours for good, the matter goes to a human (Art. 12(3))."""
    sent = arrival.answers
    if sent is None or not sent.matter:
        return None
    effect = json.loads(sent.body)
    matters = effect["to"] in {"requester", "proved"} and effect["mail"] != Mail.STOPPED
    if arrival.mail.bounce is not None and arrival.mail.bounce.permanent and matters:
        fact = f.MailUndeliverable(mail=effect["mail"])
        desk.happen(sent.matter, Happening(Event.UNDELIVERABLE, facts=(fact,)), now)
    desk.ledger.record(
        sent.matter, Decision(facts=(desk.keep_mail(arrival, sent.matter),)), BOT, now
    )
    desk.file(sent.matter, arrival.row.id or 0, Manner.MOVE, now)
    return sent.matter
