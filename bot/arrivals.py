"""Apply: what each verdict does to the ledger, one function a verdict. Inside one transaction."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from bot.classify import RULES_VERSION
from bot.commanding import obey, tell_misuse
from bot.core import facts as f
from bot.core.deadlines import receipt_day
from bot.core.decide import Happening, decide, open_matter
from bot.core.effects import Decision, Effect, Kind
from bot.core.events import Event
from bot.core.house import House
from bot.core.matter import Matter
from bot.core.vocabulary import Language, Mail, Manner, Right, Verdict
from bot.gather import MOST_TRIES, Arrival, Gatherer
from bot.mail.codes import says_not_me
from bot.mail.named import named_in, newsletter_recipients, says_nothing_else
from bot.shell.ledger import Ledger
from bot.shell.tables import Trace, WrongTry

#: what is left of an ordinary mail lives so long (P08)
TRACE_LIVES = timedelta(days=730)
BOT = "rightsbot"


class Desk:
    """One mail at a time: the ledger, the gatherer and the house, at one instant."""

    def __init__(
        self, ledger: Ledger, gatherer: Gatherer, house: House, company_of: Mapping[str, str]
    ) -> None:
        self.ledger = ledger
        self.gatherer = gatherer
        self.house = house
        self.company_of = company_of

    def handle(self, arrival: Arrival, now: datetime) -> None:
        """Do what the verdict asks for, and leave the trace."""
        row = arrival.row
        if arrival.twin is not None:
            self._known_again(arrival, now)
        else:
            row.matter = VERDICTS[arrival.judgement.verdict](self, arrival, now)
        row.verdict = arrival.judgement.verdict
        row.state = "handled"
        row.raw = None
        self.leave_trace(arrival)

    def leave_trace(self, arrival: Arrival) -> None:
        """Keyed hashes, receipt and verdict: enough to say whether a mail was seen."""
        row = arrival.row
        self.ledger.session.add(
            Trace(
                mailbox=row.mailbox,
                message_key=row.message_key,
                sender_key=arrival.sender_key,
                content_key=row.content_key,
                received_at=row.received_at,
                verdict=row.verdict,
                rules=RULES_VERSION,
                matter=row.matter,
                last_day=receipt_day(row.received_at) + TRACE_LIVES,
            )
        )

    def open(self, arrival: Arrival, rights: tuple[Right, ...], now: datetime) -> str:
        """A new matter for this mail; its number."""
        row, mail = arrival.row, arrival.mail
        number = self.ledger.next_number(now)
        earlier = self.gatherer.earlier_receipt(arrival)
        own = self.gatherer.own
        named = named_in(mail, own)
        blocked = tuple(
            dict.fromkeys(
                one
                for one in (mail.sender, *newsletter_recipients(mail, own), *named.addresses)
                if one
            )
        )
        readable = arrival.judgement.verdict is not Verdict.UNREADABLE
        opened = f.MatterOpened(
            number=number,
            company=self.company_of[row.mailbox],
            mailbox=row.mailbox,
            language=Language.EN if arrival.reading.language == "en" else Language.SV,
            received_at=min(row.received_at, earlier or row.received_at),
            may_answer=arrival.judgement.may_answer,
            addresses=len(blocked),
            readable=readable,
        )
        decision = open_matter(opened, rights, now, self.house)
        kept = self.keep_mail(arrival, number)
        self._keep_names(number, arrival, blocked)
        decision = replace(decision, facts=(*decision.facts, kept))
        self.ledger.record(number, decision, BOT, now, arrival.sender_key)
        if rights:
            self.file(
                number, row.id or 0, Manner.MOVE if arrival.reading.only else Manner.COPY, now
            )
        return number

    def keep_mail(self, arrival: Arrival, number: str) -> f.MailKept:
        """The mail's bytes become content of the matter."""
        return self.ledger.keep(number, f"mail:{arrival.row.id}", arrival.row.raw or b"")

    def file(self, number: str, journal: int, manner: Manner, now: datetime) -> None:
        """Order a move or copy of one mail in its mailbox."""
        effect = Effect(Kind.FILE, f"file:{journal}", journal=journal, manner=manner)
        self.ledger.record(number, Decision(effects=(effect,)), BOT, now)

    def happen(self, number: str, happening: Happening, now: datetime, actor: str = BOT) -> Matter:
        """Decide over a matter and record what follows."""
        matter = self.ledger.load(number)
        decision = decide(matter, happening, now, self.house)
        return self.ledger.record(number, decision, actor, now)

    def _keep_names(self, number: str, arrival: Arrival, blocked: tuple[str, ...]) -> None:
        mail = arrival.mail
        named = named_in(mail, self.gatherer.own)
        thread = [mail.message_id] if mail.message_id else []
        kept = {
            "requester": mail.sender or "",
            "thread": json.dumps(thread),
            "named": json.dumps([named.addresses, named.customer_numbers]),
            "block": json.dumps(blocked),
            "cues": json.dumps(arrival.judgement.because, ensure_ascii=False),
            "perhaps": json.dumps(arrival.judgement.rights),
            "mixed": "" if arrival.reading.only else "mixed",
        }
        for label, text in kept.items():
            self.ledger.keep(number, label, text.encode())

    def _known_again(self, arrival: Arrival, now: datetime) -> None:
        """The same mail once more: in another box, put back by a person, or after a rebuild."""
        row, twin = arrival.row, arrival.twin
        if twin is None or twin.matter is None:
            return
        row.matter = twin.matter
        joined = f.Joined(received_at=row.received_at, why="identical")
        self.ledger.record(twin.matter, Decision(facts=(joined,)), BOT, now)
        put_back = (row.mailbox, row.uidvalidity) == (twin.mailbox, twin.uidvalidity)
        if not put_back and twin.manner != Manner.LEAVE:
            self.file(twin.matter, row.id or 0, Manner(twin.manner), now)


