"""Apply: what each verdict does to the ledger, one function a verdict. Inside one transaction."""

from collections.abc import Callable, Mapping
from datetime import datetime

from bot.commanding import obey, tell_misuse
from bot.core import facts as f
from bot.core.decide import Happening
from bot.core.effects import Decision
from bot.core.events import Event
from bot.core.vocabulary import Manner, Right, Verdict
from bot.desk import BOT, Desk
from bot.gather import Arrival
from bot.replies import away, bounce, recipient_says, reply, stop_if_concerned, withdraw


def handle(desk: Desk, arrival: Arrival, now: datetime) -> None:
    """Do what the verdict asks for, and leave the trace."""
    row = arrival.row
    if arrival.twin is not None:
        _known_again(desk, arrival, now)
    else:
        row.matter = _settle(desk, arrival, now)
    row.verdict = arrival.judgement.verdict
    row.state = "handled"
    row.raw = None
    desk.leave_trace(arrival)


def _settle(desk: Desk, arrival: Arrival, now: datetime) -> str | None:
    """What the mail does; the number of the matter it belongs to, if any."""
    verdict = arrival.judgement.verdict
    if verdict in WRITTEN_BY_HAND:
        if arrival.prompt is not None and arrival.prompt.person.startswith("recipient:"):
            return recipient_says(desk, arrival, now)
        if arrival.reading.withdraws or arrival.reading.regrets:
            number = withdraw(desk, arrival, now)
            if number is not None:
                # what is asked for beside what is taken back is a request of its own
                asks = arrival.reading.asks
                return desk.open(arrival, asks, now) if asks else number
    return VERDICTS[verdict](desk, arrival, now)


def _known_again(desk: Desk, arrival: Arrival, now: datetime) -> None:
    """The same mail once more: in another box, put back by a person, or after a rebuild."""
    row, twin = arrival.row, arrival.twin
    if twin is None or twin.matter is None:
        return
    row.matter = twin.matter
    joined = f.Joined(received_at=row.received_at, why="identical")
    desk.happen(twin.matter, Happening(Event.JOINED, facts=(joined,)), now)
    put_back = (row.mailbox, row.uidvalidity) == (twin.mailbox, twin.uidvalidity)
    if not put_back and twin.manner != Manner.LEAVE:
        desk.file(twin.matter, row.id or 0, Manner(twin.manner), now)


def _request(desk: Desk, arrival: Arrival, now: datetime) -> str:
    rights = arrival.judgement.rights
    left = list(rights)
    joined = ""
    reminds = arrival.reading.reminder
    for number in desk.gatherer.open_matters(arrival.sender_key):
        stop_if_concerned(desk, arrival, number, now)
        open_rights = desk.unanswered(number)
        if not reminds:
            open_rights -= NEVER_THE_SAME
        # a reminder of a mail that staff have not yet named is theirs to name with it
        unnamed = reminds and None in open_rights
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
    desk.happen(number, Happening(Event.JOINED, facts=facts), now)
    if Right.OBJECTION_MARKETING in arrival.judgement.rights:
        desk.block_more(arrival, number, now)


def _unsure(desk: Desk, arrival: Arrival, now: datetime) -> str:
    for number in desk.gatherer.open_matters(arrival.sender_key):
        rights = desk.unanswered(number)
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


def _machine(desk: Desk, arrival: Arrival, now: datetime) -> str | None:
    """To a prompt "I am away": others are asked at once (P13). To anything else, nothing."""
    prompt = arrival.prompt
    sender = desk.gatherer.people.staff.get(arrival.mail.sender or "")
    if prompt is not None and prompt.step and prompt.person == sender:
        away(desk, prompt.matter, prompt.person, prompt.step, now)
    return None


#: each of these says something of its own; only a reminder of one is the same again
NEVER_THE_SAME = frozenset({Right.COMPLAINT, Right.PRIVACY_QUESTION, Right.HUMAN_ONLY})

#: verdicts of mails that a human wrote to us from outside
WRITTEN_BY_HAND = frozenset({Verdict.REQUEST, Verdict.UNSURE, Verdict.REPLY, Verdict.ORDINARY})

VERDICTS: Mapping[Verdict, Callable[[Desk, Arrival, datetime], str | None]] = {
    Verdict.REQUEST: _request,
    Verdict.UNSURE: _unsure,
    Verdict.REPLY: reply,
    Verdict.COMMAND: _command,
    Verdict.BOUNCE: bounce,
    Verdict.MACHINE: _machine,
    Verdict.ORDINARY: _leave,
    Verdict.UNREADABLE: _unreadable,
}
