"""Restriction, begränsning. GDPR Art. 18 and 19.

Art. 18(2): restricted data "shall, with the exception of storage, only be processed with the data
subject's consent or for the establishment, exercise or defence of legal claims". Art. 18(3): she
"shall be informed by the controller before the restriction of processing is lifted".

The bot restricts at once when the address is proved, and that can be undone. It stops marketing,
statistics and new disclosure; deliveries, invoices and claims wait for a human (P07), who also says
whether a ground of Art. 18(1) holds, and when the restriction ends.
"""

from bot.core.events import Event, Finding, Task
from bot.core.machine import Rule, Stage, Workflow
from bot.core.vocabulary import Waits
from workflows.proofs import (
    NOTHING_STAGES,
    PROOF_STAGES,
    nothing_held,
    opening,
    proof_of_address,
    search,
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

STANDS = (Task.WATCH_REVIEW, Task.ASK_REVIEW)

RESTRICTION = Workflow(
    name="restriction",
    source="Art. 18, Art. 19",
    stages=(
        *PROOF_STAGES,
        Stage("searching", Waits.SYSTEMS, level=1, together=True),
        Stage("restricting", Waits.SYSTEMS),
        Stage("weighing", Waits.STAFF),
        Stage("restriction decided", Waits.NOBODY, part="restriction"),
        *ANSWER_STAGES,
        *RECIPIENT_STAGES,
        Stage("restricted", Waits.NOBODY, aside=True, settled=True),
        Stage("lifting announced", Waits.SYSTEMS, aside=True, settled=True),
        Stage("announcement lost", Waits.STAFF, aside=True, settled=True),
        Stage("lifting", Waits.SYSTEMS, aside=True, settled=True),
        Stage("lifted", Waits.NOBODY, final=True),
        Stage("refusing the restriction", Waits.SYSTEMS, aside=True, settled=True),
        Stage("ending", Waits.SYSTEMS, aside=True, settled=True),
        *NOTHING_STAGES,
        *WITHDRAWN_FROM_RESTRICTION,
        *BY_HAND_STAGES,
    ),
    rules=(
        opening(),
        *proof_of_address(),
        *search({Finding.ORDINARY: ("restricting", (Task.RESTRICT,))}),

        Rule("restricting", Event.ACTED, "weighing",
             tasks=(Task.SEND_RESTRICTED, Task.ASK_WEIGHING)),
        Rule("weighing", Event.APPROVED, "restriction decided", tasks=(Task.TELL_RECIPIENTS,)),
        *joint_answer("restriction decided", then="recipients told",
                      rested=(Task.WATCH_RECIPIENTS,)),
        *recipients(then="restricted", tasks=STANDS),

        # looked at again every ninety days, and lifted by a decider's word alone
        Rule("restricted", Event.REVIEW_DUE, "restricted", tasks=STANDS),
        Rule("restricted", Event.CONCERNED, "restricted", tasks=STANDS, reason="concerned"),
        Rule("restricted", Event.LIFTED, "lifting announced", tasks=(Task.SEND_LIFTING,)),
        Rule("lifting announced", Event.NOTICE_ACCEPTED, "lifting", tasks=(Task.LIFT,)),
        Rule("lifting announced", Event.UNDELIVERABLE, "announcement lost",
             tasks=(Task.ASK_REVIEW,), reason="undeliverable"),
        Rule("announcement lost", Event.LIFTED, "lifting announced", tasks=(Task.SEND_LIFTING,)),
        Rule("lifting", Event.ACTED, "lifted"),

        *refusal_that_lifts("weighing", "refusing the restriction", "ending"),
        *nothing_held(),
        *withdrawal("restricting", restricts=True),
        *brakes("address code", "searching", "restricting", "weighing",
                "refusing the restriction"),
        *by_hand(),
        *begin_again(),
    ),
)  # fmt: skip