def _request(desk: Desk, arrival: Arrival, now: datetime) -> str:
    rights = arrival.judgement.rights
    left = list(rights)
    joined = ""
    for number in desk.gatherer.open_matters(arrival.sender_key):
        matter = desk.ledger.load(number)
        open_rights = {case.right for case in matter.cases}
        if open_rights.intersection(left) or (arrival.reading.reminder and not joined):
            left = [right for right in left if right not in open_rights]
            _join(desk, arrival, number, now)
            joined = number
            if arrival.reading.reminder:
                return joined
    if left or not joined:
        return desk.open(arrival, tuple(left), now)
    desk.file(
        joined, arrival.row.id or 0, Manner.MOVE if arrival.reading.only else Manner.COPY, now
    )
    return joined


def _join(desk: Desk, arrival: Arrival, number: str, now: datetime) -> None:
    facts = (
        f.Joined(received_at=arrival.row.received_at, why="same_right"),
        desk.keep_mail(arrival, number),
    )
    desk.ledger.record(number, Decision(facts=facts), BOT, now)


def _unsure(desk: Desk, arrival: Arrival, now: datetime) -> str:
    for number in desk.gatherer.open_matters(arrival.sender_key):
        rights = {case.right for case in desk.ledger.load(number).cases}
        if None in rights or rights.intersection(arrival.judgement.rights):
            _join(desk, arrival, number, now)
            return number
    return desk.open(arrival, (), now)


def _unreadable(desk: Desk, arrival: Arrival, now: datetime) -> str:
    return desk.open(arrival, (), now)


def _reply(desk: Desk, arrival: Arrival, now: datetime) -> str | None:
    number = _reply_to(desk, arrival, now)
    if number is None:
        return None
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
    if thread and says_not_me(f"{arrival.mail.new_text}\n{arrival.mail.subject}"):
        desk.ledger.keep(thread, "writer", (arrival.mail.sender or "").encode())
        desk.happen(thread, Happening(Event.NOT_ME), now)
        return thread
    if arrival.guesses:
        return _wrong_code(desk, arrival, thread, now)
    return thread or None


def _code_back(desk: Desk, arrival: Arrival, now: datetime) -> str:
    code = arrival.code
    if code is None:
        raise ValueError("no code came back")
    if not desk.gatherer.is_open(code):
        desk.ledger.record(
            code.matter, Decision(facts=(f.Noted(event=Event.CODE_RETURNED),)), BOT, now
        )
        return code.matter
    code.used_at = now
    matter = desk.ledger.load(code.matter)
    if matter.proved not in {"", code.label}:
        # what one address has proved, a code to another cannot take over (P01)
        noted = Decision(facts=(f.Noted(event=Event.CODE_RETURNED),))
        desk.ledger.record(code.matter, noted, BOT, now)
        return code.matter
    if code.channel == "mail":
        proof: tuple[f.Fact, ...] = (f.Proved(level=1, address=code.label),)
        desk.happen(code.matter, Happening(Event.CODE_RETURNED, facts=proof), now)
        return code.matter
    facts: tuple[f.Fact, ...] = (f.Proved(level=2, address=code.label),)
    if matter.posted_on is None:
        # a letter that was answered has been posted, whether or not somebody said so
        facts = (f.LetterPosted(on=receipt_day(now)), *facts)
    desk.happen(code.matter, Happening(Event.LETTER_CODE_RETURNED, facts=facts), now)
    return code.matter


def _wrong_code(desk: Desk, arrival: Arrival, thread: str, now: datetime) -> str | None:
    desk.ledger.session.add(WrongTry(sender_key=arrival.sender_key, at=now))
    numbers = [thread] if thread else desk.gatherer.open_matters(arrival.sender_key)
    for number in numbers:
        matter = desk.ledger.record(number, Decision(facts=(f.WrongCode(),)), BOT, now)
        if matter.wrong_codes >= MOST_TRIES:
            desk.happen(number, Happening(Event.TRIES_SPENT), now)
    return numbers[0] if numbers else None


def _bounce(desk: Desk, arrival: Arrival, now: datetime) -> str | None:
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
    Verdict.REPLY: _reply,
    Verdict.COMMAND: _command,
    Verdict.BOUNCE: _bounce,
    Verdict.MACHINE: _leave,
    Verdict.ORDINARY: _leave,
    Verdict.UNREADABLE: _unreadable,
}
