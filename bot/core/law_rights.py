"""What each right rests on, what proof it needs, and what the bot may do without a human.

Nothing here is a setting. Levels are those of the law document, section 3: 0 no proof, 1 a code to
an address on file, 2 also a second channel, 3 an address checked in the population register, an
identity shown, or an e-identification.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from bot.core.vocabulary import Act, Right


@dataclass(frozen=True)
class Entitlement:
    """One right: its paragraph, the W3C DPV concept, the levels it needs, and who decides.

    `levels`: what suffices for the record that holds the proved address, the least first; a second
    one where contact or payment data are changed, the way to take an account over. From level 2 on
    contact data changed within 90 days raise it to 3, and data that hang on the mail address alone
    lower it to 1 (P10); where the answer `discloses`, personnummer and credit data raise it to 3
    (`core.identity` weighs what was found).

    `alone`: what the bot may do in the registers before any human. `approvers`: how many named
    humans must say yes before the last step; 0 where the bot may answer alone.
    """

    article: str
    dpv: str
    levels: tuple[int, ...]
    discloses: bool = False
    alone: frozenset[Act] = frozenset()
    approvers: int = 1


RIGHTS: Final[Mapping[Right, Entitlement]] = MappingProxyType(
    {
        Right.ACCESS: Entitlement("GDPR Art. 15", "eu-gdpr:A15", (2,), discloses=True),
        # Art. 18(1)(a): the contested datum is restricted while it is checked (L43)
        Right.RECTIFICATION: Entitlement(
            "GDPR Art. 16, 19", "eu-gdpr:A16", (1, 2), alone=frozenset({Act.RESTRICT})
        ),
        Right.ERASURE: Entitlement("GDPR Art. 17, 19", "eu-gdpr:A17", (2,), approvers=2),
        # reversible: the bot sets it provisionally, a human denies and lifts
        Right.RESTRICTION: Entitlement(
            "GDPR Art. 18, 19", "eu-gdpr:A18", (1,), alone=frozenset({Act.RESTRICT})
        ),
        Right.PORTABILITY: Entitlement("GDPR Art. 20", "eu-gdpr:A20", (2,), discloses=True),
        # Art. 21(3): "shall no longer be processed"; to ask for more breaches Art. 12(6)
        Right.OBJECTION_MARKETING: Entitlement(
            "GDPR Art. 21(2)-(4)", "eu-gdpr:A21", (0,), alone=frozenset({Act.STOP}), approvers=0
        ),
        Right.OBJECTION_LI: Entitlement(
            "GDPR Art. 21(1), 18(1)(d)", "eu-gdpr:A21", (1,), alone=frozenset({Act.RESTRICT})
        ),
        # the level beyond marketing, which asks for none; alone for marketing and cookies: what
        # would end a credit or a rental is a human's
        Right.CONSENT_WITHDRAWAL: Entitlement(
            "GDPR Art. 7(3), 17(1)(b)",
            "eu-gdpr:A7-3",
            (1,),
            alone=frozenset({Act.STOP}),
            approvers=0,
        ),
        Right.COMPLAINT: Entitlement("GDPR Art. 77", "eu-gdpr:A77", (0,)),
        Right.PRIVACY_QUESTION: Entitlement(
            "GDPR Art. 13(2)(a), 26(2)", "eu-gdpr:A13", (0,), approvers=0
        ),
        # no concept: a human finds out which right it is, and asks for the proof that it needs
        Right.HUMAN_ONLY: Entitlement("GDPR Art. 12(2)", "", (0,)),
    }
)
