"""Access, registerutdrag. GDPR Art. 15 and 12(6).

Art. 15(1): "The data subject shall have the right to obtain from the controller confirmation as
to whether or not personal data concerning him or her are being processed, and, where that is the
case, access to the personal data". Art. 12(6): "where the controller has reasonable doubts
concerning the identity [...] the controller may request [...] additional information".
"""

from bot.core.events import Event, Finding, Task
from bot.core.machine import NEW, Rule, Stage, Workflow
from bot.core.vocabulary import Waits
from workflows.stages import BY_HAND_STAGES, HAND_OVER, brakes, by_hand, hand_over, refusal

#: what the search may find that only a human can take further; said only after a code is back
HUMAN_BRANCHES = (
    Finding.SHARED,
    Finding.SENSITIVE,
    Finding.NO_POSTAL,
    Finding.SEVERAL_POSTAL,
    Finding.CONTACT_FRESH,
    Finding.OTHER_RECORDS,
)

#: what keeps a collected answer from being sent as it is
GAPS = (Finding.FACTS_MISSING, Finding.TOO_LONG)

ACCESS = Workflow(
    name="access",
    source="Art. 15, Art. 12(6)",
    stages=(
        Stage("address code", Waits.REQUESTER, needs_code=True),
        Stage("searching", Waits.SYSTEMS),
        Stage("printing", Waits.SYSTEMS),
        Stage("letter to post", Waits.STAFF),
        Stage("letter code", Waits.REQUESTER),
        Stage("collecting", Waits.SYSTEMS),
        Stage("approval", Waits.STAFF),
        Stage("approval of nothing", Waits.STAFF),
        Stage("sending", Waits.SYSTEMS),
        Stage("resting", Waits.NOBODY),
        Stage("answered", Waits.NOBODY, final=True),
        *BY_HAND_STAGES,
    ),
    rules=(
        Rule(NEW, Event.OPENED, "address code", tasks=(Task.ACKNOWLEDGE, Task.FIND_OTHER_ADDRESS)),
        Rule("address code", Event.CODE_RETURNED, "searching", tasks=(Task.LOOK_UP,)),
        Rule("address code", Event.OTHER_ADDRESS, "address code", tasks=(Task.SEND_OTHER_CODE,)),
        *hand_over(Event.CODE_LAPSED, "address code", reason="code_lapsed"),

        *(Rule("searching", Event.LOOKED_UP, "approval of nothing",
               when=nothing, tasks=(Task.ASK_APPROVAL,), reason=nothing.value)
          for nothing in (Finding.NOTHING, Finding.ELSEWHERE)),
        Rule("searching", Event.LOOKED_UP, "printing",
             when=Finding.ORDINARY, tasks=(Task.PRINT_LETTER,)),
        *(Rule("searching", Event.LOOKED_UP, "with a person",
               when=branch, tasks=HAND_OVER, reason=branch.value) for branch in HUMAN_BRANCHES),
        *hand_over(Event.REGISTER_SILENT, "searching", "collecting", "printing",
                   reason="register_silent"),

        Rule("printing", Event.LETTER_PRINTED, "letter to post",
             tasks=(Task.TELL_LETTER_COMING, Task.ASK_POSTED)),
        Rule("letter to post", Event.POSTED, "letter code",
             tasks=(Task.MARK_POSTED, Task.SHRED_LETTER, Task.WATCH_LETTER)),
        # a letter that was answered has been posted, whether or not somebody said so
        Rule("letter to post", Event.LETTER_CODE_RETURNED, "collecting",
             tasks=(Task.MARK_POSTED, Task.SHRED_LETTER, Task.COLLECT)),
        Rule("letter code", Event.LETTER_CODE_RETURNED, "collecting", tasks=(Task.COLLECT,)),
        *hand_over(Event.LETTER_CODE_LAPSED, "letter code", reason="letter_code_lapsed"),

        Rule("collecting", Event.COLLECTED, "approval",
             when=Finding.COMPLETE, tasks=(Task.ASK_APPROVAL,)),
        *(Rule("collecting", Event.COLLECTED, "with a person",
               when=gap, tasks=(Task.ASK_BY_HAND,), reason=gap.value) for gap in GAPS),

        Rule("approval", Event.APPROVED, "sending", tasks=(Task.SEND_EXTRACT,)),
        Rule("approval", Event.REDO, "collecting", tasks=(Task.COLLECT,)),
        Rule("approval of nothing", Event.APPROVED, "sending", tasks=(Task.SEND_NOTHING_HELD,)),
        Rule("approval of nothing", Event.REDO, "searching", tasks=(Task.LOOK_UP,)),
        *refusal("approval", "approval of nothing"),
        *refusal("letter to post", also=(Task.SHRED_LETTER,)),

        Rule("sending", Event.ANSWER_ACCEPTED, "resting",
             tasks=(Task.SHRED_PASSPHRASE, Task.WATCH_QUIET)),
        Rule("resting", Event.QUIET_OVER, "answered"),

        *brakes("letter to post", also=(Task.SHRED_LETTER,)),
        *brakes("address code", "searching", "printing", "letter code", "collecting",
                "approval", "approval of nothing", "sending", "resting"),
        *by_hand(),
        Rule("with a person", Event.REDO, "address code",
             tasks=(Task.START_OVER, Task.ACKNOWLEDGE)),
    ),
)  # fmt: skip
