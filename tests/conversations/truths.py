"""What must be true of every move; each breach is a sentence. What is done to data: `doing`."""

from collections.abc import Iterator

from conversations.doing import wrongs_of_act
from conversations.moves import OF_ONE_RIGHT, Move
from conversations.past import Past
from conversations.standing import is_unsaid, stage_of
from conversations.state import State

from bot.core import facts as f
from bot.core.deadlines import receipt_day
from bot.core.effects import Decision, Effect, Kind
from bot.core.events import Event
from bot.core.matter import Case, Matter
from bot.core.vocabulary import Mail, Right

#: the parts of an answer that hold personal data
PERSONAL = frozenset({"access", "portability"})
#: of a person's own data nothing is said, and nothing is done to them, before the address is hers
NEEDS_PROOF = frozenset(
    {
        *(Kind.LOOK_UP, Kind.COLLECT, Kind.PRINT, Kind.PLAN, Kind.HOLDS),
        *(Kind.ACT, Kind.VERIFY),
    }
)
#: an alarm, a broken promise or the shredding of what is gone is told or done once, however often
REPEATABLE = frozenset(
    {
        *(Mail.STAFF_NOT_ME, Mail.DPO_NOT_ME, Mail.DPO_BREACH, Mail.DPO_INCIDENT),
        *(Mail.RED_ALARM, Mail.DRAFT_LATE, Mail.LATENESS),
    }
)
HARMLESS = frozenset({Kind.SHRED, Kind.FILE, Kind.FIND_OTHER_ADDRESS})
TO_HER = frozenset({"requester", "proved", "other"})
SENDS = frozenset({Kind.SEND, Kind.NOTIFY})


def breaches(before: State, move: Move, decision: Decision, now: State) -> Iterator[str]:
    """Every truth that a decision breaks."""
    for effect in decision.effects:
        yield from _key(before, effect)
        yield from _proof(effect, move, now.matter)
        if effect.mail is Mail.ANSWER:
            yield from _answer(before, decision, now, effect)
            starts = before.matter.starts
            under_way = [one for one in before.pending - {move.over} if one.ordinal == starts]
            if any(one.mail is Mail.ANSWER for one in under_way):
                yield "a second joint answer while the first is on its way"
        elif effect.mail is Mail.REFUSAL:
            yield from _refusal(before, move, effect)
        elif effect.kind is Kind.ACT:
            yield from wrongs_of_act(before, move, effect, now)
        elif effect.kind is Kind.PROMPT and effect.step:
            yield from _prompt(now, effect)
        if before.hushed and not move.happening.person and _writes(effect):
            # P05: nothing goes to her until a human has decided
            yield f"{effect.mail} on {move.happening.event} to her who must be protected"
    yield from _once(decision)
    yield from _taken_back(move, decision)
    yield from _thanks(before, move, decision, now)
    yield from _recipients(decision, now)
    yield from _resting(before, decision, now)
    yield from _clock(before, move, now)
    yield from _breached(move, decision, now)


def _writes(effect: Effect) -> bool:
    return effect.kind in SENDS and effect.to in TO_HER


def _key(before: State, effect: Effect) -> Iterator[str]:
    used = before.recall().get(effect.key)
    if used is None or effect.mail in REPEATABLE or effect.kind in HARMLESS:
        return
    if used != effect:
        yield f"two deeds with the key {effect.key}"
    else:
        yield f"{effect.key} is ordered again and never done"


def _once(decision: Decision) -> Iterator[str]:
    keys = [effect.key for effect in decision.effects]
    if len(set(keys)) != len(keys):
        yield f"one key twice in one decision: {sorted(keys)}"
    mails = [
        (one.mail, one.to, one.reason)
        for one in decision.effects
        if one.kind in SENDS and one.mail is not Mail.REFUSAL
    ]
    for twice in {one for one in mails if mails.count(one) > 1}:
        yield f"the same mail twice at once: {twice}"


def _taken_back(move: Move, decision: Decision) -> Iterator[str]:
    """P12: what she takes back, or takes up again, is what she named, and nothing beside it."""
    event, meant = move.happening.event, move.happening.case
    if not meant or event not in OF_ONE_RIGHT:
        return
    for fact in decision.facts:
        if isinstance(fact, f.CaseMoved) and fact.event is event and fact.case != meant:
            yield f"{event} of one right moves another"


def _proof(effect: Effect, move: Move, matter: Matter) -> Iterator[str]:
    for_her = effect.kind in NEEDS_PROOF and not effect.to
    if (effect.to == "proved" or for_her) and not matter.proved:
        yield f"{effect.key} for an address that nobody proved"
    # what a named human orders may go: that is for the human to know
    if _writes(effect) and not (matter.may_answer or move.happening.person):
        yield f"{effect.key} to somebody who may not be answered"
    if effect.code and matter.is_for_people:
        yield f"{effect.key} holds a code, and the mail is for humans alone"


def _answer(before: State, decision: Decision, now: State, effect: Effect) -> Iterator[str]:
    """One joint answer: of each case in it, what law section 1 demands of it."""
    moved = [
        one.case
        for one in decision.facts
        if isinstance(one, f.CaseMoved) and one.event is Event.OTHERS_READY
    ]
    parts = [_part_of(before, decision, now.matter.case(number)) for number in moved]
    for number, part in zip(moved, parts, strict=True):
        yield from _part(part, now.past(number), now.matter)
    if sorted(set(parts)) != sorted(effect.reason.split("+")):
        yield f"the answer says {effect.reason}, and ready are {parts}"
    if sum(one.mail is Mail.ANSWER for one in decision.effects) > 1:
        yield "two joint answers at once"


