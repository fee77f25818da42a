"""The stretches in which somebody shows who writes: the code, the search, the second channel.

Level 1 is a code to the address that wrote, level 2 a code in a letter to the address on file,
level 3 an identity document or a letter to an address that staff checked (law document, section 3).
"""

from collections.abc import Iterator

from bot.core.events import Event, Finding, Task
from bot.core.machine import NEW, Rule, Stage
from bot.core.vocabulary import Waits
from workflows.stages import HAND_OVER, Way, brakes, hand_over, refusal

#: the address is to be proved; nobody came back with a code
PROOF_STAGES = (
    Stage("address code", Waits.REQUESTER, needs_code=True),
    Stage("unproved", Waits.STAFF, aside=True, together=True, unproved=True),
    Stage("closing unproved", Waits.NOBODY, aside=True, settled=True, together=True),
    Stage("refusing the unproved", Waits.SYSTEMS, aside=True, settled=True, together=True),
)

#: a second channel: the letter, or an identity document
LETTER_STAGES = (
    Stage("printing", Waits.SYSTEMS, together=True),
    Stage("letter to post", Waits.STAFF, together=True),
    Stage("letter code", Waits.REQUESTER, together=True),
    Stage("stronger proof", Waits.STAFF, together=True),
    Stage("age of the address", Waits.STAFF, together=True),
    Stage("nowhere to write", Waits.STAFF, together=True),
)


#: where the letter and the stronger proofs stand, for a request that is taken back
AT_THE_LETTER = (
    "printing", "letter to post", "letter code", "stronger proof", "age of the address",
    "nowhere to write",
)  # fmt: skip


#: nothing is held about the proved address
NOTHING_STAGES = (
    Stage("people are looking", Waits.SYSTEMS, together=True, by_people=True),
    Stage("approval of nothing", Waits.STAFF),
    Stage("nothing to say but that", Waits.NOBODY, part="nothing_held"),
    Stage("sending nothing", Waits.SYSTEMS, aside=True, settled=True, sends_answer=True),
    Stage("nothing held", Waits.NOBODY, final=True),
)


def proof_of_address() -> tuple[Rule, ...]:
    """The code to the address that wrote comes back, and it is searched; or a human looks.

    Whoever stays unproved hears the same words at the same time, customer or not (P11).
    """
    again = (Task.START_OVER, Task.ACKNOWLEDGE)
    return (
        Rule("address code", Event.CODE_RETURNED, "searching", tasks=(Task.LOOK_UP,)),
        Rule("address code", Event.OTHER_ADDRESS, "address code", tasks=(Task.SEND_OTHER_CODE,)),
        *(Rule("address code", event, "unproved",
               tasks=(Task.VOID_CODES, Task.ASK_UNPROVED), reason=event.value)
          for event in (Event.CODE_LAPSED, Event.ALARM_DUE)),
        Rule("unproved", Event.CODE_LATE, "address code", tasks=again),
        Rule("unproved", Event.REDO, "address code", tasks=again),
        Rule("unproved", Event.DONE, "done by hand"),
        Rule("unproved", Event.REFUSED, "closing unproved", tasks=(Task.WATCH_CLOSING,)),
        Rule("closing unproved", Event.CODE_LATE, "address code", tasks=again),
        Rule("closing unproved", Event.UNPROVED_CLOSES, "refusing the unproved",
             tasks=(Task.SEND_REFUSAL,)),
        Rule("refusing the unproved", Event.REFUSAL_ACCEPTED, "refused"),
        *brakes("unproved", "closing unproved", "refusing the unproved"),
    )  # fmt: skip


def search(then: dict[Finding, Way], *, stage: str = "searching") -> tuple[Rule, ...]:
    """What the registers together say of the proved address; what is not named goes to a human."""
    to_a_person = {
        # a word to any address on file may reach the one she is protected from (P05)
        Finding.PROTECTED: ("with a person", (Task.ASK_BY_HAND,)),
        Finding.SHARED: ("with a person", HAND_OVER),
        Finding.OTHER_RECORDS: ("with a person", HAND_OVER),
        Finding.SEVERAL_POSTAL: ("with a person", HAND_OVER),
        Finding.NOTHING: ("approval of nothing", (Task.ASK_APPROVAL,)),
        Finding.ELSEWHERE: ("approval of nothing", (Task.ASK_APPROVAL,)),
        Finding.UNSEARCHED: ("people are looking", (Task.ASK_PEOPLE,)),
    }
    return (
        *(Rule(stage, Event.LOOKED_UP, to, when=found, tasks=tasks,
               reason="" if found is Finding.ORDINARY else found.value)
          for found, (to, tasks) in {**to_a_person, **then}.items()),
        *hand_over(Event.REGISTER_SILENT, stage, reason="register_silent"),
    )  # fmt: skip


#: she hears at once that we need to know more surely who writes, and staff how (EDPB 01/2022, 159)
ASK_MORE = (Task.TELL_WITH_A_PERSON, Task.ASK_IDENTITY, Task.E_IDENTIFY)

#: where each finding leads for a right that needs the second channel
SECOND_CHANNEL: dict[Finding, Way] = {
    Finding.ORDINARY: ("printing", (Task.PRINT_LETTER,)),
    Finding.SENSITIVE: ("stronger proof", ASK_MORE),
    Finding.CONTACT_FRESH: ("stronger proof", ASK_MORE),
    Finding.NO_POSTAL: ("nowhere to write", ASK_MORE),
    Finding.CONTACT_UNKNOWN: ("age of the address", ASK_MORE),
}

