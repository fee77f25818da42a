"""What asks about personal data in general, and which of our approved facts would answer it.

A question about the writer's own data is access (EDPB Guidelines 01/2022, paragraph 51). Rules
with a topic are whole questions; the others go to a person. Read in the same way as `rules.RULES`.
"""

from typing import Final

from bot.classify.cues import Cue
from bot.classify.rules import Rule
from bot.core.vocabulary import Right, Topic

C = Cue
_QUESTION: Final = Right.PRIVACY_QUESTION
_BUSINESS: Final = (C.GOODS, C.ERRAND)
_ASKING: Final = (C.ASKED, C.WONDER, C.WHAT, C.HOW, C.TELL, C.GIVE)
_ANYBODYS: Final = (C.PERSONAL_DATA, C.CUSTOMER_DATA)
_TOLD: Final = (C.MY_DATA, C.BREACH, C.COMPLAIN, C.STOP, C.ERASE, C.RECEIVED)

_TOPICS: Final = (
    Rule(_QUESTION, 0.7, (C.KEEP_HOW_LONG,), soft=_BUSINESS, absent=(C.MY_DATA, *_ANYBODYS)),
    *(
        Rule(_QUESTION, 1.0, (C.KEEP_HOW_LONG, data), 8, absent=(C.MY_DATA,), topic=Topic.RETENTION)
        for data in _ANYBODYS
    ),
    Rule(
        _QUESTION,
        1.0,
        (C.COOKIE, C.HANDLE),
        8,
        anywhere=_ASKING,
        absent=(C.STOP, C.OBJECT, C.WITHDRAW, C.ABOUT_ME),
        nowhere=_BUSINESS,
        topic=Topic.COOKIES,
    ),
    Rule(_QUESTION, 1.0, (C.WHAT, C.COOKIE, C.ASKED), 14, nowhere=_BUSINESS, topic=Topic.COOKIES),
    Rule(_QUESTION, 1.0, (C.COOKIE, C.HOW), 8, nowhere=_BUSINESS, topic=Topic.COOKIES),
    Rule(_QUESTION, 1.0, (C.WHO_ANSWERS,), topic=Topic.RESPONSIBLE),
    Rule(_QUESTION, 1.0, (C.CONTROLLER, C.ASKED), 10, absent=_TOLD, topic=Topic.RESPONSIBLE),
    *(
        Rule(_QUESTION, 1.0, (C.SHARE, data, how), 14, absent=_TOLD, topic=Topic.RECIPIENTS)
        for data in _ANYBODYS
        for how in (C.ASKED, C.WONDER)
    ),
)
_PEOPLES: Final = (
    Rule(_QUESTION, 0.9, (C.QUESTION,)),
    Rule(_QUESTION, 1.0, (C.OFFICER, C.ASKED), 12),
    Rule(_QUESTION, 0.9, (C.SOURCE, C.MY_DATA), 8),
    Rule(_QUESTION, 0.9, (C.SOURCE, C.MY_FIELD), 8),
    Rule(_QUESTION, 1.0, (C.HANDLE, C.MY_DATA, C.ASKED), 14, absent=(C.WHO_GOT, C.KEEP_HOW_LONG)),
    Rule(_QUESTION, 0.5, (C.HANDLE, C.MY_DATA), 6, absent=_BUSINESS),
    Rule(_QUESTION, 1.0, (C.HANDLE, C.PERSONAL_DATA, C.ASKED), 14),
    Rule(_QUESTION, 0.65, (C.HOW, C.CONSENT), 8),
    Rule(_QUESTION, 0.65, (C.HOW, C.OBJECT), 5),
)

QUESTIONS: Final = (*_TOPICS, *_PEOPLES)
