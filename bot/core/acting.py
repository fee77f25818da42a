"""What is asked of the registers, and of those who got the data (Art. 19)."""

from collections.abc import Callable

from bot.core import facts as f
from bot.core.calendar_se import add_working_days
from bot.core.effects import Effect, Kind
from bot.core.events import Event
from bot.core.milestones import morning
from bot.core.orders import Orders
from bot.core.vocabulary import Act, Mail

#: working days that a recipient has for each answer (P25)
RECIPIENT_TAKES = 5


def collect(orders: Orders, case: int, _reason: str) -> None:
    """A faithful copy of each register; once, where several cases want one."""
    if any(effect.kind is Kind.COLLECT for effect in orders.effects):
        return
    turn = orders.matter.round + 1
    orders.know(f.CollectingBegan(round=turn))
    _each_register(orders, case, Kind.COLLECT, turn)


def ask_people(orders: Orders, case: int, _reason: str) -> None:
    """Only what people look in: no other register holds the address, so nothing is copied."""
    if any(effect.kind is Kind.COLLECT for effect in orders.effects):
        return
    turn = orders.matter.round + 1
    orders.know(f.CollectingBegan(round=turn))
    for one in orders.matter.sightings:
        if one.by_people:
            key = f"{Kind.COLLECT}:{turn}:{one.register_name}"
            orders.effects.append(
                Effect(Kind.COLLECT, key, case, register=one.register_name, round=turn)
            )


def block(orders: Orders, case: int, _reason: str) -> None:
    """Marketing stops in each register; one block serves every case that wants it."""
    if not any(effect.kind is Kind.BLOCK for effect in orders.effects):
        _each_register(orders, case, Kind.BLOCK, case)


def act(which: Act) -> Callable[[Orders, int, str], None]:
    """The same act in each register; a later one of the case takes its place."""

    def order(orders: Orders, case: int, _reason: str) -> None:
        begun = [
            fact
            for fact in orders.facts
            if isinstance(fact, f.ActBegan) and fact.act is which and which is Act.RESTRICT
        ]
        if begun:
            # two cases of one decision: what is restricted once is restricted for both
            orders.know(begun[0].model_copy(update={"case": case}))
            return
        turn = orders.matter.turns + 1
        label = orders.matter.proved or orders.matter.case(case).address
        held = orders.house.recipients_of(orders.matter.held)
        orders.know(f.ActBegan(case=case, act=which, turn=turn, address=label, recipients=held))
        _each_register(orders, case, Kind.ACT, turn, which)

    return order


def verify(orders: Orders, case: int, _reason: str) -> None:
    """Every register is asked again whether what was erased is gone."""
    turn = orders.matter.turns + 1
    known = orders.matter.case(case)
    orders.know(
        f.ActBegan(
            case=case,
            act=Act.ERASE,
            turn=turn,
            address=known.address,
            recipients=known.recipients,
        )
    )
    _each_register(orders, case, Kind.VERIFY, turn)


def _each_register(orders: Orders, case: int, kind: Kind, turn: int, word: str = "") -> None:
    # the act is about that address, also where its proof is taken back meanwhile
    label = orders.matter.case(case).address if kind in {Kind.ACT, Kind.VERIFY} else ""
    for name in orders.house.registers:
        key = f"{kind}:{turn}:{name}"
        orders.effects.append(
            Effect(kind, key, case, to=label, register=name, word=word, round=turn)
        )


def one(kind: Kind) -> Callable[[Orders, int, str], None]:
    """One deed that asks all registers together."""

    def order(orders: Orders, case: int, reason: str) -> None:
        if any(effect.kind is kind for effect in orders.effects):
            return
        moves = sum(each.moves for each in orders.matter.cases)
        orders.effects.append(Effect(kind, f"{kind}:{moves}", case, reason=reason))

    return order


def plan(orders: Orders, case: int, _reason: str) -> None:
    """What is to be erased, and what is kept by which law until when, is laid out."""
    key = f"{Kind.PLAN}:{case}:{orders.matter.case(case).moves}"
    orders.effects.append(Effect(Kind.PLAN, key, case))


def ask_holds(orders: Orders, case: int, _reason: str) -> None:
    """Whether something holds an erasure now: what was planned and approved stays as it is."""
    moves = orders.matter.case(case).moves
    orders.effects.append(Effect(Kind.HOLDS, f"{Kind.HOLDS}:{case}:{moves}", case, ordinal=moves))


def tell_recipients(orders: Orders, case: int, _reason: str) -> None:
    """Each named recipient that got this person's data, and no other.

    Art. 19: "The controller shall communicate any rectification or erasure [...] or restriction
    of processing [...] to each recipient to whom the personal data have been disclosed".
    """
    act = orders.matter.case(case).act
    known = {*orders.matter.case(case).recipients}
    for recipient in sorted(known | {*orders.house.recipients_of(orders.matter.held)}):
        orders.know(f.RecipientTold(case=case, recipient=recipient, act=act))
        _write_to(orders, case, recipient, "")


def remind_recipients(orders: Orders, case: int, _reason: str) -> None:
    """Those who have not yet said KLART."""
    standing = orders.matter.case(case)
    for recipient in sorted(standing.told - standing.done):
        _write_to(orders, case, recipient, "reminder")


def _write_to(orders: Orders, case: int, recipient: str, reason: str) -> None:
    standing = orders.matter.case(case)
    orders.effects.append(
        Effect(
            Kind.PROMPT,
            key=f"recipient:{case}:{standing.moves}:{recipient}",
            case=case,
            mail=Mail.CARRY_ON,
            to=f"recipient:{recipient}",
            reason=reason,
            word=standing.told_of or "",
        )
    )


def watch_recipients(orders: Orders, case: int, _reason: str) -> None:
    """The day on which the silent ones are looked at again."""
    day = add_working_days(orders.today, RECIPIENT_TAKES)
    orders.watch(Event.RECIPIENT_DUE, case, morning(day))
