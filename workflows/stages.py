"""The stretches that rights share, from the first code to the last recipient.

Read a stretch as a sentence: from this stage, when this happens, to that stage, doing this.
"""

from bot.core.events import Event, Finding, Task
from bot.core.machine import Rule, Stage
from bot.core.vocabulary import Waits

Tasks = tuple[Task, ...]
Way = tuple[str, Tasks]
"""Where a stretch leads, and what is done on the way there."""

HAND_OVER = (Task.TELL_WITH_A_PERSON, Task.ASK_BY_HAND)

#: a human has taken over, or the case is refused
BY_HAND_STAGES = (
    Stage("with a person", Waits.STAFF, aside=True),
    Stage("done by hand", Waits.NOBODY, final=True),
    Stage("refusing", Waits.SYSTEMS, aside=True, settled=True),
    Stage("refused", Waits.NOBODY, final=True),
)

#: she took her request back; for thirty days it can be taken up again
WITHDRAWN_STAGES = (
    Stage("withdrawn", Waits.NOBODY, aside=True, settled=True),
    Stage("withdrawn for good", Waits.NOBODY, final=True),
)

#: the same, where the bot has restricted the data meanwhile
WITHDRAWN_FROM_RESTRICTION = (
    *WITHDRAWN_STAGES,
    Stage("lifting after all", Waits.SYSTEMS, aside=True, settled=True),
)

#: the joint answer is on its way, or rests until no bounce can come
ANSWER_STAGES = (
    Stage("sending", Waits.SYSTEMS, aside=True, settled=True, sends_answer=True),
    Stage("resting", Waits.NOBODY, aside=True, settled=True),
)

#: Art. 19: those who got the data are told
RECIPIENT_STAGES = (
    Stage("recipients told", Waits.NOBODY, aside=True, settled=True),
    Stage("recipients reminded", Waits.NOBODY, aside=True, settled=True),
    Stage("recipients reminded again", Waits.NOBODY, aside=True, settled=True),
    Stage("recipients silent", Waits.STAFF, aside=True, settled=True),
)


def joint_answer(
    ready: str,
    then: str,
    *,
    accepted: Tasks = (),
    rested: Tasks = (),
    when: Finding | None = None,
) -> tuple[Rule, ...]:
    """One answer for all cases of the matter; the case rests until no bounce can come."""
    return (
        Rule(ready, Event.OTHERS_READY, "sending", tasks=(Task.ANSWER,)),
        Rule("sending", Event.ANSWER_ACCEPTED, "resting", tasks=(*accepted, Task.WATCH_QUIET)),
        Rule("resting", Event.QUIET_OVER, then, when=when, tasks=rested),
        *brakes(ready, "sending", "resting"),
    )


def recipients(then: str, tasks: Tasks = ()) -> tuple[Rule, ...]:
    """Each recipient says KLART, is reminded twice, and is then chased by staff. Art. 19."""
    told, first, second = "recipients told", "recipients reminded", "recipients reminded again"
    stages = (told, first, second, "recipients silent")
    return (
        *(Rule(stage, Event.RECIPIENTS_DONE, then, tasks=tasks) for stage in stages),
        *(Rule(stage, Event.RECIPIENT_DUE, next_one,
               tasks=(Task.REMIND_RECIPIENTS, Task.WATCH_RECIPIENTS))
          for stage, next_one in ((told, first), (first, second))),
        Rule(second, Event.RECIPIENT_DUE, "recipients silent", tasks=(Task.ASK_CHASE,)),
        Rule("recipients silent", Event.DONE, then, tasks=tasks),
    )  # fmt: skip


def by_hand() -> tuple[Rule, ...]:
    """A named human answers the customer and says KLAR, or refuses with a ground.

    Art. 12(4): "inform the data subject without delay and at the latest within one month of
    receipt of the request of the reasons for not taking action".
    """
    return (
        Rule("with a person", Event.DONE, "done by hand"),
        *refusal("with a person"),
        Rule("refusing", Event.REFUSAL_ACCEPTED, "refused"),
        Rule("refusing", Event.UNDELIVERABLE, "with a person",
             tasks=(Task.ASK_BY_HAND,), reason="undeliverable"),
        Rule("with a person", Event.CONCERNED, "with a person",
             tasks=(Task.ASK_BY_HAND,), reason="concerned"),
        Rule("with a person", Event.NOT_ME, "with a person",
             tasks=(Task.START_OVER, Task.ALARM_NOT_ME, Task.ASK_BY_HAND), reason="not_me"),
    )  # fmt: skip


