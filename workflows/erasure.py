"""Erasure, radering. GDPR Art. 17 and 19.

Art. 17(1): "The data subject shall have the right to obtain from the controller the erasure of
personal data concerning him or her without undue delay". Art. 17(3): that right does not apply to
the extent that processing is necessary "(b) for compliance with a legal obligation" or "(e) for
the establishment, exercise or defence of legal claims": datum by datum, never for the whole.

What is erased cannot be called back. So two people approve the plan, every address on file is
told beforehand, three working days pass, what may hold it is asked once more, and afterwards every
register is asked again.
"""

from bot.core.events import Event, Finding, Task
from bot.core.machine import Rule, Stage, Workflow
from bot.core.vocabulary import Waits
from workflows.proofs import (
    AT_THE_LETTER,
    CANDIDATES,
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
    WITHDRAWN_STAGES,
    begin_again,
    brakes,
    by_hand,
    hand_over,
    joint_answer,
    recipients,
    refusal,
    withdrawal,
)

PLANNING = ("planning", (Task.PLAN,))

ERASURE = Workflow(
    name="erasure",
    source="Art. 17, Art. 19",
    stages=(
        *PROOF_STAGES,
        Stage("searching", Waits.SYSTEMS, level=2, together=True),
        *LETTER_STAGES,
        Stage("planning", Waits.SYSTEMS),
        Stage("held", Waits.STAFF),
        Stage("ground unknown", Waits.STAFF),
        Stage("first approval", Waits.STAFF),
        Stage("second approval", Waits.STAFF, second=True),
        Stage("grace", Waits.NOBODY),
        Stage("access comes first", Waits.NOBODY),
        Stage("last look", Waits.SYSTEMS),
        Stage("held after all", Waits.STAFF),
        Stage("erasing", Waits.SYSTEMS),
        Stage("verifying", Waits.SYSTEMS),
        Stage("residue", Waits.STAFF),
        Stage("erased", Waits.NOBODY, part="erasure"),
        *ANSWER_STAGES,
        *RECIPIENT_STAGES,
        Stage("answered", Waits.NOBODY, final=True),
        *NOTHING_STAGES,
        *WITHDRAWN_STAGES,
        *BY_HAND_STAGES,
    ),
    rules=(
        opening(),
        *proof_of_address(),
        *search({**SECOND_CHANNEL, **CANDIDATES, Finding.MAIL_ONLY: PLANNING}),
        *second_channel(then=PLANNING),

        Rule("planning", Event.PLANNED, "first approval",
             when=Finding.FREE, tasks=(Task.ASK_PLAN,)),
        # an open order, invoice, rental, dispute or access case must end first (P07)
        Rule("planning", Event.PLANNED, "held",
             when=Finding.HELD, tasks=(Task.ASK_PLAN,), reason="held"),
        # a datum whose ground or period nobody knows is never erased: the map is completed first
        Rule("planning", Event.PLANNED, "ground unknown",
             when=Finding.UNKNOWN, tasks=(Task.ASK_PLAN,), reason="ground_unknown"),
        Rule("held", Event.APPROVED, "second approval", tasks=(Task.ASK_SECOND,)),
        Rule("first approval", Event.APPROVED, "second approval", tasks=(Task.ASK_SECOND,)),
        Rule("second approval", Event.APPROVED, "grace",
             tasks=(Task.TELL_ERASURE_COMING, Task.WATCH_GRACE)),
        # what may be hers is planned too, by the word of a named human
        *(Rule(stage, word, "planning", tasks=(Task.PLAN,))
          for stage in ("held", "ground unknown", "first approval", "second approval",
                        "held after all")
          for word in (Event.REDO, Event.INCLUDED)),
        *(Rule(stage, Event.DONE, "done by hand")
          for stage in ("held", "ground unknown", "held after all")),
        *refusal("held", "ground unknown", "first approval", "second approval", "held after all"),

        Rule("grace", Event.GRACE_OVER, "access comes first"),
        Rule("access comes first", Event.DATA_READ, "last look", tasks=(Task.ASK_HOLDS,)),
        Rule("last look", Event.HOLDS_ASKED, "erasing",
             when=Finding.FREE, tasks=(Task.ERASE,)),
        Rule("last look", Event.HOLDS_ASKED, "access comes first", when=Finding.STILL_READ),
        # she ordered something meanwhile: nothing is erased on the day that she was told, and the
        # plan that two people approved is made anew when it is over (P07)
        *(Rule("last look", Event.HOLDS_ASKED, "held after all", when=finding,
               tasks=(Task.TELL_WITH_A_PERSON, Task.ASK_PLAN), reason="held")
          for finding in (Finding.HELD, Finding.UNKNOWN)),
        Rule("erasing", Event.ACTED, "verifying", tasks=(Task.VERIFY,)),
        Rule("verifying", Event.VERIFIED, "erased",
             when=Finding.CLEAN, tasks=(Task.TELL_RECIPIENTS,)),
        Rule("verifying", Event.VERIFIED, "residue",
             when=Finding.RESIDUE, tasks=(Task.ASK_BY_HAND,), reason="residue"),
        # who says KLAR is not believed: the registers are asked once more
        *(Rule("residue", word, "verifying", tasks=(Task.VERIFY,))
          for word in (Event.REDO, Event.DONE)),
        *joint_answer("erased", then="recipients told", rested=(Task.WATCH_RECIPIENTS,)),
        *recipients(then="answered"),
        *hand_over(Event.REGISTER_SILENT, "planning", "last look", "verifying",
                   reason="register_silent"),

        *nothing_held(),
        *withdrawal(*AT_THE_LETTER, "planning", "held", "ground unknown", "first approval",
                    "second approval", "grace", "access comes first", "last look",
                    "held after all"),
        *brakes("address code", "searching", "planning", "held", "ground unknown", "first approval",
                "second approval", "grace", "access comes first", "last look", "held after all",
                "erasing", "verifying", "residue"),
        *by_hand(),
        *begin_again(),
    ),
)  # fmt: skip
