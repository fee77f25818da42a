"""Letters in everyday speech, whose `road` is a human's: `sure` without a doubt, or worth a look.

`rights` names every right that may be read as the main one; where none is named, any may.
"""

import json
from pathlib import Path

import pytest

from bot.classify.reader import read_text
from bot.core.vocabulary import Right, Road

_LETTERS = [
    json.loads(line)
    for file in sorted(Path(__file__).parent.glob("letters_*_speech.jsonl"))
    for line in file.read_text("utf-8").splitlines()
]
_ASKING = [letter for letter in _LETTERS if letter["road"] != Road.NO]
_ORDINARY = [letter for letter in _LETTERS if letter["road"] == Road.NO]
_NAMED = [letter for letter in _ASKING if letter["rights"]]
_ACTED_ON = {Right.ACCESS, Right.OBJECTION_MARKETING}


@pytest.mark.law("L02")
@pytest.mark.parametrize("letter", _ASKING, ids=[letter["id"] for letter in _ASKING])
def test_a_right_said_in_plain_speech_is_seen(letter: dict[str, str]) -> None:
    """However roundabout it is said, a request is at least looked at by a human."""
    assert read_text(letter["subject"], letter["body"]).road is not Road.NO


@pytest.mark.parametrize("letter", _ORDINARY, ids=[letter["id"] for letter in _ORDINARY])
def test_daily_business_asks_nobody_to_look(letter: dict[str, str]) -> None:
    """Orders, invoices, deliveries and complaints about goods stay out of the clerks' way."""
    assert read_text(letter["subject"], letter["body"]).road is Road.NO


@pytest.mark.law("L03")
def test_plain_speech_is_acted_on_for_no_right_it_does_not_exercise() -> None:
    """What is done without a human, access and the marketing stop, is never read in by mistake."""
    for letter in _NAMED:
        reading = read_text(letter["subject"], letter["body"])
        if reading.road is Road.SURE:
            wrongly = _ACTED_ON.intersection(reading.rights) - set(letter["rights"])
            assert not wrongly, letter["id"]


def test_plain_speech_is_mostly_read_as_the_right_it_means() -> None:
    """Of the letters that ask, 95 in 100 get an accepted main right; 85 of 100 sure ones are."""
    readings = [(letter, read_text(letter["subject"], letter["body"])) for letter in _NAMED]
    accepted = [r for letter, r in readings if r.rights and r.rights[0] in letter["rights"]]
    sure = [r.road is Road.SURE for letter, r in readings if letter["road"] == Road.SURE]
    assert len(accepted) >= 0.95 * len(readings)
    assert sum(sure) >= 0.85 * len(sure)


def test_a_reason_bears_no_sign_at_its_ends() -> None:
    """`because` holds words: no mark that merely closes the sentence."""
    for letter in _ASKING:
        for reason in read_text(letter["subject"], letter["body"]).because:
            assert reason == reason.strip(" .,;:!?\"'()"), letter["id"]
