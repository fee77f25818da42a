"""What no committed file may hold, and words that stay in their own room."""

import re
from pathlib import Path

from house_sources import ROOT, committed, modules

from workflows import ALL

_NETWORK = re.compile(
    r"https?://\S+/simple\b|files\.python" + r"hosted|--(?:extra-)?index-" + "url"
)
_MACHINE = re.compile(r"(?<![\w.~/-])/(?:work|root|home/\w+)/")
_TEMPORARY = re.compile(r"(?<![\w.~/-])/tmp/")
_SWEDISH = re.compile(r"[åäö]", re.IGNORECASE)
_PIN = re.compile(r"^[A-Za-z0-9_.\[\]-]+==\S+")
SENTENCE = 4  # words

#: what lies at the top of the repository; beside the house itself only what a repository needs
TOP = {
    *("bot", "workflows", "mail_templates", "tests", "config.toml", "pyproject.toml", "README.md"),
    *("Makefile", ".ci", ".gitignore", "requirements.lock", "benchmarks", "deploy", "docs"),
}

#: words of the tables that are spelt elsewhere because they are something else there
STAGE_WORDS = {
    ("bot/core/events.py", "blocked"): "an event: a register has set the block",
    ("bot/core/events.py", "refused"): "an event: a decider has written AVSLÅ",
    ("bot/core/events.py", "classified"): "an event: staff have written KLASSA",
    ("bot/core/events.py", "ordinary"): "a finding: nothing hinders the usual road",
    ("bot/core/events.py", "corrected"): "an event: staff have written RÄTTA",
    ("bot/core/events.py", "held"): "a finding: something stands against an erasure",
    ("bot/core/events.py", "lifted"): "an event: a decider has written HÄV",
    ("bot/core/events.py", "residue"): "a finding: a register still holds what was erased",
    ("bot/core/events.py", "withdrawn"): "an event: the requester took it back",
    ("bot/core/facts_of_registers.py", "corrected"): "a fact: what staff said is to be put right",
    ("bot/answers/grounds.py", "stopped"): "a word of the answer: what became of a purpose",
    ("bot/answers/grounds.py", "erased"): "the same, where the data are gone as well",
    ("bot/mail/compose.py", "erased"): "a variable of the answer: what was erased",
    ("bot/mail/variables.py", "erased"): "the same, declared",
    ("bot/mail/variables.py", "stopped"): "a variable: when everything was stopped",
    ("bot/core/vocabulary.py", "ordinary"): "a verdict over a mail",
    ("bot/gather.py", "ordinary"): "the same verdict",
}
#: Swedish that no customer reads as ours, or that may not stand in a template
SWEDISH = {
    "bot/classify/": "the words that customers write, to be known again",
    "bot/mail/codes.py": "the same",
    "bot/mail/named.py": "the same",
    "bot/mail/signals.py": "the words that other people's machines write",
    "bot/mail/marks.py": "the words above which mail programs quote, our own line among them",
    "bot/answers/openers.py": "the words with which notes begin a sentence, to be known again",
    "bot/core/command_table.py": "the help stands beside each word, so that the table is one",
    "bot/core/command_words.py": "the words that staff write, to be known again",
    "bot/core/law.py": "the names of Swedish laws",
    "bot/core/deadline_reasons.py": "reasons of a date, printed for staff by `deadline`",
    "bot/deadline_lines.py": "the same",
    "bot/showing.py": "a word of staff inside an English sentence, for operators",
    "bot/demo/": "what invented people write",
    "bot/config/": "examples inside English sentences, for operators",
}


def _lines(pattern: re.Pattern[str], paths: list[Path]) -> list[str]:
    return [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:100]}"
        for path in paths
        for number, line in enumerate(path.read_text("utf-8", "replace").splitlines(), 1)
        if pattern.search(line)
    ]


def test_no_committed_file_names_an_index_of_packages() -> None:
    """Where packages come from is the machine's own business."""
    assert _lines(_NETWORK, [path for path in committed() if path != Path(__file__)]) == []


def test_no_committed_file_knows_the_machine_it_was_written_on() -> None:
    """No absolute path of a person, and none into a temporary folder outside the tests."""
    tests = ROOT / "tests"
    assert _lines(_MACHINE, [path for path in committed() if path != Path(__file__)]) == []
    assert _lines(_TEMPORARY, [path for path in committed() if tests not in path.parents]) == []


def test_nothing_new_lies_at_the_top() -> None:
    """Who comes in sees the same few rooms; the printed papers are among what is looked at here."""
    places = [path.relative_to(ROOT) for path in committed()]
    assert {place.parts[0] for place in places} - TOP == set()
    assert Path("docs/law.md") in places


def test_a_stage_is_named_in_the_workflows_alone() -> None:
    """Outside, a case's stage is asked for its marks, never compared with a name."""
    stages = {stage.name for table in ALL.values() for stage in table.stages}
    quoted = {
        (module.place, text)
        for module in modules()
        if module.room != "workflows"
        for _, text in module.texts()
        if text in stages
    }
    assert quoted - STAGE_WORDS.keys() == set()
    assert STAGE_WORDS.keys() - quoted == set()


def test_no_sentence_to_a_customer_stands_in_python() -> None:
    """What we say stands in mail_templates/."""
    wrong = [
        f"{module.place}:{line}: {text[:80]}"
        for module in modules()
        if not module.place.startswith(tuple(SWEDISH))
        for line, text in module.texts()
        if _SWEDISH.search(text) and len(text.split()) >= SENTENCE
    ]
    assert wrong == []
    spared = [
        module.place
        for module in modules()
        if any(
            _SWEDISH.search(text) and len(text.split()) >= SENTENCE for _, text in module.texts()
        )
    ]
    needed = {start for start in SWEDISH if any(place.startswith(start) for place in spared)}
    assert SWEDISH.keys() - needed == set()


def test_every_locked_package_has_its_hashes_and_no_address() -> None:
    """An installation takes exactly these files, from wherever it gets them."""
    text = (ROOT / "requirements.lock").read_text("utf-8").replace("\\\n", " ")
    pins = [
        line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")
    ]
    assert pins
    assert [line[:60] for line in pins if not _PIN.match(line)] == []
    assert [line[:60] for line in pins if "--hash=sha256:" not in line] == []
    assert "://" not in text
