"""Complaint, klagomål. GDPR Art. 77 and 5(2).

Art. 77(1): "every data subject shall have the right to lodge a complaint with a supervisory
authority". The way to IMY is given with the acknowledgement and never argued against. Another
human than the one who decided before takes it the same day, the officer hears of it, and the
evidence is kept whole until a decider lets it go (P24).
"""

from bot.core.events import Event, Task
from bot.core.machine import NEW, Rule, Stage, Workflow
from bot.core.vocabulary import Waits

LOOK_AGAIN = (Task.WATCH_REVIEW, Task.ASK_REVIEW)

COMPLAINT = Workflow(
    name="complaint",
    source="Art. 77, Art. 5(2)",
    stages=(
        Stage("with another person", Waits.STAFF, aside=True),
        Stage("evidence kept", Waits.NOBODY, aside=True, settled=True),
        Stage("let go", Waits.NOBODY, final=True),
    ),
    rules=(
        Rule(NEW, Event.OPENED, "with another person",
             tasks=(Task.ACKNOWLEDGE, Task.FREEZE, Task.ALARM_COMPLAINT, Task.ASK_COMPLAINT)),
        Rule("with another person", Event.NOT_ME, "with another person",
             tasks=(Task.ALARM_NOT_ME, Task.ASK_COMPLAINT), reason="not_me"),
        Rule("with another person", Event.UNDELIVERABLE, "with another person",
             tasks=(Task.ASK_COMPLAINT,), reason="undeliverable"),
        Rule("with another person", Event.DONE, "evidence kept", tasks=LOOK_AGAIN),
        Rule("evidence kept", Event.REVIEW_DUE, "evidence kept", tasks=LOOK_AGAIN),
        Rule("evidence kept", Event.LIFTED, "let go", tasks=(Task.THAW,)),
    ),
)  # fmt: skip
