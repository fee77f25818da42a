from threading import Thread

import pytest

from bot.core.events import Event, Finding, Task
from bot.core.machine import NEW, BadTable, Rule, Stage, Workflow
from bot.core.table_faults import GUARDS, TOLD, Guard
from bot.core.vocabulary import Waits

HERE = Stage("here", Waits.STAFF)
THERE = Stage("there", Waits.SYSTEMS)
END = Stage("end", Waits.NOBODY, final=True)
IN = Rule(NEW, Event.OPENED, "here")
OUT = Rule("here", Event.DONE, "end")


def table(*rules: Rule, stages: tuple[Stage, ...] = (HERE, END)) -> Workflow:
    """A small table with these rules."""
    return Workflow("small", "Art. 1", stages, rules)


def refused(*rules: Rule, stages: tuple[Stage, ...] = (HERE, END)) -> str:
    """What is said of a table that is refused."""
    with pytest.raises(BadTable) as told:
        table(*rules, stages=stages)
    return str(told.value)


def test_two_rules_for_one_move_are_refused() -> None:
    """Also when they lead to the same stage."""
    words = refused(IN, OUT, OUT)
    assert words == "workflow small: two rules claim one move: here on done"


def test_a_rule_with_and_one_without_a_finding_are_refused() -> None:
    """Nobody could say which of the two is meant."""
    words = refused(IN, OUT, Rule("here", Event.DONE, "end", when=Finding.FOUND))
    assert (
        words
        == "workflow small: two rules claim one move: here on done, with and without a finding"
    )


def test_a_stage_without_way_in_is_refused() -> None:
    """A stage that no rule reaches is a mistake in the table."""
    words = refused(IN, OUT, Rule("there", Event.DONE, "end"), stages=(HERE, THERE, END))
    assert words == "workflow small: no way in: «there»"


def test_a_stage_without_way_out_is_refused() -> None:
    """A rule that leads back to the same stage is none."""
    to_there = Rule("here", Event.POSTED, "there")
    back = Rule("there", Event.NOT_ME, "there")
    assert refused(IN, OUT, to_there, back, stages=(HERE, THERE, END)) == (
        "workflow small: no way out: «there»"
    )


def test_a_circle_without_an_end_is_refused() -> None:
    """Two stages that lead to each other alone keep a case for ever."""
    rules = (IN, Rule("here", Event.DONE, "there"), Rule("there", Event.BLOCKED, "here"))
    assert refused(*rules, stages=(HERE, THERE)) == "workflow small: no way to an end: «here»"


def test_an_unknown_stage_is_refused() -> None:
    """A misspelt stage never becomes a place of its own."""
    words = refused(IN, OUT, Rule("here", Event.POSTED, "tehre"))
    assert words == "workflow small: a rule names the stage «tehre», which the table lacks"


def test_an_end_that_goes_on_is_refused() -> None:
    """What is final has no way out."""
    words = refused(IN, OUT, Rule("end", Event.REDO, "here"))
    assert words == "workflow small: «end» is final and has a way out"


def test_a_stage_that_stands_twice_is_refused() -> None:
    """One name, one place."""
    assert refused(IN, OUT, stages=(HERE, HERE, END)) == (
        "workflow small: the stage «here» stands twice"
    )


def test_a_stage_for_staff_that_obeys_no_word_is_refused() -> None:
    """A prompt must have an answer."""
    words = refused(IN, Rule("here", Event.BLOCKED, "end"))
    assert words == "workflow small: «here» waits for staff and obeys no word of theirs"


def _moved_by(word: Event | Finding) -> tuple[Event, Finding | None]:
    """An event with what it finds; what is found is found by a search."""
    return (word, None) if isinstance(word, Event) else (Event.LOOKED_UP, word)


@pytest.mark.law("L59")
@pytest.mark.law("L86")
@pytest.mark.parametrize(
    ("task", "guard"), [(task, guard) for task, guards in GUARDS.items() for guard in guards]
)
def test_no_way_goes_around_a_guard(task: Task, guard: Guard) -> None:
    """Whatever gives data away or destroys them has its proof and its person before it."""
    others = [_moved_by(min(one)) for one in GUARDS[task] if one != guard]
    names = [f"s{number}" for number in range(len(others) + 1)]
    stages = [Stage(name, Waits.SYSTEMS) for name in names]
    rules = [Rule(NEW, Event.OPENED, names[0])]
    rules += [
        Rule(start, event, end, when=found)
        for start, (event, found), end in zip(names, others, names[1:], strict=False)
    ]
    rules.append(Rule(names[-1], Event.COLLECTED, "end", tasks=(task,)))
    words = refused(*rules, stages=(*stages, END))
    assert words == f"workflow small: {task} can be reached without {' or '.join(sorted(guard))}"


@pytest.mark.law("L61")
@pytest.mark.parametrize("event", [Event.LIFTED, Event.REFUSED, Event.NOTICE_ACCEPTED])
def test_a_restriction_is_lifted_only_after_a_mail_that_was_taken(event: Event) -> None:
    """A word of staff alone makes a bad table; the notice of Art. 18(3) makes a good one."""
    rules = (IN, Rule("here", Event.POSTED, "there"), OUT)
    lift = Rule("there", event, "end", tasks=(Task.LIFT,))
    if event in TOLD:
        assert table(*rules, lift, stages=(HERE, THERE, END)).rules[-1] is lift
    else:
        words = refused(*rules, lift, stages=(HERE, THERE, END))
        assert words == (
            f"workflow small: the restriction is lifted on {event} without the notice of Art. 18(3)"
        )


def test_a_false_condition_leaves_the_stage() -> None:
    """The library returns without a word; the stage is what is read, and nothing was done."""
    small = table(IN, OUT, Rule("here", Event.BLOCKED, "end", when=Finding.FOUND))
    assert small.step("here", Event.BLOCKED, Finding.SHARED) is None
    assert small.step("here", Event.BLOCKED) is None
    taken = small.step("here", Event.BLOCKED, Finding.FOUND)
    assert taken is not None
    assert taken.stage == "end"


def test_a_case_at_an_unknown_stage_fails_loud() -> None:
    """A stage that an earlier table had is never passed over in silence."""
    with pytest.raises(BadTable, match="«legacy», an unknown stage"):
        table(IN, OUT).step("legacy", Event.DONE)


def test_cases_in_several_threads_do_not_meet() -> None:
    """Each step has a model of its own, and the machine keeps none."""
    small = table(IN, OUT)
    seen: list[str] = []

    def work() -> None:
        for _ in range(200):
            taken = small.step("here", Event.DONE)
            seen.append(taken.stage if taken else "lost")

    threads = [Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(seen) == {"end"}
    assert len(seen) == 800
    assert small.machine.models == []
