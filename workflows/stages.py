"""The stretches that rights share: with a person, the brakes, and the end."""

from bot.core.events import Event, Task
from bot.core.machine import Rule, Stage
from bot.core.vocabulary import Waits

WITH_A_PERSON = Stage("with a person", Waits.STAFF)
REFUSING = Stage("refusing", Waits.SYSTEMS)
REFUSED = Stage("refused", Waits.NOBODY, final=True)
DONE_BY_HAND = Stage("done by hand", Waits.NOBODY, final=True)

HAND_OVER = (Task.TELL_WITH_A_PERSON, Task.ASK_BY_HAND)

#: the stages of the stretch where a human has taken over
BY_HAND_STAGES = (WITH_A_PERSON, DONE_BY_HAND, REFUSING, REFUSED)


def by_hand() -> tuple[Rule, ...]:
    """A named human answers the customer and says KLAR, or refuses with a ground.

    Art. 12(4): "inform the data subject without delay and at the latest within one month of
    receipt of the request of the reasons for not taking action".
    """
    return (
        Rule("with a person", Event.DONE, "done by hand"),
        *refusal("with a person"),
        Rule("refusing", Event.ANSWER_ACCEPTED, "refused"),
        Rule("refusing", Event.UNDELIVERABLE, "with a person",
             tasks=(Task.ASK_BY_HAND,), reason="undeliverable"),
        Rule("with a person", Event.NOT_ME, "with a person",
             tasks=(Task.START_OVER, Task.ALARM_NOT_ME, Task.ASK_BY_HAND), reason="not_me"),
    )  # fmt: skip


def refusal(*stages: str, also: tuple[Task, ...] = ()) -> tuple[Rule, ...]:
    """From each stage a named human may refuse; the mail with reasons goes to the customer."""
    return tuple(
        Rule(stage, Event.REFUSED, "refusing", tasks=(*also, Task.SEND_REFUSAL)) for stage in stages
    )


def hand_over(
    event: Event, *stages: str, reason: str, also: tuple[Task, ...] = ()
) -> tuple[Rule, ...]:
    """From each stage the event gives the case to a human, with the clock running."""
    tasks = (Task.VOID_CODES, *also, *HAND_OVER)
    return tuple(
        Rule(stage, event, "with a person", tasks=tasks, reason=reason) for stage in stages
    )


def brakes(*stages: str, also: tuple[Task, ...] = ()) -> tuple[Rule, ...]:
    """From each stage: `INTE JAG`, too many wrong codes and an undeliverable mail stop the case.

    `also` is done besides, where something lies ready that must not go out.
    """
    stop = (Task.START_OVER, *also, Task.TELL_STOPPED, Task.ALARM_NOT_ME, Task.ASK_BY_HAND)
    return (
        *(Rule(stage, Event.NOT_ME, "with a person", tasks=stop, reason="not_me")
          for stage in stages),
        *hand_over(Event.TRIES_SPENT, *stages, reason="tries_spent", also=also),
        *(Rule(stage, Event.UNDELIVERABLE, "with a person",
               tasks=(Task.VOID_CODES, *also, Task.ASK_BY_HAND), reason="undeliverable")
          for stage in stages),
    )  # fmt: skip