def begin_again() -> tuple[Rule, ...]:
    """A human may let the case begin once more, with a new code."""
    return (
        Rule("with a person", Event.REDO, "address code",
             tasks=(Task.START_OVER, Task.ACKNOWLEDGE)),
    )  # fmt: skip


def refusal(*stages: str, also: Tasks = ()) -> tuple[Rule, ...]:
    """From each stage a named human may refuse; the mail with reasons goes to the customer."""
    return tuple(
        Rule(stage, Event.REFUSED, "refusing", tasks=(*also, Task.SEND_REFUSAL)) for stage in stages
    )


def refusal_that_lifts(stage: str, refusing: str, lifting: str = "lifting") -> tuple[Rule, ...]:
    """The refusal says that the restriction ends with it, and then it ends. Art. 18(3)."""
    return (
        Rule(stage, Event.REFUSED, refusing, tasks=(Task.SEND_REFUSAL,)),
        Rule(refusing, Event.REFUSAL_ACCEPTED, lifting, tasks=(Task.LIFT,)),
        Rule(lifting, Event.ACTED, "refused"),
    )


def withdrawal(*stages: str, restricts: bool = False) -> tuple[Rule, ...]:
    """She takes the request back, and may take it up again for thirty days, with its old date.

    Before a proof from the same sender; the notice goes to every address that knows of it (P12).
    """
    back = (Task.SHRED_LETTER, Task.TELL_WITHDRAWN, Task.VOID_CODES, Task.WATCH_WITHDRAWAL)
    return (
        *(Rule(stage, Event.WITHDRAWN, "withdrawn", tasks=back)
          for stage in ("address code", "unproved", "closing unproved", "searching", *stages)),
        Rule("withdrawn", Event.REOPENED, "address code",
             tasks=(Task.START_OVER, Task.ACKNOWLEDGE)),
        Rule("withdrawn", Event.CONCERNED, "with a person",
             tasks=(Task.ASK_BY_HAND,), reason="concerned"),
        Rule("withdrawn", Event.NOT_ME, "with a person",
             tasks=(Task.START_OVER, Task.ALARM_NOT_ME, Task.ASK_BY_HAND), reason="not_me"),
        *(_end_of_the_restriction() if restricts else
          (Rule("withdrawn", Event.WITHDRAWAL_FINAL, "withdrawn for good"),)),
    )  # fmt: skip


def _end_of_the_restriction() -> tuple[Rule, ...]:
    """What was restricted meanwhile is in use again, as the notice of the withdrawal said."""
    return (
        Rule("withdrawn", Event.WITHDRAWAL_FINAL, "withdrawn for good", when=Finding.FREE),
        Rule("withdrawn", Event.WITHDRAWAL_FINAL, "lifting after all",
             when=Finding.HELD, tasks=(Task.LIFT,)),
        Rule("lifting after all", Event.ACTED, "withdrawn for good"),
    )  # fmt: skip


def hand_over(
    event: Event, *stages: str, reason: str, also: Tasks = (), when: Finding | None = None
) -> tuple[Rule, ...]:
    """From each stage the event gives the case to a human, with the clock running."""
    tasks = (Task.VOID_CODES, *also, *HAND_OVER)
    return tuple(
        Rule(stage, event, "with a person", when=when, tasks=tasks, reason=reason)
        for stage in stages
    )


def brakes(*stages: str, also: Tasks = ()) -> tuple[Rule, ...]:
    """From each stage a human takes over when somebody says stop, or cannot be reached.

    `INTE JAG`; too many wrong codes; words, or a record, that say she must be protected (P05); a
    mail of ours that comes back. `also` is done besides, where something lies ready that must not
    go out.
    """
    stop = (Task.START_OVER, *also, Task.TELL_STOPPED, Task.ALARM_NOT_ME, Task.ASK_BY_HAND)
    ask = (Task.VOID_CODES, *also, Task.ASK_BY_HAND)
    return (
        *(Rule(stage, Event.NOT_ME, "with a person", tasks=stop, reason="not_me")
          for stage in stages),
        *hand_over(Event.TRIES_SPENT, *stages, reason="tries_spent", also=also),
        *(Rule(stage, Event.CONCERNED, "with a person", tasks=ask, reason="concerned")
          for stage in stages),
        # a block that she asks for besides
        *(Rule(stage, Event.BLOCKED, "with a person",
               when=Finding.PROTECTED, tasks=ask, reason="protected")
          for stage in stages),
        *(Rule(stage, Event.UNDELIVERABLE, "with a person", tasks=ask, reason="undeliverable")
          for stage in stages),
    )  # fmt: skip
