"""fold(facts) → Matter: a matter is what its facts add up to, and nothing else."""

from collections.abc import Callable, Iterable, Mapping
from functools import reduce
from typing import Any

from bot.core import facts as f
from bot.core import receipts
from bot.core.candidates import done_over, included, planned
from bot.core.changed import replace, with_case
from bot.core.commands import Verb
from bot.core.events import Event, Finding
from bot.core.facts import Fact
from bot.core.matter import Case, Errand, Matter

#: the level that a letter proves
SECOND_CHANNEL = 2

#: what was under way in the registers is no longer wanted
STOPPING = frozenset(
    {
        *(Event.NOT_ME, Event.TRIES_SPENT, Event.CONCERNED, Event.BLOCKED),
        *(Event.UNDELIVERABLE, Event.REGISTER_SILENT),
    }
)


def fold(facts: Iterable[Fact], matter: Matter | None = None) -> Matter:
    """The matter that these facts add up to, from nothing or from an earlier fold."""
    folded = reduce(_after, facts, matter)
    if folded is None:
        raise ValueError("a matter begins with the fact that opens it")
    return folded


def _after(matter: Matter | None, fact: Fact) -> Matter:
    if isinstance(fact, f.MatterOpened):
        return Matter(**fact.model_dump(exclude={"kind"}))
    if matter is None:
        raise ValueError(f"a matter begins with the fact that opens it, not with {fact.kind}")
    learn = LEARNT.get(type(fact))
    return learn(matter, fact) if learn else matter


def _case_opened(matter: Matter, fact: f.CaseOpened) -> Matter:
    opened = Case(fact.case, fact.right, fact.workflow, "new")
    return replace(matter, cases=(*matter.cases, opened), closed=False)


def _case_moved(matter: Matter, fact: f.CaseMoved) -> Matter:
    moves = matter.case(fact.case).moves + 1
    changes = {"stage": fact.stage, "reason": fact.reason, "moves": moves, "step": 0, "asked": None}
    changes["owed"] = receipts.owed(matter, fact.case, fact.event)
    if fact.reason == (Event.CONCERNED if fact.event is Event.CONCERNED else Finding.PROTECTED):
        changes["concerned"] = True
    moved = with_case(matter, fact.case, **changes)
    if fact.event not in STOPPING:
        return moved
    return _without_idle_errands(with_case(moved, fact.case, act=None, turn=0))


def _prompted(matter: Matter, fact: f.Prompted) -> Matter:
    steps = max(matter.steps, fact.step)
    if fact.register_name:
        errand = Errand(fact.case, fact.turn, fact.register_name, fact.round)
        return replace(matter, steps=steps, errands={**matter.errands, fact.step: errand})
    return replace(with_case(matter, fact.case, step=fact.step, asked=fact.mail), steps=steps)


def _commanded(matter: Matter, fact: f.Commanded) -> Matter:
    errands = {step: one for step, one in matter.errands.items() if step != fact.step}
    matter = with_case(replace(matter, errands=errands), fact.case, concerned=False)
    if fact.word == Verb.APPROVE:
        approvers = (*matter.case(fact.case).approvers, fact.person)
        return with_case(matter, fact.case, approvers=approvers)
    return done_over(matter, fact.case) if fact.word == Verb.REDO else matter


def _joined(matter: Matter, fact: f.Joined) -> Matter:
    return replace(matter, received_at=min(matter.received_at, fact.received_at))


def _thanked(matter: Matter, fact: f.Thanked) -> Matter:
    return replace(
        matter,
        thanked=matter.thanked or not fact.neutral,
        thanked_neutrally=matter.thanked_neutrally or fact.neutral,
    )


def _code_issued(matter: Matter, fact: f.CodeIssued) -> Matter:
    matter = replace(matter, codes=fact.ordinal, asked_on=matter.asked_on or fact.on)
    if fact.channel == "letter":
        return replace(
            matter, posted_on=None, letter_out=True, letter_code=fact.ordinal, letter_printed=False
        )
    if fact.to != "requester":
        return matter
    return replace(matter, code_out=True, mail_code=fact.ordinal)


def _codes_voided(matter: Matter, fact: f.CodesVoided) -> Matter:
    fresh = replace(
        matter,
        wrong_codes=0,
        code_out=matter.code_out and fact.channel == "letter",
        letter_out=matter.letter_out and fact.channel == "mail",
    )
    if not fact.start_over:
        return fresh
    cases = tuple(replace(case, approvers=()) for case in fresh.cases)
    return replace(
        fresh,
        cases=cases,
        starts=fresh.starts + 1,
        level=0,
        proved="",
        address_checked=False,
        seen_by=(),
        sightings=(),
        snapshots={},
        silent=frozenset(),
        included=frozenset(),
    )


def _proved(matter: Matter, fact: f.Proved) -> Matter:
    level = max(matter.level, fact.level)
    letter_out = matter.letter_out and fact.level < SECOND_CHANNEL
    seen_by = (*matter.seen_by, fact.by) if fact.by else matter.seen_by
    matter = replace(matter, seen_by=seen_by)
    proved = replace(
        matter, level=level, proved=fact.address, code_out=False, letter_out=letter_out
    )
    if matter.asked_on is None or fact.on is None:
        return proved
    waited = (matter.asked_on, max(matter.asked_on, fact.on))
    return replace(proved, asked_on=None, suspensions=(*matter.suspensions, waited))


