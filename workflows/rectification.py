"""Rectification, rättelse. GDPR Art. 16, 18(1)(a) and 19.

Art. 16: "The data subject shall have the right to obtain from the controller without undue delay
the rectification of inaccurate personal data concerning him or her." While a datum is contested it
is restricted (Art. 18(1)(a)). Entries of the books are never overwritten: a note says when and by
whom they were corrected (bokföringslagen 5 kap. 5 §).

A change of contact data is how accounts are taken over. It needs the second channel, and every
address on file is told beforehand, without the new value (P02, P05).
"""

from bot.core.events import Event, Finding, Task
from bot.core.machine import Rule, Stage, Workflow
from bot.core.vocabulary import Waits
from workflows.proofs import (
    AT_THE_LETTER,
    LETTER_STAGES,
    NOTHING_STAGES,
    PROOF_STAGES,
    SECOND_CHANNEL,
    nothing_held,
    opening,
    proof_of_address,
    search,
    second_channel,
)
from workflows.stages import (
    ANSWER_STAGES,
    BY_HAND_STAGES,
    RECIPIENT_STAGES,
    WITHDRAWN_FROM_RESTRICTION,
    begin_again,
    brakes,
    by_hand,
    joint_answer,
    recipients,
    refusal_that_lifts,
    withdrawal,
)

ANNOUNCED = ("announced", (Task.TELL_CONTACT_CHANGING, Task.WATCH_GRACE))
CHECKING = ("checking", (Task.RESTRICT, Task.ASK_CORRECTION))

RECTIFICATION = Workflow(
    name="rectification",
    source="Art. 16, Art. 18(1)(a), Art. 19",
    stages=(
        *PROOF_STAGES,
        Stage("searching", Waits.SYSTEMS, level=1, together=True),
        Stage("checking", Waits.STAFF),
        Stage("searching again", Waits.SYSTEMS, level=2, together=True),
        *LETTER_STAGES,
        Stage("announced", Waits.NOBODY),
        Stage("access comes first", Waits.NOBODY),
        Stage("correcting", Waits.SYSTEMS),
        Stage("corrected", Waits.NOBODY, part="rectification"),
        *ANSWER_STAGES,
        *RECIPIENT_STAGES,
        Stage("answered", Waits.NOBODY, final=True),
        Stage("refusing to correct", Waits.SYSTEMS, aside=True, settled=True),
        Stage("lifting", Waits.SYSTEMS, aside=True, settled=True),
        *NOTHING_STAGES,
        *WITHDRAWN_FROM_RESTRICTION,
        *BY_HAND_STAGES,
    ),
    rules=(
        opening(),
        *proof_of_address(),
        *search({Finding.ORDINARY: CHECKING}),

        Rule("checking", Event.CORRECTED, "access comes first", when=Finding.OTHER_DATA),
        Rule("checking", Event.CORRECTED, "announced",
             when=Finding.CONTACT_PROVED, tasks=ANNOUNCED[1]),
        Rule("checking", Event.CORRECTED, "searching again",
             when=Finding.CONTACT_DATA, tasks=(Task.LOOK_UP,)),
        *search({**SECOND_CHANNEL, Finding.MAIL_ONLY: ANNOUNCED}, stage="searching again"),
        *second_channel(then=ANNOUNCED),
        Rule("announced", Event.GRACE_OVER, "access comes first"),
        Rule("access comes first", Event.DATA_READ, "correcting", tasks=(Task.RECTIFY,)),
        Rule("correcting", Event.ACTED, "corrected", tasks=(Task.TELL_RECIPIENTS,)),
        # the answer says that what was restricted meanwhile is in use again (Art. 18(3))
        *joint_answer("corrected", then="recipients told",
                      accepted=(Task.LIFT,), rested=(Task.WATCH_RECIPIENTS,)),
        *recipients(then="answered"),

        *refusal_that_lifts("checking", "refusing to correct"),
        *nothing_held(),
        *withdrawal(*AT_THE_LETTER, "checking", "searching again", "announced",
                    "access comes first", restricts=True),
        *brakes("address code", "searching", "checking", "searching again", "announced",
                "access comes first", "correcting", "refusing to correct"),
        *by_hand(),
        *begin_again(),
    ),
)  # fmt: skip
