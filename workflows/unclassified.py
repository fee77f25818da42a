"""A mail that may be a request: the clock runs and a human says what it is. Art. 12(2)."""

from bot.core.events import Event, Finding, Task
from bot.core.machine import NEW, Rule, Stage, Workflow
from bot.core.vocabulary import Waits

UNCLASSIFIED = Workflow(
    name="unclassified",
    source="Art. 12(2)",
    stages=(
        Stage("asking staff", Waits.STAFF, holds_thanks=True, aside=True),
        Stage("classified", Waits.NOBODY, final=True),
        Stage("ordinary", Waits.NOBODY, final=True),
    ),
    rules=(
        Rule(NEW, Event.OPENED, "asking staff", tasks=(Task.ASK_CLASSIFY,)),
        Rule("asking staff", Event.CLASSIFIED, "classified",
             when=Finding.REQUEST, tasks=(Task.FILE_AS_REQUEST,)),
        Rule("asking staff", Event.CLASSIFIED, "ordinary",
             when=Finding.NO_REQUEST, tasks=(Task.FORGET_MAIL,)),
    ),
)  # fmt: skip
