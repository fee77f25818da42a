"""Which meanings make a mail a matter for people, and why. Read in the same way as `rules.RULES`.

Art. 12(6), 20(2), 22, 58, 77 and 82 of the regulation and recital 27 stand behind them. Who
asks for somebody else exercises no right of their own; who lives in hiding must not be betrayed
by a letter of ours. Every rule here says its concern.
"""

from typing import Final

from bot.classify.cues import Cue
from bot.classify.rules import LAW_NAMED, PRIVATE, Rule
from bot.core.vocabulary import Concern, Right

GRAVEST_FIRST: Final = (
    Concern.PROTECTED,
    Concern.AUTHORITY,
    Concern.THREAT,
    Concern.ESTATE,
    Concern.CHILD,
    Concern.AGENT,
    Concern.THIRD_PARTY,
    Concern.DAMAGES,
    Concern.AUTOMATED_DECISION,
    Concern.TRANSFER,
)
#: what a rule weighs that goes beside another right and makes nothing surer
_BESIDE_ONLY: Final = 0.75

C = Cue
_PEOPLE: Final = Right.HUMAN_ONLY
_BOUGHT: Final = (C.GOODS,)
_BUSINESS: Final = (C.GOODS, C.ERRAND)
_MAILINGS: Final = (C.ADS, C.LIST, C.MESSAGE)
_HELD: Final = (*PRIVATE, C.ADS, C.STOP_REACHING, C.ERASE, C.REGISTER, C.LIST, C.UNSUBSCRIBE)
_SOMEBODYS: Final = (C.THIRD_PARTY, C.PERSONAL_DATA, C.CUSTOMER_DATA, C.ABOUT_OTHER)
_OWN_DATA: Final = (C.OWN, C.ABOUT_ME, C.MY_FIELD)
_ASKING: Final = (*PRIVATE, C.ABOUT_ME, C.MY_ACCOUNT)
_MOVING: Final = (C.PORTABILITY, C.TRANSFER, C.ART_20)
_WITHHELD: Final = (C.NOT, C.GIVE, C.STOP, C.SECRECY)
#: what says better why somebody else is spoken of
_NOT_KIN: Final = (C.DEAD, C.CHILD, C.SEPARATED)
_NOT_HIS: Final = (C.CHILD, C.DEAD, C.PRESS, C.OPPONENT, C.POLICE, C.COLLECTOR, C.OWN, C.ABOUT_ME)


def _for(concern: Concern, *rules: Rule) -> tuple[Rule, ...]:
    return tuple(rule._replace(concern=concern) for rule in rules)


