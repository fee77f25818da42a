"""An erasure that hurries: a handler first, nobody at home, and little time left for the grace."""

from datetime import UTC, datetime

import pytest
from correspondence import BORLANGE, Correspondence, Tell, flat
from handwork import OLLE, SARA, all_answer, asked, by_letter

from bot.core.calendar_se import is_working_day
from bot.core.deadlines import receipt_day
from bot.demo.people import KARIN
from bot.shell.blocks import block

LETTER = """Hello,

Please erase all personal data you hold about me under Article 17.

Kind regards
Karin"""


def at(month: int, day: int, hour: int = 10) -> datetime:
    """An hour of 2026, UTC."""
    return datetime(2026, month, day, hour, tzinfo=UTC)


def erik_alone_says_yes(story: Correspondence) -> None:
    """The code of the letter comes back on 30 March; then nobody but Erik is there."""
    by_letter(story, KARIN, LETTER, days=20)
    assert receipt_day(story.stage.play.clock.now()) == at(3, 30).date()
    story.erik.answers(story.erik.last, "GODKÄNN")


@pytest.mark.law("L59")
@pytest.mark.people("P13", "P22")
def test_where_nobody_answers_others_are_asked_and_one_is_a_decider(tell: Tell) -> None:
    """A deputy after two working days, another company after four; a handler cannot be second."""
    story = tell(start=at(3, 10, 8))
    karin = story.customer(KARIN)
    with story.stage.play.works.premises.ledger() as ledger:
        block(ledger.session, [KARIN.address], at(1, 7).date(), "gavle")
    erik_alone_says_yes(story)
    assert "Erik Lund har sagt ja" in story.anna.heard
    story.winds_to(at(4, 8))
    for person, day in ((SARA, at(4, 1)), (OLLE, at(4, 7))):
        prompt = asked(story.customer(person), "ett ja till")
        assert receipt_day(prompt.at) == day.date()
        assert "Påminnelse" in flat(prompt)

    olle = story.customer(OLLE)
    olle.answers(asked(olle, "ett ja till"), "GODKÄNN", to=BORLANGE)
    assert "bara den som är beslutsfattare" in olle.heard
    assert story.case().approvers == ("erik",)
    story.dahl.answers(asked(story.dahl, "ett ja till"), "GODKÄNN", to=BORLANGE)
    assert story.case().approvers == ("erik", "karin")
    the_grace_is_shortened(story)

    story.winds_to(at(4, 10, 8))
    answered_in_english(story)
    all_answer(story)
    story.winds(days=4)
    assert story.matter().closed
    assert not story.matter().breached
    assert [one for one in karin.mail if "late" in one.subject] == []


def the_grace_is_shortened(story: Correspondence) -> None:
    """Three working days would end on 13 April; the promise is the tenth, and she is told why."""
    karin = story.customer(KARIN)
    assert karin.last.subject == "On 10 April 2026 we erase data (case 2026-0001)"
    assert "NOT ME" in karin.heard
    assert "This time it is less" in karin.heard
    assert story.matter().promised == at(4, 10).date()
    assert is_working_day(at(4, 9).date())


def answered_in_english(story: Correspondence) -> None:
    """The answer goes out on the promised day, with law, period and the ways to complain.

    It names the block as well, since an older no of hers stands.
    """
    answer = story.customer(KARIN).last
    assert receipt_day(answer.at) == at(4, 10).date()
    for words in (
        "Your data have been erased",
        "31 December 2033",
        "Article 6(1)(c) GDPR",
        "Your address stays on our block list against marketing",
        "backups",
        "five years",
        "Integritetsskyddsmyndigheten",
    ):
        assert words in f"{answer.subject} {flat(answer)}"
