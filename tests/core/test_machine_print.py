import re
from collections import Counter
from dataclasses import replace

import pytest

from bot.core.events import Event, Finding, Task
from bot.core.machine import NEW, Rule, Stage, Workflow
from bot.core.machine_print import FEW, MANY, mermaid, rules_table, stages_table
from bot.core.vocabulary import Waits
from workflows import ALL

SMALL = Workflow(
    "small",
    "Art. 1",
    (
        Stage("asking staff", Waits.STAFF, holds_thanks=True),
        Stage("looking", Waits.SYSTEMS),
        Stage("over", Waits.NOBODY, final=True),
    ),
    (
        Rule("asking staff", Event.DONE, "over"),
        Rule(NEW, Event.OPENED, "looking", tasks=(Task.LOOK_UP, Task.ASK_BY_HAND)),
        Rule("looking", Event.LOOKED_UP, "over", when=Finding.NOTHING),
        Rule("looking", Event.NOT_ME, "asking staff", tasks=(Task.ASK_BY_HAND,), reason="not_me"),
        Rule("looking", Event.UNDELIVERABLE, "asking staff", tasks=(Task.ASK_BY_HAND,)),
    ),
)

#: words that begin something else in a Mermaid state diagram
RESERVED = {
    *("acc", "accdescr", "acctitle", "as", "choice", "class", "classdef", "click", "default"),
    *("direction", "end", "fork", "hide", "href", "join", "note", "scale", "state", "style"),
}
ID = r"[a-z][a-z0-9_]*"
NAME = r"[a-z][a-z0-9 ]*"
HAPPENING = rf"{NAME}(?: / {NAME})?(?: \(from \d+\))?"
GRAMMAR = {
    "head": re.compile("stateDiagram-v2"),
    "state": re.compile(rf'    state "({NAME})" as ({ID})'),
    "arrow": re.compile(rf"    (\[\*\]|{ID}) --> ({ID}) : ({HAPPENING}(?:<br/>{HAPPENING})*)"),
    "end": re.compile(rf"    ({ID}) --> \[\*\]"),
    "colours": re.compile(rf"    classDef ({ID}) fill:#[0-9a-f]{{6}},color:#[0-9a-f]{{3}}"),
    "coloured": re.compile(rf"    class ({ID}(?:, {ID})*) ({ID})"),
}

tables = pytest.mark.parametrize("table", [SMALL, *ALL.values()], ids=["small", *ALL])


def read(diagram: str) -> dict[str, list[tuple[str, ...]]]:
    """The lines of a diagram by what they are; a line that is nothing of Mermaid's fails."""
    found: dict[str, list[tuple[str, ...]]] = {kind: [] for kind in GRAMMAR}
    for line in diagram.splitlines():
        kinds = [kind for kind, form in GRAMMAR.items() if form.fullmatch(line)]
        assert len(kinds) == 1, line
        match = GRAMMAR[kinds[0]].fullmatch(line)
        assert match
        found[kinds[0]].append(match.groups())
    return found


def test_a_stage_is_told_with_whom_it_waits_for_and_its_marks() -> None:
    """A row a stage, in the table's order; an end waits for nobody."""
    assert stages_table(SMALL).splitlines() == [
        "| stage        | waits for   | marks |",
        "| ------------ | ----------- | ----- |",
        "| asking staff | staff       | holds thanks |",
        "| looking      | systems     |  |",
        "| over         | – (the end) |  |",
    ]


def test_a_mark_with_a_value_is_told_with_it() -> None:
    """Whatever field of a stage is set is a mark: nothing has to be added here."""
    looking = replace(SMALL.stages[1], needs_code=True, level=2)
    marked = replace(SMALL, stages=(SMALL.stages[0], looking, SMALL.stages[2]))
    assert "| looking      | systems     | needs code, level: 2 |" in stages_table(marked)


def test_a_rule_is_told_with_its_finding_tasks_and_reason() -> None:
    """Stage by stage, from where every case begins; within one as the table has them."""
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in rules_table(SMALL).splitlines()
    ]
    assert rows[0] == ["stage", "event: finding", "→ stage", "tasks", "reason"]
    assert rows[2:] == [
        ["new", "opened", "→ looking", "look up, ask by hand", ""],
        ["asking staff", "done", "→ over", "", ""],
        ["looking", "looked up: nothing", "→ over", "", ""],
        ["looking", "not me", "→ asking staff", "ask by hand", "not me"],
        ["looking", "undeliverable", "→ asking staff", "ask by hand", ""],
    ]