_PROTECTED: Final = _for(
    Concern.PROTECTED,
    Rule(_PEOPLE, 1.0, (C.PROTECTED,)),
    Rule(_PEOPLE, 1.0, (C.SECRECY,), beside=True),
    Rule(_PEOPLE, 1.0, (C.SEPARATED,), beside=True),
    Rule(_PEOPLE, 1.0, (C.SECRECY,), anywhere=(C.SEPARATED, C.EX)),
    Rule(_PEOPLE, 1.0, (C.WHERE_I_LIVE, C.SEPARATED), 14, absent=_BUSINESS, anywhere=_WITHHELD),
    # somebody else goes by the writer's name: what is on file may lead to the impostor
    Rule(_PEOPLE, 0.9, (C.IMPOSTOR,)),
)
_AUTHORITY: Final = _for(
    Concern.AUTHORITY,
    Rule(_PEOPLE, 1.0, (C.INSPECTOR,), nowhere=_OWN_DATA, alone=True),
    Rule(_PEOPLE, 1.0, (C.AUTHORITY, C.OPENS), 7, nowhere=_OWN_DATA, ordered=True, alone=True),
    Rule(_PEOPLE, 1.0, (C.OVERSEER, C.OPENS), 7, nowhere=_OWN_DATA, ordered=True, alone=True),
    Rule(_PEOPLE, 1.0, (C.SUPERVISION,), anywhere=(C.AUTHORITY, *LAW_NAMED), alone=True),
)
_THREAT: Final = _for(
    Concern.THREAT,
    Rule(_PEOPLE, _BESIDE_ONLY, (C.MENACE,), absent=(C.RESERVED,), beside=True),
)
_ESTATE: Final = _for(
    Concern.ESTATE,
    Rule(_PEOPLE, 1.0, (C.DEAD,), soft=_BOUGHT, anywhere=_HELD, alone=True),
    Rule(_PEOPLE, 1.0, (C.DEAD, C.KIN), 10, (), _BOUGHT, (*_MAILINGS, C.ERASE), alone=True),
    Rule(_PEOPLE, 1.0, (C.DEAD, C.HOLD, C.FIELD), 14, absent=_BUSINESS, alone=True),
    Rule(_PEOPLE, 1.0, (C.HOLD, C.ABOUT_OTHER), 8, (), _BUSINESS, (C.DEAD,), alone=True),
    Rule(_PEOPLE, 0.8, (C.ERASE, C.HIM), 3, (), _BUSINESS, (C.DEAD,)),
)
_CHILD: Final = _for(
    Concern.CHILD,
    Rule(_PEOPLE, 1.0, (C.CHILD,), anywhere=PRIVATE, nowhere=(C.OWN, C.ABOUT_ME)),
    Rule(_PEOPLE, 1.0, (C.CHILD, C.ERASE), 12, soft=_BOUGHT),
    Rule(_PEOPLE, 1.0, (C.CHILD, C.ADS), 14, soft=_BUSINESS, anywhere=(C.STOP,)),
    Rule(_PEOPLE, 1.0, (C.CHILD,), anywhere=(C.ABOUT_OTHER,), nowhere=_BUSINESS),
    Rule(_PEOPLE, 0.8, (C.CHILD, C.ACCOUNT), 14, (), _BUSINESS),
    Rule(_PEOPLE, 0.8, (C.CHILD, C.HIM, C.FIELD), 14, (), _BUSINESS, (C.ERASE,)),
    Rule(_PEOPLE, 1.0, (C.MINOR,), anywhere=_ASKING),
    Rule(_PEOPLE, 1.0, (C.TEEN,), anywhere=_ASKING, nowhere=_BUSINESS),
    Rule(_PEOPLE, 0.8, (C.ERASE, C.HIM), 3, (), _BUSINESS, (C.CHILD,)),
)
_AGENT: Final = _for(
    Concern.AGENT,
    Rule(
        _PEOPLE,
        1.0,
        (C.AGENT,),
        unless=(C.MENACE,),
        anywhere=(*PRIVATE, C.REGISTER, C.ART_15, C.ART_17),
        nowhere=(C.OPPONENT,),
        alone=True,
    ),
    Rule(
        _PEOPLE,
        1.0,
        (C.AGENT,),
        unless=(C.MENACE,),
        anywhere=(C.ABOUT_OTHER, C.ALL_THERE_IS),
        nowhere=(*_BOUGHT, C.OPPONENT),
        alone=True,
    ),
    Rule(_PEOPLE, 1.0, (C.RELATIVE_OF, C.KIN), 4, anywhere=(*PRIVATE, C.ABOUT_OTHER)),
    Rule(_PEOPLE, 1.0, (C.RELATIVE_OF, C.FRIEND), 4, anywhere=(*PRIVATE, C.ABOUT_OTHER)),
    Rule(_PEOPLE, 0.8, (C.KIN, C.ADS), 14, (), _BUSINESS, (C.HIM,), (), _NOT_KIN),
    Rule(_PEOPLE, 0.8, (C.KIN, C.ABOUT_OTHER), 20, (), _BUSINESS, (), (), _NOT_KIN),
    Rule(_PEOPLE, 0.8, (C.HOLD, C.ABOUT_OTHER), 4, (), _BUSINESS, (C.KIN, C.AGENT)),
    Rule(_PEOPLE, 0.8, (C.ERASE, C.HIM), 3, (), _BUSINESS, (C.KIN,), _OWN_DATA, _NOT_KIN),
    Rule(_PEOPLE, 0.8, (C.KIN, C.ERASE, C.HIM), 16, (), _BUSINESS, (), _OWN_DATA, _NOT_KIN),
    *(
        Rule(_PEOPLE, 1.0, (act, C.HIS_DATA), 9, (), _BUSINESS, (), (), _NOT_HIS, alone=True)
        for act in (C.GIVE, C.ERASE, C.ACCESS, C.CORRECT)
    ),
)
_THIRD_PARTY: Final = _for(
    Concern.THIRD_PARTY,
    Rule(_PEOPLE, 1.0, (C.COLLECTOR,), anywhere=(C.THIRD_PARTY,), alone=True),
    Rule(_PEOPLE, 1.0, (C.POLICE,), anywhere=(C.THIRD_PARTY,), alone=True),
    Rule(_PEOPLE, 1.0, (C.PRESS,), anywhere=_SOMEBODYS, nowhere=_OWN_DATA, alone=True),
    Rule(_PEOPLE, 1.0, (C.PRESS, C.HOLD, C.FIELD), 25, nowhere=_OWN_DATA, alone=True),
    Rule(_PEOPLE, 1.0, (C.HOLD, C.FIELD), 8, (), (), (C.PRESS,), (), _OWN_DATA, alone=True),
    Rule(_PEOPLE, 1.0, (C.OPPONENT,), anywhere=_SOMEBODYS, nowhere=_OWN_DATA, alone=True),
    Rule(_PEOPLE, 1.0, (C.EX, C.FIELD), 8, (), (), (C.ASK, C.ASKED), (C.NOT,), _OWN_DATA),
    Rule(_PEOPLE, 0.8, (C.OTHERS_DATA,)),
)
_DAMAGES: Final = _for(
    Concern.DAMAGES,
    Rule(_PEOPLE, 1.0, (C.DAMAGES,), anywhere=PRIVATE),
    Rule(_PEOPLE, 1.0, (C.ART_82,), anywhere=LAW_NAMED),
)
_AUTOMATED: Final = _for(
    Concern.AUTOMATED_DECISION,
    Rule(_PEOPLE, 1.0, (C.AUTOMATED, C.CREDIT_REFUSED), 30),
    Rule(_PEOPLE, 0.9, (C.AUTOMATED,), anywhere=(C.CREDIT_REFUSED,)),
    Rule(_PEOPLE, 1.0, (C.AUTOMATED, C.ASK), 14, anywhere=(C.CREDIT_REFUSED,)),
    Rule(_PEOPLE, 1.0, (C.AUTOMATED, C.OBJECT), 14, anywhere=(C.CREDIT_REFUSED,)),
    Rule(_PEOPLE, 1.0, (C.ART_22, C.CREDIT_REFUSED), 25, anywhere=LAW_NAMED),
    Rule(_PEOPLE, 1.0, (C.ART_22, C.OBJECT), 12, anywhere=LAW_NAMED, absent=(C.ART_15, C.ART_21)),
)
_TRANSFER: Final = _for(
    Concern.TRANSFER,
    Rule(_PEOPLE, _BESIDE_ONLY, (C.DIRECTLY,), 12, (C.ME,), (), _MOVING, beside=True),
)

CONCERNS: Final = (
    *_PROTECTED,
    *_AUTHORITY,
    *_THREAT,
    *_ESTATE,
    *_CHILD,
    *_AGENT,
    *_THIRD_PARTY,
    *_DAMAGES,
    *_AUTOMATED,
    *_TRANSFER,
)
