"""What the front door prints of the ledger, to the operator who asks."""

from collections.abc import Iterator
from datetime import date, datetime

import pytest

from bot.core.deadlines import STOCKHOLM
from bot.demo.play import Play
from bot.demo.stage import seeded, stage
from bot.showing import list_matters, print_digest, tell_matter, tell_trace

START = datetime(2026, 3, 10, 9, tzinfo=STOCKHOLM)
GAVLE = "info.gavle@allkontor.example"
COMPLAINT = "Jag vill klaga på hur ni har hanterat mina personuppgifter.\nMia"


@pytest.fixture(scope="module")
def play(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Play]:
    """One complaint, and one order of toner."""
    with stage(tmp_path_factory.mktemp("house"), START, seeded("showing")) as one:
        one.write("mia@post.example", GAVLE, "Klagomål", COMPLAINT)
        one.write("bosse@post.example", GAVLE, "Toner", "Skicka 5 st TN-2420 till fredag.\nBosse")
        one.settle()
        yield one


def test_the_list_says_what_is_asked_until_when_and_who_must_act(
    play: Play, capsys: pytest.CaptureFixture[str]
) -> None:
    """Numbers, rights and dates; nothing of the person."""
    list_matters(play.works)
    said = capsys.readouterr().out
    for word in ("2026-0001", "complaint", "2026-04-10", "staff"):
        assert word in said
    assert "mia" not in said.lower()


@pytest.mark.law("L81")
def test_a_matters_story_says_who_did_what_and_when(
    play: Play, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every fact in its order; a number that is none is told so, with exit code 1."""
    assert tell_matter(play.works, "2026-0001") == 0
    said = capsys.readouterr().out
    assert said.index("matter opened") < said.index("prompted") < said.index("mail accepted")
    assert "mia@post.example" not in said
    assert tell_matter(play.works, "2026-0099") == 1
    assert "There is no matter 2026-0099" in capsys.readouterr().out


@pytest.mark.people("P08")
def test_a_trace_says_seen_or_not_and_what_it_was_judged_to_be(
    play: Play, capsys: pytest.CaptureFixture[str]
) -> None:
    """Also of a mail whose text was never kept."""
    tell_trace(play.works, "Bosse@post.example", date(2026, 3, 10))
    assert "ordinary  no matter" in capsys.readouterr().out
    tell_trace(play.works, "mia@post.example", None)
    assert "request  matter 2026-0001" in capsys.readouterr().out
    tell_trace(play.works, "bosse@post.example", date(2026, 3, 11))
    assert "No mail from that address was seen on 2026-03-11" in capsys.readouterr().out


def test_the_digest_is_printed_as_it_stands(play: Play, capsys: pytest.CaptureFixture[str]) -> None:
    """The same rows as the officer's mail."""
    print_digest(play.works)
    assert "Waiting" in capsys.readouterr().out
