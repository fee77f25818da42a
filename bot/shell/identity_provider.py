"""The door to electronic identification (BankID, Freja): what a provider is asked, and a fake one.

No provider is built in, and none is ever the only way: law document, section 3, level 3.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from bot.mail.lint import lint


class ProviderUnavailable(Exception):  # noqa: N818 - a state that passes, not a fault of ours
    """The provider did not answer; nothing has begun and nothing is known. Ask again later."""


class IdentityPending(Exception):  # noqa: N818 - somebody has not come yet, which is no fault
    """Nobody has identified yet, or cannot be heard now. Ask again later; it ends by itself."""


class Assurance(StrEnum):
    """How sure a provider is of who somebody is: Regulation (EU) 910/2014, Art. 8(2)."""

    LOW = "low"
    SUBSTANTIAL = "substantial"
    HIGH = "high"


@dataclass(frozen=True)
class Invitation:
    """What somebody does to identify, in plain words, one text a language, for a mail of ours.

    ValueError where a text is empty, holds a link (P28: our mails have none) or a personal number.
    """

    sv: str
    en: str

    def __post_init__(self) -> None:
        for text in (self.sv, self.en):
            for fault in _faults(text):
                raise ValueError(f"an invitation to identify cannot be sent: {fault}")


@dataclass(frozen=True)
class Pending:
    """Nobody has identified yet."""


@dataclass(frozen=True)
class Failed:
    """It was broken off, lapsed, or is unknown to the provider (any longer)."""


@dataclass(frozen=True)
class Identified:
    """Who identified: the provider's assurance, a personnummer of twelve digits, the name.

    Number and name stand in no text that the object makes of itself, so that no log can hold them.
    """

    assurance: Assurance
    personal_number: str = field(repr=False)
    name: str = field(repr=False)


Outcome = Pending | Failed | Identified


class IdentityProvider(Protocol):
    """One provider of electronic identification. Both gestures may be repeated.

    A reference is a keyed hash: it tells the provider nothing of whom or what it is about.
    """

    @property
    def name(self) -> str:
        """What people call it, such as BankID."""
        ...

    def begin(self, reference: str) -> Invitation:
        """Open one identification; the same reference again gives the same one.

        Raises ProviderUnavailable.
        """
        ...

    def result(self, reference: str) -> Outcome:
        """What has come of it; the same answer however often it is asked. ProviderUnavailable."""
        ...


class FakeIdentityProvider:
    """A provider for stories and the demo: people identify when somebody says that they do.

    `begun` are the references so far, in order. While `down` is true nothing is answered.
    """

    def __init__(self, name: str, invitation: Invitation) -> None:
        self._name = name
        self._invitation = invitation
        self._outcomes: dict[str, Outcome] = {}
        self.down = False

    @property
    def name(self) -> str:
        """What people call it."""
        return self._name

    @property
    def begun(self) -> tuple[str, ...]:
        """The references of all identifications that were opened, in order."""
        return tuple(self._outcomes)

    def begin(self, reference: str) -> Invitation:
        """Open one identification, in which nobody has identified yet."""
        self._answer_or_raise()
        self._outcomes.setdefault(reference, Pending())
        return self._invitation

    def result(self, reference: str) -> Outcome:
        """What `ends` has said of it."""
        self._answer_or_raise()
        return self._outcomes.get(reference, Failed())

    def ends(self, outcome: Outcome) -> None:
        """From now on this has come of the identification that was opened last."""
        if not self._outcomes:
            raise ValueError("no identification has been opened")
        self._outcomes[self.begun[-1]] = outcome

    def _answer_or_raise(self) -> None:
        if self.down:
            raise ProviderUnavailable(f"{self._name} does not answer")


def _faults(text: str) -> Iterator[str]:
    if not text.strip():
        yield "it says nothing"
    if "://" in text:
        yield "a link (P28)"
    yield from lint(text)
