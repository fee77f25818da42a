"""What the registers said about a proved address, weighed: the usual road, or a human.

The findings, the first that is true wins (`assess`):

protected        a record that was met has a protected identity, whoever writes: nothing goes to any
                 address on file before a human decides (P05)
nothing          no record holds the address and no name or number reached another; "inga
                 uppgifter" may be said of the proved address (P11, Art. 15(1))
elsewhere        none holds it, but what the mail names reached somebody: not the writer's by
                 this proof (P01). Staff are told; the writer hears what every unknown hears,
                 or naming a neighbour would show whether he is a customer (P11)
shared           more than one person behind the address, in one register or by different
                 names in two; it proves none of them (P01)
ordinary         at level 1 the proved address is enough for the record that holds it
mail_only        all data hang on the address alone: its code is all that can be asked (P10)
sensitive        personnummer or credit data would be shown: level 3
contact_fresh    contact data changed in the last 90 days: level 3
contact_unknown  nobody knows when: a clerk confirms, else level 3 (P02)
other_records    beside hers stand records with her name or number and another address: the
                 thief's account, the father and the son (P01): level 3 where a copy or an erasure
                 is asked, and staff say which of them are hers
no_postal        no letter can be sent, so no second channel by post
several_postal   two postal addresses: which one is hers? (P05)
ordinary         none of these: the code by letter to the one address on file (level 2)
"""

from collections.abc import Sequence
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from bot.core.events import Finding


class BlockOutcome(StrEnum):
    """What a register did when told to stop marketing to an address (Art. 21(3)).

    The address stands on the register's own block list after each of them.
    """

    FOUND = "found"
    """One person holds it: every channel of hers is off."""
    NOWHERE = "nowhere"
    """Nobody holds it (P14: blocked anyway)."""
    SHARED = "shared"
    """Several persons hold it: e-mail is off, the other channels wait for a human (P01)."""
    PROTECTED = "protected"
    """Somebody with a protected identity holds it: blocked as above, and nobody is told (P05)."""


class Sighting(BaseModel):
    """What one register said about a proved address. No personal data: counts and keyed hashes.

    `holding` counts the records that hold the address, `others` those that only a name or a
    number reached. `people` are keyed hashes of the names on the holding records, `postal` of
    their postal addresses; both sorted, without repeats. `sensitive`: a holding record has a
    personnummer or credit data. `contact_fresh`: the contact data of a holding record changed
    within 90 days; `contact_unknown`: nobody knows when. `mail_only`: all that the holding records
    have hangs on the mail address alone. `categories` are the kinds of data that they hold, `holds`
    closed words for what is still running (P07). `protected`: one of all these records, holding or
    not, is that of somebody with a protected identity (P05). `by_people`: only people can look in
    that register, so it may hold something whatever stands here.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    register_name: str
    holding: int = Field(default=0, ge=0)
    shared: bool = False
    others: int = Field(default=0, ge=0)
    sensitive: bool = False
    postal: tuple[str, ...] = ()
    contact_fresh: bool = False
    contact_unknown: bool = False
    mail_only: bool = False
    people: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()
    protected: bool = False
    by_people: bool = False


def assess(sightings: Sequence[Sighting], level: int, *, discloses: bool) -> Finding:
    """Weigh the sightings of all registers for a right of a level (law document, section 3).

    `discloses`: the answer shows data, not only acts on them. See the table above.
    Raises ValueError when no register was asked: silence is no answer (P11, L36).
    """
    if not sightings:
        raise ValueError("no register was asked, so nothing is known; ask every register first")
    if any(sighting.protected for sighting in sightings):
        return Finding.PROTECTED
    others = any(sighting.others for sighting in sightings)
    held = [sighting for sighting in sightings if sighting.holding]
    if not held:
        return Finding.ELSEWHERE if others else Finding.NOTHING
    people = {name for sighting in held for name in sighting.people}
    postal = {line for sighting in held for line in sighting.postal}
    table = (
        (any(sighting.shared for sighting in held) or len(people) > 1, Finding.SHARED),
        (level <= 1, Finding.ORDINARY),
        (discloses and any(sighting.sensitive for sighting in held), Finding.SENSITIVE),
        (any(sighting.contact_fresh for sighting in held), Finding.CONTACT_FRESH),
        (others, Finding.OTHER_RECORDS),
        (all(sighting.mail_only for sighting in held), Finding.MAIL_ONLY),
        (any(sighting.contact_unknown for sighting in held), Finding.CONTACT_UNKNOWN),
        (not postal, Finding.NO_POSTAL),
        (len(postal) > 1, Finding.SEVERAL_POSTAL),
        (True, Finding.ORDINARY),
    )
    return next(found for true, found in table if true)
