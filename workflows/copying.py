"""The stretch of the two rights that hand out a copy: access (Art. 15) and portability (Art. 20).

Level 2, or 3 where personnummer or credit data would be shown; approved by a named human.
"""

from bot.core.events import Event, Finding, Task
from bot.core.machine import Rule, Stage
from bot.core.vocabulary import Waits
from workflows.proofs import (
    AT_THE_LETTER,
    LETTER_STAGES,
    NOTHING_STAGES,
    PROOF_STAGES,
    SECOND_CHANNEL,
    nothing_held,
    proof_of_address,
    search,
    second_channel,
)
from workflows.stages import (
    ANSWER_STAGES,
    BY_HAND_STAGES,
    WITHDRAWN_STAGES,
    begin_again,
    brakes,
    by_hand,
    hand_over,
    joint_answer,
    refusal,
    withdrawal,
)

#: what keeps a collected answer from being sent as it is
GAPS = (Finding.FACTS_MISSING, Finding.TOO_BIG)

COPYING_STAGES = (
    *PROOF_STAGES,
    Stage("searching", Waits.SYSTEMS, level=2, discloses=True, together=True),
    *LETTER_STAGES,
    Stage("printing the passphrase", Waits.SYSTEMS),
    Stage("passphrase to hand over", Waits.STAFF, together=True),
    Stage("collecting", Waits.SYSTEMS, together=True),
    Stage("approval", Waits.STAFF),
    *ANSWER_STAGES,
    Stage("answered", Waits.NOBODY, final=True),
    *NOTHING_STAGES,
    *WITHDRAWN_STAGES,
    *BY_HAND_STAGES,
)


def copying() -> tuple[Rule, ...]:
    """From the proof of the address to the answer that holds the copy."""
    collect = ("collecting", (Task.COLLECT,))
    return (
        *proof_of_address(then=("searching", (Task.LOOK_UP,))),
        *search({**SECOND_CHANNEL, Finding.MAIL_ONLY: collect}),
        *second_channel(
            then=collect, by_eye=("printing the passphrase", (Task.PRINT_PASSPHRASE,))
        ),
        # who showed a document has no letter: what opens the file is handed over, or posted
        Rule("printing the passphrase", Event.LETTER_PRINTED, "passphrase to hand over",
             tasks=(Task.ASK_POSTED,)),
        Rule("passphrase to hand over", Event.POSTED, "collecting",
             tasks=(Task.MARK_POSTED, Task.SHRED_LETTER, Task.COLLECT)),
        *hand_over(Event.REGISTER_SILENT, "printing the passphrase", reason="register_silent"),
        *brakes("passphrase to hand over", also=(Task.SHRED_LETTER,)),
        *brakes("printing the passphrase"),

        Rule("collecting", Event.COLLECTED, "approval",
             when=Finding.COMPLETE, tasks=(Task.ASK_APPROVAL,)),
        *(Rule("collecting", Event.COLLECTED, "with a person",
               when=gap, tasks=(Task.ASK_BY_HAND,), reason=gap.value) for gap in GAPS),
        *hand_over(Event.REGISTER_SILENT, "collecting", reason="register_silent"),

        Rule("approval", Event.APPROVED, "ready"),
        *(Rule(stage, Event.COLLECTED_ANEW, "collecting") for stage in ("approval", "ready")),
        Rule("approval", Event.REDO, "collecting", tasks=(Task.COLLECT,)),
        # what concerns others is masked, a row is left out by a decider; then a new preview
        *(Rule("approval", event, "approval", tasks=(Task.ASK_APPROVAL,))
          for event in (Event.MASKED, Event.LEFT_OUT)),
        *refusal("approval"),
        *joint_answer("ready", then="answered", accepted=(Task.SHRED_PASSPHRASE,)),

        *nothing_held(),
        *withdrawal(*AT_THE_LETTER, "printing the passphrase", "passphrase to hand over",
                    "collecting", "approval", "ready"),
        *brakes("address code", "searching", "collecting", "approval"),
        *by_hand(),
        *begin_again(),
    )  # fmt: skip
