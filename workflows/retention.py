"""The retention run, gallring: what the companies promised to erase by themselves.

GDPR Art. 5(1)(e): personal data shall be "kept in a form which permits identification of data
subjects for no longer than is necessary for the purposes for which the personal data are
processed". The notice promises it 24 months after the relation ended.

Nobody asked, and nobody is there to object: it is the largest deletion of all. So two people
approve counts and a sample, a week passes in which any of them may stop it, and only what is still
over on that day, and is held by nothing, goes (P03, P07).
"""

from bot.core.events import Event, Finding, Task
from bot.core.machine import NEW, Rule, Stage, Workflow
from bot.core.vocabulary import Waits

RETENTION = Workflow(
    name="retention",
    source="Art. 5(1)(e)",
    own=True,
    stages=(
        Stage("counting", Waits.SYSTEMS),
        Stage("first approval", Waits.STAFF),
        Stage("second approval", Waits.STAFF, second=True),
        Stage("week of grace", Waits.STAFF),
        Stage("erasing", Waits.SYSTEMS),
        Stage("something is left", Waits.STAFF),
        Stage("nothing is over", Waits.NOBODY, final=True),
        Stage("left alone", Waits.NOBODY, final=True),
        Stage("carried out", Waits.NOBODY, final=True),
    ),
    rules=(
        Rule(NEW, Event.OPENED, "counting", tasks=(Task.FIND_LAPSED,)),
        Rule("counting", Event.LAPSED, "first approval",
             when=Finding.FOUND, tasks=(Task.ASK_RETENTION,)),
        # next week it is counted again
        Rule("counting", Event.LAPSED, "nothing is over", when=Finding.NOTHING),

        Rule("first approval", Event.APPROVED, "second approval",
             tasks=(Task.ASK_RETENTION_SECOND,)),
        Rule("second approval", Event.APPROVED, "week of grace",
             tasks=(Task.TELL_RETENTION_COMING, Task.WATCH_RETENTION)),
        Rule("week of grace", Event.GRACE_OVER, "erasing", tasks=(Task.RETIRE,)),
        Rule("erasing", Event.RETIRED, "carried out",
             when=Finding.CLEAN, tasks=(Task.TELL_RETENTION_DONE,)),
        Rule("erasing", Event.RETIRED, "something is left",
             when=Finding.RESIDUE, tasks=(Task.ASK_RETENTION,), reason="residue"),

        *(Rule(stage, Event.REDO, "counting", tasks=(Task.FIND_LAPSED,))
          for stage in ("first approval", "second approval", "week of grace",
                        "something is left")),
        *(Rule(stage, Event.DONE, "left alone")
          for stage in ("first approval", "second approval", "week of grace",
                        "something is left")),
        *(Rule(stage, Event.REGISTER_SILENT, "left alone",
               tasks=(Task.TELL_RETENTION_DONE,), reason="register_silent")
          for stage in ("counting", "erasing")),
    ),
)  # fmt: skip
