"""On what the law lets a named human refuse or extend, and what is a human's alone.

Each row stands beside its paragraph; none is a setting. The `dpv` of a row is the concept of the
W3C Data Privacy Vocabulary, version 2.2, extension JUSTIFICATIONS
(https://w3id.org/dpv/justifications#), looked up there.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from bot.core.deadlines import Deadlines
from bot.core.reasons import has_substance, pleads_what_is_no_reason
from bot.core.vocabulary import Concern, Extension, Refusal, Right

__all__ = ["CONCERNS", "EXTENSIONS", "GROUNDS", "Bar", "Caution", "Ground", "Reason"]
__all__ += ["acknowledges", "grounds_for", "has_substance", "may_extend", "may_refuse"]


class Bar(StrEnum):
    """Why a refusal or an extension may not be sent; the empty word (false) when it may."""

    NONE = ""
    GROUND_NOT_FOR_RIGHT = "ground_not_for_right"
    BEFORE_LEVEL_1 = "before_level_1"
    REASONS_MISSING = "reasons_missing"
    NOT_A_REASON = "not_a_reason"
    TOO_LATE = "too_late"


@dataclass(frozen=True)
class Ground:
    """One ground: the rights it may be used against, its paragraph, and that paragraph's words.

    `needs_reasons`: the decider says in own words what it is here (Art. 12(4): "the reasons for
    not taking action"). `before_proof`: it may be used while no address is proved.
    """

    rights: tuple[Right, ...]
    article: str
    says: str
    dpv: str
    needs_reasons: bool = True
    before_proof: bool = False


@dataclass(frozen=True)
class Reason:
    """One reason for two further months, its paragraph, and that paragraph's words."""

    article: str
    says: str
    dpv: str


@dataclass(frozen=True)
class Caution:
    """Why a concern is a human's, and whether the writer may be sent the neutral acknowledgement.

    Each is handed over the same day. No code, letter or notice ever goes to the person named (P18).
    """

    source: str
    acknowledge: bool = True


# Art. 12(5) speaks of Articles 15 to 22. Art. 21(2) and (3) leave nothing to weigh ("shall no
# longer be processed"), and consent is withdrawn under Art. 7(3): neither can be unfounded.
_REQUESTS: Final = (
    Right.ACCESS,
    Right.RECTIFICATION,
    Right.ERASURE,
    Right.RESTRICTION,
    Right.PORTABILITY,
    Right.OBJECTION_LI,
    Right.HUMAN_ONLY,
)
_ABUSE: Final = (
    "Where requests from a data subject are manifestly unfounded or excessive, in particular "
    "because of their repetitive character, the controller may ... refuse to act on the request. "
    "The controller shall bear the burden of demonstrating"
)

GROUNDS: Final[Mapping[Refusal, Ground]] = MappingProxyType(
    {
        Refusal.UNFOUNDED: Ground(
            _REQUESTS, "GDPR Art. 12(5)(b)", _ABUSE, "justifications:ProcessUnfounded"
        ),
        Refusal.EXCESSIVE: Ground(
            _REQUESTS, "GDPR Art. 12(5)(b)", _ABUSE, "justifications:ProcessExcessive"
        ),
        # one text for everybody: reasons of one's own would tell who is a customer (P11)
        Refusal.UNIDENTIFIED: Ground(
            (*_REQUESTS, Right.CONSENT_WITHDRAWAL),
            "GDPR Art. 12(2)",
            "the controller shall not refuse to act on the request ... unless the controller "
            "demonstrates that it is not in a position to identify the data subject",
            "justifications:IdentityVerificationFailure",
            needs_reasons=False,
            before_proof=True,
        ),
        Refusal.OTHERS_RIGHTS: Ground(
            (Right.ACCESS, Right.PORTABILITY),
            "GDPR Art. 15(4), 20(4)",
            "shall not adversely affect the rights and freedoms of others",
            "justifications:ThirdPartyRightsImpaired",
        ),
        Refusal.SECRECY: Ground(
            (Right.ACCESS,),
            "lag (2018:218) 5 kap. 1 §",
            "Artiklarna 13-15 ... gäller inte sådana uppgifter som den personuppgiftsansvarige "
            "inte får lämna ut till den registrerade enligt lag eller annan författning",
            "justifications:ConfidentialityObligationCompromised",
        ),
        Refusal.DRAFT: Ground(
            (Right.ACCESS,),
            "lag (2018:218) 5 kap. 2 §",
            "personuppgifter i löpande text som inte har fått sin slutliga utformning när begäran "
            "gjordes eller som utgör minnesanteckning eller liknande",
            # DPV has no concept for drafts; this one is "a law allows the non-fulfilment"
            "justifications:LegallyExempted",
        ),
        Refusal.LEGAL_DUTY: Ground(
            (Right.ERASURE,),
            "GDPR Art. 17(3)(b)",
            "for compliance with a legal obligation which requires processing by Union or Member "
            "State law to which the controller is subject",
            "justifications:LegalObligationImpaired",
        ),
        Refusal.LEGAL_CLAIMS: Ground(
            (Right.ERASURE, Right.OBJECTION_LI),
            "GDPR Art. 17(3)(e), 21(1)",
            "for the establishment, exercise or defence of legal claims",
            "justifications:LegalClaimImpaired",
        ),
        Refusal.ACCURATE: Ground(
            (Right.RECTIFICATION,),
            "GDPR Art. 16",
            "the rectification of inaccurate personal data",
            # DPV has no concept for data that are right; this one is "isn't applicable"
            "justifications:NotRequiredJustification",
        ),
        Refusal.NO_GROUND: Ground(
            (Right.ERASURE, Right.RESTRICTION, Right.OBJECTION_LI),
            "GDPR Art. 17(1), 18(1), 21(1)",
            "where one of the following grounds applies",
            # DPV has no concept for a condition that is not met; this one is "isn't applicable"
            "justifications:NotRequiredJustification",
        ),
        Refusal.COMPELLING: Ground(
            (Right.OBJECTION_LI,),
            "GDPR Art. 21(1)",
            "unless the controller demonstrates compelling legitimate grounds for the processing "
            "which override the interests, rights and freedoms of the data subject",
            "justifications:LegitimateInterestOverride",
        ),
        Refusal.NOT_PORTABLE: Ground(
            (Right.PORTABILITY,),
            "GDPR Art. 20(1)",
            "the personal data concerning him or her, which he or she has provided to a "
            "controller ... based on consent ... or on a contract ... by automated means",
            # DPV has no concept for data outside the right; this one is "isn't applicable"
            "justifications:NotRequiredJustification",
        ),
    }
)

_LONGER: Final = (
    "That period may be extended by two further months where necessary, taking into account the "
    "complexity and number of the requests."
)
EXTENSIONS: Final[Mapping[Extension, Reason]] = MappingProxyType(
    {
        Extension.COMPLEX: Reason(
            "GDPR Art. 12(3); EDPB 01/2022, 162-164", _LONGER, "justifications:ComplexityOfProcess"
        ),
        Extension.NUMBER: Reason(
            "GDPR Art. 12(3); EDPB 01/2022, 162-164",
            _LONGER,
            "justifications:HighVolumeOfProcesses",
        ),
    }
)

CONCERNS: Final[Mapping[Concern, Caution]] = MappingProxyType(
    {
        # an automatic mail may tip the person off, or answer a case of which we know nothing
        Concern.AUTHORITY: Caution(
            "GDPR Art. 31; law document, section 1.9; P18", acknowledge=False
        ),
        Concern.AUTOMATED_DECISION: Caution("GDPR Art. 22(3)"),
        Concern.DAMAGES: Caution("GDPR Art. 82"),
        Concern.AGENT: Caution("EDPB 01/2022, 80-81; P18"),
        Concern.CHILD: Caution("GDPR Art. 8, 12(1); EDPB 01/2022, 84-86"),
        Concern.ESTATE: Caution("GDPR recital 27; EDPB 01/2022, 82; P18"),
        # whoever else reads that mailbox is whom she is protected from
        Concern.PROTECTED: Caution("folkbokföringslag (1991:481) 16 §; P05", acknowledge=False),
        Concern.THREAT: Caution("law document, section 1.0: anything hostile or legal-threat"),
        Concern.TRANSFER: Caution("GDPR Art. 20(2): 'where technically feasible'"),
        Concern.THIRD_PARTY: Caution("GDPR Art. 15(1): 'concerning him or her'; P18"),
    }
)


def grounds_for(right: Right) -> tuple[Refusal, ...]:
    """The grounds on which a right may be refused, in the order of the list; none for some."""
    return tuple(refusal for refusal, ground in GROUNDS.items() if right in ground.rights)


def may_refuse(right: Right, ground: Refusal, level: int, reasons: str) -> Bar:
    """Whether a decider may refuse a right on a ground: `Bar.NONE` (empty), or why not.

    `level` is the assurance reached, `reasons` what the decider wrote beside the ground.
    """
    row = GROUNDS[ground]
    if right not in row.rights:
        return Bar.GROUND_NOT_FOR_RIGHT
    # Art. 12(6): before an address is proved a refusal would tell a stranger who is a customer
    if level < 1 and not row.before_proof:
        return Bar.BEFORE_LEVEL_1
    if row.needs_reasons and not has_substance(reasons):
        return Bar.REASONS_MISSING
    return Bar.NONE


def may_extend(reason: Extension, words: str, today: date, deadlines: Deadlines) -> Bar:
    """Whether a decider may extend for a reason said in own words: `Bar.NONE`, or why not.

    `today` is a Swedish day. Art. 12(3): "shall inform the data subject of any such extension
    within one month of receipt of the request, together with the reasons for the delay".
    """
    del reason  # each of the closed list is permitted; the words say what it is here
    if today > deadlines.safe_due:
        return Bar.TOO_LATE
    if not has_substance(words):
        return Bar.REASONS_MISSING
    return Bar.NOT_A_REASON if pleads_what_is_no_reason(words) else Bar.NONE


def acknowledges(concern: Concern) -> bool:
    """Whether the writer of a mail with this concern may be sent the neutral acknowledgement."""
    return CONCERNS[concern].acknowledge
