"""The codes that she has been sent, and what becomes of one that comes back."""

from dataclasses import dataclass, field
from datetime import datetime

from conversations.moves import Move
from conversations.town import Town

from bot.core import facts as f
from bot.core.decide import Happening
from bot.core.events import Event
from bot.core.facts import Fact
from bot.core.orders import LETTER_CODE_LIVES, MAIL_CODE_LIVES

MOST_GUESSES = 5
LETTER = "letter"


@dataclass
class Code:
    """One code, by the label it went to; of a letter `lapses` is None until it is posted."""

    label: str
    lapses: datetime | None
    printed: bool = False
    void: bool = False
    used: bool = False

    @property
    def is_letter(self) -> bool:
        """Whether it came on paper."""
        return self.label == LETTER


@dataclass
class Purse:
    """Every code of the matter, read off its facts as they come."""

    town: Town
    _codes: list[Code] = field(default_factory=list)
    _read: int = 0

    @property
    def codes(self) -> list[Code]:
        """Those that she can have seen, whether or not they count."""
        for at, fact in self.town.facts[self._read :]:
            self._learn(at, fact)
        self._read = len(self.town.facts)
        return [code for code in self._codes if code.printed]

    def _learn(self, at: datetime, fact: Fact) -> None:
        letters = [code for code in self._codes if code.is_letter]
        match fact:
            case f.CodeIssued(channel="mail"):
                self._codes.append(Code(fact.to, at + MAIL_CODE_LIVES, printed=True))
            case f.CodeIssued():
                self._codes.append(Code(LETTER, None))
            case f.LetterPrinted():
                for code in letters[-1:]:
                    code.printed = True
            case f.LetterPosted():
                for code in letters[-1:]:
                    code.lapses = code.lapses or at + LETTER_CODE_LIVES
            case f.CodesVoided():
                for code in self._codes:
                    channel = LETTER if code.is_letter else "mail"
                    code.void = code.void or fact.channel in {"", channel}
            case _:
                pass

    def give_back(self, choice: int) -> None:
        """She sends a code; which one is chance."""
        code = self.codes[choice % len(self.codes)]
        matter = self.town.matter
        known = {"", code.label}
        other = matter.proved == "" if code.is_letter else matter.proved not in known
        lapsed = code.lapses is not None and self.town.now >= code.lapses
        if not (code.void or code.used or lapsed or other):
            code.used = True
            self._proves(code)
        elif not (code.used or other):
            self.town.try_event(Event.CODE_LATE)
        else:
            self.town.know(f.Noted(event=Event.CODE_RETURNED))

    def _proves(self, code: Code) -> None:
        matter = self.town.matter
        on = self.town.now.date()
        if code.is_letter:
            level = 3 if matter.address_checked else 2
            proof = f.Proved(level=level, address=matter.proved, on=on)
            self.town.happen(Move(Happening(Event.LETTER_CODE_RETURNED, (proof,)), LETTER))
        else:
            proof = f.Proved(level=1, address=code.label, on=on)
            self.town.happen(Move(Happening(Event.CODE_RETURNED, (proof,)), code.label))

    def guess(self) -> None:
        """A code that opens nothing."""
        self.town.know(f.WrongCode())
        if self.town.matter.wrong_codes >= MOST_GUESSES:
            self.town.try_event(Event.TRIES_SPENT)
