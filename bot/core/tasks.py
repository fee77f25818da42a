"""What each task of a workflow is in effects, and what happens outside every table."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, time

from bot.core import facts as f
from bot.core.calendar_se import add_working_days
from bot.core.deadlines import STOCKHOLM, receipt_day
from bot.core.effects import Effect, Kind
from bot.core.events import Event, Task
from bot.core.machine import NEW
from bot.core.orders import LETTER_CODE_LIVES, POST_TAKES, Orders, thanks_due
from bot.core.vocabulary import Mail, Manner

#: working days in which a bounce of an accepted answer would have come
BOUNCE_TAKES = 1


def carry_out(orders: Orders, tasks: Iterable[Task], case: int, reason: str) -> None:
    """The tasks of one step of one case."""
    for task in tasks:
        TASKS[task](orders, case, reason)


def outside_the_tables(orders: Orders, event: Event) -> None:
    """What happens to a matter although no case of it has a rule."""
    if event is Event.THANKS_DUE:
        _thank_neutrally(orders)
    elif event is Event.NOT_ME:
        orders.know(f.Noted(event=event))
        _alarm_not_me(orders, 0, "not_me")
    elif event is Event.UNDELIVERABLE and orders.matter.closed:
        orders.know(f.Noted(event=event))
        _give_to_a_person_again(orders, "undeliverable")


def _give_to_a_person_again(orders: Orders, reason: str) -> None:
    """What came back after the end reached nobody: the matter is open until a human says KLAR."""
    right = next((case.right for case in orders.matter.cases if case.right), None)
    table = orders.house.tables["by_hand"]
    step = table.step(NEW, Event.OPENED)
    if right is None or step is None:
        return
    number = len(orders.matter.cases) + 1
    orders.know(f.CaseOpened(case=number, right=right, workflow=table.name))
    orders.know(f.CaseMoved(case=number, event=Event.OPENED, stage=step.stage, reason=reason))
    orders.prompt(Mail.BY_HAND, number, reason)


def _thank_neutrally(orders: Orders) -> None:
    matter = orders.matter
    if matter.may_answer and not (matter.thanked or matter.thanked_neutrally or matter.closed):
        orders.know(f.Thanked(neutral=True))
        orders.send(Mail.NEUTRAL_ACKNOWLEDGEMENT, "requester")


def _acknowledge(orders: Orders, case: int, reason: str) -> None:
    """One acknowledgement for all cases, once each can be spoken of truly."""
    if not orders.matter.thanked:
        orders.wake(Event.THANKS_DUE, thanks_due(orders.now))
    said = orders.matter.thanked or orders.matter.thanked_neutrally
    _speak(orders, case, reason, said=said)


def _confirm(orders: Orders, case: int, reason: str) -> None:
    """That a block stands is said by an acknowledgement, also where one went before."""
    _speak(orders, case, reason, said=False)


def _speak(orders: Orders, case: int, reason: str, *, said: bool) -> None:
    """The acknowledgement, with a code where a case needs one that is not out; or the code."""
    if not orders.matter.may_answer or orders.holding("holds_thanks"):
        return
    coded = 0 if orders.matter.code_out else orders.holding("needs_code")
    if said and not coded:
        return
    if not said:
        orders.know(f.Thanked(neutral=False))
    mail = Mail.CODE if said else Mail.ACKNOWLEDGEMENT
    if coded:
        orders.issue_code(mail, "requester", coded, reason)
    else:
        orders.send(mail, "requester", case, reason)


def _ask_classify(orders: Orders, case: int, reason: str) -> None:
    orders.wake(Event.THANKS_DUE, thanks_due(orders.now))
    mail = Mail.CLASSIFY if orders.matter.readable else Mail.SET_ASIDE
    orders.prompt(mail, case, reason)


def _collect(orders: Orders, case: int, _reason: str) -> None:
    turn = orders.matter.round + 1
    orders.know(f.CollectingBegan(round=turn))
    _each_register(orders, case, Kind.COLLECT, turn)


def _block(orders: Orders, case: int, _reason: str) -> None:
    _each_register(orders, case, Kind.BLOCK, case)


def _each_register(orders: Orders, case: int, kind: Kind, turn: int) -> None:
    for name in orders.house.registers:
        key = f"{kind}:{turn}:{name}"
        orders.effects.append(Effect(kind, key, case, register=name, round=turn))


def _one(kind: Kind) -> Callable[[Orders, int, str], None]:
    def order(orders: Orders, case: int, reason: str) -> None:
        key = f"{kind}:{orders.matter.codes}:{orders.matter.steps}"
        orders.effects.append(Effect(kind, key, case, reason=reason))

    return order


def _shred(what: str) -> Callable[[Orders, int, str], None]:
    def order(orders: Orders, case: int, _reason: str) -> None:
        key = f"shred:{what}:{orders.matter.codes}"
        orders.effects.append(Effect(Kind.SHRED, key, case, reason=what))

    return order


def _prompt(mail: Mail) -> Callable[[Orders, int, str], None]:
    return lambda orders, case, reason: orders.prompt(mail, case, reason)


def _tell(mail: Mail, to: str) -> Callable[[Orders, int, str], None]:
    def order(orders: Orders, case: int, reason: str) -> None:
        if orders.matter.may_answer:
            orders.send(mail, to, case, reason)

    return order


def _print_letter(orders: Orders, case: int, _reason: str) -> None:
    ordinal = orders.matter.codes + 1
    orders.know(f.CodeIssued(ordinal=ordinal, channel="letter", to="proved"))
    orders.effects.append(Effect(Kind.PRINT, f"print:{ordinal}", case, code=True))


def _mark_posted(orders: Orders, _case: int, _reason: str) -> None:
    orders.know(f.LetterPosted(on=receipt_day(orders.now)))


def _watch_letter(orders: Orders, _case: int, _reason: str) -> None:
    orders.wake(Event.LETTER_CODE_LAPSED, orders.now + LETTER_CODE_LIVES, orders.matter.codes)


def _watch_quiet(orders: Orders, _case: int, _reason: str) -> None:
    today = receipt_day(orders.now)
    quiet = add_working_days(today, BOUNCE_TAKES)
    if orders.matter.posted_on is not None:
        quiet = max(quiet, add_working_days(orders.matter.posted_on, POST_TAKES))
    end = datetime.combine(quiet, time(23, 59), tzinfo=STOCKHOLM)
    orders.wake(Event.QUIET_OVER, end, orders.matter.codes)


def _void_codes(orders: Orders, _case: int, _reason: str) -> None:
    orders.know(f.CodesVoided())


def _start_over(orders: Orders, _case: int, _reason: str) -> None:
    orders.know(f.CodesVoided(start_over=True))


def _tell_with_a_person(orders: Orders, case: int, reason: str) -> None:
    # before a code is back the customer hears nothing of what was found (P11)
    if orders.matter.proved and orders.matter.may_answer:
        orders.send(Mail.WITH_A_PERSON, "proved", case, reason)


def _alarm_not_me(orders: Orders, case: int, reason: str) -> None:
    """Once a happening, however many cases it stops."""
    if any(effect.mail is Mail.DPO_NOT_ME for effect in orders.effects):
        return
    for person in orders.house.staff_of(orders.matter.company):
        orders.send(Mail.STAFF_NOT_ME, f"staff:{person.id}", case, reason)
    orders.send(Mail.DPO_NOT_ME, "dpo", case, reason)


def _send_refusal(orders: Orders, case: int, _reason: str) -> None:
    orders.send(Mail.REFUSAL, "proved", case, orders.argument)


def _file_as_request(orders: Orders, case: int, _reason: str) -> None:
    orders.effects.append(Effect(Kind.FILE, f"file:case:{case}", case, manner=Manner.COPY))


TASKS: Mapping[Task, Callable[[Orders, int, str], None]] = {
    Task.ACKNOWLEDGE: _acknowledge,
    Task.CONFIRM: _confirm,
    Task.FIND_OTHER_ADDRESS: _one(Kind.FIND_OTHER_ADDRESS),
    Task.SEND_OTHER_CODE: lambda orders, case, _: orders.issue_code(Mail.CODE, "other", case),
    Task.LOOK_UP: _one(Kind.LOOK_UP),
    Task.PRINT_LETTER: _print_letter,
    Task.TELL_LETTER_COMING: _tell(Mail.LETTER_COMING, "proved"),
    Task.ASK_POSTED: _prompt(Mail.POST_LETTER),
    Task.MARK_POSTED: _mark_posted,
    Task.WATCH_LETTER: _watch_letter,
    Task.SHRED_LETTER: _shred("letter"),
    Task.COLLECT: _collect,
    Task.ASK_APPROVAL: _prompt(Mail.APPROVE),
    Task.SEND_EXTRACT: _tell(Mail.ACCESS_ANSWER, "proved"),
    Task.SEND_NOTHING_HELD: _tell(Mail.NOTHING_HELD, "proved"),
    Task.SEND_REFUSAL: _send_refusal,
    Task.SHRED_PASSPHRASE: _shred("passphrase"),
    Task.WATCH_QUIET: _watch_quiet,
    Task.BLOCK: _block,
    Task.ASK_MARKETING_CHECK: _prompt(Mail.MARKETING_CHECK),
    Task.ASK_CLASSIFY: _ask_classify,
    Task.ASK_BY_HAND: _prompt(Mail.BY_HAND),
    Task.TELL_WITH_A_PERSON: _tell_with_a_person,
    Task.TELL_STOPPED: _tell(Mail.STOPPED, "writer"),
    Task.ALARM_NOT_ME: _alarm_not_me,
    Task.VOID_CODES: _void_codes,
    Task.START_OVER: _start_over,
    Task.FORGET_MAIL: _shred("mail"),
    Task.FILE_AS_REQUEST: _file_as_request,
}
