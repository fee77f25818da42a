"""What may be hers besides what holds the proved address: numbered, and hers by staff's word alone.

P01: "Records reached by personnummer, kundnummer or name but with other contact data need level 3."
What they are lies sealed; the matter knows their numbers, which stay the same between two previews.
"""

from collections.abc import Collection, Mapping

from bot.core import facts as f
from bot.core.changed import replace, with_case
from bot.core.command_table import Verb
from bot.core.matter import Case, Matter

#: what has contact data of its own is hers by an identity document, or a letter to where she lives
STRONG_LEVEL = 3


def numbered(matter: Matter) -> Mapping[int, bool]:
    """Every candidate of the copy and of the plans, and whether it needs level 3."""
    found: dict[int, bool] = {}
    told: tuple[f.RegisterCollected | Case, ...] = (*matter.snapshots.values(), *matter.cases)
    for one in told:
        found |= dict.fromkeys(one.candidates, False) | dict.fromkeys(one.strong, True)
    return found


def against(matter: Matter, verb: Verb, numbers: Collection[int]) -> str:
    """Why a word may not be said of these numbers, a closed word; empty when it may.

    Those of rows that may name others, or, for INCLUDE, those of candidates.
    """
    if verb is not Verb.INCLUDE:
        return "no_such_row" if max(numbers) > matter.flags else ""
    known = numbered(matter)
    if not known.keys() >= set(numbers):
        return "no_such_candidate"
    if matter.level < STRONG_LEVEL and any(known[one] for one in numbers):
        return "needs_level_3"
    return ""


def included(matter: Matter, fact: f.Included) -> Matter:
    """The matter, where staff said of some that they are hers."""
    return replace(matter, included=matter.included.union(fact.numbers))


def planned(matter: Matter, fact: f.Planned) -> Matter:
    """The matter with a plan; who said GODKÄNN before it has not approved it."""
    return with_case(
        matter,
        fact.case,
        holds=fact.holds,
        candidates=fact.candidates,
        strong=fact.strong,
        also=fact.also,
        approvers=(),
    )


def done_over(matter: Matter, case: int) -> Matter:
    """The matter, where staff said GÖR OM: nobody has approved, and nothing is included."""
    return replace(with_case(matter, case, approvers=()), included=frozenset())
