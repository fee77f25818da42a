"""A question about personal data. GDPR Art. 13(2)(a), 26(2) and 12(2).

How long data are kept, how cookies work, who is responsible, who gets data: general facts that the
controllers have approved are told at once, to whoever asks, without proof. What they do not answer
goes to a human; nothing is invented.
"""

from bot.core.events import Event, Finding, Task
from bot.core.machine import NEW, Rule, Stage, Workflow
from bot.core.vocabulary import Waits
from workflows.stages import BY_HAND_STAGES, by_hand

PRIVACY_QUESTION = Workflow(
    name="privacy_question",
    source="Art. 13(2)(a), Art. 26(2)",
    stages=(
        Stage("answering", Waits.SYSTEMS, aside=True, settled=True),
        Stage("answered", Waits.NOBODY, final=True),
        *BY_HAND_STAGES,
    ),
    rules=(
        Rule(NEW, Event.OPENED, "answering", when=Finding.KNOWN, tasks=(Task.ANSWER_QUESTION,)),
        Rule(NEW, Event.OPENED, "with a person",
             when=Finding.UNKNOWN, tasks=(Task.ACKNOWLEDGE, Task.ASK_BY_HAND)),
        Rule("answering", Event.ANSWER_ACCEPTED, "answered"),
        Rule("answering", Event.UNDELIVERABLE, "with a person",
             tasks=(Task.ASK_BY_HAND,), reason="undeliverable"),
        *by_hand(),
    ),
)  # fmt: skip
