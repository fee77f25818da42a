"""Objection to direct marketing, nej till direktreklam. GDPR Art. 21(2)–(3).

Art. 21(3): "Where the data subject objects to processing for direct marketing purposes, the
personal data shall no longer be processed for such purposes." No identity and no reason is asked;
the block is set first, in all three companies and all channels, and confirmed when it stands; where
a record of a protected identity was met, a human says whether and how (P05).
"""

from bot.core.events import Event, Finding, Task
from bot.core.machine import NEW, Rule, Stage, Workflow
from bot.core.vocabulary import Waits

#: the block stands, and a human must still look for what the machine could not see
CHECKS = (Finding.NOWHERE, Finding.SHARED, Finding.MANY, Finding.UNANSWERABLE)

OBJECTION_MARKETING = Workflow(
    name="objection_marketing",
    source="Art. 21(2)-(3)",
    stages=(
        Stage("blocking", Waits.SYSTEMS, holds_thanks=True, aside=True, together=True),
        Stage("confirming", Waits.SYSTEMS, aside=True, settled=True),
        Stage("checked by staff", Waits.STAFF, aside=True, settled=True),
        Stage("blocked", Waits.NOBODY, final=True),
    ),
    rules=(
        Rule(NEW, Event.OPENED, "blocking", tasks=(Task.BLOCK, Task.ACKNOWLEDGE)),
        Rule("blocking", Event.BLOCKED, "confirming",
             when=Finding.FOUND, tasks=(Task.CONFIRM,)),
        *(Rule("blocking", Event.BLOCKED, "checked by staff", when=check,
               tasks=(Task.CONFIRM, Task.ASK_MARKETING_CHECK), reason=check.value)
          for check in CHECKS),
        Rule("blocking", Event.BLOCKED, "checked by staff",
             when=Finding.PROTECTED, tasks=(Task.ASK_MARKETING_CHECK,), reason="protected"),
        Rule("blocking", Event.REGISTER_SILENT, "checked by staff",
             tasks=(Task.ACKNOWLEDGE, Task.ASK_MARKETING_CHECK), reason="register_silent"),
        Rule("confirming", Event.ACKNOWLEDGED, "blocked"),
        Rule("confirming", Event.UNDELIVERABLE, "checked by staff",
             tasks=(Task.ASK_MARKETING_CHECK,), reason="undeliverable"),
        Rule("checked by staff", Event.DONE, "blocked"),
    ),
)  # fmt: skip
