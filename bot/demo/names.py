"""What people are called in the demo's captions, by the address that a mail went to."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from bot.config import Settings
from bot.core.vocabulary import Audience, Mail
from bot.demo.cast import AUTHORITY, CAST, OUTSIDERS, PRETENDERS
from bot.demo.people import DESIGNED
from bot.demo.unusual import UNUSUAL
from bot.mail.templates import audience

_TO_STAFF: Final = {"action": "Boten frågar {}", "notice": "Boten säger till {}"}
_STRANGERS: Final = {
    **dict.fromkeys(PRETENDERS, "en främling"),
    AUTHORITY.address: "en myndighet",
}
_SAYS: Final = {
    Audience.REQUESTER: "Boten skriver till {}",
    Audience.DPO: "Boten säger till {}, dataskyddsombud",
    Audience.RECIPIENT: "Boten skriver till {}",
}


class Addressed(Protocol):
    """Whoever writes a mail."""

    @property
    def name(self) -> str:
        """As on an envelope."""
        ...

    @property
    def address(self) -> str:
        """The mail address."""
        ...


@dataclass(frozen=True)
class Known:
    """Somebody of staff, or a recipient, as a mail program shows them."""

    name: str
    address: str


class Names:
    """Who is behind an address: a customer, somebody of staff, the officer, or a recipient."""

    def __init__(self, settings: Settings) -> None:
        people: dict[str, str] = {}
        for one in (*DESIGNED, *CAST, *UNUSUAL, *OUTSIDERS):
            there = people.get(one.address.lower())
            people[one.address.lower()] = f"{there} och {one.name}" if there else one.name
        staff = {person.address.lower(): person.name for _, person in settings.staff()}
        recipients = {one.address.lower(): one.name for one in settings.recipients.values()}
        dpo = {settings.dpo.address.lower(): settings.dpo.name}
        self._names = people | PRETENDERS | recipients | staff | dpo
        self._recipients = frozenset(recipients)

    def of(self, address: str) -> str:
        """The name; the address itself where nobody is known by it."""
        return self._names.get(address.lower(), address)

    def side(self, address: str) -> tuple[Audience | None, str]:
        """Who writes from an address where the address does not say it, and what it is called."""
        if address.lower() in self._recipients:
            return Audience.RECIPIENT, ""
        return None, _STRANGERS.get(address, "")

    def person(self, address: str) -> Known:
        """Who writes from an address."""
        return Known(self.of(address), address)

    def caption(self, mail: Mail, to: Sequence[str]) -> str:
        """One sentence: what the house sends to whom."""
        people = listed([self.of(one) for one in to])
        if mail is Mail.TRANSCRIPT:
            return f"Kvitto till {people}"
        reader = audience(mail)
        if reader is Audience.STAFF:
            return _TO_STAFF[mail.value.split(".")[1]].format(people)
        return _SAYS[reader].format(people)


def listed(words: Sequence[str]) -> str:
    """«a, b och c»."""
    *most, last = dict.fromkeys(words)
    return f"{', '.join(most)} och {last}" if most else last
