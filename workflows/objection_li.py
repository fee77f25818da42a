"""Objection to legitimate interest, invändning. GDPR Art. 21(1), 18(1)(d) and 17(1)(c).

Art. 21(1): "The controller shall no longer process the personal data unless the controller
demonstrates compelling legitimate grounds for the processing which override the interests, rights
and freedoms of the data subject or for the establishment, exercise or defence of legal claims."
The burden is ours; the processing is restricted at once, while a human weighs (Art. 18(1)(d)).
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

OBJECTION_LI = Workflow(
    name="objection_li",
    source="Art. 21(1), Art. 18(1)(d), Art. 17(1)(c)",
    stages=(
        *PROOF_STAGES,
        Stage("searching", Waits.SYSTEMS, level=1, together=True),
        Stage("weighing", Waits.STAFF),
        Stage("access comes first", Waits.NOBODY),
        Stage("stopping", Waits.SYSTEMS),
        Stage("stopped", Waits.NOBODY, part="objection_li"),
        *ANSWER_STAGES,
        *RECIPIENT_STAGES,
        Stage("answered", Waits.NOBODY, final=True),
        Stage("refusing the objection", Waits.SYSTEMS, aside=True, settled=True),
        Stage("lifting", Waits.SYSTEMS, aside=True, settled=True),
        *NOTHING_STAGES,
        *WITHDRAWN_FROM_RESTRICTION,
        *BY_HAND_STAGES,
    ),
    rules=(
        opening(),
        *proof_of_address(),
        *search({Finding.ORDINARY: ("weighing", (Task.RESTRICT, Task.ASK_WEIGHING))}),

        Rule("weighing", Event.APPROVED, "access comes first"),
        Rule("access comes first", Event.DATA_READ, "stopping", tasks=(Task.STOP,)),
        Rule("stopping", Event.ACTED, "stopped", tasks=(Task.TELL_RECIPIENTS,)),
        *joint_answer("stopped", then="recipients told",
                      accepted=(Task.LIFT,), rested=(Task.WATCH_RECIPIENTS,)),
        *recipients(then="answered"),

        *refusal_that_lifts("weighing", "refusing the objection"),
        *nothing_held(),
        *withdrawal("weighing", "access comes first", restricts=True),
        *brakes("address code", "searching", "weighing", "access comes first", "stopping",
                "refusing the objection"),
        *by_hand(),
        *begin_again(),
    ),
)  # fmt: skip
