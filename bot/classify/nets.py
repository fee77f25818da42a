"""What roundabout speech may mean: rules that mostly only ask a human to look.

They stand beside `rules.RULES` and are read in the same way. One of weight `A_LOOK` lifts nothing
and is lifted by nothing, so that it never makes a mail sure.
"""

from typing import Final

from bot.classify.cues import Cue
from bot.classify.rules import Rule
from bot.core.vocabulary import Right

A_LOOK: Final = 0.5

C = Cue
_BOUGHT: Final = (C.GOODS,)
_BUSINESS: Final = (C.GOODS, C.ERRAND)
_MAILINGS: Final = (C.ADS, C.LIST, C.MESSAGE)
_ASKING: Final = (C.ASKED, C.WONDER, C.WHY)

_ACCESS: Final = (
    Rule(Right.ACCESS, 0.6, (C.KEPT,), soft=_BUSINESS),
    Rule(Right.ACCESS, 1.0, (C.EXTRACT, C.LAW), 6, (C.NO_REGISTER,), _BUSINESS, (C.ASK,)),
    Rule(Right.ACCESS, 0.6, (C.EXTRACT, C.GIVE), 8, (C.NO_REGISTER,), _BUSINESS),
    Rule(Right.ACCESS, 0.6, (C.PEOPLE_DATA, C.GIVE), 12, (), _BUSINESS),
    Rule(Right.ACCESS, A_LOOK, (C.HOLD, C.ABOUT_ME), 9, absent=(*_BUSINESS, C.STOP, C.ERASE)),
    Rule(Right.ACCESS, A_LOOK, (C.ABOUT_ME, C.REGISTER), 8, absent=(*_BUSINESS, C.STOP, C.ERASE)),
    Rule(Right.ACCESS, A_LOOK, (C.PEOPLE_DATA,), soft=_BUSINESS, anywhere=(C.ASK, *_ASKING)),
)
_ERASURE: Final = (
    Rule(Right.ERASURE, 0.6, (C.GONE,), soft=_BUSINESS, absent=(C.LIST,)),
    Rule(Right.ERASURE, 1.0, (C.WIPE_ME,), 3, (C.LIST, C.ADS), _BUSINESS),
    Rule(Right.ERASURE, 1.0, (C.ERASE, C.ME, C.SYSTEM), 8, (C.LIST,), _BUSINESS),
    Rule(Right.ERASURE, 1.0, (C.STOP, C.KEEP, C.MY_DATA), 9, (), _BOUGHT),
    Rule(Right.ERASURE, 0.6, (C.NOT, C.KEEP, C.MY_DATA), 8, (), _BOUGHT),
    Rule(Right.ERASURE, 0.6, (C.ERASE, C.ABOUT_ME), 6, (C.LIST,), _BUSINESS),
    Rule(Right.ERASURE, 0.6, (C.STOP, C.STAY, C.AT_YOURS), 9, (), _BUSINESS, absent=(C.LIST,)),
    Rule(Right.ERASURE, A_LOOK, (C.ERASE, C.ALL), 3, absent=(*_BUSINESS, *_MAILINGS)),
)
_MARKETING: Final = (
    Rule(Right.OBJECTION_MARKETING, 0.6, (C.ENOUGH, C.ADS), 8, (), _BUSINESS),
    Rule(Right.OBJECTION_MARKETING, A_LOOK, (C.ENOUGH, C.MESSAGE), 6, (), _BUSINESS),
    Rule(Right.OBJECTION_MARKETING, 0.6, (C.WHY, C.ADS), 8, absent=(C.NOT, *_BUSINESS)),
    Rule(Right.OBJECTION_MARKETING, 0.6, (C.NEVER_ASKED, C.ADS), 12, (), _BUSINESS),
    Rule(Right.OBJECTION_MARKETING, 0.6, (C.NEVER_ASKED, C.MESSAGE), 12, (), _BUSINESS),
    Rule(Right.OBJECTION_MARKETING, A_LOOK, (C.STILL, C.ADS), 10, absent=(*_BUSINESS, C.NOT)),
    Rule(Right.OBJECTION_MARKETING, A_LOOK, (C.STILL, C.REACHING), 6, (), _BUSINESS),
    Rule(Right.OBJECTION_MARKETING, 0.6, (C.STOP, C.NO_MORE), 8, absent=_BUSINESS),
    Rule(Right.OBJECTION_MARKETING, 0.6, (C.LINK_FAILED,), 8, (), _BUSINESS),
    Rule(
        Right.OBJECTION_MARKETING,
        A_LOOK,
        (C.NO_MORE,),
        anywhere=(C.ADS, C.SUBSCRIBED),
        nowhere=_BUSINESS,
    ),
    Rule(
        Right.OBJECTION_MARKETING, A_LOOK, (C.NOT_INTERESTED,), anywhere=(C.ADS,), nowhere=_BUSINESS
    ),
    Rule(Right.OBJECTION_MARKETING, A_LOOK, (C.SUBSCRIBED,), anywhere=(C.NOT,), nowhere=_BUSINESS),
)
_OTHERS: Final = (
    Rule(
        Right.RECTIFICATION,
        0.6,
        (C.NAMED_OTHERWISE,),
        soft=_BUSINESS,
        anywhere=(C.CHANGE, C.CORRECT, C.REGISTER),
    ),
    Rule(Right.RECTIFICATION, 0.6, (C.MIXED_UP,), soft=_BUSINESS),
    Rule(Right.RECTIFICATION, 1.0, (C.MISSPELT, C.WRONG), 6, (), _BOUGHT),
    Rule(Right.RECTIFICATION, A_LOOK, (C.MISSPELT,), soft=_BUSINESS),
    Rule(Right.RESTRICTION, A_LOOK, (C.RESTRICT, C.FIELD), 8, (), _BUSINESS),
    Rule(Right.RECTIFICATION, 0.6, (C.WRONG, C.FIELD, C.ME), 6, (), _BUSINESS),
    Rule(Right.RECTIFICATION, 0.6, (C.WRONG, C.FIELD, C.AT_YOURS), 6, (), _BUSINESS),
    Rule(Right.RECTIFICATION, A_LOOK, (C.WRONG, C.FIELD, C.HOLD), 8, (), _BUSINESS),
    Rule(Right.OBJECTION_LI, 0.6, (C.STOP, C.PROFILING), 6, (), _BUSINESS, absent=_MAILINGS),
    Rule(Right.CONSENT_WITHDRAWAL, 0.6, (C.WITHDRAW, C.SAID_YES), 12, (), _BUSINESS),
    Rule(Right.CONSENT_WITHDRAWAL, 0.6, (C.NO_LONGER_AGREE, C.MY_DATA), 9),
    Rule(Right.COMPLAINT, A_LOOK, (C.COMPLAIN, C.HANDLE, C.MY_FIELD), 14),
    Rule(Right.COMPLAINT, A_LOOK, (C.COMPLAIN, C.PRIVACY), 14),
    Rule(Right.COMPLAINT, A_LOOK, (C.COMPLAIN, C.MY_DATA), 14),
    Rule(Right.COMPLAINT, A_LOOK, (C.OTHERS, C.MY_DATA), 10),
    Rule(Right.COMPLAINT, A_LOOK, (C.OTHERS, C.MY_FIELD), 10, (), _BUSINESS),
    Rule(Right.COMPLAINT, A_LOOK, (C.OTHERS, C.PERSONAL_DATA), 10),
    Rule(Right.COMPLAINT, A_LOOK, (C.OTHERS, C.PRIVATE_FIELD), 10),
    Rule(Right.COMPLAINT, A_LOOK, (C.BREACH, C.PRIVACY), 10),
    Rule(Right.COMPLAINT, A_LOOK, (C.BREACH, C.ME), 8, (), _BUSINESS),
)
_QUESTIONS: Final = (
    Rule(Right.PRIVACY_QUESTION, A_LOOK, (C.OWN,), 4, (C.RECEIVED,), (C.ERRAND,), nowhere=_BOUGHT),
    *(
        Rule(Right.PRIVACY_QUESTION, A_LOOK, (topic, how), 25, (C.RECEIVED,), _BUSINESS)
        for topic in (C.OWN, C.LAW, C.PERSONAL_DATA, C.PRIVACY)
        for how in _ASKING
    ),
    *(
        Rule(Right.PRIVACY_QUESTION, A_LOOK, (topic,), anywhere=_ASKING, nowhere=_BUSINESS)
        for topic in (C.LAW, C.PERSONAL_DATA, C.PRIVACY)
    ),
    Rule(Right.PRIVACY_QUESTION, A_LOOK, (C.LAW,), absent=(C.ADS,), nowhere=_BUSINESS),
    Rule(Right.PRIVACY_QUESTION, A_LOOK, (C.PERSONAL_DATA,), absent=(C.ADS,), nowhere=_BUSINESS),
    Rule(Right.PRIVACY_QUESTION, A_LOOK, (C.MISUSE, C.MY_FIELD), 8, (), _BUSINESS),
    Rule(Right.PRIVACY_QUESTION, A_LOOK, (C.SAID_YES, C.MY_FIELD), 12, (), _BUSINESS),
    Rule(Right.PRIVACY_QUESTION, A_LOOK, (C.WHY, C.MY_FIELD), 12, (), _BUSINESS),
    Rule(Right.PRIVACY_QUESTION, 0.6, (C.WHO_SEES, C.MY_DATA), 6),
    Rule(Right.PRIVACY_QUESTION, A_LOOK, (C.WHY_US,), 8, (C.UNANSWERED, C.NOT), _BUSINESS),
    Rule(Right.PRIVACY_QUESTION, A_LOOK, (C.HANDLE, C.MY_FIELD, C.ASKED), 10, (), _BUSINESS),
    Rule(Right.PRIVACY_QUESTION, A_LOOK, (C.HANDLE, C.OUR_DATA), 6, (), _BUSINESS),
    Rule(Right.PRIVACY_QUESTION, A_LOOK, (C.PRIVATE_FIELD, C.ASKED), 12, (), _BUSINESS),
    Rule(Right.PRIVACY_QUESTION, A_LOOK, (C.PRIVATE_FIELD, C.WHY), 12, (), _BUSINESS),
)
NETS: Final = (*_ACCESS, *_ERASURE, *_MARKETING, *_OTHERS, *_QUESTIONS)
