"""What each task of a workflow is in effects: one table, one line a task."""

from collections.abc import Callable, Iterable, Mapping

from bot.core import acting, speaking, watching
from bot.core import facts as f
from bot.core.effects import Effect, Kind
from bot.core.events import Event, Task
from bot.core.orders import Orders
from bot.core.vocabulary import Act, Mail, Manner

Order = Callable[[Orders, int, str], None]


def carry_out(orders: Orders, tasks: Iterable[Task], case: int, reason: str) -> None:
    """The tasks of one step of one case."""
    for task in tasks:
        TASKS[task](orders, case, reason)


def _ask_classify(orders: Orders, case: int, reason: str) -> None:
    orders.wake(Event.THANKS_DUE, speaking.thanks_due(orders.now))
    mail = Mail.CLASSIFY if orders.matter.readable else Mail.SET_ASIDE
    orders.prompt(mail, case, reason)


def _shred(what: str) -> Order:
    def order(orders: Orders, _case: int, _reason: str) -> None:
        key = f"shred:{what}:{orders.matter.codes}"
        if not any(effect.key == key for effect in orders.effects):
            orders.effects.append(Effect(Kind.SHRED, key, reason=what))

    return order


def _shred_letter(orders: Orders, case: int, reason: str) -> None:
    """The letter goes when it is posted, or with its code when no other case waits for it."""
    if orders.matter.posted_on is not None:
        _shred("letter")(orders, case, reason)
    elif not _others_wait_for(Event.LETTER_CODE_RETURNED, orders, case):
        orders.know(f.CodesVoided(channel="letter"))
        _shred("letter")(orders, case, reason)


def _others_wait_for(event: Event, orders: Orders, case: int) -> bool:
    """Whether a code that is out opens something for another case of the matter."""
    return any(
        orders.house.tables[other.workflow].step(other.stage, event) is not None
        for other in orders.open_cases()
        if other.number != case
    )


def _prompt(mail: Mail) -> Order:
    return lambda orders, case, reason: orders.prompt(mail, case, reason)


def _tell(mail: Mail, to: str = "") -> Order:
    def order(orders: Orders, case: int, reason: str) -> None:
        if orders.matter.may_write and not orders.has_ordered(mail):
            orders.send(mail, to or orders.customer, case, reason)

    return order


def _tell_owners(mail: Mail) -> Order:
    """A mail to the owner's staff that asks nothing."""
    return lambda orders, _case, reason: orders.tell_staff(
        mail, orders.house.staff_of(orders.matter.company), reason
    )


def _lifting(orders: Orders, case: int, reason: str) -> None:
    """What a decider's word orders is told, whatever else a human has still to decide."""
    orders.send(Mail.LIFTING, orders.customer, case, reason)


def _notify(mail: Mail) -> Order:
    return lambda orders, case, _: speaking.notify_on_file(orders, mail, case)


def _send_other_code(orders: Orders, case: int, _reason: str) -> None:
    if not orders.has_ordered(Mail.CODE):
        orders.issue_code(Mail.CODE, "other", case)


def _print_letter(orders: Orders, case: int, _reason: str) -> None:
    """One letter a matter, however many cases wait for it (P17)."""
    if orders.matter.letter_out:
        return
    ordinal = orders.matter.codes + 1
    orders.know(f.CodeIssued(ordinal=ordinal, channel="letter", to="proved", on=orders.today))
    orders.effects.append(Effect(Kind.PRINT, f"print:{ordinal}", case, code=True))


def _print_passphrase(orders: Orders, case: int, _reason: str) -> None:
    """For who was identified by eye: what opens the file, to be handed over or posted."""
    key = f"print:passphrase:{sum(one.moves for one in orders.matter.cases)}"
    if not any(effect.kind is Kind.PRINT for effect in orders.effects):
        orders.effects.append(Effect(Kind.PRINT, key, case))


def _tell_letter_coming(orders: Orders, case: int, reason: str) -> None:
    _tell(Mail.LETTER_COMING)(orders, case, reason)


def _mark_posted(orders: Orders, _case: int, _reason: str) -> None:
    orders.know(f.LetterPosted(on=orders.today))


def _void_codes(orders: Orders, case: int, _reason: str) -> None:
    """Those of the channels that no other case waits for."""
    mail = _others_wait_for(Event.CODE_RETURNED, orders, case)
    letter = _others_wait_for(Event.LETTER_CODE_RETURNED, orders, case)
    if not (mail or letter):
        orders.know(f.CodesVoided())
    elif not (mail and letter):
        orders.know(f.CodesVoided(channel="letter" if mail else "mail"))


def _start_over(orders: Orders, case: int, reason: str) -> None:
    """What was proved counts no longer, unless another case goes on resting on it."""
    if any(isinstance(fact, f.CodesVoided) and fact.start_over for fact in orders.facts):
        return
    tables = orders.house.tables
    proven = [case for case in orders.open_cases() if tables[case.workflow].proves]
    marks = map(orders.stage, proven)
    resting = any(not stage.needs_code and (stage.settled or not stage.aside) for stage in marks)
    if reason == Event.NOT_ME or not resting:
        orders.know(f.CodesVoided(start_over=True))
    else:
        _void_codes(orders, case, reason)


def _freeze(orders: Orders, _case: int, _reason: str) -> None:
    orders.know(f.Frozen())


def _thaw(orders: Orders, _case: int, _reason: str) -> None:
    orders.know(f.Frozen(thawed_by=orders.person))


def _alarm_complaint(orders: Orders, case: int, reason: str) -> None:
    orders.send(Mail.DPO_COMPLAINT, "dpo", case, reason)


