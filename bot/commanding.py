"""A staff member's reply: whose prompt it answers, whether it may, and what is told afterwards.

The reply must carry the token of a prompt and come from the person it was sent to; else nothing
happens and the real person is told. Only a command that was carried out consumes its token.
"""

import json
from dataclasses import asdict
from datetime import datetime

from bot.codes_back import code_told
from bot.core.commands import Command, Misread, Verb, meant, parse
from bot.core.deadlines import receipt_day
from bot.core.effects import Decision, Effect, Kind
from bot.core.matter import Matter
from bot.core.vocabulary import Mail
from bot.desk import BOT, Desk, acted_name, papers_name
from bot.gather import Arrival
from bot.mail.papers import Paper, papers_in
from bot.mail.tokens import message_id
from bot.shell.effect_rows import effect_row
from bot.shell.tables import TokenRow, Told
from bot.weighing import Desktop, Outcome, weigh


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
    said = parse(arrival.mail.new_text)
    papers = _papers(arrival, matter)
    outcome = weigh(Desktop(matter, prompt, colleague, desk.house, now, papers), said)
    if outcome.verb is None:
        outcome = Outcome(outcome.word, meant(arrival.mail.new_text))
    if outcome.verb is Verb.CODE and isinstance(said, Command) and outcome.word == "code":
        outcome = Outcome(code_told(desk, prompt, said.code, now), Verb.CODE)
    if outcome.happening is not None:
        _keep_words(desk, arrival, said, now)
        errand = matter.errands.get(prompt.step)
        if errand is not None and errand.round:
            _keep_papers(desk, prompt, papers if outcome.verb is Verb.DONE else ())
        desk.happen(prompt.matter, outcome.happening, now, actor=f"staff:{prompt.person}")
    _transcribe(desk, arrival, outcome, now)
    return prompt.matter


def _papers(arrival: Arrival, matter: Matter) -> tuple[Paper, ...]:
    """What was sent along, where something was to be looked for."""
    errand = matter.errands.get(arrival.prompt.step) if arrival.prompt is not None else None
    if errand is None or not errand.round:
        return ()
    return papers_in(arrival.row.raw or b"")


def _keep_papers(desk: Desk, prompt: TokenRow, papers: tuple[Paper, ...]) -> None:
    """Sealed in the vault: they go with the answer, and with the copies on their last day."""
    errand = desk.ledger.load(prompt.matter).errands[prompt.step]
    vault, name = desk.ledger.vault, papers_name(errand.round, errand.register)
    listed = [{"name": one.name, "type": one.content_type, "size": len(one.data)} for one in papers]
    vault.put(prompt.matter, name, json.dumps(listed).encode())
    for place, paper in enumerate(papers):
        vault.put(prompt.matter, f"{name}:{place}", paper.data)


def _keep_words(desk: Desk, arrival: Arrival, said: Command | Misread, now: datetime) -> None:
    """What staff wrote besides the word (KLAR ringde kunden) is content, not an event."""
    prompt = arrival.prompt
    if prompt is None or isinstance(said, Misread):
        return
    number = prompt.matter
    matter = desk.ledger.load(number)
    case = matter.asked_at(prompt.step, prompt.case)
    errand = matter.errands.get(prompt.step)
    act = matter.case(case).act if errand is not None else None
    if act is not None:
        today = receipt_day(now).isoformat().encode()
        desk.ledger.keep(number, acted_name(act, case), today)
    desk.ledger.keep(number, f"words:{arrival.row.id}", arrival.mail.new_text.encode())
    if said.verb is Verb.REFUSE:
        desk.ledger.keep(number, f"why:{case}", said.text.encode())
    elif said.verb is Verb.LEAVE_OUT:
        for row in said.numbers:
            desk.ledger.keep(number, f"left_out:{row}", said.text.encode())
    elif said.verb is Verb.EXTEND:
        desk.ledger.keep(number, "why_extended", said.text.encode())
    elif said.verb is Verb.CORRECT:
        changes = json.dumps([asdict(change) for change in said.changes])
        desk.ledger.keep(number, f"changes:{case}", changes.encode())
    elif said.verb is Verb.APPROVE and said.text:
        desk.ledger.keep(number, f"why:{case}", said.text.encode())


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
        step=prompt.step,
        journal=arrival.row.id or 0,
    )
    desk.ledger.record(prompt.matter, Decision(effects=(effect,)), BOT, now)


def tell_misuse(desk: Desk, arrival: Arrival, now: datetime) -> None:
    """Tell the prompt's recipient, or the staff address in From, once a day; else nobody."""
    prompt = arrival.prompt
    sender = desk.gatherer.people.staff.get(arrival.mail.sender or "")
    person = prompt.person if prompt is not None else sender
    if person is None or person.startswith("recipient:"):
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
