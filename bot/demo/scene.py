"""One scene of the story: what its people write and do, and what the house sends because of it."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlmodel import col, select

from bot.core.vocabulary import Mail
from bot.deeds.premises import letter_name
from bot.demo.cast import PRETENDERS
from bot.demo.exhibits import Exhibit
from bot.demo.names import Addressed
from bot.demo.origins import Heard
from bot.demo.people import DemoPerson
from bot.demo.play import Play
from bot.demo.teller import Teller
from bot.mail.codes import candidates
from bot.shell.identity_provider import Outcome
from bot.shell.tables import Artefact

Script = Iterator[str]
"""A scene as it is played: each yield is the Swedish minute at which it goes on."""


@dataclass(frozen=True)
class Tale:
    """One scene before it is played: its title, what it shows in a sentence, and its script.

    `begins_with`: it is the scene of each matter that the house begins with such a mail.
    """

    title: str
    about: str
    script: Callable[["Scene"], Script]
    begins_with: Mail | None = None


class Scene:
    """What a script may do. Staff are found by the prompt that they got, customers by name."""

    def __init__(self, teller: Teller, tale: Tale) -> None:
        self.title = tale.title
        self.begins_with = tale.begins_with
        self.heard: list[Heard] = []
        self.passphrase = ""
        self._teller = teller
        self._script = tale.script(self)

    def go_on(self) -> str | None:
        """Act until the script waits again; the minute it waits for, None when it has ended."""
        return next(self._script, None)

    @property
    def play(self) -> Play:
        """The house that it is played in."""
        return self._teller.play

    @property
    def number(self) -> str:
        """The number of the scene's matter."""
        return next(one.number for one in self.heard if one.number)

    def writes(self, who: DemoPerson, box: str, subject: str, body: str) -> None:
        """A mail from outside that answers none."""
        raw = self.play.write(f"{who.name} <{who.address}>", box, subject, body)
        self._hang_up(f"{self._called(who)} skriver till {box}", raw, body, who.address)
        self._teller.settle(self, {box})

    def asks(self, who: DemoPerson, box: str, subject: str, body: str, *, proved: str) -> Script:
        """A mail from outside; at the Swedish minute `proved` she returns the code that came."""
        self.writes(who, box, subject, body)
        yield proved
        self.returns_code(who)

    def answers(self, who: DemoPerson, body: str) -> None:
        """A customer answers the last mail that came to her."""
        self._replies(who, self.last(who.address), body, f"{self._called(who)} svarar")

    def returns_code(self, who: DemoPerson, more: str = "") -> None:
        """The code of the last mail to her that holds one goes back, with more words below it."""
        coded = next(one for one in reversed(self._came_to(who.address)) if one.effect.code)
        text = f"KOD {candidates(coded.post.text)[0]}\n{more}"
        self._replies(who, coded, text, f"{who.name} skickar tillbaka koden")

    def staff(self, mail: Mail, says: str, *, who: str = "", register: str = "") -> None:
        """Somebody of staff answers the last prompt of a kind: the first who got it, or `who`.

        AssertionError where the house did not do what the answer says.
        """
        asked = [
            one
            for one in self.heard
            if one.kind is mail
            and register in one.effect.register
            and one.effect.to.startswith(f"staff:{who}")
        ]
        newest = (asked[-1].number, asked[-1].effect.step)
        last = next(one for one in asked if (one.number, one.effect.step) == newest)
        clerk = self._teller.names.person(last.post.to)
        self._replies(clerk, last, says, f"{clerk.name} svarar")
        told = [one for one in self._came_to(last.post.to) if one.kind is Mail.TRANSCRIPT]
        came_of_it = told[-1].effect.reason
        if came_of_it not in {"done", "status"}:
            raise AssertionError(f"«{says}» was not carried out in «{self.title}»: {came_of_it}")

    def forges(self, who: DemoPerson, mail: Mail, says: str) -> None:
        """Somebody else answers a prompt that one of staff got."""
        last = next(one for one in reversed(self.heard) if one.kind is mail)
        self._replies(who, last, says, f"{self._called(who)} svarar från en annan adress")

    def delivers(self, caption: str, raw: bytes, box: str) -> None:
        """Bytes that are hardly a mail arrive."""
        self.play.office.deliver(box, raw)
        self._hang_up(caption, raw, "")
        self._teller.settle(self, {box})

    def recipients(self, says: str = "KLART", silent: Collection[str] = ()) -> None:
        """Those who were told answer (Art. 19), but for the keys of the silent ones."""
        told = {one.post.to: one for one in self.heard if one.kind is Mail.CARRY_ON}
        speaking = [
            (self._teller.names.person(address), one)
            for address, one in told.items()
            if one.effect.to.removeprefix("recipient:") not in silent
        ]
        boxes = {self._lays(who, one, says, f"{who.name} svarar") for who, one in speaking}
        self._teller.settle(self, boxes)

    def letter(self, who: DemoPerson) -> str:
        """The letter in the print folder is hung up; the code that it holds."""
        works = self.play.works
        content = (works.settings.printing.folder / letter_name(self.number)).read_bytes()
        self.passphrase = works.premises.secret(self.number, "passphrase")
        caption = f"Brevet till {who.name}, som någon skriver ut och postar"
        self._teller.crier.person(self.play.clock.now(), caption, "")
        self._teller.show(
            Exhibit(self.play.clock.now(), self.title, caption, None, content, "brev.pdf")
        )
        return self._letter_code()

    def does(self, caption: str, deed: Callable[[Path], None] | None = None) -> None:
        """Somebody does something by hand, in a register or out in the world."""
        if deed is not None:
            deed(self.play.works.settings.folder / "registers")
        now = self.play.clock.now()
        self._teller.crier.person(now, caption, "")
        self._teller.show(Exhibit(now, self.title, caption, None, None, ""))

    def identifies(self, caption: str, outcome: Outcome) -> None:
        """Somebody identifies with the demo's provider."""
        self._teller.provider.ends(outcome)
        self.does(caption)

    def last(self, address: str) -> Heard:
        """The last mail that came to an address in this scene."""
        return self._came_to(address)[-1]

    def _came_to(self, address: str) -> list[Heard]:
        return [one for one in self.heard if one.post.to.lower() == address.lower()]

    def _called(self, who: DemoPerson) -> str:
        name = PRETENDERS.get(who.address, who.name)
        return name[:1].upper() + name[1:]

    def _replies(self, who: Addressed, mail: Heard, text: str, caption: str) -> None:
        self._teller.settle(self, {self._lays(who, mail, text, caption)})

    def _lays(self, who: Addressed, mail: Heard, text: str, caption: str) -> str:
        """A reply is laid into the box that the mail came from; that box."""
        box = mail.post.mail.sender or ""
        raw = self.play.reply(f"{who.name} <{who.address}>", mail.post, text, box)
        self._hang_up(caption, raw, text, who.address)
        return box

    def _hang_up(self, caption: str, raw: bytes, text: str, address: str = "") -> None:
        now = self.play.clock.now()
        self._teller.crier.person(now, caption, text)
        side, called = self._teller.names.side(address)
        self._teller.show(Exhibit(now, self.title, caption, raw, side=side, called=called))

    def _letter_code(self) -> str:
        """As whoever opens the envelope reads it off."""
        with self.play.works.premises.ledger() as ledger:
            held = select(Artefact).where(Artefact.matter == self.number)
            names = [row.name for row in ledger.session.exec(held.order_by(col(Artefact.id)))]
            printed = [name for name in names if name.startswith("code:print:")]
            return (ledger.vault.get(self.number, printed[-1]) or b"").decode() if printed else ""