def _tell_withdrawn(orders: Orders, case: int, reason: str) -> None:
    """To every address that knows of the request (P12), unless she must be protected (P05)."""
    if orders.matter.hushed:
        return
    if orders.matter.proved:
        speaking.notify_on_file(orders, Mail.WITHDRAWN, case, reason)
    else:
        _tell(Mail.WITHDRAWN, "requester")(orders, case, reason)


def _file_as_request(orders: Orders, case: int, _reason: str) -> None:
    orders.effects.append(Effect(Kind.FILE, f"file:case:{case}", case, manner=Manner.COPY))


def _e_identify(orders: Orders, case: int, _reason: str) -> None:
    """Where there is a provider, the customer may use it; never the only way (L74)."""
    starts = orders.matter.starts
    key = f"{Kind.E_IDENTIFY}:{starts}"
    if orders.house.e_identification and not any(one.key == key for one in orders.effects):
        orders.effects.append(Effect(Kind.E_IDENTIFY, key, case, ordinal=starts))


TASKS: Mapping[Task, Order] = {
    Task.ACKNOWLEDGE: speaking.acknowledge,
    Task.CONFIRM: speaking.confirm,
    Task.ANSWER_QUESTION: speaking.answer_question,
    Task.FIND_OTHER_ADDRESS: acting.one(Kind.FIND_OTHER_ADDRESS),
    Task.SEND_OTHER_CODE: _send_other_code,
    Task.LOOK_UP: acting.one(Kind.LOOK_UP),
    Task.PRINT_LETTER: _print_letter,
    Task.PRINT_PASSPHRASE: _print_passphrase,
    Task.TELL_LETTER_COMING: _tell_letter_coming,
    Task.ASK_POSTED: _prompt(Mail.POST_LETTER),
    Task.MARK_POSTED: _mark_posted,
    Task.WATCH_LETTER: watching.watch_letter,
    Task.SHRED_LETTER: _shred_letter,
    Task.ASK_IDENTITY: _prompt(Mail.IDENTIFY),
    Task.E_IDENTIFY: _e_identify,
    Task.ASK_UNPROVED: _prompt(Mail.UNPROVED),
    Task.WATCH_CLOSING: watching.watch_closing,
    Task.COLLECT: acting.collect,
    Task.ASK_PEOPLE: acting.ask_people,
    Task.PLAN: acting.plan,
    Task.ASK_HOLDS: acting.ask_holds,
    Task.BLOCK: acting.block,
    Task.RESTRICT: acting.act(Act.RESTRICT),
    Task.LIFT: acting.act(Act.LIFT),
    Task.RECTIFY: acting.act(Act.RECTIFY),
    Task.STOP: acting.act(Act.STOP),
    Task.ERASE: acting.act(Act.ERASE),
    Task.VERIFY: acting.verify,
    Task.FIND_LAPSED: acting.one(Kind.FIND_LAPSED),
    Task.RETIRE: acting.one(Kind.RETIRE),
    Task.ASK_APPROVAL: _prompt(Mail.APPROVE),
    Task.ASK_PLAN: _prompt(Mail.PLAN),
    Task.ASK_SECOND: _prompt(Mail.SECOND),
    Task.ASK_WEIGHING: _prompt(Mail.WEIGH),
    Task.ASK_CORRECTION: _prompt(Mail.CORRECT),
    Task.ASK_COMPLAINT: _prompt(Mail.COMPLAINT),
    Task.ASK_REVIEW: _prompt(Mail.REVIEW),
    Task.ASK_CHASE: _prompt(Mail.CHASE_RECIPIENT),
    Task.ASK_MARKETING_CHECK: _prompt(Mail.MARKETING_CHECK),
    Task.ASK_CLASSIFY: _ask_classify,
    Task.ASK_BY_HAND: speaking.ask_by_hand,
    Task.ASK_RETENTION: _prompt(Mail.RETENTION),
    Task.ASK_RETENTION_SECOND: _prompt(Mail.RETENTION_SECOND),
    Task.TELL_RETENTION_COMING: _prompt(Mail.RETENTION_COMING),
    Task.TELL_RETENTION_DONE: _tell_owners(Mail.RETENTION_DONE),
    Task.ANSWER: speaking.answer,
    Task.SEND_REFUSAL: speaking.refuse,
    Task.SEND_RESTRICTED: _tell(Mail.RESTRICTED),
    Task.SEND_LIFTING: _lifting,
    Task.TELL_ERASURE_COMING: _notify(Mail.ERASURE_COMING),
    Task.TELL_CONTACT_CHANGING: _notify(Mail.CONTACT_CHANGING),
    Task.TELL_RECIPIENTS: acting.tell_recipients,
    Task.REMIND_RECIPIENTS: acting.remind_recipients,
    Task.WATCH_RECIPIENTS: acting.watch_recipients,
    Task.TELL_WITH_A_PERSON: speaking.tell_with_a_person,
    Task.TELL_STOPPED: _tell(Mail.STOPPED, "writer"),
    Task.TELL_WITHDRAWN: _tell_withdrawn,
    Task.ALARM_NOT_ME: speaking.alarm_not_me,
    Task.ALARM_COMPLAINT: _alarm_complaint,
    Task.FREEZE: _freeze,
    Task.THAW: _thaw,
    Task.SHRED_PASSPHRASE: _shred("passphrase"),
    Task.WATCH_QUIET: watching.watch_quiet,
    Task.WATCH_GRACE: watching.watch_grace,
    Task.WATCH_RETENTION: watching.watch_retention,
    Task.WATCH_REVIEW: watching.watch_review,
    Task.WATCH_WITHDRAWAL: watching.watch_withdrawal,
    Task.VOID_CODES: _void_codes,
    Task.START_OVER: _start_over,
    Task.FORGET_MAIL: _shred("mail"),
    Task.FILE_AS_REQUEST: _file_as_request,
}
