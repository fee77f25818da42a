"""What a walk or a conversation starts from: the house, the mail, what the registers hold."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.core import facts as f
from bot.core.events import Finding
from bot.core.house import Colleague, House
from bot.core.identity import Sighting
from bot.core.vocabulary import Concern, Language, Right, Role, Topic
from workflows import ALL, WHOLE

#: a Thursday, 10:00 in Sweden
NOW = datetime(2026, 3, 5, 9, tzinfo=UTC)
#: a reminder shows that she wrote so much earlier, and the month is over
EARLIER = timedelta(days=40)

_BOTH = frozenset({Role.HANDLER, Role.DECIDER})
_ONE = frozenset({Role.HANDLER})
ANNA = Colleague("anna", "gavle", _BOTH)
BO = Colleague("bo", "gavle", _ONE)
EVA = Colleague("eva", "mora", _BOTH)
STAFF = (ANNA, BO, EVA)
#: one person at home, and one in another company
ALONE = (ANNA, EVA)

#: the one recipient, the category that it gets, and another category whose facts are complete
RECIPIENT = "moln"
GIVEN_ON = "purchases"
KEPT = "contact"


@dataclass(frozen=True)
class Setup:
    """A mail, the house it comes to, and how finely states are told apart while walking.

    `most_cases`: no more are opened. `classes`: what staff may say that a mail is. `seen`: what the
    registers may say, everything where empty. `clocked`: the matter's dates are walked in their
    order, an earlier mail joins, and a decider extends; `errands`: a person who does a register's
    work is told apart from the register. `coarse`: see `shapes`.
    """

    rights: tuple[Right, ...]
    house: House
    may_answer: bool = True
    concerns: tuple[Concern, ...] = ()
    topics: tuple[Topic, ...] = ()
    most_cases: int = 1
    classes: tuple[tuple[Right, ...], ...] = ()
    seen: tuple[str, ...] = ()
    clocked: bool = False
    errands: bool = False
    coarse: bool = False

    @property
    def opened(self) -> f.MatterOpened:
        """The fact that opens the matter."""
        return f.MatterOpened(
            number="2026-0001",
            company="gavle",
            mailbox="gavle",
            language=Language.SV,
            received_at=NOW,
            may_answer=self.may_answer,
            concerns=self.concerns,
            topics=self.topics,
            decided_before=("bo",),
        )


def a_house(
    *,
    registers: tuple[str, ...] = ("gavle",),
    staff: tuple[Colleague, ...] = STAFF,
    **how: bool,
) -> House:
    """A house with one register, one recipient, and all facts but those of credit."""
    return House(
        staff=staff,
        registers={name: name for name in registers},
        tables=ALL,
        whole=WHOLE,
        complete=frozenset({GIVEN_ON, KEPT}),
        recipients={"gavle": {GIVEN_ON: (RECIPIENT,)}},
        topics=frozenset({Topic.RETENTION}),
        **how,
    )


def _seen(**what: object) -> Sighting:
    base = {"holding": 1, "postal": ("p",), "people": ("x",), "categories": (GIVEN_ON,)}
    return Sighting(register_name="gavle", **{**base, **what})  # type: ignore[arg-type]


#: what the first register says; the others hold nothing. One of each class that the core tells
#: apart at any level, and one whose data went to no recipient
SEEN: Mapping[str, Sighting] = {
    "nothing": Sighting(register_name="gavle"),
    "elsewhere": Sighting(register_name="gavle", others=1),
    "shared": _seen(holding=2, shared=True),
    "ordinary": _seen(),
    "given to nobody": _seen(categories=(KEPT,)),
    "sensitive": _seen(sensitive=True),
    "fresh": _seen(contact_fresh=True),
    "others": _seen(others=1),
    "sensitive, others": _seen(sensitive=True, others=1),
    "mail only": _seen(mail_only=True, postal=()),
    "sensitive, mail only": _seen(mail_only=True, sensitive=True, postal=()),
    "unknown age": _seen(contact_unknown=True),
    "sensitive, unknown age": _seen(contact_unknown=True, sensitive=True),
    "no postal": _seen(postal=()),
    "several postal": _seen(postal=("p", "q")),
    "sensitive, several postal": _seen(postal=("p", "q"), sensitive=True),
}
#: one for each way that a table of some right goes on from a search
WAYS_ON = (
    *("nothing", "shared", "ordinary", "sensitive", "fresh"),
    *("mail only", "sensitive, mail only", "unknown age"),
)


def looked_up(name: str, home: House) -> f.LookedUp:
    """What all registers say together."""
    rest = [Sighting(register_name=one) for one in home.registers if one != "gavle"]
    return f.LookedUp(sightings=(SEEN[name], *rest))


def doubts(sighting: Sighting) -> frozenset[Finding]:
    """What of a sighting bears on the level that a right needs."""
    found = {
        Finding.SENSITIVE: sighting.sensitive,
        Finding.CONTACT_FRESH: sighting.contact_fresh,
        Finding.CONTACT_UNKNOWN: sighting.contact_unknown,
        Finding.MAIL_ONLY: sighting.mail_only,
    }
    return frozenset(finding for finding, true in found.items() if true)
