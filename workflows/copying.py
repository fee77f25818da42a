"""The stretch of the two rights that hand out a copy: access (Art. 15) and portability (Art. 20).

Level 2, or 3 where personnummer or credit data would be shown; approved by a named human.
"""

from bot.core.events import Event, Finding, Task
from bot.core.machine import Rule, Stage
from bot.core.vocabulary import Waits
from workflows.proofs import (
    AT_THE_LETTER,
    CANDIDATES,
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
        *proof_of_address(),
        *search({**SECOND_CHANNEL, **CANDIDATES, Finding.MAIL_ONLY: collect}),
        *second_channel(
            then=collect, by_eye=("printing the passphrase", (Task.PRINT_PASSPHRASE,))
        ),
        *_passphrase_by_eye(),
        *_collecting(),
        *_approval(),
        *joint_answer("ready", then="answered", when=Finding.COMPLETE,
                      accepted=(Task.SHRED_PASSPHRASE,)),
        # the answer said that staff send what a silent register holds: they do, and say KLAR
        Rule("resting", Event.QUIET_OVER, "with a person",
             when=Finding.INCOMPLETE, tasks=(Task.ASK_BY_HAND,), reason="register_silent"),

        *nothing_held(),
        *withdrawal(*AT_THE_LETTER, "printing the passphrase", "passphrase to hand over",
                    "collecting", "approval", "ready"),
        *brakes("address code", "searching", "collecting", "approval"),
        *by_hand(),
        *begin_again(),
    )  # fmt: skip


def _passphrase_by_eye() -> tuple[Rule, ...]:
    """Who showed a document has no letter: what opens the file is handed over, or posted."""
    return (
        Rule("printing the passphrase", Event.LETTER_PRINTED, "passphrase to hand over",
             tasks=(Task.ASK_POSTED,)),
        Rule("passphrase to hand over", Event.POSTED, "collecting",
             tasks=(Task.MARK_POSTED, Task.SHRED_LETTER, Task.COLLECT)),
        *hand_over(Event.REGISTER_SILENT, "printing the passphrase", reason="register_silent"),
        *brakes("passphrase to hand over", also=(Task.SHRED_LETTER,)),
        *brakes("printing the passphrase"),
    )  # fmt: skip


def _collecting() -> tuple[Rule, ...]:
    """Every register has left a receipt, or stayed silent: then a human releases the rest."""
    return (
        Rule("collecting", Event.COLLECTED, "approval",
             when=Finding.COMPLETE, tasks=(Task.ASK_APPROVAL,)),
        Rule("collecting", Event.COLLECTED, "approval",
             when=Finding.INCOMPLETE, tasks=(Task.ASK_APPROVAL,)),
        *(Rule("collecting", Event.COLLECTED, "with a person",
               when=gap, tasks=(Task.ASK_BY_HAND,), reason=gap.value) for gap in GAPS),
        # nothing has come that could be released
        *hand_over(Event.COLLECTED, "collecting", when=Finding.SILENT, reason="register_silent"),
    )  # fmt: skip


def _approval() -> tuple[Rule, ...]:
    """A named human says yes to this very copy; what is collected anew is approved anew."""
    return (
        Rule("approval", Event.APPROVED, "ready"),
        *(Rule(stage, Event.COLLECTED_ANEW, "collecting") for stage in ("approval", "ready")),
        Rule("approval", Event.REDO, "collecting", tasks=(Task.COLLECT,)),
        *_another_preview(),
        *refusal("approval"),
    )  # fmt: skip


def _another_preview() -> tuple[Rule, ...]:
    """What concerns others is masked, or left out by a decider; what may be hers is taken in."""
    return (
        *(Rule("approval", event, "approval", tasks=(Task.ASK_APPROVAL,))
          for event in (Event.MASKED, Event.LEFT_OUT)),
        *(Rule(stage, Event.INCLUDED, "collecting", tasks=(Task.COLLECT,))
          for stage in ("approval", "ready")),
    )  # fmt: skip
