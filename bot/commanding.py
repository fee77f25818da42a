"""A staff member's reply: whose prompt it answers, whether it may, and what is told afterwards.

The reply must carry the token of a prompt and come from the person it was sent to; else nothing
happens and the real person is told. Only a command that was carried out consumes its token.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.core import facts as f
from bot.core.commands import Command, Misread, Verb, meant, parse, row_of
from bot.core.deadlines import receipt_day
from bot.core.decide import Happening, allows
from bot.core.effects import Decision, Effect, Kind
from bot.core.events import Event, Finding
from bot.core.house import Colleague, House
from bot.core.matter import Matter
from bot.core.vocabulary import Mail
from bot.desk import BOT, Desk
from bot.gather import Arrival
from bot.mail.tokens import message_id
from bot.shell.effect_rows import effect_row
from bot.shell.tables import TokenRow, Told

#: the event that each word is; STATUS and HJÄLP move nothing
EVENTS: Mapping[Verb, Event] = {
    Verb.APPROVE: Event.APPROVED,
    Verb.REDO: Event.REDO,
    Verb.REFUSE: Event.REFUSED,
    Verb.CLASSIFY: Event.CLASSIFIED,
    Verb.DONE: Event.DONE,
    Verb.POSTED: Event.POSTED,
}


@dataclass(frozen=True)
class Outcome:
    """What became of a command: a closed word of the transcript, and the happening if one."""

    word: str
    verb: Verb | None = None
    happening: Happening | None = None


def obey(desk: Desk, arrival: Arrival, now: datetime) -> str | None:
    """Carry out the command of a reply, or say why not; the matter's number if it has one."""
    prompt = arrival.prompt
    person = desk.gatherer.people.staff.get(arrival.mail.sender or "")
    if prompt is None or prompt.person != person:
        tell_misuse(desk, arrival, now)
        return None
    colleague = desk.house.colleague(prompt.person)
    if colleague is None:
        return None
    matter = desk.ledger.load(prompt.matter)
    outcome = _weigh(matter, prompt, colleague, parse(arrival.mail.new_text), desk.house)
    if outcome.verb is None:
        outcome = Outcome(outcome.word, meant(arrival.mail.new_text))
    if outcome.happening is not None:
        desk.happen(prompt.matter, outcome.happening, now, actor=f"staff:{prompt.person}")
        _keep_words(desk, arrival, prompt.matter)
    _transcribe(desk, arrival, outcome, now)
    return prompt.matter


def fitting(matter: Matter, case: int, colleague: Colleague, house: House) -> list[Verb]:
    """The words that this person may answer where the case stands now."""
    if not case or matter.closed:
        return []
    return [
        verb
        for verb, event in EVENTS.items()
        if row_of(verb).who in colleague.roles
        and any(allows(matter, case, event, finding, house) for finding in (None, Finding.REQUEST))
        and not (verb is Verb.REFUSE and matter.level < 1)
    ]


def _weigh(
    matter: Matter, prompt: TokenRow, colleague: Colleague, said: Command | Misread, house: House
) -> Outcome:
    if isinstance(said, Misread):
        return Outcome(said.value)
    if said.verb in {Verb.STATUS, Verb.HELP}:
        return Outcome(said.verb.value, said.verb)
    if prompt.consumed_at is not None:
        return Outcome("already_answered", said.verb)
    if row_of(said.verb).who not in colleague.roles:
        return Outcome("needs_decider", said.verb)
    if matter.closed:
        return Outcome("closed", said.verb)
    if matter.case(prompt.case).step != prompt.step:
        return Outcome("not_now", said.verb)
    # Art. 12(6): before an address is proved a refusal would tell a stranger who is a customer
    if said.verb is Verb.REFUSE and matter.level < 1:
        return Outcome("before_level_1", said.verb)
    happening = _happening(said, prompt)
    if not allows(matter, prompt.case, happening.event, happening.finding, house):
        return Outcome("not_now", said.verb)
    return Outcome("done", said.verb, happening)


def _happening(said: Command, prompt: TokenRow) -> Happening:
    argument = said.ground.value if said.ground else ",".join(said.rights)
    given = f.Commanded(case=prompt.case, step=prompt.step, word=said.verb.value, argument=argument)
    finding = None
    if said.verb is Verb.CLASSIFY:
        finding = Finding.REQUEST if said.rights else Finding.NO_REQUEST
    return Happening(
        EVENTS[said.verb],
        facts=(given,),
        case=prompt.case,
        finding=finding,
        rights=said.rights,
        argument=argument,
    )


def _keep_words(desk: Desk, arrival: Arrival, number: str) -> None:
    """What staff wrote besides the word (KLAR ringde kunden) is content, not an event."""
    desk.ledger.keep(number, f"words:{arrival.row.id}", arrival.mail.new_text.encode())


def _transcribe(desk: Desk, arrival: Arrival, outcome: Outcome, now: datetime) -> None:
    prompt = arrival.prompt
    if prompt is None:
        return
    asked = message_id(prompt.token, desk.ledger.domain)
    thread = [one for one in (asked, arrival.mail.message_id) if one]
    desk.ledger.keep(prompt.matter, f"thread:{arrival.row.id}", json.dumps(thread).encode())
    effect = Effect(
        Kind.SEND,
        key=f"transcript:{arrival.row.id}",
        case=prompt.case,
        mail=Mail.TRANSCRIPT,
        to=f"staff:{prompt.person}",
        reason=outcome.word,
        word=outcome.verb.value if outcome.verb else "",
        journal=arrival.row.id or 0,
    )
    desk.ledger.record(prompt.matter, Decision(effects=(effect,)), BOT, now)


def tell_misuse(desk: Desk, arrival: Arrival, now: datetime) -> None:
    """Tell the prompt's recipient, or the staff address in From, once a day; else nobody."""
    prompt = arrival.prompt
    sender = desk.gatherer.people.staff.get(arrival.mail.sender or "")
    person = prompt.person if prompt is not None else sender
    if person is None:
        return
    reason = (
        "other_sender"
        if prompt is not None
        else ("wrong_token" if arrival.names_token else "no_token")
    )
    day = receipt_day(now)
    mark = desk.ledger.keys.mark("told", f"{person}|{reason}|{day}")
    if desk.ledger.session.get(Told, mark) is not None:
        return
    desk.ledger.session.add(Told(key=mark, on=day))
    effect = Effect(
        Kind.SEND,
        key=f"misused:{arrival.row.id}",
        mail=Mail.TOKEN_MISUSED,
        to=f"staff:{person}",
        reason=reason,
    )
    number = prompt.matter if prompt is not None else ""
    if number:
        desk.ledger.record(number, Decision(effects=(effect,)), BOT, now)
    else:
        desk.ledger.session.add(effect_row("", effect, now, desk.ledger.mail_id(effect.key)))
