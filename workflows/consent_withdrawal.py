"""Withdrawal of consent, återkallat samtycke. GDPR Art. 7(3) and 17(1)(b).

Art. 7(3): "The data subject shall have the right to withdraw his or her consent at any time. [...]
It shall be as easy to withdraw as to give consent." The past stays lawful; what rests on consent
stops, in every company and channel, and the data go unless another ground holds them.

Marketing stops at once, without proof or reason (level 0). Only where something else rests on
consent, or did by an earlier wording of the notice, is an address proved, and a human says what
stops and what goes on by which other ground (P16).
"""

from bot.core.events import Event, Finding, Task
from bot.core.machine import NEW, Rule, Stage, Workflow
from bot.core.vocabulary import Waits
from workflows.proofs import NOTHING_STAGES, PROOF_STAGES, nothing_held, proof_of_address, search
from workflows.stages import (
    ANSWER_STAGES,
    BY_HAND_STAGES,
    HAND_OVER,
    WITHDRAWN_STAGES,
    begin_again,
    brakes,
    by_hand,
    joint_answer,
    refusal,
    withdrawal,
)

CONSENT_WITHDRAWAL = Workflow(
    name="consent_withdrawal",
    source="Art. 7(3), Art. 17(1)(b)",
    stages=(
        Stage("blocking", Waits.SYSTEMS, holds_thanks=True, all_consents=True, together=True),
        *PROOF_STAGES,
        Stage("searching", Waits.SYSTEMS, level=1, together=True),
        Stage("weighing", Waits.STAFF),
        Stage("access comes first", Waits.NOBODY),
        Stage("stopping", Waits.SYSTEMS),
        Stage("stopped", Waits.NOBODY, part="consent_withdrawal"),
        *ANSWER_STAGES,
        Stage("answered", Waits.NOBODY, final=True),
        *NOTHING_STAGES,
        *WITHDRAWN_STAGES,
        *BY_HAND_STAGES,
    ),
    rules=(
        Rule(NEW, Event.OPENED, "blocking", tasks=(Task.BLOCK, Task.ACKNOWLEDGE)),
        Rule("blocking", Event.BLOCKED, "stopped", when=Finding.FREE, tasks=(Task.ACKNOWLEDGE,)),
        Rule("blocking", Event.BLOCKED, "address code",
             when=Finding.HELD, tasks=(Task.ACKNOWLEDGE,)),
        # no code may go: people look for what else rests on consent
        Rule("blocking", Event.BLOCKED, "with a person", when=Finding.UNANSWERABLE,
             tasks=(Task.ACKNOWLEDGE, *HAND_OVER), reason="unanswerable"),
        # a word to any address on file may reach the one she is protected from (P05)
        Rule("blocking", Event.BLOCKED, "with a person", when=Finding.PROTECTED,
             tasks=(Task.ASK_BY_HAND,), reason="protected"),
        Rule("blocking", Event.REGISTER_SILENT, "with a person",
             tasks=(Task.ACKNOWLEDGE, *HAND_OVER), reason="register_silent"),
        *proof_of_address(),
        *search({Finding.ORDINARY: ("weighing", (Task.ASK_WEIGHING,))}),

        Rule("weighing", Event.APPROVED, "access comes first"),
        *refusal("weighing"),
        Rule("access comes first", Event.DATA_READ, "stopping", tasks=(Task.STOP,)),
        Rule("stopping", Event.ACTED, "stopped"),
        *joint_answer("stopped", then="answered"),

        *nothing_held(),
        *withdrawal("weighing", "access comes first"),
        *brakes("address code", "searching", "weighing", "access comes first", "stopping"),
        *by_hand(),
        *begin_again(),
    ),
)  # fmt: skip