def _looked_up(matter: Matter, fact: f.LookedUp) -> Matter:
    return replace(matter, sightings=fact.sightings, company=fact.owner or matter.company)


def _collecting_began(matter: Matter, fact: f.CollectingBegan) -> Matter:
    # the rows are numbered anew
    fresh = {"snapshots": {}, "silent": frozenset[str](), "redacted": {}}
    anew = replace(matter, round=fact.round, **fresh)
    return _without_idle_errands(anew)


def _act_began(matter: Matter, fact: f.ActBegan) -> Matter:
    begun = with_case(
        matter,
        fact.case,
        act=fact.act,
        turn=fact.turn,
        acted=frozenset[str](),
        residue=(),
        address=fact.address,
        recipients=fact.recipients,
    )
    return _without_idle_errands(replace(begun, turns=fact.turn))


def _without_idle_errands(matter: Matter) -> Matter:
    """What people were asked to do is wanted while a case has that turn, or in that round."""
    errands = {
        step: one
        for step, one in matter.errands.items()
        if matter.of_turn(one.turn) or (one.round and one.round == matter.round)
    }
    return replace(matter, errands=errands)


def _acted(matter: Matter, fact: f.RegisterActed) -> Matter:
    """One act may serve several cases, which then have its turn."""
    for case in matter.cases:
        if case.turn == fact.turn:
            matter = with_case(matter, case.number, acted=case.acted | {fact.register_name})
    return matter


def _verified(matter: Matter, fact: f.RegisterVerified) -> Matter:
    case = matter.case(fact.case)
    if fact.turn != case.turn:
        return matter
    acted = case.acted | {fact.register_name}
    left = (fact.register_name,) if fact.residue else ()
    return with_case(matter, fact.case, acted=acted, residue=(*case.residue, *left))


def _told(matter: Matter, fact: f.RecipientTold) -> Matter:
    told = matter.case(fact.case).told | {fact.recipient}
    return with_case(matter, fact.case, told=told, told_of=fact.act)


def _done(matter: Matter, fact: f.RecipientDone) -> Matter:
    return with_case(matter, fact.case, done=matter.case(fact.case).done | {fact.recipient})


#: how each kind of fact changes the matter; a kind that is not here changes nothing
LEARNT: Mapping[type, Callable[[Matter, Any], Matter]] = {
    f.CaseOpened: _case_opened,
    f.CaseMoved: _case_moved,
    f.Prompted: _prompted,
    f.Commanded: _commanded,
    f.Joined: _joined,
    f.Thanked: _thanked,
    f.MatterClosed: lambda matter, _: replace(matter, closed=True),
    f.CodeIssued: _code_issued,
    f.CodesVoided: _codes_voided,
    f.WrongCode: lambda matter, _: replace(matter, wrong_codes=matter.wrong_codes + 1),
    f.Proved: _proved,
    f.AddressChecked: lambda matter, _: replace(matter, address_checked=True),
    f.LookedUp: _looked_up,
    f.LetterPrinted: lambda matter, _: replace(matter, letter_printed=matter.letter_out),
    f.LetterPosted: lambda matter, fact: replace(matter, posted_on=fact.on),
    f.CollectingBegan: _collecting_began,
    f.RegisterCollected: receipts.collected,
    f.RegisterSilent: receipts.fell_silent,
    f.RegisterBlocked: lambda matter, fact: replace(
        matter, blocks={**matter.blocks, fact.register_name: fact.outcome}
    ),
    f.Planned: planned,
    f.Included: included,
    f.HoldsAsked: lambda matter, fact: with_case(matter, fact.case, holds=fact.holds),
    f.ActBegan: _act_began,
    f.RegisterActed: _acted,
    f.RegisterVerified: _verified,
    f.Corrected: lambda matter, fact: replace(matter, corrects_contact=fact.contact),
    f.Redacted: lambda matter, fact: replace(
        matter, redacted={**matter.redacted, **dict.fromkeys(fact.numbers, fact.ground or "")}
    ),
    f.RecipientTold: _told,
    f.RecipientUnknown: lambda matter, fact: with_case(
        matter, fact.case, told=matter.case(fact.case).told - {fact.recipient}
    ),
    f.RecipientDone: _done,
    f.PassedOn: lambda matter, fact: replace(
        matter, passed={**matter.passed, fact.step: fact.times}
    ),
    f.Extended: lambda matter, fact: replace(matter, extended=fact.reason),
    f.ExtensionSent: lambda matter, fact: replace(matter, extension_sent=fact.on),
    f.Breached: lambda matter, _: replace(matter, breached=True),
    f.Incident: lambda matter, fact: replace(matter, incident_at=matter.incident_at or fact.at),
    f.Frozen: lambda matter, fact: replace(matter, frozen=not fact.thawed_by),
}