def _part_of(before: State, decision: Decision, case: Case) -> str:
    """The part of a case: of the stage that it left for the answer."""
    been = [
        one.stage
        for one in decision.facts
        if isinstance(one, f.CaseMoved) and one.case == case.number
    ]
    left = been[-2] if len(been) > 1 else before.matter.case(case.number).stage
    return before.setup.house.tables[case.workflow].by_name[left].part


def _part(part: str, past: Past, matter: Matter) -> Iterator[str]:
    if part == "consent_withdrawal" and not past.approvers:
        return  # marketing alone rested on consent: that it stopped is no personal data
    if not (past.approvers or past.decided):
        yield f"{part} answered, and no named human approved"
    if matter.level < 1 or not matter.proved:
        yield f"{part} answered, and the address is not proved"
    if part in PERSONAL and matter.level < past.need:
        yield f"{part} answered at level {matter.level}, needed is {past.need}"
    if part in PERSONAL and not past.read:
        yield f"{part} answered with copies that nobody approved"


def _refusal(before: State, move: Move, effect: Effect) -> Iterator[str]:
    """By a decider's own word; where it waits for its minute, by a word that was said."""
    decider = before.setup.house.has_decider
    if move.happening.event is Event.REFUSED:
        if not decider([move.happening.person]):
            yield "a refusal without a decider"
    elif not decider([before.past(effect.case).decided]):
        yield f"a refusal on {move.happening.event} that no decider said"


def _prompt(now: State, effect: Effect) -> Iterator[str]:
    """Whoever is asked for a second look is a second pair, and a complaint has fresh eyes."""
    person = effect.to.removeprefix("staff:")
    if effect.mail is Mail.SECOND and person in now.matter.case(effect.case).approvers:
        yield "asked for a second look at an own approval"
    others = {one.id for one in now.setup.house.staff} - set(now.matter.decided_before)
    if effect.mail is Mail.COMPLAINT and others and person not in others:
        yield "a complaint goes to whoever decided before"


def _thanks(before: State, move: Move, decision: Decision, now: State) -> Iterator[str]:
    """One acknowledgement; another only where it confirms that a block stands."""
    thanks = [fact for fact in decision.facts if isinstance(fact, f.Thanked)]
    if not thanks:
        return
    if len(thanks) > 1:
        yield "thanked twice at once"
    if thanks[0].neutral and (before.matter.thanked or before.matter.thanked_neutrally):
        yield "thanked neutrally after thanks"
    marketing = any(case.right is Right.OBJECTION_MARKETING for case in now.matter.cases)
    confirms = marketing and move.happening.event is Event.BLOCKED
    if not thanks[0].neutral and before.matter.thanked and not confirms:
        yield "thanked again, and no block is confirmed"


def _recipients(decision: Decision, now: State) -> Iterator[str]:
    """Art. 19: a case that is done with its recipients has told those who got the data."""
    for fact in decision.facts:
        if isinstance(fact, f.CaseMoved) and fact.event is Event.RECIPIENTS_DONE:
            if now.past(fact.case).owed:
                yield "a recipient who got the data was never told"
            if now.past(fact.case).unheard:
                yield "done with the recipients, and one has not said KLART"


def _resting(before: State, decision: Decision, now: State) -> Iterator[str]:
    """A proof that a case rests on is never taken from under it."""
    if now.matter.level >= before.matter.level:
        return
    moved = {one.case for one in decision.facts if isinstance(one, f.CaseMoved)}
    for case in before.matter.cases:
        stage = stage_of(case)
        rests = before.past(case.number).need <= before.matter.level
        if rests and case.number not in moved and not (stage.aside or stage.final):
            yield f"the proof that «{case.stage}» of {case.workflow} rests on is taken away"


def _breached(move: Move, decision: Decision, now: State) -> Iterator[str]:
    """P13: whoever writes down a broken promise tells her of it."""
    written = any(isinstance(fact, f.Breached) for fact in decision.facts)
    told = now.matter.promised in now.late
    late_notice = move.happening.event is Event.EXTENSION_ACCEPTED
    if written and now.matter.may_write and not (told or now.hushed or late_notice):
        yield "a promise is broken, and she is not told"


def _clock(before: State, move: Move, now: State) -> Iterator[str]:
    """P13, L11: what is not answered on its day is owned up to, once; a late extension is void."""
    matter, event, today = now.matter, move.happening.event, receipt_day(now.now)
    if len(set(now.late)) < len(now.late):
        yield "two notices of lateness for one promise"
    unsaid = any(is_unsaid(case) for case in before.matter.cases)
    if event is Event.OVERDUE and unsaid and today >= matter.promised:
        if not matter.breached:
            yield "the promised day is over, and no breach is written"
        if matter.may_write and not before.hushed and matter.promised not in now.late:
            yield "the promised day is over, and she is not told"
    if event is Event.EXTENSION_ACCEPTED:
        in_time = today <= matter.due.safe_due
        if matter.is_extended != in_time:
            yield "an extension stands that came too late, or does not that came in time"
        if not in_time and not matter.breached:
            yield "an extension that is void, and no breach is written"
