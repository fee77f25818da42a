"""Which meanings, said together in one sentence, exercise which right. No language is named here.

A rule counts `weight` when all its `needs` stand in one sentence within `near` words; 1.0 is a
sentence that no human would hesitate over, from 0.5 on somebody should look. A `soft` cue in the
same sentence (an order, an invoice) takes the certainty away; an `unless` cue beside it, the rule.
"""

from typing import Final, NamedTuple

from bot.classify.cues import Cue
from bot.core.vocabulary import Concern, Right, Topic


class Rule(NamedTuple):
    """One line of the table below.

    `unless`: none of these stands beside it; `soft`: one of these in the sentence halves its
    weight; `anywhere`: one of these must stand somewhere in the mail; `absent`: none of these
    stands in the sentence; `nowhere`: none of these stands in the mail; `between`: none between
    the needs; `ordered`: the first need comes first; `alone`: the writer exercises no right of
    their own, and none is read beside it but the marketing stop; `beside`: it counts only where
    another right is found. `concern`: why this is for people; `topic`: what is asked about.
    """

    right: Right
    weight: float
    needs: tuple[Cue, ...]
    near: int = 12
    unless: tuple[Cue, ...] = ()
    soft: tuple[Cue, ...] = ()
    anywhere: tuple[Cue, ...] = ()
    absent: tuple[Cue, ...] = ()
    nowhere: tuple[Cue, ...] = ()
    between: tuple[Cue, ...] = ()
    ordered: bool = False
    alone: bool = False
    beside: bool = False
    concern: Concern | None = None
    topic: Topic | None = None


C = Cue
_BOUGHT: Final = (C.GOODS,)
_BUSINESS: Final = (C.GOODS, C.ERRAND)
_HIDING: Final = (C.SECRECY,)
_IN_HIDING: Final = (C.SECRECY, C.SEPARATED, C.PROTECTED)
_MAILINGS: Final = (C.ADS, C.DIRECT_ADS)
_GIVING: Final = (C.GIVE, C.TELL)
_ANOTHER: Final = (C.ERASE, C.CORRECT, C.RESTRICT, C.STOP, C.NOT, C.DAMAGES)
LAW_NAMED: Final = (C.LAW,)
PRIVATE: Final = (C.LAW, C.PERSONAL_DATA, C.ACCESS, C.MY_DATA, C.THIRD_PARTY, C.FORGET)

