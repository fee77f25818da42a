"""What a named human carries out, acknowledged where that is lawful, and clocked until KLAR.

The mails that only a human may take (IMY, Art. 22 and 82, agents, children, the dead, the
protected, threats, third parties), and any right where no code may go. Nobody whom such a mail is
about hears of it from us: no code, no letter, no notice (P05, P18). Art. 12(3).
"""

from bot.core.events import Event, Finding, Task
from bot.core.machine import NEW, Rule, Stage, Workflow
from bot.core.vocabulary import Waits
from workflows.stages import BY_HAND_STAGES, by_hand

BY_HAND = Workflow(
    name="by_hand",
    source="Art. 12(3)",
    stages=(*BY_HAND_STAGES, Stage("reclassified", Waits.NOBODY, final=True)),
    rules=(
        Rule(NEW, Event.OPENED, "with a person", tasks=(Task.ACKNOWLEDGE, Task.ASK_BY_HAND)),
        Rule("with a person", Event.CLASSIFIED, "reclassified", when=Finding.REQUEST),
        *by_hand(),
    ),
)
