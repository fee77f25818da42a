"""The stretches that many stories share: proof, letter, registers, answer, recipients."""

from dataclasses import replace

from core.worlds import Story, house

from bot.core import facts as f
from bot.core.commands import Verb
from bot.core.effects import Effect, Kind
from bot.core.events import Event, Finding
from bot.core.house import House
from bot.core.identity import Sighting
from bot.core.vocabulary import Mail, Right

#: who gets which category of data from which company
RECIPIENTS = {
    "gavle": {"purchases": ("ekonomi", "moln"), "credit": ("upplysning",)},
    "mora": {"purchases": ("lager",)},
}


def home(**change: object) -> House:
    """A house with recipients, in which marketing alone rests on consent."""
    usual = {"recipients": RECIPIENTS, "other_consents": False}
    return replace(house(), **{**usual, **change})  # type: ignore[arg-type]


def asked(*rights: Right, at: House | None = None, **how: object) -> Story:
    """A mail that exercises these rights."""
    story = Story(at or home())
    story.begin(*rights, **how)
    return story


def held(story: Story, *categories: str, **seen: object) -> None:
    """Gävle holds one record with these categories, the others none."""
    rest = [Sighting(register_name=name) for name in list(story.home.registers)[1:]]
    usual = {"holding": 1, "postal": ("p",), "categories": categories}
    hers = Sighting(register_name="gavle", **{**usual, **seen})  # type: ignore[arg-type]
    story.happen(Event.LOOKED_UP, f.LookedUp(sightings=(hers, *rest)))


def proved(*rights: Right, at: House | None = None, **how: object) -> Story:
    """The code is back, and one person with purchases stands behind the address."""
    story = asked(*rights, at=at, **how)
    story.code_back()
    held(story, "purchases")
    return story


def by_letter(story: Story, case: int = 1) -> None:
    """The letter is printed, posted, and its code comes back."""
    story.happen(Event.LETTER_PRINTED, f.LetterPrinted())
    story.command(Event.POSTED, Verb.POSTED, case=case)
    story.letter_back()


def say(story: Story, event: Event, word: Verb, person: str = "anna", case: int = 1) -> None:
    """A member of staff answers a prompt."""
    story.command(event, word, person=person, case=case)


def approve(story: Story, person: str = "anna", case: int = 1) -> None:
    """A member of staff says GODKÄNN."""
    say(story, Event.APPROVED, Verb.APPROVE, person, case)


def refuse(story: Story, ground: str, case: int = 1, person: str = "anna") -> None:
    """A member of staff says AVSLÅ with a ground."""
    story.command(Event.REFUSED, Verb.REFUSE, case=case, person=person, argument=ground)


def correct(story: Story, *, contact: bool, case: int = 1) -> None:
    """Staff say what is to be put right."""
    fact = f.Corrected(case=case, contact=contact)
    step = story.matter.case(case).step
    said = f.Commanded(case=case, step=step, word=Verb.CORRECT.value, person="anna")
    story.happen(Event.CORRECTED, said, fact, case=case, person="anna")


def planned(story: Story, *holds: str, case: int = 1) -> None:
    """What is to be erased is laid out."""
    story.happen(Event.PLANNED, f.Planned(case=case, holds=holds), case=case)


def looked_once_more(story: Story, *holds: str, case: int = 1) -> None:
    """The grace is over, and it is asked once more what holds the erasure."""
    story.ring(story.dates(Event.GRACE_OVER)[-1])
    what_holds(story, *holds, case=case)


def what_holds(story: Story, *holds: str, case: int = 1) -> None:
    """Before the first act it is asked once more what must end first."""
    said, moves = f.HoldsAsked(case=case, holds=holds), story.matter.case(case).moves
    story.happen(Event.HOLDS_ASKED, said, case=case, ordinal=moves)


def acted(story: Story, *registers: str, case: int = 1, by: str = "") -> None:
    """These registers, or else all, have done what they were last told."""
    turn = story.matter.case(case).turn
    for name in registers or story.home.registers:
        fact = f.RegisterActed(case=case, turn=turn, register_name=name, by=by)
        story.happen(Event.ACTED, fact, case=case)


def verified(story: Story, residue: int = 0, case: int = 1) -> None:
    """Every register was asked again; the first still holds so much."""
    turn = story.matter.case(case).turn
    for name in story.home.registers:
        left = residue if name == "gavle" else 0
        fact = f.RegisterVerified(case=case, turn=turn, register_name=name, residue=left)
        story.happen(Event.VERIFIED, fact, case=case)


def accepted(story: Story, event: Event = Event.ANSWER_ACCEPTED, case: int = 0) -> None:
    """The customer's server took a mail of ours."""
    story.happen(event, case=case)


def rested(story: Story) -> None:
    """The answer was taken, and no bounce came."""
    accepted(story)
    story.ring(story.dates(Event.QUIET_OVER)[-1])


def klart(story: Story, *recipients: str, case: int = 1) -> None:
    """These recipients, or else all that were told, say KLART."""
    for name in recipients or sorted(story.matter.case(case).told):
        story.happen(Event.RECIPIENT_DONE, f.RecipientDone(case=case, recipient=name), case=case)


def to_plan(story: Story, case: int = 1) -> None:
    """An erasure whose letter code came back, with the plan before staff."""
    by_letter(story, case)
    planned(story, case=case)


def to_grace(story: Story, case: int = 1) -> None:
    """An erasure that two people approved."""
    to_plan(story, case)
    approve(story, "bo", case)
    approve(story, "anna", case)


def to_erased(story: Story, case: int = 1) -> None:
    """An erasure that was carried out and looked at again."""
    looked_once_more(story, case=case)
    acted(story, case=case)
    verified(story, case=case)


def sent(story: Story, mail: Mail) -> list[Effect]:
    """Every deed that carries this mail, prompts and notices among them."""
    return [effect for effect in story.effects.values() if effect.mail is mail]


def acts(story: Story) -> list[str]:
    """What the registers were told to do, in order, each act once."""
    told = [effect for effect in story.effects.values() if effect.kind is Kind.ACT]
    return [word for word, turn in dict.fromkeys((one.word, one.round) for one in told)]


def kinds(story: Story) -> set[Kind]:
    """Every kind of deed that was ordered."""
    return {effect.kind for effect in story.effects.values()}


def finds(story: Story, finding: Finding) -> None:
    """The code is back, and the registers together come to this."""
    story.code_back()
    story.looked_up(finding)