_ACCESS: Final = (
    Rule(Right.ACCESS, 1.0, (C.ACCESS, C.ASK), 14, (C.NO_REGISTER,)),
    Rule(Right.ACCESS, 1.0, (C.ACCESS, C.GIVE), 14, (C.NO_REGISTER,)),
    Rule(Right.ACCESS, 0.7, (C.ACCESS,), 14, (C.NO_REGISTER,)),
    Rule(Right.ACCESS, 1.0, (C.WHAT, C.HOLD, C.ABOUT_ME), 14, ordered=True),
    Rule(Right.ACCESS, 1.0, (C.ABOUT_ME, C.REGISTER, C.ASKED), 12),
    Rule(Right.ACCESS, 0.8, (C.WHAT, C.HOLD, C.MY_DATA), 10, (C.RECEIVED,), ordered=True),
    Rule(
        Right.ACCESS,
        1.0,
        (C.GIVE, C.MY_DATA),
        9,
        (C.ERASED, C.WRONG, C.WHO_SEES, C.SECRECY),
        absent=(C.FORMAT,),
        between=(*_ANOTHER, C.TAKE_ALONG),
        ordered=True,
    ),
    Rule(
        Right.ACCESS,
        0.6,
        (C.GIVE, C.MY_DATA),
        9,
        (C.ERASED, C.WRONG, C.WHO_SEES, C.SECRECY),
        absent=(C.FORMAT,),
        between=_ANOTHER,
    ),
    Rule(
        Right.ACCESS,
        0.8,
        (C.GIVE, C.PERSONAL_DATA, C.ASK),
        10,
        (C.ERASED,),
        absent=(C.ERASE, C.FORMAT),
    ),
    Rule(Right.ACCESS, 1.0, (C.KEEP_HOW_LONG, C.MY_DATA), 8),
    Rule(Right.ACCESS, 1.0, (C.WHO_GOT, C.MY_DATA), 8),
    Rule(Right.ACCESS, 1.0, (C.ART_15, C.ASK), 25, anywhere=LAW_NAMED),
    Rule(Right.ACCESS, 1.0, (C.ART_15, C.GIVE), 25, anywhere=LAW_NAMED),
    Rule(Right.ACCESS, 0.7, (C.ART_15,), anywhere=LAW_NAMED),
)
_ERASURE: Final = (
    Rule(Right.ERASURE, 1.0, (C.ERASE, C.MY_DATA), 9, (), _BOUGHT, between=_GIVING),
    Rule(Right.ERASURE, 1.0, (C.ERASE, C.MY_ACCOUNT), 8, ()),
    Rule(Right.ERASURE, 1.0, (C.ERASE, C.MY_FIELD), 6, (C.LIST, C.ADS), _BOUGHT),
    Rule(Right.ERASURE, 1.0, (C.ERASE, C.ME, C.REGISTER), 12, (), _BOUGHT),
    Rule(Right.ERASURE, 1.0, (C.ERASE, C.PERSONAL_DATA, C.ASK), 12),
    Rule(Right.ERASURE, 0.7, (C.ERASE, C.PERSONAL_DATA), 8),
    Rule(Right.ERASURE, 1.0, (C.STOP, C.STAY, C.REGISTER), 9, (), _BOUGHT),
    Rule(
        Right.ERASURE,
        0.6,
        (C.ERASE, C.THEM),
        2,
        (),
        _BUSINESS,
        (C.MY_DATA, C.MY_FIELD, C.MY_ACCOUNT),
    ),
    Rule(Right.ERASURE, 0.6, (C.ERASE, C.ME), 3, (C.LIST, C.ADS), _BUSINESS),
    Rule(Right.ERASURE, 1.0, (C.FORGET, C.ASK), 14),
    Rule(Right.ERASURE, 0.8, (C.FORGET,)),
    Rule(Right.ERASURE, 0.7, (C.CLOSE, C.MY_ACCOUNT), 6, ()),
    Rule(Right.ERASURE, 1.0, (C.ART_17, C.ASK), 25, anywhere=LAW_NAMED),
    Rule(Right.ERASURE, 1.0, (C.ART_17, C.ERASE), 25, anywhere=LAW_NAMED),
    Rule(Right.ERASURE, 0.6, (C.ART_17,), anywhere=LAW_NAMED),
)
_MARKETING: Final = (
    Rule(Right.OBJECTION_MARKETING, 1.0, (C.STOP, C.ADS), 8, (), _BUSINESS),
    Rule(
        Right.OBJECTION_MARKETING, 1.0, (C.STOP, C.MESSAGE, C.ME), 8, (), _BUSINESS, absent=_HIDING
    ),
    Rule(Right.OBJECTION_MARKETING, 0.8, (C.STOP, C.MESSAGE), 5, (), _BUSINESS, absent=_HIDING),
    Rule(Right.OBJECTION_MARKETING, 1.0, (C.STOP, C.THEM), 4, (), _BUSINESS, (C.ADS, C.LIST)),
    Rule(Right.OBJECTION_MARKETING, 0.8, (C.STOP, C.THEM), 4, (), _BUSINESS, (C.MESSAGE,)),
    Rule(Right.OBJECTION_MARKETING, 1.0, (C.STOP, C.STAY, C.LIST), 9, (), _BUSINESS),
    Rule(Right.OBJECTION_MARKETING, 1.0, (C.STOP_REACHING,), 9, (), _BUSINESS),
    Rule(Right.OBJECTION_MARKETING, 1.0, (C.UNSUBSCRIBE, C.ME), 6, (), _BUSINESS),
    Rule(Right.OBJECTION_MARKETING, 1.0, (C.UNSUBSCRIBE, C.ADS), 8, (), _BUSINESS),
    Rule(Right.OBJECTION_MARKETING, 1.0, (C.UNSUBSCRIBE, C.ASK), 6, absent=_BUSINESS),
    Rule(Right.OBJECTION_MARKETING, 1.0, (C.UNSUBSCRIBE, C.MY_FIELD), 6, (), _BUSINESS),
    Rule(Right.OBJECTION_MARKETING, 1.0, (C.ERASE, C.ME, C.LIST), 8, (), _BUSINESS),
    Rule(Right.OBJECTION_MARKETING, 1.0, (C.ERASE, C.FIELD, C.LIST), 10, (), _BUSINESS),
    Rule(Right.OBJECTION_MARKETING, 1.0, (C.ERASE, C.MY_FIELD, C.LIST), 10, (), _BUSINESS),
    Rule(Right.OBJECTION_MARKETING, 1.0, (C.ERASE, C.MY_FIELD, C.ADS), 10, (), _BUSINESS),
    Rule(Right.OBJECTION_MARKETING, 1.0, (C.ERASE, C.ME, C.ADS), 8, (), _BUSINESS),
    Rule(Right.OBJECTION_MARKETING, 0.8, (C.ERASE, C.FIELD, C.ADS), 8, (), _BUSINESS),
    Rule(Right.OBJECTION_MARKETING, 1.0, (C.OBJECT, C.DIRECT_ADS), 14),
    Rule(Right.OBJECTION_MARKETING, 1.0, (C.OBJECT, C.PROCESSING, C.ADS), 20),
    Rule(Right.OBJECTION_MARKETING, 0.8, (C.RESTRICT, C.ADS), 12),
    Rule(Right.OBJECTION_MARKETING, 1.0, (C.ART_21, C.ADS), 25, anywhere=LAW_NAMED),
)
_OBJECTION: Final = (
    Rule(Right.OBJECTION_LI, 1.0, (C.OBJECT, C.INTEREST), 20),
    Rule(Right.OBJECTION_LI, 1.0, (C.OBJECT, C.PROFILING), 14),
    Rule(
        Right.OBJECTION_LI,
        0.7,
        (C.OBJECT, C.MY_DATA),
        6,
        absent=(*_MAILINGS, C.ERASE, C.MESSAGE, C.KEEP),
    ),
    Rule(Right.OBJECTION_LI, 0.9, (C.OBJECT, C.PROCESSING), 8, absent=_MAILINGS),
    Rule(Right.OBJECTION_LI, 1.0, (C.OBJECT, C.PROCESSING, C.MY_DATA), 12, absent=_MAILINGS),
    Rule(Right.OBJECTION_LI, 1.0, (C.ART_21, C.OBJECT), 20, anywhere=LAW_NAMED, absent=_MAILINGS),
    Rule(Right.OBJECTION_LI, 0.6, (C.ART_21,), anywhere=LAW_NAMED, absent=_MAILINGS),
)
_OTHERS: Final = (
    Rule(Right.RECTIFICATION, 1.0, (C.CORRECT, C.MY_DATA), 9, (), _BOUGHT, between=_GIVING),
    Rule(Right.RECTIFICATION, 1.0, (C.CORRECT, C.MY_FIELD), 8, (), _BOUGHT),
    Rule(Right.RECTIFICATION, 0.9, (C.CORRECT, C.PERSONAL_DATA), 8, (), _BOUGHT),
    Rule(Right.RECTIFICATION, 1.0, (C.CORRECT, C.WRONG, C.FIELD), 14, (), _BOUGHT),
    Rule(Right.RECTIFICATION, 0.9, (C.WRONG, C.MY_FIELD), 7, (), _BOUGHT),
    Rule(Right.RECTIFICATION, 1.0, (C.WRONG, C.MY_FIELD), 7, (), _BOUGHT, (C.CORRECT, C.CHANGE)),
    Rule(Right.RECTIFICATION, 1.0, (C.WRONG, C.FIELD, C.ABOUT_ME), 8, (), _BOUGHT),
    Rule(Right.RECTIFICATION, 0.8, (C.WRONG, C.MY_DATA), 8, (C.OTHERS,), _BOUGHT),
    Rule(Right.RECTIFICATION, 0.95, (C.WRONG, C.FIELD, C.HOLD), 8, (), _BOUGHT, (C.CORRECT,)),
    Rule(Right.RECTIFICATION, 1.0, (C.WRONG, C.REGISTER), 8, (), _BOUGHT, (C.CORRECT,)),
    Rule(Right.RECTIFICATION, 0.8, (C.WRONG, C.FIELD, C.REGISTER), 10, (), _BOUGHT),
    Rule(Right.RECTIFICATION, 0.9, (C.MY_FIELD, C.SHOULD_BE), 8, (), _BOUGHT),
    Rule(Right.RECTIFICATION, 1.0, (C.MY_FIELD, C.SHOULD_BE), 8, (), _BOUGHT, (C.CORRECT,)),
    Rule(Right.RECTIFICATION, 0.9, (C.WRONG, C.FIELD, C.SHOULD_BE), 12, (), _BOUGHT),
    Rule(Right.RECTIFICATION, 0.7, (C.WRONG, C.FIELD), 3, (), _BUSINESS, (C.SHOULD_BE, C.CORRECT)),
    Rule(Right.RECTIFICATION, 0.6, (C.CHANGE, C.MY_DATA), 6, (), _BOUGHT),
    # a new address is an errand, except of somebody who may not be found
    Rule(Right.RECTIFICATION, 0.6, (C.CHANGE, C.MY_FIELD), 6, (), _BOUGHT, _IN_HIDING),
    Rule(Right.RECTIFICATION, 1.0, (C.ART_16, C.ASK), 25, anywhere=LAW_NAMED),
    Rule(Right.RECTIFICATION, 1.0, (C.ART_16, C.CORRECT), 25, anywhere=LAW_NAMED),
    Rule(Right.RESTRICTION, 1.0, (C.RESTRICT, C.MY_DATA), 8),
    Rule(Right.RESTRICTION, 1.0, (C.RESTRICT, C.PROCESSING), 6),
    Rule(Right.RESTRICTION, 1.0, (C.RESTRICT, C.PERSONAL_DATA), 8),
    Rule(Right.RESTRICTION, 1.0, (C.ART_18, C.ASK), 25, anywhere=LAW_NAMED),
    Rule(Right.RESTRICTION, 1.0, (C.ART_18, C.RESTRICT), 25, anywhere=LAW_NAMED),
    Rule(Right.PORTABILITY, 1.0, (C.PORTABILITY, C.ASK), 20),
    Rule(Right.PORTABILITY, 0.8, (C.PORTABILITY,)),
    Rule(Right.PORTABILITY, 1.0, (C.TRANSFER, C.MY_DATA), 8, (C.LAW,)),
    Rule(Right.PORTABILITY, 1.0, (C.MY_DATA, C.FORMAT), 16),
    Rule(Right.PORTABILITY, 1.0, (C.ART_20, C.ASK), 25, anywhere=LAW_NAMED),
    Rule(Right.PORTABILITY, 0.7, (C.ART_20,), anywhere=LAW_NAMED),
    Rule(Right.CONSENT_WITHDRAWAL, 1.0, (C.WITHDRAW, C.CONSENT), 9),
    Rule(
        Right.CONSENT_WITHDRAWAL, 1.0, (C.STOP, C.COOKIE), 8, absent=(C.HOW, C.WHY), nowhere=_BOUGHT
    ),
    Rule(
        Right.CONSENT_WITHDRAWAL,
        1.0,
        (C.OBJECT, C.COOKIE),
        8,
        absent=(C.HOW, C.WHY),
        nowhere=_BOUGHT,
    ),
    Rule(Right.COMPLAINT, 1.0, (C.COMPLAIN, C.AUTHORITY), 14, absent=(C.UNLESS,)),
    Rule(Right.COMPLAINT, 0.7, (C.COMPLAIN, C.AUTHORITY), 14),
    Rule(Right.COMPLAINT, 1.0, (C.COMPLAIN, C.AUTHORITY), 14, anywhere=(C.UNANSWERED,)),
    Rule(Right.COMPLAINT, 1.0, (C.COMPLAIN, C.ART_77), 14, absent=(C.UNLESS,)),
    Rule(Right.COMPLAINT, 1.0, (C.UNANSWERED, C.THREAT), 40, anywhere=LAW_NAMED),
    Rule(Right.COMPLAINT, 1.0, (C.LODGE, C.MY_DATA), 12, absent=(C.UNLESS,)),
    Rule(Right.COMPLAINT, 1.0, (C.LODGE, C.ANSWERED), 16, absent=(C.UNLESS,)),
    Rule(Right.COMPLAINT, 0.8, (C.COMPLAIN, C.MY_DATA), 12),
    Rule(Right.COMPLAINT, 0.8, (C.COMPLAIN, C.PERSONAL_DATA), 12),
    Rule(Right.COMPLAINT, 0.8, (C.COMPLAIN, C.LAW), 12, (C.UNLESS,)),
    Rule(Right.COMPLAINT, 0.9, (C.BREACH,), soft=_BUSINESS, anywhere=(*PRIVATE, C.AUTHORITY)),
)
RULES: Final = (*_ACCESS, *_ERASURE, *_MARKETING, *_OBJECTION, *_OTHERS)
