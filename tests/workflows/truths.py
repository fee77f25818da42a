"""What must be true of every move and of every state; each breach is an assertion with its path."""

from walker import RESTS_ON_CODE, Move, State

from bot.core import facts as f
from bot.core.commands import Verb
from bot.core.effects import Decision, Effect, Kind
from bot.core.events import Event
from bot.core.house import House
from bot.core.machine import Stage
from bot.core.matter import Case, Matter
from bot.core.vocabulary import Mail, Right, Waits

#: the same alarm twice tells nobody anything new
REPEATABLE = {Mail.STAFF_NOT_ME, Mail.DPO_NOT_ME}
NEEDS_PROOF = {Kind.LOOK_UP, Kind.COLLECT, Kind.PRINT}
LAPSES = {Event.CODE_LAPSED, Event.LETTER_CODE_LAPSED}


def check_move(before: State, move: Move, decision: Decision, after: State) -> None:
    """What one decision may order."""
    matter = after.matter
    words = {fact.word for fact in decision.facts if isinstance(fact, f.Commanded)}
    for effect in decision.effects:
        check_effect(effect, matter, words)
    check_keys(before, decision)
    check_codes(before.codes, decision)
    steps = [fact.step for fact in decision.facts if isinstance(fact, f.Prompted)]
    assert len(set(steps)) == len(steps), "two prompts with one step"
    assert all(step > before.matter.steps for step in steps), "a prompt takes an old step"
    thanks = [fact for fact in decision.facts if isinstance(fact, f.Thanked)]
    assert len(thanks) <= 1, "thanked twice at once"
    if before.thanks and thanks:
        late = any(c.right is Right.OBJECTION_MARKETING and c.number > 1 for c in matter.cases)
        assert not thanks[0].neutral, "thanked neutrally after the full thanks"
        confirms = move.happening.event is Event.BLOCKED and late
        assert confirms, "thanked again, and no block is confirmed"


def check_effect(effect: Effect, matter: Matter, words: set[str]) -> None:
    """Nothing personal without its proof, no answer without a person's word."""
    if effect.mail is Mail.ACCESS_ANSWER:
        assert matter.level == 2, "an extract below level 2"
    if effect.mail in RESTS_ON_CODE:
        assert matter.level, "an answer below level 1"
        assert Verb.APPROVE in words, "an answer that nobody approved"
    if effect.mail is Mail.REFUSAL:
        assert Verb.REFUSE in words, "a refusal that nobody decided"
    if effect.to == "proved" or effect.kind in NEEDS_PROOF:
        assert matter.proved, "work for an address that nobody proved"
    if effect.mail in {Mail.ACKNOWLEDGEMENT, Mail.NEUTRAL_ACKNOWLEDGEMENT}:
        assert matter.may_answer, "an answer to a mail that may not be answered"


def check_keys(before: State, decision: Decision) -> None:
    """One key, one deed: on the whole way here and within the decision."""
    used = {effect.key: effect for effect in before.ordered}
    keys = [effect.key for effect in decision.effects]
    assert len(set(keys)) == len(keys), f"one key twice in one decision: {keys}"
    for effect in decision.effects:
        if effect.key in used:
            assert effect == used[effect.key], f"two deeds with the key {effect.key}"
            assert effect.mail in REPEATABLE, f"{effect.key} is ordered again and never done"


def check_codes(codes: frozenset[str], decision: Decision) -> None:
    """The sender is never sent a second code while the first one counts."""
    out = "requester" in codes
    for fact in decision.facts:
        if isinstance(fact, f.CodesVoided):
            out = False
        elif isinstance(fact, f.CodeIssued) and fact.to == "requester":
            assert not out, "a second code while the first one counts"
            out = True


def check_state(state: State, home: House) -> None:
    """No case waits for what never comes, and a matter ends with its last case."""
    matter = state.matter
    stages = {case.number: stage_of(case, home) for case in matter.cases}
    ended = all(stage.final for stage in stages.values())
    assert matter.closed == ended, "closed with an open case, or open without one"
    for case in matter.cases:
        if not stages[case.number].final:
            assert awaits(state, case, stages[case.number], home), (
                f"«{case.stage}» of {case.workflow} waits for ever"
            )


def awaits(state: State, case: Case, stage: Stage, home: House) -> bool:
    """Whether what the case waits for is under way."""
    live = [effect for effect in state.pending if not state.is_stale(effect)]
    ordinals = {event for event, number in state.wakes if number == state.matter.codes}
    if stage.waits is Waits.STAFF:
        return case.step > 0
    if stage.waits is Waits.REQUESTER:
        held = any(stage_of(one, home).holds_thanks for one in state.matter.cases)
        asked = bool(state.codes) and bool(ordinals & LAPSES)
        return asked or (held and any(effect.kind is Kind.BLOCK for effect in live))
    if stage.waits is Waits.NOBODY:
        return Event.QUIET_OVER in ordinals
    thanks = any(effect.mail is Mail.ACKNOWLEDGEMENT for effect in live)
    own = {Kind.SEND, Kind.LOOK_UP, Kind.COLLECT, Kind.BLOCK, Kind.PRINT}
    return thanks or any(effect.case == case.number and effect.kind in own for effect in live)


def stage_of(case: Case, home: House) -> Stage:
    """The stage where a case stands."""
    return home.tables[case.workflow].by_name[case.stage]