def test_the_diagram_of_a_small_table_is_exactly_this() -> None:
    """One arrow a pair of stages, each event on a line of its own."""
    assert mermaid(SMALL).splitlines()[:9] == [
        "stateDiagram-v2",
        '    state "asking staff" as asking_staff',
        '    state "looking" as looking',
        '    state "over" as over',
        "    asking_staff --> over : done",
        "    [*] --> looking : opened",
        "    looking --> over : looked up / nothing",
        "    looking --> asking_staff : not me<br/>undeliverable",
        "    over --> [*]",
    ]


@tables
def test_every_rule_has_one_row_and_no_row_is_another_rules(table: Workflow) -> None:
    """The print leaves nothing out and adds nothing; each row has its five cells."""
    rows = [line.split(" | ") for line in rules_table(table).splitlines()[2:]]
    assert all(len(row) == 5 for row in rows)
    printed = Counter((row[0].strip("| "), row[2].strip("→ ")) for row in rows)
    assert printed == Counter((rule.stage, rule.to) for rule in table.rules)
    assert len(stages_table(table).splitlines()) == len(table.stages) + 2


@tables
def test_a_diagram_is_what_mermaid_reads(table: Workflow) -> None:
    """Names in quotes, plain ids that mean nothing else, no sign that ends a label."""
    lines = read(mermaid(table))
    assert len(lines["head"]) == 1
    ids = {made: name for name, made in lines["state"]}
    boxes = {MANY} & set(ids.values())
    assert len(ids) == len(table.stages) + len(boxes)
    assert {*ids.values()} == {stage.name for stage in table.stages} | boxes
    assert not ids.keys() & RESERVED
    used = {end for arrow in lines["arrow"] for end in arrow[:2]} - {"[*]"}
    assert used <= ids.keys()
    assert {made for (made,) in lines["end"]} == {
        made for made, name in ids.items() if name != MANY and table.by_name[name].final
    }
    coloured = [made for members, _ in lines["coloured"] for made in members.split(", ")]
    assert sorted(coloured) == sorted(made for made, name in ids.items() if name != MANY)
    assert [colour for _, colour in lines["coloured"]] == [made for (made,) in lines["colours"]]


@tables
def test_a_diagram_says_what_the_rules_say(table: Workflow) -> None:
    """Each arrow, and each shared one with its number, read back into the rules it stands for."""
    lines = read(mermaid(table))
    names = {made: name for name, made in lines["state"]} | {"[*]": NEW}
    drawn = [
        (names[start], event, names[to])
        for start, to, label in lines["arrow"]
        for event in label.split("<br/>")
    ]
    meant = Counter(
        (" / ".join(filter(None, (rule.event, rule.when))).replace("_", " "), rule.to)
        for rule in table.rules
    )
    alone = [
        (rule.stage, happening, rule.to)
        for rule in table.rules
        for happening in [" / ".join(filter(None, (rule.event, rule.when))).replace("_", " ")]
        if meant[happening, rule.to] < FEW
    ]
    shared = [
        (MANY, f"{happening} (from {count})", to)
        for (happening, to), count in meant.items()
        if count >= FEW
    ]
    assert sorted(drawn) == sorted(alone + shared)


def test_a_move_that_many_stages_share_is_drawn_once() -> None:
    """With their number, from a box of their own; three are still drawn one by one."""
    stops = tuple(Rule(f"s{place}", Event.NOT_ME, "over") for place in range(4))
    ways = tuple(Rule(f"s{place}", Event.DONE, f"s{place + 1}") for place in range(3))
    stages = tuple(Stage(f"s{place}", Waits.SYSTEMS) for place in range(4))
    table = replace(SMALL, stages=(*stages, SMALL.stages[2]),
                    rules=(Rule(NEW, Event.OPENED, "s0"), *ways, *stops))  # fmt: skip
    assert "    many_stages --> over : not me (from 4)" in mermaid(table).splitlines()
    fewer = replace(table, rules=(*table.rules[:-1], Rule("s3", Event.DONE, "over")))
    assert MANY not in mermaid(fewer)
    assert "    s2 --> over : not me" in mermaid(fewer).splitlines()


@pytest.mark.parametrize(
    "line",
    [
        "    a --> b : looked up: nothing",
        "    a --> b : one; two",
        "    a b --> c : done",
        '    state "it\'s" as it',
        '    state "a" as A',
        "    a --> b",
    ],
)
def test_a_line_that_mermaid_would_misread_is_seen(line: str) -> None:
    """A second colon or a semicolon ends a label, a blank an id: the reader above can fail."""
    with pytest.raises(AssertionError, match=re.escape(line.strip())):
        read(f"stateDiagram-v2\n{line}")
