"""What a customer, a recipient or a mail server answers us, in the matter that the thread names."""

import json
from datetime import datetime

from bot.codes_back import code_back, wrong_code
from bot.core import facts as f
from bot.core.command_words import means_done
from bot.core.decide import Happening
from bot.core.effects import Decision, Kind
from bot.core.events import Event
from bot.core.vocabulary import Concern, Mail, Manner, Refusal, Right
from bot.desk import BOT, Desk
from bot.gather import Arrival
from bot.mail.codes import says_not_me
from bot.mail.named import says_nothing_else
from bot.shell.effect_rows import effect_of

#: said in the middle of a matter, these stop everything until a human decides (P05)
STOPPING = frozenset({Concern.PROTECTED, Concern.THREAT, Concern.ESTATE})


def reply(desk: Desk, arrival: Arrival, now: datetime) -> str | None:
    """A code, INTE JAG, or words to a mail of ours; the matter's number, None if it has none."""
    number = _reply_to(desk, arrival, now)
    if number is None:
        return desk.open(arrival, (), now) if _says_not_me(arrival) else None
    _keep_and_file(desk, arrival, number, now)
    stop_if_concerned(desk, arrival, number, now)
    new = _new_rights(desk, arrival, number)
    if new:
        return desk.open(arrival, new, now)
    return number


def stop_if_concerned(desk: Desk, arrival: Arrival, number: str, now: datetime) -> None:
    """Words of fear or death stop what is under way for the same writer until a human decides."""
    if STOPPING.intersection(arrival.reading.concerns):
        desk.happen(number, Happening(Event.CONCERNED), now)


def _keep_and_file(desk: Desk, arrival: Arrival, number: str, now: datetime) -> None:
    desk.ledger.record(number, Decision(facts=(desk.keep_mail(arrival, number),)), BOT, now)
    only = says_nothing_else(arrival.mail) and (
        arrival.code is not None or arrival.guesses or says_not_me(arrival.mail.new_text)
    )
    desk.file(number, arrival.row.id or 0, Manner.MOVE if only else Manner.COPY, now)


def _new_rights(desk: Desk, arrival: Arrival, number: str) -> tuple[Right, ...]:
    """A right that a reply exercises beside what is under way for its writer is never dropped."""
    again = _asks_again(desk, arrival, number)
    if again:
        return again
    mine = {number, *desk.gatherer.open_matters(arrival.sender_key)}
    there = {right for one in mine for right in desk.unanswered(one)}
    sure = arrival.reading.road == "sure"
    return tuple(right for right in arrival.reading.rights if sure and right not in there)


def _asks_again(desk: Desk, arrival: Arrival, number: str) -> tuple[Right, ...]:
    """What was refused because nobody had shown who writes: "reply, and you get a new code"."""
    sent = effect_of(arrival.answers) if arrival.answers is not None else None
    if sent is None or sent.mail is not Mail.REFUSAL or sent.reason != Refusal.UNIDENTIFIED:
        return ()
    matter = desk.ledger.load(number)
    stage = matter.case(sent.case).stage
    same_writer = desk.ledger.content(number, "requester") == (arrival.mail.sender or "").encode()
    if not (matter.closed and same_writer) or _says_not_me(arrival):
        return ()
    return tuple(case.right for case in matter.cases if case.right and case.stage == stage)


def _reply_to(desk: Desk, arrival: Arrival, now: datetime) -> str | None:
    thread = arrival.answers.matter if arrival.answers is not None else ""
    if arrival.code is not None:
        return code_back(desk, arrival.code, now)
    if _says_not_me(arrival):
        return _not_me(desk, arrival, thread, now)
    if arrival.guesses:
        return wrong_code(desk, arrival, thread, now)
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


def withdraw(desk: Desk, arrival: Arrival, now: datetime) -> str | None:
    """She takes a request back, or takes one up again: by the sender of the matter alone (P12).

    The rights that the mail names, or all. None where the sender has nothing that could be.
    """
    event = Event.REOPENED if arrival.reading.regrets else Event.WITHDRAWN
    named = set(arrival.reading.rights)
    found = None
    for number in desk.gatherer.open_matters(arrival.sender_key):
        cases = desk.ledger.load(number).cases
        meant = [case for case in cases if case.right in named] or list(cases)
        moved = [desk.tries(number, Happening(event, case=case.number), now) for case in meant]
        if any(moved):
            found = found or number
            _keep_and_file(desk, arrival, number, now)
    return found


def recipient_says(desk: Desk, arrival: Arrival, now: datetime) -> str | None:
    """A recipient answers (Art. 19): KLART, from its own domain, closes the item (P25)."""
    prompt = arrival.prompt
    if prompt is None:
        return None
    key = prompt.person.removeprefix("recipient:")
    domain = desk.gatherer.people.recipients.get(key, "").rpartition("@")[2]
    sender = (arrival.mail.sender or "").rpartition("@")[2]
    if domain and sender == domain and means_done(arrival.mail.new_text):
        fact = f.RecipientDone(case=prompt.case, recipient=key)
        desk.happen(prompt.matter, Happening(Event.RECIPIENT_DONE, (fact,), prompt.case), now)
    _keep_and_file(desk, arrival, prompt.matter, now)
    return prompt.matter


def bounce(desk: Desk, arrival: Arrival, now: datetime) -> str | None:
    """A delivery report: of a mail of ours for good, the matter goes to a human (Art. 12(3)).

    A prompt that did not reach its member of staff goes to others the same day (P13).
    """
    sent = arrival.answers
    if sent is None or not sent.matter:
        return None
    effect = json.loads(sent.body)
    permanent = arrival.mail.bounce is not None and arrival.mail.bounce.permanent
    to, step = effect["to"], effect["step"]
    if permanent and to.startswith("staff:") and step:
        away(desk, sent.matter, to.removeprefix("staff:"), step, now)
    elif permanent and to in {"requester", "proved"} and effect["mail"] != Mail.STOPPED:
        fact = f.MailUndeliverable(mail=effect["mail"])
        if _is_to_another(desk, arrival):
            desk.ledger.record(sent.matter, Decision(facts=(fact,)), BOT, now)
        else:
            desk.happen(sent.matter, Happening(Event.UNDELIVERABLE, facts=(fact,)), now)
    desk.ledger.record(
        sent.matter, Decision(facts=(desk.keep_mail(arrival, sent.matter),)), BOT, now
    )
    desk.file(sent.matter, arrival.row.id or 0, Manner.MOVE, now)
    return sent.matter


def _is_to_another(desk: Desk, arrival: Arrival) -> bool:
    """Whether a notice to all addresses on file came back from another than the proved one."""
    sent, bounce = arrival.answers, arrival.mail.bounce
    if sent is None or bounce is None or sent.kind != Kind.NOTIFY:
        return False
    first = desk.ledger.mail_id(f"{sent.matter}:{sent.key}:0")
    return first not in {one.lower() for one in bounce.about}


def away(desk: Desk, number: str, person: str, step: int, now: datetime) -> None:
    """A member of staff cannot answer: others are asked at once."""
    fact = f.StaffAway(person=person, step=step)
    desk.happen(number, Happening(Event.STAFF_AWAY, facts=(fact,), ordinal=step), now)
