"""A staff command, weighed: what it makes happen where the case stands, or why nothing does."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from bot.core import candidates
from bot.core import facts as f
from bot.core.commands import Command, Misread, Verb, row_of
from bot.core.deadlines import receipt_day
from bot.core.decide import Happening, allows
from bot.core.events import Event, Finding
from bot.core.house import Colleague, House
from bot.core.law import may_extend, may_refuse
from bot.core.mandate import Lack, has_ground, lacks
from bot.core.matter import Matter
from bot.core.vocabulary import Refusal
from bot.handing_in import against, handed_in, words_for
from bot.mail.lint import lint
from bot.mail.papers import Paper
from bot.shell.tables import TokenRow

#: the event that each word is; STATUS and HJÄLP move nothing, and KOD is weighed as a code
EVENTS: Mapping[Verb, Event] = {
    Verb.APPROVE: Event.APPROVED,
    Verb.REDO: Event.REDO,
    Verb.REFUSE: Event.REFUSED,
    Verb.CLASSIFY: Event.CLASSIFIED,
    Verb.CORRECT: Event.CORRECTED,
    Verb.LIFT: Event.LIFTED,
    Verb.MASK: Event.MASKED,
    Verb.LEAVE_OUT: Event.LEFT_OUT,
    Verb.INCLUDE: Event.INCLUDED,
    Verb.ID_SHOWN: Event.IDENTIFIED,
    Verb.CHECKED: Event.ADDRESS_CHECKED,
    Verb.DONE: Event.DONE,
    Verb.POSTED: Event.POSTED,
    Verb.MISSENT: Event.MISSENT,
}
#: what staff write after these is read by the customer
OWN_WORDS = frozenset({Verb.REFUSE, Verb.EXTEND, Verb.LEAVE_OUT})
REDACTING = frozenset({Event.MASKED, Event.LEFT_OUT})
READ_ONLY = frozenset({Verb.STATUS, Verb.HELP})
#: she telephones or comes in while we wait for her, when every question to staff is answered (P21)
AT_ANY_TIME = frozenset({Verb.CODE, Verb.ID_SHOWN, Verb.MISSENT})
#: no table says what follows
OUTSIDE = frozenset({Verb.EXTEND, Verb.MISSENT})
NOT_NOW = "not_now"


@dataclass(frozen=True)
class Outcome:
    """What became of a command: a closed word of the transcript, and the happening if one."""

    word: str
    verb: Verb | None = None
    happening: Happening | None = None


@dataclass(frozen=True)
class Desktop:
    """Where a command lands: the matter, its prompt, who says it, when (aware), its files."""

    matter: Matter
    prompt: TokenRow
    colleague: Colleague
    house: House
    now: datetime
    papers: tuple[Paper, ...] = ()

    @property
    def today(self) -> date:
        """The day in Sweden."""
        return receipt_day(self.now)

    @property
    def case(self) -> int:
        """The case that the prompt asks about now."""
        return self.matter.asked_at(self.prompt.step, self.prompt.case)


def weigh(desktop: Desktop, said: Command | Misread) -> Outcome:
    """What a command leads to: only what the table, the law and the mandate allow."""
    if isinstance(said, Misread):
        return Outcome(said.value)
    if said.verb in READ_ONLY:
        return Outcome(said.verb.value, said.verb)
    against = _against(desktop, said)
    if against:
        return Outcome(against, said.verb)
    if said.verb is Verb.CODE:
        return Outcome("code", said.verb)
    happening = _happening(desktop, said)
    if said.verb not in OUTSIDE and not _fits(desktop, happening):
        return Outcome(NOT_NOW, said.verb)
    return Outcome("done", said.verb, happening)


def fitting(matter: Matter, step: int, case: int, colleague: Colleague, house: House) -> list[Verb]:
    """The words that this person may answer a prompt with, where the case stands now."""
    if matter.closed or not case:
        return []
    if step in matter.errands:
        return list(words_for(matter.errands[step]))
    return list(_words(matter, matter.asked_at(step, case), colleague, house))


def _words(matter: Matter, case: int, colleague: Colleague, house: House) -> Iterator[Verb]:
    for verb, event in EVENTS.items():
        if row_of(verb).who not in colleague.roles:
            continue
        if lacks(matter, event, case, colleague.id, house):
            continue
        if verb is Verb.REFUSE and not has_ground(matter, case):
            continue
        if event in REDACTING and not matter.flags:
            continue
        if event is Event.INCLUDED and not candidates.numbered(matter):
            continue
        findings = (None, Finding.REQUEST, Finding.OTHER_DATA)
        probes = (Happening(event, case=case, finding=found) for found in findings)
        if any(allows(matter, probe, house, matter.received_at) for probe in probes):
            yield verb


def _against(desktop: Desktop, said: Command) -> str:
    """The first reason why nothing may happen, a closed word; empty when there is none."""
    matter, prompt = desktop.matter, desktop.prompt
    errand = matter.errands.get(prompt.step)
    by_hand = against(errand, said.verb, desktop.papers) if errand else ""
    asked = errand is not None or matter.case(desktop.case).step == prompt.step
    shows = said.verb in AT_ANY_TIME
    table = (
        # who said yes first hears why that is not enough, whichever of our mails is answered
        (_said_yes_first(desktop, said), Lack.NEEDS_OTHER_PERSON.value),
        (prompt.consumed_at is not None and not shows, "already_answered"),
        (row_of(said.verb).who not in desktop.colleague.roles, "needs_decider"),
        (matter.closed and said.verb is not Verb.MISSENT, "closed"),
        (not (asked or shows), NOT_NOW),
        (bool(by_hand) and said.verb is not Verb.MISSENT, by_hand),
    )
    found = next((word for true, word in table if true), "")
    return found or ("" if errand else _against_word(desktop, said))


def _said_yes_first(desktop: Desktop, said: Command) -> bool:
    event, person = EVENTS.get(said.verb), desktop.colleague.id
    if event is None:
        return False
    lack = lacks(desktop.matter, event, desktop.case, person, desktop.house)
    return lack is Lack.NEEDS_OTHER_PERSON


def _against_word(desktop: Desktop, said: Command) -> str:
    if said.verb in OWN_WORDS and lint(said.text):
        return "unsayable"
    if said.verb is Verb.EXTEND and said.extension is not None:
        dates = desktop.matter.due
        return may_extend(said.extension, said.text, desktop.today, dates).value
    if said.numbers and (wrong := candidates.against(desktop.matter, said.verb, said.numbers)):
        return wrong
    if said.ground is not None:
        return _against_refusal(desktop, said.verb, said.ground, said.text)
    event, person = EVENTS.get(said.verb), desktop.colleague.id
    if event is None:
        return ""
    return lacks(desktop.matter, event, desktop.case, person, desktop.house).value


def _against_refusal(desktop: Desktop, verb: Verb, ground: Refusal, reasons: str) -> str:
    """Of the whole, or of single rows: with reasons, on a ground of that right (Art. 12(4))."""
    case = desktop.matter.case(desktop.case)
    stage = desktop.house.tables[case.workflow].by_name[case.stage]
    if case.right is None:
        return NOT_NOW
    # whoever is unproved hears one and the same ground (P11)
    if verb is Verb.REFUSE and stage.unproved and ground is not Refusal.UNIDENTIFIED:
        return "before_level_1"
    return may_refuse(case.right, ground, desktop.matter.level, reasons).value


def _fits(desktop: Desktop, happening: Happening) -> bool:
    if desktop.prompt.step in desktop.matter.errands:
        return True
    return allows(desktop.matter, happening, desktop.house, desktop.now)


def _happening(desktop: Desktop, said: Command) -> Happening:
    prompt, case, person = desktop.prompt, desktop.case, desktop.colleague.id
    argument = _argument(said)
    if said.verb is Verb.EXTEND and said.extension is not None:
        extended = f.Extended(reason=said.extension, person=person)
        return Happening(Event.EXTENDED, (extended,), case, argument=argument, person=person)
    if said.verb is Verb.MISSENT:
        astray = f.Incident(at=desktop.now, by=person)
        return Happening(Event.MISSENT, (astray,), case, person=person)
    given = f.Commanded(
        case=case,
        step=prompt.step,
        word=said.verb.value,
        argument=argument,
        person=person,
    )
    errand = desktop.matter.errands.get(prompt.step)
    if errand is not None:
        return handed_in(errand, given, desktop.papers)
    finding = None
    if said.verb is Verb.CLASSIFY:
        finding = Finding.REQUEST if said.rights else Finding.NO_REQUEST
    return Happening(
        EVENTS[said.verb],
        facts=(given, *_facts(desktop, said)),
        # what is hers is hers in every case of the matter
        case=0 if said.verb is Verb.INCLUDE else case,
        finding=finding,
        rights=said.rights,
        argument=argument,
        person=person,
    )


def _argument(said: Command) -> str:
    if said.ground is not None:
        return said.ground.value
    if said.extension is not None:
        return said.extension.value
    return ",".join(said.rights)


def _facts(desktop: Desktop, said: Command) -> tuple[f.Fact, ...]:
    """What the word itself lets us know."""
    matter = desktop.matter
    match said.verb:
        case Verb.ID_SHOWN:
            proved = matter.proved or "requester"
            person = desktop.colleague.id
            return (f.Proved(level=3, address=proved, on=desktop.today, by=person),)
        case Verb.CHECKED:
            return (f.AddressChecked(),)
        case Verb.CORRECT:
            return (f.Corrected(case=desktop.case, contact=bool(said.contact)),)
        case Verb.MASK | Verb.LEAVE_OUT:
            numbers, ground = said.numbers, said.ground
            return (f.Redacted(case=desktop.case, numbers=numbers, ground=ground),)
        case Verb.INCLUDE:
            return (f.Included(case=desktop.case, numbers=said.numbers),)
        case _:
            return ()
