"""What happened to one case, kept beside it: what the law asks to have gone before a deed."""

from dataclasses import dataclass, replace

from conversations.houses import GIVEN_ON, doubts
from conversations.standing import stage_of

from bot.core import facts as f
from bot.core.effects import Decision, Effect
from bot.core.events import Event, Finding
from bot.core.matter import Matter
from bot.core.receipts import READING
from bot.core.vocabulary import Mail, Right

#: what people approved before one of these they did not approve after it
NEW_GROUND = frozenset({Event.LOOKED_UP, Event.COLLECTED, Event.PLANNED})
#: where a case stops, or begins again, nothing that was done before counts
STOPS = frozenset(
    {
        *(Event.NOT_ME, Event.TRIES_SPENT, Event.CONCERNED, Event.UNDELIVERABLE),
        *(Event.REGISTER_SILENT, Event.WITHDRAWN, Event.REOPENED, Event.CODE_LATE),
        *(Event.CODE_LAPSED, Event.LETTER_CODE_LAPSED, Event.CODE_RETURNED),
    }
)
DECISIONS = frozenset({Event.REFUSED, Event.LIFTED, Event.CORRECTED})
#: what is done to the data is told to whoever got them, Art. 19
TELLING = frozenset({Right.RECTIFICATION, Right.ERASURE, Right.RESTRICTION, Right.OBJECTION_LI})
ANNOUNCEMENTS = frozenset({Mail.ERASURE_COMING, Mail.CONTACT_CHANGING})
NOT_KNOWN = 9


@dataclass(frozen=True, slots=True)
class Past:
    """`need`: the level that the law asks for what was found.

    `approvers` approved what stands now; `decided` is the named human who refused, corrected or
    lifted; `told` and `waited`: the addresses on file were told, and the days of grace are over.
    `contact`: a way to reach her is corrected. `owed`: a recipient got the data and was not told;
    `unheard`: it was told, and has not said KLART since. `read`: the snapshots there are were
    approved. `taken_back`: she was told that her request is.
    """

    need: int = NOT_KNOWN
    approvers: frozenset[str] = frozenset()
    decided: str = ""
    told: bool = False
    waited: bool = False
    contact: bool | None = None
    owed: bool = False
    unheard: bool = False
    read: bool = False
    taken_back: bool = False


NO_PAST = Past()


def later(
    before: Matter, pasts: tuple[Past, ...], decision: Decision, after: Matter
) -> tuple[Past, ...]:
    """The pasts of all cases after a decision."""
    now = [*pasts, *(NO_PAST for _ in range(len(after.cases) - len(pasts)))]
    person = next((one.person for one in decision.facts if isinstance(one, f.Commanded)), "")
    for fact in decision.facts:
        if isinstance(fact, f.CollectingBegan):
            now = [replace(one, read=False) for one in now]
        elif isinstance(fact, f.CaseMoved):
            now[fact.case - 1] = _moved(now[fact.case - 1], fact, person, (before, after))
        elif isinstance(fact, f.Corrected):
            now[fact.case - 1] = replace(now[fact.case - 1], contact=fact.contact)
        elif isinstance(fact, f.RecipientTold):
            now[fact.case - 1] = replace(now[fact.case - 1], owed=False, unheard=True)
        elif isinstance(fact, f.RecipientDone):
            now[fact.case - 1] = replace(now[fact.case - 1], unheard=False)
    for effect in decision.effects:
        if effect.case:
            now[effect.case - 1] = _ordered(now[effect.case - 1], effect)
    return tuple(now)


def _moved(past: Past, fact: f.CaseMoved, person: str, around: tuple[Matter, Matter]) -> Past:
    before, after = around
    case = after.case(fact.case)
    if fact.event in STOPS or stage_of(case).needs_code:
        return NO_PAST
    known = fact.case <= len(before.cases)
    asked = before.case(fact.case).asked if known else None
    if fact.event in NEW_GROUND or (fact.event is Event.REDO and asked is not Mail.BY_HAND):
        past = replace(past, approvers=frozenset(), told=False, waited=False)
    if fact.event is Event.LOOKED_UP:
        return _searched(past, after, case.right)
    if fact.event is Event.APPROVED and asked is Mail.IDENTIFY:
        # a clerk knows that the address has stood for more than 90 days (P02)
        return replace(past, need=min(past.need, 2))
    if fact.event is Event.APPROVED:
        read = asked is Mail.APPROVE and case.right in READING
        return replace(past, approvers=past.approvers | {person}, read=read)
    if fact.event in DECISIONS:
        return replace(past, decided=person, told=False, waited=False)
    return replace(past, waited=past.told) if fact.event is Event.GRACE_OVER else past


def _searched(past: Past, matter: Matter, right: Right | None) -> Past:
    found = {one for sighting in matter.sightings for one in doubts(sighting)}
    if past.contact:
        found.add(Finding.CONTACT_DATA)
    held = {category for sighting in matter.sightings for category in sighting.categories}
    owed = right in TELLING and GIVEN_ON in held
    return replace(past, need=level_needed(right, found), owed=owed)


def level_needed(right: Right | None, found: set[Finding]) -> int:
    """The law document, section 3, read once more and apart from the core."""
    if right in {Right.RESTRICTION, Right.OBJECTION_LI, Right.CONSENT_WITHDRAWAL}:
        return 1
    if right is Right.RECTIFICATION and Finding.CONTACT_DATA not in found:
        return 1
    if right in READING and Finding.SENSITIVE in found:
        return 3
    if found & {Finding.CONTACT_FRESH, Finding.CONTACT_UNKNOWN}:
        return 3
    return 1 if Finding.MAIL_ONLY in found else 2


def _ordered(past: Past, effect: Effect) -> Past:
    if effect.mail in ANNOUNCEMENTS:
        return replace(past, told=True)
    return replace(past, taken_back=True) if effect.mail is Mail.WITHDRAWN else past
