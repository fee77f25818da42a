"""What the customer hears of a matter: one acknowledgement, one answer, and notices on the way."""

from datetime import datetime

from bot.core import facts as f
from bot.core.calendar_se import next_working_day
from bot.core.deadlines import STOCKHOLM, receipt_day
from bot.core.effects import Effect, Kind
from bot.core.events import Event
from bot.core.milestones import CLOSE
from bot.core.orders import Orders
from bot.core.vocabulary import Mail, Refusal

#: an answer that is not the customer's own, or cannot be made, was not sent (L72)
WITHHELD = "withheld"


def thanks_due(now: datetime) -> datetime:
    """15:00 Swedish time on the next working day, aware (P27)."""
    return datetime.combine(next_working_day(receipt_day(now)), CLOSE, tzinfo=STOCKHOLM)


def thank_neutrally(orders: Orders) -> None:
    """The acknowledgement that says nothing of what was asked, once."""
    matter = orders.matter
    if matter.may_write and not (matter.thanked or matter.thanked_neutrally or matter.closed):
        orders.know(f.Thanked(neutral=True))
        orders.send(Mail.NEUTRAL_ACKNOWLEDGEMENT, "requester")


def acknowledge(orders: Orders, case: int, reason: str) -> None:
    """One acknowledgement for all cases, once each can be spoken of truly."""
    if orders.matter.concerns:
        # a block that is being set will be confirmed: one mail is enough
        if not orders.holding("holds_thanks"):
            thank_neutrally(orders)
        return
    if not orders.matter.thanked:
        orders.wake(Event.THANKS_DUE, thanks_due(orders.now))
    said = orders.matter.thanked or orders.matter.thanked_neutrally
    _speak(orders, case, reason, said=said)


def confirm(orders: Orders, case: int, reason: str) -> None:
    """That a block stands is said by an acknowledgement, also where one went before."""
    _speak(orders, case, reason, said=orders.has_ordered(Mail.ACKNOWLEDGEMENT))


def _speak(orders: Orders, case: int, reason: str, *, said: bool) -> None:
    """The acknowledgement, with a code where a case needs one that is not out; or the code."""
    if not orders.matter.may_write or orders.holding("holds_thanks"):
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


def answer(orders: Orders, _case: int, _reason: str) -> None:
    """One mail for all cases that are ready; its reason names their parts."""
    if orders.has_ordered(Mail.ANSWER):
        return
    moves = sum(case.moves for case in orders.matter.cases)
    parts = "+".join(orders.parts)
    orders.effects.append(
        Effect(
            Kind.SEND,
            key=f"{Mail.ANSWER}:{parts}:{moves}",
            mail=Mail.ANSWER,
            to=orders.customer,
            reason=parts,
            ordinal=orders.matter.starts,
        )
    )


def answer_question(orders: Orders, case: int, _reason: str) -> None:
    """What approved facts say, to whoever asks."""
    orders.send(Mail.QUESTION_ANSWER, "requester", case)


def refuse(orders: Orders, case: int, _reason: str) -> None:
    """With the ground that the decider named.

    To somebody unproved it is always the same one, said once and at the same time (P11).
    """
    ground = orders.argument or Refusal.UNIDENTIFIED.value
    together = orders.stage(orders.matter.case(case)).together
    if together and orders.has_ordered(Mail.REFUSAL):
        return
    orders.send(Mail.REFUSAL, orders.customer, case, ground)


def notify_on_file(orders: Orders, mail: Mail, case: int, reason: str = "") -> None:
    """The same notice to every address on file, and to the one that was proved (P02, P12)."""
    key = f"notify:{mail.value}:{case}:{orders.matter.case(case).moves}"
    if not orders.has_ordered(mail):
        orders.effects.append(Effect(Kind.NOTIFY, key, case, mail, orders.customer, reason=reason))


def tell_with_a_person(orders: Orders, case: int, reason: str) -> None:
    """Before a code is back the customer hears nothing of what was found (P11)."""
    if orders.has_ordered(Mail.WITH_A_PERSON):
        return
    if orders.matter.proved and orders.matter.may_write:
        orders.send(Mail.WITH_A_PERSON, "proved", case, reason)


def alarm_not_me(orders: Orders, case: int, reason: str) -> None:
    """Staff and the officer, once a happening, however many cases it stops."""
    if orders.has_ordered(Mail.DPO_NOT_ME):
        return
    for person in orders.house.staff_of(orders.matter.company):
        orders.send(Mail.STAFF_NOT_ME, f"staff:{person.id}", case, reason)
    orders.send(Mail.DPO_NOT_ME, "dpo", case, reason)


def ask_by_hand(orders: Orders, case: int, reason: str) -> None:
    """A human answers; all three companies hear of an answer that was stopped on its way out."""
    if orders.argument == WITHHELD:
        staff = [one for one in orders.house.staff if not one.deputy]
        orders.tell_staff(Mail.RED_ALARM, staff, WITHHELD)
        reason = WITHHELD
    orders.prompt(Mail.BY_HAND, case, reason)