#: what may be hers beside her records: who shows level 3 gets it too, if staff say so (P01)
CANDIDATES: dict[Finding, Way] = {Finding.OTHER_RECORDS: ("stronger proof", ASK_MORE)}


def second_channel(then: Way, *, by_eye: Way | None = None) -> tuple[Rule, ...]:
    """The code in a letter to the address on file; or an identity document that staff saw.

    One letter a matter (P17). Where contact data are fresh, or personnummer or credit data would
    be shown, the letter counts only when the address was checked in the population register.
    `by_eye` leads elsewhere for who was identified without a letter.
    """
    print_it = (Task.PRINT_LETTER,)
    return (
        Rule("stronger proof", Event.ADDRESS_CHECKED, "printing", tasks=print_it),
        Rule("age of the address", Event.ADDRESS_CHECKED, "printing", tasks=print_it),
        # a clerk says that the address has stood for more than 90 days (P02)
        Rule("age of the address", Event.APPROVED, "printing", tasks=print_it),
        *_identified(then, by_eye or then),
        *_by_letter(then),
        *(Rule(stage, Event.DONE, "done by hand")
          for stage in ("stronger proof", "age of the address", "nowhere to write")),
        *refusal("stronger proof", "age of the address", "nowhere to write"),
        *brakes("stronger proof", "age of the address", "nowhere to write"),
    )  # fmt: skip


def _identified(then: Way, by_eye: Way) -> Iterator[Rule]:
    """A document that staff saw, or a provider's word; a letter that lies ready is not needed."""
    to, tasks = then
    seen_to, seen_tasks = by_eye
    for seen in (Event.IDENTIFIED, Event.E_IDENTIFIED):
        for stage in ("stronger proof", "age of the address", "nowhere to write"):
            yield Rule(stage, seen, seen_to, tasks=seen_tasks)
        for stage in ("printing", "letter to post"):
            yield Rule(stage, seen, seen_to, tasks=(Task.SHRED_LETTER, *seen_tasks))
        yield Rule("letter code", seen, to, tasks=tasks)


def _by_letter(then: Way) -> tuple[Rule, ...]:
    """Printed, posted by people, answered; or the code lapses, and she hears of it."""
    to, tasks = then
    posted = (Task.MARK_POSTED, Task.SHRED_LETTER)
    return (
        Rule("printing", Event.LETTER_PRINTED, "letter to post",
             tasks=(Task.TELL_LETTER_COMING, Task.ASK_POSTED)),
        Rule("printing", Event.LETTER_THERE, "letter to post", tasks=(Task.ASK_POSTED,)),
        Rule("printing", Event.LETTER_AWAY, "letter code", tasks=(Task.WATCH_LETTER,)),
        Rule("letter to post", Event.POSTED, "letter code", tasks=(*posted, Task.WATCH_LETTER)),
        # a letter that was answered has been posted, whether or not somebody said so
        Rule("letter to post", Event.LETTER_CODE_RETURNED, to, tasks=(*posted, *tasks)),
        # the letter of another case of the matter serves this one too
        *(Rule(stage, Event.LETTER_CODE_RETURNED, to, tasks=tasks)
          for stage in ("printing", "letter code")),
        *(Rule(stage, Event.LETTER_CODE_LAPSED, "unproved",
               tasks=(Task.VOID_CODES, Task.TELL_WITH_A_PERSON, Task.ASK_UNPROVED),
               reason="letter_code_lapsed")
          for stage in ("printing", "letter code")),
        *hand_over(Event.REGISTER_SILENT, "printing", reason="register_silent"),
        *refusal("letter to post", also=(Task.SHRED_LETTER,)),
        *brakes("letter to post", also=(Task.SHRED_LETTER,)),
        *brakes("printing", "letter code"),
    )  # fmt: skip


def nothing_held() -> tuple[Rule, ...]:
    """That nothing is held is approved by a human, and said of the proved address alone (P11).

    Never before they have looked who alone can look in a register (EDPB 01/2022, 18 and 125). What
    they find is somebody's of whom no register knows the address: a human carries on.
    """
    return (
        *(Rule("people are looking", Event.COLLECTED, "approval of nothing", when=found,
               tasks=(Task.ASK_APPROVAL,), reason=found.value)
          for found in (Finding.NOTHING, Finding.ELSEWHERE)),
        Rule("people are looking", Event.COLLECTED, "with a person", when=Finding.FOUND,
             tasks=HAND_OVER, reason="found_by_people"),
        *hand_over(Event.COLLECTED, "people are looking", when=Finding.SILENT,
                   reason="register_silent"),
        Rule("approval of nothing", Event.APPROVED, "nothing to say but that"),
        Rule("approval of nothing", Event.REDO, "searching", tasks=(Task.LOOK_UP,)),
        *refusal("approval of nothing"),
        Rule("nothing to say but that", Event.OTHERS_READY, "sending nothing",
             tasks=(Task.ANSWER,)),
        Rule("sending nothing", Event.ANSWER_ACCEPTED, "nothing held"),
        *brakes("people are looking", "approval of nothing", "nothing to say but that",
                "sending nothing"),
    )  # fmt: skip


def opening() -> Rule:
    """The acknowledgement goes out with a code to the address that wrote (level 1)."""
    return Rule(
        NEW, Event.OPENED, "address code", tasks=(Task.ACKNOWLEDGE, Task.FIND_OTHER_ADDRESS)
    )
