"""Apply: what each verdict does to the ledger, one function a verdict. Inside one transaction."""

from collections.abc import Callable, Mapping
from datetime import datetime

from bot.commanding import obey, tell_misuse
from bot.core import facts as f
from bot.core.effects import Decision
from bot.core.vocabulary import Manner, Right, Verdict
from bot.desk import BOT, Desk
from bot.gather import Arrival
from bot.replies import bounce, reply


def handle(desk: Desk, arrival: Arrival, now: datetime) -> None:
    """Do what the verdict asks for, and leave the trace."""
    row = arrival.row
    if arrival.twin is not None:
        _known_again(desk, arrival, now)
    else:
        row.matter = VERDICTS[arrival.judgement.verdict](desk, arrival, now)
    row.verdict = arrival.judgement.verdict
    row.state = "handled"
    row.raw = None
    desk.leave_trace(arrival)


def _known_again(desk: Desk, arrival: Arrival, now: datetime) -> None:
    """The same mail once more: in another box, put back by a person, or after a rebuild."""
    row, twin = arrival.row, arrival.twin
    if twin is None or twin.matter is None:
        return
    row.matter = twin.matter
    joined = f.Joined(received_at=row.received_at, why="identical")
    desk.ledger.record(twin.matter, Decision(facts=(joined,)), BOT, now)
    put_back = (row.mailbox, row.uidvalidity) == (twin.mailbox, twin.uidvalidity)
    if not put_back and twin.manner != Manner.LEAVE:
        desk.file(twin.matter, row.id or 0, Manner(twin.manner), now)


def _request(desk: Desk, arrival: Arrival, now: datetime) -> str:
    rights = arrival.judgement.rights
    left = list(rights)
    joined = ""
    for number in desk.gatherer.open_matters(arrival.sender_key):
        matter = desk.ledger.load(number)
        open_rights = {case.right for case in matter.cases}
        # a reminder of a mail that staff have not yet named is theirs to name with it
        unnamed = arrival.reading.reminder and None in open_rights
        if unnamed or open_rights.intersection(left):
            left = [right for right in left if not unnamed and right not in open_rights]
            _join(desk, arrival, number, now)
            joined = number
    if left or not joined:
        return desk.open(arrival, tuple(left), now)
    desk.file(joined, arrival.row.id or 0, arrival.manner, now)
    return joined


def _join(desk: Desk, arrival: Arrival, number: str, now: datetime) -> None:
    facts = (
        f.Joined(received_at=arrival.row.received_at, why="same_right"),
        desk.keep_mail(arrival, number),
    )
    desk.ledger.record(number, Decision(facts=facts), BOT, now)
    if Right.OBJECTION_MARKETING in arrival.judgement.rights:
        desk.block_more(arrival, number, now)


def _unsure(desk: Desk, arrival: Arrival, now: datetime) -> str:
    for number in desk.gatherer.open_matters(arrival.sender_key):
        rights = {case.right for case in desk.ledger.load(number).cases}
        if None in rights or rights.intersection(arrival.judgement.rights):
            _join(desk, arrival, number, now)
            return number
    return desk.open(arrival, (), now)


def _unreadable(desk: Desk, arrival: Arrival, now: datetime) -> str:
    return desk.open(arrival, (), now)


def _command(desk: Desk, arrival: Arrival, now: datetime) -> str | None:
    number = obey(desk, arrival, now)
    if number is not None:
        kept = desk.keep_mail(arrival, number)
        desk.ledger.record(number, Decision(facts=(kept,)), BOT, now)
        desk.file(number, arrival.row.id or 0, Manner.MOVE, now)
    return number


def _leave(desk: Desk, arrival: Arrival, now: datetime) -> str | None:
    if arrival.prompt is not None:
        tell_misuse(desk, arrival, now)
    return None


VERDICTS: Mapping[Verdict, Callable[[Desk, Arrival, datetime], str | None]] = {
    Verdict.REQUEST: _request,
    Verdict.UNSURE: _unsure,
    Verdict.REPLY: reply,
    Verdict.COMMAND: _command,
    Verdict.BOUNCE: bounce,
    Verdict.MACHINE: _leave,
    Verdict.ORDINARY: _leave,
    Verdict.UNREADABLE: _unreadable,
}
