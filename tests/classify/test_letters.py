import json
from pathlib import Path

import pytest

from bot.classify.reader import read_text
from bot.core.vocabulary import Right, Road

_FILES = sorted(
    file for file in Path(__file__).parent.glob("letters_*.jsonl") if "_speech" not in file.name
)
_LETTERS = [
    json.loads(line) for file in _FILES for line in file.read_text("utf-8").splitlines() if line
]


@pytest.mark.law("L02")
@pytest.mark.parametrize("letter", _LETTERS, ids=[letter["id"] for letter in _LETTERS])
def test_a_letter_is_read_as_a_human_reads_it(letter: dict[str, object]) -> None:
    """Each invented letter takes its road, with its main right first and no other right beside."""
    reading = read_text(str(letter["subject"]), str(letter["body"]))
    rights = [right.value for right in reading.rights]
    assert reading.road == letter["road"], reading
    assert rights[:1] == list(letter["rights"])[:1], reading  # type: ignore[call-overload]
    assert set(rights) == set(letter["rights"]), reading  # type: ignore[call-overload]


def test_the_letters_are_many_and_hold_as_many_nasty_neighbours() -> None:
    """At least three hundred letters, a third of them ordinary, and every right among them."""
    ordinary = [letter for letter in _LETTERS if letter["road"] == Road.NO]
    assert len(_LETTERS) >= 300
    assert len(ordinary) >= len(_LETTERS) // 3
    assert {right for letter in _LETTERS for right in letter["rights"]} == set(Right)


def test_the_words_that_decided_stand_in_the_letter() -> None:
    """`because` quotes the mail: every reason is found in its subject or its text."""
    for letter in _LETTERS:
        seen = " ".join(f"{letter['subject']} {letter['body']}".split())
        for reason in read_text(letter["subject"], letter["body"]).because:
            assert " ".join(reason.split()) in seen, letter["id"]
